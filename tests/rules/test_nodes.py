"""What a rule looks at, and what must be there before it can show anything, is said by its parts, each once."""

from dataclasses import fields, replace
from typing import get_args

import pytest

from holdfast.engine.rulebook import published
from holdfast.rules.conditions import About, Earlier, ForAbsentWorker
from holdfast.rules.conditions.workforce import STAFFING
from holdfast.rules.event import State, on
from holdfast.rules.limit import Amount, BeforePlannedDay, Interval, LastsAtLeast, Limit, Once
from holdfast.rules.node import Beginning, Node
from holdfast.rules.participants import LINKS
from holdfast.rules.shapes import Breached, Shape, Stale
from holdfast.rules.trigger import Each, ForEach, Gathers, Only, Trigger
from holdfast.standards import STANDARDS

RULES = published()
PLAN = State("plan", "plan", starts=(on("plan_started"),), ends=(on("plan_ended"),))


@pytest.mark.parametrize("kind", [*get_args(Trigger), *get_args(Shape)])
def test_what_begins_a_part_is_one_of_its_fields_or_it_says_so_itself(kind: type[Node]) -> None:
    own = any("begins" in each.__dict__ for each in kind.__mro__ if each is not Node)
    assert own or kind.begun_by in {field.name for field in fields(kind)}  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", get_args(Limit))
def test_every_kind_of_limit_is_part_of_a_rule(kind: type[Node]) -> None:
    assert issubclass(kind, Node)


def test_a_part_looks_at_what_its_own_parts_look_at() -> None:
    trigger = Only(Each(on("visit_made", where=(Earlier(on("contact_missed")),))), where=(ForAbsentWorker(),))
    assert trigger.looks_at(RULES) == {"visit_made", "contact_missed", *STAFFING}
    limit = Interval(6, "weeks", changes=(Once(on("looked_after_review_held"), 4, "weeks"),))
    assert Stale(PLAN, (on("visit_made"),), limit).looks_at(RULES) == {
        "plan_started",
        "plan_ended",
        "visit_made",
        "looked_after_review_held",
    }
    assert LastsAtLeast(1, "years", keeps=PLAN).looks_at(RULES) == {"plan_started", "plan_ended"}


def test_what_is_looked_at_besides_is_said_where_it_is_true() -> None:
    gathers = Gathers((on("contact_received"),), 3, Amount(4, "weeks"))
    assert gathers.looks_at(RULES) == {"contact_received"}
    assert replace(gathers, counting="occasions").looks_at(RULES) == {"contact_received", LINKS}
    assert replace(gathers, also=(("occasions", 2),)).looks_at(RULES) == {"contact_received", LINKS}
    each = ForEach("core_group_agencies", Each(on("plan_started")))
    assert each.looks_at(RULES) == {"plan_started", "core_group_held"}


def test_what_names_a_standard_looks_at_what_that_looks_at_and_begins_with_it() -> None:
    shape = Breached(("CP-01", "CP-06"))
    both = (STANDARDS["CP-01"], STANDARDS["CP-06"])
    assert shape.looks_at(RULES) == both[0].looks_at(RULES) | both[1].looks_at(RULES)
    assert shape.begins(RULES) == Beginning.any_of(each.begins(RULES) for each in both)


def test_an_entry_that_may_be_about_anyone_is_not_weighed_alone() -> None:
    own, anyones = Each(on("visit_made")), Each(on("visit_made", where=(About("anyone"),)))
    assert own.begins(RULES) == Beginning(frozenset({"visit_made"}), own=True, each=True)
    assert anyones.begins(RULES) == Beginning(frozenset({"visit_made"}), own=False, each=False)


def test_bookings_are_weighed_together() -> None:
    rule = next(each for each in STANDARDS.values() if isinstance(each.limit, BeforePlannedDay))
    assert not rule.begins(RULES).each
    assert rule.trigger.begins(RULES).each
