"""A partnership's own values: added to, never changed."""

from django.db import migrations, models

from holdfast.record.ledger.append_only import AppendOnly


class Migration(migrations.Migration):
    """The table of values."""

    dependencies = [("record", "0004_workers_people")]

    operations = [
        migrations.CreateModel(
            name="LocalSetting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rule", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=60)),
                ("value", models.JSONField(help_text="A number, or the code of a choice.")),
                ("since", models.DateField(help_text="The first day it holds: what starts from then on is judged by it.")),
                ("by", models.CharField(help_text="Who decided it.", max_length=255)),
                ("why", models.TextField()),
                ("set_at", models.DateTimeField()),
            ],
            options={"ordering": ("pk",), "indexes": [models.Index(fields=["rule"], name="local_setting_rule")]},
        ),
        AppendOnly("record_localsetting"),
    ]
