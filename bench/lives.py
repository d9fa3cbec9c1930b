"""Invented histories of one child on a plan, of any length."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

from holdfast.vocabulary.entry import Entry

SEED = 20261122
FIRST = date(2022, 1, 3)
DAYS = 6 * 365
"""All of a history falls within so many days, so that no clock runs past the calendar."""
CHILD = "child"
PLAN = {"kind": "initial", "decisions": [{"child": CHILD, "decision": "plan_made", "category": "NEG", "reasons": "Neglect."}]}
WHAT: tuple[tuple[str, dict[str, Any]], ...] = (
    ("visit_made", {"kind": "child_protection", "seen": [CHILD], "seen_alone": [CHILD], "sleeping_place_seen": True}),
    ("core_group_held", {"present": [{"role": "social_worker"}, {"role": "health_visitor"}]}),
    ("voice_recorded", {"child": CHILD, "how": "words", "words": "I like my school."}),
    ("observation_recorded", {"neglect": ["physical"], "other": [], "text": "Cold hands, no coat.", "setting": "school"}),
    ("contact_missed", {"kind": "not_brought", "service": "Dentist"}),
    ("supervision_held", {"worker": "sam", "manager": "kay"}),
)


def history(entries: int, child: str = CHILD, days_apart: float = 3) -> list[dict[str, Any]]:
    """The parts of ``entries`` entries, one every few days at most, half of them recorded a day or more late."""
    draw = Random(SEED)
    days_apart = min(days_apart, DAYS / entries)
    parts = [{"type": "conference_held", "happened": FIRST.isoformat(), "data": _about(PLAN, child), "recorded_at": _noon(FIRST)}]
    for number in range(1, entries):
        day = FIRST + timedelta(days=int(number * days_apart))
        type_, data = draw.choice(WHAT)
        late = draw.choice((0, 0, 1, 4))
        parts.append(
            {
                "type": type_,
                "happened": day.isoformat(),
                "data": _about(data, child),
                "recorded_at": _noon(day + timedelta(days=late)),
            }
        )
    return parts


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 18, tzinfo=UTC)


def _about(value: Any, child: str) -> Any:
    if isinstance(value, dict):
        return {name: _about(each, child) for name, each in value.items()}
    if isinstance(value, list):
        return [_about(each, child) for each in value]
    return child if value == CHILD else value


def entries(count: int) -> tuple[Entry, ...]:
    """A history as the engine reads it."""
    return tuple(Entry.build(id=f"e{number}", about=(CHILD,), by="sam", **parts) for number, parts in enumerate(history(count)))
