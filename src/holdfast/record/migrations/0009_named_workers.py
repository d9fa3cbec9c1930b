"""Finding the people for whom somebody is named as cover, as one who was passed a message, or as one whom a child trusts."""

from django.db import migrations

INDEXES = """
CREATE INDEX entry_body_cover ON record_entrybody ((data->>'cover')) WHERE data->>'cover' IS NOT NULL;
CREATE INDEX entry_body_person ON record_entrybody ((data->>'person')) WHERE data->>'person' IS NOT NULL;
CREATE INDEX entry_body_to ON record_entrybody USING gin ((data->'to')) WHERE data->'to' IS NOT NULL;
"""


class Migration(migrations.Migration):
    """Three indexes over what entries say."""

    dependencies = [("record", "0008_moved_entries")]

    operations = [migrations.RunSQL(INDEXES, "DROP INDEX entry_body_cover, entry_body_person, entry_body_to;")]
