"""Entries that add up: so many in a sliding window, for everybody."""

from holdfast.engine.bulk.asking import Asked, CannotCompile, Preparing, certainly
from holdfast.engine.bulk.before_and_after import digest, shifted
from holdfast.engine.bulk.people import order
from holdfast.engine.bulk.starting import ENTRY, MEANINGS, carrying, entry_columns, own
from holdfast.engine.meeting import SPEAKING_FOR_OTHERS
from holdfast.standards.limits import Amount
from holdfast.standards.triggers import Gathers

UNITS = frozenset({"calendar_days", "weeks", "months", "working_days"})
KEYS = {
    "entries": "count(DISTINCT c.id)",
    "days": "count(DISTINCT c.last)",
    "workers": "count(DISTINCT c.worker)",
    "agencies": "count(DISTINCT c.agency)",
    "aspects": "array_length(list_distinct(flatten(list(c.aspects))))",
    "indicators": "sum(array_length(list_distinct(c.aspects)))",
}
"""What is counted of the entries in the window."""


def gathers(trigger: Gathers, preparing: Preparing, carry: object) -> str:
    """A query for the entry that reaches the number, each time it is reached."""
    wanted = ((trigger.counting, trigger.n), *trigger.also)
    units = {amount.unit for amount in (trigger.within, trigger.unless_within) if amount is not None}
    if trigger.across != "child" or any(key not in KEYS for key, _ in wanted) or not units <= UNITS:
        raise CannotCompile(f"entries that add up by {', '.join(key for key, _ in wanted)}")
    name = f"gathered_{digest(trigger)}"
    preparing.table(name, lambda: _counted(trigger, preparing))
    table = preparing.table(f"{name}_seen", lambda: _windows(trigger, name, preparing))
    enough = " AND ".join(f"COALESCE({KEYS[key]}, 0) >= {n}" for key, n in wanted)
    inside = f"c.child = s.child AND {order('c')} <= {order('s')} AND (s.opens IS NULL OR c.last > s.opens)"
    inside += " AND (s.emptied IS NULL OR c.last > s.emptied)"
    looked = (
        f"SELECT s.child, s.id, bool_and(c.exact) AS all_exact, bool_and(c.mine) AS all_mine, ({enough}) AS reached "
        f"FROM {table} AS s JOIN {name} AS c ON {inside} GROUP BY s.child, s.id"
    )
    so = "COALESCE(l.reached, FALSE) AND NOT s.answered"
    turns = "OVER (PARTITION BY s.child ORDER BY s.end_at, s.start_at, s.recorded_at, s.arrived, s.id)"
    told = (
        f"SELECT s.*, ({so}) AS enough, lag({so}) {turns} AS before, l.all_exact, l.all_mine "
        f"FROM {table} AS s LEFT JOIN ({looked}) AS l ON l.child = s.child AND l.id = s.id"
    )
    columns = ", ".join(f"t.{column}" for column in ("child", *ENTRY, "type"))
    first_so = "t.enough AND NOT COALESCE(t.before, FALSE) AND t.all_mine"
    found = f"SELECT {columns}, t.all_exact AS exact FROM ({told}) AS t WHERE {first_so}"
    types = {type for event in trigger.events for type in event.types}
    return carrying(found, types, preparing, carry)  # type: ignore[arg-type]


def _counted(trigger: Gathers, preparing: Preparing) -> str:
    """Every entry that counts, with what is counted of it, and whether it is the child's own."""
    types = sorted({type for event in trigger.events for type in event.types})
    each = []
    for type in types:
        asked = Asked(type, preparing)
        fits = " OR ".join(f"({certainly(event, asked)})" for event in trigger.events if type in event.types)
        worker, aspects = asked.shape("worker"), asked.shape("neglect")
        told = f"COALESCE(NULLIF({asked.one('worker')}, ''), e.recorder)" if worker is not None else "e.recorder"
        neglect = asked.listed("neglect") if aspects is not None else "CAST([] AS VARCHAR[])"
        agency = asked.join("all_workers", "{it}.id = e.recorder")
        each.append(
            f"SELECT e.child, {entry_columns('e', type)}, NULLIF({told}, '') AS worker, "
            f"NULLIF({agency}.organisation, '') AS agency, {neglect} AS aspects FROM each_{type} AS e "
            f"JOIN person AS p ON p.id = e.child{asked.joined()} WHERE {fits}"
        )
    every = " UNION ALL ".join(each)
    ours = f"SELECT child, id FROM ({own(every)}) AS o"
    return (
        f"SELECT a.*, m.id IS NOT NULL AS mine FROM ({every}) AS a LEFT JOIN ({ours}) AS m ON m.child = a.child AND m.id = a.id"
    )


def _windows(trigger: Gathers, counted: str, preparing: Preparing) -> str:
    """Every entry that counts, with how far back its window reaches and whether something has answered for it."""
    days = f"SELECT DISTINCT last FROM {counted}"
    within = shifted(Amount(-trigger.within.n, trigger.within.unit), days, preparing)
    found = f"SELECT c.*, w.other AS opens FROM {counted} AS c LEFT JOIN {within} AS w ON w.day = c.last"
    emptied = "CAST(NULL AS DATE)"
    if trigger.since:
        resets = _days_of(trigger.since, preparing)
        last = f"SELECT c.child, c.id, max(r.last) AS emptied FROM {counted} AS c JOIN ({resets}) AS r ON r.child = c.child "
        last += "AND r.last <= c.last GROUP BY c.child, c.id"
        found = f"SELECT f.*, z.emptied FROM ({found}) AS f LEFT JOIN ({last}) AS z ON z.child = f.child AND z.id = f.id"
    else:
        found = f"SELECT f.*, {emptied} AS emptied FROM ({found}) AS f"
    return _answered(trigger, found, counted, preparing)


def _answered(trigger: Gathers, found: str, counted: str, preparing: Preparing) -> str:
    if not trigger.unless:
        return f"SELECT g.*, FALSE AS answered FROM ({found}) AS g"
    done = _days_of(trigger.unless, preparing)
    back = "CAST(NULL AS DATE)"
    joins = ""
    if trigger.unless_within is not None:
        amount = Amount(-trigger.unless_within.n, trigger.unless_within.unit)
        joins = f" LEFT JOIN {shifted(amount, f'SELECT DISTINCT last FROM {counted}', preparing)} AS u ON u.day = c.last"
        back = "u.other"
    held = f"SELECT DISTINCT c.child, c.id FROM {counted} AS c{joins} JOIN ({done}) AS d ON d.child = c.child "
    held += f"AND ({back} IS NULL OR d.last > {back}) AND d.first <= c.last"
    same = "h.child = g.child AND h.id = g.id"
    return f"SELECT g.*, h.id IS NOT NULL AS answered FROM ({found}) AS g LEFT JOIN ({held}) AS h ON {same}"


def _days_of(events: object, preparing: Preparing) -> str:
    each = []
    for event in events:  # type: ignore[attr-defined]
        for type in event.types:
            if type in SPEAKING_FOR_OTHERS:
                raise CannotCompile(f"{type} counts wherever it was filed")
            asked = Asked(type, preparing)
            where = certainly(event, asked)
            told = f"each_{type} AS e JOIN person AS p ON p.id = e.child{asked.joined()}"
            each.append(f"SELECT e.child, e.first, e.last FROM {told} WHERE {where}")
    return " UNION ALL ".join(each)


MEANINGS[Gathers] = gathers
