"""What is recorded of a worker is listed by worker, with what is there already; and what belongs to a concern is found by it."""

import django.db.models.deletion
from django.db import migrations, models

from holdfast.record.ledger.append_only import AppendOnly

# What entries said when this list was begun: later types list themselves as they are written.
ALREADY_THERE = """
WITH RECURSIVE version(first, id) AS (
    SELECT id, id FROM record_entryenvelope WHERE corrects_id IS NULL AND withdraws_id IS NULL AND type IN ('worker_allocated',
    'worker_ended', 'worker_leaving', 'absence_started', 'absence_ended', 'cover_named', 'post_taken_up', 'post_left')
    UNION
    SELECT v.first, e.id FROM version v JOIN record_entryenvelope e ON e.corrects_id = v.id OR e.withdraws_id = v.id
)
INSERT INTO record_namedstaff (envelope_id, chain, worker, of_post)
SELECT DISTINCT v.id, v.first, coalesce(named.worker, ''), e.type <> 'entry_withdrawn' AND e.type <> 'worker_allocated'
    AND (e.type <> 'worker_ended' OR NOT EXISTS (SELECT FROM record_entryabout a WHERE a.envelope_id = v.id))
FROM version v JOIN record_entryenvelope e ON e.id = v.id JOIN record_entrybody b ON b.envelope_id = v.id
LEFT JOIN LATERAL (SELECT worker FROM unnest(ARRAY[b.data->>'worker', b.data->>'for', b.data->>'cover']) worker
    WHERE worker IS NOT NULL AND e.type <> 'entry_withdrawn') named ON true
"""

# What belongs to a concern or a message is looked for by it, on every list. How few entries belong to one the database has to be
# told: it would else go through all decisions there are to find those of one concern.
BY_MATTER = """
CREATE INDEX entry_body_contact ON record_entrybody ((data->'contact')) WHERE data->'contact' IS NOT NULL;
CREATE INDEX entry_body_message ON record_entrybody ((data->'message')) WHERE data->'message' IS NOT NULL;
CREATE STATISTICS entry_body_contacts ON (data->'contact') FROM record_entrybody;
CREATE STATISTICS entry_body_messages ON (data->'message') FROM record_entrybody;
"""
BY_MATTER_NO_MORE = """
DROP STATISTICS entry_body_contacts, entry_body_messages;
DROP INDEX entry_body_contact, entry_body_message;
"""


class Migration(migrations.Migration):
    """A list, with what is there already, and indexes."""

    dependencies = [("record", "0011_shared_identity")]

    operations = [
        migrations.CreateModel(
            name="NamedStaff",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("chain", models.UUIDField()),
                ("worker", models.CharField(max_length=100)),
                (
                    "of_post",
                    models.BooleanField(help_text="It says who is in post or who covers, not who has which child."),
                ),
                (
                    "envelope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="named_staff", to="record.entryenvelope"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["worker", "of_post", "chain"], name="named_staff_worker"),
                    models.Index(fields=["chain"], name="named_staff_chain"),
                ],
                "constraints": [models.UniqueConstraint(fields=("envelope", "worker"), name="named_staff_once")],
            },
        ),
        migrations.RunSQL(ALREADY_THERE, migrations.RunSQL.noop),
        AppendOnly("record_namedstaff"),
        migrations.RunSQL(BY_MATTER, BY_MATTER_NO_MORE),
        migrations.AddIndex("storedclock", models.Index(fields=["trigger"], name="clock_trigger")),
    ]
