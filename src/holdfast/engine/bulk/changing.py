"""Limits that take over while a state lasts: which of them holds for each interval, and what it says of each day."""

from dataclasses import replace

import pyarrow as pa

from holdfast.engine.bulk import guard
from holdfast.engine.bulk.asking import CannotCompile, Preparing
from holdfast.engine.bulk.before_and_after import digest, shifted
from holdfast.engine.bulk.clocks import KINDS, excuses, kept_starts, made, settled, slug
from holdfast.engine.bulk.clocks import source as plain_source
from holdfast.engine.bulk.limits import DAYS, day_of
from holdfast.engine.bulk.meeting import LINKS, first, last_of_all
from holdfast.engine.bulk.people import nodes
from holdfast.engine.bulk.starting import fitting, span_table
from holdfast.engine.reference.counting import ELAPSED, ROUGH
from holdfast.rules.conditions import NamesSubject, RefersToEither, RefersToSame, SameAs
from holdfast.rules.standard import Change, Standard
from holdfast.rules.trigger import Each

guard.PARTS["Standard"] |= {"changes", "stops_after"}
guard.PARTS["Stale"] |= {"changes"}
guard.PARTS["Change"] = frozenset({"limit", "after", "at_age"})


def source(rule: Standard, table: str, days: str, joins: str, preparing: Preparing) -> str:
    """Starts with what the limit that had taken over by then says of their day, and who they are about."""
    if not rule.changes:
        return plain_source(table, days, joins)
    taken, more = "0", ""
    for number, change in enumerate(rule.changes, 1):
        so, join = _taken(rule, change, number, preparing)
        taken, more = f"CASE WHEN {so} THEN {number} ELSE {taken} END", more + join
    dated = _days(rule, days, preparing)
    return (
        f"{table} AS s JOIN person AS p ON p.id = s.child{more} JOIN {dated} AS d ON d.day = s.day AND d.taken = ({taken}){joins}"
    )


def taken_over(rule: Standard, preparing: Preparing) -> str:
    """What follows a single start within the limit, or within the longer one once more time was asked for in time."""
    change, name = rule.changes[0], slug(rule)
    linked = any(isinstance(node, (RefersToSame, RefersToEither, SameAs, NamesSubject)) for node in nodes(change.after))
    if len(rule.changes) > 1 or change.after is None or linked or rule.self_recording or not isinstance(rule.trigger, Each):
        raise CannotCompile("a limit that takes over after such a start")
    table, days = kept_starts(rule, preparing)
    preparing.machine.keep(f"again_{name}", first((change.after,), table, preparing))
    find = last_of_all if rule.all_of else first
    preparing.machine.keep(f"met_{name}", find(rule.met_by, table, preparing))
    over, dated = excuses(rule, table, preparing), _days(rule, days, preparing)
    longer = "CASE WHEN COALESCE(g.it.first <= d0.due_day, FALSE) THEN 1 ELSE 0 END"
    joined = (
        f"{table} AS s JOIN person AS p ON p.id = s.child JOIN {dated} AS d0 ON d0.day = s.day AND d0.taken = 0 "
        f"LEFT JOIN again_{name} AS g ON g.n = s.n JOIN {dated} AS d ON d.day = s.day AND d.taken = {longer} "
        f"LEFT JOIN met_{name} AS m ON m.n = s.n{over.joins}"
    )
    return made(rule, settled("m.it", over, "d.due_at", "NOT s.exact"), joined).format(days=days)


def _taken(rule: Standard, change: Change, number: int, preparing: Preparing) -> tuple[str, str]:
    """Whether a limit has taken over by the start of an interval, and what has to be joined to tell."""
    assert rule.during is not None
    if change.at_age is not None:
        return f"COALESCE(p.y{change.at_age}_last <= s.day, FALSE)", ""
    if change.after is None:
        return "FALSE", ""
    if any(isinstance(node, (*LINKS, RefersToEither, NamesSubject)) for node in nodes(change.after)):
        raise CannotCompile("a limit that takes over with what refers to the start")
    span, event = span_table(rule.during, preparing), change.after
    done = (
        f"SELECT h.child, h.start_day, h.end_day, min(d.last) AS done FROM {span} AS h "
        f"JOIN ({fitting(event, preparing, lambda asked: '')}) AS d ON d.child = h.child AND d.last >= h.start_day "
        "GROUP BY h.child, h.start_day, h.end_day"
    )
    table = preparing.table(f"own_change_{slug(rule)}_{number}", lambda: done)
    c = f"g{number}"
    held = f"{c}.child = s.child AND {c}.start_day <= s.day AND ({c}.end_day IS NULL OR s.day < {c}.end_day)"
    return f"COALESCE({c}.done <= s.day, FALSE)", f" LEFT JOIN {table} AS {c} ON {held}"


def _days(rule: Standard, days: str, preparing: Preparing) -> str:
    """The table of what each limit says of each day that the rule was asked about."""
    every = sorted(day for (day,) in preparing.machine.rows(f"SELECT day FROM {days}"))
    limits = (rule.limit, *(change.limit for change in rule.changes))
    for limit in limits:
        if limit.unit in ELAPSED or limit.unit in ROUGH or limit.unit == "visits":
            raise CannotCompile(f"a limit that takes over, counted in {limit.unit}")

    def make() -> pa.Table:
        own = [rule, *(replace(rule, limit=limit, versions=(), local=()) for limit in limits[1:])]
        rows = [{**day_of(each, day), "taken": number} for number, each in enumerate(own) for day in every]
        return pa.Table.from_pylist(rows, schema=DAYS.append(pa.field("taken", pa.int64())))

    return preparing.put(f"own_taken_{digest(rule.id, every)}", make)


def stopping(rule: Standard, preparing: Preparing) -> str | None:
    """The table of the day on which the part of the state ends in which a rule runs, by the day the state began."""
    if rule.stops_after is None or rule.during is None:
        return None
    span = span_table(rule.during, preparing)
    return shifted(rule.stops_after, f"SELECT DISTINCT start_day FROM {span}", preparing)


KINDS["taken_over"] = taken_over
