"""Something to be done again and again while a state lasts, for everybody.

Where every day is exact, each thing done is followed by the next one that is read, so that a child's whole chain of
intervals is one look along their entries (:mod:`~holdfast.engine.bulk.chains`). Where a day is only a range, or a rule asks
more than that, the chains are followed link by link: one query for every child's first interval, one for every second one,
and so on, each over fewer children than the one before.
"""

from holdfast.engine.bulk import chains
from holdfast.engine.bulk.asking import CannotCompile, Preparing, text
from holdfast.engine.bulk.changing import source, stopping
from holdfast.engine.bulk.clocks import MADE, MADE_TABLE, NOTHING, days_of, excuses, made, settled, slug
from holdfast.engine.bulk.limits import day_table
from holdfast.engine.bulk.meeting import carried, first, last_of_all
from holdfast.engine.bulk.people import nodes
from holdfast.engine.bulk.starting import ENTRY, carrying, own, span_table, types_of, unpacked
from holdfast.engine.reference.counting import ELAPSED
from holdfast.rules.conditions import NamesSubject
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import StateStarts

MOST_LINKS = 5_000


def interval(rule: Standard, preparing: Preparing) -> str:
    """One clock for each interval: from the start of the state, or of the part of it that counts, then from each thing done."""
    assert rule.during is not None
    if rule.limit.unit == "visits" or any(limit.unit in ELAPSED for limit in _limits(rule)):
        raise CannotCompile(f"an interval counted in {rule.limit.unit}")
    if any(isinstance(node, NamesSubject) for node in nodes(rule)):
        raise CannotCompile("an interval for each of several people")
    machine, name = preparing.machine, slug(rule)
    span_table(rule.during, preparing)
    machine.keep(f"starts_{name}", _heads(rule))
    machine.put(f"made_{name}", MADE_TABLE.empty_table())
    unborn = _without_birth(rule, f"starts_{name}", preparing)
    fresh = f"SELECT * FROM starts_{name} WHERE NOT unknown"
    machine.keep(f"link_{name}", carrying(fresh, _start_types(rule), preparing, carried(rule.met_by + rule.excused_by)))
    if chains.can(rule):
        chains.follow(rule, f"link_{name}", preparing)
        machine.keep(f"link_{name}", f"SELECT l.* FROM link_{name} AS l JOIN vague_{name} AS v ON v.child = l.child")
    days = _every_day(rule, f"starts_{name}", preparing)
    for _ in range(MOST_LINKS):
        if not machine.rows(f"SELECT 1 FROM link_{name} LIMIT 1"):
            return f"SELECT {', '.join(MADE)} FROM made_{name} UNION ALL {unborn}"
        _next_link(rule, days, preparing)
    raise CannotCompile(f"a chain of more than {MOST_LINKS:,} intervals")


def _limits(rule: Standard) -> list:  # type: ignore[type-arg]
    return [rule.limit, *(version.limit for version in rule.versions if version.limit)]


def _start_types(rule: Standard) -> set[str]:
    assert rule.during is not None
    return types_of(StateStarts(rule.during))


def _heads(rule: Standard) -> str:
    """Where each stretch of the rule's state begins to count. ``unknown``: it cannot be told, because the birth is not."""
    assert rule.during is not None
    begun = f"SELECT child, {unpacked('started')}, end_day AS state_ends FROM span_{rule.during.id}"
    owned = own(begun)
    if rule.from_age is None:
        return f"SELECT o.*, FALSE AS follows, FALSE AS unknown FROM ({owned}) AS o"
    reached = f"p.y{rule.from_age}_last"
    kept = ", ".join(f"o.{name}" for name in ("n", "child", *ENTRY, "type", "exact") if name != "instant")
    later = f"{reached} IS NOT NULL AND {reached} > o.day"
    unborn = "p.born_last IS NULL"
    starts_anyway = f"{unborn} AND NOT p.expected" if rule.from_age == 0 else "FALSE"
    in_time = (
        f"({starts_anyway}) OR (NOT ({unborn}) AND ({reached} <= o.day OR o.state_ends IS NULL OR {reached} < o.state_ends))"
    )
    unknown = f"{unborn} AND NOT p.expected AND NOT ({starts_anyway})"
    return (
        f"SELECT {kept}, CASE WHEN {later} THEN CAST(NULL AS TIMESTAMP) ELSE o.instant END AS instant, "
        f"CASE WHEN {later} THEN {reached} ELSE o.day END AS day, FALSE AS follows, ({unknown}) AS unknown "
        f"FROM ({owned}) AS o JOIN person AS p ON p.id = o.child WHERE ({in_time}) OR ({unknown})"
    )


