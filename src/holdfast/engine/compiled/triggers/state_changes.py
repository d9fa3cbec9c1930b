"""States as what starts a clock: that one begins, ends, lasts, or begins again."""

from collections.abc import Iterable

from holdfast.engine.compiled.calendar_arrays import Span, after, span
from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event_entries import fitting
from holdfast.engine.compiled.family_record import Types
from holdfast.engine.compiled.neighbouring_entries import count_own
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.state import CompactSpan, CompiledState, spans
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger
from holdfast.engine.reference.person_view import DEATH
from holdfast.rules.trigger import Again, EndsWithFew, StateEnds, StateLasts, StateStarts


def state_starts(compiler: Compiler, trigger: StateStarts) -> CompiledTrigger:
    """The state beginning."""
    state = compiler.state(trigger.state)

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        return [start_of(stretch.started_by) for stretch in spans(person, state)]

    return CompiledTrigger(every, _start_types(state))


def state_ends(compiler: Compiler, trigger: StateEnds) -> CompiledTrigger:
    """The state ending."""
    state = compiler.state(trigger.state)

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        # What ends with a death nobody ended.
        ends = (stretch.ended_by for stretch in spans(person, state))
        return [start_of(entry) for entry in ends if entry is not None and entry.type != DEATH]

    return CompiledTrigger(every, _end_types(state))


def ends_with_few(compiler: Compiler, trigger: EndsWithFew) -> CompiledTrigger:
    """The state being ended by somebody's decision after at most so many of an event in it."""
    state, event, most = compiler.state(trigger.state), compiler.event(trigger.event, linked=False), trigger.most

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        for stretch in spans(person, state):
            if stretch.ended_by is None or not person.is_child_on(stretch.end):
                continue
            if count_own(person, event, stretch.start, stretch.end) <= most:
                yield start_of(stretch.ended_by)

    return CompiledTrigger(every, _end_types(state))


def state_lasts(compiler: Compiler, trigger: StateLasts) -> CompiledTrigger:
    """The state having lasted so long, with nothing of some events done since it began."""
    state, lasting = compiler.state(trigger.state), span(trigger.lasting)
    unless = compiler.maybe(*trigger.unless, linked=False)
    assert lasting is not None

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        for stretch in spans(person, state):
            day = after(stretch.start, lasting)
            if day is None or stretch.end <= day:
                continue
            done = () if unless is None else fitting(person, unless)
            if not any(stretch.start <= entry.last and entry.first < day for entry in done):
                yield replaced(start_of(stretch.started_by), day=day, instant=None)

    return CompiledTrigger(every, _start_types(state))


def again(compiler: Compiler, trigger: Again) -> CompiledTrigger:
    """The state beginning soon after it had ended, told with what ended it."""
    state, within, family = compiler.state(trigger.state), span(trigger.within), trigger.across == "family"
    assert within is not None

    def every(person: PersonRecord) -> Iterable[CompactStart]:
        there = [person, *map(person.other, person.siblings)] if family else [person]
        # What has not ended cannot begin again.
        over = [
            stretch
            for each in there
            for stretch in spans(each, state)
            if stretch.ended_by is not None and stretch.ended_by.type != DEATH
        ]
        for stretch in spans(person, state):
            before = _ended_shortly_before(stretch, over, within)
            if before:
                yield start_of(stretch.started_by, extra=before)

    return CompiledTrigger(every, _start_types(state))


def _ended_shortly_before(stretch: CompactSpan, over: list[CompactSpan], within: Span) -> tuple[CompactEntry, ...]:
    """What ended any of the stretches that were over by the start of this one and not for long, oldest first."""
    found: dict[str, CompactEntry] = {}
    for each in over:
        if each.ended_by is not None and each.end <= stretch.start:
            limit = after(each.end, within)
            if limit is not None and stretch.start < limit:
                found[each.ended_by.id] = each.ended_by
    return tuple(sorted(found.values(), key=lambda entry: entry.order))


def _start_types(state: CompiledState) -> Types:
    """The types of the entries that can start it."""
    own = state.starts.types if state.starts is not None else ()
    return tuple(dict.fromkeys((*own, *(type for part in state.any_of for type in _start_types(part)))))


def _end_types(state: CompiledState) -> Types:
    """The types of the entries that can end it."""
    own = state.ends.types if state.ends is not None else ()
    return tuple(dict.fromkeys((*own, *(type for part in state.any_of for type in _end_types(part)))))


MEANINGS.update(
    {
        StateStarts: state_starts,
        StateEnds: state_ends,
        EndsWithFew: ends_with_few,
        StateLasts: state_lasts,
        Again: again,
    }
)
