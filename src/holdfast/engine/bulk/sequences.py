"""Starts that need one entry to follow another: runs, and things that add up since the last time."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.bulk import guard
from holdfast.engine.bulk.asking import TRUE, Asked, CannotCompile, Preparing, answer, certainly
from holdfast.engine.bulk.before_and_after import digest
from holdfast.engine.bulk.meeting import anyones, beside, carried
from holdfast.engine.bulk.people import adult, order
from holdfast.engine.bulk.starting import (
    ENTRY,
    MEANINGS,
    TYPES,
    carrying,
    entry_columns,
    types_of,
)
from holdfast.engine.reference.meeting import ABOUT_WORKERS, SPEAKING_FOR_OTHERS
from holdfast.rules import trigger as t
from holdfast.rules.event import Event
from holdfast.rules.trigger import Explained

guard.PARTS |= {
    "InARow": frozenset({"event", "n", "where"}), "SinceLast": frozenset({"events", "n", "since", "alike"}),
    "Explained": frozenset({"trigger", "by"}),
}  # fmt: skip
Carry = Callable[[Asked], str]
COLUMNS = ("child", *ENTRY, "type", "exact")
READ = "{0}.end_at, {0}.start_at, {0}.recorded_at, {0}.arrived, {0}.id"


def columns(alias: str) -> str:
    """What every start has."""
    return ", ".join(f"{alias}.{name}" for name in COLUMNS)


def speaking(event: Event, preparing: Preparing) -> str:
    """A query for every entry that certainly is ``event``, by each child it counts for: also what is filed under nobody and is
    about a worker, or counts for a whole family."""
    each = []
    for type in event.types:
        source = "each"
        if type in SPEAKING_FOR_OTHERS:
            source = _everybodys(type, preparing) if type in ABOUT_WORKERS else anyones(type, preparing)
        asked = Asked(type, preparing, source=source, filed_anywhere=source != "each")
        where = certainly(event, asked)
        told = f"{source}_{type} AS e JOIN person AS p ON p.id = e.child{asked.joined()}"
        each.append(f"SELECT e.child, {entry_columns('e', type)} FROM {told} WHERE {where}")
    return " UNION ALL ".join(each)


def _everybodys(type: str, preparing: Preparing) -> str:
    """An entry about a worker that is filed under nobody is read for every child."""
    if preparing.machine.rows(f"SELECT 1 FROM known_{type} WHERE array_length(about) = 0 LIMIT 1"):
        raise CannotCompile(f"a {type} about nobody counts for everybody")
    return "each"


def _in_a_row(trigger: t.InARow, preparing: Preparing, carry: Carry) -> str:
    """The ``n``-th of those that pass since the last that did not."""
    each = []
    for type in trigger.event.types:
        asked = Asked(type, preparing)
        where = certainly(trigger.event, asked)
        passes = " AND ".join(f"({answer(condition, asked).certain})" for condition in trigger.where) or TRUE
        told = f"each_{type} AS e JOIN person AS p ON p.id = e.child{asked.joined()}"
        each.append(f"SELECT e.child, {entry_columns('e', type)}, ({passes}) AS passes FROM {told} WHERE {where}")
    preparing.machine.keep("own_in_a_row", " UNION ALL ".join(each))
    read = f"(PARTITION BY a.child ORDER BY {READ.format('a')} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)"
    breaks = f"SELECT a.*, sum(CASE WHEN a.passes THEN 0 ELSE 1 END) OVER {read} AS run FROM own_in_a_row AS a"
    numbered = f"row_number() OVER (PARTITION BY b.child, b.run ORDER BY {READ.format('b')})"
    placed = f"SELECT b.*, {numbered} AS place FROM ({breaks}) AS b WHERE b.passes"
    name = f"in_a_row_{digest(trigger)}"
    preparing.table(name, lambda: f"SELECT {columns('c')} FROM ({placed}) AS c WHERE c.place = {trigger.n}")
    return carrying(f"SELECT * FROM {name}", set(trigger.event.types), preparing, carry)


PLAIN = "regexp_replace(lower({0}), '[^\\p{{L}}\\p{{N}}]', '', 'g')"


def _said(fields: tuple[str, ...], asked: Asked) -> str:
    """The different things that an entry says in these fields, as they are compared: words plainly, an entry by the id it
    keeps."""
    parts = []
    for field in fields:
        shape = asked.shape(field)
        if shape is None:
            continue
        listed = asked.listed(field)
        if shape.kind == "entry":
            root = asked.join(_entries_named(asked, field), f"{{it}}.id = {asked.one(field)}")
            listed = f"[CASE WHEN {root}.id IS NOT NULL THEN concat('=', {root}.root) ELSE {PLAIN.format(asked.one(field))} END]"
            parts.append(f"list_filter({listed}, lambda y: y <> '')")
        else:
            plain = f"list_transform({listed}, lambda x: {PLAIN.format('x')})"
            parts.append(f"list_filter({plain}, lambda y: y <> '')")
    return f"list_distinct(flatten([{', '.join(parts)}]))" if parts else "CAST([] AS VARCHAR[])"


def _entries_named(asked: Asked, field: str) -> str:
    """The table of the entries of any type that a field names, by the id each keeps."""

    def make() -> str:
        named = f"SELECT {asked.one(field)} FROM known_{asked.type} AS e WHERE {asked.one(field)} IS NOT NULL"
        types = sorted(asked.prepare.snapshot.entries)
        ids = " UNION ".join(f"SELECT id FROM raw_{type} WHERE id IN ({named})" for type in types)
        return f"SELECT i.id, COALESCE(r.root, i.id) AS root FROM ({ids}) AS i LEFT JOIN roots AS r ON r.id = i.id"

    return asked.prepare.table(f"named_in_{asked.type}_{field}", make)


def _since_last(trigger: t.SinceLast, preparing: Preparing, carry: Carry) -> str:
    types = {type for event in trigger.events for type in event.types}
    each = []
    for type in sorted(types):
        asked = Asked(type, preparing)
        fits = " OR ".join(f"({certainly(event, asked)})" for event in trigger.events if type in event.types)
        said = f"UNNEST({_said(trigger.alike, asked)})" if trigger.alike else "''"
        told = f"each_{type} AS e JOIN person AS p ON p.id = e.child{asked.joined()}"
        each.append(f"SELECT e.child, {entry_columns('e', type)}, {said} AS said FROM {told} WHERE {fits}")
    resets = " UNION ALL ".join(f"SELECT child, last FROM ({speaking(event, preparing)}) AS q" for event in trigger.since)
    after = (
        f"SELECT a.child, a.id, max(r.last) AS reset FROM ({' UNION ALL '.join(each)}) AS a JOIN ({resets}) AS r "
        "ON r.child = a.child AND r.last <= a.last GROUP BY a.child, a.id"
    )
    found = (
        f"SELECT a.*, z.reset FROM ({' UNION ALL '.join(each)}) AS a LEFT JOIN ({after}) AS z "
        "ON z.child = a.child AND z.id = a.id WHERE z.reset IS NULL OR a.last > z.reset"
    )
    if trigger.alike:  # several on one day count once
        same = f"row_number() OVER (PARTITION BY b.child, b.said, b.last ORDER BY {READ.format('b')})"
        found = f"SELECT * FROM (SELECT b.*, {same} AS copy FROM ({found}) AS b) AS k WHERE copy = 1"
    turn = f"row_number() OVER (PARTITION BY c.child, c.said, c.reset ORDER BY {READ.format('c')})"
    placed = f"SELECT c.*, {turn} AS place FROM ({found}) AS c"
    name = f"since_last_{digest(trigger)}"
    preparing.table(name, lambda: f"SELECT DISTINCT {columns('d')} FROM ({placed}) AS d WHERE d.place = {trigger.n}")
    return carrying(f"SELECT * FROM {name}", types, preparing, carry)


def _explained(trigger: Explained, preparing: Preparing, carry: Carry) -> str:
    """What it is told together with changes nothing of it, unless that came when the child had grown up."""
    inner = MEANINGS[type_of(trigger.trigger)](trigger.trigger, preparing, carried((trigger.by,)))
    name = f"explained_{digest(trigger)}"
    preparing.machine.keep(name, f"SELECT row_number() OVER () AS n, f.*, f.last AS day FROM ({inner}) AS f")
    told = f"s.n, s.child, e.id, e.last, e.about, {order('e')} AS turn, {order('e')} < {order('s')} AS earlier"
    each = [q for type in trigger.by.types for q in beside(trigger.by, type, name, preparing, told, ["e.id <> s.id"])]
    if not each:
        raise CannotCompile("a start that nothing could explain")
    later = "arg_min(struct_pack(id := f.id, last := f.last, about := f.about), f.turn)"
    first = f"SELECT f.n, f.child, {later} AS it FROM ({' UNION ALL '.join(each)}) AS f GROUP BY f.n, f.child"
    alone = f"SELECT g.n, g.child, g.it.last AS last, g.it.about AS about FROM ({first} HAVING NOT bool_or(f.earlier)) AS g"
    preparing.machine.keep(f"{name}_told", alone)
    grown = f"SELECT t.n, t.last, UNNEST(t.about) AS who FROM {name}_told AS t JOIN person AS p ON p.id = t.child"
    grown += f" WHERE {adult('t.last')}"
    not_own = f"SELECT DISTINCT w.n FROM ({grown}) AS w JOIN person AS p ON p.id = w.who WHERE NOT {adult('w.last')}"
    found = f"SELECT {columns('s')} FROM {name} AS s WHERE s.n NOT IN ({not_own})"
    return carrying(found, types_of(trigger.trigger), preparing, carry)


def type_of(trigger: Any) -> type[Any]:
    """The kind of a trigger that a query can say."""
    if type(trigger) not in MEANINGS:
        raise CannotCompile(f"the trigger {type(trigger).__name__}")
    return type(trigger)


MEANINGS |= {t.InARow: _in_a_row, t.SinceLast: _since_last, Explained: _explained}
TYPES |= {
    t.InARow: lambda trigger: set(trigger.event.types),
    t.SinceLast: lambda trigger: {type for event in trigger.events for type in event.types},
    Explained: lambda trigger: types_of(trigger.trigger),
}
