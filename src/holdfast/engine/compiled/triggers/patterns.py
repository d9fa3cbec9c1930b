"""The starts of clocks that several entries make together: the meaning of each :class:`~holdfast.rules.trigger.Pattern`, by its
name."""

from collections.abc import Callable, Iterator

from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.family_complexity import complexity
from holdfast.engine.compiled.instants import LONG_AGO
from holdfast.engine.compiled.lead_worker import absence_of_lead_worker, part_of_lead_ended
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.state import CompiledState, spans
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger, Starts
from holdfast.engine.reference.triggers.patterns import NO_PATTERN
from holdfast.kernel.unknown_name import UnknownName
from holdfast.rules.trigger import Pattern
from holdfast.standards.states import CHILD_PROTECTION_PLAN

DISCUSSIONS, CONFERENCES = ("strategy_discussion_held",), ("conference_held",)
OF_ENQUIRIES = (*DISCUSSIONS, "section47_completed", *CONFERENCES)
MISSING = "the strategy discussion that started the enquiry"


def pattern(compiler: Compiler, trigger: Pattern) -> CompiledTrigger:
    """What the function of this name finds."""
    if trigger.name not in PATTERNS:
        raise UnknownName("pattern", trigger.name, PATTERNS, NO_PATTERN)
    asked = () if trigger.state is None else compiler.state(trigger.state).every_type()
    found = PATTERNS[trigger.name]
    starts = found(compiler) if trigger.state is None else found(compiler, state=trigger.state)
    return CompiledTrigger(starts, tuple(dict.fromkeys((*trigger.reads, *asked))))


def section47_begins(compiler: Compiler) -> Starts:
    """The first discussion that decided on section 47 since the last enquiry ended, for a child not already on a plan. A first
    conference for which no such discussion was recorded: when it was due cannot be told."""
    on_plan = compiler.state(CHILD_PROTECTION_PLAN)
    return lambda person: [discussions[0] for discussions in _deciding_discussions(person, on_plan)]


def section47_decided_last(compiler: Compiler) -> Starts:
    """The same, counted from the latest discussion that decided on section 47 in the enquiry."""
    on_plan = compiler.state(CHILD_PROTECTION_PLAN)
    return lambda person: [discussions[-1] for discussions in _deciding_discussions(person, on_plan)]


def _deciding_discussions(person: PersonRecord, on_plan: CompiledState) -> Iterator[list[CompactStart]]:
    """The discussions of each enquiry that decided on section 47."""
    planned = spans(person, on_plan)
    found: list[CompactStart] = []
    for entry in person.read(OF_ENQUIRIES):
        day = entry.last
        is_planned = any(stretch.start < day < stretch.end for stretch in planned)
        if entry.type != "strategy_discussion_held":
            if found:
                yield found
            found = []
            if not is_planned and _is_first_conference(person, entry) and not _has_enquiry(person, entry):
                yield [replaced(start_of(entry), missing=MISSING)]
        elif not is_planned and entry.data.get("decision") == "section47":
            found.append(start_of(entry))
    if found:
        yield found


def _is_first_conference(person: PersonRecord, entry: CompactEntry) -> bool:
    return (
        entry.type == "conference_held"
        and entry.data.get("kind") in ("initial", "pre_birth")
        and person.is_named(entry, "decisions")
    )


def _has_enquiry(person: PersonRecord, conference: CompactEntry) -> bool:
    """Whether a discussion that decided on section 47 may have led to this conference: since the one before it."""
    day, since = conference.last, LONG_AGO
    for entry in person.read(CONFERENCES):
        if since < entry.last < day and entry.id != conference.id and _is_first_conference(person, entry):
            since = entry.last
    return any(
        entry.data.get("decision") == "section47" and since <= entry.last and entry.first <= day
        for entry in person.read(DISCUSSIONS)
    )


PATTERNS: dict[str, Callable[..., Starts]] = {
    "section47_begins": section47_begins,
    "section47_decided_last": section47_decided_last,
    "absence_of_lead_worker": absence_of_lead_worker,
    "part_of_lead_ended": part_of_lead_ended,
    "complexity": complexity,
}
MEANINGS[Pattern] = pattern
