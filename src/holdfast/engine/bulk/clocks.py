"""From starts to clocks: what met each, what ended the need for it, and how it stands. One function for each kind of limit."""

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from holdfast.engine.bulk import before_and_after as _before_and_after
from holdfast.engine.bulk import conditions as _conditions
from holdfast.engine.bulk import guard
from holdfast.engine.bulk import texts as _texts
from holdfast.engine.bulk import workers as _workers
from holdfast.engine.bulk.answers import CLOCKS
from holdfast.engine.bulk.asking import Asked, CannotCompile, Preparing, answer, text
from holdfast.engine.bulk.before_and_after import prepared, shifted
from holdfast.engine.bulk.layout import INSTANT
from holdfast.engine.bulk.limits import day_table
from holdfast.engine.bulk.meeting import carried, first, last_of_all
from holdfast.engine.bulk.people import adult, nodes
from holdfast.engine.bulk.starting import known_by, span_table, starts, types_of
from holdfast.engine.reference import counting
from holdfast.engine.reference.life import MAJORITY
from holdfast.rules.standard import OF_THE_PARTNERSHIP, Standard
from holdfast.rules.trigger import Each, Either, ForEach, Gathers, Prepared, StateStarts

MADE_TABLE = pa.schema(
    [
        *(field for field in CLOCKS if field.name not in ("begun", "state")),
        ("exact", pa.bool_()),
        ("root", pa.string()),
        ("last", pa.date32()),
        ("met_at", INSTANT),
    ]
)
"""A clock as a query makes it, before anybody asks how it stands: with the first version and the day of the entry that started
it, and the instant of the one that met it, where it is known."""
MADE = tuple(MADE_TABLE.names)
NOTHING = f"SELECT {', '.join(MADE)} FROM nothing_made WHERE FALSE"
TIMED = "d.timed AND s.instant IS NULL"


@dataclass(frozen=True)
class Excuses:
    """What first ends the need for each clock: the joins it takes, the day, and the entry that did."""

    joins: str
    on: str
    by: str


def compiled(rule: Standard, preparing: Preparing) -> str:
    """A query for every clock of ``rule``. Raises :class:`CannotCompile`."""
    guard.check(rule)
    kind = KINDS.get(rule.limit.kind)
    if kind is None:
        raise CannotCompile(f"a limit of the kind {rule.limit.kind.replace('_', ' ')}")
    if rule.switch is not None and rule.switch.on_from is None:
        return NOTHING
    if rule.limit.kind == "max_interval" and not (rule.during is not None and isinstance(rule.trigger, StateStarts)):
        kind = after_trigger
    if rule.limit.kind == "max_after_trigger" and rule.changes and rule.during is not None:
        kind = KINDS["max_interval"]  # where another limit takes over, each thing done starts the next
    elif rule.limit.kind == "max_after_trigger" and rule.changes:
        kind = KINDS["taken_over"]
    elif rule.changes and kind is not KINDS["max_interval"]:
        raise CannotCompile("a limit that takes over after a single start")
    if rule.starts_after is not None and kind is not after_trigger:
        raise CannotCompile("a part of a state from which an interval runs")
    if isinstance(rule.trigger, Prepared) and kind is not after_trigger:
        raise CannotCompile("something prepared for what is not simply counted from a start")
    if rule.from_age is not None and kind is after_trigger:
        raise CannotCompile("an age from which a single start counts")
    if any(isinstance(node, Gathers) and node.counting == "occasions" for node in nodes(rule.trigger)):
        raise CannotCompile("reports of one event that start a clock")
    begins = (
        types_of(rule.trigger) if kind is not KINDS["max_interval"] or rule.during is None else types_of(StateStarts(rule.during))
    )
    if begins and begins.isdisjoint(preparing.snapshot.entries):
        return NOTHING  # nothing of a kind that could start it was ever recorded
    return kind(rule, preparing)


def slug(rule: Standard | str) -> str:
    """The rule's id as part of a table's name."""
    return (rule if isinstance(rule, str) else rule.id).lower().replace("-", "_")


