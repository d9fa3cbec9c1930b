"""Search keys are made once, at the end of the transaction that wrote, so that two who write at one moment neither lose anything
of each other's nor wait for each other for ever. A telephone number has one form. One index is kept where three were the same.

What each function does to a number is said in vocabulary/stated_facts.py, ``dialled``; a change there is a new migration here.
"""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("holdfast.identity.migrations.0002_search_keys")

# An NHS number has no country's code and stays as it is.
NUMBER = r"""
CREATE OR REPLACE FUNCTION identity_number(said jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  plain text := regexp_replace(
    CASE jsonb_typeof(said) WHEN 'object' THEN coalesce(said ->> 'number', '') ELSE said #>> '{}' END,
    '\s*(?:ext(?:ension)?\.?|x)\s*[0-9]{1,6}\s*$', '', 'i');
  digits text := regexp_replace(plain, '[^0-9]', '', 'g');
BEGIN
  IF plain ~ '^[^0-9]*\+' OR digits ~ '^00' OR (digits ~ '^44' AND length(digits) IN (11, 12)) THEN
    digits := regexp_replace(digits, '^00', '');
    IF digits ~ '^44' THEN RETURN '0' || regexp_replace(digits, '^440*', ''); END IF;
    RETURN '+' || digits;
  END IF;
  RETURN digits;
END $$
"""

# Whose keys are to be made when this transaction ends. Nobody ever sees the rows of another: they are gone when it is done. Not
# one row a person: two who write about one person would wait for each other here, in whatever order they came to it.
UNKEYED = """
CREATE TABLE identity_unkeyed (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, person_id varchar(100) NOT NULL
);
CREATE FUNCTION identity_found_by(said varchar[]) RETURNS varchar[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY(
    SELECT unnest(said) UNION SELECT to_person_id FROM record_relationship WHERE from_person_id = ANY(said)
  )
$$
"""
NO_UNKEYED = "DROP TABLE identity_unkeyed; DROP FUNCTION identity_found_by, identity_make_keys"

