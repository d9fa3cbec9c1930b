"""A demonstration's own database says that it is one; those that were made before are known by what was put into them."""

from django.db import migrations, models

from holdfast.record.ledger.append_only import AppendOnly

NORTHMERE = "The demonstration partnership of Northmere"
MADE_BEFORE = f"""
INSERT INTO record_inventedrecord (made_at, name)
SELECT min(recorded_at), '{NORTHMERE}' FROM record_entryenvelope WHERE imported_from = '{NORTHMERE}' HAVING count(*) > 0
"""  # noqa: S608  (made of our own words)


class Migration(migrations.Migration):
    dependencies = [("record", "0012_named_staff")]

    operations = [
        migrations.CreateModel(
            name="InventedRecord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("made_at", models.DateTimeField()),
                ("name", models.CharField(max_length=200)),
            ],
        ),
        migrations.RunSQL(MADE_BEFORE, migrations.RunSQL.noop),
        AppendOnly("record_inventedrecord"),
    ]
