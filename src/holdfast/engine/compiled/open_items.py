"""What was begun and is not over: a hold on a record, a test whose result has not come."""

from typing import cast

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_lookup import Candidates, Found, of_start, readable
from holdfast.engine.compiled.instants import LONG_AGO
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.version_timeline import in_order
from holdfast.engine.reference.version_timeline import PARTNERSHIP


def still_open(person: PersonRecord, entry: CompactEntry, begun: CompiledEvent, ended: CompiledEvent) -> bool:
    """Whether something begun before the entry, about the person or about everyone, had not been ended before it."""
    found = _begun(person, begun)
    view, test, order = person.view, found.test, entry.order
    if view.at < found.changes_by:
        found.stand_until(view, LONG_AGO, entry.last)
    known = view.at
    return any(
        each.order < order
        and each.since <= known < each.until
        and (test is None or test(person, each, None, None))
        and not _over(person, ended, each, entry)
        # The latest first: what was begun lately is likeliest to be open, and one is enough.
        for there in (reversed(found.exact), found.ranges)
        for each in there
    )


def _over(person: PersonRecord, ended: CompiledEvent, begun: CompactEntry, by: CompactEntry) -> bool:
    found = of_start(_ended(person, ended), begun.root)
    view, test, order = person.view, found.test, by.order
    if view.at < found.changes_by:
        found.stand_until(view, LONG_AGO, by.last)
    known = view.at
    return any(
        each.order < order and each.since <= known < each.until and (test is None or test(person, each, begun, None))
        for there in (found.exact, found.ranges)
        for each in there
    )


def _begun(person: PersonRecord, event: CompiledEvent) -> Candidates:
    """What may have been begun, of what speaks for the person or is about nobody."""
    found = person.kept.get((event, "begun"))
    if found is None:
        # A hold on everybody's records is filed under nobody.
        versions = [*readable(person, event), *person.record.timeline(PARTNERSHIP, event.types).versions]
        there = sorted(dict.fromkeys(versions), key=in_order)
        fits = event.fits
        settled = event.is_settled(person)
        if settled:
            there = [each for each in there if fits(person, each, None, None)]
        found = person.kept[event, "begun"] = Candidates(there, None if settled else fits)
    return cast("Candidates", found)


def _ended(person: PersonRecord, event: CompiledEvent) -> Found:
    """What may have ended it, whoever it is about."""
    found = person.kept.get((event, "ended"))
    if found is None:
        found = person.kept[event, "ended"] = _ends(person, event)
    return cast("Found", found)


def _ends(person: PersonRecord, event: CompiledEvent) -> Found:
    versions = person.record.timeline(None, event.types).versions
    # Without a pointer every ending has to be asked of every beginning.
    if event.link is None or not event.is_settled(person):
        return Candidates(versions, event.fits_whole)
    linked: dict[str, list[CompactEntry]] = {}
    for each in versions:
        if event.fits(person, each, None, None):
            for root in dict.fromkeys(event.link(person, each)):
                linked.setdefault(root, []).append(each)
    return {root: Candidates(there, None) for root, there in linked.items()}
