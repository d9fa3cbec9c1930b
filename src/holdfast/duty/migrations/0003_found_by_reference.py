"""What was put to somebody is found by its reference, which is the end of its id."""

from django.db import migrations, models
from django.db.models.functions import Cast, Right


class Migration(migrations.Migration):
    dependencies = [("duty", "0002_the_record_itself")]

    operations = [
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(Right(Cast("matter", models.TextField()), 10), name="delivery_reference"),
        ),
    ]
