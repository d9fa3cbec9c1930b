"""Who was told of one matter, and which concerns and messages came in lately, are found without reading everybody's."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("duty", "0004_hours_and_gaps")]

    operations = [
        migrations.AddIndex(model_name="delivery", index=models.Index(fields=["matter"], name="delivery_matter")),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("kind__in", ["concern", "message"])), fields=["told_at"], name="delivery_came_in"
            ),
        ),
    ]
