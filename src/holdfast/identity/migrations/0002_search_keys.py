"""Search keys: what each person can be found by, stored beside them and kept by the database itself.

A key says of what kind it is by its first letter, so that one index answers "Lee, born in May 2017, of Elm Road" as one
question. The same keys are made in Python by :mod:`holdfast.identity.search_keys`; a change there is a new migration here.
"""

from importlib import import_module

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

BEFORE = import_module("holdfast.identity.migrations.0001_name_keys")

# Written out and not read from the engine: an old migration says the same for ever. A test holds the two together.
GROWN_UPS = (
    "'adoptive_father', 'adoptive_mother', 'aunt', 'birth_father', 'birth_mother', 'carer', 'father', "
    "'former_partner', 'foster_carer', 'grandfather', 'grandmother', 'grandparent', 'guardian', 'husband', "
    "'maternal_grandfather', 'maternal_grandmother', 'mother', 'parent', 'partner', 'paternal_grandfather', "
    "'paternal_grandmother', 'special_guardian', 'spouse', 'step_parent', 'stepfather', 'stepmother', 'uncle', "
    "'wife'"
)

# As 0001 says it, a hundred times sooner: PostgreSQL keeps thirty-two compiled patterns, and 0001 goes round thirty-five of them
# for each word, so that each is compiled anew. What is no pattern is replaced as text here.
FOLDED = """
CREATE OR REPLACE FUNCTION identity_words(t text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  cut text := left(t, 1000);
  plain text := CASE WHEN cut ~ '^[A-Za-z0-9 ]*$'
    THEN btrim(regexp_replace(lower(cut), ' +', ' ', 'g')) ELSE identity_folded(cut) END;
BEGIN
  RETURN ARRAY(
    SELECT DISTINCT word FROM unnest(string_to_array(plain, ' ') || replace(plain, ' ', '')) AS word
    WHERE word <> '' AND octet_length(word) < 1000 ORDER BY word);
END $$
"""
SOUND = """
CREATE OR REPLACE FUNCTION identity_sound(word text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $$
DECLARE
  h text := regexp_replace(word, '[^a-z]', '', 'g');
BEGIN
  h := regexp_replace(h, '^(kn|gn|pn)', 'n');
  h := regexp_replace(h, '^wr', 'r');
  h := regexp_replace(h, '^ps', 's');
  h := regexp_replace(h, '^wh', 'w');
  h := regexp_replace(h, '^x', 's');
  h := replace(replace(replace(h, 'sch', 'x'), 'sh', 'x'), 'tch', 'x');
  h := replace(replace(replace(h, 'chl', 'kl'), 'chr', 'kr'), 'ch', 'x');
  h := replace(replace(replace(h, 'ph', 'f'), 'gh', 'g'), 'th', 't');
  h := replace(replace(replace(h, 'dge', 'j'), 'dg', 'j'), 'ck', 'k');
  h := regexp_replace(h, 'sc([eiy])', 's\\1', 'g');
  h := regexp_replace(h, 'c([eiy])', 's\\1', 'g');
  h := regexp_replace(translate(h, 'cq', 'kk'), 'x$', 'ks');
  h := regexp_replace(translate(h, 'zvj', 'sfg'), 'mb$', 'm');
  RETURN regexp_replace(
    CASE WHEN h ~ '^[aeiouy]' THEN 'a' ELSE left(h, 1) END
    || regexp_replace(substr(h, 2), '[aeiouyhw]', '', 'g'), '(.)\\1+', '\\1', 'g');
END $$
"""

# n: a word of a name. s: how it sounds. d: the word with one letter left out, so that two spellings that differ by a letter meet.
NAME_KEYS = """
CREATE FUNCTION identity_name_keys(name text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  word text;
  heard text;
  keys text[] := '{}';
BEGIN
  IF name IS NULL THEN RETURN keys; END IF;
  FOREACH word IN ARRAY identity_words(name) LOOP
    keys := keys || ('n' || word);
    heard := identity_sound(word);
    IF heard <> '' THEN keys := keys || ('s' || heard); END IF;
    IF length(word) BETWEEN 4 AND 15 THEN
      keys := keys || ARRAY(SELECT 'd' || left(word, i - 1) || substr(word, i + 1) FROM generate_series(1, length(word)) AS i);
    END IF;
  END LOOP;
  RETURN keys;
END $$
"""

