"""Starts that come of a planned day, or of a stretch of a state: how long it lasted, how it ended, that it began again."""

from collections.abc import Callable
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk import guard
from holdfast.engine.bulk.asking import Asked, CannotCompile, Preparing, certainly
from holdfast.engine.bulk.before_and_after import digest, shifted
from holdfast.engine.bulk.histories import every
from holdfast.engine.bulk.layout import INSTANT, column, utc
from holdfast.engine.bulk.people import child_on
from holdfast.engine.bulk.relatives import siblings
from holdfast.engine.bulk.sequences import COLUMNS, columns
from holdfast.engine.bulk.starting import ENTRY, MEANINGS, MOVED, TYPES, carrying, fitting, span_table, unpacked
from holdfast.kernel.when import When
from holdfast.rules import trigger as t
from holdfast.rules.trigger import EndsWithFew

guard.PARTS |= {
    "Again": frozenset({"state", "within", "across"}), "StateLasts": frozenset({"state", "lasting", "unless"}),
    "Planned": frozenset({"event", "planned_in", "unless"}), "EndsWithFew": frozenset({"state", "event", "most"}),
}  # fmt: skip
Carry = Callable[[Asked], str]


def _planned(trigger: t.Planned, preparing: Preparing, carry: Carry) -> str:
    """From the day planned for, unless something was done within a planned day that is a range."""
    each = [_planning(trigger, type, preparing) for type in trigger.event.types]
    name = f"planned_{digest(trigger)}"
    preparing.table(name, lambda: " UNION ALL ".join(each))
    done = every(trigger.unless, preparing)
    gone = ""
    if trigger.unless:
        inside = "d.child = s.child AND d.last >= s.planned_first AND d.last < s.moved"
        gone = f" LEFT JOIN (SELECT DISTINCT s.child, s.id FROM {name} AS s JOIN ({done}) AS d ON {inside}) AS g"
        gone += " ON g.child = s.child AND g.id = s.id WHERE g.id IS NULL"
    found = f"SELECT {columns('s')}, s.moved FROM {name} AS s{gone}"
    return carrying(found, set(trigger.event.types), preparing, carry)


def _planning(trigger: t.Planned, type: str, preparing: Preparing) -> str:
    asked = Asked(type, preparing)
    shape = asked.shape(trigger.planned_in)
    if shape is None or shape.kind != "when" or shape.many or shape.also:
        raise CannotCompile(f"{type}.{trigger.planned_in} is not one day")
    day, where = f"e.{column(shape.name)}", certainly(trigger.event, asked)
    at = asked.join(_instants(asked, shape.name), "{it}.id = e.id")
    own = ", ".join(f"e.{name}" for name in ENTRY if name != "instant")
    return (
        f"SELECT e.child, {own}, {at}.instant AS instant, '{type}' AS type, {day}.exact AND e.first = e.last AS exact, "
        f"{day}.first AS planned_first, {day}.last AS moved FROM each_{type} AS e JOIN person AS p ON p.id = e.child"
        f"{asked.joined()} WHERE {where} AND {day}.last IS NOT NULL"
    )


def _instants(asked: Asked, field: str) -> str:
    """The table of the entries that plan for a time of the day, with that instant."""

    def make() -> pa.Table:
        written = f"SELECT id, json_extract_string(body, '$.data.{field}') AS said FROM known_{asked.type}"
        rows = [
            {"id": id, "instant": utc(When.parse(said).instant)}
            for id, said in asked.prepare.machine.rows(f"SELECT id, said FROM ({written}) AS w WHERE said LIKE '____-__-__T%'")
        ]
        return pa.Table.from_pylist(rows, schema=pa.schema([("id", pa.string()), ("instant", INSTANT)]))

    return asked.prepare.put(f"instants_{asked.type}_{field}", make)


def _state_types(state: Any) -> set[str]:
    return {type for each in (state, *state.any_of) for event in each.starts + each.ends for type in event.types}


