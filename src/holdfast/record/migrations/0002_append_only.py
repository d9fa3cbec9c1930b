"""The database refuses to change, remove or empty what was recorded."""

from django.db import migrations

from holdfast.record.ledger.append_only import FUNCTION, AppendOnly


class Migration(migrations.Migration):
    """Append-only tables."""

    dependencies = [("record", "0001_the_ledger")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION record_refuse_change()"),
        AppendOnly("record_entryenvelope"),
        AppendOnly("record_entrybody"),
        AppendOnly("record_entryabout"),
        AppendOnly("record_person"),
        AppendOnly("record_personfact"),
        AppendOnly("record_relationship"),
        AppendOnly("record_importedid"),
        AppendOnly("record_seal"),
        AppendOnly("record_sealedleaf"),
    ]
