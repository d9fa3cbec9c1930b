"""People as ids. What is known about one is a dated fact with its source; nobody is ever merged with anybody."""

from uuid import UUID

from django.db import models
from uuid6 import uuid7


def new_id() -> UUID:
    """An id that sorts by when it was made."""
    # The library gives a class of its own. What comes back from the database is Python's, and so is this.
    return UUID(int=uuid7().int)


def new_person_id() -> str:
    """A person's id says nothing about them, so that it can stand in an address."""
    return str(new_id())


class Person(models.Model):
    """A child or an adult: an id, and nothing else."""

    # Text and no number: a person keeps the id that a case file or another system's import gave them, and Django's foreign keys
    # follow.
    id = models.CharField(primary_key=True, max_length=100, default=new_person_id)
    recorded_at = models.DateTimeField(help_text="When the record first knew that there is this person.")

    def __str__(self) -> str:
        return self.id


class PersonFact(models.Model):
    """One thing somebody said about a person, from when until when it held, and where it comes from. Append-only: a fact
    that was wrong, or has ended, is replaced by a later row with the reason. A null value says that nothing takes its place."""

    class Kind(models.TextChoices):
        """What can be said of a person."""

        NAME = "name", "Name"
        BORN = "born", "Date of birth"
        SEX = "sex", "Sex"
        NHS_NUMBER = "nhs_number", "NHS number"
        ADDRESS = "address", "Address"
        EXPECTED = "expected", "Expected date of birth"
        TELEPHONE = "telephone", "Telephone"
        SAFE_ADDRESS = "safe_address", "Safe address"
        LANGUAGE = "language", "Language"
        DANGER_TO_STAFF = "danger_to_staff", "Danger to staff"
        SCHOOL = "school", "School or nursery"
        GP = "gp", "GP"

    id = models.UUIDField(primary_key=True, default=new_id)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="facts")
    kind = models.CharField(max_length=20, choices=Kind)
    value = models.JSONField(null=True)
    start = models.JSONField(null=True, help_text="From when it held, in the case file's written form.")
    end = models.JSONField(null=True)
    source = models.TextField(null=True)
    said_by = models.TextField(null=True, help_text="Who said so: the id of a person, worker or organisation, or words.")
    check_by = models.DateField(null=True, help_text="The last day on which it is relied on without being checked again.")
    # One column for what only some kinds have: whose telephone, which sort of address, whether an interpreter is needed.
    detail = models.JSONField(null=True, help_text="What else belongs to a fact of this kind, and the entry that says the same.")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("record.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    reason = models.TextField(null=True)
    position = models.PositiveIntegerField(default=0, help_text="The order in which the facts of one kind were given.")

    class Meta:
        indexes = [models.Index(fields=["person", "kind"], name="fact_person_kind")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.person_id}"


class Relationship(models.Model):
    """``from_person`` is the ``kind`` of ``to_person``. Append-only: one that ended, or was wrong, is replaced by a later row.
    A row with no kind says that nothing takes the place of the one it replaces."""

    id = models.UUIDField(primary_key=True, default=new_id)
    from_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships_from")
    to_person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="relationships_to")
    kind = models.CharField(max_length=60, blank=True)
    parental_responsibility = models.BooleanField(null=True)
    start = models.JSONField(null=True)
    end = models.JSONField(null=True)
    source = models.TextField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("record.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="replaced_by")
    reason = models.TextField(null=True)
    position = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.from_person_id} is {self.kind} of {self.to_person_id}"
