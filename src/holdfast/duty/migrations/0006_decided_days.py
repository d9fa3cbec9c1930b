"""The day in a decision is put to people as a thing of its own."""

from django.db import migrations, models

KINDS = [
    ("alert", "An alert"),
    ("warning", "Something soon due"),
    ("concern", "A concern that came in"),
    ("message", "A message"),
    ("record", "The record itself"),
    ("rota", "A gap in the rota"),
    ("task", "What was decided, and its day"),
]


class Migration(migrations.Migration):
    """One more kind of delivery."""

    dependencies = [("duty", "0005_found_by_matter")]

    operations = [migrations.AlterField("delivery", "kind", models.CharField(choices=KINDS, max_length=10))]
