"""What nobody should write, and somebody will: it is refused in words, or said to be untellable. It never gives a wrong due date,
never falls over and never takes minutes."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from holdfast.engine.clock import Clock
from holdfast.engine.compiled.evaluate import evaluate
from holdfast.engine.evaluation import PersonEvaluation
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.reference.evaluate import evaluate as evaluate_by_reference
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.replay import replay
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.faults import EntryRefused
from holdfast.vocabulary.world import KnownPerson, World
from tests.sizes import taken
from tests.specs.kit import CHILD, MOTHER, ORGANISATIONS, PEOPLE, RELATIONSHIPS, WORKERS

MONDAY = date(2018, 10, 1)
Evaluate = Callable[[World, str, Moment], PersonEvaluation]
SECONDS = 20
"""What thousands of entries may take on a slow and busy machine. Anything quadratic takes minutes."""


def entry(id: str, type: str, happened: str, data: dict[str, Any], **rest: Any) -> Entry:
    """An entry about the child."""
    about = rest.pop("about", (CHILD,))
    return Entry.build(id=id, type=type, happened=happened, about=about, by="sam", data=data, **rest)


def world(*entries: Entry, **people: KnownPerson) -> World:
    """The example family with these entries."""
    return World(ORGANISATIONS, WORKERS, {**PEOPLE, **people}, RELATIONSHIPS, entries)


def clocks(of: World, at: datetime, rule: str) -> list[HistoryLine]:
    """The lines of one standard, of which the compiled rule and the meaning of record say the same."""
    found = list(evaluate(of, CHILD, Moment.live(at), [rule]).clocks)
    assert [line.what for line in evaluate_by_reference(of, CHILD, Moment.live(at), [rule]).clocks] == [
        line.what for line in found
    ]
    return found


def plan(happened: str) -> Entry:
    """A conference makes a plan."""
    decisions = [{"child": CHILD, "decision": "plan_made", "category": "NEG", "reasons": "Neglect."}]
    return entry("plan", "conference_held", happened, {"kind": "initial", "decisions": decisions})


@pytest.mark.parametrize(
    "happened", ["2023-02-29", "2019-13-01", "2019-00-10", "00/00/0000", "0001-01-01", "9999-12-31", "Spring"]
)
def test_a_date_that_cannot_be_is_refused_in_words(happened: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        plan(happened)
    assert [fault.path for fault in refused.value.faults] == ["$.happened"]
    assert refused.value.faults[0].what


@pytest.mark.parametrize("year", [2098, 8999])
def test_a_clock_in_working_days_beyond_the_list_of_holidays_cannot_be_told(year: int) -> None:
    at = datetime(year, 12, 31, tzinfo=UTC)
    (line,) = clocks(world(plan(f"{year}-11-03")), at, "CP-20")
    assert isinstance(line.what, Clock)
    assert line.what.due is None
    assert line.what.state(at) == "cannot_tell"
    assert "bank holidays" in (line.what.missing or "")


def test_no_rule_falls_over_at_either_end_of_the_calendar() -> None:
    for happened in ("1800-01-01", "9000-12-31", "1800", "9000", "9000-12-31T23:59:00Z"):
        told = world(plan(happened), entry("v", "visit_made", happened, {"kind": "child_protection", "seen": [CHILD]}))
        for line in replay(told, Moment.with_hindsight(datetime(9998, 1, 1, tzinfo=UTC)), None):
            assert line.why


def test_of_somebody_of_unknown_age_an_age_rule_says_what_it_lacks_and_not_a_birthday() -> None:
    at = datetime(2018, 12, 1, tzinfo=UTC)
    told = replace(world(plan("2018-10-01")), people={**PEOPLE, CHILD: KnownPerson(CHILD)}, relationships=())
    lines = evaluate(told, CHILD, Moment.live(at)).clocks
    assert lines
    assert not any("18th birthday" in (line.what.excused_why or "") for line in lines if isinstance(line.what, Clock))
    untold = [line.what for line in lines if isinstance(line.what, Clock) and line.what.missing == "the date of birth"]
    assert all(what.due is None for what in untold)


@pytest.mark.parametrize("born", ["1901", "2040-01-01", "2018-10-02"])
def test_a_date_of_birth_that_cannot_be_right_makes_nothing_fall_over(born: str) -> None:
    told = world(plan("2018-10-01"), **{CHILD: KnownPerson(CHILD, born=When.parse(born))})
    for line in replay(told, Moment.with_hindsight(datetime(2030, 1, 1, tzinfo=UTC))):
        assert line.to_json()["why"]


def circle(*links: tuple[str, str]) -> tuple[Entry, ...]:
    """Corrections of one another, in a world that nobody checked."""
    return tuple(replace(plan("2018-10-01"), id=id, corrects=corrects, reason="Wrong.") for id, corrects in links)


def test_corrections_in_a_circle_are_nobodys_word_and_stop_nothing() -> None:
    told = world(*circle(("a", "b"), ("b", "c"), ("c", "a")), plan("2018-10-01"))
    at = datetime(2018, 12, 1, tzinfo=UTC)
    assert [each.id for each in RecordView(told, Moment.live(at)).entries] == ["plan"]
    assert len(clocks(told, at, "CP-20")) == 1


def test_withdrawals_in_a_circle_stop_nothing() -> None:
    def withdrawal(id: str, of: str) -> Entry:
        taken = entry(id, "entry_withdrawn", "2018-10-02", {}, withdraws=of, reason="Wrong child.")
        return replace(taken, withdraws=of)

    told = world(plan("2018-10-01"), withdrawal("one", "two"), withdrawal("two", "one"))
    assert len(clocks(told, datetime(2018, 12, 1, tzinfo=UTC), "CP-20")) == 1


@pytest.mark.parametrize("what", ["corrects", "withdraws"])
def test_thousands_of_corrections_of_one_another_are_followed_to_the_last(what: str) -> None:
    entries = [plan("2018-10-01")]
    many = taken("corrections of one another")
    for number in range(many):
        recorded = datetime(2018, 10, 1, 20, tzinfo=UTC) + timedelta(minutes=number + 1)
        if what == "corrects":
            entries.append(replace(entries[0], id=f"e{number}", corrects=entries[-1].id, reason="Again.", recorded_at=recorded))
        else:
            entries.append(
                entry(
                    f"e{number}",
                    "entry_withdrawn",
                    "2018-10-01",
                    {},
                    withdraws=entries[-1].id,
                    reason="No.",
                    recorded_at=recorded,
                )
            )
    at = datetime(2018, 12, 1, tzinfo=UTC)
    begun = time.process_time()
    known = RecordView(world(*entries), Moment.live(at))
    assert [each.id for each in known.entries] == ([f"e{many - 1}"] if what == "corrects" else ["plan"])
    assert time.process_time() - begun < SECONDS


MANY: dict[str, tuple[str, dict[str, Any]]] = {
    "visits": ("visit_made", {"kind": "child_protection", "seen": [CHILD], "worker": "sam"}),
    "contacts": ("contact_received", {"from": {"role": "gp"}, "channel": "phone", "text": "Worried.", "for": "sam"}),
    "observations": ("observation_recorded", {"neglect": ["physical"], "other": [], "text": "Cold.", "setting": "home"}),
    "messages": ("message_received", {"from": MOTHER, "for": "sam", "text": "Please ring me."}),
}


@pytest.mark.parametrize("engine", [evaluate, evaluate_by_reference])
@pytest.mark.parametrize("what", MANY)
def test_thousands_of_entries_about_one_child_in_one_day_are_read_in_seconds(what: str, engine: Evaluate) -> None:
    type, data = MANY[what]
    many = [entry(f"e{number}", type, "2018-10-02", data) for number in range(taken("entries about one child in one day"))]
    begun = time.process_time()
    reading = engine(world(plan("2018-10-01"), *many), CHILD, Moment.live(datetime(2018, 11, 1, tzinfo=UTC)))
    took = time.process_time() - begun
    assert reading.clocks
    assert took < SECONDS, f"{took:.1f} s"


@pytest.mark.parametrize("what", MANY)
def test_hundreds_of_entries_that_were_each_recorded_late_are_read_in_seconds(what: str) -> None:
    type, data = MANY[what]
    late = datetime(2018, 10, 5, tzinfo=UTC)
    many = [
        replace(entry(f"e{number}", type, "2018-10-02", data), recorded_at=late + timedelta(minutes=number))
        for number in range(taken("entries that were each recorded late"))
    ]
    begun = time.process_time()
    reading = evaluate(world(plan("2018-10-01"), *many), CHILD, Moment.live(datetime(2018, 11, 1, tzinfo=UTC)))
    took = time.process_time() - begun
    assert reading.clocks
    assert took < SECONDS, f"{took:.1f} s"
