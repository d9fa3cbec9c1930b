"""The duty rota, who has been told what, and the messages that leave the building."""

from django.db import models
from django.db.models.functions import Cast, Right

from holdfast.record.models.person_facts import new_id


class DutyShift(models.Model):
    """A worker is on duty for a team from ``starts`` up to but not including ``ends``."""

    class Team(models.TextChoices):
        """The teams that take what nobody else has."""

        FRONT_DOOR = "front_door", "Front door duty"
        EMERGENCY = "emergency_duty", "Emergency duty"
        MANAGER_ON_CALL = "manager_on_call", "Manager on call"

    worker = models.ForeignKey("record.Worker", on_delete=models.PROTECT, related_name="shifts")
    team = models.CharField(max_length=40, choices=Team)
    # Instants, not days: a night shift ends in another day, and in two nights of the year it is longer or shorter by an hour.
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    set_by = models.ForeignKey("record.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(ends__gt=models.F("starts")), name="shift_ends_after_it_starts"),
            models.UniqueConstraint(fields=["worker", "team", "starts"], name="one_shift_per_worker_and_start"),
        ]
        indexes = [models.Index(fields=["starts", "ends"], name="shift_starts_ends")]

    def __str__(self) -> str:
        return f"{self.worker_id} on {self.team} from {self.starts:%Y-%m-%d %H:%M}"


class RotaGap(models.Model):
    """From ``starts`` to ``ends`` nobody is on for a team that keeps a rota. It ends when somebody is, or when it is past."""

    id = models.UUIDField(primary_key=True, default=new_id)
    team = models.CharField(max_length=40, choices=DutyShift.Team)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    found_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["team"], condition=models.Q(ended_at__isnull=True), name="rota_gap_open")]

    def __str__(self) -> str:
        return f"nobody on {self.team} from {self.starts:%Y-%m-%d %H:%M}"


class Notice(models.Model):
    """One message outside Holdfast. It says that something is waiting and where, never about whom. One message may stand
    for many things, so that a busy minute is not a flood. No worker means the on-call mailbox."""

    class Channel(models.TextChoices):
        """How it travels."""

        EMAIL = "email", "E-mail"
        TEXT = "text", "Text message"

    class Status(models.TextChoices):
        """How far it has got. ``sending`` is said before the outside is asked, so that a stop in between shows."""

        # Sending is a state of its own, said and committed before the outside is asked: a stop in between is then seen and not
        # guessed.
        WAITING = "waiting", "Waiting to be sent"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Could not be sent"

    id = models.UUIDField(primary_key=True, default=new_id)
    worker = models.ForeignKey("record.Worker", null=True, on_delete=models.PROTECT, related_name="notices")
    channel = models.CharField(max_length=10, choices=Channel)
    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=120)
    body = models.TextField()
    made_at = models.DateTimeField()
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    carrier = models.CharField(max_length=20, blank=True, default="", help_text="Who carried it: outbox or notify.")
    carrier_reference = models.CharField(max_length=100, blank=True, default="")
    failed_why = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["made_at"], condition=models.Q(status__in=["waiting", "sending"]), name="notice_to_send"),
        ]

    def __str__(self) -> str:
        return f"{self.channel} notice {self.id}: {self.status}"


class Delivery(models.Model):
    """One person has been told of one matter at one rung. It is in front of them in Holdfast from ``told_at`` on, and outside it
    from ``from_at`` where they were not at work.

    No worker means the on-call mailbox: nobody at work was found, and that is an incident. ``carried_in`` matters were
    already old when the record first learned of them, in an import.
    """

    class Kind(models.TextChoices):
        """What the person was told of."""

        ALERT = "alert", "An alert"
        WARNING = "warning", "Something soon due"
        CONCERN = "concern", "A concern that came in"
        MESSAGE = "message", "A message"
        RECORD = "record", "The record itself"
        ROTA = "rota", "A gap in the rota"
        TASK = "task", "What was decided, and its day"

    id = models.UUIDField(primary_key=True, default=new_id)
    kind = models.CharField(max_length=10, choices=Kind)
    # No foreign key: a warning names an alert that is not there yet, and a rebuild makes alerts again under the same id.
    matter = models.UUIDField(help_text="The alert (of a warning, the one to come), or the entry of the concern or message.")
    child = models.ForeignKey("record.Person", null=True, on_delete=models.PROTECT, related_name="+")
    rung = models.SmallIntegerField(help_text="-1 the warning, 0 the breach or the arrival, 1 and up as time goes by.")
    worker = models.ForeignKey("record.Worker", null=True, on_delete=models.PROTECT, related_name="deliveries")
    role = models.CharField(max_length=80)
    because = models.CharField(max_length=500)
    way = models.CharField(max_length=10, default="holder", help_text="As holder, cover, duty, manager, copy or mailbox.")
    told_at = models.DateTimeField()
    from_at = models.DateTimeField(null=True, help_text="When they come to work, if they were not there: it waits until then.")
    read_at = models.DateTimeField(null=True)
    carried_in = models.BooleanField(default=False)
    notice = models.ForeignKey(Notice, null=True, on_delete=models.PROTECT, related_name="deliveries")
    gathered_at = models.DateTimeField(null=True, help_text="When it was put into a message, or found to have no address.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                # Nulls not distinct: the on-call mailbox has no worker, and is told once like anybody.
                fields=["kind", "matter", "rung", "worker"],
                nulls_distinct=False,
                name="told_once_per_rung_and_person",
            )
        ]
        indexes = [
            models.Index(fields=["worker", "told_at"], name="delivery_worker_told"),
            models.Index(Right(Cast("matter", models.TextField()), 10), name="delivery_reference"),
            models.Index(fields=["told_at"], condition=models.Q(gathered_at__isnull=True), name="delivery_to_gather"),
            models.Index(fields=["matter"], name="delivery_matter"),
            models.Index(fields=["told_at"], condition=models.Q(kind__in=["concern", "message"]), name="delivery_came_in"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.matter} rung {self.rung}"

    @property
    def incident(self) -> bool:
        """Whether nobody at work was found."""
        return self.worker_id is None

    @property
    def channel(self) -> str:
        """How they were told: in the app always, and outside it by this where a message was made."""
        return self.notice.channel if self.notice else "in_app"

    @property
    def status(self) -> str:
        """How far the message outside has got; ``in_app`` where there is none."""
        return self.notice.status if self.notice else "in_app"


class Climb(models.Model):
    """How far up its ladder an alert has been told, so that a minute in which nothing changed costs nothing.

    ``counting_from`` is when the alert was raised or, for history that was carried in, when we first saw it. ``staffing`` is
    a mark of who was at work when it was last looked at: when that changes, somebody else may have to be told.
    """

    # No foreign key here either: how far it was told outlives a rebuild of what is stored.
    alert = models.UUIDField(primary_key=True)
    counting_from = models.DateTimeField()
    rung = models.SmallIntegerField()
    staffing = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.alert} at rung {self.rung}"
