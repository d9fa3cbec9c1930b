"""What the first pages of everybody's day ask is found by what it names: an agency, whoever was in the room, a disagreement, a
day until which something holds; and who is missing tonight is stored, as plans are."""

from django.db import migrations, models

# By hash where it may be anybody's words: a B-tree refuses to keep a long one, and with it the entry.
BY_NAME = """
CREATE INDEX entry_body_organisation ON record_entrybody USING hash ((data->'organisation'))
    WHERE data->'organisation' IS NOT NULL;
CREATE INDEX entry_body_from ON record_entrybody USING hash ((data->'from'->'organisation'))
    WHERE data->'from'->'organisation' IS NOT NULL;
CREATE INDEX entry_body_setting ON record_entrybody USING hash ((data->'setting')) WHERE data->'setting' IS NOT NULL;
CREATE INDEX entry_body_present ON record_entrybody USING gin ((data->'present') jsonb_path_ops)
    WHERE data->'present' IS NOT NULL;
CREATE INDEX entry_body_absent ON record_entrybody USING gin ((data->'absent') jsonb_path_ops)
    WHERE data->'absent' IS NOT NULL;
CREATE INDEX entry_body_disagreement ON record_entrybody ((data->'disagreement')) WHERE data->'disagreement' IS NOT NULL;
CREATE INDEX entry_body_until ON record_entrybody (left(data->>'until', 10)) WHERE left(data->>'until', 10) IS NOT NULL;
"""
BY_NAME_NO_MORE = """
DROP INDEX entry_body_organisation, entry_body_from, entry_body_setting, entry_body_present, entry_body_absent,
    entry_body_disagreement, entry_body_until;
"""
# How few entries name one of these the database has to be told: it would else go through all there are.
HOW_FEW = """
CREATE STATISTICS entry_body_organisations ON (data->'organisation') FROM record_entrybody;
CREATE STATISTICS entry_body_froms ON (data->'from'->'organisation') FROM record_entrybody;
CREATE STATISTICS entry_body_settings ON (data->'setting') FROM record_entrybody;
CREATE STATISTICS entry_body_disagreements ON (data->'disagreement') FROM record_entrybody;
CREATE STATISTICS entry_body_untils ON (left(data->>'until', 10)) FROM record_entrybody;
"""
HOW_FEW_NO_MORE = """
DROP STATISTICS entry_body_organisations, entry_body_froms, entry_body_settings, entry_body_disagreements, entry_body_untils;
"""
# Whose last word of the kind is that it began. Nobody who is missing while this runs may be off the list until they are worked
# out again, which puts right whatever this takes too simply.
GOING_ON = """
INSERT INTO record_storedspan (child_id, kind, detail, start, "end", entry)
SELECT person_id, replace(type, '_started', ''), '', happened_last, NULL, id::text FROM (
  SELECT DISTINCT ON (a.person_id, left(e.type, 7)) a.person_id, e.type, e.happened_last, e.id
  FROM record_entryenvelope e JOIN record_entryabout a ON a.envelope_id = e.id
  WHERE e.type IN ('missing_started', 'missing_ended', 'police_protection_started', 'police_protection_ended')
  ORDER BY a.person_id, left(e.type, 7), e.happened_last DESC, e.sequence DESC
) latest WHERE type IN ('missing_started', 'police_protection_started')
"""
WORKED_OUT_AGAIN = """
UPDATE record_rechecked SET at = '1900-01-01 00:00:00+00' WHERE person_id IN (
  SELECT a.person_id FROM record_entryenvelope e JOIN record_entryabout a ON a.envelope_id = e.id
  WHERE e.type IN ('missing_started', 'missing_ended', 'police_protection_started', 'police_protection_ended'))
"""


class Migration(migrations.Migration):
    """Indexes, and the stretches that are going on."""

    dependencies = [("record", "0014_came_in_by_reference")]

    operations = [
        migrations.RunSQL(BY_NAME, BY_NAME_NO_MORE),
        migrations.RunSQL(HOW_FEW, HOW_FEW_NO_MORE),
        migrations.AddIndex("entryenvelope", models.Index(fields=["type", "recorded_at"], name="entry_type_recorded")),
        migrations.AddIndex(
            "storedspan", models.Index(fields=["kind"], name="span_still_open", condition=models.Q(end__isnull=True))
        ),
        migrations.RunSQL(GOING_ON, migrations.RunSQL.noop),
        migrations.RunSQL(WORKED_OUT_AGAIN, migrations.RunSQL.noop),
    ]
