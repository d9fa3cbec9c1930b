"""What each shape of worry means, asked of one life."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from holdfast.engine import kinds, meeting
from holdfast.engine.counting import Start, add
from holdfast.engine.folding import spans
from holdfast.engine.holding import Asked, holds
from holdfast.engine.life import Life
from holdfast.engine.raised import Raised
from holdfast.engine.sentences import in_words
from holdfast.engine.starting import starts
from holdfast.engine.worries.shape import raise_, root, seen_at, when_words
from holdfast.kernel.when import start_of_day
from holdfast.signals.model import Signal
from holdfast.signals.shapes import AnyShape, Breached, Fails, Happens, Said, Shape, Stale, Undone
from holdfast.standards import STANDARDS
from holdfast.standards.events import State
from holdfast.standards.model import Standard
from holdfast.standards.triggers import StateStarts
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.telling import listed, party

Ended = tuple[datetime, Entry | None] | None


@dataclass(frozen=True)
class Worry:
    """What a shape finds, before it is put in words: when, by which entries (the one that made it so last), and its end.
    ``who``: of whom it is one of several worries that the same entry began. ``why``: a sentence of its own."""

    at: datetime
    entries: tuple[Entry, ...]
    ended: Ended = None
    due: date | datetime | None = None
    who: tuple[str, ...] = ()
    why: str | None = None


def shaped(life: Life, signal: Signal, standards: Mapping[str, Standard] = STANDARDS) -> Iterable[Raised]:
    """Everything a signal that has a shape raises in one life. ``standards`` are those in use here."""
    said: set[str] = set()
    for worry in worries(life, signal.shape, standards):
        key = "/".join((root(life, worry.entries[-1]), *worry.who))
        if key not in said:
            said.add(key)
            yield raise_(life, signal, worry.at, worry.entries, _why(life, signal, worry), key=key, ended=worry.ended)


def worries(life: Life, shape: Shape, standards: Mapping[str, Standard] = STANDARDS) -> Iterator[Worry]:
    """What a shape finds in one life."""
    match shape:
        case Breached():
            return (worry for id in shape.standards for worry in _overdue(life, standards[id], shape.after))
        case Said():
            return (replace(worry, why=shape.why) for worry in worries(life, shape.shape, standards))
        case AnyShape():
            found = [worry for each in shape.shapes for worry in worries(life, each, standards)]
            return iter(sorted(found, key=lambda worry: worry.at))
    return _MEANINGS[type(shape)](life, shape)


def _why(life: Life, signal: Signal, worry: Worry) -> str:
    return (worry.why or signal.why).format(
        **signal.numbers,
        who=listed(party(life.world.names, each) for each in worry.who) or "anybody",
        when=when_words(worry.entries[-1]),
        first=when_words(worry.entries[0]),
        entries=len(worry.entries),
        due=in_words(worry.due) if worry.due is not None else "the day it was due",
    )


def _happens(life: Life, shape: Happens) -> Iterator[Worry]:
    for start in starts(life, shape.trigger):
        if not life.is_child_on(start.day) and not life.is_adult(start.day):
            continue
        ended = _ended(life, shape.ended_by, start)
        if shape.during is not None:
            span = _span(life, shape.during, start.day)
            if span is None:
                continue
            ended = _sooner(ended, (start_of_day(span[0]), span[1]) if span[0] else None)
        yield Worry(_began(start), (*start.extra, start.entry), ended)


def _began(start: Start) -> datetime:
    return seen_at(start.entry.happened) if start.day == start.entry.happened.last else start_of_day(start.day)


def _span(life: Life, state: State, day: date) -> tuple[date | None, Entry | None] | None:
    found = next((span for span in spans(life, state) if span.holds_on(day)), None)
    return None if found is None else (found.end, found.ended_by)


def _ended(life: Life, events: tuple[Any, ...], start: Start) -> Ended:
    found = meeting.first(life, events, start) if events else None
    return None if found is None else (max(seen_at(found.entry.happened), _began(start)), found.entry)


def _sooner(one: Ended, other: Ended) -> Ended:
    return min((each for each in (one, other) if each is not None), key=lambda each: each[0], default=None)


def _undone(life: Life, shape: Undone) -> Iterator[Worry]:
    return _tried_again(life, shape) if shape.at_once else _overdue(life, _standard(shape))


def _tried_again(life: Life, shape: Undone) -> Iterator[Worry]:
    late = {worry.entries[-1].id: worry for worry in _overdue(life, _standard(shape))}
    for clock in kinds.clocks(life, _standard(shape)):
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
            yield Worry(at, (again.entry, entry), None if over is None else (max(seen_at(over.happened), at), over))


def _stale(life: Life, shape: Stale) -> Iterator[Worry]:
    return _overdue(life, _standard(shape))


@cache
def _standard(shape: Undone | Stale) -> Standard:
    """The same thing said as a standard, so that its time is counted as every other time is."""
    trigger = StateStarts(shape.during) if isinstance(shape, Stale) else shape.trigger
    return Standard(
        id="SIG", title="", stage="", binding="system_default", scope="per_child", limit=shape.limit, trigger=trigger, started="",
        wanted="", responsible="", ladder="", sources=(), confidence="", met_by=shape.done_by, during=shape.during,
        excused_by=shape.excused_by if isinstance(shape, Undone) else (),
        planned_in=shape.planned_in if isinstance(shape, Undone) else "for",
        from_age=shape.from_age if isinstance(shape, Stale) else None,
        changes=shape.changes if isinstance(shape, Stale) else (),
        all_of=isinstance(shape, Stale) and shape.all_of,
    )  # fmt: skip


def _overdue(life: Life, rule: Standard, after: Any = None) -> Iterator[Worry]:
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
        ended = None if until is None else (until, life.known.current(clock.met_by or clock.excused_by or ""))
        before = tuple(each for each in clock.evidence if each.id not in (entry.id, clock.met_by))
        narrowed = clock.key == "/".join((rule.id, life.id, root(life, entry), *clock.about))
        yield Worry(begins, (*before, entry), ended, clock.due, clock.about if narrowed else ())


def _later_by(begins: datetime, after: Any) -> datetime | None:
    day = (begins - timedelta(microseconds=1)).date()
    found = add(day, after)
    return start_of_day(found + timedelta(days=1)) if isinstance(found, date) else None


def _fails(life: Life, shape: Fails) -> Iterator[Worry]:
    for start in starts(life, shape.trigger):
        asked = Asked(life, start.entry, start=start.entry)
        if any(holds(condition, asked) is False for condition in shape.wanted):
            yield Worry(_began(start), (*start.extra, start.entry), _ended(life, shape.ended_by, start))


_MEANINGS: dict[type[Any], Callable[[Life, Any], Iterator[Worry]]] = {
    Happens: _happens,
    Undone: _undone,
    Stale: _stale,
    Fails: _fails,
}
