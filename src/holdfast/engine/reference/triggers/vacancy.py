"""Somebody who was given something goes: the meaning of :class:`~holdfast.rules.vacancy.Vacated`."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from holdfast.engine.reference.departure import edges, known_from, takes_effect
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import listed
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.in_post import PostHolders, concerned
from holdfast.engine.reference.met_by import open_to
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.kernel.when import TICK, london_day
from holdfast.rules.vacancy import Vacated
from holdfast.vocabulary.entry import Entry


def vacated(person: PersonView, trigger: Vacated) -> Iterator[Start]:
    """What was given to somebody is nobody's any more, from the instant at which the roster has none of them."""
    for entry in fitting(person, (trigger.event,)):
        named = [str(each) for each in listed(entry, trigger.held_by)]
        lost = _lost(person, named, takes_effect(entry)[-1])
        if lost is None or _over(person, trigger, entry, lost[0]):
            continue
        at, by = lost
        yield Start(entry, london_day(at), at, at == known_from(by), extra=(by,), began=trigger.says)


def _lost(person: PersonView, named: Sequence[str], given: datetime) -> tuple[datetime, Entry] | None:
    """The first instant after it was given at which none of them is there any more, and by which entry."""
    known = person.known
    if not _anybody_there(person, named, given):
        return None
    entries = {entry.id: entry for each in named for entry in concerned(known, each)}.values()
    for at, entry in edges(entries):
        if at > given and not _anybody_there(person, named, at) and _anybody_there(person, named, at - TICK):
            return at, entry
    return None


def _anybody_there(person: PersonView, named: Sequence[str], at: datetime) -> bool:
    posts = PostHolders.known(person.known, at)
    return any(posts.represented(each, person.id) for each in named)


def _over(person: PersonView, trigger: Vacated, given: Entry, at: datetime) -> bool:
    return any(
        entry.id != given.id
        and order(entry) > order(given)
        and entry.happened.start <= at
        and any(certainly(event, EntryContext(person, entry, start=given)) for event in trigger.over)
        for entry in open_to(person, trigger.over)
    )
