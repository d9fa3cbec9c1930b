"""Versions of an entry that are about different people are listed, so that each is read with what is recorded about them all."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from holdfast.record.ledger.append_only import AppendOnly

ALREADY_THERE = """
WITH RECURSIVE version(first, id) AS (
    SELECT id, id FROM record_entryenvelope WHERE corrects_id IS NULL AND withdraws_id IS NULL
    AND id IN (SELECT corrects_id FROM record_entryenvelope UNION ALL SELECT withdraws_id FROM record_entryenvelope)
    UNION
    SELECT v.first, e.id FROM version v JOIN record_entryenvelope e ON e.corrects_id = v.id OR e.withdraws_id = v.id
)
INSERT INTO record_movedentry (person_id, envelope_id)
SELECT DISTINCT a.person_id, v.id
FROM version v JOIN version other USING (first) JOIN record_entryabout a ON a.envelope_id = other.id
WHERE NOT EXISTS (SELECT FROM record_entryabout own WHERE own.envelope_id = v.id AND own.person_id = a.person_id)
"""


class Migration(migrations.Migration):
    """A list, with what is there already."""

    dependencies = [("record", "0007_waiting")]

    operations = [
        migrations.CreateModel(
            name="MovedEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "envelope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="moved", to="record.entryenvelope"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="moved", to="record.person"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("person", "envelope"), name="moved_for_each_person_once")],
            },
        ),
        migrations.RunSQL(ALREADY_THERE, migrations.RunSQL.noop),
        AppendOnly("record_movedentry"),
        # What the columns of the list before say of themselves.
        migrations.AlterField(
            "aboutnobody",
            "concerns",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=100),
                default=list,
                help_text="The workers it names; and its type after a colon where it concerns everybody.",
            ),
        ),
        migrations.AlterField(
            "aboutnobody",
            "sequence",
            models.BigIntegerField(help_text="That of its envelope.", primary_key=True, serialize=False),
        ),
    ]
