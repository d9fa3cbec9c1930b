"""What the shapes mean that compare a standard with what was done instead, or that stand while something is so."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import groupby
from math import floor

from holdfast.engine.reference import standard as kinds
from holdfast.engine.reference.due_day import add
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.event import EntryContext, certainly, holds
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.shapes.findings import root, seen_at
from holdfast.engine.reference.shapes.occurrence import MEANINGS, OF_STANDARDS, Match, overdue, worries
from holdfast.engine.reference.state import spans
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.engine.reference.triggers.patterns import lead_episodes
from holdfast.kernel.when import london_day, start_of_day
from holdfast.rules.event import State
from holdfast.rules.limit import Amount, Interval, Limit
from holdfast.rules.shapes import LongerThan, Meanwhile, Showing, Stands, WhileWorker
from holdfast.rules.standard import Standard
from holdfast.vocabulary.entry import Entry

Standards = Mapping[str, Standard]


def _meanwhile(life: PersonView, shape: Meanwhile, standards: Standards) -> Iterator[Match]:
    contacts = fitting(life, shape.events)
    for id in shape.standards:
        for clock in kinds.kept(life, standards[id]):
            breach = clock.breach()
            begun = life.known.current(clock.trigger)
            if breach is None or begun is None:
                continue
            begins, until = breach
            instead = [
                entry
                for entry in contacts
                if order(entry) > order(begun)
                and entry.id not in (clock.met_by, clock.trigger)
                and (until is None or entry.happened.start < until)
            ]
            if instead:
                at = max(begins, seen_at(instead[0].happened))
                shown = [entry for entry in instead if seen_at(entry.happened) <= at]
                over = None if until is None else (max(until, at), life.known.current(clock.met_by or clock.excused_by or ""))
                yield Match(at, (*shown, begun), over, clock.due)


def _longer_than(life: PersonView, shape: LongerThan, standards: Standards) -> Iterator[Match]:
    for id in shape.standards:
        yield from overdue(life, stretched(standards[id], shape))


def stretched(rule: Standard, shape: LongerThan) -> Standard:
    """The standard, so many times as long and met in a wider sense. More than a part of a day is the whole day."""
    limit = _stretched(rule.limit, shape.times)
    local = tuple(replace(each, n=floor(each.n * shape.times)) for each in rule.local)
    versions = tuple(
        each if each.limit is None else replace(each, limit=_stretched(each.limit, shape.times)) for each in rule.versions
    )
    return replace(rule, limit=limit, local=local, versions=versions, met_by=shape.done_by, excused_by=(), warn_before=None)


def _stretched(limit: Limit, times: float) -> Interval:
    assert isinstance(limit, Interval), "only what is asked for again and again can be longer in coming"
    changes = tuple(replace(each, n=floor(each.n * times)) for each in limit.changes)
    return replace(limit, n=floor(limit.n * times), changes=changes)


def _stands(life: PersonView, shape: Stands) -> Iterator[Match]:
    began: tuple[datetime, tuple[Entry, ...]] | None = None
    for day, group in groupby(fitting(life, shape.after), key=lambda entry: entry.happened.last):
        batch = list(group)
        inside = shape.during is None or any(span.holds_on(day) for span in spans(life, shape.during))
        asked = EntryContext(life, batch[-1], start=batch[-1])
        so = inside and life.is_child_on(day) and all(holds(condition, asked) is True for condition in shape.so)
        if so and began is None:
            began = (seen_at(batch[-1].happened), (batch[-1],))
        elif not so and began is not None:
            yield Match(*began, (seen_at(batch[-1].happened), batch[-1]))
            began = None
    if began is not None:
        yield Match(*began, _end_of(life, shape, began[0]))


def _end_of(life: PersonView, shape: Stands, at: datetime) -> tuple[datetime, Entry | None] | None:
    """The end of the state it stands in, or of childhood."""
    ends: list[tuple[datetime, Entry | None]] = []
    if shape.during is not None:
        span = next((each for each in spans(life, shape.during) if each.holds_on(london_day(at))), None)
        if span is not None and span.end is not None:
            ends.append((start_of_day(span.end), span.ended_by))
    return min(ends, key=lambda each: each[0], default=None)


def _while_worker(life: PersonView, shape: WhileWorker) -> Iterator[Match]:
    episodes = lead_episodes(life)
    for number, (allocated, lead) in enumerate(episodes):
        worker = life.world.workers.get(lead)
        whom = lead if shape.who == "lead" else (worker.manager if worker else None)
        if whom is None:
            continue
        until = episodes[number + 1][0] if number + 1 < len(episodes) else None
        for since, by, over in _of_worker(life, shape, whom):
            for span in spans(life, shape.during):
                begins = max(since, span.start, allocated.happened.last)
                ends = [each for each in (over, (span.end, span.ended_by)) if each[0] is not None]
                if until is not None:
                    ends.append((until.happened.last, until))
                end, ended_by = min(ends, key=lambda each: each[0] or date.max, default=(None, None))
                if life.is_child_on(begins) and (end is None or begins < end):
                    at = seen_at(by.happened) if begins == since == by.happened.last else start_of_day(begins)
                    ended = None if end is None else (max(start_of_day(end), at), ended_by)
                    entries = tuple(each for each in (span.started_by, allocated) if each.happened.last <= begins)
                    own = "/".join(root(life, each) for each in (span.started_by, allocated))
                    yield Match(at, (*entries, by), ended, who=(whom,), part=own)


Over = tuple[date | None, Entry | None]


def _of_worker(life: PersonView, shape: WhileWorker, worker: str) -> Iterator[tuple[date, Entry, Over]]:
    """Each stretch of the worker's own state: its first day, what began it, and what ended it."""
    types = dict.fromkeys(each for event in shape.starts + shape.ends for each in event.types)
    about = [each for each in life.known.planned(*types) if worker in (value(each, "worker"), value(each, "for"))]
    begun: Entry | None = None
    for entry in about:
        asked = EntryContext(life, entry, start=begun)
        if begun is None and any(certainly(event, asked) for event in shape.starts):
            begun = entry
        elif begun is not None and any(certainly(event, asked) for event in shape.ends):
            yield begun.happened.last, begun, _lapse(shape.lasts, begun, entry)
            begun = None
    if begun is not None:
        yield begun.happened.last, begun, _lapse(shape.lasts, begun, None)


