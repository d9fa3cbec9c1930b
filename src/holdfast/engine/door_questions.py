"""What is asked before an entry is taken in: whether it can have been so, by what is recorded already.

A refusal where it cannot; where it may be true, a question that the writer answers in words. What came in before, or by a
file, is flagged by signals instead.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.when import When
from holdfast.signals.impossible_dates import ARRANGED
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import references
from holdfast.vocabulary.type_registry import ENTRY_TYPES

THE_ENTRYS_PEOPLE = ""
"""Everyone the entry is about, in place of a field."""
WAS_THERE: dict[str, tuple[str, ...]] = {
    "visit_made": ("seen", "seen_alone"),
    "voice_recorded": ("child",),
    "medical_held": (THE_ENTRYS_PEOPLE,),
    "attendance_recorded": (THE_ENTRYS_PEOPLE,),
    "return_interview_held": (THE_ENTRYS_PEOPLE,),
    "stay_started": (THE_ENTRYS_PEOPLE,),
    "missing_started": (THE_ENTRYS_PEOPLE,),
}
"""Entries that say that somebody was there, with the fields that say who."""
_AFTER = ("_ended", "_answered", "_decided", "_acknowledged", "_completed", "_resolved", "_informed", "_reviewed", "_progressed")
# By how they are called, so that a new type of that name is asked too. A report that is shared before its conference is none.
COMES_AFTER = frozenset(type for type in ENTRY_TYPES if type.endswith(_AFTER)) | {"result_received"}
"""Entries that come after the one that they name: an end, an answer, a decision."""
BEGUN_BY = {
    type: begun
    for type in ENTRY_TYPES
    if type.endswith("_ended") and (begun := f"{type.removesuffix('_ended')}_started") in ENTRY_TYPES
}
"""Ends that need not name what they end, and what begins it."""
LIVES = ("birth_recorded", "death_recorded")
CHANGE = "Look at the date. If the other entry is wrong, put that one right first."
SAY_WHY = "If the date is wrong, change it. If it is right, say below why it is so."


@dataclass(frozen=True)
class DoorQuestion:
    """Why an entry cannot well be as it is said. ``path`` is the part it is about; ``may_be``: the writer may say it is so."""

    path: str
    what: str
    do: str
    may_be: bool = False


def door_questions(entry: Entry, known: RecordView, at: datetime) -> list[DoorQuestion]:
    """Everything to ask about an entry that is to be recorded at an instant. ``known`` holds what it is weighed against."""
    asked = (_still_to_come(entry, at), _turned_round(entry), _presence(entry, known), _before_begun(entry, known))
    return [question for each in asked for question in each]


def looked_at(entry: Entry) -> tuple[str, ...]:
    """The entry types, about the same people, that it is weighed against."""
    begun = BEGUN_BY.get(entry.type)
    after = sorted(COMES_AFTER) if entry.corrects is not None else []
    return tuple(dict.fromkeys((*LIVES, *((begun, entry.type) if begun else ()), *after)))


def _still_to_come(entry: Entry, at: datetime) -> Iterator[DoorQuestion]:
    # By its first instant: "June" said in June may hold a day that has passed, "today at four" said at noon does not.
    if entry.type in ARRANGED or entry.happened.start <= at:
        return
    what = "This is still to come, and is said as something that has happened."
    yield DoorQuestion("$.happened", what, "Give the day and time at which it happened, or record a booking instead.")


def _turned_round(entry: Entry) -> Iterator[DoorQuestion]:
    written = entry.data.written()
    for first, last in (("from", "to"), ("start", "end"), ("since", "until")):
        since, until = _when(written.get(first)), _when(written.get(last))
        if since is not None and until is not None and until.last < since.first:
            yield DoorQuestion(f"$.data.{last}", "It ends before it begins.", "Look at both dates, and put the wrong one right.")
    until = _when(written.get("expected_until"))
    if until is not None and until.last < entry.happened.first:
        yield DoorQuestion("$.data.expected_until", "That day is before it began.", "Give a later day, or leave it out.")


def _when(written: Any) -> When | None:
    try:
        return When.parse(written) if isinstance(written, str | dict) else None
    except ValueError:
        # The field takes plain words, or has a fault of its own.
        return None


def _presence(entry: Entry, known: RecordView) -> Iterator[DoorQuestion]:
    for field in WAS_THERE.get(entry.type, ()):
        for person in dict.fromkeys(_named(entry, field)):
            yield from _lived_then(entry, PersonView.of(known, person), f"$.data.{field}" if field else "$.happened")


def _named(entry: Entry, field: str) -> Iterable[str]:
    if field == THE_ENTRYS_PEOPLE:
        return entry.about
    found = value(entry, field)
    return [found] if isinstance(found, str) else [str(each) for each in listed(entry, field)]


def _lived_then(entry: Entry, person: PersonView, path: str) -> Iterator[DoorQuestion]:
    # Only what is certain by both dates, however vague either is: anything else is no reason to keep somebody from writing.
    born, died = person.born, person.died
    if born is not None and entry.happened.last < born.first:
        what = f"Somebody who is said to have been there was born {born.placed()}, after this."
        yield DoorQuestion(path, what, SAY_WHY, may_be=True)
    if died is not None and died.happened.last < entry.happened.first:
        what = f"Somebody who is said to have been there died {died.happened.placed()}, before this."
        yield DoorQuestion(path, what, SAY_WHY, may_be=True)


def _before_begun(entry: Entry, known: RecordView) -> Iterator[DoorQuestion]:
    named = [each for each in references(entry.data) if each.kind == "entry"]
    for reference in named if entry.type in COMES_AFTER else ():
        current = known.current(reference.value)
        if current is not None and entry.happened.end < current.happened.start:
            what = f"“{ENTRY_TYPES[current.type].title}”, which it follows, was only {current.happened.placed()}."
            yield DoorQuestion("$.happened", what, CHANGE)
    if entry.corrects is not None:
        yield from _ended_already(entry, known)
    if not named and entry.type in BEGUN_BY:
        yield from _never_begun(entry, known)


def _ended_already(entry: Entry, known: RecordView) -> Iterator[DoorQuestion]:
    """An end or an answer that stands and would come before what it ends, were that put right as it is said."""
    root = known.history.root(entry.corrects or "")
    for other in known.entries:
        names = (each.value for each in references(other.data) if each.kind == "entry")
        follows = other.type in COMES_AFTER and root in {known.history.root(id) for id in names if id in known.history.by_id}
        if follows and other.happened.end < entry.happened.start:
            what = f"“{ENTRY_TYPES[other.type].title}”, which follows it, is recorded {other.happened.placed()}."
            yield DoorQuestion("$.happened", what, CHANGE)


def _never_begun(entry: Entry, known: RecordView) -> Iterator[DoorQuestion]:
    begun = [
        each
        for each in known.of(BEGUN_BY[entry.type])
        if set(each.about) & set(entry.about) and value(each, "plan") in (value(entry, "plan"), None)
        if entry.about or value(each, "worker") == value(entry, "worker")
    ]
    # Nothing at all on the record is a beginning that nobody wrote down, which happens; one that is later is a date to look at.
    if begun and all(entry.happened.end < each.happened.start for each in begun):
        first = min(begun, key=lambda each: each.happened.start)
        what = f"By the record it began {first.happened.placed()}, after this."
        yield DoorQuestion("$.happened", what, SAY_WHY, may_be=True)
