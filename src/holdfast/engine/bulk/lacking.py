"""What was lacking as something happened, and what stands while something is so: further shapes of a worry, for everybody."""

from collections.abc import Iterable
from datetime import date

import pyarrow as pa

from holdfast.engine.bulk import guard, worries
from holdfast.engine.bulk.asking import Asked, CannotCompile, Preparing, answer
from holdfast.engine.bulk.before_and_after import digest, shifted
from holdfast.engine.bulk.histories import back, every
from holdfast.engine.bulk.layout import INSTANT, utc
from holdfast.engine.bulk.meeting import beside, carried
from holdfast.engine.bulk.people import adult, child_on, order
from holdfast.engine.bulk.starting import known_by, moves, span_table, starts
from holdfast.engine.reference.counting import add
from holdfast.engine.reference.tracks import PARTNERSHIP
from holdfast.kernel.when import start_of_day
from holdfast.rules.conditions import IsTrigger
from holdfast.rules.event import Event
from holdfast.rules.shapes import Lacks, Stands

guard.PARTS |= {
    "Lacks": frozenset({"trigger", "needs", "opened_by", "within", "grace", "excused_by"}),
    "Stands": frozenset({"after", "so", "during"}),
}  # fmt: skip
NO_DAY, NO_AT = "CAST(NULL AS DATE)", "CAST(NULL AS TIMESTAMP)"


def _lacks(shape: Lacks, preparing: Preparing) -> str:
    if moves(shape.trigger):
        raise CannotCompile("what was lacking on another day than that of an entry")
    name, machine = f"lacks_{digest(shape)}", preparing.machine
    carry = carried((*shape.opened_by, *shape.excused_by, *(event for need in shape.needs for event in need)))
    machine.keep(name, starts(shape.trigger, preparing, carry))
    _opening(shape, name, preparing)
    ready = _ready(shape, name, preparing)
    joins, done = "", []
    for number, need in enumerate((*shape.needs, *([shape.excused_by] if shape.excused_by else []))):
        machine.keep(f"{name}_{number}", _first(need, f"{name}_open", preparing))
        joins += f" LEFT JOIN {name}_{number} AS d{number} ON d{number}.n = s.n"
        done.append(f"d{number}")
    needs = done[: len(shape.needs)]
    at = f"GREATEST({', '.join(f'{each}.it.seen_at' for each in needs)})" if len(needs) > 1 else f"{needs[0]}.it.seen_at"
    whole = " AND ".join(f"{each}.it.id IS NOT NULL" for each in needs)
    over = f"CASE WHEN {whole} THEN {at} END"
    by = "CASE " + " ".join(f"WHEN {each}.it.seen_at = {at} THEN {each}.it.id" for each in needs) + " END"
    if shape.excused_by:
        sooner = f"({over}) IS NOT NULL AND (d{len(needs)}.it.seen_at IS NULL OR ({over}) <= d{len(needs)}.it.seen_at)"
        by, over = f"CASE WHEN {sooner} THEN {by} ELSE d{len(needs)}.it.id END", f"LEAST({over}, d{len(needs)}.it.seen_at)"
    lived = f"({child_on('s.day')} OR {adult('s.day')})"
    found = f"{name}_open AS s JOIN person AS p ON p.id = s.child{ready[0]}{joins}"
    told = f"{ready[1]} AS raised_at, {over} AS ended_at, {by} AS ended_by, s.exact FROM {found}"
    late = f"SELECT l.* FROM (SELECT s.child, {known_by('s')} AS known, {told} WHERE {lived}) AS l WHERE l.raised_at IS NOT NULL"
    return (
        "SELECT m.child, m.known, m.raised_at, m.ended_at, CASE WHEN m.ended_at IS NOT NULL THEN m.ended_by END AS ended_by, "
        f"m.exact FROM ({late}) AS m WHERE m.ended_at IS NULL OR m.ended_at > m.raised_at"
    )


def _ready(shape: Lacks, name: str, preparing: Preparing) -> tuple[str, str]:
    """From when it worries: as it happens, or from the morning after the days of grace."""
    if shape.grace is None:
        return "", "s.seen_at"
    rows = []
    for (day,) in preparing.machine.rows(f"SELECT DISTINCT day FROM {name}"):
        last = add(day, shape.grace)
        if isinstance(last, date):
            rows.append({"day": day, "begins": utc(start_of_day(date.fromordinal(last.toordinal() + 1)))})
    schema = pa.schema([("day", pa.date32()), ("begins", INSTANT)])
    preparing.machine.put(f"{name}_ready", pa.Table.from_pylist(rows, schema=schema))
    return f" LEFT JOIN {name}_ready AS r ON r.day = s.day", "r.begins"


