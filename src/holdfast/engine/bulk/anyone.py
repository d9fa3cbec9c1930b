"""Entries that belong to a child by what they say and not by whom they are about, and starts counted from an earlier entry."""

from collections.abc import Callable
from dataclasses import replace

from holdfast.engine.bulk import guard
from holdfast.engine.bulk.asking import FALSE, TRUE, Answer, Asked, CannotCompile, Preparing, certainly, meaning
from holdfast.engine.bulk.before_and_after import digest, shifted
from holdfast.engine.bulk.histories import back, looked_up
from holdfast.engine.bulk.meeting import CARRIES, anyones, beside, carried
from holdfast.engine.bulk.people import order
from holdfast.engine.bulk.starting import ENTRY, MEANINGS, carrying, entry_columns, fitting
from holdfast.engine.reference.meeting import SPEAKING_FOR_OTHERS
from holdfast.rules import conditions as c
from holdfast.rules.trigger import Each

guard.CONDITIONS |= {
    "Anyone": frozenset(), "NamedBy": frozenset({"field"}), "AboutNamed": frozenset({"field"}),
    "StillOpen": frozenset({"begun", "ended"}),
}  # fmt: skip
guard.PARTS["Each"] |= {"counted_from", "counted_within"}
NOTHING = "CAST([] AS VARCHAR[])"
CARRIES[c.AboutNamed] = lambda node: (f"l_{node.field}", lambda asked: asked.listed(node.field) or NOTHING)


@meaning(c.Anyone)
def anyone(condition: c.Anyone, asked: Asked) -> Answer:
    return Answer(TRUE)


@meaning(c.NamedBy)
def named_by(condition: c.NamedBy, asked: Asked) -> Answer:
    return Answer(f"COALESCE(e.root = s.r_{condition.field}, FALSE)" if asked.started else FALSE)


@meaning(c.AboutNamed)
def about_named(condition: c.AboutNamed, asked: Asked) -> Answer:
    return Answer(f"list_has_any(e.about, s.l_{condition.field})" if asked.started else FALSE)


@meaning(c.StillOpen)
def still_open(condition: c.StillOpen, asked: Asked) -> Answer:
    """Whether something begun before had not been ended by then, wherever that was filed."""
    machine = asked.prepare.machine
    for type in condition.begun.types:
        if machine.rows(f"SELECT 1 FROM known_{type} WHERE array_length(about) = 0 LIMIT 1"):
            raise CannotCompile(f"a {type} about nobody counts for everybody")
        if type in SPEAKING_FOR_OTHERS:
            raise CannotCompile(f"a {type} that is still open counts wherever it was filed")

    def build(name: str) -> str:
        every = f"SELECT e.child, e.id, {order('e')} AS upto FROM {asked.source}_{asked.type} AS e"
        begun = fitting(condition.begun, asked.prepare, lambda asked: "")
        before = f"SELECT b.*, a.id AS asked_id, a.upto FROM ({every}) AS a JOIN ({begun}) AS b ON b.child = a.child "
        before += f"AND {order('b')} < a.upto AND b.id <> a.id"
        open_ones = carrying(before, set(condition.begun.types), asked.prepare, carried((condition.ended,)))
        machine.keep(f"{name}_begun", f"SELECT row_number() OVER () AS n, o.*, o.last AS day FROM ({open_ones}) AS o")
        ended, over = replace(condition.ended, where=(c.Anyone(), *condition.ended.where)), list[str]()
        for type in ended.types:
            over += beside(ended, type, f"{name}_begun", asked.prepare, "s.n", [f"{order('e')} < s.upto"])
        gone = f" WHERE b.n NOT IN (SELECT n FROM ({' UNION ALL '.join(over)}) AS u)" if over else ""
        return f"SELECT DISTINCT b.child, b.asked_id AS id FROM {name}_begun AS b{gone}"

    return Answer(f"{looked_up(f'still_open_{digest(condition)}', asked, build)}.id IS NOT NULL")


_plainly = MEANINGS[Each]


def _each(trigger: Each, preparing: Preparing, carry: Callable[[Asked], str]) -> str:
    if trigger.counted_from is not None:
        return _counted_from(trigger, preparing, carry)
    if c.Anyone() not in trigger.event.where:
        return _plainly(trigger, preparing, carry)
    found = []
    for type in trigger.event.types:
        asked = Asked(type, preparing, source=anyones(type, preparing))
        where, carried = certainly(trigger.event, asked), carry(asked)
        told = f"{asked.source}_{type} AS e JOIN person AS p ON p.id = e.child{asked.joined()}"
        found.append(f"SELECT e.child, {entry_columns('e', type)}{carried} FROM {told} WHERE {where}")
    return " UNION ALL ".join(found)


def _counted_from(trigger: Each, preparing: Preparing, carry: Callable[[Asked], str]) -> str:
    """Counted from the latest earlier entry of a kind, where there was one not long before."""
    assert trigger.counted_from is not None and trigger.counted_within is not None
    if set(trigger.counted_from.types) & SPEAKING_FOR_OTHERS:
        raise CannotCompile("a start counted from an entry that was filed anywhere")
    name = f"counted_from_{digest(trigger)}"
    starts = fitting(trigger.event, preparing, carried((trigger.counted_from,)))
    preparing.machine.keep(f"{name}_starts", f"SELECT row_number() OVER () AS n, f.*, f.last AS day FROM ({starts}) AS f")
    since = shifted(back(trigger.counted_within), f"SELECT DISTINCT day FROM {name}_starts", preparing)
    preparing.machine.keep(name, f"SELECT s.*, b.other AS since FROM {name}_starts AS s JOIN {since} AS b ON b.day = s.day")
    when = [f"{order('e')} < {order('s')}", "e.id <> s.id", "e.last >= s.since"]
    select = f"s.n, e.last, e.instant, e.first = e.last AS exact, {order('e')} AS turn"
    event = trigger.counted_from
    each = [query for type in event.types for query in beside(event, type, name, preparing, select, when)]
    latest = "arg_max(struct_pack(last := f.last, instant := f.instant, exact := f.exact), f.turn)"
    before = f"SELECT f.n, {latest} AS it FROM ({' UNION ALL '.join(each)}) AS f GROUP BY f.n"
    own = ", ".join(f"s.{part}" for part in ENTRY if part != "instant")
    found = (
        f"SELECT s.child, {own}, CASE WHEN c.n IS NULL THEN s.instant ELSE c.it.instant END AS instant, s.type, "
        f"(s.exact AND COALESCE(c.it.exact, TRUE)) AS exact, COALESCE(c.it.last, s.last) AS moved "
        f"FROM {name} AS s LEFT JOIN ({before}) AS c ON c.n = s.n"
    )
    return carrying(found, set(trigger.event.types), preparing, carry)


MEANINGS[Each] = _each
