"""Finding, for every start at once, the entry that first meets it."""

from collections.abc import Callable, Iterable

from holdfast.engine.bulk.asking import FALSE, TRUE, Asked, CannotCompile, Preparing, answer, naming
from holdfast.engine.bulk.people import nodes, order
from holdfast.engine.meeting import ABOUT_WORKERS, BY_REFERENCE
from holdfast.standards import events as e
from holdfast.standards.events import Event

LINKS = (e.RefersTo, e.RefersToSame, e.SameAs, e.IsTrigger)
"""Conditions that say which entry belongs to which start, and so can be joined on."""
PARTS = ("id", "day", "first", "start_at", "exact", "timed", "reading")
FOUND = "struct_pack(" + ", ".join(f"{name} := c.{name}" for name in PARTS) + ")"


def carried(events: Iterable[Event]) -> Callable[[Asked], str]:
    """What of the starting entry's own fields these events ask about, as columns to carry."""
    roots, lists = set[str](), set[str]()
    for node in nodes(tuple(events)):
        match node:
            case e.RefersToSame():
                roots.add(node.start_field)
            case e.RefersToEither():
                roots.add(node.field)
            case e.SameAs():
                lists.add(node.start_field)

    def carry(asked: Asked) -> str:
        found = [f", {asked.root(name) or 'CAST(NULL AS VARCHAR)'} AS r_{name}" for name in sorted(roots)]
        found += [f", {asked.listed(name) or 'CAST([] AS VARCHAR[])'} AS l_{name}" for name in sorted(lists)]
        return "".join(found)

    return carry


def first(events: Iterable[Event], starts: str, preparing: Preparing) -> str:
    """A query for the earliest entry at or after each start of the table ``starts`` that certainly is one of ``events``:
    ``n`` of the start, and ``it``. Where the day is exact the first that is read counts, of ranges the first that can."""
    every = [query for event in events for type in event.types for query in candidates(event, type, starts, preparing)]
    if not every:
        raise CannotCompile("nothing could meet it")
    chosen = (
        f"SELECT c.n, arg_min({FOUND}, c.reading) FILTER (WHERE c.exact) AS plain, "
        f"arg_min({FOUND}, struct_pack(day := c.day, reading := c.reading)) FILTER (WHERE NOT c.exact) AS vague "
        f"FROM ({' UNION ALL '.join(every)}) AS c GROUP BY c.n"
    )
    sooner = "f.vague IS NOT NULL AND (f.plain IS NULL OR f.vague.day < f.plain.day)"
    return f"SELECT f.n, CASE WHEN {sooner} THEN f.vague ELSE f.plain END AS it FROM ({chosen}) AS f"


def candidates(event: Event, type: str, starts: str, preparing: Preparing) -> Iterable[str]:
    """Queries for every entry of one type that may meet a start, with the start's ``n``."""
    asked = Asked(type, preparing, child="s.child", started=True)
    link = next((each for each in event.where if isinstance(each, LINKS)), None)
    parts = [naming(event, asked)]
    begun, source, on = starts, f"each_{type}", "e.child = s.child"
    if type in BY_REFERENCE | ABOUT_WORKERS:
        if link is None:
            raise CannotCompile(f"{type} counts wherever it was filed, and nothing says for whom")
        begun, source, on = _linked(link, asked, starts)
        if type in ABOUT_WORKERS:
            parts.append("(len(e.about) = 0 OR list_contains(e.about, s.child))")
    for condition in event.where:
        parts.append(answer(condition, asked).certain)
    if e.IsTrigger() not in event.where:
        parts.append("e.id <> s.id")
    parts.append("e.last >= s.day AND (e.instant IS NULL OR s.instant IS NULL OR e.instant >= s.instant)")
    if FALSE in parts:
        return
    counted = "CASE WHEN e.id = s.id THEN GREATEST(e.recorded_day, s.day) ELSE GREATEST(e.first, s.day) END"
    yield (
        f"SELECT s.n, e.id, {counted} AS day, e.first, e.start_at, e.first = e.last AS exact, e.instant IS NOT NULL AS timed, "
        f"{order('e')} AS reading FROM {begun} AS s JOIN {source} AS e ON {on} JOIN person AS p ON p.id = s.child"
        f"{asked.joined()} WHERE " + " AND ".join(f"({part})" for part in parts if part != TRUE)
    )


def _linked(link: e.Condition, asked: Asked, starts: str) -> tuple[str, str, str]:
    """The starts, the entries, and the one value on which they are joined. A pair that is joined twice counts once."""
    known = f"known_{asked.type}"
    if isinstance(link, e.IsTrigger):
        return starts, known, "e.id = s.id"
    if isinstance(link, e.SameAs):
        listed = asked.listed(link.field)
        if listed is None:
            return starts, known, FALSE
        theirs = f"(SELECT s.*, UNNEST(s.l_{link.start_field}) AS link FROM {starts} AS s)"
        return theirs, f"(SELECT e.*, UNNEST({listed}) AS link FROM {known} AS e)", "e.link = s.link"
    assert isinstance(link, e.RefersTo | e.RefersToSame)
    field = asked.one(link.field)
    if field is None:
        return starts, known, FALSE
    to = "s.root" if isinstance(link, e.RefersTo) else f"s.r_{link.start_field}"
    if not asked.prepare.put_right:
        return starts, known, f"{field} = {to}"
    rooted = f"(SELECT e.*, COALESCE(r.root, {field}) AS link FROM {known} AS e LEFT JOIN roots AS r ON r.id = {field})"
    return starts, rooted, f"e.link = {to}"
