"""What the conditions mean that set the entry beside others by number."""

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from holdfast.engine.reference.entry_fields import listed, plain, value
from holdfast.engine.reference.event import EntryContext, Truth, certainly
from holdfast.engine.reference.met_by import readable
from holdfast.engine.reference.neighbouring_entries import within
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.state import spans
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition
from holdfast.vocabulary.entry import Entry

# Grades of what was done with a contact, so that two answers can be compared. Given to nobody: no person or family has a
# number.
RESPONSES = {
    "no_further_action": 0,
    "information_and_advice": 1,
    "early_help": 2,
    "passed_to_allocated_worker": 2,
    "assessment": 3,
    "strategy_discussion": 4,
}
RECENT_RESPONSES = 2


def _outgrows(condition: c.Outgrows, asked: EntryContext) -> Truth:
    day = asked.entry.happened.last
    opens, before = day - timedelta(days=condition.days), day - timedelta(days=2 * condition.days)
    seen = asked.person.keep("days of indicators", _days_of_indicators)
    # Positions in one sorted list: how many there were up to each day, without going through them.
    upto, since, earlier = (bisect_right(seen, each) for each in (day, opens, before))
    return upto - since > condition.times * (since - earlier)


def _days_of_indicators(person: PersonView) -> tuple[date, ...]:
    """The day of each indicator of neglect, in order."""
    seen = (each.happened.last for each in person.entries("observation_recorded") for _ in listed(each, "neglect"))
    return tuple(sorted(seen))


def _fell_by(condition: c.FellBy, asked: EntryContext) -> Truth:
    since = asked.entry.happened.first - timedelta(days=condition.days)
    number = value(asked.entry, condition.field)
    before = [
        each
        for each in asked.person.entries(asked.entry.type)
        if order(each) < order(asked.entry)
        and each.happened.last >= since
        and plain(value(each, condition.same)) == plain(value(asked.entry, condition.same))
    ]
    return number is not None and any(float(value(each, condition.field)) - float(number) >= condition.n for each in before)


def _less_than_siblings(condition: c.LessThanSiblings, asked: EntryContext) -> Truth:
    day = asked.entry.happened.last
    mine = _had(asked.person, condition, day)
    theirs = [
        had
        for each in asked.person.siblings
        if (sibling := PersonView.of(asked.person.known, each)).is_child_on(day)
        # Only with those who are certainly younger: an older child has had longer to have them in.
        and _is_younger(sibling, asked.person)
        and (had := _had(sibling, condition, day)) is not None
    ]
    if mine is None or not theirs:
        return False
    # On average: one much-visited baby in a large family must not make every other child look neglected.
    mean = sum(theirs) / len(theirs)
    return mean >= condition.least and mine < condition.share * mean


def _is_younger(one: PersonView, other: PersonView) -> bool:
    return one.born is not None and other.born is not None and one.born.first > other.born.last


def _had(person: PersonView, condition: c.LessThanSiblings, day: date) -> int | None:
    """How many a child has had since the state began; none where it does not hold for them."""
    span = next((each for each in spans(person, condition.since) if each.holds_on(day)), None)
    if span is None:
        return None
    entries = person.entries(*condition.event.types)
    return sum(
        span.start <= each.happened.last <= day and certainly(condition.event, EntryContext(person, each)) for each in entries
    )


def _weaker_response(condition: c.WeakerResponse, asked: EntryContext) -> Truth:
    contact = asked.person.known.current(str(value(asked.entry, "contact")))
    if contact is None:
        return False
    grades = [
        RESPONSES[str(value(each, "decision"))]
        for each in asked.person.entries("contact_decided")
        if (order(each) < order(asked.entry) or each.id == asked.entry.id)
        and (other := asked.person.known.current(str(value(each, "contact")))) is not None
        and (value(other, "immediate_harm") is True) == (value(contact, "immediate_harm") is True)
    ]
    # Fewer decisions than this show no trend, whatever they are.
    if len(grades) < max(condition.least, RECENT_RESPONSES + 1):
        return False
    recent, before = grades[-RECENT_RESPONSES:], grades[:-RECENT_RESPONSES]
    return sum(before) / len(before) - sum(recent) / len(recent) >= condition.by


def _outweighed(condition: c.Outweighed, asked: EntryContext) -> Truth:
    against = {each.id for event in condition.opposing for each in within(event, asked, condition.within)}
    supporting = {each.id for event in condition.supporting for each in within(event, asked, condition.within)}
    return bool(against) and len(supporting) <= len(against)


def _share(condition: c.Share, asked: EntryContext) -> Truth:
    types = tuple(dict.fromkeys((*condition.whole.types, *condition.part.types)))
    entries = [each for each in _readable(asked.person, types) if each.happened.last <= asked.entry.happened.last]
    if condition.latest_by is not None:
        root = asked.person.known.history.root
        # A dictionary keeps the last of each: a decision that was changed counts as what it was changed to.
        entries = list({root(str(value(entry, condition.latest_by))): entry for entry in entries}.values())
    whole = [entry for entry in entries if certainly(condition.whole, EntryContext(asked.person, entry))]
    part = [entry for entry in whole if certainly(condition.part, EntryContext(asked.person, entry))]
    return bool(whole) and len(part) / len(whole) > condition.over


def _readable(person: PersonView, types: tuple[str, ...]) -> list[Entry]:
    found = readable(person, frozenset(types))
    return sorted((*found.exact, *found.ranges), key=order)


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.Outgrows: _outgrows,
    c.FellBy: _fell_by,
    c.LessThanSiblings: _less_than_siblings,
    c.WeakerResponse: _weaker_response,
    c.Outweighed: _outweighed,
    c.Share: _share,
}
