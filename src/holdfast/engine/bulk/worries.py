"""Signals: the shapes a worry can have, for everybody. What is late is what a standard would say is late."""

from collections.abc import Callable
from datetime import UTC, date
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk import guard
from holdfast.engine.bulk.asking import Asked, CannotCompile, Preparing, answer, text
from holdfast.engine.bulk.clocks import compiled
from holdfast.engine.bulk.gathering import shown_to_be_fewer
from holdfast.engine.bulk.layout import INSTANT, utc
from holdfast.engine.bulk.meeting import carried, first
from holdfast.engine.bulk.people import adult, child_on, nodes
from holdfast.engine.bulk.starting import known_by, moves, span_table, starts
from holdfast.engine.reference.counting import add
from holdfast.engine.reference.worries.shaped import _standard as as_standard
from holdfast.kernel.when import london_day, start_of_day
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import AnyShape, Breached, Fails, Happens, Said, Shape, Showing, Stale, Undone
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Gathers

FOUND = ("child", "known", "raised_at", "ended_at", "ended_by", "exact")
INSTANTS = "CAST(NULL AS TIMESTAMP)"


def raised(signal: Signal, preparing: Preparing) -> str:
    """A query for everything a signal raises. What the same entry raises is said once. Raises :class:`CannotCompile`."""
    guard.check(signal.shape)
    found = _shape(signal.shape, preparing)
    if not signal.adults:
        found = _of_children(found, preparing)
    once = f"SELECT w.*, row_number() OVER (PARTITION BY w.child, w.known ORDER BY w.raised_at) AS copy FROM ({found}) AS w"
    ended = "CASE WHEN w.ended_at IS NOT NULL THEN GREATEST(w.ended_at, w.raised_at) END"
    return (
        f"SELECT {text(signal.id)} AS signal, w.child, concat({text(signal.id + '/')}, w.child, '/', w.known) AS key, "
        f"w.raised_at, {ended} AS ended_at, w.ended_by FROM ({once}) AS w WHERE w.copy = 1"
    )


def _of_children(found: str, preparing: Preparing) -> str:
    """What is raised for children, and not for who was an adult by then."""
    table = kept("worry_of_all", found, preparing)
    rows = preparing.machine.rows(f"SELECT DISTINCT raised_at FROM {table} WHERE raised_at IS NOT NULL")
    days = {"raised_at": [at for (at,) in rows], "day": [_london(at) for (at,) in rows]}
    preparing.machine.put("raised_days", pa.table(days, schema=pa.schema([("raised_at", INSTANT), ("day", pa.date32())])))
    joined = f"{table} AS v JOIN raised_days AS r ON r.raised_at = v.raised_at JOIN person AS p ON p.id = v.child"
    return f"SELECT v.* FROM {joined} WHERE NOT {adult('r.day')}"


def _shape(shape: Shape, preparing: Preparing) -> str:
    found = MEANINGS.get(type(shape))
    if found is None:
        raise CannotCompile(f"a comparison that no query says ({type(shape).__name__})")
    return found(shape, preparing)


def mornings(days: str, preparing: Preparing) -> str:
    """The table of when each day that a query gives begins in England."""
    found = sorted({day for (day,) in preparing.machine.rows(days) if day is not None})
    rows = {"day": found, "begins": [utc(start_of_day(day)) for day in found]}
    preparing.machine.put("mornings", pa.table(rows, schema=pa.schema([("day", pa.date32()), ("begins", INSTANT)])))
    return "mornings"


