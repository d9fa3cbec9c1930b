"""Whose number it is, and who was born on a day, found by index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("record", "0010_named_workers")]

    operations = [
        migrations.AddIndex(
            model_name="personfact",
            index=models.Index(
                condition=models.Q(("kind__in", ("nhs_number", "born"))), fields=["kind", "value"], name="fact_kind_value"
            ),
        ),
    ]
