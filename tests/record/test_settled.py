"""What was over before a write is not worked out again and stands as it is stored; whatever the write may have changed is."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from holdfast.engine.compiled.compiled_rules import compiled
from holdfast.engine.compiled.evaluate import lines_for
from holdfast.engine.compiled.instants import instant
from holdfast.engine.rulebook import published
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, StoredClock
from holdfast.record.projection import family_evaluation
from holdfast.record.projection.closed_lines import keys_of, settled
from holdfast.record.projection.family_rows import read_family
from holdfast.record.projection.rebuild import differences
from holdfast.record.projection.refresh import sweep
from holdfast.record.projection.store import read_stored
from holdfast.standards.local_values import NO_VALUES
from tests.record.family import MONDAY, Family
from tests.record.test_projection import plan, seen_at_school

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
LAST = MONDAY + 12 * WEEK


@pytest.fixture
def twelve_weeks(family: Family) -> Family:
    """On a plan, seen every week, each visit written down on its day."""
    plan(family)
    for week in range(1, 12):
        visit(family, week)
    return family


def visit(family: Family, week: int, **parts: Any) -> str:
    at = MONDAY + week * WEEK
    return family.visit(at=parts.pop("at", at), happened=at.date().isoformat(), **parts).id


def left_out(family: Family, at: datetime = LAST) -> set[str]:
    """The keys of what a writing leaves out that is the first since the day before the end of the twelve weeks."""
    rules, stored = compiled(published()), read_stored([family.chloe.pk])[family.chloe.pk]
    record = read_family([family.chloe.pk], at, NO_VALUES).record(instant(LAST - DAY))
    over = settled(record, stored, rules)
    shown = {line.what.key for line in lines_for(record, family.chloe.pk, rules, over=over)}
    return keys_of(over, stored) - shown


def test_visits_that_were_made_in_time_long_ago_are_not_counted_again(twelve_weeks: Family) -> None:
    visit(twelve_weeks, 12)
    met = StoredClock.objects.filter(child=twelve_weeks.chloe, standard="CP-30", met_on__isnull=False).count()
    assert met >= 11
    assert len([key for key in left_out(twelve_weeks) if key.startswith("CP-30/")]) == met - 1  # all but what this visit met
    assert list(differences()) == []


def test_what_comes_late_is_counted_from_its_own_day_on(twelve_weeks: Family) -> None:
    seen_at_school(twelve_weeks, LAST, happened="2018-10-10")
    assert list(differences()) == []


@pytest.mark.parametrize(
    ("type", "field"), [("birth_recorded", "child"), ("death_recorded", "person")], ids=["somebody was born", "somebody died"]
)
def test_everything_is_worked_out_again_where_a_life_is_said_otherwise(twelve_weeks: Family, type: str, field: str) -> None:
    data = {field: twelve_weeks.chloe.pk}
    day = LAST.date().isoformat()
    append(at=LAST, by=twelve_weeks.sam, type=type, happened=day, about=[twelve_weeks.chloe.pk], data=data)
    assert list(differences()) == []


def test_nothing_is_left_out_where_something_is_put_right(twelve_weeks: Family) -> None:
    wrong, later = visit(twelve_weeks, 12), LAST + timedelta(hours=1)
    visit(twelve_weeks, 12, at=later, corrects=wrong, reason="Not seen.", seen=(twelve_weeks.harper.pk,))
    assert left_out(twelve_weeks, later) == set()
    assert list(differences()) == []


def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The rules that a writing asks, as it asks them."""
    found: set[str] = set()

    def noting(record: Any, person: str, rules: Any, only: Any = None, **rest: Any) -> Any:
        found.update(only or ())
        return lines_for(record, person, rules, only, **rest)

    monkeypatch.setattr(family_evaluation, "lines_for", noting)
    return found


def test_many_things_at_once_are_counted_again_only_where_one_of_them_came_otherwise(
    twelve_weeks: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweep(at=LAST - timedelta(hours=1))
    rules = asked(monkeypatch)
    visit(twelve_weeks, 12)
    assert "CP-30" in rules
    assert "SIG-MANY-AT-ONCE" not in rules
    assert list(differences()) == []


def test_many_things_at_once_are_counted_again_where_a_visit_comes_too_late(
    twelve_weeks: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    sweep(at=MONDAY + 30 * WEEK - timedelta(hours=1))
    rules = asked(monkeypatch)
    visit(twelve_weeks, 30)
    assert "SIG-MANY-AT-ONCE" in rules
    assert Alert.objects.filter(rule_id="CP-30").exists()
    assert list(differences()) == []
