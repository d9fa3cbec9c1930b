"""A rule is compiled only where every part of it that says anything is one that the compiler knows.

A part that is new, or a new field of an old part, sends the rule to the reference engine until somebody says what it means
in a query: never to a query that leaves it out.
"""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from holdfast.engine.bulk.asking import MEANINGS, CannotCompile
from holdfast.rules.event import Condition

PARTS: dict[str, frozenset[str]] = {
    name: frozenset(known.split())
    for name, known in {
        "Standard": "starts_after limit trigger met_by excused_by during gate self_recording remedy_within all_of "
        "outlives_childhood from_age planned_in held switch local warn_before effective_from versions scope keeps broken_by",
        "Event": "types where names",
        "State": "id starts ends any_of restarts",
        "Limit": "kind n unit count_from noon_after_holiday or_at_once",
        "Amount": "n unit",
        "Version": "since until limit edition says locator verification",
        "LocalLimit": "since n",
        "Switch": "because on_from",
        "Each": "event",
        "StateStarts": "state",
        "StateEnds": "state",
        "Either": "triggers",
        "Gathers": "events n within counting also since unless unless_within across",
        "Happens": "trigger ended_by during",
        "Undone": "trigger done_by limit excused_by during planned_in",
        "Stale": "during done_by limit from_age all_of",
        "Fails": "trigger wanted ended_by",
        "Breached": "standards after",
        "AnyShape": "shapes",
        "Said": "shape why",
        "Showing": "shape",
        "Only": "trigger where",
        "Prepared": "trigger by since",
    }.items()
}
WORDS = frozenset({
    "id", "title", "stage", "binding", "started", "wanted", "responsible", "ladder", "sources", "confidence", "choice",
    "review_paragraphs", "local_variants", "check_before_release", "note",
})  # fmt: skip
"""What a rule says to people: nothing is counted by it."""
CONDITIONS: dict[str, frozenset[str]] = {
    name: frozenset(known.split())
    for name, known in {
        "FieldIn": "field values", "FieldIs": "field value", "NotIs": "field value", "Filled": "field",
        "Mentions": "field words", "RefersTo": "field", "RefersToEither": "field", "RefersToSame": "field start_field",
        "SameAs": "field start_field", "NamesSubject": "field", "DecisionIs": "values", "PlanIs": "plan field",
        "CategoryIs": "category", "ChildUnder": "years", "Not": "condition", "AnyOf": "conditions", "Recorded": "field",
        "NumberUnder": "field n", "GradeAtLeast": "n", "ChildUnderMonths": "months", "InState": "state", "ByRole": "roles",
        "RolePresent": "words", "ConferenceQuorum": "agencies", "Earlier": "event within since", "Later": "event within",
        "ByAgency": "words", "ReasonGiven": "words", "ReachesFamily": "field", "BeginsWith": "field words",
        "Unborn": "", "AboutChild": "", "IsChild": "", "Says": "fields phrases", "AsLead": "",
        "AsksForSafety": "field", "Standing": "event unless within",
    }.items()
}  # fmt: skip


def _default(each: Field[Any]) -> Any:
    if each.default is not MISSING:
        return each.default
    return each.default_factory() if each.default_factory is not MISSING else MISSING


def check(value: Any) -> None:
    """Raises :class:`CannotCompile` for the first part of a rule that no query can say."""
    for what in unknown(value):
        raise CannotCompile(what)


def unknown(value: Any) -> Iterator[str]:
    """Every part of a rule that no query can say."""
    if isinstance(value, list | tuple):
        for each in value:
            yield from unknown(each)
        return
    if not is_dataclass(value) or isinstance(value, type):
        return
    name = type(value).__name__
    known = PARTS.get(name)
    if known is None and isinstance(value, Condition) and type(value) in MEANINGS:
        known = CONDITIONS.get(name, frozenset())
    if known is None:
        yield f"{name}{_named(value)}"
        return
    for each in fields(value):
        if each.name in WORDS and name in ("Standard", "State", "Version"):
            continue
        found = getattr(value, each.name)
        if name == "Showing" and each.name in ("events", "within", "inclusive", "since"):
            continue  # what is shown beside a worry is no part of when it is one
        if each.name in known:
            yield from unknown(found)
        elif found != _default(each):
            yield f"{name}.{each.name}"


def _named(value: Any) -> str:
    name = getattr(value, "name", None)
    return f" {name}" if isinstance(name, str) else ""
