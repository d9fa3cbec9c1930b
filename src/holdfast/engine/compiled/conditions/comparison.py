"""The entry set beside others, by number: growth, falls, shares, how brothers and sisters fare."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.conditions.timeline import AROUND, looks_around, since_day
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.entry_fields import plain
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_lookup import Candidates
from holdfast.engine.compiled.expression import Expression, LooksAt
from holdfast.engine.compiled.neighbouring_entries import count_own, count_within, touching
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.proportions import is_more_than
from holdfast.engine.compiled.state import CompiledState, span_on
from holdfast.engine.compiled.tally import Tally
from holdfast.engine.reference.conditions.comparison import RECENT_RESPONSES, RESPONSES
from holdfast.rules import conditions

OTHERS: frozenset[LooksAt] = frozenset({"others"})
OBSERVED, DECIDED = ("observation_recorded",), ("contact_decided",)


def _outgrows(compiler: Compiler, node: conditions.Outgrows, types: tuple[str, ...]) -> Expression:
    return Expression(f"{compiler.use(outgrows)}(person, entry, {node.days}, {node.times!r})", looks_at=OTHERS)


def outgrows(person: PersonRecord, entry: CompactEntry, days: int, times: float) -> bool:
    """Whether there were so many times as many indicators of neglect in the days up to the entry as in as many before."""
    # One tally for every rule that asks: they differ in the days alone.
    tally = person.kept.get("indicators")
    if tally is None:
        versions = person.record.timeline(person.id, OBSERVED).versions
        tally = person.kept["indicators"] = Tally((each, len(listed(each, "neglect"))) for each in versions)
    view, last = person.view, entry.last
    recent = tally.between(view, last - days + 1, last)
    return bool(recent > times * tally.between(view, last - 2 * days + 1, last - days))


def _fell_by(compiler: Compiler, node: conditions.FellBy, types: tuple[str, ...]) -> Expression:
    said = f"{node.field!r}, n={node.n!r}, days={node.days}, same={node.same!r}"
    return Expression(f"{compiler.use(fell_by)}(person, entry, {said})", looks_at=OTHERS)


def fell_by(person: PersonRecord, entry: CompactEntry, field: str, *, n: float, days: int, same: str) -> bool:
    """Whether a number is so much below what it was in an earlier entry about the same, in so many days before."""
    number = entry.data.get(field)
    if number is None:
        return False
    order = entry.order
    before = touching(person, _alike(person, entry, same), entry.first - days, entry.last)
    return any(float(each.data[field]) - float(number) >= n for each in before if each.order < order)


def _alike(person: PersonRecord, entry: CompactEntry, field: str) -> Candidates:
    """Entries of the same type that say the same in a field."""
    key = ("alike", entry.type, field)
    # Those that say the same, found once: every entry of the type asks for its own.
    groups = person.kept.get(key)
    if groups is None:
        found: dict[str, list[CompactEntry]] = {}
        for each in person.record.timeline(person.id, (entry.type,)).versions:
            found.setdefault(plain(each.data.get(field)), []).append(each)
        groups = person.kept[key] = {says: Candidates(versions, None, steady=person.steady) for says, versions in found.items()}
    there: Candidates | None = groups.get(plain(entry.data.get(field)))
    return Candidates((), None) if there is None else there


def _less_than_siblings(compiler: Compiler, node: conditions.LessThanSiblings, types: tuple[str, ...]) -> Expression:
    event = compiler.constant(compiler.event(node.event, linked=False), "event")
    state = compiler.constant(compiler.state(node.since), "state")
    asked = f"{event}, {state}, share={node.share!r}, least={node.least}"
    text = f"{compiler.use(has_less_than_siblings)}(person, entry.last, {asked})"
    return Expression(text, looks_at=AROUND)


def has_less_than_siblings(
    person: PersonRecord, day: int, event: CompiledEvent, state: CompiledState, *, share: float, least: int
) -> bool:
    """Whether the child has had less of the event since the state began than the share of what younger siblings had."""
    born = person.identity().born_last
    theirs = []
    for each in person.siblings:
        sibling = person.other(each)
        # Certainly younger, and still a child that day: a range that overlaps says nothing.
        first = sibling.identity().born_first
        if first is not None and born is not None and first > born and sibling.is_child_on(day):
            had = _had(sibling, event, state, day)
            if had is not None:
                theirs.append(had)
    # Last, because without a sibling to be set beside there is nothing to count.
    mine = _had(person, event, state, day) if theirs else None
    if mine is None:
        return False
    mean = sum(theirs) / len(theirs)
    return mean >= least and mine < share * mean


def _had(person: PersonRecord, event: CompiledEvent, state: CompiledState, day: int) -> int | None:
    stretch = span_on(person, state, day)
    return None if stretch is None else count_own(person, event, stretch.start, day)


def _weaker_response(compiler: Compiler, node: conditions.WeakerResponse, types: tuple[str, ...]) -> Expression:
    return Expression(f"{compiler.use(is_weaker_response)}(person, entry, {node.by!r}, {node.least})", looks_at=AROUND)


class _Responses(NamedTuple):
    """The decisions about contacts that are alike, in order: their places in it, and the grades added up before each."""

    orders: Sequence[object]
    sums: Sequence[int]


def is_weaker_response(person: PersonRecord, entry: CompactEntry, by: int, least: int) -> bool:
    """Whether the last contacts of a kind were answered so many grades more weakly than those before."""
    contact = person.record.current(str(entry.data.get("contact")))
    if contact is None:
        return False
    alike: _Responses = person.keep("responses", _responses)[contact.data.get("immediate_harm") is True]
    number = bisect_left(alike.orders, entry.order)  # type: ignore[type-var]
    # This decision is among those it is compared with, as the last of them.
    if number < len(alike.orders) and alike.orders[number] == entry.order:
        number += 1
    if number < max(least, RECENT_RESPONSES + 1):
        return False
    sums, before = alike.sums, number - RECENT_RESPONSES
    # Sums before each place, so that any two averages are two subtractions.
    return sums[before] / before - (sums[number] - sums[before]) / RECENT_RESPONSES >= by


def _responses(person: PersonRecord) -> dict[bool, _Responses]:
    orders: dict[bool, list[object]] = {True: [], False: []}
    sums = {True: [0], False: [0]}
    for each in person.read(DECIDED):
        contact = person.record.current(str(each.data.get("contact")))
        if contact is not None:
            kind = contact.data.get("immediate_harm") is True
            orders[kind].append(each.order)
            sums[kind].append(sums[kind][-1] + RESPONSES[str(each.data.get("decision"))])
    return {kind: _Responses(orders[kind], sums[kind]) for kind in (True, False)}


def _outweighed(compiler: Compiler, node: conditions.Outweighed, types: tuple[str, ...]) -> Expression:
    # Nothing can speak against it.
    if not node.opposing:
        return Expression("False")
    opposing = compiler.constant(compiler.event(*node.opposing), "event")
    supporting = compiler.constant(compiler.maybe(*node.supporting), "event")
    since = f"{since_day(compiler, node.within)} + 1"
    text = f"{compiler.use(is_outweighed)}(person, entry, subject, {supporting}, {opposing}, since={since})"
    return Expression(text, looks_at=looks_around(node.supporting, node.opposing))


def is_outweighed(
    person: PersonRecord,
    entry: CompactEntry,
    subject: str | None,
    supporting: CompiledEvent | None,
    opposing: CompiledEvent,
    *,
    since: int,
) -> bool:
    """Whether something spoke against it since a day and no more spoke for it."""
    against = count_within(person, entry, subject, opposing, since)
    if not against:
        return False
    return supporting is None or count_within(person, entry, subject, supporting, since) <= against


def _share(compiler: Compiler, node: conditions.Share, types: tuple[str, ...]) -> Expression:
    whole = compiler.constant(compiler.event(node.whole, linked=False), "event")
    part = compiler.constant(compiler.event(node.part, linked=False), "event")
    text = f"{compiler.use(is_more_than)}(person, entry.last, {part}, {whole}, share={node.over!r}, latest_by={node.latest_by!r})"
    return Expression(text, looks_at=AROUND)


MEANINGS.update(
    {
        conditions.Outgrows: _outgrows,
        conditions.FellBy: _fell_by,
        conditions.LessThanSiblings: _less_than_siblings,
        conditions.WeakerResponse: _weaker_response,
        conditions.Outweighed: _outweighed,
        conditions.Share: _share,
    }
)