def kept_starts(rule: Standard, preparing: Preparing, extra: str = "") -> tuple[str, str]:
    """The rule's starts and what it says of their days, each as a table."""
    events = rule.met_by + rule.excused_by + rule.broken_by + ((rule.trigger.by,) if isinstance(rule.trigger, Prepared) else ())
    table = f"starts_{slug(rule)}"
    found = starts(rule.trigger, preparing, carried(events), partnership=rule.scope in OF_THE_PARTNERSHIP)
    # Of what recurs each thing done starts the next: none that is read before it can meet that.
    follows = rule.limit.kind == "max_interval" and isinstance(rule.trigger, Each | Either)
    preparing.machine.keep(table, f"SELECT y.*, {'TRUE' if follows else 'FALSE'} AS follows FROM ({found}) AS y")
    return table, days_of(rule, table, preparing)


def days_of(rule: Standard, table: str, preparing: Preparing) -> str:
    """What the rule says of each day on which one of its clocks starts."""
    forced = "CASE WHEN instant IS NULL THEN day + 1 ELSE CAST(instant AS DATE) END"
    days = preparing.machine.rows(f"SELECT day FROM {table} UNION SELECT {forced} AS day FROM {table}")
    return day_table(rule, {day for (day,) in days}, preparing)


def excuses(rule: Standard, table: str, preparing: Preparing) -> Excuses:
    """Its own excuse, the end of the state it runs in, and the end of childhood, in that order where they fall together."""
    joins, found = "", list[tuple[str, str]]()
    if rule.excused_by:
        preparing.machine.keep(f"over_{slug(rule)}", first(rule.excused_by, table, preparing))
        joins += f" LEFT JOIN over_{slug(rule)} AS x ON x.n = s.n"
        found.append(("x.it.day", "x.it.id"))
    if rule.during is not None:
        span = span_table(rule.during, preparing)
        joins += (
            f" LEFT JOIN {span} AS h ON h.child = s.child AND h.start_day <= s.day AND (h.end_day IS NULL OR s.day < h.end_day)"
        )
        # A stretch that ended on the day the start began it held on no day, and yet it ended.
        over = "h0.start_day = s.day AND h0.end_day = s.day AND h0.started.id = s.id"
        joins += f" LEFT JOIN {span} AS h0 ON h0.child = s.child AND {over}"
        found.append(("COALESCE(h0.end_day, h.end_day)", "CASE WHEN h0.child IS NULL THEN h.ended.id ELSE h0.ended.id END"))
        if rule.stops_after is not None:
            stops = shifted(rule.stops_after, f"SELECT DISTINCT start_day FROM {span}", preparing)
            joins += f" LEFT JOIN {stops} AS st ON st.day = COALESCE(h0.start_day, h.start_day)"
            found.append(("st.other", "CAST(NULL AS VARCHAR)"))
    if not rule.outlives_childhood:
        young = f"NOT {adult('s.day')}"
        majority = f"p.y{MAJORITY}_last"
        found.append((f"(CASE WHEN {young} AND {majority} >= s.day THEN {majority} END)", "CAST(NULL AS VARCHAR)"))
        found.append((f"(CASE WHEN {young} AND p.died_last >= s.day THEN p.died_last END)", "p.died_id"))
    if not found:
        return Excuses(joins, "CAST(NULL AS DATE)", "CAST(NULL AS VARCHAR)")
    least = f"LEAST({', '.join(day for day, _ in found)})" if len(found) > 1 else found[0][0]
    by = "CASE " + " ".join(f"WHEN {day} = {least} THEN {by}" for day, by in found) + " END"
    return Excuses(joins, least, by)


