"""Agencies whose latest words differ: the meaning of :class:`~holdfast.rules.trigger.Disagree`."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from holdfast.engine.reference import affiliation
from holdfast.engine.reference.due_day import Start, add
from holdfast.engine.reference.entry_fields import listed, plain_values
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.rules.limit import Amount
from holdfast.rules.trigger import Disagree
from holdfast.vocabulary.entry import Entry


def disagreements(person: PersonView, trigger: Disagree) -> Iterator[Start]:
    """Goes through words and explanations as they came, keeping each agency's latest word."""
    latest: dict[str, Entry] = {}
    standing: Start | None = None
    said = set(fitting(person, (trigger.event,)))
    # Words and explanations in one order: an explanation does away with what was said before it, and not with what comes
    # after.
    for entry in sorted(said | set(fitting(person, trigger.explained_by)), key=order):
        lapsed = _lapses(entry, trigger)
        explained = entry not in said
        latest = {
            agency: each
            for agency, each in latest.items()
            # On the day of the explanation a word stands: it may have been said in answer to it.
            if each.happened.last > lapsed and not (explained and each.happened.last < entry.happened.last)
        }
        agency = None if explained else _whose(person, trigger, entry)
        # An entry that says nothing in the field takes back nothing that the agency had said.
        if agency is not None and plain_values(entry, trigger.field):
            latest[agency] = entry
        differing = [each for each in latest.values() if plain_values(each, trigger.field) != plain_values(entry, trigger.field)]
        # It begins with a word that differs from another. Once it stands it is over only when all say the same.
        apart = bool(agency and differing) if standing is None else _apart(latest, trigger)
        if apart and standing is None:
            standing = Start.of(entry, extra=tuple(sorted(differing, key=order)))
        elif standing is not None and not apart:
            yield replace(standing, excused=(max(entry.happened.last, standing.day), entry.id, "they agree"))
            standing = None
    if standing is not None:
        yield standing


def _apart(latest: dict[str, Entry], trigger: Disagree) -> bool:
    return len({plain_values(each, trigger.field) for each in latest.values()}) > 1


def _lapses(entry: Entry, trigger: Disagree) -> date:
    found = add(entry.happened.last, Amount(-trigger.within.n, trigger.within.unit))
    return found if isinstance(found, date) else date.min


def _whose(person: PersonView, trigger: Disagree, entry: Entry) -> str | None:
    for field in trigger.whose:
        for each in listed(entry, field):
            worker = affiliation.worker_of(person.known, str(each))
            return (worker.organisation if worker else None) or str(each)
    return affiliation.agency_of(person.known, entry)
