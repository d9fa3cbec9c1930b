"""Finding, for every start at once, the entry that first meets it."""

import hashlib
from collections.abc import Callable, Iterable
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk.asking import FALSE, TRUE, Asked, CannotCompile, Preparing, answer, naming
from holdfast.engine.bulk.families import families
from holdfast.engine.bulk.people import nodes, order
from holdfast.engine.bulk.starting import ENTRY, entry_columns
from holdfast.engine.reference.meeting import ABOUT_WORKERS, SPEAKING_FOR_OTHERS
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition, Event

LINKS = (c.RefersTo, c.RefersToSame, c.SameAs, c.IsTrigger)
"""Conditions that say which entry belongs to which start, and so can be joined on."""
PARTS = ("id", "day", "first", "start_at", "seen_at", "instant", "exact", "timed", "reading")
WHOLE = tuple(dict.fromkeys((*PARTS, *ENTRY, "type")))
CARRIES: dict[type[Condition], Callable[[Any], tuple[str, Callable[[Asked], str]]]] = {}
"""What further conditions ask of the starting entry: the name of a column, and what is in it."""


def carried(events: Iterable[Event]) -> Callable[[Asked], str]:
    """What of the starting entry's own fields these events ask about, as columns to carry."""
    roots, lists, more = set[str](), set[str](), dict[str, Callable[[Asked], str]]()
    for node in nodes(tuple(events)):
        match node:
            case c.RefersToSame():
                roots.add(node.start_field)
            case c.RefersToEither():
                roots.add(node.field)
            case c.SameAs():
                lists.add(node.start_field)
            case c.NamedBy():
                roots.add(node.field)
            case _ if type(node) in CARRIES:
                name, make = CARRIES[type(node)](node)
                more[name] = make

    def carry(asked: Asked) -> str:
        found = [f", {asked.root(name) or 'CAST(NULL AS VARCHAR)'} AS r_{name}" for name in sorted(roots)]
        found += [f", {asked.listed(name) or 'CAST([] AS VARCHAR[])'} AS l_{name}" for name in sorted(lists)]
        found += [f", {more[name](asked)} AS {name}" for name in sorted(more) if not (name[:2] == "l_" and name[2:] in lists)]
        return "".join(found)

    return carry


def last_of_all(events: Iterable[Event], starts: str, preparing: Preparing, *, follows: bool = False) -> str:
    """The same for the last of several things that must all be done, once all of them are."""
    each = [f"SELECT n, it FROM ({first((event,), starts, preparing, follows=follows)}) AS a" for event in events]
    last = "arg_max(b.it, struct_pack(day := b.it.day, reading := b.it.reading))"
    return f"SELECT b.n, {last} AS it FROM ({' UNION ALL '.join(each)}) AS b GROUP BY b.n HAVING count(*) = {len(each)}"


def first(events: Iterable[Event], starts: str, preparing: Preparing, *, follows: bool = False) -> str:
    """A query for the earliest entry at or after each start of the table ``starts`` that certainly is one of ``events``:
    ``n`` of the start, and ``it``. Where the day is exact the first that is read counts, of ranges the first that can.
    ``follows``: a start that met the clock before says so, and nothing that is read before it counts."""
    every = [query for event in events for type in event.types for query in candidates(event, type, starts, preparing, follows)]
    if not every:
        raise CannotCompile("nothing could meet it")
    found = "struct_pack(" + ", ".join(f"{name} := c.{name}" for name in (WHOLE if follows else PARTS)) + ")"
    chosen = (
        f"SELECT c.n, arg_min({found}, c.reading) FILTER (WHERE c.exact) AS plain, "
        f"arg_min({found}, struct_pack(day := c.day, reading := c.reading)) FILTER (WHERE NOT c.exact) AS vague "
        f"FROM ({' UNION ALL '.join(every)}) AS c GROUP BY c.n"
    )
    sooner = "f.vague IS NOT NULL AND (f.plain IS NULL OR f.vague.day < f.plain.day)"
    return f"SELECT f.n, CASE WHEN {sooner} THEN f.vague ELSE f.plain END AS it FROM ({chosen}) AS f"


def candidates(event: Event, type: str, starts: str, preparing: Preparing, follows: bool = False) -> Iterable[str]:
    """Queries for every entry of one type that may meet a start, with the start's ``n``."""
    when = ["e.last >= s.day AND (e.instant IS NULL OR s.instant IS NULL OR e.instant >= s.instant)"]
    if c.IsTrigger() not in event.where:
        when.append("e.id <> s.id")
    if follows:
        when.append(f"NOT s.follows OR {order('e')} >= {order('s')}")
    counted = "CASE WHEN e.id = s.id THEN GREATEST(e.recorded_day, s.day) ELSE GREATEST(e.first, s.day) END"
    select = f"s.n, {entry_columns('e', type)}, {counted} AS day, e.instant IS NOT NULL AS timed, {order('e')} AS reading"
    return beside(event, type, starts, preparing, select, when)