def _lapse(lasts: Amount | None, begun: Entry, ending: Entry | None) -> Over:
    ends = add(begun.happened.last, lasts) if lasts is not None else None
    end = ending.happened.last if ending is not None else None
    if isinstance(ends, date) and (end is None or ends < end):
        return ends, None
    return end, ending


def _showing(life: PersonView, shape: Showing, standards: Standards) -> Iterator[Match]:
    shown = fitting(life, shape.events)
    for worry in worries(life, shape.shape, standards):
        day = london_day(worry.at)
        back = add(day, Amount(-shape.within.n, shape.within.unit)) if shape.within is not None else date.min
        since = back if isinstance(back, date) else date.min
        last = worry.entries[-1]
        kept = [
            each
            for each in shown
            if each.happened.last <= day
            and (since <= each.happened.last if shape.inclusive else since < each.happened.last and order(each) <= order(last))
        ]
        kept = [*_begun(life, shape.since, last, day), *kept]
        own = {each.id for each in worry.entries}
        yield replace(worry, entries=tuple(dict.fromkeys((*(each for each in kept if each.id not in own), *worry.entries))))


def _begun(life: PersonView, state: State | None, entry: Entry, day: date) -> list[Entry]:
    """What began the stretch of a state that holds on a day, or that an entry ended."""
    found = spans(life, state) if state is not None else ()
    return [span.started_by for span in found if span.holds_on(day) or span.ended_by == entry][-1:]


MEANINGS.update({Stands: _stands, WhileWorker: _while_worker})
OF_STANDARDS.update({Meanwhile: _meanwhile, LongerThan: _longer_than, Showing: _showing})