# b: a birth, no more exactly than it is known: b2017-05-19, b2017-05, b2017. An instant may be the next day in England, and a
# range is each month that it touches: whoever ranks looks at the fact itself.
BIRTH_KEYS = """
CREATE FUNCTION identity_birth_keys(born jsonb) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  said text := born #>> '{}';
  first date;
  last date;
  months text[];
BEGIN
  IF jsonb_typeof(born) = 'string' THEN
    IF length(said) <= 10 THEN RETURN ARRAY['b' || said]; END IF;
    RETURN ARRAY['b' || left(said, 10), 'b' || (left(said, 10)::date + 1)::text];
  ELSIF jsonb_typeof(born) = 'object' THEN
    first := rpad(left(born ->> 'from', 10), 10, '-01');
    last := rpad(left(born ->> 'to', 10), 10, '-01');
    months := ARRAY(
      SELECT 'b' || to_char(month, 'YYYY-MM') FROM generate_series(date_trunc('month', first), last, '1 month') AS month);
    IF cardinality(months) <= 36 THEN RETURN months; END IF;
    RETURN ARRAY(SELECT 'b' || year FROM generate_series(date_part('year', first)::int, date_part('year', last)::int) AS year);
  END IF;
  RETURN '{}';
END $$
"""

# An address and a number are a text, or a row whose parts say it.
PARTS = """
CREATE FUNCTION identity_address(said jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN
  CASE jsonb_typeof(said) WHEN 'object' THEN concat_ws(' ', said ->> 'text', said ->> 'postcode') ELSE said #>> '{}' END;
CREATE FUNCTION identity_number(said jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN
  regexp_replace(regexp_replace(
    CASE jsonb_typeof(said) WHEN 'object' THEN coalesce(said ->> 'number', '') ELSE said #>> '{}' END,
    '[^0-9]', '', 'g'), '^(00)?44', '0')
"""

# p, t: words and sounds of the names of grown-ups of theirs. a: words of their addresses and of those grown-ups'. #: numbers.
# Each text once, however many people it names: of a million people many are called the same.
KEYS_OF = f"""
CREATE FUNCTION identity_search_keys(people varchar[]) RETURNS TABLE (person varchar, keys tsvector, born int)
LANGUAGE sql STABLE AS $$
  WITH near AS (
    SELECT id AS person, id AS other FROM record_person WHERE id = ANY(people)
    UNION
    SELECT to_person_id, from_person_id FROM record_relationship WHERE to_person_id = ANY(people) AND kind IN ({GROWN_UPS})
  ), said AS (
    SELECT near.person, near.person = near.other AS own, fact.kind, fact.value
    FROM near JOIN record_personfact fact ON fact.person_id = near.other WHERE fact.value IS NOT NULL
  ), names AS (
    SELECT person, own, name FROM said, LATERAL (VALUES (value ->> 'given'), (value ->> 'family')) AS part (name)
    WHERE kind = 'name' AND name IS NOT NULL
  ), named AS MATERIALIZED (
    SELECT name, identity_name_keys(name) AS keys FROM (SELECT DISTINCT name FROM names) AS each
  ), lines AS (
    SELECT person, identity_address(value) AS address FROM said WHERE kind = 'address'
    UNION
    SELECT near.person, body.data ->> 'address'
    FROM near JOIN record_entrybody body ON body.data ->> 'person' = near.other WHERE body.data ? 'address'
  ), lived AS MATERIALIZED (
    SELECT address, identity_words(address) AS words FROM (SELECT DISTINCT address FROM lines) AS each
  ), keyed AS (
    SELECT person, CASE WHEN own THEN key ELSE translate(left(key, 1), 'ns', 'pt') || substr(key, 2) END AS key
    FROM names JOIN named USING (name), unnest(named.keys) AS key WHERE own OR left(key, 1) <> 'd'
    UNION ALL
    SELECT person, 'a' || word FROM lines JOIN lived USING (address), unnest(lived.words) AS word
    UNION ALL
    SELECT person, key FROM said, unnest(identity_birth_keys(value)) AS key WHERE own AND kind IN ('born', 'expected')
    UNION ALL
    SELECT person, '#' || identity_number(value) FROM said WHERE own AND kind IN ('nhs_number', 'telephone')
  )
  SELECT person.id, coalesce(gathered.keys, ''::tsvector), births.year
  FROM record_person person
  LEFT JOIN (
    SELECT person, array_to_tsvector(array_agg(DISTINCT key) FILTER (WHERE length(key) > 1)) AS keys FROM keyed GROUP BY person
  ) AS gathered ON gathered.person = person.id
  LEFT JOIN (
    SELECT person, max(left(coalesce(value ->> 'to', value #>> '{{}}'), 4)::int) AS year
    FROM said WHERE own AND kind IN ('born', 'expected') GROUP BY person
  ) AS births ON births.person = person.id
  WHERE person.id = ANY(people) ORDER BY person.id
$$
"""  # noqa: S608 — no value comes from outside

