"""What is said of a person carries who said it and by when it is checked; and whose move an entry tells is found by index."""

from django.db import migrations, models

KINDS = [
    ("name", "Name"),
    ("born", "Date of birth"),
    ("sex", "Sex"),
    ("nhs_number", "NHS number"),
    ("address", "Address"),
    ("expected", "Expected date of birth"),
    ("telephone", "Telephone"),
    ("safe_address", "Safe address"),
    ("language", "Language"),
    ("danger_to_staff", "Danger to staff"),
    ("school", "School or nursery"),
    ("gp", "GP"),
]
BY_MOVER = "CREATE INDEX record_body_by_mover ON record_entrybody ((data ->> 'person')) WHERE data ? 'address'"


class Migration(migrations.Migration):
    """Three columns, empty for every fact that is there already, and an index over what addresses were recorded for whom."""

    dependencies = [("record", "0008_moved_entries")]

    operations = [
        migrations.AddField(
            "personfact",
            "said_by",
            models.TextField(null=True, help_text="Who said so: the id of a person, worker or organisation, or words."),
        ),
        migrations.AddField(
            "personfact",
            "check_by",
            models.DateField(null=True, help_text="The last day on which it is relied on without being checked again."),
        ),
        migrations.AddField(
            "personfact",
            "detail",
            models.JSONField(null=True, help_text="What else belongs to a fact of this kind, and the entry that says the same."),
        ),
        migrations.AlterField("personfact", "kind", models.CharField(max_length=20, choices=KINDS)),
        migrations.RunSQL(BY_MOVER, "DROP INDEX record_body_by_mover"),
    ]
