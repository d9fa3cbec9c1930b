"""Somebody who was given something goes: the meaning of :class:`~holdfast.rules.vacancy.Vacated`."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import listed
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.in_post import PostHolders, concerned, day_of_effect, takes_effect
from holdfast.engine.reference.met_by import open_to
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.kernel.when import TICK
from holdfast.rules.vacancy import Vacated
from holdfast.vocabulary.entry import Entry


def vacated(person: PersonView, trigger: Vacated) -> Iterator[Start]:
    """What was given to somebody is nobody's any more, from the day they went."""
    for entry in fitting(person, (trigger.event,)):
        named = [str(each) for each in listed(entry, trigger.held_by)]
        lost = _lost(person, named, takes_effect(entry)[-1])
        if lost is None or _over(person, trigger, entry, lost[0]):
            continue
        went = day_of_effect(lost[1])
        yield Start(entry, went.last, went.instant, went.exact, extra=(lost[1],))


def _lost(person: PersonView, named: Sequence[str], given: datetime) -> tuple[datetime, Entry] | None:
    """The first instant after it was given at which none of them is there any more, and by which entry."""
    known = person.known
    if not _anybody_there(person, named, given):
        return None
    entries = {entry.id: entry for each in named for entry in concerned(known, each)}.values()
    changes = [(at, entry) for entry in entries for at in takes_effect(entry) if at > given]
    for at, entry in sorted(changes, key=lambda change: (change[0], order(change[1]))):
        if not _anybody_there(person, named, at) and _anybody_there(person, named, at - TICK):
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