# What a row says holds whatever came before it, and a search always reads the facts again: so keys are only ever added. That two
# who write about one person at the same moment lose nothing of each other's is seen to by 0003.
KEEP = """
CREATE FUNCTION identity_keep_search_keys(people varchar[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO identity_searchkey (person_id, keys, born) SELECT * FROM identity_search_keys(people)
  ON CONFLICT (person_id) DO UPDATE SET keys = identity_searchkey.keys || excluded.keys, born = excluded.born
$$;
CREATE FUNCTION identity_facts_stated() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM identity_keep_search_keys(ARRAY(
    SELECT person_id FROM added
    UNION SELECT to_person_id FROM record_relationship WHERE from_person_id IN (SELECT person_id FROM added)
  ));
  RETURN NULL;
END $$;
CREATE FUNCTION identity_people_related() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM identity_keep_search_keys(ARRAY(SELECT to_person_id FROM added));
  RETURN NULL;
END $$;
CREATE FUNCTION identity_address_recorded() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM identity_keep_search_keys(ARRAY(
    SELECT NEW.data ->> 'person'
    UNION SELECT to_person_id FROM record_relationship WHERE from_person_id = NEW.data ->> 'person'
  ));
  RETURN NULL;
END $$
"""

# By the index whatever the planner thinks: it takes looking into a row's keys for cheaper than it is, and would read everybody.
# How many of the words stand in the person's own name goes before a grown-up's and an address; among equals the youngest first.
CANDIDATES = """
CREATE FUNCTION identity_candidates(asked tsquery, own tsquery[], weighed int, most int) RETURNS SETOF varchar
LANGUAGE sql STABLE SET enable_seqscan = off AS $$
  SELECT person_id FROM (
    SELECT person_id, born, keys FROM identity_searchkey WHERE keys @@ asked LIMIT weighed
  ) AS found
  ORDER BY (SELECT count(*) FROM unnest(own) AS word WHERE keys @@ word) DESC, born DESC NULLS FIRST, person_id
  LIMIT most
$$
"""

TRIGGERS = """
CREATE TRIGGER search_keys AFTER INSERT ON record_personfact
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION identity_facts_stated();
CREATE TRIGGER search_keys AFTER INSERT ON record_relationship
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION identity_people_related();
CREATE TRIGGER search_keys AFTER INSERT ON record_entrybody
  FOR EACH ROW WHEN (NEW.data ? 'address') EXECUTE FUNCTION identity_address_recorded()
"""
FROM_WHAT_IS_THERE = "SELECT identity_keep_search_keys(ARRAY(SELECT id FROM record_person))"

INDEXES = """
DROP INDEX identity_by_new_address, identity_by_address, identity_by_sound, identity_by_name;
DROP FUNCTION identity_name_sounds, identity_name_vector, identity_vector
"""
BY_PERSON = "CREATE INDEX identity_address_entries ON record_entrybody ((data ->> 'person')) WHERE data ? 'address'"

# Undone, the first in this order: what 0001 made is there again before what stands here goes.
AS_BEFORE = ";".join(
    (*(each.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION") for each in (BEFORE.SOUND, BEFORE.WORDS)), BEFORE.INDEXES)
)
NO_TRIGGERS = """
DROP TRIGGER search_keys ON record_personfact;
DROP TRIGGER search_keys ON record_relationship;
DROP TRIGGER search_keys ON record_entrybody
"""
NO_KEEPING = """
DROP FUNCTION identity_facts_stated, identity_people_related, identity_address_recorded, identity_keep_search_keys
"""


class Migration(migrations.Migration):
    """One row for each person, and the triggers that keep it."""

    dependencies = [("identity", "0001_name_keys"), ("record", "0008_moved_entries")]

    operations = [
        migrations.CreateModel(
            name="SearchKey",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="record.person",
                    ),
                ),
                ("keys", django.contrib.postgres.search.SearchVectorField()),
                ("born", models.IntegerField(null=True)),
            ],
        ),
        migrations.RunSQL(FOLDED, migrations.RunSQL.noop),
        migrations.RunSQL(SOUND, migrations.RunSQL.noop),
        migrations.RunSQL(NAME_KEYS, "DROP FUNCTION identity_name_keys"),
        migrations.RunSQL(BIRTH_KEYS, "DROP FUNCTION identity_birth_keys"),
        migrations.RunSQL(PARTS, "DROP FUNCTION identity_address, identity_number"),
        migrations.RunSQL(KEYS_OF, "DROP FUNCTION identity_search_keys"),
        migrations.RunSQL(KEEP, NO_KEEPING),
        migrations.RunSQL(CANDIDATES, "DROP FUNCTION identity_candidates"),
        migrations.RunSQL(BY_PERSON, "DROP INDEX identity_address_entries"),
        migrations.RunSQL(FROM_WHAT_IS_THERE, migrations.RunSQL.noop),
        # After the keys of whoever is there already: an index that is built at once costs a tenth of one that grows.
        migrations.AddIndex(
            model_name="searchkey",
            # Not put off to a list that grows: the next search would have to read all of the list.
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["keys"], name="identity_by_key"),
        ),
        migrations.RunSQL(TRIGGERS, NO_TRIGGERS),
        migrations.RunSQL(INDEXES, AS_BEFORE),
    ]
