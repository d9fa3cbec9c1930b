"""Whether an entry fits the record: what it names is there, what it puts right can be put right, what it says can be kept."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any
from uuid import UUID

from holdfast.record.ledger.entry_rows import ask
from holdfast.record.models import EntryEnvelope
from holdfast.vocabulary.about_whom import about_nobody
from holdfast.vocabulary.base import Reference
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.faults import Fault
from holdfast.vocabulary.field_types import references
from holdfast.vocabulary.model_faults import json_key

ABSENT = {
    "person": Fault("", "The record has no such person.", "Find the person first, or add them."),
    "worker": Fault("", "The record has no such worker.", "Choose a worker who is there."),
    "organisation": Fault("", "The record has no such organisation.", "Choose an organisation that is there."),
    "entry": Fault("", "The record has no such entry.", "Choose an entry that is there."),
}
# One question for all three kinds: somebody at a form waits for each trip to the database.
PRESENT = """
SELECT 'person', id FROM record_person WHERE id = ANY(%(person)s::varchar[])
UNION ALL SELECT 'worker', id FROM record_worker WHERE id = ANY(%(worker)s::varchar[])
UNION ALL SELECT 'organisation', id FROM record_organisation WHERE id = ANY(%(organisation)s::varchar[])
"""
"""Those of these people, workers and agencies that the record has."""
Present = AbstractSet[tuple[str, str]]
"""The kinds and ids of what is there."""


def faults_of(entry: Entry) -> list[Fault]:
    """Everything that keeps ``entry`` out, by field."""
    unkeepable = list(_unkeepable(entry))
    # PostgreSQL refuses a null character in a question as in a row: it cannot even be asked whether the people are there.
    if unkeepable:
        return unkeepable
    # Where a field takes plain words as well as an id, what stands there may be somebody whom nobody has entered: it is kept as
    # it was said.
    checked = [reference for reference in references(entry.data) if reference.checked]
    asked = {kind: [each.value for each in checked if each.kind == kind] for kind in ("person", "worker", "organisation")}
    asked["person"] += entry.about
    present = set(ask(PRESENT, asked))
    return [*_about(entry, present), *_of_each(entry), *_references(checked, present), *_putting_right(entry)]


def _unkeepable(entry: Entry) -> Iterator[Fault]:
    """Text that no database column can hold: a null character, or half of a pair of surrogates."""
    parts = {"$.about": list(entry.about), "$.source": entry.source, "$.reason": entry.reason, "$.data": entry.data.written()}
    for path, value in parts.items():
        for where, text in _texts(path, value):
            if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
                yield Fault(where, "This holds a character that is not text.", "Type it again, or paste it as plain text.")


def _texts(path: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts(json_key(path, str(key)), part)
    elif isinstance(value, list):
        for position, part in enumerate(value):
            yield from _texts(json_key(path, position), part)


def _about(entry: Entry, present: Present) -> Iterator[Fault]:
    if (fault := about_nobody(entry.type, entry.about)) is not None:
        yield fault
    for position, person in enumerate(entry.about):
        if ("person", person) not in present:
            yield Fault(f"$.about[{position}]", ABSENT["person"].what, ABSENT["person"].do)


def _of_each(entry: Entry) -> Iterator[Fault]:
    """A row about a child whom the entry is not about: it would stand in no record of that child's."""
    field = entry.data.of_each
    for position, row in enumerate(getattr(entry.data, field) or () if field else ()):
        if row.child not in entry.about:
            what = "This row is about a child whom the entry is not about."
            yield Fault(f"$.data.{field}[{position}].child", what, "Say that the entry is about this child as well.")


def _references(checked: Iterable[Reference], present: Present) -> Iterator[Fault]:
    for reference in checked:
        path = f"$.data.{reference.path}"
        if reference.kind == "entry":
            yield from _entry_reference(path, reference)
        elif (reference.kind, reference.value) not in present:
            yield Fault(path, ABSENT[reference.kind].what, ABSENT[reference.kind].do)


def _entry_reference(path: str, reference: Reference) -> Iterator[Fault]:
    found = envelope(reference.value)
    if found is None:
        yield Fault(path, ABSENT["entry"].what, ABSENT["entry"].do)
    elif reference.entry_types and found.type not in reference.entry_types:
        yield Fault(path, f"That entry is a {found.type}.", f"Choose a {' or a '.join(reference.entry_types)}.")


def _putting_right(entry: Entry) -> Iterator[Fault]:
    for name, target in (("corrects", entry.corrects), ("withdraws", entry.withdraws)):
        if target is None:
            continue
        found = envelope(target)
        if found is None:
            yield Fault(f"$.{name}", ABSENT["entry"].what, ABSENT["entry"].do)
            continue
        if name == "corrects" and found.type != entry.type:
            do = "Correct it with an entry of the same type, or withdraw it."
            yield Fault("$.corrects", f"That is a {found.type}, and this is a {entry.type}.", do)
        # Whose record an entry stands on is read from whom it is about. A withdrawal about fewer people would take it from
        # somebody who cannot see that it was taken.
        if name == "withdraws" and set(found.abouts.values_list("person_id", flat=True)) != set(entry.about):
            do = "Name exactly those people."
            yield Fault("$.about", "A withdrawal is about the same people as the entry it withdraws.", do)
        if _put_right_already(found):
            do = "Open the latest version and put that right."
            yield Fault(f"$.{name}", "That has already been corrected or withdrawn.", do)
        # Read as known at a moment between the two, the correction would be there and what it corrects not yet.
        if found.recorded_at > entry.recorded_at:
            yield Fault("$.recorded_at", "It puts right something that was recorded later.", "Check the time of recording.")


def _put_right_already(found: EntryEnvelope) -> bool:
    """Whether a correction or a withdrawal of ``found`` stands. One that was itself withdrawn does not."""
    # Somebody who withdraws a wrong correction must be able to correct the entry again.
    later = EntryEnvelope.objects.filter(corrects=found) | EntryEnvelope.objects.filter(withdraws=found)
    return any(not row.withdrawals.filter(withdrawals__isnull=True).exists() for row in later)


def envelope(id: str) -> EntryEnvelope | None:
    """The envelope with this id, written as ids are written; nothing where there is none."""
    try:
        # Entries name each other in their data as text. Another spelling of the same number would be found here and by nothing
        # that reads the data.
        if str(UUID(id)) != id:
            return None
    except ValueError:
        return None
    return EntryEnvelope.objects.filter(pk=id).first()
