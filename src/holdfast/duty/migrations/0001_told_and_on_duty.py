"""The duty rota, who has been told what, and the messages that leave the building."""

import django.db.models.deletion
from django.db import migrations, models

import holdfast.record.models.person_facts


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("record", "0002_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="Climb",
            fields=[
                ("alert", models.UUIDField(primary_key=True, serialize=False)),
                ("counting_from", models.DateTimeField()),
                ("rung", models.SmallIntegerField()),
                ("staffing", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.UUIDField(default=holdfast.record.models.person_facts.new_id, primary_key=True, serialize=False)),
                ("channel", models.CharField(choices=[("email", "E-mail"), ("text", "Text message")], max_length=10)),
                ("to", models.CharField(max_length=254)),
                ("subject", models.CharField(max_length=120)),
                ("body", models.TextField()),
                ("made_at", models.DateTimeField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to be sent"),
                            ("sending", "Being sent"),
                            ("sent", "Sent"),
                            ("failed", "Could not be sent"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("tried_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "carrier",
                    models.CharField(blank=True, default="", help_text="Who carried it: outbox or notify.", max_length=20),
                ),
                ("carrier_reference", models.CharField(blank=True, default="", max_length=100)),
                ("failed_why", models.CharField(blank=True, default="", max_length=300)),
                (
                    "worker",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="record.worker"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.UUIDField(default=holdfast.record.models.person_facts.new_id, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("alert", "An alert"),
                            ("warning", "Something soon due"),
                            ("concern", "A concern that came in"),
                            ("message", "A message"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "matter",
                    models.UUIDField(
                        help_text="The alert (of a warning, the one to come), or the entry of the concern or message."
                    ),
                ),
                (
                    "rung",
                    models.SmallIntegerField(help_text="-1 the warning, 0 the breach or the arrival, 1 and up as time goes by."),
                ),
                ("role", models.CharField(max_length=80)),
                ("because", models.CharField(max_length=500)),
                (
                    "way",
                    models.CharField(
                        default="holder", help_text="As holder, cover, duty, manager, copy or mailbox.", max_length=10
                    ),
                ),
                ("told_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
                ("carried_in", models.BooleanField(default=False)),
                (
                    "gathered_at",
                    models.DateTimeField(help_text="When it was put into a message, or found to have no address.", null=True),
                ),
                (
                    "child",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="record.person"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="record.worker"
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="duty.notice"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="DutyShift",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "team",
                    models.CharField(
                        choices=[("front_door", "Front door duty"), ("emergency_duty", "Emergency duty")], max_length=40
                    ),
                ),
                ("starts", models.DateTimeField()),
                ("ends", models.DateTimeField()),
                (
                    "worker",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="shifts", to="record.worker"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["starts", "ends"], name="shift_starts_ends")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))), name="shift_ends_after_it_starts"
                    ),
                    models.UniqueConstraint(fields=("worker", "team", "starts"), name="one_shift_per_worker_and_start"),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("status__in", ["waiting", "sending"])), fields=["made_at"], name="notice_to_send"
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(fields=["worker", "told_at"], name="delivery_worker_told"),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(condition=models.Q(("gathered_at__isnull", True)), fields=["told_at"], name="delivery_to_gather"),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(
                fields=("kind", "matter", "rung", "worker"), name="told_once_per_rung_and_person", nulls_distinct=False
            ),
        ),
    ]
