"""Entries that add up: so many in a sliding window, for everybody."""

from collections.abc import Collection, Iterable

from holdfast.engine.bulk import guard, linked
from holdfast.engine.bulk.asking import Asked, CannotCompile, Preparing, answer, certainly
from holdfast.engine.bulk.before_and_after import digest, shifted
from holdfast.engine.bulk.people import order
from holdfast.engine.bulk.relatives import siblings
from holdfast.engine.bulk.senders import NOBODY, sender, source
from holdfast.engine.bulk.starting import ENTRY, MEANINGS, carrying, entry_columns, own
from holdfast.engine.reference.meeting import SPEAKING_FOR_OTHERS
from holdfast.rules.event import Event
from holdfast.rules.limit import Amount
from holdfast.rules.trigger import Gathers

guard.PARTS["Gathers"] |= {"only", "quiet"}
UNITS = frozenset({"calendar_days", "weeks", "months", "working_days"})
KEYS = {
    "entries": "count(DISTINCT c.id)",
    "days": "count(DISTINCT c.last)",
    "workers": "count(DISTINCT c.worker)",
    "agencies": "count(DISTINCT c.agency)",
    "senders": "count(DISTINCT c.sender)",
    "sources": "count(DISTINCT c.source)",
    "children": "count(DISTINCT c.owner)",
    "aspects": "array_length(list_distinct(flatten(list(c.aspects))))",
    "indicators": "sum(array_length(list_distinct(c.aspects)))",
    "occasions": "count(DISTINCT COALESCE(v.event, c.root))",
}
"""What is counted of the entries in the window."""
READ = "{0}.end_at, {0}.start_at, {0}.recorded_at, {0}.arrived, {0}.id"
MOST_TURNS = 5_000


def gathers(trigger: Gathers, preparing: Preparing, carry: object) -> str:
    """A query for the entry that reaches the number, each time it is reached."""
    found = reached(trigger, preparing)
    columns = ", ".join(f"t.{column}" for column in ("child", *ENTRY, "type"))
    types = {type for event in trigger.events for type in event.types}
    starts = f"SELECT {columns}, t.all_exact AS exact FROM {found} AS t WHERE t.all_mine"
    return carrying(starts, types, preparing, carry)  # type: ignore[arg-type]


def reached(trigger: Gathers, preparing: Preparing) -> str:
    """The table of the entries that reach the number, one for each time it is said."""
    name = f"gathered_{digest(trigger)}"
    return preparing.table(f"{name}_reached", lambda: _reached(trigger, name, preparing))


def _reached(trigger: Gathers, name: str, preparing: Preparing) -> str:
    wanted = ((trigger.counting, trigger.n), *trigger.also)
    units = {amount.unit for amount in (trigger.within, trigger.unless_within) if amount is not None}
    family = trigger.across == "family"
    if not units <= UNITS | {"hours"} or (family and {"indicators", "occasions"} & {key for key, _ in wanted}):
        raise CannotCompile(f"entries that add up by {', '.join(key for key, _ in wanted)}")
    preparing.table(name, lambda: _counted(trigger, preparing))
    table = preparing.table(f"{name}_seen", lambda: _windows(trigger, name, preparing))
    enough = " AND ".join(f"COALESCE({KEYS[key]}, 0) >= {n}" for key, n in wanted)
    joins = ""
    if any(key == "occasions" for key, _ in wanted):
        event = linked.by_day(table, preparing)
        joins = f" LEFT JOIN {event} AS v ON v.child = s.child AND v.told = s.last AND v.root = c.root"
    looked = (
        f"SELECT s.child, s.id, bool_and(c.exact) AS all_exact, bool_and(c.mine) AS all_mine, bool_or(c.owner = s.child) AS own, "
        f"({enough}) AS reached FROM {table} AS s JOIN {name} AS c ON {inside(trigger)}{joins} GROUP BY s.child, s.id"
    )
    so = "COALESCE(l.reached, FALSE) AND NOT s.answered AND s.allowed"
    turns = f"OVER (PARTITION BY s.child ORDER BY {READ.format('s')})"
    told = (
        f"SELECT s.*, ({so}) AS enough, lag({so}) {turns} AS before, l.all_exact, l.all_mine, l.own "
        f"FROM {table} AS s LEFT JOIN ({looked}) AS l ON l.child = s.child AND l.id = s.id"
    )
    rising = f"SELECT t.* FROM ({told}) AS t WHERE t.enough AND NOT COALESCE(t.before, FALSE) AND t.own"
    return rising if trigger.quiet is None else _said_again(rising, trigger.quiet, name, preparing)


