"""Hours at which somebody is reached, managers on call, and gaps in the rota."""

import django.db.models.deletion
from django.db import migrations, models

import holdfast.record.models.person_facts


class Migration(migrations.Migration):
    dependencies = [
        ("duty", "0003_found_by_reference"),
        ("record", "0008_moved_entries"),
    ]

    operations = [
        migrations.AddField(
            model_name="delivery",
            name="from_at",
            field=models.DateTimeField(
                help_text="When they come to work, if they were not there: it waits until then.", null=True
            ),
        ),
        migrations.AddField(
            model_name="dutyshift",
            name="set_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="dutyshift",
            name="set_by",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="record.worker"),
        ),
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
                    ("rota", "A gap in the rota"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="dutyshift",
            name="team",
            field=models.CharField(
                choices=[
                    ("front_door", "Front door duty"),
                    ("emergency_duty", "Emergency duty"),
                    ("manager_on_call", "Manager on call"),
                ],
                max_length=40,
            ),
        ),
        migrations.CreateModel(
            name="RotaGap",
            fields=[
                ("id", models.UUIDField(default=holdfast.record.models.person_facts.new_id, primary_key=True, serialize=False)),
                (
                    "team",
                    models.CharField(
                        choices=[
                            ("front_door", "Front door duty"),
                            ("emergency_duty", "Emergency duty"),
                            ("manager_on_call", "Manager on call"),
                        ],
                        max_length=40,
                    ),
                ),
                ("starts", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                ("found_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [models.Index(condition=models.Q(("ended_at__isnull", True)), fields=["team"], name="rota_gap_open")],
            },
        ),
    ]
