"""Somebody can be told of the record itself: that two ways of working it out do not agree."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("duty", "0001_told_and_on_duty"),
    ]

    operations = [
        migrations.AlterField(
            model_name="delivery",
            name="kind",
            field=models.CharField(
                choices=[
                    ("alert", "An alert"),
                    ("warning", "Something soon due"),
                    ("concern", "A concern that came in"),
                    ("message", "A message"),
                    ("record", "The record itself"),
                ],
                max_length=10,
            ),
        ),
    ]
