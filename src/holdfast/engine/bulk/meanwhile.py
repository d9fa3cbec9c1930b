"""Worries about a standard that is late while something else was done, that is late by more than it asks, or that somebody asked
about again; and entries that say what cannot yet have been."""

from collections.abc import Iterable

from holdfast.engine.bulk import guard, worries
from holdfast.engine.bulk.asking import CannotCompile, Preparing
from holdfast.engine.bulk.clocks import compiled
from holdfast.engine.bulk.histories import every
from holdfast.engine.bulk.meeting import carried, first
from holdfast.engine.bulk.people import order
from holdfast.engine.bulk.starting import own, starts, types_of
from holdfast.engine.reference.tracks import PARTNERSHIP
from holdfast.engine.reference.worries.shaped import _standard as as_standard
from holdfast.engine.reference.worries.standing import _stretched as stretched
from holdfast.rules.event import Event
from holdfast.rules.shapes import FutureDated, LongerThan, Meanwhile, Undone
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import StateStarts

guard.PARTS |= {
    "LongerThan": frozenset({"standards", "times", "done_by"}), "Meanwhile": frozenset({"standards", "events"}),
    "FutureDated": frozenset({"reads"}),
}  # fmt: skip
guard.PARTS["Undone"] |= {"at_once"}


def _longer_than(shape: LongerThan, preparing: Preparing) -> str:
    each = []
    for id in shape.standards:
        late = worries.overdue(stretched(preparing.standards[id], shape), preparing)
        each.append(worries.kept("longer_than", late, preparing))
    return " UNION ALL ".join(f"SELECT * FROM {name}" for name in each)


def _entries(types: Iterable[str], preparing: Preparing) -> str:
    """Every entry of these types, with when it is read, began and is seen."""
    there = sorted(set(types) & preparing.snapshot.types.keys())
    return " UNION ALL ".join(
        f"SELECT e.id, {order('e')} AS turn, e.start_at, e.seen_at FROM known_{type} AS e" for type in there
    )


def _types(rule: Standard) -> set[str]:
    """The types of what starts the clocks of a rule, or meets or excuses them."""
    events: tuple[Event, ...] = (*rule.met_by, *rule.excused_by)
    began = types_of(StateStarts(rule.during)) if rule.during is not None else set()
    return {type for event in events for type in event.types} | types_of(rule.trigger) | began


def _meanwhile(shape: Meanwhile, preparing: Preparing) -> str:
    done = worries.kept("meanwhile_done", every(shape.events, preparing), preparing)
    each = []
    for id in shape.standards:
        rule = preparing.standards[id]
        late = worries.kept("meanwhile_late", worries.overdue(rule, preparing), preparing)
        begun = worries.kept("meanwhile_begun", _entries(_types(rule), preparing), preparing)
        after = f"c.child = l.child AND {order('c')} > b.turn AND c.id IS DISTINCT FROM l.met_by AND c.id <> l.begun"
        instead = (
            f"SELECT l.child, l.root, l.raised_at, l.until, l.over_by, l.exact, arg_min(c.seen_at, {order('c')}) AS seen_at "
            f"FROM {late} AS l JOIN {begun} AS b ON b.id = l.begun JOIN {done} AS c ON {after} "
            "AND (l.until IS NULL OR c.start_at < l.until) GROUP BY l.child, l.root, l.raised_at, l.until, l.over_by, l.exact"
        )
        at, over = "GREATEST(i.raised_at, i.seen_at)", "i.until IS NOT NULL"
        each.append(
            f"SELECT i.child, i.root AS known, {at} AS raised_at, CASE WHEN {over} THEN GREATEST(i.until, {at}) END AS ended_at, "
            f"CASE WHEN {over} THEN i.over_by END AS ended_by, i.exact FROM ({instead}) AS i"
        )
    return " UNION ALL ".join(each)


_undone = worries.MEANINGS[Undone]


def _tried_again(shape: Undone, preparing: Preparing) -> str:
    """What is still undone as one of these happens, or once it is late, whichever comes first."""
    if not shape.at_once:
        return _undone(shape, preparing)
    rule = as_standard(shape)
    late = worries.kept("again_late", worries.overdue(rule, preparing), preparing)
    made = worries.kept("again_made", compiled(rule, preparing), preparing)
    began = starts(rule.trigger, preparing, carried(shape.at_once))
    begun = worries.kept("again_begun", f"SELECT b.*, TRUE AS follows FROM ({began}) AS b", preparing)
    again = worries.kept("again_met", first(shape.at_once, begun, preparing, follows=True), preparing)
    over = worries.kept("again_over", _entries(_types(rule), preparing), preparing)
    when = "a.it.seen_at"
    usual = f"(a.it.id IS NULL OR COALESCE(l.raised_at <= {when}, FALSE))"
    joined = (
        f"FROM {made} AS m JOIN {begun} AS s ON s.child = m.child AND s.id = m.trigger LEFT JOIN {again} AS a ON a.n = s.n "
        f"LEFT JOIN {late} AS l ON l.child = m.child AND l.begun = m.trigger "
        f"LEFT JOIN {over} AS o ON o.id = COALESCE(m.met_by, m.excused_by)"
    )
    ended = f"CASE WHEN o.id IS NOT NULL THEN GREATEST(o.seen_at, {when}) END"
    return (
        f"SELECT m.child, CASE WHEN {usual} THEN l.known ELSE m.root END AS known, "
        f"CASE WHEN {usual} THEN l.raised_at ELSE {when} END AS raised_at, "
        f"CASE WHEN {usual} THEN l.ended_at ELSE {ended} END AS ended_at, "
        f"CASE WHEN {usual} THEN l.ended_by ELSE o.id END AS ended_by, m.exact {joined} "
        f"WHERE (CASE WHEN {usual} THEN l.raised_at IS NOT NULL ELSE o.id IS NULL OR o.start_at >= {when} END)"
    )


def _future_dated(shape: FutureDated, preparing: Preparing) -> str:
    """Asked for as it was written, whether or not its day has come."""
    there = sorted(set(shape.reads) & preparing.snapshot.entries.keys())
    if not there:
        raise CannotCompile("nothing of a kind that could be dated ahead")
    columns = "e.id, e.root, e.last, e.recorded_at, e.about, e.first = e.last AS exact"
    every = " UNION ALL ".join(
        f"SELECT {columns}, UNNEST(e.about) AS child FROM current_{type} AS e WHERE e.future" for type in there
    )
    found = own(f"SELECT f.* FROM ({every}) AS f WHERE f.child <> '{PARTNERSHIP}'")
    at = "CAST(NULL AS TIMESTAMP) AS ended_at, CAST(NULL AS VARCHAR) AS ended_by"
    return f"SELECT w.child, w.root AS known, w.recorded_at AS raised_at, {at}, w.exact FROM ({found}) AS w"


worries.MEANINGS |= {
    LongerThan: _longer_than, Meanwhile: _meanwhile, Undone: _tried_again, FutureDated: _future_dated,
}  # fmt: skip
