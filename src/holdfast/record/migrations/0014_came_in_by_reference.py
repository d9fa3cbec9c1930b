"""What came in is found by its reference, whether or not anybody was told of it here."""

from django.db import migrations, models
from django.db.models.functions import Cast, Right


class Migration(migrations.Migration):
    """One index."""

    dependencies = [("record", "0013_invented_record")]

    operations = [
        migrations.AddIndex(
            "entryenvelope",
            models.Index(
                Right(Cast("id", models.TextField()), 10),
                condition=models.Q(type__in=["contact_received", "message_received"]),
                name="entry_came_in_reference",
            ),
        )
    ]
