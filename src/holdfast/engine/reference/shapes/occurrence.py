"""What the shapes mean that something which took place raises: that it did, how it did, or what lasts because of it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import groupby

from holdfast.engine.reference.departure import day_of_effect, takes_effect
from holdfast.engine.reference.due_day import ELAPSED, Start, add
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.event import EntryContext, certainly, holds
from holdfast.engine.reference.findings import root, seen_at
from holdfast.engine.reference.in_post import PostHolders, times_uncovered
from holdfast.engine.reference.lead_worker import lead_episodes
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.shapes.matches import MEANINGS, Ended, Match, began, can_worry, ended_by, sooner
from holdfast.engine.reference.state import spans
from holdfast.engine.reference.trigger import own, starts
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.engine.rulebook import InUse
from holdfast.kernel.when import later, london_day, start_of_day
from holdfast.rules.event import State
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import Fails, FutureDated, Happens, Stands, Unrepresented, WhileWorker
from holdfast.vocabulary.entry import Entry


def _happens(person: PersonView, shape: Happens, rules: InUse) -> Iterator[Match]:
    for start in starts(person, shape.trigger):
        # A child who had died by then is nobody to worry about; what led to the death is told by other rules.
        if not can_worry(person, start.day):
            continue
        ended = ended_by(person, shape.ended_by, start)
        if shape.during is not None:
            span = _span(person, shape.during, start.day)
            if span is None:
                continue
            # It ends with the state even where nobody did anything about it: there is nothing left to do.
            ended = sooner(ended, (start_of_day(span[0]), span[1]) if span[0] else None)
        ended = sooner(ended, _excused(person, start))
        yield Match(began(start), (*start.extra, start.entry), ended, who=start.about)


def _excused(person: PersonView, start: Start) -> Ended:
    """What the start itself says ended it."""
    if start.excused is None:
        return None
    day, entry, _ = start.excused
    return max(start_of_day(day), began(start)), person.known.current(entry) if entry else None


def _span(person: PersonView, state: State, day: date) -> tuple[date | None, Entry | None] | None:
    found = next((span for span in spans(person, state) if span.holds_on(day)), None)
    return None if found is None else (found.end, found.ended_by)


def _fails(person: PersonView, shape: Fails, rules: InUse) -> Iterator[Match]:
    for start in starts(person, shape.trigger):
        if not can_worry(person, start.day):
            continue
        asked = EntryContext(person, start.entry, start=start.entry, subject=start.about[0] if start.about else None)
        # Certainly not so, and not merely unknown: a failing is never made of a time in the record.
        if any(holds(condition, asked) is False for condition in shape.wanted):
            yield Match(began(start), (*start.extra, start.entry), ended_by(person, shape.ended_by, start), who=start.about)


def _stands(person: PersonView, shape: Stands, rules: InUse) -> Iterator[Match]:
    began: tuple[datetime, tuple[Entry, ...]] | None = None
    # A day is weighed when it is over: of what was written on it, the last word counts.
    for day, group in groupby(fitting(person, shape.after), key=lambda entry: entry.happened.last):
        batch = list(group)
        inside = shape.during is None or any(span.holds_on(day) for span in spans(person, shape.during))
        asked = EntryContext(person, batch[-1], start=batch[-1])
        so = inside and person.is_child_on(day) and all(holds(condition, asked) is True for condition in shape.so)
        # From the first such day, and once: that it goes on is no second worry.
        if so and began is None:
            began = (seen_at(batch[-1].happened), (batch[-1],))
        elif not so and began is not None:
            yield Match(*began, (seen_at(batch[-1].happened), batch[-1]))
            began = None
    if began is not None:
        yield Match(*began, _end_of(person, shape, began[0]))


def _end_of(person: PersonView, shape: Stands, at: datetime) -> tuple[datetime, Entry | None] | None:
    """The end of the state it stands in, or of childhood."""
    ends: list[tuple[datetime, Entry | None]] = []
    if shape.during is not None:
        span = next((each for each in spans(person, shape.during) if each.holds_on(london_day(at))), None)
        if span is not None and span.end is not None:
            ends.append((start_of_day(span.end), span.ended_by))
    return min(ends, key=lambda each: each[0], default=None)


def _while_worker(person: PersonView, shape: WhileWorker, rules: InUse) -> Iterator[Match]:
    return _meanwhile(person, shape, lambda worker: _of_worker(person, shape, worker))


def _unrepresented(person: PersonView, shape: Unrepresented, rules: InUse) -> Iterator[Match]:
    def stretches(worker: str) -> Iterator[Stretch]:
        for time in times_uncovered(person.known, worker, person.id):
            if time.gone is (shape.how == "gone"):
                yield london_day(time.began), time.by, (None if time.ended is None else london_day(time.ended), time.ended_by)

    return _meanwhile(person, shape, stretches)


Over = tuple[date | None, Entry | None]
Stretch = tuple[date, Entry, Over]
"""The first day of a worker's own state, what began it, and what ended it."""


