"""What is stored for speed alone. All of it can be dropped and rebuilt from the entries;
``holdfast rebuild --check`` proves it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from holdfast.record.models.person_facts import Person


# CASCADE here, and nowhere else in the record: what is in these tables can be made again, and is nobody's word.
class StoredSpan(models.Model):
    """A state that lasts, such as a child protection plan, from its first day up to but not including ``end``."""

    child = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="spans")
    kind = models.CharField(max_length=80)
    detail = models.CharField(max_length=80, blank=True, default="")
    start = models.DateField()
    end = models.DateField(null=True)
    entry = models.CharField(max_length=100, help_text="The entry that started it.")

    class Meta:
        # Who is on a plan or missing tonight is asked of everybody, and most stretches of either are long over.
        indexes = [models.Index(fields=["kind"], name="span_still_open", condition=models.Q(end__isnull=True))]

    def __str__(self) -> str:
        return f"{self.kind} from {self.start}"


class StoredClock(models.Model):
    """One standard running for one child from one entry. Its state is a function of these and a moment, and is not kept."""

    child = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="clocks")
    key = models.CharField(max_length=300)
    standard = models.CharField(max_length=60)
    about = models.JSONField(default=list)
    trigger = models.CharField(max_length=100, null=True)
    starts = models.JSONField(null=True, help_text="A day or an instant, in ISO form.")
    due = models.JSONField(null=True, help_text="A day or an instant, in ISO form.")
    overdue_from = models.DateTimeField(
        null=True, help_text="The first instant at which it is overdue if nothing is done; none if it never will be."
    )
    warn_from = models.JSONField(null=True)
    met_by = models.CharField(max_length=100, null=True)
    met_on = models.JSONField(null=True)
    excused_by = models.CharField(max_length=100, null=True)
    excused_on = models.JSONField(null=True)
    excused_why = models.TextField(null=True)
    missing = models.TextField(null=True)
    approximate = models.BooleanField(default=False)
    # Kept, though it follows from the rest and a moment: the sweep finds what has come due by an index over it, every minute.
    open = models.BooleanField(help_text="Running or overdue when last worked out.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["child", "key"], name="one_clock_per_key")]
        indexes = [
            models.Index(fields=["overdue_from"], condition=models.Q(open=True), name="clock_open_overdue"),
            models.Index(fields=["standard"], name="clock_standard"),
            models.Index(fields=["trigger"], name="clock_trigger"),
        ]

    def __str__(self) -> str:
        return f"{self.standard} {self.key}"


class Alert(models.Model):
    """A clock or signal that someone must answer. Its id is made from its key, so that a rebuilt alert is the same alert."""

    id = models.UUIDField(primary_key=True)
    child = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="alerts")
    key = models.CharField(max_length=300)
    rule_id = models.CharField(max_length=60)
    about = models.JSONField(default=list)
    trigger = models.CharField(max_length=100, null=True)
    evidence = models.JSONField(default=list)
    due = models.JSONField(null=True)
    why = models.TextField()
    raised_at = models.DateTimeField(help_text="When it first showed, by what was known then.")
    ended_at = models.DateTimeField(null=True)
    ended_why = models.TextField(null=True)
    withdrawn = models.BooleanField(default=False, help_text="What was known was wrong: it ended because a record was put right.")
    answered_by = models.CharField(max_length=100, null=True, help_text="The entry that answers it.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["child", "key"], name="one_alert_per_key")]
        indexes = [models.Index(fields=["child", "raised_at"], name="alert_child_raised")]

    def __str__(self) -> str:
        return f"{self.rule_id} {self.id}"


class Rechecked(models.Model):
    """The instant by which everything derived for one person was last worked out."""

    person = models.OneToOneField(Person, primary_key=True, on_delete=models.CASCADE, related_name="rechecked")
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.person_id} at {self.at}"


class Waiting(models.Model):
    """Somebody to be brought up to date with entries of these types, recorded at ``at``, that were written without it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="waiting")
    at = models.DateTimeField()
    types = ArrayField(models.CharField(max_length=80))

    def __str__(self) -> str:
        return f"{self.person_id} waits since {self.at}"