def beside(event: Event, type: str, starts: str, preparing: Preparing, select: str, when: Iterable[str]) -> Iterable[str]:
    """Queries for every entry of one type that stands to a start as the event says and ``when`` allows."""
    asked = Asked(type, preparing, child="s.child", started=True)
    link = next((each for each in event.where if isinstance(each, LINKS)), None)
    parts = [naming(event, asked), *when]
    begun, source, on = starts, f"each_{type}", "e.child = s.child"
    whoever = c.Anyone() in event.where
    if type in SPEAKING_FOR_OTHERS or whoever:
        asked.filed_anywhere = True
        if link is None:
            asked.source = anyones(type, preparing)
            source = f"{asked.source}_{type}"
        else:
            begun, source, on = _linked(link, asked, starts)
        if type in ABOUT_WORKERS and not whoever:
            parts.append("(array_length(e.about) = 0 OR list_contains(e.about, s.child))")
        elif isinstance(link, c.SameAs):  # a worker, or a name in plain words, may be another family's as well
            family = family_table(type, preparing)
            theirs, ours = (asked.join(family, f"{{it}}.person = {who}") for who in ("e.about[1]", "s.child"))
            same = f"COALESCE({theirs}.family, e.about[1]) = COALESCE({ours}.family, s.child)"
            parts.append(f"(array_length(e.about) = 0 OR {same})")
    parts += [answer(condition, asked).certain for condition in event.where]
    if FALSE not in (*parts, on):
        yield (
            f"SELECT {select} FROM {begun} AS s JOIN {source} AS e ON {on} JOIN person AS p ON p.id = s.child"
            f"{asked.joined()} WHERE " + " AND ".join(f"({part})" for part in parts if part != TRUE)
        )


def family_table(type: str, preparing: Preparing) -> str:
    """Who belongs to which family, as far as relationships and entries of one type tie people."""

    def make() -> pa.Table:
        found = families(preparing.machine, [type])
        schema = pa.schema([("person", pa.string()), ("family", pa.string())])
        return pa.table({"person": list(found), "family": list(found.values())}, schema=schema)

    return preparing.put(f"families_{type}", make)


def whole_family(preparing: Preparing, *types: str) -> str:
    """Who belongs to which family, as far as relationships and the entries that the rule reads tie people."""
    read = sorted((preparing.reads | set(types)) & preparing.snapshot.entries.keys())

    def make() -> pa.Table:
        found = families(preparing.machine, read)
        schema = pa.schema([("person", pa.string()), ("family", pa.string())])
        return pa.table({"person": list(found), "family": list(found.values())}, schema=schema)

    return preparing.put(f"families_{hashlib.sha256(repr(read).encode()).hexdigest()[:16]}", make)


def anyones(type: str, preparing: Preparing) -> str:
    """What the tables are called in which each entry of a type has a row for everybody in the family it is about."""
    if preparing.machine.rows(f"SELECT 1 FROM known_{type} WHERE array_length(about) = 0 LIMIT 1"):
        raise CannotCompile(f"a {type} about nobody counts for everybody")
    family = whole_family(preparing, type)
    found = (
        f"SELECT e.*, m.person AS child FROM known_{type} AS e JOIN {family} AS f ON f.person = e.about[1] "
        f"JOIN {family} AS m ON m.family = f.family JOIN everybody AS v ON v.id = m.person"
    )
    preparing.table(f"any_{family}_{type}", lambda: found)
    return f"any_{family}"


def _linked(link: Condition, asked: Asked, starts: str) -> tuple[str, str, str]:
    """The starts, the entries, and the one value on which they are joined. A pair that is joined twice counts once."""
    known = f"known_{asked.type}"
    if isinstance(link, c.IsTrigger):
        return starts, known, "e.id = s.id"
    if isinstance(link, c.SameAs):
        listed = asked.listed(link.field)
        if listed is None:
            return starts, known, FALSE
        theirs = f"(SELECT s.*, UNNEST(s.l_{link.start_field}) AS link FROM {starts} AS s)"
        return theirs, f"(SELECT e.*, UNNEST({listed}) AS link FROM {known} AS e)", "e.link = s.link"
    assert isinstance(link, c.RefersTo | c.RefersToSame)
    field = asked.one(link.field)
    if field is None:
        return starts, known, FALSE
    to = "s.root" if isinstance(link, c.RefersTo) else f"s.r_{link.start_field}"
    if not asked.prepare.put_right:
        return starts, known, f"{field} = {to}"
    rooted = f"(SELECT e.*, COALESCE(r.root, {field}) AS link FROM {known} AS e LEFT JOIN roots AS r ON r.id = {field})"
    return starts, rooted, f"e.link = {to}"
