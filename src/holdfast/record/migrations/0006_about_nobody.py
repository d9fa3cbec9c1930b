"""Entries about nobody stand in everybody's record: they are listed, so that they are found without reading all others."""

import django.db.models.deletion
from django.db import migrations, models

from holdfast.record.ledger.append_only import AppendOnly

ALREADY_THERE = """
INSERT INTO record_aboutnobody (sequence, envelope_id)
SELECT e.sequence, e.id FROM record_entryenvelope e
WHERE NOT EXISTS (SELECT FROM record_entryabout a WHERE a.envelope_id = e.id)
"""


class Migration(migrations.Migration):
    """A list of the entries about nobody, with those that are there already."""

    dependencies = [("record", "0005_local_values")]

    operations = [
        migrations.CreateModel(
            name="AboutNobody",
            fields=[
                ("sequence", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "envelope",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="about_nobody", to="record.entryenvelope"
                    ),
                ),
            ],
        ),
        migrations.RunSQL(ALREADY_THERE, migrations.RunSQL.noop),
        AppendOnly("record_aboutnobody"),
    ]
