"""What each shape of worry means, asked of one life."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference import met_by as meeting
from holdfast.engine.reference import standard as kinds
from holdfast.engine.reference.carried_over import unseen_aspects
from holdfast.engine.reference.due_day import Start, add
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.event import EntryContext, holds
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.pleas import plea
from holdfast.engine.reference.shapes.findings import raise_, root, seen_at, when_words
from holdfast.engine.reference.state import spans
from holdfast.engine.reference.trigger import starts
from holdfast.engine.sentences import in_words
from holdfast.kernel.when import LONDON, london_day, start_of_day
from holdfast.rules.event import State
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import AnyShape, Breached, Fails, Happens, Said, Shape, Stale, Undone
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import StateStarts
from holdfast.standards import STANDARDS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.sentence_parts import listed, party

Ended = tuple[datetime, Entry | None] | None


@dataclass(frozen=True)
class Match:
    """What a shape finds, before it is put in words: when, by which entries (the one that made it so last), and its end.
    ``who``: of whom it is one of several worries that the same entry began. ``why``: a sentence of its own. ``counted_from``: the
    day it is counted from, where that is not the entry's own. ``part``: what else tells it from others the entry began."""

    at: datetime
    entries: tuple[Entry, ...]
    ended: Ended = None
    due: date | datetime | None = None
    who: tuple[str, ...] = ()
    why: str | None = None
    counted_from: date | None = None
    part: str = ""


def shaped(life: PersonView, signal: Signal, standards: Mapping[str, Standard] = STANDARDS) -> Iterable[Finding]:
    """Everything a signal that has a shape raises in one life. ``standards`` are those in use here."""
    said: set[str] = set()
    for worry in found_by(life, signal, standards):
        if not signal.adults and life.is_adult(london_day(worry.at)):
            continue
        key = "/".join(
            (root(life, worry.entries[-1]), *worry.who, *(str(each) for each in (worry.counted_from, worry.part) if each))
        )
        if key not in said:
            said.add(key)
            about = (life.id, *_children(life, worry)) if signal.about_family else ()
            why = _why(life, signal, worry)
            yield raise_(life, signal, worry.at, worry.entries, why, key=key, about=about, ended=worry.ended)


def found_by(life: PersonView, signal: Signal, standards: Mapping[str, Standard]) -> tuple[Match, ...]:
    """What a signal's shape finds in one life, worked out once for all who look at it."""
    key = ("worries", id(signal), id(standards))
    return life.keep(key, lambda life: tuple(worries(life, signal.shape, standards)))


def _children(life: PersonView, worry: Match) -> Iterator[str]:
    day = london_day(worry.at)
    return (child for child in life.siblings if not PersonView.of(life.known, child).is_adult(day))


def worries(life: PersonView, shape: Shape, standards: Mapping[str, Standard] = STANDARDS) -> Iterator[Match]:
    """What a shape finds in one life."""
    match shape:
        case Breached():
            return (worry for id in shape.standards for worry in overdue(life, standards[id], shape.after))
        case Said():
            return (replace(worry, why=shape.why) for worry in worries(life, shape.shape, standards))
        case AnyShape():
            found = [worry for each in shape.shapes for worry in worries(life, each, standards)]
            return iter(sorted(found, key=lambda worry: worry.at))
    if type(shape) in OF_STANDARDS:
        return OF_STANDARDS[type(shape)](life, shape, standards)
    return MEANINGS[type(shape)](life, shape)


FURTHER_WORDS: dict[str, Callable[[PersonView, Signal, Entry], str]] = {
    "asks": lambda life, signal, entry: plea(str(value(entry, "words"))) or "may ask for safety",
    "overlooked": lambda life, signal, entry: unseen_aspects(life, entry, Amount(int(signal.numbers["months"]), "months")),
}
"""What only some sentences say: what a child may be asking for, and the aspects of neglect that nobody looked at."""


def _why(life: PersonView, signal: Signal, worry: Match) -> str:
    said = worry.why or signal.why
    further = {word: say(life, signal, worry.entries[-1]) for word, say in FURTHER_WORDS.items() if f"{{{word}}}" in said}
    return said.format(
        **signal.numbers,
        **further,
        who=listed(party(life.world.names, each) for each in worry.who) or "anybody",
        when=when_words(worry.entries[-1]),
        first=when_words(worry.entries[0]),
        entries=len(worry.entries),
        due=in_words(worry.due) if worry.due is not None else "the day it was due",
    )


def _happens(life: PersonView, shape: Happens) -> Iterator[Match]:
    for start in starts(life, shape.trigger):
        if not life.is_child_on(start.day) and not life.is_adult(start.day):
            continue
        ended = _ended(life, shape.ended_by, start)
        if shape.during is not None:
            span = _span(life, shape.during, start.day)
            if span is None:
                continue
            ended = _sooner(ended, (start_of_day(span[0]), span[1]) if span[0] else None)
        ended = _sooner(ended, _excused(life, start))
        yield Match(began(start), (*start.extra, start.entry), ended, who=start.about)


