"""What starts clocks, and the states that last: the same triggers and states as one life's, for everybody."""

from collections.abc import Callable, Iterable
from typing import Any

from holdfast.engine.bulk.asking import FALSE, TRUE, Answer, Asked, CannotCompile, Preparing, certainly, meaning, text
from holdfast.engine.bulk.people import adult, nodes, order
from holdfast.engine.reference.tracks import PARTNERSHIP
from holdfast.rules import conditions as c
from holdfast.rules.event import Event, State
from holdfast.rules.trigger import Each, Either, ForEach, Gathers, Only, Prepared, StateEnds, StateStarts, Trigger

ENTRY = (
    "id", "root", "first", "last", "start_at", "end_at", "instant", "seen_at", "midnight", "recorded_at", "recorded_day",
    "arrived", "about",
)  # fmt: skip
"""What is carried of an entry that starts, ends or meets something."""
NEVER = "DATE '9999-12-31'"
_LINKS = (c.RefersTo, c.RefersToSame, c.RefersToEither, c.SameAs, c.NamesSubject, c.IsTrigger)


def entry_columns(alias: str, type: str | None = None) -> str:
    """The columns of :data:`ENTRY`, with the type and whether the day is exact."""
    kind = f"'{type}'" if type else f"{alias}.type"
    exact = f"{alias}.first = {alias}.last" if type else f"{alias}.exact"
    return ", ".join(f"{alias}.{name}" for name in ENTRY) + f", {kind} AS type, {exact} AS exact"


def packed(alias: str) -> str:
    """The same as one value."""
    return "struct_pack(" + ", ".join(f"{name} := {alias}.{name}" for name in (*ENTRY, "type", "exact")) + ")"


def unpacked(value: str) -> str:
    """The columns again."""
    return ", ".join(f"{value}.{name} AS {name}" for name in (*ENTRY, "type", "exact"))


def span_table(state: State, preparing: Preparing) -> str:
    """Every stretch of a state, for everybody: child, started (an entry), start_day, ended (an entry, or none), end_day."""
    name = f"span_{state.id}"
    if name not in preparing.made:
        if state.any_of:
            for each in state.any_of:
                span_table(each, preparing)
        else:
            _refuse_links(state.starts + state.ends)
            marks = preparing.table(f"mark_{state.id}", lambda: _marks(state, preparing))
            if not state.restarts and preparing.machine.rows(f"SELECT 1 FROM {marks} WHERE begins AND ends LIMIT 1"):
                raise CannotCompile(f"an entry both starts and ends {state.title}")
    return preparing.table(name, lambda: _joined(state) if state.any_of else _folded(state))


def _refuse_links(events: Iterable[Event]) -> None:
    for node in nodes(tuple(events)):
        if isinstance(node, _LINKS):
            raise CannotCompile(f"a state that asks {type(node).__name__}")


def _marks(state: State, preparing: Preparing) -> str:
    types = sorted({each for event in state.starts + state.ends for each in event.types})
    return " UNION ALL ".join(f"SELECT * FROM ({_marks_of(state, type, preparing)}) WHERE begins OR ends" for type in types)


def _marks_of(state: State, type: str, preparing: Preparing) -> str:
    asked = Asked(type, preparing)
    flags = []
    for events in (state.starts, state.ends):
        fits = [f"({certainly(event, asked)})" for event in events if type in event.types]
        flags.append(" OR ".join(fits) or "FALSE")
    return (
        f"SELECT e.child, {entry_columns('e', type)}, ({flags[0]}) AS begins, ({flags[1]}) AS ends "
        f"FROM each_{type} AS e JOIN person AS p ON p.id = e.child{asked.joined()}"
    )


def _folded(state: State) -> str:
    if state.restarts:
        return _restarting(state)
    # On one day the conference decides before the plan's own entry says so.
    over = f"OVER (PARTITION BY m.child ORDER BY {READING})"
    kept = f"SELECT m.*, lag(m.begins) {over} AS before FROM mark_{state.id} AS m"
    turns = f"SELECT * FROM ({kept}) AS k WHERE k.begins <> COALESCE(k.before, FALSE)"
    paired = f"SELECT m.child, m.begins, {packed('m')} AS started, lead({packed('m')}) {over} AS ended FROM ({turns}) AS m"
    return (
        "SELECT child, started, started.last AS start_day, ended, "
        f"CASE WHEN ended IS NOT NULL THEN GREATEST(ended.last, started.last) END AS end_day FROM ({paired}) AS q WHERE begins"
    )


READING = "m.last, (m.instant IS NULL AND m.type <> 'conference_held'), m.end_at, m.start_at, m.recorded_at, m.arrived, m.id"


