"""What the conditions mean that set an entry beside others: those of :mod:`holdfast.standards.comparisons`."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from holdfast.engine import who
from holdfast.engine.counting import add
from holdfast.engine.fields import listed, plain, value
from holdfast.engine.folding import spans
from holdfast.engine.holding import MEANINGS, Answer, Asked, certainly, holds
from holdfast.engine.known import order
from holdfast.engine.life import Life
from holdfast.engine.meeting import open_to
from holdfast.kernel.unknown import Unknown
from holdfast.kernel.when import When
from holdfast.standards import comparisons as c
from holdfast.standards import events as e
from holdfast.standards import professions as p
from holdfast.standards.limits import Amount
from holdfast.vocabulary.entry import Entry

SHORTEST_TEXT = 4
RESPONSES = {
    "no_further_action": 0, "information_and_advice": 1, "early_help": 2, "passed_to_allocated_worker": 2, "assessment": 3,
    "strategy_discussion": 4,
}  # fmt: skip
RECENT_RESPONSES = 2
DENIED = re.compile(r"((\b(not|never|no longer|denies|denied|without)|n't)( \w+){0,2}|\bno( \w+)?) $")


def others(event: e.Event, a: Asked) -> Iterator[Entry]:
    """Every other entry that certainly is ``event``, this one standing as the starting entry."""
    for entry in open_to(a.life, (event,)):
        if entry.id != a.entry.id and certainly(event, Asked(a.life, entry, start=a.entry, subject=a.subject)):
            yield entry


def within(event: e.Event, a: Asked, amount: Amount) -> list[Entry]:
    """Those in a window shorter than ``amount`` that ends on the day of the entry, this one among them if it is one."""
    day = a.entry.happened.last
    opens = add(day, Amount(-amount.n, amount.unit))
    since = opens if isinstance(opens, date) else date.min
    found = [each for each in others(event, a) if since < each.happened.last and each.happened.first <= day]
    itself = certainly(event, Asked(a.life, a.entry, start=a.entry, subject=a.subject))
    return [*found, a.entry] if itself else found


def _previous(condition: c.Previous, a: Asked) -> Answer:
    before = [each for each in others(condition.event, a) if order(each) < order(a.entry)]
    if not before:
        return False
    latest = Asked(a.life, max(before, key=order), start=a.entry, subject=a.subject)
    return all(holds(each, latest) is True for each in condition.where)


def _not_yet(condition: c.NotYet, a: Asked) -> Answer:
    return not any(
        a.start is not None and order(each) < order(a.start)
        for event in condition.events
        for each in others(event, Asked(a.life, a.entry, subject=a.subject))
    )


def _outgrows(condition: c.Outgrows, a: Asked) -> Answer:
    day = a.entry.happened.last
    opens, before = day - timedelta(days=condition.days), day - timedelta(days=2 * condition.days)
    seen = a.life.settle("days of indicators", _days_of_indicators)
    upto, since, earlier = (bisect_right(seen, each) for each in (day, opens, before))
    return upto - since > condition.times * (since - earlier)


def _days_of_indicators(life: Life) -> tuple[date, ...]:
    """The day of each indicator of neglect, in order."""
    seen = (each.happened.last for each in life.entries("observation_recorded") for _ in listed(each, "neglect"))
    return tuple(sorted(seen))


def _fell_by(condition: c.FellBy, a: Asked) -> Answer:
    since = a.entry.happened.first - timedelta(days=condition.days)
    number = value(a.entry, condition.field)
    before = [
        each
        for each in a.life.entries(a.entry.type)
        if order(each) < order(a.entry)
        and each.happened.last >= since
        and plain(value(each, condition.same)) == plain(value(a.entry, condition.same))
    ]
    return number is not None and any(float(value(each, condition.field)) - float(number) >= condition.n for each in before)


def _covers(condition: c.Covers, a: Asked) -> Answer:
    start, end = value(a.entry, condition.start), value(a.entry, condition.end)
    if not isinstance(start, When) or not isinstance(end, When):
        return Unknown("the days it covers")
    return (end.last - start.first).days + 1 >= condition.days


def _less_than_siblings(condition: c.LessThanSiblings, a: Asked) -> Answer:
    day = a.entry.happened.last
    mine = _had(a.life, condition, day)
    theirs = [
        had
        for each in a.life.siblings
        if (sibling := Life.of(a.life.known, each)).is_child_on(day)
        and _is_younger(sibling, a.life)
        and (had := _had(sibling, condition, day)) is not None
    ]
    if mine is None or not theirs:
        return False
    mean = sum(theirs) / len(theirs)
    return mean >= condition.least and mine < condition.share * mean


def _is_younger(one: Life, other: Life) -> bool:
    return one.born is not None and other.born is not None and one.born.first > other.born.last


def _had(life: Life, condition: c.LessThanSiblings, day: date) -> int | None:
    """How many a child has had since the state began; none where it does not hold for them."""
    span = next((each for each in spans(life, condition.since) if each.holds_on(day)), None)
    if span is None:
        return None
    entries = life.entries(*condition.event.types)
    return sum(span.start <= each.happened.last <= day and certainly(condition.event, Asked(life, each)) for each in entries)


def _weaker_response(condition: c.WeakerResponse, a: Asked) -> Answer:
    contact = a.life.known.current(str(value(a.entry, "contact")))
    if contact is None:
        return False
    grades = [
        RESPONSES[str(value(each, "decision"))]
        for each in a.life.entries("contact_decided")
        if (order(each) < order(a.entry) or each.id == a.entry.id)
        and (other := a.life.known.current(str(value(each, "contact")))) is not None
        and (value(other, "immediate_harm") is True) == (value(contact, "immediate_harm") is True)
    ]
    if len(grades) < max(condition.least, RECENT_RESPONSES + 1):
        return False
    recent, before = grades[-RECENT_RESPONSES:], grades[:-RECENT_RESPONSES]
    return sum(before) / len(before) - sum(recent) / len(recent) >= condition.by


def _outweighed(condition: c.Outweighed, a: Asked) -> Answer:
    against = {each.id for event in condition.opposing for each in within(event, a, condition.within)}
    supporting = {each.id for event in condition.supporting for each in within(event, a, condition.within)}
    return bool(against) and len(supporting) <= len(against)


def _agencies_trained(condition: c.AgenciesTrained, a: Asked) -> Answer:
    present = who.roles_present(a.life.known, a.entry)
    if present is None:
        return Unknown("who was present")
    trained = [each for each in a.life.known.of("training_completed") if _of_those_present(each, present)]
    if not trained:
        return Unknown("what training these agencies have had")
    since = add(a.entry.happened.last, Amount(-condition.within.n, condition.within.unit))
    return any(
        isinstance(since, date) and since < each.happened.last <= a.entry.happened.last and _names(each, condition.words)
        for each in trained
    )


def _of_those_present(training: Entry, present: list[tuple[str, str | None, str | None]]) -> bool:
    worker, agency = value(training, "worker"), value(training, "agency")
    return any(worker == there if worker is not None else agency == organisation for _, organisation, there in present)


def _names(entry: Entry, words: tuple[str, ...]) -> bool:
    return any(plain(word) in plain(text) for text in listed(entry, "subjects") for word in words)


@lru_cache(maxsize=256)
def _phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\b(" + "|".join(re.escape(each).replace(r"\ ", r"\W+") for each in phrases) + r")\b")


def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether one of the phrases is in the text and not denied in the words just before it."""
    said = text.replace("\u2019", "'").replace("_", " ").lower()
    return any(not DENIED.search(said[: found.start()]) for found in _phrases(phrases).finditer(said))


