"""What came before or after the entry, what still stood as it happened, and how long that had lasted."""

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from holdfast.engine.compiled.calendar_arrays import BEGINS, ENDS, WORKED, Span, after, before, span, until
from holdfast.engine.compiled.compiler import MEANINGS, Compiler, field_shape
from holdfast.engine.compiled.entries import CompactEntry, planned
from holdfast.engine.compiled.event import CompiledEvent, Test
from holdfast.engine.compiled.event_lookup import earlier as earlier_entries
from holdfast.engine.compiled.event_lookup import later
from holdfast.engine.compiled.expression import Expression, LooksAt
from holdfast.engine.compiled.instants import FAR_OFF, LONG_AGO
from holdfast.engine.compiled.neighbouring_entries import count_own, count_within, has_after, has_before, latest_before
from holdfast.engine.compiled.open_items import still_open
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.state import CompiledState, holds_on, span_on, spans
from holdfast.kernel.calendar import england_and_wales
from holdfast.kernel.unknown import Unknown
from holdfast.rules import conditions as c
from holdfast.rules.event import State
from holdfast.rules.limit import Amount
from holdfast.vocabulary.type_registry import ENTRY_TYPES

AROUND: frozenset[LooksAt] = frozenset({"others", "identity", "references"})
"""What an event or a state that is looked for among other entries may itself look at."""


def looks_around(*asked: Any) -> frozenset[LooksAt]:
    """The same, and the subject where one of the conditions of the other entries speaks of it: whatever they say of a start they
    say of this entry."""
    # Whom the clock is about goes with the question to the other entries. Were that left out, the answer for one parent would
    # be kept for the other.
    return AROUND | {"start"} if any(_speaks_of_subject(each) for each in asked) else AROUND


def _speaks_of_subject(node: Any) -> bool:
    match node:
        case c.Names(who="subject") | c.About(whom="subject") | c.Attended(who="agency" | "adult") | c.HasResponsibility():
            return True
        case tuple():
            return any(_speaks_of_subject(each) for each in node)
        # Whatever it says of a subject it says of nobody's clock.
        case State():  # a state is the person's own, whoever is asked about
            return False
    return is_dataclass(node) and any(_speaks_of_subject(getattr(node, each.name)) for each in fields(node))


def since_day(compiler: Compiler, within: Amount | None) -> str:
    """The first day that is no more than so long before the entry, as text."""
    return f"{LONG_AGO}" if within is None else f"{compiler.use(before)}(entry.last, {span(within)!r})"


def _in_state(compiler: Compiler, node: c.InState, types: tuple[str, ...]) -> Expression:
    state = compiler.constant(compiler.state(node.state), "state")
    return Expression(f"{compiler.use(holds_on)}(person, {state}, entry.last)", looks_at=AROUND)


def _earlier(compiler: Compiler, node: c.Earlier, types: tuple[str, ...]) -> Expression:
    event = compiler.constant(compiler.event(node.event), "event")
    asked = f"(person, entry, subject, {event}, {since_day(compiler, node.within)}"
    if node.since is not None:
        text = f"{compiler.use(has_earlier_in)}{asked}, state={compiler.constant(compiler.state(node.since), 'state')})"
    elif node.unless:
        text = f"{compiler.use(still_stood)}{asked}, unless={compiler.constant(compiler.event(*node.unless), 'event')})"
    else:
        text = f"{compiler.use(has_before)}{asked}, upto=entry)"
    return Expression(text, looks_at=looks_around(node.event, node.unless))


def has_earlier_in(
    person: PersonRecord, entry: CompactEntry, subject: str | None, event: CompiledEvent, since: int, *, state: CompiledState
) -> bool:
    """Whether something of the event is read before the entry, in the stretch of the state that holds on its day."""
    stretch = span_on(person, state, entry.last)
    return stretch is not None and has_before(person, entry, subject, event, max(since, stretch.start), upto=entry)


def still_stood(
    person: PersonRecord, entry: CompactEntry, subject: str | None, event: CompiledEvent, since: int, *, unless: CompiledEvent
) -> bool:
    """Whether an earlier one of the event since a day was not done away with before the entry."""
    order, last = entry.order, entry.last
    return any(
        # Strictly between the two, and ``later`` gives what may have come after as well.
        all(each.order >= order for each in later(person, earlier, subject, unless, last))
        for earlier in earlier_entries(person, entry, subject, event, since)
    )


def _later(compiler: Compiler, node: c.Later, types: tuple[str, ...]) -> Expression:
    event = compiler.constant(compiler.event(node.event), "event")
    last = f"{FAR_OFF}" if node.within is None else f"{compiler.use(until)}(entry.last, {span(node.within)!r})"
    text = f"{compiler.use(has_after)}(person, entry, subject, {event}, {last})"
    return Expression(text, looks_at=looks_around(node.event))


def _previous(compiler: Compiler, node: c.Previous, types: tuple[str, ...]) -> Expression:
    event = compiler.constant(compiler.event(node.event), "event")
    passes = compiler.certain(node.where, node.event.types, f"of the latest {' or '.join(node.event.types)}")
    text = f"{compiler.use(latest_passes)}(person, entry, subject, {event}, {compiler.constant(passes, 'passes')})"
    return Expression(text, looks_at=looks_around(node.event, node.where))