def _restarting(state: State) -> str:
    """A state that one entry may end and begin again: each entry that ends it closes what runs, each that begins it opens it
    where nothing runs any more."""
    over = f"OVER (PARTITION BY m.child ORDER BY {READING})"
    # What runs before an entry is said by the last one before it: beginning or both leave it running, ending alone does not.
    kept = f"SELECT m.*, lag(m.begins) {over} AS running FROM mark_{state.id} AS m"
    turns = "SELECT k.* FROM ({0}) AS k WHERE (k.begins AND (k.ends OR NOT COALESCE(k.running, FALSE))) OR (k.ends AND k.running)"
    following = f"lead({packed('m')}) {over}"
    paired = f"SELECT m.child, m.begins, {packed('m')} AS started, {following} AS ended FROM ({turns.format(kept)}) AS m"
    return (
        "SELECT child, started, started.last AS start_day, ended, "
        f"CASE WHEN ended IS NOT NULL THEN GREATEST(ended.last, started.last) END AS end_day FROM ({paired}) AS q WHERE begins"
    )


def _joined(state: State) -> str:
    parts = " UNION ALL ".join(
        f"SELECT child, {place} AS place, started, start_day, ended, end_day FROM span_{each.id}"
        for place, each in enumerate(state.any_of)
    )
    read = "OVER (PARTITION BY a.child ORDER BY a.start_day, a.place, a.started.end_at, a.started.id)"
    numbered = f"SELECT a.*, row_number() {read} AS turn, COALESCE(a.end_day, {NEVER}) AS until FROM ({parts}) AS a"
    so_far = "OVER (PARTITION BY b.child ORDER BY b.turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)"
    reached = f"SELECT b.*, max(b.until) {so_far} AS reach FROM ({numbered}) AS b"
    new = "CASE WHEN c.reach IS NULL OR c.start_day > c.reach THEN 1 ELSE 0 END"
    islands = f"SELECT c.*, sum({new}) OVER (PARTITION BY c.child ORDER BY c.turn) AS island FROM ({reached}) AS c"
    topped = f"SELECT d.*, max(d.until) OVER (PARTITION BY d.child, d.island) AS top FROM ({islands}) AS d"
    ending = "struct_pack(ended := f.ended, end_day := f.end_day)"
    grouped = (
        f"SELECT f.child, arg_min(f.started, f.turn) AS started, min(f.start_day) AS start_day, "
        f"arg_min({ending}, f.turn) FILTER (WHERE f.until = f.top) AS last_part FROM ({topped}) AS f GROUP BY f.child, f.island"
    )
    return f"SELECT child, started, start_day, last_part.ended AS ended, last_part.end_day AS end_day FROM ({grouped}) AS g"


def starts(trigger: Trigger, preparing: Preparing, carry: Callable[[Asked], str], *, partnership: bool = False) -> str:
    """A query for the starts of everybody's own clocks: the columns of the entry, ``day``, and what ``carry`` adds of the
    starting entry's own fields. What is about nobody in particular is left out, unless it may be the ``partnership``'s."""
    every = MEANINGS.get(type(trigger))
    if every is None:
        raise CannotCompile(f"the trigger {type(trigger).__name__}")
    found = every(trigger, preparing, carry)
    theirs = partnership or preparing.partnership
    begun = own(found if theirs else f"SELECT z.* FROM ({found}) AS z WHERE z.child <> '{PARTNERSHIP}'", moves(trigger))
    # Whom each of several starts is for, where the same entry starts one for each of several people.
    return begun if isinstance(trigger, ForEach) else f"SELECT w.*, CAST(NULL AS VARCHAR) AS subject FROM ({begun}) AS w"


def moves(trigger: Trigger) -> bool:
    """Whether a start counts from another day than that of its entry: then its query says so in ``moved``."""
    own = _moved(trigger)
    if not own and any(_moved(node) for node in nodes(trigger)):
        raise CannotCompile("a start counted from another day, among others")
    return own


def _moved(node: Any) -> bool:
    return type(node) in MOVED or (isinstance(node, Each) and node.counted_from is not None)


def known_by(alias: str) -> str:
    """What a start is known by: the id its entry keeps, and whom it is for."""
    return f"concat({alias}.root, CASE WHEN {alias}.subject IS NULL THEN '' ELSE concat('/', {alias}.subject) END)"


def carrying(query: str, types: Iterable[str], preparing: Preparing, carry: Callable[[Asked], str]) -> str:
    """Starts with what ``carry`` adds of the starting entries, which may be of several types."""
    each = []
    for type in sorted(types):
        asked = Asked(type, preparing)
        added = carry(asked)
        if not added:
            return query
        each.append(
            f"SELECT q.*{added} FROM ({query}) AS q JOIN known_{type} AS e ON e.id = q.id{asked.joined()} WHERE q.type = '{type}'"
        )
    return " UNION ALL ".join(each)


def types_of(trigger: Trigger) -> set[str]:
    """The types of entry that a trigger can start from."""
    match trigger:
        case Prepared() | Only():
            return types_of(trigger.trigger)
        case Each():
            return set(trigger.event.types)
        case Gathers():
            return {type for event in trigger.events for type in event.types}
        case StateStarts() | StateEnds():
            return {
                type for state in (trigger.state, *trigger.state.any_of) for e in state.starts + state.ends for type in e.types
            }
        case Either():
            return {type for each in trigger.triggers for type in types_of(each)}
    return TYPES[type(trigger)](trigger) if type(trigger) in TYPES else set()