def inside(trigger: Gathers) -> str:
    """Whether an entry ``c`` is in the window that ends with ``s``."""
    opens = "c.place >= s.since" if trigger.within.unit == "hours" else "(s.opens IS NULL OR c.last > s.opens)"
    return f"c.child = s.child AND {order('c')} <= {order('s')} AND {opens} AND (s.emptied IS NULL OR c.last > s.emptied)"


def _said_again(rising: str, quiet: Amount, name: str, preparing: Preparing) -> str:
    """Only what comes once so long has passed since it was last said."""
    machine = preparing.machine
    machine.keep(f"{name}_rising", rising)
    ends = shifted(quiet, f"SELECT DISTINCT last FROM {name}_rising", preparing)
    first = f"row_number() OVER (PARTITION BY r.child ORDER BY {READ.format('r')})"
    machine.keep(f"{name}_left", f"SELECT r.*, u.other AS until FROM {name}_rising AS r JOIN {ends} AS u ON u.day = r.last")
    machine.keep(f"{name}_said", f"SELECT * FROM {name}_left WHERE FALSE")
    for _ in range(MOST_TURNS):
        if not machine.rows(f"SELECT 1 FROM {name}_left LIMIT 1"):
            return f"SELECT * FROM {name}_said"
        placed = f"SELECT r.*, {first} AS turn FROM {name}_left AS r"
        machine.keep(f"{name}_turn", f"SELECT q.* EXCLUDE (turn) FROM ({placed}) AS q WHERE q.turn = 1")
        machine.add(f"{name}_said", f"SELECT * FROM {name}_turn")
        later = f"{order('r')} > {order('s')} AND r.last >= s.until"
        machine.keep(f"{name}_left", f"SELECT r.* FROM {name}_left AS r JOIN {name}_turn AS s ON s.child = r.child AND {later}")
    raise CannotCompile("entries that add up too often")


def _counted(trigger: Gathers, preparing: Preparing) -> str:
    """Every entry that counts, with what is counted of it, whose it is, and whether it is the child's own."""
    keys = {trigger.counting, *(key for key, _ in trigger.also)}
    types = sorted({type for event in trigger.events for type in event.types})
    every = " UNION ALL ".join(_counted_of(trigger, type, keys, preparing) for type in types)
    if trigger.across == "family":
        alone = f"SELECT child, child AS life FROM (SELECT DISTINCT child FROM ({every}) AS x) AS y"
        family = f"{alone} UNION ALL SELECT child, sibling AS life FROM {siblings(preparing)}"
        theirs = f"FROM ({family}) AS f JOIN ({every}) AS e ON e.child = f.life"
        every = f"SELECT f.child, e.* EXCLUDE (child), e.child AS owner {theirs}"
    else:
        every = f"SELECT e.*, e.child AS owner FROM ({every}) AS e"
    ours = f"SELECT DISTINCT child, id FROM ({own(every)}) AS o"
    place = f"dense_rank() OVER (PARTITION BY a.child ORDER BY {READ.format('a')}) AS place"
    return (
        f"SELECT a.*, {place}, m.id IS NOT NULL AS mine FROM ({every}) AS a "
        f"LEFT JOIN ({ours}) AS m ON m.child = a.child AND m.id = a.id"
    )


def _counted_of(trigger: Gathers, type: str, keys: Collection[str], preparing: Preparing) -> str:
    asked = Asked(type, preparing)
    fits = " OR ".join(f"({certainly(event, asked)})" for event in trigger.events if type in event.types)
    worker, aspects = asked.shape("worker"), asked.shape("neglect")
    told = f"COALESCE(NULLIF({asked.one('worker')}, ''), e.recorder)" if worker is not None else "e.recorder"
    neglect = asked.listed("neglect") if aspects is not None else "CAST([] AS VARCHAR[])"
    agency = asked.join("all_workers", "{it}.id = e.recorder")
    sent = sender(asked) if "senders" in keys else NOBODY
    whose = source(asked) if "sources" in keys else NOBODY
    return (
        f"SELECT e.child, {entry_columns('e', type)}, NULLIF({told}, '') AS worker, {sent} AS sender, {whose} AS source, "
        f"NULLIF({agency}.organisation, '') AS agency, {neglect} AS aspects FROM each_{type} AS e "
        f"JOIN person AS p ON p.id = e.child{asked.joined()} WHERE {fits}"
    )


