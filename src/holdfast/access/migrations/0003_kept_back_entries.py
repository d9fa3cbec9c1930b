"""What is kept back is found by the entry that it keeps back, whoever it was said about."""

from django.db import migrations

BY_KEPT = """CREATE INDEX record_body_by_kept ON record_entrybody ((data ->> 'entry')) WHERE data ? 'entry' AND data ? 'from'"""


class Migration(migrations.Migration):
    """An index over the few entries that keep another back."""

    dependencies = [("access", "0002_looks_are_kept"), ("record", "0013_invented_record")]

    operations = [migrations.RunSQL(BY_KEPT, "DROP INDEX record_body_by_kept")]
