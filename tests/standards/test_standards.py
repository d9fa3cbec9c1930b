"""A standard is a dated, cited statement that cannot contradict itself."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from holdfast import standards
from holdfast.engine.reference.triggers.patterns import PATTERNS
from holdfast.engine.rulebook import published
from holdfast.rules.conditions import Attended
from holdfast.rules.event import on
from holdfast.rules.limit import (
    Amount,
    BeforePlannedDay,
    ByGestation,
    ByPlannedDay,
    Deadline,
    Gate,
    Interval,
    LastsAtLeast,
    Limit,
    MonthlyCount,
    ShareOfInterval,
)
from holdfast.rules.standard import Edition, Standard
from holdfast.rules.trigger import Each, Pattern, StateEnds
from holdfast.standards import STANDARDS, conferences, core_groups, strategy, visits
from holdfast.standards.ladders import LADDERS
from holdfast.standards.roles import ROLES
from holdfast.standards.sources import SOURCES
from holdfast.vocabulary.type_registry import ENTRY_TYPES

EVERY = [pytest.param(rule, id=id) for id, rule in STANDARDS.items()]
AREA = re.compile(r"[A-Z]{2,4}-\d\d")


def test_every_standard_has_an_id_and_a_title_of_its_own() -> None:
    assert all(AREA.fullmatch(id) and rule.id == id for id, rule in STANDARDS.items())
    assert Counter(rule.title for rule in STANDARDS.values()).most_common(1)[0][1] == 1


@pytest.mark.parametrize("rule", EVERY)
def test_somebody_is_responsible_and_somebody_hears_of_it(rule: Standard) -> None:
    assert rule.responsible in ROLES
    assert rule.ladder in LADDERS


@pytest.mark.parametrize("rule", EVERY)
def test_every_source_it_cites_is_one_we_list(rule: Standard) -> None:
    assert rule.sources
    assert {source.document for source in rule.sources} <= set(SOURCES)
    assert all(source.locator for source in rule.sources)


@pytest.mark.parametrize("rule", EVERY)
def test_it_reads_only_entries_that_there_are(rule: Standard) -> None:
    assert rule.looks_at(published()) <= set(ENTRY_TYPES)
    if isinstance(rule.trigger, Pattern):
        assert rule.trigger.name in PATTERNS


@pytest.mark.parametrize("rule", EVERY)
def test_its_words_make_a_sentence(rule: Standard) -> None:
    # "{started} on 3 Oct 2018; no {wanted} by 17 Oct 2018."
    assert rule.started[0].isupper() and not rule.started.endswith(".")
    assert rule.wanted[0].islower() and not rule.wanted.endswith(".")
    assert not rule.note or rule.note.endswith(".")


@pytest.mark.parametrize("rule", EVERY)
def test_its_versions_follow_each_other_without_a_gap_and_the_last_is_open(rule: Standard) -> None:
    for earlier, later in zip(rule.versions, rule.versions[1:], strict=False):
        assert earlier.until == later.since
    assert all(version.until is not None for version in rule.versions[:-1])
    assert all(version.until is None for version in rule.versions[-1:])


@pytest.mark.parametrize("rule", EVERY)
def test_it_is_in_force_from_its_first_day_and_not_the_day_before(rule: Standard) -> None:
    known = [day for day in (rule.effective_from, *(version.since for version in rule.versions)) if day is not None]
    if rule.switch is not None:
        assert not rule.in_force(max(known, default=date(2026, 11, 2)))
        rule = replace(rule, switch=None)
    if not known:
        assert rule.in_force(date(1989, 11, 16))
        return
    first = min(known)
    assert rule.in_force(first)
    assert not rule.in_force(first - timedelta(days=1))


@pytest.mark.parametrize("rule", EVERY)
def test_a_warning_comes_before_the_day_it_is_due(rule: Standard) -> None:
    if rule.warn_before is None or isinstance(rule.limit, Gate | BeforePlannedDay) or rule.limit.n == 0:
        return
    assert rough_minutes(rule.warn_before.unit) * rule.warn_before.n < rough_minutes(rule.limit.unit) * rule.limit.n


def rough_minutes(unit: str) -> int:
    """How long a unit is, near enough to tell which of two limits is the longer."""
    short = {"minutes": 1, "hours": 60, "weeks": 10080, "weeks_gestation": 10080, "months": 43200, "none": 0}
    short["of_interval"] = 6 * short["months"]
    return short.get(unit, 525600 if unit.startswith("years") else 1440)


def test_an_interval_that_names_no_state_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="CP-30: an interval runs while a state lasts"):
        replace(visits.CP_30, during=None)
    with pytest.raises(ValueError, match="CP-30: an interval runs while a state lasts"):
        replace(visits.CP_30, trigger=StateEnds(visits.CP_30.during))


def test_an_edition_that_counts_in_another_way_cannot_be_made() -> None:
    for limit in (Interval(10, "working_days"), Deadline(10, "working_days", from_age=3)):
        with pytest.raises(ValueError, match="version one counts in another way"):
            replace(strategy.CP_01, versions=(Edition("one", date(2018, 7, 4), None, "so", limit=limit),))


def test_a_gate_that_asks_nothing_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="a gate needs its conditions"):
        Gate(())


def test_something_that_lasts_says_what_would_end_it() -> None:
    with pytest.raises(ValueError, match="say what should last with 'keeps', or what breaks it"):
        LastsAtLeast(12, "months")


def test_a_standard_that_nothing_could_meet_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="CP-01: nothing could ever meet it"):
        replace(strategy.CP_01, met_by=())


def test_time_is_counted_forwards_and_in_whole_units() -> None:
    with pytest.raises(ValueError, match="time does not run backwards"):
        Deadline(-1, "working_days")
    with pytest.raises(ValueError, match="is a whole number"):
        Deadline(1.5, "working_days")


def test_a_gate_that_can_be_put_right_says_within_how_long() -> None:
    with pytest.raises(ValueError, match="says by what and within how long"):
        replace(core_groups.CP_22, limit=Gate(core_groups.CP_22.limit.conditions))
    with pytest.raises(ValueError, match="says by what and within how long"):
        replace(conferences.CP_12, limit=replace(conferences.CP_12.limit, remedy_within=Amount(5, "working_days")))


def test_versions_with_a_gap_or_an_overlap_cannot_be_made() -> None:
    for until in (date(2023, 12, 14), date(2023, 12, 16)):
        with pytest.raises(ValueError, match="version one must end on the day two begins"):
            replace(
                strategy.CP_01,
                versions=(Edition("one", date(2018, 7, 4), until, "so"), Edition("two", date(2023, 12, 15), None, "so")),
            )


def test_a_standard_cannot_be_changed_once_made() -> None:
    with pytest.raises(AttributeError):
        conferences.CP_06.title = "Whenever"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (Deadline(15, "working_days"), "15 working days"),
        (Deadline(1, "working_days"), "1 working day"),
        (Deadline(1, "before_next_school_day"), "before the next school day begins"),
        (Interval(6, "weeks"), "at least every 6 weeks"),
        (Deadline(0, "hours"), "at once"),
        (Deadline(0, "calendar_days"), "the same day"),
        (ByPlannedDay(0, "calendar_days"), "by that day"),
        (ByGestation(28), "by 28 weeks of pregnancy"),
        (MonthlyCount(5), "at least 5 cases a month"),
        (ShareOfInterval(0.5, on("conference_booked"), Amount(6, "months")), "half-way to the next"),
        (Gate((Attended("social_worker"),)), "before it happens"),
    ],
)
def test_a_limit_is_said_as_people_say_it(limit: Limit, words: str) -> None:
    assert limit.in_words() == words


def test_an_event_names_its_types() -> None:
    assert isinstance(strategy.CP_01.trigger, Each)
    assert on("visit_made").types == ("visit_made",)


def test_two_standards_of_one_id_are_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    copied = replace(strategy.CP_01, title="Copied and not renamed")
    monkeypatch.setattr(strategy, "COPIED", copied, raising=False)
    with pytest.raises(
        ValueError, match="CP-01 is the id of two standards, 'Strategy discussion held' and 'Copied and not renamed'"
    ):
        standards._gathered()
