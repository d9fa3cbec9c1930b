"""What is asked before an entry is taken in: whether it can have been so, by what is recorded already.

A refusal where it cannot; where it may be true, a question that the writer answers in words. What came in before, or by a
file, is flagged by signals instead.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from holdfast.engine.reference.affiliation import sender_id
from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.when import When
from holdfast.rules.shapes import Pair
from holdfast.signals.impossible_dates import ARRANGED, PAIRS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.entry_order import NAMES_EARLIER
from holdfast.vocabulary.field_types import shapes
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
FOLLOWS: dict[str, tuple[str, ...]] = {
    type: tuple(field for follower, field in NAMES_EARLIER if follower == type) for type, _ in NAMES_EARLIER
}
"""Entries that come after one that they name, with the fields that name it."""
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
    asked = (
        _still_to_come(entry, at),
        _turned_round(entry),
        _presence(entry, known),
        _before_begun(entry, known),
        _themselves(entry, known),
    )
    return [question for each in asked for question in each]


def looked_at(entry: Entry) -> tuple[str, ...]:
    """The entry types, about the same people, that it is weighed against."""
    paired = (each for pair in _pairs_of(entry) for each in (pair.begun, pair.ended, *pair.also))
    after = sorted(FOLLOWS) if entry.corrects is not None else []
    return tuple(dict.fromkeys((*LIVES, *paired, *after)))


def _pairs_of(entry: Entry) -> list[Pair]:
    return [pair for pair in PAIRS if entry.type in (pair.begun, pair.ended)]


def _still_to_come(entry: Entry, at: datetime) -> Iterator[DoorQuestion]:
    # By its first instant: "June" said in June may hold a day that has passed, "today at four" said at noon does not.
    if entry.type in ARRANGED or entry.happened.start <= at:
        return
    what = "This is still to come, and is said as something that has happened."
    yield DoorQuestion("$.happened", what, "Give the day and time at which it happened, or record a booking instead.")


def _turned_round(entry: Entry) -> Iterator[DoorQuestion]:
    for shape in shapes(type(entry.data)):
        if shape.ahead is not None and not shape.earlier:
            first = _when(value(entry, shape.ahead.since)) if shape.ahead.since else entry.happened
            yield from _past_by_then(_when(value(entry, shape.name)), first, f"$.data.{shape.name}")
        # What is said of each child has days of its own.
        for index, row in enumerate(listed(entry, shape.name) if shape.row is not None else ()):
            for each in shape.fields:
                if each.ahead is not None and not each.earlier:
                    yield from _past_by_then(
                        _when(row_value(row, each.name)), entry.happened, f"$.data.{shape.name}[{index}].{each.name}"
                    )


def _past_by_then(last: When | None, first: When | None, path: str) -> Iterator[DoorQuestion]:
    if first is not None and last is not None and last.end < first.start:
        yield DoorQuestion(path, "That day is before it began.", "Look at both dates, and put the wrong one right.")


def _when(said: object) -> When | None:
    return said if isinstance(said, When) else None


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
    named = [str(id) for field in FOLLOWS.get(entry.type, ()) for id in listed(entry, field)]
    for id in named:
        current = known.current(id)
        if current is not None and entry.happened.end < current.happened.start:
            what = f"“{ENTRY_TYPES[current.type].title}”, which it follows, was only {current.happened.placed()}."
            yield DoorQuestion("$.happened", what, CHANGE)
    if entry.corrects is not None:
        yield from _ended_already(entry, known)
    for pair in _pairs_of(entry):
        # By the id of what it ends it was asked above.
        if entry.type == pair.ended and not any(known.current(id) for id in named):
            yield from _only_begun_later(entry, pair, known)
        elif entry.type == pair.begun:
            yield from _ended_before(entry, pair, known)


def _ended_already(entry: Entry, known: RecordView) -> Iterator[DoorQuestion]:
    """An end or an answer that stands and would come before what it ends, were that put right as it is said."""
    root = known.history.root(entry.corrects or "")
    for other in known.entries:
        names = (str(id) for field in FOLLOWS.get(other.type, ()) for id in listed(other, field))
        follows = root in {known.history.root(id) for id in names if id in known.history.by_id}
        if follows and other.happened.end < entry.happened.start:
            what = f"“{ENTRY_TYPES[other.type].title}”, which follows it, is recorded {other.happened.placed()}."
            yield DoorQuestion("$.happened", what, CHANGE)


def _only_begun_later(entry: Entry, pair: Pair, known: RecordView) -> Iterator[DoorQuestion]:
    begun = _other_ends(entry, known, pair, pair.begun)
    # Nothing at all on the record is a beginning that nobody wrote down, which happens; one that is later is a date to look at.
    if begun and not any(each.happened.start <= entry.happened.end for each in (*begun, *_maybe_begun(entry, pair, known))):
        first = min(begun, key=lambda each: each.happened.start)
        what = f"By the record it began {first.happened.placed()}, after this."
        yield DoorQuestion("$.happened", what, SAY_WHY, may_be=True)


def _ended_before(entry: Entry, pair: Pair, known: RecordView) -> Iterator[DoorQuestion]:
    ended = _other_ends(entry, known, pair, pair.ended)
    if not ended or any(each.happened.end >= entry.happened.start for each in ended):
        return
    # What ended before this began was begun by something else, where there is anything else that it was begun by.
    before = (*_other_ends(entry, known, pair, pair.begun), *_maybe_begun(entry, pair, known))
    for end in ended:
        if not any(each.happened.start <= end.happened.end for each in before):
            what = f"“{ENTRY_TYPES[end.type].title}” is recorded {end.happened.placed()}, before this."
            yield DoorQuestion("$.happened", what, SAY_WHY, may_be=True)
            return


def _other_ends(entry: Entry, known: RecordView, pair: Pair, type: str) -> list[Entry]:
    """Entries of one end of a pair that say the same as this one, of the people it is about, or of nobody as it is."""
    # What it puts right is itself.
    own = known.history.root(entry.corrects) if entry.corrects else entry.id
    return [
        each
        for each in known.of(type)
        if known.history.root(each.id) != own
        and (bool(set(each.about) & set(entry.about)) or not (entry.about or each.about))
        and all(value(each, field) == value(entry, field) for field in pair.same)
    ]


def _maybe_begun(entry: Entry, pair: Pair, known: RecordView) -> list[Entry]:
    return [each for type in pair.also for each in known.of(type) if set(each.about) & set(entry.about)]


def _themselves(entry: Entry, known: RecordView) -> Iterator[DoorQuestion]:
    """Somebody named who has to be somebody else: cover who is away themselves, a concern given back to whoever sent it."""
    for shape in shapes(type(entry.data)):
        if shape.other_than is None or not (named := {str(each) for each in listed(entry, shape.name)}):
            continue
        said = [str(each) for field in shape.other_than for each in listed(entry, field)]
        sent = [current for id in said if (current := known.current(id)) is not None]
        # The child it is about where no field says whose it is.
        others = {*said, *map(sender_id, sent)} if shape.other_than else set(entry.about)
        if named <= others:
            what = "This is whoever sent it." if sent else "This is the same person twice."
            yield DoorQuestion(f"$.data.{shape.name}", what, "Name somebody else.")