def own(query: str, moved: bool = False) -> str:
    """An entry about children and adults starts the children's clocks only; an adult has one where it is about adults
    alone."""
    told = f"SELECT a.*, {adult('a.last')} AS adult FROM ({query}) AS a JOIN person AS p ON p.id = a.child"
    people = f"SELECT DISTINCT id, last, UNNEST(about) AS who FROM ({told}) AS b WHERE b.adult"
    with_children = f"SELECT DISTINCT c.id FROM ({people}) AS c JOIN person AS p ON p.id = c.who WHERE NOT {adult('c.last')}"
    numbered = f"SELECT d.* FROM ({told}) AS d LEFT JOIN ({with_children}) AS w ON w.id = d.id WHERE NOT d.adult OR w.id IS NULL"
    return f"SELECT row_number() OVER () AS n, f.*, {'f.moved' if moved else 'f.last'} AS day FROM ({numbered}) AS f"


def _each(trigger: Each, preparing: Preparing, carry: Callable[[Asked], str]) -> str:
    if trigger.counted_from is not None:
        raise CannotCompile("a start counted from an earlier entry")
    return fitting(trigger.event, preparing, carry)


def fitting(event: Event, preparing: Preparing, carry: Callable[[Asked], str]) -> str:
    """A query for the entries, by the child they are about, that certainly are what the event means."""
    found = []
    for type in event.types:
        asked = Asked(type, preparing)
        where = certainly(event, asked)
        carried = carry(asked)
        found.append(
            f"SELECT e.child, {entry_columns('e', type)}{carried} FROM each_{type} AS e "
            f"JOIN person AS p ON p.id = e.child{asked.joined()}" + ("" if where == TRUE else f" WHERE {where}")
        )
    return " UNION ALL ".join(found)


TYPES: dict[type[Any], Callable[[Any], set[str]]] = {}
"""The types of entry that further triggers can start from."""
MOVED: set[type[Any]] = set()
"""Triggers whose starts count from another day than that of their entry."""


def _of_state(state: State, what: str, preparing: Preparing, carry: Callable[[Asked], str]) -> str:
    table = span_table(state, preparing)
    found = f"SELECT child, {unpacked(what)} FROM {table} WHERE {what} IS NOT NULL"
    return carrying(found, types_of(StateStarts(state)), preparing, carry)


def _either(trigger: Either, preparing: Preparing, carry: Callable[[Asked], str]) -> str:
    queries = []
    for each in trigger.triggers:
        found = MEANINGS.get(type(each))
        if found is None:
            raise CannotCompile(f"the trigger {type(each).__name__}")
        queries.append(found(each, preparing, lambda asked: ""))
    every = " UNION ALL ".join(f"SELECT * FROM ({query}) AS q" for query in queries)
    numbered = f"SELECT u.*, row_number() OVER (PARTITION BY u.child, u.id ORDER BY u.first) AS copy FROM ({every}) AS u"
    columns = ", ".join(f"v.{name}" for name in ("child", *ENTRY, "type", "exact"))
    once = f"SELECT {columns} FROM ({numbered}) AS v WHERE v.copy = 1"
    return carrying(once, types_of(trigger), preparing, carry)


MEANINGS: dict[type[Any], Callable[..., str]] = {
    Each: _each,
    StateStarts: lambda trigger, preparing, carry: _of_state(trigger.state, "started", preparing, carry),
    StateEnds: lambda trigger, preparing, carry: _of_state(trigger.state, "ended", preparing, carry),
    Either: _either,
    Prepared: lambda trigger, preparing, carry: MEANINGS[type(trigger.trigger)](trigger.trigger, preparing, carry),
}


@meaning(c.PlanIs)
def plan_is(condition: c.PlanIs, asked: Asked) -> Answer:
    """Whether the field names a plan of the kind, by its code or by the entry that started it."""
    named, root = asked.one(condition.field), asked.root(condition.field)
    if named is None:
        return Answer(FALSE)

    def make() -> str:
        conferences = "SELECT root, 'child_protection' AS plan FROM current_conference_held"
        return f"SELECT root, f_plan AS plan FROM current_plan_started UNION ALL {conferences}"

    alias = asked.join(asked.prepare.table("plans", make), f"{{it}}.root = {root}")
    return Answer(f"COALESCE({named} = {text(condition.plan)} OR {alias}.plan = {text(condition.plan)}, FALSE)")


@meaning(c.InState)
def in_state(condition: c.InState, asked: Asked) -> Answer:
    """Whether the state certainly held on the day of the entry."""
    held = f"{{it}}.child = {asked.child} AND {{it}}.start_day <= e.last AND ({{it}}.end_day IS NULL OR e.last < {{it}}.end_day)"
    return Answer(f"{asked.join(span_table(condition.state, asked.prepare), held)}.child IS NOT NULL")


__all__ = ["ENTRY", "entry_columns", "fitting", "order", "span_table", "starts"]
