"""Starts of which only some count, and what an earlier entry has left standing."""

from holdfast.engine.bulk.asking import Answer, Asked, CannotCompile, Preparing, answer, meaning
from holdfast.engine.bulk.before_and_after import digest, every_entry, shifted
from holdfast.engine.bulk.meeting import beside, carried
from holdfast.engine.bulk.people import order
from holdfast.engine.bulk.starting import ENTRY, MEANINGS, carrying, entry_columns, types_of
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition
from holdfast.rules.limit import Amount
from holdfast.rules.trigger import Only

COLUMNS = ("child", *ENTRY, "type", "exact")


def passing(query: str, types: set[str], where: tuple[Condition, ...], preparing: Preparing) -> str:
    """Those of a query's starts whose own entry certainly passes every condition."""
    carry = carried(where)  # type: ignore[arg-type]
    each = []
    for type in sorted(types):
        asked = Asked(type, preparing, child="s.child", started=True)
        passes = " AND ".join(f"({answer(condition, asked).certain})" for condition in where) or "TRUE"
        starts = carrying(f"SELECT q.* FROM ({query}) AS q WHERE q.type = '{type}'", {type}, preparing, carry)
        columns = ", ".join(f"s.{name}" for name in COLUMNS)
        each.append(
            f"SELECT {columns} FROM ({starts}) AS s JOIN known_{type} AS e ON e.id = s.id JOIN person AS p ON p.id = s.child"
            f"{asked.joined()} WHERE {passes}"
        )
    return " UNION ALL ".join(each)


def _only(trigger: Only, preparing: Preparing, carry: object) -> str:
    inner = MEANINGS.get(type(trigger.trigger))
    types = types_of(trigger.trigger)
    if inner is None or not types:
        raise CannotCompile(f"the trigger {type(trigger.trigger).__name__}")
    found = inner(trigger.trigger, preparing, lambda asked: "")
    return carrying(passing(found, types, trigger.where, preparing), types, preparing, carry)  # type: ignore[arg-type]


MEANINGS[Only] = _only


@meaning(c.Standing)
def standing(condition: c.Standing, asked: Asked) -> Answer:
    """Whether an earlier entry still stood, because nothing that came between it and this one did away with it."""
    if asked.filed_anywhere and asked.source == "each":
        raise CannotCompile(f"what stood before a {asked.type} filed anywhere")
    name = f"standing_{digest(condition, asked.type, asked.source)}"
    if name not in asked.prepare.made:
        asked.prepare.made[name] = name
        _earlier(condition, name, asked)
        _undone(condition, name, asked.prepare)
    return Answer(f"{asked.join(name, f'{{it}}.child = {asked.child} AND {{it}}.id = e.id')}.id IS NOT NULL")


def _earlier(condition: c.Standing, name: str, asked: Asked) -> None:
    """Every entry with each earlier one that may stand: the earlier one's columns, as a start."""
    preparing = asked.prepare
    table = every_entry(name, condition.event, asked)
    since = "CAST(NULL AS DATE)"
    joined = f"SELECT s.*, {since} AS since FROM {table} AS s"
    if condition.within is not None:
        amount = Amount(-condition.within.n, condition.within.unit)
        back = shifted(amount, f"SELECT DISTINCT last FROM known_{asked.type}", preparing)
        joined = f"SELECT s.*, b.other AS since FROM {table} AS s LEFT JOIN {back} AS b ON b.day = s.day"
    preparing.machine.keep(f"{name}_asked", joined)
    when = [f"{order('e')} < {order('s')}", "s.since IS NULL OR e.last >= s.since", "e.id <> s.id"]
    every: list[str] = []
    for type in condition.event.types:
        select = f"s.child, {entry_columns('e', type)}, s.id AS asked_id, {order('s')} AS upto"
        every += beside(condition.event, type, f"{name}_asked", preparing, select, when)
    found = " UNION ALL ".join(every)
    carry = carried(condition.unless)
    found = carrying(found, set(condition.event.types), preparing, carry) if condition.unless else found
    preparing.machine.keep(f"{name}_before", f"SELECT row_number() OVER () AS n, w.*, w.last AS day FROM ({found}) AS w")
    for each in (table, f"{name}_asked"):
        preparing.machine.forget(each)


def _undone(condition: c.Standing, name: str, preparing: Preparing) -> None:
    every: list[str] = []
    for event in condition.unless:
        for type in event.types:
            when = [f"{order('e')} > {order('s')}", f"{order('e')} < s.upto"]
            every += beside(event, type, f"{name}_before", preparing, "s.n", when)
    gone = f" WHERE b.n NOT IN (SELECT n FROM ({' UNION ALL '.join(every)}) AS u)" if every else ""
    preparing.machine.keep(name, f"SELECT DISTINCT b.child, b.asked_id AS id FROM {name}_before AS b{gone}")
    preparing.machine.forget(f"{name}_before")
