"""Something should follow each start within a limit, or within a share of the time to the next planned day."""

from collections.abc import Iterable
from datetime import date

from holdfast.engine import units
from holdfast.engine.compiled.calendar_arrays import Due, after
from holdfast.engine.compiled.clock_start import CompactStart, replaced
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import days
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_lookup import first
from holdfast.engine.compiled.limit.inline_source import is_writable, single_clock
from holdfast.engine.compiled.limit.interval import from_age
from holdfast.engine.compiled.limit.per_start import Settle, due_after, from_each_start
from holdfast.engine.compiled.outcome import exemption, resolve, start_clock
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.standard import KINDS, Now, OverTime
from holdfast.engine.compiled.state import span_on
from holdfast.engine.compiled.terms import CompiledLimit, Terms
from holdfast.engine.compiled.trigger import compile_trigger
from holdfast.rules.limit import Deadline, LastsAtMost, Milestone, RecordedWithin, Repeated, ShareOfInterval
from holdfast.rules.standard import Standard

Extended = tuple[CompiledEvent, CompiledLimit]


def after_trigger(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """One clock for each start."""
    trigger = compile_trigger(compiler, rule.trigger)
    limit, extended = rule.limit, None
    if isinstance(limit, Deadline) and limit.extended is not None:
        extended = (compiler.event(limit.extended.after), CompiledLimit(limit.changed(limit.extended)))
    # The general way, which what is written out whole falls back to for whatever is not plain.
    settled = _settled(rule, terms, extended)
    if terms.from_age is None or terms.during is None:
        now, over_time = from_each_start(trigger, settled, terms if extended is None else None)
        if compiler.caching and is_writable(terms) and not isinstance(limit, Repeated) and terms.from_age is None:
            now = single_clock(compiler, terms, trigger, settled, now)
        return now, over_time
    during = terms.during

    def settle(person: PersonRecord, start: CompactStart) -> Iterable[CompactClock]:
        stretch = span_on(person, during, start.day)
        begun = start if stretch is None else from_age(person, terms, stretch, start)
        if begun is None:
            return ()
        return (begun,) if isinstance(begun, CompactClock) else settled(person, begun)

    # Without its terms nothing is left out: at which birthday it is asked hangs on more than the start.
    return from_each_start(trigger, settle)


def _settled(rule: Standard, terms: Terms, extended: Extended | None) -> Settle:
    repeated, recorded = isinstance(rule.limit, Repeated), isinstance(rule.limit, RecordedWithin)
    starts_after = terms.starts_after

    def settle(person: PersonRecord, start: CompactStart) -> Iterable[CompactClock]:
        limit = terms.limit_on(start.day)
        due = due_after(person, limit, start)
        if extended is not None:
            limit, due = _taken_over(person, extended, start, limit, due)
        if repeated:
            start = replaced(start, follows=True)  # each thing done starts the next: none read before it can meet that
        clock = start_clock(person, terms, start, due, limit)
        if recorded:
            return (_self_recorded(person, start, clock),)
        if start.missing is not None:
            clock.due, clock.missing = None, start.missing
            return (clock,)
        over = exemption(person, terms, start)
        if starts_after is not None and (begins := after(start.day, starts_after)) is not None:
            # A milestone asks to look again once it is near.
            start = replaced(start, day=begins, instant=None)
        return (resolve(person, terms, clock, start, met_by=terms.met_by, over=over),)

    return settle


def _taken_over(
    person: PersonRecord, extended: Extended, start: CompactStart, limit: CompiledLimit, due: Due
) -> tuple[CompiledLimit, Due]:
    """The limit that has taken over in time, such as the longer one once more time was asked for."""
    event, other = extended
    found = first(person, event, start)
    # In time by the first limit: an extension asked for after the day has passed extends nothing.
    if found is not None and due.at is not None and (found[0].start if due.timed else found[0].first) <= due.at:
        return other, due_after(person, other, start)
    return limit, due


def _self_recorded(person: PersonRecord, start: CompactStart, clock: CompactClock) -> CompactClock:
    # Putting an entry right later does not make it late: it was on the record when it was first recorded.
    if clock.due is None:
        return clock
    recorded = person.record.by_id[person.record.root(start.entry.id)]
    clock.met, clock.met_on = start.entry, max(recorded.recorded_day, start.day)
    clock.late = (recorded.recorded if clock.due_timed else recorded.recorded_day) > clock.due
    clock.known_from = recorded.recorded
    return clock


def share_of_interval(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """A share of the time from each start to the next planned day: the next one booked, or the usual interval."""
    trigger = compile_trigger(compiler, rule.trigger)
    share = rule.limit
    assert isinstance(share, ShareOfInterval)
    booked = compiler.event(share.to, linked=False)
    usual = [(compiler.event(event, linked=False), amount) for event, amount in share.after]

    def ends(person: PersonRecord, start: CompactStart) -> date | str:
        # In reading order, and the first plan for a later day: booked before it started, it would be for another interval.
        for entry in person.read(booked.types):
            if entry.order >= start.entry.order and booked.fits(person, entry, None, None):
                for each in days(entry, share.planned_in):
                    if each.first.toordinal() > start.day:
                        return each.first
        length = next(
            (
                amount
                for event, amount in usual
                if start.entry.type in event.type_set and event.fits(person, start.entry, None, None)
            ),
            share.otherwise,
        )
        found = units.add(date.fromordinal(start.day), length)
        return found if isinstance(found, date) else getattr(found, "missing", "how long the interval is")

    def settle(person: PersonRecord, start: CompactStart) -> Iterable[CompactClock]:
        limit, end = terms.limit_on(start.day), ends(person, start)
        if isinstance(end, str):
            return (start_clock(person, terms, start, Due(None, False, end), limit),)
        due = units.share_of(date.fromordinal(start.day), end, limit.limit.n or 0)
        clock = start_clock(person, terms, start, Due(due.toordinal()), limit)
        return (resolve(person, terms, clock, start, met_by=terms.met_by, over=exemption(person, terms, start)),)

    return from_each_start(trigger, settle)


KINDS.update(
    {
        Deadline: after_trigger,
        RecordedWithin: after_trigger,
        Repeated: after_trigger,
        LastsAtMost: after_trigger,
        Milestone: after_trigger,
        ShareOfInterval: share_of_interval,
    }
)