# First whoever something was said of, both ends of a tie among them: of a mother's new name and the tie to her child, written at
# once, whoever comes second then sees what the first wrote. Then the rows themselves, which hold what several say. Each kind of
# lock in one order, and nothing else is waited for after them: so nobody waits in a circle. The numbers are few, because a lock
# takes room in the database's memory and an import tells of thousands; of two people with one number one waits without need.
# They are no number that record/locks.py takes: a command holds those from its beginning.
KEEP = """
CREATE OR REPLACE FUNCTION identity_keep_search_keys(people varchar[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  whose varchar[];
BEGIN
  PERFORM pg_advisory_xact_lock(7313, place)
  FROM (SELECT DISTINCT hashtext(person) & 255 AS place FROM unnest(people) AS person ORDER BY 1) AS places;
  whose := identity_found_by(people);
  INSERT INTO identity_searchkey (person_id, keys)
    SELECT id, '' FROM record_person WHERE id = ANY(whose) ORDER BY id ON CONFLICT DO NOTHING;
  PERFORM FROM identity_searchkey WHERE person_id = ANY(whose) ORDER BY person_id FOR UPDATE;
  UPDATE identity_searchkey AS kept SET keys = now.keys, born = now.born FROM identity_search_keys(whose) AS now
  WHERE kept.person_id = now.person AND (kept.keys, kept.born) IS DISTINCT FROM (now.keys, now.born);
END $$;
CREATE FUNCTION identity_make_keys() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  people varchar[];
BEGIN
  -- The first row of a transaction makes the keys of all of them.
  IF EXISTS (SELECT FROM identity_unkeyed WHERE id = NEW.id) THEN
    WITH taken AS (DELETE FROM identity_unkeyed RETURNING person_id)
    SELECT array_agg(DISTINCT person_id) INTO people FROM taken;
    PERFORM identity_keep_search_keys(people);
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER make_keys AFTER INSERT ON identity_unkeyed
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION identity_make_keys()
"""
NOTED = """
CREATE OR REPLACE FUNCTION identity_facts_stated() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO identity_unkeyed (person_id) SELECT DISTINCT person_id FROM added
  WHERE kind IN ('name', 'address', 'born', 'expected', 'nhs_number', 'telephone');
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION identity_people_related() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO identity_unkeyed (person_id) SELECT from_person_id FROM added UNION SELECT to_person_id FROM added;
  RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION identity_address_recorded() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  INSERT INTO identity_unkeyed (person_id) SELECT NEW.data ->> 'person' WHERE NEW.data ->> 'person' IS NOT NULL;
  RETURN NULL;
END $$
"""
# Whoever searches in the transaction in which they write finds what they wrote. What must not be read row by row counts as so
# dear that PostgreSQL would compile the question first, which takes longer than any answer.
CANDIDATES = """
CREATE OR REPLACE FUNCTION identity_candidates(asked tsquery, own tsquery[], weighed int, most int) RETURNS SETOF varchar
LANGUAGE plpgsql STABLE SET enable_seqscan = off SET jit = off AS $$
DECLARE
  unkeyed varchar[];
BEGIN
  IF EXISTS (SELECT FROM identity_unkeyed) THEN
    unkeyed := identity_found_by(ARRAY(SELECT DISTINCT person_id FROM identity_unkeyed));
    RETURN QUERY SELECT found.person_id FROM (
      (SELECT kept.person_id, kept.born, kept.keys FROM identity_searchkey AS kept WHERE kept.keys @@ asked LIMIT weighed)
      UNION SELECT now.person, now.born, now.keys FROM identity_search_keys(unkeyed) AS now WHERE now.keys @@ asked
    ) AS found
    ORDER BY (SELECT count(*) FROM unnest(own) AS word WHERE found.keys @@ word) DESC, found.born DESC NULLS FIRST,
      found.person_id
    LIMIT most;
    RETURN;
  END IF;
  RETURN QUERY SELECT found.person_id FROM (
    SELECT kept.person_id, kept.born, kept.keys FROM identity_searchkey AS kept WHERE kept.keys @@ asked LIMIT weighed
  ) AS found
  ORDER BY (SELECT count(*) FROM unnest(own) AS word WHERE found.keys @@ word) DESC, found.born DESC NULLS FIRST,
    found.person_id
  LIMIT most;
END $$
"""
EVERYBODY = "SELECT identity_keep_search_keys(ARRAY(SELECT id FROM record_person))"

# Where people moved to, by person: record/person_details.py and identity_search_keys() ask it of the index that
# record/projection/affected_people.py asks who is named by (entry_body_person, record 0010).
ONE_INDEX = "DROP INDEX record_body_by_mover, identity_address_entries"
THREE_INDEXES = """
CREATE INDEX record_body_by_mover ON record_entrybody ((data ->> 'person')) WHERE data ? 'address';
CREATE INDEX identity_address_entries ON record_entrybody ((data ->> 'person')) WHERE data ? 'address'
"""


def again(sql: str) -> str:
    """The functions of 0002, put in the place of these."""
    return sql.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    """The same triggers, which now only note whom something was said of."""

    dependencies = [("identity", "0002_search_keys"), ("record", "0010_named_workers")]

    operations = [
        # Undone, the last: the numbers again in the form in which 0002 asks for them.
        migrations.RunSQL(migrations.RunSQL.noop, EVERYBODY),
        migrations.RunSQL(NUMBER, again(BEFORE.PARTS)),
        migrations.RunSQL(UNKEYED, NO_UNKEYED),
        migrations.RunSQL(KEEP, migrations.RunSQL.noop),
        migrations.RunSQL(NOTED, again(BEFORE.KEEP)),
        migrations.RunSQL(CANDIDATES, again(BEFORE.CANDIDATES)),
        migrations.RunSQL(ONE_INDEX, THREE_INDEXES),
        # Also what was lost before.
        migrations.RunSQL(EVERYBODY, migrations.RunSQL.noop),
    ]