def _excused(life: PersonView, start: Start) -> Ended:
    """What the start itself says ended it."""
    if start.excused is None:
        return None
    day, entry, _ = start.excused
    return max(start_of_day(day), began(start)), life.known.current(entry) if entry else None


def began(start: Start) -> datetime:
    """The instant from which what a start says counts for a worry."""
    return seen_at(start.entry.happened) if start.day == start.entry.happened.last else start_of_day(start.day)


def _span(life: PersonView, state: State, day: date) -> tuple[date | None, Entry | None] | None:
    found = next((span for span in spans(life, state) if span.holds_on(day)), None)
    return None if found is None else (found.end, found.ended_by)


def _ended(life: PersonView, events: tuple[Any, ...], start: Start) -> Ended:
    found = meeting.first(life, events, start) if events else None
    return None if found is None else (max(seen_at(found.entry.happened), began(start)), found.entry)


def _sooner(one: Ended, other: Ended) -> Ended:
    return min((each for each in (one, other) if each is not None), key=lambda each: each[0], default=None)


def _undone(life: PersonView, shape: Undone) -> Iterator[Match]:
    return _tried_again(life, shape) if shape.at_once else overdue(life, as_standard(shape))


def _tried_again(life: PersonView, shape: Undone) -> Iterator[Match]:
    late = {worry.entries[-1].id: worry for worry in overdue(life, as_standard(shape))}
    for clock in kinds.clocks(life, as_standard(shape)):
        entry = life.known.current(clock.trigger)
        if entry is None:
            continue
        again = meeting.first(life, shape.at_once, replace(Start.of(entry), follows=True))
        found = late.get(entry.id)
        over = life.known.current(clock.met_by or clock.excused_by or "")
        at = None if again is None else seen_at(again.entry.happened)
        if again is None or at is None or (found is not None and found.at <= at):
            if found is not None:
                yield found
        elif over is None or over.happened.start >= at:
            yield Match(at, (again.entry, entry), None if over is None else (max(seen_at(over.happened), at), over))


def _stale(life: PersonView, shape: Stale) -> Iterator[Match]:
    return overdue(life, as_standard(shape))


@cache
def as_standard(shape: Undone | Stale) -> Standard:
    """The same thing said as a standard, so that its time is counted as every other time is."""
    trigger = StateStarts(shape.during) if isinstance(shape, Stale) else shape.trigger
    return Standard(
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
    )


def overdue(life: PersonView, rule: Standard, after: Any = None) -> Iterator[Match]:
    """A worry for each clock of the rule that was overdue, from when it was (or had been for ``after``)."""
    for clock in kinds.clocks(life, rule):
        breach = clock.breach()
        entry = life.known.current(clock.trigger)
        if breach is None or entry is None:
            continue
        begins, until = breach
        if after is not None:
            still = _later_by(begins, after)
            if still is None or (until is not None and until <= still):
                continue
            begins = still
        over = life.known.current(clock.met_by or clock.excused_by or "")
        # What was done at a known time ends it then, not at the start of that day.
        done_at = over.happened.instant if over is not None and until is not None and clock.met_by else None
        ended = None if until is None else (max(until, done_at or until), over)
        before = tuple(life.known.chains.by_id[each] for each in clock.evidence if each not in (entry.id, clock.met_by))
        narrowed = clock.key == "/".join((rule.id, life.id, root(life, entry), *clock.about))
        day = clock.started_at.astimezone(LONDON).date() if clock.due is not None else None
        own_day = entry.happened.last if entry.happened.instant is None else london_day(entry.happened.instant)
        moved = None if rule.limit.unit in ("hours", "minutes") or day == own_day else day
        yield Match(begins, (*before, entry), ended, clock.due, clock.about if narrowed else (), counted_from=moved)


def _later_by(begins: datetime, after: Any) -> datetime | None:
    day = (begins - timedelta(microseconds=1)).date()
    found = add(day, after)
    return start_of_day(found + timedelta(days=1)) if isinstance(found, date) else None


def _fails(life: PersonView, shape: Fails) -> Iterator[Match]:
    for start in starts(life, shape.trigger):
        if not life.is_child_on(start.day) and not life.is_adult(start.day):
            continue
        asked = EntryContext(life, start.entry, start=start.entry, subject=start.about[0] if start.about else None)
        if any(holds(condition, asked) is False for condition in shape.wanted):
            yield Match(began(start), (*start.extra, start.entry), _ended(life, shape.ended_by, start), who=start.about)


MEANINGS: dict[type[Any], Callable[[PersonView, Any], Iterator[Match]]] = {
    Happens: _happens,
    Undone: _undone,
    Stale: _stale,
    Fails: _fails,
}
OF_STANDARDS: dict[type[Any], Callable[[PersonView, Any, Mapping[str, Standard]], Iterator[Match]]] = {}
"""The shapes that say something of standards, or of a shape that may: see
:mod:`~holdfast.engine.reference.shapes.overdue`."""