def made(rule: Standard, columns: dict[str, str], source: str) -> str:
    """A query for clocks in the columns that all of them have. ``columns`` says those that are not as they start."""
    due_at = "CASE WHEN d.timed THEN COALESCE(s.instant, s.midnight) + d.seconds * INTERVAL 1 SECOND ELSE d.due_at END"
    warn = f"CASE WHEN d.timed THEN ({due_at}) - d.warn_seconds * INTERVAL 1 SECOND ELSE d.warn_at END"
    rough = " OR TRUE" if rule.limit.unit in counting.ROUGH else ""
    known = known_by("s") if isinstance(rule.trigger, ForEach) else "s.root"
    said = {
        "standard": text(rule.id),
        "child": "s.child",
        "trigger": "s.id",
        "key": f"concat({text(rule.id + '/')}, s.child, '/', {known})",
        "starts_day": "CASE WHEN NOT d.timed THEN s.day END",
        "starts_at": "CASE WHEN d.timed THEN COALESCE(s.instant, s.midnight) END",
        "due_day": "d.due_day",
        "due_at": due_at,
        "warn_at": warn,
        "met_by": "CAST(NULL AS VARCHAR)",
        "met_on": "CAST(NULL AS DATE)",
        "met_late": "FALSE",
        "excused_by": "CAST(NULL AS VARCHAR)",
        "excused_on": "CAST(NULL AS DATE)",
        "missing": "d.missing",
        "approximate": f"(NOT s.exact OR ({TIMED}){rough})",
        "gate": "FALSE",
        "broken_on": "CAST(NULL AS DATE)",
        "exact": "s.exact" if isinstance(rule.trigger, Gathers) else "s.first = s.last",
        "root": known,
        "last": "s.last",
        "met_at": "CAST(NULL AS TIMESTAMP)",
    } | columns
    force = "CASE WHEN NOT d.timed THEN s.day WHEN s.instant IS NULL THEN s.day + 1 ELSE CAST(s.instant AS DATE) END"
    listed = ", ".join(f"{said[name]} AS {name}" for name in MADE)
    return f"SELECT {listed} FROM {source} JOIN {{days}} AS fd ON fd.day = {force} WHERE fd.in_force"


def settled(met: str, over: Excuses, due_at: str, approximate: str) -> dict[str, str]:
    """What met it, or what ended the need for it, whichever came first."""
    counts = f"({met}.id IS NOT NULL AND (({over.on}) IS NULL OR {met}.day <= ({over.on})))"
    late = f"CASE WHEN d.due_day IS NOT NULL THEN {met}.first > d.due_day ELSE COALESCE({met}.start_at > ({due_at}), FALSE) END"
    untimed = f"(({due_at}) IS NOT NULL AND NOT {met}.timed)"
    return {
        "met_by": f"CASE WHEN {counts} THEN {met}.id END",
        "met_on": f"CASE WHEN {counts} THEN {met}.day END",
        "met_at": f"CASE WHEN {counts} THEN {met}.instant END",
        "met_late": f"(CASE WHEN {counts} THEN {late} ELSE FALSE END)",
        "excused_by": f"CASE WHEN NOT {counts} THEN ({over.by}) END",
        "excused_on": f"CASE WHEN NOT {counts} THEN ({over.on}) END",
        "approximate": f"({approximate} OR (CASE WHEN {counts} THEN NOT {met}.exact OR {untimed} ELSE FALSE END))",
    }


DUE_AT = "CASE WHEN d.timed THEN COALESCE(s.instant, s.midnight) + d.seconds * INTERVAL 1 SECOND ELSE d.due_at END"


def source(table: str, days: str, joins: str) -> str:
    """Starts with what is said of their day and who they are about."""
    return f"{table} AS s JOIN {days} AS d ON d.day = s.day JOIN person AS p ON p.id = s.child{joins}"


def after_trigger(rule: Standard, preparing: Preparing) -> str:
    """Something should follow each start within the limit."""
    table, days = kept_starts(rule, preparing)
    if rule.self_recording:
        return _self_recorded(rule, table, days)
    find = last_of_all if rule.all_of else first
    counted = _counting_from(rule, table, preparing)
    met = find(rule.met_by, counted, preparing, follows=rule.limit.kind == "max_interval")
    if isinstance(rule.trigger, Prepared):
        met = prepared(rule.trigger, table, met, preparing)
    preparing.machine.keep(f"met_{slug(rule)}", met)
    over = excuses(rule, table, preparing)
    rough = " OR TRUE" if rule.limit.unit in counting.ROUGH else ""
    columns = settled("m.it", over, DUE_AT, f"NOT s.exact OR ({TIMED}){rough}")
    joins = f" LEFT JOIN met_{slug(rule)} AS m ON m.n = s.n{over.joins}"
    return made(rule, columns, source(table, days, joins)).format(days=days)


