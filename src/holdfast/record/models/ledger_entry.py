"""An entry in two halves. The envelope says that something was recorded; the body says what. Lawful disposal can remove a
body one day and leave the envelope, with the body's digest, as a provable gap."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Cast, Right

from holdfast.record.models.person_facts import Person, new_id


class EntryEnvelope(models.Model):
    """That something of one type happened, when, when it was recorded and by whom. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id)
    type = models.CharField(max_length=80)
    type_version = models.PositiveSmallIntegerField(default=1)
    happened = models.JSONField(help_text="In the case file's written form, exactly as precise as it was said.")
    happened_first = models.DateField()
    happened_last = models.DateField()
    happened_start = models.DateTimeField()
    happened_end = models.DateTimeField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("record.Worker", null=True, on_delete=models.PROTECT, related_name="entries")
    organisation = models.ForeignKey("record.Organisation", null=True, on_delete=models.PROTECT, related_name="entries")
    source = models.TextField(null=True)
    corrects = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="corrections")
    withdraws = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="withdrawals")
    reason = models.TextField(null=True)
    # What a seal holds of the body. The body can go and the seal stays true.
    body_digest = models.CharField(max_length=64, help_text="SHA-256 of the body in its canonical form.")
    imported_from = models.CharField(max_length=200, null=True, help_text="The file that brought it.")
    sequence = models.BigIntegerField(
        # Two instants of recording may be the same, and the clocks of two machines differ: the order in which entries came is the
        # database's to say. Not the primary key, because a phone makes an entry's id before it sends it.
        unique=True,
        editable=False,
        db_default=models.Func(models.Value("record_entry_sequence"), function="nextval"),
        help_text="The order of arrival, given by the database.",
    )

    class Meta:
        indexes = [
            models.Index(fields=["type", "happened_last"], name="entry_type_happened"),
            models.Index(fields=["recorded_at"], name="entry_recorded"),
            # What was recorded of a few types tonight, whatever else everybody has recorded since.
            models.Index(fields=["type", "recorded_at"], name="entry_type_recorded"),
            # What came in is spoken of by a reference made of the end of its id, also where nobody was told of it here.
            models.Index(
                Right(Cast("id", models.TextField()), 10),
                condition=models.Q(type__in=["contact_received", "message_received"]),
                name="entry_came_in_reference",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(corrects__isnull=True) | models.Q(withdraws__isnull=True), name="corrects_or_withdraws"
            ),
            models.CheckConstraint(
                condition=models.Q(corrects__isnull=True, withdraws__isnull=True) | models.Q(reason__regex=r"\S"),
                name="putting_right_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.id}"


class EntryBody(models.Model):
    """What an entry says. Kept apart from its envelope."""

    # PROTECT throughout: nothing that Django deletes may reach the ledger by a cascade, whatever the triggers say.
    envelope = models.OneToOneField(EntryEnvelope, primary_key=True, on_delete=models.PROTECT, related_name="body")
    data = models.JSONField()

    def __str__(self) -> str:
        return f"body of {self.envelope_id}"


class EntryAbout(models.Model):
    """One person an entry is about. One visit to four children is one entry about four people."""

    envelope = models.ForeignKey(EntryEnvelope, on_delete=models.PROTECT, related_name="abouts")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="abouts")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["envelope", "person"], name="about_each_person_once")]

    def __str__(self) -> str:
        return f"{self.envelope_id} is about {self.person_id}"


class AboutNobody(models.Model):
    """An entry about no person, such as a worker's leave. Families read those that concern somebody who works with them, found
    here without reading all others. ``chain`` is the first version of what it puts right, or itself."""

    sequence = models.BigIntegerField(primary_key=True, help_text="That of its envelope.")
    envelope = models.OneToOneField(EntryEnvelope, on_delete=models.PROTECT, related_name="about_nobody")
    chain = models.UUIDField(null=True)
    concerns = ArrayField(
        models.CharField(max_length=100),
        default=list,
        help_text="The workers it names; and its type after a colon where it concerns everybody.",
    )

    class Meta:
        indexes = [
            models.Index(fields=["chain"], name="about_nobody_chain"),
            GinIndex(fields=["concerns"], name="about_nobody_concerns"),
        ]

    def __str__(self) -> str:
        return f"{self.envelope_id} is about nobody"


class NamedStaff(models.Model):
    """A worker whom an entry gives a child, says to be away, gone or back, or names for cover: what is recorded of ten workers is
    found here without reading that of a thousand. ``chain`` is the first version of what it puts right, or itself; a version that
    names nobody, such as a withdrawal, has an empty ``worker``."""

    envelope = models.ForeignKey(EntryEnvelope, on_delete=models.PROTECT, related_name="named_staff")
    chain = models.UUIDField()
    worker = models.CharField(max_length=100)
    # Allocations are most of what is recorded of a worker, and seldom say whether they are at work.
    of_post = models.BooleanField(help_text="It says who is in post or who covers, not who has which child.")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["envelope", "worker"], name="named_staff_once")]
        indexes = [
            models.Index(fields=["worker", "of_post", "chain"], name="named_staff_worker"),
            models.Index(fields=["chain"], name="named_staff_chain"),
        ]

    def __str__(self) -> str:
        return f"{self.envelope_id} names {self.worker}"


class MovedEntry(models.Model):
    """A version of an entry that another version says is about somebody else: whoever reads what is recorded about that person
    reads it too, to see that it was moved to them, or away from them to the right one."""

    envelope = models.ForeignKey(EntryEnvelope, on_delete=models.PROTECT, related_name="moved")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="moved")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "envelope"], name="moved_for_each_person_once")]

    def __str__(self) -> str:
        return f"{self.envelope_id} is read for {self.person_id}"
