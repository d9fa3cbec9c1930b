"""The starts of clocks that several entries make together. Each function is the meaning of one ``Pattern``."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from holdfast.engine.reference import family_complexity as complexity
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.lead_worker import absence_of_lead_worker, part_of_lead_ended
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.state import spans
from holdfast.kernel.unknown_name import UnknownName
from holdfast.rules.trigger import Pattern
from holdfast.standards.states import CHILD_PROTECTION_PLAN
from holdfast.vocabulary.entry import Entry


def section47_begins(person: PersonView) -> Iterator[Start]:
    """The first discussion that decided on section 47 since the last enquiry ended, for a child not already on a plan. A
    first conference for which no such discussion was recorded: when it was due cannot be told."""
    return (discussions[0] for discussions in _deciding_discussions(person))


def section47_decided_last(person: PersonView) -> Iterator[Start]:
    """The same, counted from the latest discussion that decided on section 47 in the enquiry."""
    return (discussions[-1] for discussions in _deciding_discussions(person))


def _deciding_discussions(person: PersonView) -> Iterator[list[Start]]:
    """The discussions of each enquiry that decided on section 47."""
    on_plan = spans(person, CHILD_PROTECTION_PLAN)
    found: list[Start] = []
    for entry in person.entries("strategy_discussion_held", "section47_completed", "conference_held"):
        day = entry.happened.last
        # On the day the plan began the conference was still the first: being on a plan counts from the day after.
        planned = any(span.start < day and span.holds_on(day) for span in on_plan)
        # An enquiry ends with its outcome or a conference, so that what comes after begins another.
        if entry.type != "strategy_discussion_held":
            if found:
                yield found
            found = []
            if not planned and _first_conference(person, entry) and not _enquiries(person, entry):
                # Silence would say that the conference was in time.
                yield [Start.of(entry, missing="the strategy discussion that started the enquiry")]
        elif not planned and value(entry, "decision") == "section47":
            found.append(Start.of(entry))
    if found:
        yield found


def _first_conference(person: PersonView, entry: Entry) -> bool:
    return value(entry, "kind") in ("initial", "pre_birth") and person.names_child(entry, "decisions")


def _enquiries(person: PersonView, conference: Entry) -> list[Entry]:
    """Discussions that decided on section 47 and may have led to this conference: since the one before it."""
    held = [each for each in person.entries("conference_held") if each.id != conference.id and _first_conference(person, each)]
    # A discussion before the last conference led to that one.
    since = max((each.happened.last for each in held if each.happened.last < conference.happened.last), default=date.min)
    return [
        each
        for each in person.entries("strategy_discussion_held")
        if value(each, "decision") == "section47"
        and since <= each.happened.last
        and each.happened.first <= conference.happened.last
    ]


NO_PATTERN = "Give it in triggers/patterns.py of both engines."
PATTERNS: dict[str, Callable[..., Iterator[Start]]] = {
    "section47_begins": section47_begins,
    "section47_decided_last": section47_decided_last,
    "absence_of_lead_worker": absence_of_lead_worker,
    "part_of_lead_ended": part_of_lead_ended,
    "complexity": complexity.complexity,
}


def pattern_of(trigger: Pattern) -> Callable[[PersonView], Iterator[Start]]:
    """The function of a pattern. Refuses one that has none."""
    if trigger.name not in PATTERNS:
        raise UnknownName("pattern", trigger.name, PATTERNS, NO_PATTERN)
    found = PATTERNS[trigger.name]
    return found if trigger.state is None else partial(found, state=trigger.state)
