"""What is stated of people as one reader may know it: without what came with an entry that is kept back from them, and without a
safe address that they must not know. No page, search or picture reads it otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from holdfast.access.kept_back_matters import hidden_among, kept_back
from holdfast.kernel.moment import Moment
from holdfast.record.models import Worker
from holdfast.record.person_details import PersonDetails, details_of, safe_addresses_of
from holdfast.vocabulary.stated_facts import StatedFact


def details_for(reader: Worker | None, people: Iterable[str], moment: Moment) -> dict[str, PersonDetails]:
    """What is stated of people, for somebody who may see them, with the safe addresses that are not kept from them."""
    found = open_details_for(reader, people, moment)
    safe = safe_addresses_of(found, moment)
    return {id: replace(each, safe_addresses=_safe_for(reader, id, safe.get(id, ()), moment)) for id, each in found.items()}


def open_details_for(reader: Worker | None, people: Iterable[str], moment: Moment) -> dict[str, PersonDetails]:
    """The same without any safe address: for a search, which finds nobody by one."""
    return details_of(people, moment, hides=lambda entries: hidden_among(entries, reader, moment))


def _safe_for(reader: Worker | None, person: str, safe: Sequence[StatedFact], moment: Moment) -> tuple[StatedFact, ...]:
    if not safe:
        return ()
    # By anything that is kept from them about the person, and not only by what was written with the address: it may have come
    # with a file, or who must not know may have been put right since. What is withheld for nothing can be asked for.
    return () if any(each.is_kept_from(reader) for each in kept_back([person], moment)) else tuple(safe)