def latest_passes(person: PersonRecord, entry: CompactEntry, subject: str | None, event: CompiledEvent, passes: Test) -> bool:
    """Whether there is an earlier one of the event and the latest of them passes, this entry standing as the starting one."""
    found = latest_before(person, entry, subject, event)
    return found is not None and bool(passes(person, found, entry, subject))


def _not_yet(compiler: Compiler, node: c.NotYet, types: tuple[str, ...]) -> Expression:
    event = compiler.constant(compiler.event(*node.events), "event")
    done = f"{compiler.use(has_before)}(person, entry, subject, {event}, {LONG_AGO}, upto=start)"
    # Asked by the starting entry: everything before it, as seen from this one.
    return Expression(f"start is None or not {done}", looks_at=AROUND | {"start"})


def _at_least(compiler: Compiler, node: c.AtLeast, types: tuple[str, ...]) -> Expression:
    event = compiler.constant(compiler.event(node.event), "event")
    number = f"{compiler.use(count_within)}(person, entry, subject, {event}, {since_day(compiler, node.within)} + 1)"
    return Expression(f"{number} >= {node.n}", looks_at=looks_around(node.event))


def _happened(compiler: Compiler, node: c.Happened, types: tuple[str, ...]) -> Expression:
    event = compiler.maybe(*node.events, linked=False)
    if event is None:
        return Expression(repr(node.at_least <= 0))
    last = "entry.last"
    if node.either_side and node.within is not None:
        last = f"{compiler.use(until)}(entry.last, {span(node.within)!r})"
    days = f"{since_day(compiler, node.within)}, {last}"
    number = f"{compiler.use(count_own)}(person, {compiler.constant(event, 'event')}, {days})"
    return Expression(f"{number} >= {node.at_least}", looks_at=AROUND)


def _still_open(compiler: Compiler, node: c.StillOpen, types: tuple[str, ...]) -> Expression:
    begun = compiler.constant(compiler.event(node.begun, linked=False), "event")
    ended = compiler.constant(compiler.event(node.ended), "event")
    return Expression(f"{compiler.use(still_open)}(person, entry, {begun}, {ended})", looks_at=AROUND)


def _still_ahead(compiler: Compiler, node: c.StillAhead, types: tuple[str, ...]) -> Expression:
    both = "entry, start"
    if node.planned_by == "start":
        # In another type a field of the same name may say who something is for.
        # Which types plan for a day in it is known now: the start may be of any type.
        planning = tuple(
            type for type in sorted(ENTRY_TYPES) if (shape := field_shape(type, node.field)) and shape.kind == "when"
        )
        both = f"start if start is not None and start.type in {planning!r} else None, entry"
    text = f"{compiler.use(is_ahead)}({both}, {node.field!r}, unsaid={node.unsaid!r})"
    return Expression(text, looks_at=frozenset({"start"}))


def is_ahead(planner: CompactEntry | None, other: CompactEntry | None, field: str, *, unsaid: bool) -> bool:
    """Whether the day that one entry says had not gone by when the other happened."""
    day = None if planner is None else planned(planner, field)
    return unsaid if day is None or other is None else day.last.toordinal() >= other.last


def _lasted_under(compiler: Compiler, node: c.LastedUnder, types: tuple[str, ...]) -> Expression:
    state = compiler.constant(compiler.state(node.state), "state")
    return Expression(f"{compiler.use(lasted_under)}(person, entry, {state}, {span(node.amount)!r})", looks_at=AROUND)


def lasted_under(person: PersonRecord, entry: CompactEntry, state: CompiledState, amount: Span) -> bool:
    """Whether the stretch of the state that ended with the entry had lasted less."""
    for stretch in spans(person, state):
        if stretch.ended_by is not None and stretch.ended_by.id == entry.id:
            limit = after(stretch.start, amount)
            return limit is not None and stretch.end < limit
    return False


def _before_a_break(compiler: Compiler, node: c.BeforeABreak, types: tuple[str, ...]) -> Expression:
    return Expression(f"{compiler.use(is_before_a_break)}(entry.last)", may_be_unknown=True)


def is_before_a_break(day: int) -> bool | str:
    """Whether a day is no working day, or the last before one that is none."""
    place = day - BEGINS
    if 0 < place < ENDS - BEGINS:
        # Two working days, the day and the next, have two more behind them than before: any fewer, and one of them is none.
        return WORKED[place + 1] - WORKED[place - 1] < 2
    for each in (day, day + 1):
        working = england_and_wales().is_working_day(date.fromordinal(each))
        if working is not True:
            return working.missing if isinstance(working, Unknown) else True
    return False


MEANINGS.update(
    {
        c.InState: _in_state,
        c.Earlier: _earlier,
        c.Later: _later,
        c.Previous: _previous,
        c.NotYet: _not_yet,
        c.AtLeast: _at_least,
        c.Happened: _happened,
        c.StillOpen: _still_open,
        c.StillAhead: _still_ahead,
        c.LastedUnder: _lasted_under,
        c.BeforeABreak: _before_a_break,
    }
)