def _says(condition: c.Says, a: Asked) -> Answer:
    return any(says(str(text), condition.phrases) for field in condition.fields for text in listed(a.entry, field))


def _speaks_of(condition: c.SpeaksOf, a: Asked) -> Answer:
    wanted = [plain(text) for text in listed(a.start, condition.start_field)] if a.start is not None else []
    return any(
        len(theme) >= SHORTEST_TEXT and theme in plain(text) for theme in wanted for text in listed(a.entry, condition.field)
    )


def _as_lead(condition: c.AsLead, a: Asked) -> Answer:
    role = p.normal(value(a.entry, "role")) or who.role_of(a.life.known, str(value(a.entry, "worker")))
    return role in p.LEAD_ROLES


def sender(entry: Entry) -> object | None:
    """Who sent it, as far as it says; none where it says nothing that could be recognised again."""
    found = who.sender_of(entry)
    if found is None or isinstance(found, str):
        return found
    parts = tuple(getattr(found, part, None) for part in ("worker", "name", "organisation", "role"))
    return parts if any(parts) else None


def _same_sender(condition: c.SameSender, a: Asked) -> Answer:
    return a.start is not None and sender(a.entry) is not None and sender(a.entry) == sender(a.start)


def _names_adult(condition: c.NamesAdult, a: Asked) -> Answer:
    day = a.entry.happened.last
    named = [str(each) for field in condition.fields for each in listed(a.entry, field)]
    return any(each not in a.life.world.people or Life.of(a.life.known, each).is_adult(day) for each in named)


def _named_by(condition: c.NamedBy, a: Asked) -> Answer:
    return a.start is not None and any(a.life.known.same(str(each), a.entry.id) for each in listed(a.start, condition.field))


_COMPARISONS: dict[type[e.Condition], Callable[[Any, Asked], Answer]] = {
    c.Anyone: lambda condition, a: True,
    c.IsChild: lambda condition, a: not a.life.is_adult(a.entry.happened.last),
    c.AboutChild: lambda condition, a: a.life.id in a.entry.about,
    c.AboutSubject: lambda condition, a: a.subject in a.entry.about,
    c.AboutNamed: lambda condition, a: a.start is not None and bool(set(listed(a.start, condition.field)) & set(a.entry.about)),
    c.NamedBy: _named_by,
    c.BeginsWith: lambda condition, a: any(
        plain(text).startswith(plain(word)) for text in listed(a.entry, condition.field) for word in condition.words
    ),
    c.Says: _says,
    c.SpeaksOf: _speaks_of,
    c.AsLead: _as_lead,
    c.SameSender: _same_sender,
    c.NamesAdult: _names_adult,
    c.Covers: _covers,
    c.Previous: _previous,
    c.NotYet: _not_yet,
    c.AtLeast: lambda condition, a: len(within(condition.event, a, condition.within)) >= condition.n,
    c.Outgrows: _outgrows,
    c.FellBy: _fell_by,
    c.LessThanSiblings: _less_than_siblings,
    c.WeakerResponse: _weaker_response,
    c.Outweighed: _outweighed,
    c.AgenciesTrained: _agencies_trained,
    c.OfThosePresent: lambda condition, a: (
        a.start is not None and _of_those_present(a.entry, who.roles_present(a.life.known, a.start) or [])
    ),
}
MEANINGS.update(_COMPARISONS)
