"""The tables of the ledger, and the sequence that gives entries their order of arrival."""

import django.db.models.deletion
from django.db import migrations, models

import holdfast.record.models.person_facts


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.RunSQL("CREATE SEQUENCE record_entry_sequence", "DROP SEQUENCE record_entry_sequence"),
        migrations.CreateModel(
            name="EntryEnvelope",
            fields=[
                ("id", models.UUIDField(default=holdfast.record.models.person_facts.new_id, primary_key=True, serialize=False)),
                ("type", models.CharField(max_length=80)),
                ("type_version", models.PositiveSmallIntegerField(default=1)),
                ("happened", models.JSONField(help_text="In the case file's written form, exactly as precise as it was said.")),
                ("happened_first", models.DateField()),
                ("happened_last", models.DateField()),
                ("happened_start", models.DateTimeField()),
                ("happened_end", models.DateTimeField()),
                ("recorded_at", models.DateTimeField()),
                ("source", models.TextField(null=True)),
                ("reason", models.TextField(null=True)),
                ("body_digest", models.CharField(help_text="SHA-256 of the body in its canonical form.", max_length=64)),
                ("imported_from", models.CharField(help_text="The file that brought it.", max_length=200, null=True)),
                (
                    "sequence",
                    models.BigIntegerField(
                        db_default=models.Func(models.Value("record_entry_sequence"), function="nextval"),
                        editable=False,
                        help_text="The order of arrival, given by the database.",
                        unique=True,
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="record.entryenvelope",
                    ),
                ),
                (
                    "withdraws",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawals",
                        to="record.entryenvelope",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.CharField(max_length=100, primary_key=True, serialize=False)),
                ("kind", models.CharField(help_text="Such as school or childrens_social_care.", max_length=100)),
                ("name", models.CharField(max_length=200)),
                ("phone", models.CharField(blank=True, default="", max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.CharField(
                        default=holdfast.record.models.person_facts.new_person_id,
                        max_length=100,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("recorded_at", models.DateTimeField(help_text="When the record first knew that there is this person.")),
            ],
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("number", models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ("sealed_at", models.DateTimeField()),
                ("leaf_count", models.PositiveIntegerField()),
                ("root", models.CharField(max_length=64)),
                ("head", models.CharField(help_text="SHA-256 over the last head and this seal.", max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="EntryBody",
            fields=[
                (
                    "envelope",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="body",
                        serialize=False,
                        to="record.entryenvelope",
                    ),
                ),
                ("data", models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name="ImportedId",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("origin", models.CharField(help_text="The file, by the name it was imported under.", max_length=200)),
                ("kind", models.CharField(max_length=20)),
                ("external_id", models.TextField()),
                ("internal_id", models.CharField(db_index=True, max_length=100)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("origin", "kind", "external_id"), name="imported_once"),
                    models.UniqueConstraint(fields=("origin", "kind", "internal_id"), name="imported_as_one"),
                ],
            },
        ),
        migrations.AddField(
            model_name="entryenvelope",
            name="organisation",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="record.organisation"
            ),
        ),
        migrations.CreateModel(
            name="StoredSpan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=80)),
                ("detail", models.CharField(blank=True, default="", max_length=80)),
                ("start", models.DateField()),
                ("end", models.DateField(null=True)),
                ("entry", models.CharField(help_text="The entry that started it.", max_length=100)),
                (
                    "child",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="spans", to="record.person"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Worker",
            fields=[
                ("id", models.CharField(max_length=100, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("role", models.CharField(blank=True, help_text="Such as social_worker.", max_length=100, null=True)),
                ("phone", models.CharField(blank=True, default="", max_length=40)),
                ("email", models.EmailField(blank=True, default="", max_length=254)),
                (
                    "manager",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="manages",
                        to="record.worker",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="workers",
                        to="record.organisation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Relationship",
            fields=[
                ("id", models.UUIDField(default=holdfast.record.models.person_facts.new_id, primary_key=True, serialize=False)),
                ("kind", models.CharField(blank=True, max_length=60)),
                ("parental_responsibility", models.BooleanField(null=True)),
                ("start", models.JSONField(null=True)),
                ("end", models.JSONField(null=True)),
                ("source", models.TextField(null=True)),
                ("recorded_at", models.DateTimeField()),
                ("reason", models.TextField(null=True)),
                ("position", models.PositiveIntegerField(default=0)),
                (
                    "from_person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="relationships_from", to="record.person"
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="record.relationship",
                    ),
                ),
                (
                    "to_person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="relationships_to", to="record.person"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="record.worker"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="entryenvelope",
            name="recorded_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="record.worker"
            ),
        ),
        migrations.CreateModel(
            name="EntryAbout",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "envelope",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="abouts", to="record.entryenvelope"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="abouts", to="record.person"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("envelope", "person"), name="about_each_person_once")],
            },
        ),
        migrations.CreateModel(
            name="Alert",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=300)),
                ("rule_id", models.CharField(max_length=60)),
                ("about", models.JSONField(default=list)),
                ("trigger", models.CharField(max_length=100, null=True)),
                ("evidence", models.JSONField(default=list)),
                ("due", models.JSONField(null=True)),
                ("why", models.TextField()),
                ("raised_at", models.DateTimeField(help_text="When it first showed, by what was known then.")),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_why", models.TextField(null=True)),
                (
                    "withdrawn",
                    models.BooleanField(
                        default=False, help_text="What was known was wrong: it ended because a record was put right."
                    ),
                ),
                ("answered_by", models.CharField(help_text="The entry that answers it.", max_length=100, null=True)),
                (
                    "child",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="alerts", to="record.person"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["child", "raised_at"], name="alert_child_raised")],
                "constraints": [models.UniqueConstraint(fields=("child", "key"), name="one_alert_per_key")],
            },
        ),
        migrations.CreateModel(
            name="SealedLeaf",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("entry", "Entry"), ("fact", "Fact about a person"), ("relationship", "Relationship")],
                        max_length=20,
                    ),
                ),
                ("row", models.UUIDField(unique=True)),
                ("leaf", models.CharField(max_length=64)),
                ("seal", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="leaves", to="record.seal")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("seal", "position"), name="one_leaf_per_position")],
            },
        ),
        migrations.CreateModel(
            name="StoredClock",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=300)),
                ("standard", models.CharField(max_length=60)),
                ("about", models.JSONField(default=list)),
                ("trigger", models.CharField(max_length=100, null=True)),
                ("starts", models.JSONField(help_text="A day or an instant, in ISO form.", null=True)),
                ("due", models.JSONField(help_text="A day or an instant, in ISO form.", null=True)),
                (
                    "overdue_from",
                    models.DateTimeField(
                        help_text="The first instant at which it is overdue if nothing is done; none if it never will be.",
                        null=True,
                    ),
                ),
                ("warn_from", models.JSONField(null=True)),
                ("met_by", models.CharField(max_length=100, null=True)),
                ("met_on", models.JSONField(null=True)),
                ("excused_by", models.CharField(max_length=100, null=True)),
                ("excused_on", models.JSONField(null=True)),
                ("excused_why", models.TextField(null=True)),
                ("missing", models.TextField(null=True)),
                ("approximate", models.BooleanField(default=False)),
                ("open", models.BooleanField(help_text="Running or overdue when last worked out.")),
                (
                    "child",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="clocks", to="record.person"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("open", True)), fields=["overdue_from"], name="clock_open_overdue"),
                    models.Index(fields=["standard"], name="clock_standard"),
                ],
                "constraints": [models.UniqueConstraint(fields=("child", "key"), name="one_clock_per_key")],
            },
        ),
        migrations.CreateModel(
            name="PersonFact",
            fields=[
                ("id", models.UUIDField(default=holdfast.record.models.person_facts.new_id, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("name", "Name"),
                            ("born", "Date of birth"),
                            ("sex", "Sex"),
                            ("nhs_number", "NHS number"),
                            ("address", "Address"),
                            ("expected", "Expected date of birth"),
                        ],
                        max_length=20,
                    ),
                ),
                ("value", models.JSONField(null=True)),
                ("start", models.JSONField(help_text="From when it held, in the case file's written form.", null=True)),
                ("end", models.JSONField(null=True)),
                ("source", models.TextField(null=True)),
                ("recorded_at", models.DateTimeField()),
                ("reason", models.TextField(null=True)),
                (
                    "position",
                    models.PositiveIntegerField(default=0, help_text="The order in which the facts of one kind were given."),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="record.person"),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="replaced_by", to="record.personfact"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="record.worker"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person", "kind"], name="fact_person_kind")],
            },
        ),
        migrations.AddIndex(
            model_name="entryenvelope",
            index=models.Index(fields=["type", "happened_last"], name="entry_type_happened"),
        ),
        migrations.AddIndex(
            model_name="entryenvelope",
            index=models.Index(fields=["recorded_at"], name="entry_recorded"),
        ),
        migrations.AddConstraint(
            model_name="entryenvelope",
            constraint=models.CheckConstraint(
                condition=models.Q(("corrects__isnull", True), ("withdraws__isnull", True), _connector="OR"),
                name="corrects_or_withdraws",
            ),
        ),
        migrations.AddConstraint(
            model_name="entryenvelope",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrects__isnull", True), ("withdraws__isnull", True)), ("reason__regex", "\\S"), _connector="OR"
                ),
                name="putting_right_has_a_reason",
            ),
        ),
    ]
