"""Who an entry about nobody concerns, so that a family reads those it can look at and no others; and people who have to be
brought up to date by what was written about somebody they work with."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.db import migrations, models

ABOUT_WORKERS = (
    "absence_started",
    "absence_ended",
    "cover_named",
    "worker_ended",
    "handover_completed",
    "recording_closed_off",
    "entry_withdrawn",
)
# Putting right follows to the first version; a withdrawal speaks of whatever its first version does.
ALREADY_THERE = f"""
ALTER TABLE record_aboutnobody DISABLE TRIGGER append_only;
WITH RECURSIVE chain(id, earlier) AS (
    SELECT n.envelope_id, n.envelope_id FROM record_aboutnobody n
    UNION ALL
    SELECT c.id, coalesce(e.corrects_id, e.withdraws_id) FROM chain c JOIN record_entryenvelope e ON e.id = c.earlier
    WHERE coalesce(e.corrects_id, e.withdraws_id) IS NOT NULL
), first AS (
    SELECT c.id, c.earlier FROM chain c JOIN record_entryenvelope e ON e.id = c.earlier
    WHERE e.corrects_id IS NULL AND e.withdraws_id IS NULL
)
UPDATE record_aboutnobody n SET chain = first.earlier, concerns = ARRAY(
    SELECT DISTINCT w.id FROM jsonb_path_query(b.data, '$.**') value JOIN record_worker w ON w.id = value #>> '{{}}'
    WHERE jsonb_typeof(value) = 'string'
) || CASE WHEN e.type IN ({", ".join(repr(each) for each in ABOUT_WORKERS)})
    THEN ARRAY[]::varchar[] ELSE ARRAY[':' || e.type]::varchar[] END
FROM first, record_entryenvelope e JOIN record_entrybody b ON b.envelope_id = e.id
WHERE n.envelope_id = first.id AND e.id = n.envelope_id;
SET CONSTRAINTS ALL IMMEDIATE;
ALTER TABLE record_aboutnobody ENABLE TRIGGER append_only;
"""  # noqa: S608  (made of our own entry types)


class Migration(migrations.Migration):
    """Two columns, what they hold for what is there already, and a table."""

    dependencies = [("record", "0006_about_nobody")]

    operations = [
        migrations.AddField("aboutnobody", "chain", models.UUIDField(null=True)),
        migrations.AddField(
            "aboutnobody",
            "concerns",
            django.contrib.postgres.fields.ArrayField(models.CharField(max_length=100), default=list),
        ),
        migrations.RunSQL(ALREADY_THERE, migrations.RunSQL.noop),
        migrations.AddIndex("aboutnobody", models.Index(fields=["chain"], name="about_nobody_chain")),
        migrations.AddIndex(
            "aboutnobody", django.contrib.postgres.indexes.GinIndex(fields=["concerns"], name="about_nobody_concerns")
        ),
        migrations.CreateModel(
            name="Waiting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("types", django.contrib.postgres.fields.ArrayField(models.CharField(max_length=80))),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="waiting", to="record.person"),
                ),
            ],
        ),
    ]