def _windows(trigger: Gathers, counted: str, preparing: Preparing) -> str:
    """Every entry that counts, with how far back its window reaches and whether something has answered for it."""
    copies = f"SELECT c.*, row_number() OVER (PARTITION BY c.child, c.id ORDER BY c.owner) AS copy FROM {counted} AS c"
    once = f"SELECT q.* FROM ({copies}) AS q WHERE q.copy = 1"
    if trigger.within.unit == "hours":
        found = _hours(once, trigger.within.n, counted)
    else:
        within = shifted(Amount(-trigger.within.n, trigger.within.unit), f"SELECT DISTINCT last FROM {counted}", preparing)
        found = f"SELECT c.*, w.other AS opens FROM ({once}) AS c LEFT JOIN {within} AS w ON w.day = c.last"
    if trigger.since:
        resets = _days_of(trigger.since, preparing)
        last = f"SELECT c.child, c.id, max(r.last) AS emptied FROM {counted} AS c JOIN ({resets}) AS r ON r.child = c.child "
        last += "AND r.last <= c.last GROUP BY c.child, c.id"
        found = f"SELECT f.*, z.emptied FROM ({found}) AS f LEFT JOIN ({last}) AS z ON z.child = f.child AND z.id = f.id"
    else:
        found = f"SELECT f.*, CAST(NULL AS DATE) AS emptied FROM ({found}) AS f"
    return _allowed(trigger, _answered(trigger, found, counted, preparing), preparing)


def _hours(once: str, hours: int, counted: str) -> str:
    """The place of the first entry in each window: hours are told by the clock where both times are known, otherwise by the
    day. What has once fallen out of a window stays out."""
    days = max(1, hours // 24)
    by_clock = f"s.instant - c.instant >= INTERVAL {hours} HOUR"
    too_old = f"CASE WHEN s.instant IS NOT NULL AND c.instant IS NOT NULL THEN {by_clock} ELSE c.last <= s.last - {days} END"
    near = f"c.child = s.child AND c.place <= s.place AND NOT ({too_old})"
    first = f"SELECT s.child, s.id, min(c.place) AS since FROM ({once}) AS s JOIN {counted} AS c ON {near} GROUP BY s.child, s.id"
    over = "OVER (PARTITION BY s.child ORDER BY s.place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)"
    return f"SELECT s.*, max(f.since) {over} AS since FROM ({once}) AS s JOIN ({first}) AS f ON f.child = s.child AND f.id = s.id"


def _allowed(trigger: Gathers, found: str, preparing: Preparing) -> str:
    """Whether the entry that makes it so passes what is asked of it."""
    if not trigger.only:
        return f"SELECT g.*, TRUE AS allowed FROM ({found}) AS g"
    each = []
    for type in sorted({type for event in trigger.events for type in event.types}):
        asked = Asked(type, preparing)
        passes = " AND ".join(f"({answer(condition, asked).certain})" for condition in trigger.only)
        told = f"each_{type} AS e JOIN person AS p ON p.id = e.child{asked.joined()}"
        each.append(f"SELECT e.child, e.id FROM {told} WHERE {passes}")
    same = "h.child = g.child AND h.id = g.id"
    return f"SELECT g.*, h.id IS NOT NULL AS allowed FROM ({found}) AS g LEFT JOIN ({' UNION ALL '.join(each)}) AS h ON {same}"


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


def _days_of(events: Iterable[Event], preparing: Preparing) -> str:
    each = []
    for event in events:
        for type in event.types:
            if type in SPEAKING_FOR_OTHERS:
                raise CannotCompile(f"{type} counts wherever it was filed")
            asked = Asked(type, preparing)
            where = certainly(event, asked)
            told = f"each_{type} AS e JOIN person AS p ON p.id = e.child{asked.joined()}"
            each.append(f"SELECT e.child, e.first, e.last FROM {told} WHERE {where}")
    return " UNION ALL ".join(each)


def shown_to_be_fewer(trigger: Gathers, preparing: Preparing) -> str:
    """The table of what first showed, after each start, that fewer events were reported: child, start, day and entry."""

    def make() -> str:
        name, found = f"gathered_{digest(trigger)}", reached(trigger, preparing)
        said, event = linked.said(preparing), linked.by_turn(found, preparing)
        counted = (
            f"SELECT s.child, s.id, k.place, k.last, k.id AS by, count(DISTINCT COALESCE(v.event, c.root)) AS n "
            f"FROM {found} AS s JOIN {said} AS k ON k.child = s.child AND k.first > s.last JOIN {name} AS c ON {inside(trigger)} "
            f"LEFT JOIN {event} AS v ON v.child = s.child AND v.told = k.place AND v.root = c.root "
            "GROUP BY s.child, s.id, k.place, k.last, k.id"
        )
        first = "arg_min(struct_pack(last := w.last, id := w.by), w.place)"
        return f"SELECT w.child, w.id, {first} AS it FROM ({counted}) AS w WHERE w.n < {trigger.n} GROUP BY w.child, w.id"

    return preparing.table(f"fewer_{digest(trigger)}", make)


MEANINGS[Gathers] = gathers