def _meanwhile(
    person: PersonView, shape: WhileWorker | Unrepresented, stretches: Callable[[str], Iterator[Stretch]]
) -> Iterator[Match]:
    """What of a worker's own state falls together with the child's, while that worker, or whom they manage, leads."""
    episodes = lead_episodes(person)
    for number, (allocated, lead) in enumerate(episodes):
        worker = person.world.workers.get(lead)
        whom = lead if shape.who == "lead" else (worker.manager if worker else None)
        if whom is None:
            continue
        # While this worker has the child: whoever comes after is another worker, with leave of their own.
        until = episodes[number + 1][0] if number + 1 < len(episodes) else None
        for since, by, over in stretches(whom):
            for span in spans(person, shape.during):
                begins = max(since, span.start, allocated.happened.last)
                ends = [each for each in (over, (span.end, span.ended_by)) if each[0] is not None]
                if until is not None:
                    ends.append((until.happened.last, until))
                # Of several on one day the worker's own state goes first, then the child's, then the change of worker: as
                # they are listed.
                end, ended_by = min(ends, key=lambda each: each[0] or date.max, default=(None, None))
                if person.is_child_on(begins) and (end is None or begins < end):
                    at = seen_at(by.happened) if begins == since == by.happened.last else start_of_day(begins)
                    ended = None if end is None else (max(start_of_day(end), at), ended_by)
                    entries = tuple(each for each in (span.started_by, allocated) if each.happened.last <= begins)
                    # By what began the stretch and who was given it: the worker's absence alone would be one worry for every
                    # child they hold.
                    own = "/".join(root(person, each) for each in (span.started_by, allocated))
                    yield Match(at, (*entries, by), ended, who=(whom,), part=own)


def _of_worker(person: PersonView, shape: WhileWorker, worker: str) -> Iterator[Stretch]:
    # With what was recorded ahead of its day: leave that is known to be coming is the reason to arrange for it.
    types = dict.fromkeys(each for event in shape.starts + shape.ends for each in event.types)
    about = [each for each in person.known.planned(*types) if value(each, "worker") == worker]
    begun: Entry | None = None
    for entry in sorted(about, key=lambda entry: (takes_effect(entry)[-1], order(entry))):
        asked = EntryContext(person, entry, start=begun)
        if begun is None and any(certainly(event, asked) for event in shape.starts):
            begun = entry
        elif begun is not None and _went(person, worker, entry) and any(certainly(event, asked) for event in shape.ends):
            since = begun.happened.last
            yield since, begun, _lapse(shape.lasts, since, day_of_effect(entry).last, entry)
            begun = None
    if begun is not None:
        yield begun.happened.last, begun, _lapse(shape.lasts, begun.happened.last, None, None)


def _went(person: PersonView, worker: str, entry: Entry) -> bool:
    """Whether what says that a worker goes, or that their part is over, came to be: a last day may have been put off."""
    if entry.type not in ("worker_leaving", "worker_ended"):
        return True
    left = PostHolders.known(person.known, takes_effect(entry)[-1]).left(worker)
    return left is not None and left.entry == entry.id


def _lapse(lasts: Amount | None, begun: date, end: date | None, ending: Entry | None) -> Over:
    ends = add(begun, lasts) if lasts is not None else None
    if isinstance(ends, date) and (end is None or ends < end):
        return ends, None
    return end, ending


def _future_dated(person: PersonView, shape: FutureDated, rules: InUse) -> Iterator[Match]:
    # What is dated ahead is asked for as it was written, whether or not its day has come.
    ahead = [*person.known.dated_ahead(person.id, *shape.reads), *_later_that_day(person, shape)]
    return (Match(each.recorded_at, (each,)) for each in ahead if own(person, each))


def _later_that_day(person: PersonView, shape: FutureDated) -> Iterator[Entry]:
    """Entries that say it was done at an hour that had not come. They are read like any other: the day is right."""
    for entry in person.entries(*shape.reads):
        at = entry.happened.instant
        if at is not None and at > later(entry.recorded_at, shape.leeway.n * ELAPSED[shape.leeway.unit]):
            yield entry


MEANINGS.update({Happens: _happens, Fails: _fails, Stands: _stands, FutureDated: _future_dated})
MEANINGS.update({WhileWorker: _while_worker, Unrepresented: _unrepresented})
