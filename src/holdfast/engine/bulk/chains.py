"""A child's whole chain of intervals at once, where every day is exact.

Among the entries that can meet the rule, in the order they are read, each is followed by the next. A chain that begins
with one goes on as long as no link is broken: the next came after the need had ended, or the state did not hold. Counting
the broken links so far tells which entries belong to one chain.
"""

from holdfast.engine.bulk.asking import Preparing
from holdfast.engine.bulk.changing import source, stopping
from holdfast.engine.bulk.clocks import days_of, excuses, made, slug
from holdfast.engine.bulk.meeting import LINKS
from holdfast.engine.bulk.people import nodes
from holdfast.engine.bulk.starting import fitting
from holdfast.engine.reference.meeting import SPEAKING_FOR_OTHERS
from holdfast.rules import conditions as c
from holdfast.rules.standard import Standard

KEPT = ("child", "id", "root", "first", "last", "start_at", "instant", "midnight", "type", "exact")
"""What a link of a chain still needs of its entry once they are in order."""


def can(rule: Standard) -> bool:
    """Whether nothing but the order of the entries decides which follows which."""
    types = {type for event in rule.met_by for type in event.types}
    linked = any(isinstance(node, (*LINKS, c.RefersToEither, c.NamesSubject)) for node in nodes(rule.met_by))
    return not (rule.all_of or rule.excused_by or linked or types & SPEAKING_FOR_OTHERS)


def follow(rule: Standard, heads: str, preparing: Preparing) -> None:
    """Adds the clocks of every child whose days are all exact to the table of those made; the others are in ``vague``."""
    machine, name = preparing.machine, slug(rule)
    fits = " UNION ALL ".join(f"SELECT * FROM ({fitting(event, preparing, lambda asked: '')}) AS q" for event in rule.met_by)
    ours = f"SELECT q.* FROM ({fits}) AS q WHERE q.child IN (SELECT child FROM {heads})"
    types = [type for event in rule.met_by for type in event.types]
    if len(types) > len(set(types)):  # what fits two of the events counts once
        once = f"SELECT r.*, row_number() OVER (PARTITION BY r.child, r.id ORDER BY r.first) AS copy FROM ({ours}) AS r"
        ours = f"SELECT * FROM ({once}) AS r WHERE r.copy = 1"
    machine.keep(f"done_{name}", ours)
    machine.keep(
        f"vague_{name}",
        f"SELECT child FROM done_{name} WHERE NOT exact UNION SELECT child FROM {heads} WHERE NOT exact",
    )
    _number(rule, heads, preparing)
    _link(rule, preparing)
    machine.add(f"made_{name}", _members(rule, preparing))
    for table in ("done", "chain", "linked", "next"):
        machine.forget(f"{table}_{name}")


def _number(rule: Standard, heads: str, preparing: Preparing) -> None:
    """Every start there could be: the heads, and each entry that meets the rule, with the place of the one that follows."""
    name = slug(rule)
    reading = "q.end_at, q.start_at, q.recorded_at, q.arrived, q.id"
    plain = f"SELECT d.* FROM done_{name} AS d WHERE d.child NOT IN (SELECT child FROM vague_{name})"
    kept = ", ".join(f"q.{column}" for column in KEPT)
    placed = f"SELECT {kept}, row_number() OVER (PARTITION BY q.child ORDER BY {reading}) AS place FROM ({plain}) AS q"
    preparing.machine.keep(f"done_{name}", placed)
    after = "c.last >= h.day AND (c.instant IS NULL OR h.instant IS NULL OR c.instant >= h.instant) AND c.id <> h.id"
    firsts = (
        f"SELECT h.n, min(c.place) AS follows_at FROM {heads} AS h JOIN done_{name} AS c ON c.child = h.child AND {after} "
        "GROUP BY h.n"
    )
    entry = ", ".join(f"{{0}}.{column}" for column in KEPT)
    begun = (
        f"SELECT {entry.format('h')}, h.day, h.n AS head, CAST(NULL AS BIGINT) AS place, f.follows_at FROM {heads} AS h "
        f"LEFT JOIN ({firsts}) AS f ON f.n = h.n WHERE h.child NOT IN (SELECT child FROM vague_{name})"
    )
    going = (
        f"SELECT {entry.format('c')}, c.last AS day, CAST(NULL AS BIGINT) AS head, c.place, c.place + 1 AS follows_at "
        f"FROM done_{name} AS c"
    )
    preparing.machine.keep(f"chain_{name}", f"SELECT row_number() OVER () AS n, b.* FROM ({begun} UNION ALL {going}) AS b")


