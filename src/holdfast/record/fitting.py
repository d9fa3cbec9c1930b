"""Whether an entry fits the record: what it names is there, what it puts right can be put right, what it says can be kept."""

from collections.abc import Iterator
from uuid import UUID

from holdfast.record.models import EntryEnvelope, Person
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.faults import Fault


def faults_of(entry: Entry) -> list[Fault]:
    """Everything that keeps ``entry`` out, by field."""
    return [*_about(entry), *_putting_right(entry)]


def _about(entry: Entry) -> Iterator[Fault]:
    known = set(Person.objects.filter(pk__in=entry.about).values_list("pk", flat=True))
    for position, person in enumerate(entry.about):
        path = f"$.about[{position}]"
        if person not in known:
            yield Fault(path, "The record has no such person.", "Find the person first, or add them.")
        elif person in entry.about[:position]:
            yield Fault(path, "This person is named twice.", "Name each person once.")


def _putting_right(entry: Entry) -> Iterator[Fault]:
    for name, target in (("corrects", entry.corrects), ("withdraws", entry.withdraws)):
        if target is None:
            continue
        found = envelope(target)
        if found is None:
            yield Fault(f"$.{name}", "The record has no such entry.", "Name an entry that is there.")
            continue
        if name == "corrects" and found.type != entry.type:
            yield Fault(
                "$.corrects",
                f"That is a {found.type}, and this is a {entry.type}.",
                "Correct with the same type, or withdraw it.",
            )
        if name == "withdraws" and set(found.abouts.values_list("person_id", flat=True)) != set(entry.about):
            yield Fault(
                "$.about", "A withdrawal is about the same people as the entry it withdraws.", "Name exactly those people."
            )
        if found.withdraws_id is not None:
            yield Fault(f"$.{name}", "That is itself a withdrawal.", "Record the entry again instead.")
        if found.corrections.exists() or found.withdrawals.exists():
            yield Fault(
                f"$.{name}", "That has already been corrected or withdrawn.", "Open the latest version and put that right."
            )
        if found.recorded_at > entry.recorded_at:
            yield Fault("$.recorded_at", "It puts right something that was recorded later.", "Check the time of recording.")


def envelope(id: str) -> EntryEnvelope | None:
    """The envelope with this id, written as ids are written; nothing where there is none."""
    try:
        if str(UUID(id)) != id:
            return None
    except ValueError:
        return None
    return EntryEnvelope.objects.filter(pk=id).first()
