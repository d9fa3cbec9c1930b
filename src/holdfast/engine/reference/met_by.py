"""Finding the entry that first meets a clock."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from holdfast.engine.reference import due_day
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.kernel.when import When
from holdfast.rules.conditions import About, IsTrigger
from holdfast.rules.event import Event
from holdfast.vocabulary.entry import Entry

# Entries that speak for every child they concern, whoever they were filed under: the condition says which.
BY_REFERENCE = frozenset(
    {
        "message_rerouted",
        "safety_check_completed",
        "viability_assessed",
        "result_received",
        "result_chased",
        "expectations_signed",
        "contact_acknowledged",
        "referrer_informed",
        "message_answered",
        "contact_assigned",
        "voice_answered",
        "action_reviewed",
        "arrangement_decided",
    }
)
# Entries about a worker speak for every child that worker holds, unless they name the children they are about.
ABOUT_WORKERS = frozenset(
    {
        "absence_started",
        "absence_ended",
        "cover_named",
        "worker_ended",
        "worker_leaving",
        "post_taken_up",
        "post_left",
        "handover_completed",
        "recording_closed_off",
    }
)


@dataclass(frozen=True)
class MeetingEntry:
    """The entry that meets a clock, and the day it counts on."""

    entry: Entry
    day: date


@dataclass(frozen=True)
class Readable:
    """Entries that could meet a clock, apart by whether their day is exact, so that the first can be found by looking
    forward from a day and no further."""

    exact: tuple[Entry, ...]
    days: tuple[date, ...]
    ranges: tuple[Entry, ...]


def readable(person: PersonView, types: frozenset[str], anyones: frozenset[str] = frozenset()) -> Readable:
    """Entries of these types that may count for this person; those of ``anyones`` whoever they are about."""
    # Every clock of every rule looks here. Sorting the entries once for each set of types is what lets the search stop at the
    # first that fits.
    return person.keep(("readable", types, anyones), lambda person: _readable(person, types, anyones))


def open_to(person: PersonView, events: tuple[Event, ...]) -> tuple[Entry, ...]:
    """Every entry of the types of these events that may count for this person."""
    found = readable(person, _types(events), about_anyone(events))
    return (*found.exact, *found.ranges)


def before(person: PersonView, event: Event, entry: Entry, since: date) -> Iterator[Entry]:
    """Entries of the types of ``event`` that are read before ``entry`` and may have happened since a day, the nearest first."""
    found = readable(person, frozenset(event.types), about_anyone((event,)))
    # The nearest is nearly always the answer, and what lies further back than the window cannot be one.
    for number in range(bisect_left(found.exact, order(entry), key=order) - 1, -1, -1):
        if found.exact[number].happened.last < since:
            break
        yield found.exact[number]
    # A range may reach into the window from anywhere, so all of them are looked at; there are few.
    yield from (each for each in found.ranges if order(each) < order(entry) and each.happened.last >= since)


def after(person: PersonView, event: Event, entry: Entry, until: date) -> Iterator[Entry]:
    """Those that are read after it and may have happened by a day, the nearest first."""
    found = readable(person, frozenset(event.types), about_anyone((event,)))
    for number in range(bisect_right(found.exact, order(entry), key=order), len(found.exact)):
        if found.exact[number].happened.first > until:
            break
        yield found.exact[number]
    yield from (each for each in found.ranges if order(each) > order(entry) and each.happened.first <= until)


def _types(events: tuple[Event, ...]) -> frozenset[str]:
    return frozenset(each for event in events for each in event.types)


def about_anyone(events: tuple[Event, ...]) -> frozenset[str]:
    """The types of those events that may be about anyone."""
    return _types(tuple(event for event in events if About("anyone") in event.where))


def _readable(person: PersonView, types: frozenset[str], anyones: frozenset[str]) -> Readable:
    # By id, because what speaks for others may also be filed under this child, and must not count twice.
    entries = {entry.id: entry for entry in person.entries(*types)}
    for entry in person.known.of(*anyones):
        entries.setdefault(entry.id, entry)
    for entry in person.known.of(*(types & BY_REFERENCE)):
        entries.setdefault(entry.id, entry)
    for entry in person.known.of(*(types & ABOUT_WORKERS)):
        # One that names children speaks for those alone.
        if not entry.about:
            entries.setdefault(entry.id, entry)
    exact = tuple(sorted((each for each in entries.values() if each.happened.exact), key=order))
    ranges = tuple(sorted((each for each in entries.values() if not each.happened.exact), key=order))
    return Readable(exact, tuple(each.happened.last for each in exact), ranges)


def first(person: PersonView, events: tuple[Event, ...], start: Start) -> MeetingEntry | None:
    """The earliest entry at or after ``start`` that certainly is one of ``events``."""
    if not events:
        return None
    candidates = readable(person, _types(events), about_anyone(events))
    found: MeetingEntry | None = None
    at = bisect_left(candidates.days, start.day)
    # The thing that starts this interval met the last one. Another thing of the same day, read before it, had its turn then.
    if start.follows:  # nothing that is read before it can meet it
        at = max(at, bisect_left(candidates.exact, order(start.entry), key=order))
    for number in range(at, len(candidates.exact)):
        entry = candidates.exact[number]
        if _meets(person, events, start, entry):
            found = MeetingEntry(entry, _day(entry, start))
            break
    # A range is met on the first day it can have been, which may be before a day that is certain: so all of them are compared
    # with what was found.
    for entry in candidates.ranges:
        day = _day(entry, start)
        if (found is None or day < found.day) and _meets(person, events, start, entry):
            found = MeetingEntry(entry, day)
    return found


def last_of_all(person: PersonView, events: tuple[Event, ...], start: Start) -> MeetingEntry | None:
    """The last of several things that must all be done, once all of them are."""
    each_first = [first(person, (event,), start) for event in events]
    found = [each for each in each_first if each is not None]
    # Of several on one day, the last that is read: none of the others may count again for the next interval.
    # Only once all of them are: a part of what was wanted is not it.
    return max(found, key=lambda each: (each.day, order(each.entry))) if len(found) == len(each_first) else None


def _meets(person: PersonView, events: tuple[Event, ...], start: Start, entry: Entry) -> bool:
    if not due_day.is_after(entry.happened, start) or (start.follows and order(entry) < order(start.entry)):
        return False
    subject = start.about[0] if start.about else None
    asked = EntryContext(person, entry, start=start.entry, subject=subject)
    # What starts a clock does not meet it by being there, unless the rule says that the same entry may.
    itself = entry.id == start.entry.id
    return any((not itself or IsTrigger() in event.where) and certainly(event, asked) for event in events)


def _day(entry: Entry, start: Start) -> date:
    if entry.id == start.entry.id:
        # Met by the entry that started it: what it says counts from the day it was said.
        return max(When.at(entry.recorded_at).first, start.day)
    return due_day.counted_on(entry.happened, start)
