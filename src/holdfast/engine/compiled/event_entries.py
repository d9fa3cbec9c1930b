"""Every entry that is an event: those that can be read now, those that certainly fit, and how they read over time."""

from collections.abc import Sequence

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_lookup import Candidates, candidates
from holdfast.engine.compiled.instants import FAR_OFF, LONG_AGO
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.version_timeline import Timeline


def open_to(person: PersonRecord, event: CompiledEvent) -> list[CompactEntry]:
    """Every candidate that is read now, the exact ones first. An event that is linked to a start has none without one."""
    found = candidates(person, event)
    # Found by what they point at there is no list of all of them; whoever needs one asks for the event unlinked.
    assert isinstance(found, Candidates)
    view = person.view
    if view.at < found.changes_by:
        found.stand_until(view, LONG_AGO, FAR_OFF)
    known = view.at
    return [each for list in (found.exact, found.ranges) for each in list if each.since <= known < each.until]


def certainly(
    person: PersonRecord, event: CompiledEvent, start: CompactEntry | None = None, subject: str | None = None
) -> list[CompactEntry]:
    """Those of them that certainly are the event, ``start`` standing as the starting entry; it may itself be one of them."""
    found = candidates(person, event)
    there = open_to(person, event)
    # They were tested as they were listed.
    if isinstance(found, Candidates) and found.test is None:
        return there
    fits = event.fits
    return [each for each in there if fits(person, each, start, subject)]


def others(person: PersonRecord, entry: CompactEntry, subject: str | None, event: CompiledEvent) -> list[CompactEntry]:
    """Every other entry that certainly is the event, ``entry`` standing as the starting entry."""
    return [each for each in certainly(person, event, entry, subject) if each.id != entry.id]


def fitting(person: PersonRecord, event: CompiledEvent) -> Sequence[CompactEntry]:
    """Entries about the person that certainly are the event, oldest first."""
    # Kept beside the other things, in a dictionary of its own: it is what nearly every rule asks first, and a tuple as a key
    # costs more than the look.
    if person.steady and not event.per_start:
        there: Sequence[CompactEntry] | None = person.fitting.get(event)
        if there is None:
            entries = person.record.versions(person.id, event.types)
            there = person.fitting[event] = event.select(person, entries) if entries else ()
        return there
    found = fitting_timeline(person, event)
    if found is not None:
        return person.view.read(found)
    return event.select(person, person.read(event.types))


def fitting_timeline(person: PersonRecord, event: CompiledEvent) -> Timeline | None:
    """The versions about the person that are the event, where that does not depend on what else is known."""
    found: Timeline | bool | None = person.kept.get((event, "fitting"))
    if found is None:
        # False where it cannot be listed once for all: kept too, so that it is not asked again.
        found = person.kept[event, "fitting"] = event.is_settled(person) and _fitting_timeline(person, event)
    return found or None  # type: ignore[return-value]


def _fitting_timeline(person: PersonRecord, event: CompiledEvent) -> Timeline:
    return Timeline(event.select(person, person.record.versions(person.id, event.types)))
