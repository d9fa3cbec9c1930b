"""Finding the people a worker works with, from what entries say."""

from django.db import migrations

INDEXES = """
CREATE INDEX entry_body_worker ON record_entrybody ((data->>'worker')) WHERE data->>'worker' IS NOT NULL;
CREATE INDEX entry_body_for ON record_entrybody ((data->>'for')) WHERE data->>'for' IS NOT NULL;
"""


class Migration(migrations.Migration):
    """Two indexes over what entries say."""

    dependencies = [("record", "0003_rechecked")]

    operations = [migrations.RunSQL(INDEXES, "DROP INDEX entry_body_worker; DROP INDEX entry_body_for;")]
