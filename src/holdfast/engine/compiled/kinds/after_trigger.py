"""Something should follow each start within a limit, or within a share of the time to the next planned day."""

from collections.abc import Iterable
from datetime import date

from holdfast.engine import units
from holdfast.engine.compiled.calendar import Due, after
from holdfast.engine.compiled.candidates import first
from holdfast.engine.compiled.clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import days
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.kinds.interval import anchored, from_age
from holdfast.engine.compiled.kinds.settling import due_after, from_each_start
from holdfast.engine.compiled.kinds.written import is_writable, once
from holdfast.engine.compiled.outcome import exemption, resolve, start_clock
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.standard import KINDS, Now, OverTime
from holdfast.engine.compiled.start import CompactStart, but
from holdfast.engine.compiled.state import span_on
from holdfast.engine.compiled.terms import CompiledLimit, Terms
from holdfast.engine.compiled.trigger import compile_trigger
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, Either, StateStarts

Changes = list[tuple[CompiledEvent, CompiledLimit]]


def after_trigger(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """One clock for each start."""
    if rule.limit.unit == "of_interval":
        return share_of_interval(compiler, rule, terms)
    trigger = compile_trigger(compiler, rule.trigger)
    changes: Changes = [
        (compiler.event(change.after), CompiledLimit(change.limit)) for change in rule.changes if change.after is not None
    ]
    settled = _settled(rule, terms, changes)
    if rule.from_age is None or terms.during is None:
        now, over_time = from_each_start(trigger, settled, None if rule.changes else terms)
        chains = rule.limit.kind == "max_interval" and isinstance(rule.trigger, Each | Either)
        by_age = rule.from_age is not None or rule.changes
        if compiler.caching and is_writable(terms) and not chains and not by_age:
            now = once(compiler, terms, trigger, settled, now)
        return now, over_time
    during = terms.during

    def settle(person: PersonRecord, start: CompactStart) -> Iterable[CompactClock]:
        stretch = span_on(person, during, start.day)
        begun = start if stretch is None else from_age(person, terms, stretch, start)
        if begun is None:
            return ()
        return (begun,) if isinstance(begun, CompactClock) else settled(person, begun)

    return from_each_start(trigger, settle)


def _settled(rule: Standard, terms: Terms, changes: Changes):  # type: ignore[no-untyped-def]
    chains = isinstance(rule.trigger, Each | Either)
    starts_after = terms.starts_after

    def settle(person: PersonRecord, start: CompactStart) -> Iterable[CompactClock]:
        limit = terms.limit_on(start.day)
        due = due_after(person, limit, start)
        if changes:
            limit, due = _taken_over(person, changes, start, limit, due)
        if chains and limit.limit.kind == "max_interval":
            start = but(start, follows=True)  # each thing done starts the next: none read before it can meet that
        clock = start_clock(person, terms, start, due, limit)
        if rule.self_recording:
            return (_self_recorded(person, start, clock),)
        if start.missing is not None:
            clock.due, clock.missing = None, start.missing
            return (clock,)
        over = exemption(person, terms, start)
        if starts_after is not None and (begins := after(start.day, starts_after)) is not None:
            # A milestone asks to look again once it is near.
            start = but(start, day=begins, instant=None)
        return (resolve(person, terms, clock, start, terms.met_by, over),)

    return settle


def _taken_over(
    person: PersonRecord, changes: Changes, start: CompactStart, limit: CompiledLimit, due: Due
) -> tuple[CompiledLimit, Due]:
    """The limit that has taken over in time, such as the longer one once more time was asked for."""
    for event, other in changes:
        found = first(person, event, start)
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
    booked = compiler.maybe(*((rule.interval_to,) if rule.interval_to else ()), linked=False)
    usual = [(compiler.event(event, linked=False), amount) for event, amount in rule.interval_after]
    otherwise = rule.interval_otherwise

    def ends(person: PersonRecord, start: CompactStart) -> date | str:
        for entry in person.read(booked.types) if booked is not None else ():
            if booked is not None and entry.order >= start.entry.order and booked.fits(person, entry, None, None):
                for each in days(entry, rule.planned_in):
                    if each.first.toordinal() > start.day:
                        return each.first
        length = next(
            (
                amount
                for event, amount in usual
                if start.entry.type in event.type_set and event.fits(person, start.entry, None, None)
            ),
            otherwise,
        )
        found = units.add(date.fromordinal(start.day), length) if length else None
        return found if isinstance(found, date) else getattr(found, "missing", "how long the interval is")

    def settle(person: PersonRecord, start: CompactStart) -> Iterable[CompactClock]:
        limit, end = terms.limit_on(start.day), ends(person, start)
        if isinstance(end, str):
            return (start_clock(person, terms, start, Due(None, False, end), limit),)
        due = units.share_of(date.fromordinal(start.day), end, float(limit.limit.n or 0))
        clock = start_clock(person, terms, start, Due(due.toordinal()), limit)
        return (resolve(person, terms, clock, start, terms.met_by, exemption(person, terms, start)),)

    return from_each_start(trigger, settle)


def once_or_again(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """A limit from the start, and where another takes over, an interval from each thing done."""
    kind = anchored if rule.changes and rule.during is not None else after_trigger
    return kind(compiler, rule, terms)


def again(compiler: Compiler, rule: Standard, terms: Terms) -> tuple[Now, OverTime]:
    """From the start of a state and then from each thing done in it, or from whatever each entry of a kind starts."""
    kind = anchored if rule.during is not None and isinstance(rule.trigger, StateStarts) else after_trigger
    return kind(compiler, rule, terms)


KINDS.update({
    "max_after_trigger": once_or_again, "max_interval": again, "max_duration": after_trigger, "milestone": after_trigger,
})  # fmt: skip