def _link(rule: Standard, preparing: Preparing) -> None:
    """What met each start, if it stands, and whether the chain goes on from there."""
    assert rule.during is not None
    name = slug(rule)
    days = days_of(rule, f"chain_{name}", preparing)
    over = excuses(rule, f"chain_{name}", preparing)
    held = "k.child = c.child AND k.start_day <= c.last AND (k.end_day IS NULL OR c.last < k.end_day)"
    ending = {type for event in rule.during.ends for type in event.types}
    ends = "COALESCE(k.ended.id = c.id AND c.type IN ('" + "', '".join(sorted(ending)) + "'), FALSE)" if ending else "FALSE"
    stops = stopping(rule, preparing)
    stopped = f" LEFT JOIN {stops} AS st ON st.day = k.start_day" if stops else ""
    in_time = " AND (st.other IS NULL OR c.last < st.other)" if stops else ""
    found = (
        f"SELECT c.*, (k.child IS NOT NULL AND NOT {ends}{in_time}) AS lasts FROM done_{name} AS c "
        f"LEFT JOIN span_{rule.during.id} AS k ON {held}{stopped}"
    )
    preparing.machine.keep(f"next_{name}", found)
    joins = f" LEFT JOIN next_{name} AS x0 ON x0.child = s.child AND x0.place = s.follows_at{over.joins}"
    met = f"(x0.id IS NOT NULL AND (({over.on}) IS NULL OR x0.last <= ({over.on})))"
    on = f"({met} AND x0.lasts AND d.missing IS NULL)"
    parts = ("id", "first", "start_at", "instant")
    it = "struct_pack(day := x0.last, " + ", ".join(f"{part} := x0.{part}" for part in parts) + ")"
    wide = (
        f"SELECT s.*, {it} AS it, COALESCE({on}, FALSE) AS goes_on, ({over.on}) AS over_on, ({over.by}) AS over_by, "
        f"COALESCE({met}, FALSE) AS counts FROM {source(rule, f'chain_{name}', days, joins, preparing)}"
    )
    preparing.machine.keep(f"linked_{name}", _counted(wide))


def _counted(wide: str) -> str:
    """With the number of broken links before each entry."""
    before = "OVER (PARTITION BY w.child ORDER BY w.place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"
    broken = "CASE WHEN w.place IS NOT NULL AND NOT w.goes_on THEN 1 ELSE 0 END"
    return f"SELECT w.*, COALESCE(sum({broken}) {before}, 0) AS broken FROM ({wide}) AS w"


def _members(rule: Standard, preparing: Preparing) -> str:
    """The clocks of the heads, and of every entry that a chain reaches."""
    name = slug(rule)
    first = f"(SELECT child, place, broken FROM linked_{name} WHERE place IS NOT NULL)"
    reach = (
        f"SELECT h.child, h.follows_at, f.broken FROM linked_{name} AS h JOIN {first} AS f "
        "ON f.child = h.child AND f.place = h.follows_at WHERE h.head IS NOT NULL AND h.goes_on"
    )
    going = (
        f"SELECT l.* FROM linked_{name} AS l JOIN ({reach}) AS r "
        "ON r.child = l.child AND l.place >= r.follows_at AND l.broken = r.broken WHERE l.place IS NOT NULL"
    )
    every = f"(SELECT * FROM linked_{name} WHERE head IS NOT NULL UNION ALL {going})"
    met = "s.counts"
    columns = {
        "met_by": f"CASE WHEN {met} THEN s.it.id END",
        "met_on": f"CASE WHEN {met} THEN s.it.day END",
        "met_at": f"CASE WHEN {met} THEN s.it.instant END",
        "met_late": f"({met} AND COALESCE(s.it.first > d.due_day, s.it.start_at > d.due_at, FALSE))",
        "excused_by": f"CASE WHEN NOT {met} THEN s.over_by END",
        "excused_on": f"CASE WHEN NOT {met} THEN s.over_on END",
    }
    days = "days_of_" + name
    return made(rule, columns, source(rule, every, days, "", preparing)).format(days=days)