def _opening(shape: Lacks, name: str, preparing: Preparing) -> None:
    """The starts with the day, and the time where it is known, from which something done counts."""
    machine = preparing.machine
    machine.keep(
        f"{name}_open",
        f"SELECT s.*, {NO_DAY} AS open_day, {NO_AT} AS open_at, {order('s')} AS turn FROM {name} AS s",
    )
    for number, event in enumerate(shape.opened_by):
        told = f"s.n, e.last, e.instant, {order('e')} AS read"
        when, table = [f"{order('e')} < s.turn"], f"{name}_open"
        each = [query for type in event.types for query in beside(event, type, table, preparing, told, when)]
        if not each:
            continue
        latest = "SELECT f.n, arg_max(struct_pack(last := f.last, instant := f.instant, read := f.read), f.read) AS it "
        machine.keep(f"{name}_opening_{number}", f"{latest}FROM ({' UNION ALL '.join(each)}) AS f GROUP BY f.n")
        kept = "CASE WHEN o.n IS NULL THEN s.{0} ELSE o.it.{1} END AS {0}"
        parts = ", ".join(kept.format(*pair) for pair in (("open_day", "last"), ("open_at", "instant"), ("turn", "read")))
        joined = f"FROM {name}_open AS s LEFT JOIN {name}_opening_{number} AS o ON o.n = s.n"
        machine.keep(f"{name}_open", f"SELECT s.* EXCLUDE (open_day, open_at, turn), {parts} {joined}")
    if shape.within is not None:
        since = shifted(back(shape.within), f"SELECT DISTINCT day FROM {name}", preparing)
        own = "s.open_day IS NOT NULL AND (b.other IS NULL OR s.open_day >= b.other)"
        parts = f"CASE WHEN {own} THEN s.open_day ELSE b.other END AS open_day, CASE WHEN {own} THEN s.open_at END AS open_at"
        joined = f"FROM {name}_open AS s LEFT JOIN {since} AS b ON b.day = s.day"
        machine.keep(f"{name}_open", f"SELECT s.* EXCLUDE (open_day, open_at), {parts} {joined}")


def _first(events: Iterable[Event], table: str, preparing: Preparing) -> str:
    """The earliest entry of the events since the opening: ``n`` of the start, and ``it``."""
    timed = "e.instant IS NOT NULL AND s.open_at IS NOT NULL"
    after = f"s.open_day IS NULL OR (CASE WHEN {timed} THEN e.instant >= s.open_at ELSE e.last >= s.open_day END)"
    each: list[str] = []
    for event in events:
        when = [after] if IsTrigger() in event.where else [after, "e.id <> s.id"]
        for type in event.types:
            each += beside(event, type, table, preparing, f"s.n, e.id, e.seen_at, {order('e')} AS read", when)
    found = " UNION ALL ".join(each) or f"SELECT n, id, seen_at, {order('s')} AS read FROM {table} AS s WHERE FALSE"
    earliest = "struct_pack(seen_at := f.seen_at, read := f.read)"
    it = f"arg_min(struct_pack(id := f.id, seen_at := f.seen_at), {earliest})"
    return f"SELECT f.n, {it} AS it FROM ({found}) AS f GROUP BY f.n"


def _stands(shape: Stands, preparing: Preparing) -> str:
    """Looked at after each day on which one of these happened: by that day's last entry."""
    name, machine = f"stands_{digest(shape)}", preparing.machine
    place = f"row_number() OVER (PARTITION BY q.child, q.last ORDER BY {_READ})"
    whole = f"SELECT q.*, {place} AS place FROM ({every(shape.after, preparing)}) AS q WHERE q.child <> '{PARTNERSHIP}'"
    machine.keep(f"{name}_days", f"SELECT d.* FROM ({whole}) AS d WHERE d.place = 1")
    types = sorted({type for event in shape.after for type in event.types})
    machine.keep(name, " UNION ALL ".join(_stood(shape, type, f"{name}_days", preparing) for type in types))
    over = "OVER (PARTITION BY t.child ORDER BY t.last)"
    turns = f"SELECT t.*, lag(t.so) {over} AS before FROM {name} AS t"
    changed = f"SELECT c.* FROM ({turns}) AS c WHERE c.so <> COALESCE(c.before, FALSE)"
    paired = f"SELECT t.*, lead(t.seen_at) {over} AS over_at, lead(t.id) {over} AS over_by FROM ({changed}) AS t"
    ended, by, joins = "w.over_at", "w.over_by", ""
    if shape.during is not None:
        span = span_table(shape.during, preparing)
        begin = f"SELECT * FROM {worries.mornings(f'SELECT end_day FROM {span}', preparing)}"
        mornings = worries.kept("mornings", begin, preparing)
        held = "h.child = w.child AND h.start_day <= w.last AND (h.end_day IS NULL OR w.last < h.end_day)"
        joins = f" LEFT JOIN {span} AS h ON {held} LEFT JOIN {mornings} AS t ON t.day = h.end_day"
        ended = "COALESCE(w.over_at, t.begins)"
        by = "CASE WHEN w.over_at IS NOT NULL THEN w.over_by WHEN t.begins IS NOT NULL THEN h.ended.id END"
    return (
        f"SELECT w.child, w.root AS known, w.seen_at AS raised_at, {ended} AS ended_at, {by} AS ended_by, w.exact "
        f"FROM ({paired}) AS w{joins} WHERE w.so"
    )


_READ = "q.end_at DESC, q.start_at DESC, q.recorded_at DESC, q.arrived DESC, q.id DESC"


def _stood(shape: Stands, type: str, days: str, preparing: Preparing) -> str:
    """Whether it was so after each day that ended with an entry of one type."""
    asked = Asked(type, preparing, child="s.child", started=True)
    parts = [child_on("s.last"), *(answer(each, asked).certain for each in shape.so)]
    joins = ""
    if shape.during is not None:
        held = "h.child = s.child AND h.start_day <= s.last AND (h.end_day IS NULL OR s.last < h.end_day)"
        joins = f" LEFT JOIN {span_table(shape.during, preparing)} AS h ON {held}"
        parts.append("h.child IS NOT NULL")
    so = " AND ".join(f"({part})" for part in parts)
    return (
        f"SELECT s.child, s.id, s.root, s.last, s.seen_at, s.exact, COALESCE({so}, FALSE) AS so FROM {days} AS s "
        f"JOIN known_{type} AS e ON e.id = s.id JOIN person AS p ON p.id = s.child{joins}{asked.joined()} WHERE s.type = '{type}'"
    )


worries.MEANINGS |= {Lacks: _lacks, Stands: _stands}