def overdue(rule: Standard, preparing: Preparing, after: Amount | None = None) -> str:
    """From when to when each clock of a standard was overdue, and longer than ``after``."""
    made = kept("made_overdue", compiled(rule, preparing), preparing)
    late_day = "(CASE WHEN broken_on IS NOT NULL THEN broken_on WHEN gate THEN due_day ELSE due_day + 1 END)"
    over = "LEAST(met_on, excused_on)"
    dates = [f"SELECT {late_day} AS day FROM {made}", f"SELECT met_on FROM {made}", f"SELECT excused_on FROM {made}"]
    begin = mornings(" UNION ".join(dates), preparing)
    never_late = "missing IS NOT NULL OR (due_day IS NULL AND due_at IS NULL)"
    in_time = "excused_on <= COALESCE(broken_on, due_london)"
    before_due = f"excused_on IS NOT NULL AND ({never_late} OR {in_time})"
    if preparing.machine.rows(f"SELECT 1 FROM {made} WHERE due_at IS NOT NULL LIMIT 1"):
        made = _with_days(made, preparing)
    else:
        made = kept("dated_overdue", f"SELECT m.*, m.due_day AS due_london FROM {made} AS m", preparing)
    begins = "COALESCE(b.begins, m.due_at + INTERVAL 1 MICROSECOND)"
    if after is not None:
        begins = _later(made, late_day, after, preparing)
    lasted = f"SELECT m.*, {begins} AS raised_at, e.begins AS over_at FROM {made} AS m"
    lasted += f" LEFT JOIN {begin} AS b ON b.day = {late_day} LEFT JOIN {begin} AS e ON e.day = {over}"
    if after is not None:
        lasted += f" LEFT JOIN later AS l ON l.day = {late_day}"
    never = "missing IS NOT NULL OR (met_on IS NOT NULL AND NOT met_late) OR COALESCE(" + before_due + ", FALSE)"
    too_soon = " AND (over_at IS NULL OR over_at > raised_at)" if after is not None else ""
    # What counts from another day than its entry's own is known by that day too; what was done at a known time ends it then.
    moved = "starts_day IS NOT NULL AND starts_day <> last AND (due_day IS NOT NULL OR due_at IS NOT NULL)"
    known = f"CASE WHEN {moved} THEN concat(root, '/', strftime(starts_day, '%Y-%m-%d')) ELSE root END"
    until = "GREATEST(over_at, raised_at, COALESCE(CASE WHEN met_by IS NOT NULL THEN met_at END, over_at))"
    return (
        f"SELECT child, {known} AS known, raised_at, CASE WHEN over_at IS NOT NULL THEN {until} END AS ended_at, "
        f"CASE WHEN over_at IS NOT NULL THEN COALESCE(met_by, excused_by) END AS ended_by, exact, trigger AS begun, root, "
        "CASE WHEN over_at IS NOT NULL THEN GREATEST(over_at, raised_at) END AS until, met_by, "
        "COALESCE(met_by, excused_by) AS over_by "
        f"FROM ({lasted}) AS o "
        f"WHERE raised_at IS NOT NULL AND NOT ({never}){too_soon}"
    )


def kept(name: str, query: str, preparing: Preparing) -> str:
    """A table of its own for each time it is asked for: two shapes of one signal must not share it."""
    numbered = f"own_{name}_{len(preparing.made)}"
    return preparing.table(numbered, lambda: query)


def _with_days(made: str, preparing: Preparing) -> str:
    """Clocks with the day in England on which they are due, also where they are due at an instant."""
    instants = [at for (at,) in preparing.machine.rows(f"SELECT DISTINCT due_at FROM {made} WHERE due_at IS NOT NULL")]
    days = [_london(at) for at in instants]
    schema = pa.schema([("due_at", INSTANT), ("day", pa.date32())])
    preparing.machine.put("due_days", pa.table({"due_at": instants, "day": days}, schema=schema))
    query = (
        f"SELECT m.*, COALESCE(m.due_day, d.day) AS due_london FROM {made} AS m LEFT JOIN due_days AS d ON d.due_at = m.due_at"
    )
    return kept("dated_overdue", query, preparing)


def _london(at: Any) -> date:
    return london_day(at.replace(tzinfo=UTC))


def _later(made: str, late_day: str, after: Amount, preparing: Preparing) -> str:
    """When each had been overdue for long enough."""
    if preparing.machine.rows(f"SELECT 1 FROM {made} WHERE due_at IS NOT NULL LIMIT 1"):
        raise CannotCompile("overdue for so long, by a limit in hours")
    rows = []
    for (day,) in preparing.machine.rows(f"SELECT DISTINCT {late_day} AS day FROM {made}"):
        found = None if day is None else add(date.fromordinal(day.toordinal() - 1), after)
        if isinstance(found, date):
            rows.append({"day": day, "begins": utc(start_of_day(date.fromordinal(found.toordinal() + 1)))})
    preparing.machine.put("later", pa.Table.from_pylist(rows, schema=pa.schema([("day", pa.date32()), ("begins", INSTANT)])))
    return "l.begins"