def _state_lasts(trigger: t.StateLasts, preparing: Preparing, carry: Carry) -> str:
    span = span_table(trigger.state, preparing)
    after = shifted(trigger.lasting, f"SELECT DISTINCT start_day FROM {span}", preparing)
    name = f"lasts_{digest(trigger)}"
    lasted = "b.other IS NOT NULL AND (h.end_day IS NULL OR h.end_day > b.other)"
    own = "h.child, h.started, h.start_day, b.other AS moved, h.started.id AS id"
    preparing.table(name, lambda: f"SELECT {own} FROM {span} AS h JOIN {after} AS b ON b.day = h.start_day WHERE {lasted}")
    gone = ""
    if trigger.unless:
        inside = "d.child = s.child AND d.last >= s.start_day AND d.first < s.moved"
        done = f"SELECT DISTINCT s.child, s.id FROM {name} AS s JOIN ({every(trigger.unless, preparing)}) AS d ON {inside}"
        gone = f" LEFT JOIN ({done}) AS g ON g.child = s.child AND g.id = s.id WHERE g.id IS NULL"
    kept = f"SELECT s.child, {unpacked('s.started')}, s.moved FROM {name} AS s{gone}"
    parts = ", ".join("CAST(NULL AS TIMESTAMP) AS instant" if part == "instant" else f"k.{part}" for part in COLUMNS)
    return carrying(f"SELECT {parts}, k.moved FROM ({kept}) AS k", _state_types(trigger.state), preparing, carry)


def _again(trigger: t.Again, preparing: Preparing, carry: Carry) -> str:
    span = span_table(trigger.state, preparing)
    until = shifted(trigger.within, f"SELECT DISTINCT end_day FROM {span} WHERE end_day IS NOT NULL", preparing)
    family = f"SELECT child, child AS life FROM (SELECT DISTINCT child FROM {span}) AS c"
    if trigger.across == "family":
        family += f" UNION ALL SELECT child, sibling AS life FROM {siblings(preparing)}"
    before = (
        f"SELECT DISTINCT h.child, h.started.id AS id FROM {span} AS h JOIN ({family}) AS f ON f.child = h.child "
        f"JOIN {span} AS o ON o.child = f.life JOIN {until} AS u ON u.day = o.end_day "
        "WHERE o.end_day <= h.start_day AND h.start_day < u.other"
    )
    same = "b.child = h.child AND b.id = h.started.id"
    found = f"SELECT h.child, {unpacked('h.started')} FROM {span} AS h JOIN ({before}) AS b ON {same}"
    return carrying(found, _state_types(trigger.state), preparing, carry)


def _ends_with_few(trigger: EndsWithFew, preparing: Preparing, carry: Carry) -> str:
    span = span_table(trigger.state, preparing)
    held = fitting(trigger.event, preparing, lambda asked: "")
    inside = "d.child = h.child AND d.last >= h.start_day AND d.last <= h.end_day"
    living = child_on("h.end_day")
    few = (
        f"SELECT h.child, h.ended.id AS id FROM {span} AS h JOIN person AS p ON p.id = h.child "
        f"LEFT JOIN ({held}) AS d ON {inside} WHERE h.ended IS NOT NULL AND {living} GROUP BY h.child, h.ended.id, h.start_day "
        f"HAVING count(DISTINCT d.id) <= {trigger.most}"
    )
    found = f"SELECT h.child, {unpacked('h.ended')} FROM {span} AS h JOIN ({few}) AS f ON f.child = h.child AND f.id = h.ended.id"
    return carrying(found, _state_types(trigger.state), preparing, carry)


MOVED |= {t.Planned, t.StateLasts}
MEANINGS |= {t.Planned: _planned, t.StateLasts: _state_lasts, t.Again: _again, EndsWithFew: _ends_with_few}
TYPES |= {
    t.Planned: lambda trigger: set(trigger.event.types),
    t.StateLasts: lambda trigger: _state_types(trigger.state),
    t.Again: lambda trigger: _state_types(trigger.state),
    EndsWithFew: lambda trigger: _state_types(trigger.state),
}
