"""What the shapes mean about what was not done: what should have followed, come round again, or come before."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache

from holdfast.engine.reference import met_by as meeting
from holdfast.engine.reference import standard
from holdfast.engine.reference.due_day import Start, add, is_after
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.findings import seen_at
from holdfast.engine.reference.met_by import open_to
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.shapes.matches import MEANINGS, Match, began, can_worry
from holdfast.engine.reference.shapes.overdue import overdue
from holdfast.engine.reference.trigger import starts
from holdfast.engine.rulebook import InUse
from holdfast.kernel.when import start_of_day
from holdfast.rules.conditions import IsTrigger
from holdfast.rules.event import Event
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import Lacks, Stale, Undone
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import StateStarts
from holdfast.vocabulary.entry import Entry

DAY = timedelta(days=1)


def _undone(person: PersonView, shape: Undone, rules: InUse) -> Iterable[Match]:
    return _tried_again(person, shape) if shape.at_once else overdue(person, as_standard(shape))


def _tried_again(person: PersonView, shape: Undone) -> Iterator[Match]:
    # What was overdue anyway, by the entry that started it: trying again can only bring the worry forward.
    late = {match.entries[-1].id: match for match in overdue(person, as_standard(shape))}
    for clock in standard.clocks(person, as_standard(shape)):
        entry = person.known.current(clock.trigger)
        if entry is None:
            continue
        again = meeting.first(person, shape.at_once, replace(Start.of(entry), follows=True))
        found = late.get(entry.id)
        over = person.known.current(clock.met_by or clock.excused_by or "")
        at = None if again is None else seen_at(again.entry.happened)
        if again is None or at is None or (found is not None and found.at <= at):
            if found is not None:
                yield found
        # Done before they tried again, there was nothing to worry about.
        elif over is None or over.happened.start >= at:
            yield Match(at, (again.entry, entry), None if over is None else (max(seen_at(over.happened), at), over))


def _stale(person: PersonView, shape: Stale, rules: InUse) -> Iterable[Match]:
    return overdue(person, as_standard(shape))


@cache
def as_standard(shape: Undone | Stale) -> Standard:
    """The same thing said as a standard, so that its time is counted as every other time is."""
    trigger = StateStarts(shape.during) if isinstance(shape, Stale) else shape.trigger
    return Standard(
        # No alert is ever raised of it: it exists so that limits of signals are counted by the very code that counts
        # standards.
        id="SIG",
        title="",
        stage="",
        binding="system_default",
        scope="per_child",
        limit=shape.limit,
        trigger=trigger,
        started="",
        wanted="",
        responsible="",
        ladder="",
        sources=(),
        confidence="",
        met_by=shape.done_by,
        during=shape.during,
        excused_by=shape.excused_by if isinstance(shape, Undone) else (),
        # Whether it goes on after a death is for the signal to say, which ends what it raised with it.
        after_death=True,
    )


def _lacks(person: PersonView, shape: Lacks, rules: InUse) -> Iterator[Match]:
    for start in starts(person, shape.trigger):
        at = _ready(start, shape.grace)
        if at is None or not can_worry(person, start.day):
            continue
        opening = _opening(person, shape, start)
        done = [_first(person, need, opening, start) for need in shape.needs]
        ends = [each for each in (_all(done), _first(person, shape.excused_by, opening, start)) if each is not None]
        # Excused, or all of it done: whichever was first.
        over = min(ends, key=_counts_from, default=None)
        # Done at the very instant from which it would worry is in time.
        if over is None or _counts_from(over) > at:
            known = [
                each
                for each in (None if opening is None else opening.entry, *done)
                if each is not None and _counts_from(each) <= at
            ]
            shown = sorted({each for each in (*known, *start.extra) if each.id != start.entry.id}, key=order)
            yield Match(at, (*shown, start.entry), None if over is None else (_counts_from(over), over), who=start.about)


def _subject(start: Start) -> str | None:
    return start.about[0] if start.about else None


def _ready(start: Start, grace: Amount | None) -> datetime | None:
    """From when it worries; none where the calendar cannot tell."""
    if grace is None:
        return began(start)
    last = add(start.day, grace)
    return start_of_day(last + DAY) if isinstance(last, date) else None


def _counts_from(entry: Entry) -> datetime:
    return seen_at(entry.happened)


def _opening(person: PersonView, shape: Lacks, start: Start) -> Start | None:
    """From what on something done counts. None: whenever it was."""
    entry: Entry | None = None
    for event in shape.opened_by:
        before = start.entry if entry is None else entry
        found = [
            each
            for each in open_to(person, (event,))
            if order(each) < order(before)
            and certainly(event, EntryContext(person, each, start=start.entry, subject=_subject(start)))
        ]
        # Where none of the next kind came before, the opening stays where it was: a missing step must not open the window to
        # everything.
        entry = max(found, key=order, default=entry)
    back = None if shape.within is None else add(start.day, Amount(-shape.within.n, shape.within.unit))
    if entry is not None and (not isinstance(back, date) or entry.happened.last >= back):
        return Start.of(entry)
    # No opening was recorded, so nothing but the length of the window bounds it.
    return Start(start.entry, back) if isinstance(back, date) else None


def _first(person: PersonView, events: tuple[Event, ...], opening: Start | None, start: Start) -> Entry | None:
    """The earliest entry of ``events`` since the opening. The starting entry counts only for an event that says so."""
    found = [
        entry
        for entry in (open_to(person, events) if events else ())
        if (opening is None or is_after(entry.happened, opening))
        and any(
            (entry.id != start.entry.id or IsTrigger() in event.where)
            and certainly(event, EntryContext(person, entry, start=start.entry, subject=_subject(start)))
            for event in events
        )
    ]
    # By when it counts and not by reading order: what has a time is read at that time, what has none at the end of its day.
    return min(found, key=lambda entry: (_counts_from(entry), order(entry)), default=None)


def _all(done: list[Entry | None]) -> Entry | None:
    """The last of what was needed, once all of it was done."""
    found = [each for each in done if each is not None]
    return max(found, key=_counts_from) if len(found) == len(done) and found else None


MEANINGS.update({Undone: _undone, Stale: _stale, Lacks: _lacks})
