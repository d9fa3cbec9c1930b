"""After a death nothing starts but what the death itself asks, whatever the rule, the record and what was known when."""

from datetime import UTC, date, datetime, timedelta

import pytest

from holdfast.engine.clock import Clock
from holdfast.engine.compiled.evaluate import evaluate as by_compiled
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.raised_signal import Finding
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.kernel.when import end_of_day, start_of_day
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World
from tests.bulk.generating import cases
from tests.engine.compiled.test_agreement import differences
from tests.sizes import taken
from tests.specs.kit import CHILD

RULES = {**STANDARDS, **SIGNALS}
READ = Moment(datetime(2024, 6, 1, tzinfo=UTC), FOREVER)
ASKED_BY_A_DEATH = {
    *("FD-03", "FD-04"),  # whoever told us something is owed an answer
    *("REV-01", "REV-02", "REV-03", "REV-04", "REV-05", "REV-06", "REV-07", "REV-08", "REV-09", "REV-11"),
    *("RPD-01", "RPD-02", "RPD-03", "RPD-04", "RPD-05", "RPD-07"),  # disagreements, as whether to notify
    *("LADO-01", "LADO-02"),  # an allegation is about a worker, who lives
    *("INF-01", "INF-02", "INF-03"),
    *("RET-02", "RET-04", "RET-05", "RET-06", "RET-07"),
    *("SIG-FUTURE-DATED",),  # a mistake in the record is one whoever has died
}


def test_the_rules_that_may_begin_after_a_death_are_these_few() -> None:
    assert {id for id, rule in RULES.items() if rule.after_death} == ASKED_BY_A_DEATH


def died(day: date, *, id: str = "died", person: str = CHILD, late: int = 0) -> Entry:
    """A death, recorded so many days after it."""
    recorded = end_of_day(day) + timedelta(days=late)
    return Entry.build(
        id=id, type="death_recorded", happened=day.isoformat(), recorded_at=recorded, about=(person,), data={"person": person}
    )


def with_a_death(world: World, **parts: int) -> tuple[World, date]:
    """The same world, with the death of the child on the day on which half of it had happened."""
    days = sorted(entry.happened.last for entry in world.entries)
    day = days[len(days) // 2]
    # No other death, and none taken back: the lives that are invented have deaths of their own.
    others = [entry for entry in world.entries if entry.type != "death_recorded"]
    return World(**{**vars(world), "entries": (*others, died(day, **parts))}), day


def began_after(line: HistoryLine, day: date) -> bool:
    """Whether a line that stands began later than the day."""
    if line.withdrawn_at is not None:
        return False
    return (line.what.started_at if isinstance(line.what, Clock) else line.what.raised_at) > start_of_day(day + timedelta(days=1))


@pytest.mark.parametrize("id", RULES)
def test_nothing_begins_after_a_death_but_what_it_asks_and_nothing_else_is_left_open_by_it(id: str) -> None:
    asked = RULES[id].after_death
    outlives = asked or getattr(RULES[id], "outlives_childhood", False)
    for world in cases(RULES[id], 2 * taken("lives invented from each rule, read by both engines")):
        if not world.entries:
            continue
        ended, day = with_a_death(world)
        lines = by_compiled(ended, CHILD, READ, [id]).lines
        assert asked or not [line for line in lines if began_after(line, day)]
        assert outlives or not [line for line in lines if still_open(line, id)]


def still_open(line: HistoryLine, id: str) -> bool:
    """Whether somebody would still be asked about it."""
    if line.withdrawn_at is not None:
        return False
    if isinstance(line.what, Finding):
        return line.what.ended_at is None
    # What was asked as something happened was so or not, and stays that.
    return not line.what.gate and line.what.state(READ.as_at) in ("running", "due_soon", "overdue", "cannot_tell")


@pytest.mark.parametrize("id", RULES)
def test_both_engines_say_the_same_of_a_death_however_late_it_was_recorded(id: str) -> None:
    world = next(iter(cases(RULES[id], 1)))
    if world.entries:
        for late in (0, 45):
            ended, _ = with_a_death(world, late=late)
            assert differences(ended, Moment.live(max(each.recorded_at for each in ended.entries)), [CHILD], [id]) == []
            assert differences(ended, READ, [CHILD], [id]) == []
