"""Name keys in the database: the functions behind finding a child by a misspelt name, and the indexes that use them.

They make the same keys as :mod:`holdfast.identity.name_forms`. A change there is a new migration here.
"""

from django.db import migrations

# What each function does is said in identity/name_forms.py under the same name.
ALIKE = (
    "ıłŁøØđĐðÐħĦŋŊаАвВеЕёкКмМнНоОрРсСтТуУхХіІјѕαΑΒεΕΖΗιΙκΚΜΝοΟρΡΤυΥΧ",
    "illooddddhhnnaabbeeekkmmhhooppccttyyxxiijsaabeezhiikkmnoopptuyx",
)
PAIRS = (("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"))
MARKS = r"[\u0300-\u036f''\u2019\u2018`\u00b4\u02bc\u02bb]"
BETWEEN = r"[^a-z0-9\u0370-\u1fff\u2c00-\u2dff\u3040-\ud7ff\U00010000-\U0010ffff]+"
SOUNDS = (
    ("^(kn|gn|pn)", "n"),
    ("^wr", "r"),
    ("^ps", "s"),
    ("^wh", "w"),
    ("^x", "s"),
    ("sch", "x"),
    ("sh", "x"),
    ("tch", "x"),
    ("ch([lr])", r"k\1"),
    ("ch", "x"),
    ("ph", "f"),
    ("gh", "g"),
    ("th", "t"),
    ("dge", "j"),
    ("dg", "j"),
    ("ck", "k"),
    ("sc([eiy])", r"s\1"),
    ("c([eiy])", r"s\1"),
    ("c", "k"),
    ("q", "k"),
    ("x$", "ks"),
    ("z", "s"),
    ("v", "f"),
    ("j", "g"),
    ("mb$", "m"),
)


def one_after_another(text: str, steps: tuple[tuple[str, str], ...]) -> str:
    """An SQL expression that replaces each pattern in turn."""
    for pattern, by in steps:
        text = f"regexp_replace({text}, '{pattern}', '{by}', 'g')"
    return text


def alike(text: str) -> str:
    """An SQL expression that turns letters that look alike into the Latin one."""
    return f"translate({text}, '{ALIKE[0]}', '{ALIKE[1]}')"


PURE = "LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN"
APART = one_after_another(f"normalize({alike('normalize(t, NFC)')}, NFKD)", ((MARKS, ""),))
FOLDED = f"""
CREATE FUNCTION identity_folded(t text) RETURNS text {PURE}
  btrim({one_after_another(alike(f"lower({APART})"), (*PAIRS, (BETWEEN, " ")))})
"""

SOUND = f"""
CREATE FUNCTION identity_heard(word text) RETURNS text {PURE}
  {one_after_another("word", (("[^a-z]", ""), *SOUNDS))};
CREATE FUNCTION identity_sound(word text) RETURNS text {PURE}
  regexp_replace(
    CASE WHEN identity_heard(word) ~ '^[aeiouy]' THEN 'a' ELSE left(identity_heard(word), 1) END
    || regexp_replace(substr(identity_heard(word), 2), '[aeiouyhw]', '', 'g'), '(.)\\1+', '\\1', 'g')
"""

# Long texts are cut: a key is for finding, and no index may ever refuse what somebody records.
WORDS = f"""
CREATE FUNCTION identity_words(t text) RETURNS text[] {PURE} (
  SELECT coalesce(array_agg(DISTINCT word), '{{}}') FROM unnest(
    string_to_array(identity_folded(left(t, 1000)), ' ') || replace(identity_folded(left(t, 1000)), ' ', '')) AS word
  WHERE word <> '' AND octet_length(word) < 1000);
CREATE FUNCTION identity_sounds(t text) RETURNS text[] {PURE} (
  SELECT coalesce(array_agg(DISTINCT identity_sound(word)), '{{}}') FROM unnest(identity_words(t)) AS word
  WHERE identity_sound(word) <> '');
CREATE FUNCTION identity_vector(t text) RETURNS tsvector {PURE}
  array_to_tsvector(identity_words(t));
CREATE FUNCTION identity_name_vector(name jsonb) RETURNS tsvector {PURE}
  identity_vector(coalesce(name ->> 'given', '')) || identity_vector(coalesce(name ->> 'family', ''));
CREATE FUNCTION identity_name_sounds(name jsonb) RETURNS text[] {PURE}
  identity_sounds(coalesce(name ->> 'given', '')) || identity_sounds(coalesce(name ->> 'family', ''))
"""  # noqa: S608 — no value comes from outside

INDEXES = """
CREATE INDEX identity_by_name ON record_personfact USING gin (identity_name_vector(value)) WHERE kind = 'name';
CREATE INDEX identity_by_sound ON record_personfact USING gin (identity_name_sounds(value)) WHERE kind = 'name';
CREATE INDEX identity_by_address ON record_personfact USING gin (identity_vector(value #>> '{}')) WHERE kind = 'address';
CREATE INDEX identity_by_new_address ON record_entrybody USING gin (identity_vector(data ->> 'address')) WHERE data ? 'address'
"""

UNDO = """
DROP INDEX identity_by_new_address, identity_by_address, identity_by_sound, identity_by_name;
DROP FUNCTION identity_name_sounds, identity_name_vector, identity_vector, identity_sounds, identity_words, identity_sound,
  identity_heard, identity_folded
"""


class Migration(migrations.Migration):
    """Functions and indexes; no tables: identity keeps nothing of its own that could disagree with the record."""

    dependencies = [("record", "0002_append_only")]

    operations = [
        migrations.RunSQL(FOLDED, migrations.RunSQL.noop),
        migrations.RunSQL(SOUND, migrations.RunSQL.noop),
        migrations.RunSQL(WORDS, migrations.RunSQL.noop),
        migrations.RunSQL(INDEXES, UNDO),
    ]
