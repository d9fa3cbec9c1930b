"""Whether the writer of a draft was told that it will be removed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_drafts")]

    operations = [
        migrations.AddField(
            "draft",
            "told_at",
            models.DateTimeField(null=True, help_text="When its writer was told that it was begun, is not sent, and will go."),
        ),
    ]