def _happens(shape: Happens, preparing: Preparing) -> str:
    _on_its_day(shape)
    began = kept("starts_worry", starts(shape.trigger, preparing, carried(shape.ended_by)), preparing)
    lived = f"({child_on('s.day')} OR {adult('s.day')})"
    joins, ended_at, ended_by = _ended(shape.ended_by, began, preparing)
    where = [lived]
    if shape.during is not None:
        span = span_table(shape.during, preparing)
        begin = kept("mornings", f"SELECT * FROM {mornings(f'SELECT end_day FROM {span}', preparing)}", preparing)
        joins += (
            f" LEFT JOIN {span} AS h ON h.child = s.child AND h.start_day <= s.day AND (h.end_day IS NULL OR s.day < h.end_day)"
            f" LEFT JOIN {begin} AS t ON t.day = h.end_day"
        )
        where.append("h.child IS NOT NULL")
        sooner = f"(({ended_at}) IS NULL OR t.begins < ({ended_at}))"
        ended_by = f"CASE WHEN t.begins IS NOT NULL AND {sooner} THEN h.ended.id ELSE {ended_by} END"
        ended_at = f"LEAST({ended_at}, t.begins)"
    if isinstance(shape.trigger, Gathers) and shape.trigger.counting == "occasions":
        fewer = shown_to_be_fewer(shape.trigger, preparing)
        said = kept("fewer_from", f"SELECT * FROM {mornings(f'SELECT it.last AS day FROM {fewer}', preparing)}", preparing)
        joins += f" LEFT JOIN {fewer} AS w ON w.child = s.child AND w.id = s.id LEFT JOIN {said} AS wb ON wb.day = w.it.last"
        over = "CASE WHEN wb.begins IS NOT NULL THEN GREATEST(wb.begins, s.seen_at) END"
        sooner = f"({over}) IS NOT NULL AND (({ended_at}) IS NULL OR ({over}) < ({ended_at}))"
        ended_by, ended_at = f"CASE WHEN {sooner} THEN w.it.id ELSE {ended_by} END", f"LEAST({ended_at}, {over})"
    return _found(began, joins, ended_at, ended_by, " AND ".join(where))


def _found(began: str, joins: str, ended_at: str, ended_by: str, where: str) -> str:
    return (
        f"SELECT s.child, {known_by('s')} AS known, s.seen_at AS raised_at, {ended_at} AS ended_at, "
        f"{ended_by} AS ended_by, s.exact "
        f"FROM {began} AS s JOIN person AS p ON p.id = s.child{joins} WHERE {where}"
    )


def _ended(events: tuple[Any, ...], began: str, preparing: Preparing) -> tuple[str, str, str]:
    """The first thing done about each, and when it is seen to have been."""
    if not events:
        return "", INSTANTS, "CAST(NULL AS VARCHAR)"
    met = kept("ended_worry", first(events, began, preparing), preparing)
    joins = f" LEFT JOIN {met} AS m ON m.n = s.n"
    return joins, "(CASE WHEN m.it.id IS NOT NULL THEN GREATEST(m.it.seen_at, s.seen_at) END)", "m.it.id"


def _on_its_day(shape: Happens | Fails) -> None:
    if moves(shape.trigger):
        raise CannotCompile("a worry counted from another day than that of its entry")
    if any(isinstance(node, Gathers) and node.counting == "occasions" and node is not shape.trigger for node in nodes(shape)):
        raise CannotCompile("reports that add up, among others")


def _fails(shape: Fails, preparing: Preparing) -> str:
    _on_its_day(shape)
    began = kept("starts_worry", starts(shape.trigger, preparing, carried(shape.ended_by)), preparing)
    joins, ended_at, ended_by = _ended(shape.ended_by, began, preparing)
    types = sorted(row[0] for row in preparing.machine.rows(f"SELECT DISTINCT type FROM {began}"))
    if not types:
        return _found(began, joins, ended_at, ended_by, "FALSE")
    each = []
    for type in types:
        asked = Asked(type, preparing, child="s.child", started=True)
        found = [answer(condition, asked) for condition in shape.wanted]
        fails = " OR ".join(f"(({one.unknown}) IS NULL AND NOT ({one.holds}))" for one in found)
        each.append(
            f"SELECT s.n FROM {began} AS s JOIN known_{type} AS e ON e.id = s.id JOIN person AS p ON p.id = s.child"
            f"{asked.joined()} WHERE {fails}"
        )
    failed = kept("failed_worry", " UNION ALL ".join(each), preparing)
    lived = f"({child_on('s.day')} OR {adult('s.day')})"
    return _found(began, joins, ended_at, ended_by, f"{lived} AND s.n IN (SELECT n FROM {failed})")


def _breached(shape: Breached, preparing: Preparing) -> str:
    each = [kept("breached", overdue(preparing.standards[id], preparing, shape.after), preparing) for id in shape.standards]
    return " UNION ALL ".join(f"SELECT * FROM {name}" for name in each)


def _any_shape(shape: AnyShape, preparing: Preparing) -> str:
    each = [kept("any_worry", _shape(one, preparing), preparing) for one in shape.shapes]
    return " UNION ALL ".join(f"SELECT {', '.join(FOUND)} FROM {name}" for name in each)


MEANINGS: dict[type[Any], Callable[[Any, Preparing], str]] = {
    Happens: _happens,
    Undone: lambda shape, preparing: overdue(as_standard(shape), preparing),
    Stale: lambda shape, preparing: overdue(as_standard(shape), preparing),
    Fails: _fails,
    Breached: _breached,
    AnyShape: _any_shape,
    Showing: lambda shape, preparing: _shape(shape.shape, preparing),  # what else is shown with it changes nothing that is asked
    Said: lambda shape, preparing: _shape(shape.shape, preparing),
}
