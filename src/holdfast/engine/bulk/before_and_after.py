"""Conditions that look at what else was done: before an entry, or after it."""

import hashlib
from datetime import date
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk.asking import Answer, Asked, CannotCompile, Preparing, meaning
from holdfast.engine.bulk.meeting import PARTS, beside, carried
from holdfast.engine.bulk.people import adult, nodes, order
from holdfast.engine.bulk.starting import entry_columns, fitting, span_table
from holdfast.engine.reference.counting import add
from holdfast.rules import conditions as c
from holdfast.rules.conditions import NamesSubject
from holdfast.rules.limit import Amount
from holdfast.rules.trigger import Prepared

DATES = pa.schema([("day", pa.date32()), ("other", pa.date32())])


def digest(*parts: Any) -> str:
    """A name for what rules share, the same whichever asks."""
    return hashlib.sha256("\x00".join(repr(part) for part in parts).encode()).hexdigest()[:16]


def shifted(amount: Amount, days: str, preparing: Preparing) -> str:
    """The table of the day so long after (or, for a negative amount, before) each day that a query gives."""

    def make() -> pa.Table:
        rows = []
        for (day,) in preparing.machine.rows(days):
            found = add(day, amount)
            rows.append({"day": day, "other": found if isinstance(found, date) else None})
        return pa.Table.from_pylist(rows, schema=DATES)

    return preparing.put(f"shifted_{digest(amount, days)}", make)


def _stands(condition: c.Earlier | c.Later, asked: Asked, build: Any) -> Answer:
    """Whether another entry stands so to this one, from a table made once of all that it is so of."""
    if asked.filed_anywhere and asked.source == "each":
        raise CannotCompile(f"what came before or after a {asked.type} filed anywhere")
    name = f"stands_{digest(condition, asked.type, asked.source)}"
    if name not in asked.prepare.made:
        asked.prepare.made[name] = name
        build(name)
    return Answer(f"{asked.join(name, f'{{it}}.child = {asked.child} AND {{it}}.id = e.id')}.id IS NOT NULL")


def every_entry(name: str, event: Any, asked: Asked) -> str:
    """The entries asked about, as starts of what ``event`` (or several, with conditions) refers to."""
    table = f"asked_{name}"
    if any(isinstance(node, NamesSubject) for node in nodes(event)):
        raise CannotCompile("what stands to an entry for each of several people")
    carry = carried((event,))
    own = Asked(asked.type, asked.prepare)
    added = carry(own)
    columns = entry_columns("e", asked.type)
    asked.prepare.machine.keep(
        table,
        f"SELECT row_number() OVER () AS n, e.child, {columns}, e.last AS day{added} "
        f"FROM {asked.source}_{asked.type} AS e{own.joined()}",
    )
    return table


def _keep(name: str, table: str, condition: c.Earlier | c.Later, when: list[str], asked: Asked) -> None:
    machine = asked.prepare.machine
    every = [
        query
        for type in condition.event.types
        for query in beside(condition.event, type, table, asked.prepare, "s.child, s.id", ["e.id <> s.id", *when])
    ]
    found = " UNION ALL ".join(every) or f"SELECT child, id FROM {table} WHERE FALSE"
    machine.keep(name, f"SELECT DISTINCT child, id FROM ({found}) AS u")
    machine.forget(table)


@meaning(c.Earlier)
def earlier(condition: c.Earlier, asked: Asked) -> Answer:
    def build(name: str) -> None:
        preparing = asked.prepare
        table = every_entry(name, condition.event, asked)
        when = [f"{order('e')} < {order('s')}"]
        joined = f"SELECT s.* FROM {table} AS s"
        if condition.within is not None:
            back = Amount(-condition.within.n, condition.within.unit)
            since = shifted(back, f"SELECT DISTINCT last FROM known_{asked.type}", preparing)
            joined = f"SELECT s.*, b.other AS since FROM ({joined}) AS s LEFT JOIN {since} AS b ON b.day = s.day"
            when.append("s.since IS NULL OR e.last >= s.since")
        if condition.since is not None:
            span = span_table(condition.since, preparing)
            held = "h.child = s.child AND h.start_day <= s.day AND (h.end_day IS NULL OR s.day < h.end_day)"
            joined = f"SELECT s.*, h.start_day AS begun FROM ({joined}) AS s JOIN {span} AS h ON {held}"
            when.append("e.last >= s.begun")
        preparing.machine.keep(f"{table}_since", joined)
        _keep(name, f"{table}_since", condition, when, asked)
        preparing.machine.forget(table)

    return _stands(condition, asked, build)


@meaning(c.Later)
def later(condition: c.Later, asked: Asked) -> Answer:
    def build(name: str) -> None:
        table = every_entry(name, condition.event, asked)
        when = [f"{order('e')} > {order('s')}"]
        if condition.within is not None:
            until = shifted(condition.within, f"SELECT DISTINCT last FROM known_{asked.type}", asked.prepare)
            joined = f"SELECT s.*, b.other AS until FROM {table} AS s LEFT JOIN {until} AS b ON b.day = s.day"
            asked.prepare.machine.keep(f"{table}_until", joined)
            asked.prepare.machine.forget(table)
            table = f"{table}_until"
            when.append("s.until IS NULL OR e.first <= s.until")
        _keep(name, table, condition, when, asked)

    return _stands(condition, asked, build)


def prepared(trigger: Prepared, table: str, met: str, preparing: Preparing) -> str:
    """What met each start as it began, because it had been done before and since the last of its kind; or what ``met`` says."""
    since = fitting(trigger.since, preparing, lambda asked: "")
    before = f"SELECT s.n, max(b.last) AS since FROM {table} AS s JOIN ({since}) AS b ON b.child = s.child AND b.id <> s.id "
    before += f"AND {order('b')} < {order('s')} GROUP BY s.n"
    name = f"prepared_{digest(trigger, table)}"
    preparing.machine.keep(name, f"SELECT s.*, b.since FROM {table} AS s LEFT JOIN ({before}) AS b ON b.n = s.n")
    when = ["s.since IS NULL OR e.last >= s.since", "e.last < s.day"]
    every: list[str] = []
    for type in trigger.by.types:
        select = f"s.n, {entry_columns('e', type)}, s.day AS day, e.instant IS NOT NULL AS timed, {order('e')} AS reading"
        every += beside(trigger.by, type, name, preparing, select, when)
    found = "struct_pack(" + ", ".join(f"{part} := c.{part}" for part in PARTS) + ")"
    already = f"SELECT c.n, arg_max({found}, c.reading) AS it FROM ({' UNION ALL '.join(every)}) AS c GROUP BY c.n"
    preparing.machine.keep(f"{name}_already", already)
    others = f"SELECT m.n, m.it FROM ({met}) AS m WHERE m.n NOT IN (SELECT n FROM {name}_already)"
    return f"SELECT n, it FROM {name}_already UNION ALL {others}"


@meaning(c.Unborn)
def unborn(condition: c.Unborn, asked: Asked) -> Answer:
    return Answer("(CASE WHEN p.born_first IS NULL THEN p.expected ELSE e.last < p.born_first END)")


@meaning(c.IsChild)
def is_child(condition: c.IsChild, asked: Asked) -> Answer:
    return Answer(f"NOT {adult('e.last')}")


@meaning(c.AboutChild)
def about_child(condition: c.AboutChild, asked: Asked) -> Answer:
    return Answer(f"list_contains(e.about, {asked.child})")
