"""Limits that are not simply counted from a start: what must last, a right that stays open, and what must come before, or by,
a planned day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk.asking import Asked, CannotCompile, Preparing, text
from holdfast.engine.bulk.clocks import KINDS, NOTHING, Excuses, excuses, kept_starts, made, settled, slug, source
from holdfast.engine.bulk.layout import INSTANT, column, utc
from holdfast.engine.bulk.meeting import first, last_of_all
from holdfast.engine.bulk.people import order
from holdfast.engine.bulk.starting import carrying, span_table, types_of
from holdfast.engine.reference import counting
from holdfast.engine.reference.planned import SAME_BOOKING
from holdfast.kernel.unknown import Unknown
from holdfast.rules.event import State
from holdfast.rules.limit import Amount
from holdfast.rules.standard import Standard

NO_DAY, NO_ID = "CAST(NULL AS DATE)", "CAST(NULL AS VARCHAR)"


def min_duration(rule: Standard, preparing: Preparing) -> str:
    """Something that must last at least so long: overdue from the day it was found not to have, met when it has."""
    table, days = kept_starts(rule, preparing)
    machine, name = preparing.machine, slug(rule)
    joins, broken = "", NO_DAY
    if rule.broken_by:
        machine.keep(f"broken_{name}", first(rule.broken_by, table, preparing))
        joins += f" LEFT JOIN broken_{name} AS k ON k.n = s.n"
        broken = "(CASE WHEN k.it.day < d.due_day THEN k.it.day END)"
    lapse = broken
    if rule.keeps is not None:
        lasting = State(f"unbroken_{rule.keeps.id}", rule.keeps.title, (), (), (rule.keeps,))
        held = "u.child = s.child AND u.start_day <= s.day + 1 AND (u.end_day IS NULL OR u.end_day > s.day + 1)"
        joins += f" LEFT JOIN {span_table(lasting, preparing)} AS u ON {held}"
        stopped = "CASE WHEN u.child IS NULL THEN s.day + 1 ELSE u.end_day END"
        lapse = f"COALESCE({broken}, CASE WHEN ({stopped}) < d.due_day THEN {stopped} END)"
    over = excuses(rule, table, preparing)
    joins += over.joins
    machine.keep(
        f"lapse_{name}",
        f"SELECT s.*, {lapse} AS lapse, ({over.on}) AS over_on, ({over.by}) AS over_by FROM {source(table, days, joins)}",
    )
    return _lasted(rule, days, preparing)


def _lasted(rule: Standard, days: str, preparing: Preparing) -> str:
    name = slug(rule)
    met, joins = {"id": NO_ID, "day": NO_DAY, "instant": "CAST(NULL AS TIMESTAMP)"}, ""
    if rule.met_by:
        again = f"SELECT s.* EXCLUDE (day, instant), s.lapse AS day, CAST(NULL AS TIMESTAMP) AS instant FROM lapse_{name} AS s"
        preparing.machine.keep(f"again_{name}", f"SELECT * FROM ({again}) AS q WHERE q.day IS NOT NULL")
        preparing.machine.keep(f"met_{name}", first(rule.met_by, f"again_{name}", preparing))
        met, joins = {part: f"m.it.{part}" for part in met}, f" LEFT JOIN met_{name} AS m ON m.n = s.n"
    told = "d.missing IS NULL AND d.due_day IS NOT NULL"
    ended = f"({told} AND s.over_on IS NOT NULL AND (s.lapse IS NOT NULL OR s.over_on < d.due_day))"
    stops = f"({ended} AND (s.lapse IS NULL OR s.over_on <= s.lapse))"
    lapsed = f"({told} AND NOT {stops} AND s.lapse IS NOT NULL)"
    kept = f"({told} AND NOT {stops} AND s.lapse IS NULL)"
    columns = {
        "excused_on": f"CASE WHEN {ended} THEN s.over_on END",
        "excused_by": f"CASE WHEN {ended} THEN s.over_by END",
        "broken_on": f"CASE WHEN {lapsed} THEN s.lapse END",
        "met_by": f"CASE WHEN {kept} THEN s.id WHEN {lapsed} THEN {met['id']} END",
        "met_on": f"CASE WHEN {kept} THEN d.due_day WHEN {lapsed} THEN {met['day']} END",
        "met_at": f"CASE WHEN {kept} THEN s.instant WHEN {lapsed} THEN {met['instant']} END",
        "met_late": f"COALESCE({lapsed} AND {met['day']} IS NOT NULL, FALSE)",
    }
    return made(rule, columns, source(f"lapse_{name}", days, joins)).format(days=days)


def window(rule: Standard, preparing: Preparing) -> str:
    """A right that stays open so long: used, or closed the day after. It is never overdue."""
    if rule.all_of:
        raise CannotCompile("several things to be done while a right is open")
    table, days = kept_starts(rule, preparing)
    preparing.machine.keep(f"met_{slug(rule)}", first(rule.met_by, table, preparing))
    over = excuses(rule, table, preparing)
    closes = "d.due_day + 1"
    sooner = f"(({over.on}) IS NOT NULL AND ({over.on}) < {closes})"
    closed = Excuses(over.joins, f"LEAST({over.on}, {closes})", f"CASE WHEN {sooner} THEN ({over.by}) END")
    joins = f" LEFT JOIN met_{slug(rule)} AS m ON m.n = s.n AND m.it.day <= d.due_day{over.joins}"
    columns = settled("m.it", closed, "d.due_at", "NOT s.exact")
    columns |= {name: f"CASE WHEN d.due_day IS NOT NULL THEN {columns[name]} END" for name in ("excused_on", "excused_by")}
    return made(rule, columns, source(table, days, joins)).format(days=days)


def before_event(rule: Standard, preparing: Preparing) -> str:
    """Something to be done so long before a planned day, or by the day itself."""
    if rule.limit.unit in counting.ELAPSED or any(each.limit for each in rule.versions):
        raise CannotCompile("hours before a planned day, or editions that count them otherwise")
    table, days = kept_starts(rule, preparing)
    machine, name = preparing.machine, slug(rule)
    machine.keep(f"link_{name}", carrying(f"SELECT * FROM {table}", types_of(rule.trigger), preparing, _planned(rule)))
    pairs = machine.rows(f"SELECT DISTINCT day, planned_first FROM link_{name} WHERE planned_first IS NOT NULL")
    machine.put(f"made_{name}", pa.Table.from_pylist([_due(rule, *pair) for pair in pairs], schema=_PLANNED))
    find = last_of_all if rule.all_of else first
    machine.keep(f"met_{name}", find(rule.met_by, f"link_{name}", preparing))
    machine.keep(f"next_{name}", _rebooked(rule, f"link_{name}"))
    if not machine.rows(f"SELECT 1 FROM link_{name} LIMIT 1"):
        return NOTHING
    return _before(rule, days, excuses(rule, f"link_{name}", preparing))


_PLANNED = pa.schema([
    ("day", pa.date32()), ("planned_first", pa.date32()), ("planned_due", pa.date32()), ("planned_warn", INSTANT),
    ("planned_missing", pa.string()),
])  # fmt: skip


def _due(standard: Standard, day: date, planned: date) -> Mapping[str, Any]:
    rule = standard.on(day)
    due = counting.add(planned, Amount(-rule.limit.amount.n, rule.limit.unit))
    if rule.limit.or_at_once and isinstance(due, date):
        due = max(due, day)
    found = {"day": day, "planned_first": planned}
    if isinstance(due, Unknown):
        return found | {"planned_missing": due.missing}
    return found | {"planned_due": due, "planned_warn": utc(counting.warn_from(due, rule.warn_before))}


def _planned(rule: Standard) -> Any:
    """The planned day, and what says whether two bookings are of the same thing."""

    def carry(asked: Asked) -> str:
        shape = asked.shape(rule.planned_in)
        dated = shape is not None and shape.kind == "when" and not shape.many
        planned = f"e.{column(shape.name)}" if dated and shape is not None else None
        if shape is not None and not dated:
            raise CannotCompile(f"{asked.type}.{rule.planned_in} is not one day")
        parts = {"first": NO_DAY, "last": NO_DAY, "exact": "CAST(NULL AS BOOLEAN)"}
        found = "".join(f", {f'{planned}.{part}' if planned else none} AS planned_{part}" for part, none in parts.items())
        return found + "".join(f", {asked.one(field) or NO_ID} AS same_{field}" for field in SAME_BOOKING)

    return carry


def _rebooked(rule: Standard, table: str) -> str:
    """Booking the same thing again, before it was held, puts the new date in place of the old."""
    types = ("conference_held",) if rule.held is None else rule.held.types
    held = " UNION ALL ".join(f"SELECT child, last FROM each_{type}" for type in types)
    end = "COALESCE({0}.instant, {0}.midnight)"
    same = " AND ".join(f"o.same_{field} IS NOT DISTINCT FROM s.same_{field}" for field in SAME_BOOKING)
    other = f"o.child = s.child AND o.id <> s.id AND {end.format('o')} >= {end.format('s')} AND {same}"
    between = "w.child = s.child AND w.last >= s.day AND w.last <= o.day"
    pairs = (
        f"SELECT s.n, o.id, o.day, {order('o')} AS reading, count(w.child) AS held "
        f"FROM {table} AS s JOIN {table} AS o ON {other} LEFT JOIN ({held}) AS w ON {between} "
        f"GROUP BY s.n, o.id, o.day, {order('o')}"
    )
    return f"SELECT n, arg_min(struct_pack(id := id, day := day), reading) AS it FROM ({pairs}) AS b WHERE held = 0 GROUP BY n"


def _before(rule: Standard, days: str, over: Excuses) -> str:
    name = slug(rule)
    on, by = f"COALESCE(b.it.day, {over.on})", f"CASE WHEN b.it.day IS NOT NULL THEN b.it.id ELSE ({over.by}) END"
    joins = (
        f" LEFT JOIN made_{name} AS t ON t.day = s.day AND t.planned_first = s.planned_first"
        f" LEFT JOIN met_{name} AS m ON m.n = s.n LEFT JOIN next_{name} AS b ON b.n = s.n{over.joins}"
    )
    columns = settled("m.it", replace(over, on=on, by=by), "CAST(NULL AS TIMESTAMP)", "NOT s.exact OR NOT s.planned_exact")
    columns = {key: value.replace("d.due_day", "t.planned_due") for key, value in columns.items()}
    untold = "t.planned_due IS NULL"
    empty = {"approximate": "NOT s.exact", "met_late": "FALSE"}
    columns = {key: f"CASE WHEN {untold} THEN {empty.get(key, 'NULL')} ELSE {value} END" for key, value in columns.items()}
    unplanned = f"CASE WHEN s.planned_first IS NULL THEN {text('the day it is planned for')} ELSE t.planned_missing END"
    columns |= {
        "due_day": "t.planned_due",
        "due_at": "CAST(NULL AS TIMESTAMP)",
        "warn_at": "t.planned_warn",
        "missing": unplanned,
    }
    query = made(rule, columns, source(f"link_{name}", days, joins)).format(days=days)
    if rule.limit.kind != "due_by_event":
        query += " AND s.planned_first IS NOT NULL"
    if rule.from_age is not None:
        reached = f"p.y{rule.from_age}_last"
        grown = f"s.planned_last >= p.born_first AND {reached} <= s.planned_last"
        born = f"CASE WHEN p.born_first IS NULL THEN NOT p.expected ELSE {grown} END"
        query += f" AND (s.planned_first IS NULL OR t.planned_due IS NULL OR ({born}))"
    return query


KINDS |= {"min_duration": min_duration, "window": window, "min_before_event": before_event, "due_by_event": before_event}