def _without_birth(rule: Standard, table: str, preparing: Preparing) -> str:
    if rule.from_age is None:
        return NOTHING
    days = days_of(rule, table, preparing)
    unknown = f"(SELECT * FROM {table} WHERE unknown) AS s JOIN {days} AS d ON d.day = s.day"
    gone = {"due_day": "CAST(NULL AS DATE)", "missing": text("the date of birth")}
    preparing.machine.keep(f"unborn_{slug(rule)}", made(rule, gone, unknown).format(days=days))
    return f"SELECT {', '.join(MADE)} FROM unborn_{slug(rule)}"


def _every_day(rule: Standard, table: str, preparing: Preparing) -> str:
    types = sorted({type for event in rule.met_by for type in event.types})
    each = [f"SELECT DISTINCT last AS day FROM known_{type}" for type in types]
    days = preparing.machine.rows(" UNION ".join([f"SELECT DISTINCT day FROM {table}", *each]))
    return day_table(rule, {day for (day,) in days}, preparing)


def _next_link(rule: Standard, days: str, preparing: Preparing) -> None:
    """The clocks of one link of every chain, and the starts of the next."""
    machine, name = preparing.machine, slug(rule)
    link = f"link_{name}"
    find = last_of_all if rule.all_of else first
    machine.keep(f"met_{name}", find(rule.met_by, link, preparing, follows=True))
    over = excuses(rule, link, preparing)
    columns = settled("m.it", over, "d.due_at", "NOT s.exact")
    joined = source(rule, link, days, f" LEFT JOIN met_{name} AS m ON m.n = s.n{over.joins}", preparing)
    machine.add(f"made_{name}", made(rule, columns, joined).format(days=days))
    counts = f"m.it.id IS NOT NULL AND (({over.on}) IS NULL OR m.it.day <= ({over.on})) AND d.missing IS NULL"
    done = ", ".join(f"m.it.{column} AS {column}" for column in (*ENTRY, "type"))
    day = "GREATEST(m.it.last, s.day)"
    following = (
        f"SELECT s.child, {done}, (m.it.exact AND s.exact) AS exact, {day} AS day, TRUE AS follows, FALSE AS unknown, "
        f"s.day AS was, s.id AS by FROM {joined} WHERE {counts}"
    )
    machine.keep(f"next_{name}", following)
    kept = _lasting(rule, f"next_{name}", preparing)
    types = {type for event in rule.met_by for type in event.types}
    machine.keep(link, carrying(kept, types, preparing, carried(rule.met_by + rule.excused_by)))


def _lasting(rule: Standard, table: str, preparing: Preparing) -> str:
    """Those starts that fall in a stretch of the state which they do not themselves end."""
    assert rule.during is not None
    ending = {type for event in rule.during.ends for type in event.types}
    ends = f"(f.type IN ({', '.join(text(type) for type in sorted(ending))}) AND h.ended.id = f.id)" if ending else "FALSE"
    held = "h.child = f.child AND h.start_day <= f.day AND (h.end_day IS NULL OR f.day < h.end_day)"
    stops = stopping(rule, preparing)
    stopped = f"LEFT JOIN {stops} AS st ON st.day = h.start_day " if stops else ""
    in_time = "(st.other IS NULL OR f.day < st.other) AND " if stops else ""
    return (
        f"SELECT row_number() OVER () AS n, f.* FROM {table} AS f JOIN span_{rule.during.id} AS h ON {held} {stopped}"
        f"WHERE {in_time}NOT COALESCE({ends}, FALSE) AND (f.day > f.was OR f.id <> f.by)"
    )