def _counting_from(rule: Standard, table: str, preparing: Preparing) -> str:
    """From when on something done meets the clock: a milestone asks to look again once it is near."""
    if rule.starts_after is None:
        return table
    later = shifted(rule.starts_after, f"SELECT DISTINCT day FROM {table}", preparing)
    shifts = "COALESCE(b.other, s.day) AS day, CASE WHEN b.other IS NULL THEN s.instant END AS instant"
    joined = f"FROM {table} AS s LEFT JOIN {later} AS b ON b.day = s.day"
    preparing.machine.keep(f"again_{slug(rule)}", f"SELECT s.* EXCLUDE (day, instant), {shifts} {joined}")
    return f"again_{slug(rule)}"


def _self_recorded(rule: Standard, table: str, days: str) -> str:
    # Putting an entry right later does not make it late: it was on the record when it was first recorded.
    joins = " LEFT JOIN first_recorded AS w ON w.id = s.root"
    recorded, day = "COALESCE(w.recorded_at, s.recorded_at)", "COALESCE(w.recorded_day, s.recorded_day)"
    known = "d.missing IS NULL"
    late = f"CASE WHEN d.due_day IS NOT NULL THEN {day} > d.due_day ELSE {recorded} > ({DUE_AT}) END"
    columns = {
        "met_by": f"CASE WHEN {known} THEN s.id END",
        "met_on": f"CASE WHEN {known} THEN GREATEST({day}, s.day) END",
        "met_at": f"CASE WHEN {known} THEN s.instant END",
        "met_late": f"(CASE WHEN {known} THEN {late} ELSE FALSE END)",
    }
    return made(rule, columns, source(table, days, joins)).format(days=days)


def gate(rule: Standard, preparing: Preparing) -> str:
    """Something that has to be so before the event itself."""
    table, days = kept_starts(rule, preparing)
    answers = f"gate_{slug(rule)}"
    types = [row[0] for row in preparing.machine.rows(f"SELECT DISTINCT type FROM {table}")]
    if not types:
        return NOTHING
    preparing.machine.keep(answers, " UNION ALL ".join(_answers(rule, type, table, preparing) for type in sorted(types)))
    joins = f" JOIN {answers} AS g ON g.n = s.n"
    put_right, remedy, put_right_at = "CAST(NULL AS DATE)", "CAST(NULL AS VARCHAR)", "CAST(NULL AS TIMESTAMP)"
    if rule.met_by:
        preparing.machine.keep(f"met_{slug(rule)}", first(rule.met_by, table, preparing))
        joins += f" LEFT JOIN met_{slug(rule)} AS m ON m.n = s.n AND m.it.day <= d.remedy_until"
        put_right, remedy, put_right_at = "m.it.day", "m.it.id", "m.it.instant"
    columns = {
        "gate": "TRUE",
        "met_by": f"CASE WHEN g.fails THEN {remedy} WHEN g.unknown IS NULL THEN s.id END",
        "met_on": f"CASE WHEN g.fails THEN {put_right} WHEN g.unknown IS NULL THEN s.day END",
        "met_at": f"CASE WHEN g.fails THEN {put_right_at} WHEN g.unknown IS NULL THEN s.instant END",
        "met_late": f"(g.fails AND {put_right} IS NOT NULL)",
        "missing": "CASE WHEN NOT g.fails THEN g.unknown END",
    }
    return made(rule, columns, source(table, days, joins)).format(days=days)


def _answers(rule: Standard, type: str, table: str, preparing: Preparing) -> str:
    asked = Asked(type, preparing, child="s.child", started=True)
    found = [answer(condition, asked) for condition in rule.gate]
    fails = " OR ".join(f"(({each.unknown}) IS NULL AND NOT ({each.holds}))" for each in found)
    doubts = ", ".join(each.unknown for each in found)
    unknown = f"COALESCE({doubts})" if len(found) > 1 else doubts
    return (
        f"SELECT s.n, ({fails}) AS fails, {unknown} AS unknown FROM {table} AS s JOIN known_{type} AS e ON e.id = s.id "
        f"JOIN person AS p ON p.id = s.child{asked.joined()}"
    )


KINDS: dict[str, Callable[[Standard, Preparing], str]] = {
    "max_after_trigger": after_trigger,
    "max_duration": after_trigger,
    "milestone": after_trigger,
    "prerequisite": gate,
}

__all__ = ["_before_and_after", "_conditions", "_texts", "_workers", "compiled"]
