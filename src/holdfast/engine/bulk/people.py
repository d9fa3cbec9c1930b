"""What every rule asks of a person, worked out once: birth, ages, death, family. The table ``person``."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import partial
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk.asking import Answer, Asked, Preparing, meaning, text, texts
from holdfast.engine.reference.life import GROWN_UP, MAJORITY, PARENTS
from holdfast.engine.reference.tracks import PARTNERSHIP
from holdfast.kernel.birthdays import birthday
from holdfast.kernel.calendar import add_months
from holdfast.rules import conditions as c
from holdfast.rules.standard import Change, Standard

ORDER = "struct_pack(a := {0}.end_at, b := {0}.start_at, c := {0}.recorded_at, d := {0}.arrived, e := {0}.id)"


def order(alias: str) -> str:
    """The order things are read in."""
    return ORDER.format(alias)


def nodes(value: Any) -> Iterator[Any]:
    """Every node of a rule, however deep."""
    if isinstance(value, list | tuple):
        for each in value:
            yield from nodes(each)
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for each in fields(value):
            yield from nodes(getattr(value, each.name))


def ages(rules: Iterable[Any]) -> tuple[set[int], set[int]]:
    """The ages, in years and in months, that any of these rules asks about."""
    years, months = {MAJORITY}, set[int]()
    for node in nodes(tuple(rules)):
        match node:
            case c.ChildUnder():
                years.add(node.years)
            case c.ChildUnderMonths():
                months.add(node.months)
            case Standard() if node.from_age is not None:
                years.add(node.from_age)
            case Change() if node.at_age is not None:
                years.add(node.at_age)
    return years, months


def make(preparing: Preparing, years: Iterable[int], months: Iterable[int], leap: str) -> None:
    """The table ``person``: everyone that an entry is about, and everyone the record knows."""
    machine = preparing.machine
    machine.keep("born", _born())
    days = sorted({day for row in machine.rows("SELECT DISTINCT born_first, born_last FROM born") for day in row if day})
    reached: dict[str, Callable[[date], date]] = {f"y{n}": partial(birthday, years=n, leap=leap) for n in sorted(years)}
    reached |= {f"m{n}": partial(add_months, n=n) for n in sorted(months)}
    columns: dict[str, list[Any]] = {"day": days}
    for name, find in reached.items():
        columns[name] = [_reached(find, day) for day in days]
    machine.put("reached", pa.table(columns, schema=pa.schema([(name, pa.date32()) for name in columns])))
    machine.keep("person", _person(list(reached)))


def _reached(find: Callable[[date], date], day: date) -> date | None:
    try:
        return find(day)
    except (ValueError, OverflowError):
        return None


def _first(type: str, field: str, alias: str) -> str:
    """The first entry of a type that names somebody, by who it names."""
    found = "struct_pack(id := e.id, first := e.first, last := e.last)"
    return (
        f"(SELECT e.{field} AS person, arg_min({found}, {order('e')}) AS it FROM known_{type} AS e GROUP BY e.{field}) AS {alias}"
    )


def _born() -> str:
    everybody = f"SELECT id FROM everybody UNION SELECT id FROM people UNION SELECT '{PARTNERSHIP}' AS id"
    before_birth = " UNION ".join(
        f"SELECT child AS id FROM each_{type} WHERE f_kind = 'pre_birth'" for type in ("conference_held", "assessment_started")
    )
    return (
        "SELECT a.id, COALESCE(b.it.first, q.born_first) AS born_first, COALESCE(b.it.last, q.born_last) AS born_last, "
        "(b.it IS NULL AND q.born_first IS NULL AND (COALESCE(q.expected, FALSE) OR x.id IS NOT NULL)) AS expected, "
        "d.it.id AS died_id, d.it.first AS died_first, d.it.last AS died_last "
        f"FROM ({everybody}) AS a LEFT JOIN people AS q ON q.id = a.id "
        f"LEFT JOIN {_first('birth_recorded', 'f_child', 'b')} ON b.person = a.id "
        f"LEFT JOIN {_first('death_recorded', 'f_person', 'd')} ON d.person = a.id "
        f"LEFT JOIN ({before_birth}) AS x ON x.id = a.id"
    )


def _person(reached: list[str]) -> str:
    ages = "".join(f", f.{name} AS {name}_first, l.{name} AS {name}_last" for name in reached)
    bore = "r.kind IN ('mother', 'birth_mother') OR (r.kind = 'parent' AND w.sex = 'F')"
    mothers = (
        "SELECT r.to_person AS id, list(DISTINCT r.from_person) AS mothers FROM relationships AS r "
        f"LEFT JOIN people AS w ON w.id = r.from_person WHERE {bore} GROUP BY r.to_person"
    )
    grown = f"SELECT DISTINCT from_person AS id FROM relationships WHERE kind IN {texts(GROWN_UP)}"
    return (
        f"SELECT b.*, COALESCE(m.mothers, CAST([] AS VARCHAR[])) AS mothers, g.id IS NOT NULL AS grown_up{ages} FROM born AS b "
        "LEFT JOIN reached AS f ON f.day = b.born_first LEFT JOIN reached AS l ON l.day = b.born_last "
        f"LEFT JOIN ({mothers}) AS m ON m.id = b.id LEFT JOIN ({grown}) AS g ON g.id = b.id"
    )


def adult(day: str, alias: str = "p") -> str:
    """Whether the person counts as an adult on a day."""
    p = alias
    majority = f"{p}.y{MAJORITY}_last"
    born = f"{day} >= {majority} AND ({p}.died_id IS NULL OR {p}.died_last >= {majority})"
    return f"(CASE WHEN {p}.born_last IS NOT NULL THEN {born} ELSE COALESCE({p}.grown_up, FALSE) END)"


def child_on(day: str) -> str:
    """Whether they were living and not an adult on a day."""
    return f"(NOT {adult(day)} AND (p.died_id IS NULL OR p.died_first > {day}))"


def _under(name: str, asked: Asked) -> Answer:
    first, last = f"p.{name}_first", f"p.{name}_last"
    holds = f"(CASE WHEN p.born_first IS NULL THEN p.expected ELSE e.last < {first} END)"
    exact = f"e.last >= {first} AND e.last < {last}"
    missing = (
        f"CASE WHEN p.born_first IS NULL THEN (CASE WHEN NOT p.expected THEN {text('the date of birth')} END) "
        f"WHEN {exact} THEN {text('the exact date of birth')} END"
    )
    return Answer(holds, missing)


@meaning(c.ChildUnder)
def child_under(condition: c.ChildUnder, asked: Asked) -> Answer:
    return _under(f"y{condition.years}", asked)


@meaning(c.ChildUnderMonths)
def child_under_months(condition: c.ChildUnderMonths, asked: Asked) -> Answer:
    return _under(f"m{condition.months}", asked)


@meaning(c.BornAlready)
def born_already(condition: c.BornAlready, asked: Asked) -> Answer:
    return Answer("COALESCE(p.born_first <= e.last, FALSE)")


__all__ = ["PARENTS", "adult", "ages", "child_on", "make", "nodes", "order"]
