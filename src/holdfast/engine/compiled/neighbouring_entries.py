"""Other entries near the one that a condition is asked of: before it, after it, in the days around it. Only what lies in the days
looked through decides for how long an answer stands."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent, Test
from holdfast.engine.compiled.event_lookup import Candidates, candidates, of_start
from holdfast.engine.compiled.family_record import Types
from holdfast.engine.compiled.instants import LONG_AGO
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.tally import Tally
from holdfast.engine.compiled.version_timeline import View


def has_before(
    person: PersonRecord, start: CompactEntry, subject: str | None, event: CompiledEvent, since: int, *, upto: CompactEntry
) -> bool:
    """Whether something of the event, seen from ``start``, is read before ``upto`` and may have happened since a day."""
    found = of_start(candidates(person, event), start.root)
    view, order, test, id = person.view, upto.order, found.test, start.id
    known, exact = view.at, found.exact
    for place in range(found.read_before(upto) - 1, -1, -1):
        each = exact[place]
        if each.last < since:
            break
        if each.id != id and each.since <= known < each.until and (test is None or test(person, each, start, subject)):
            # One that fits is enough: whatever else becomes known, the answer is yes for as long as this one is read.
            return _while_read(view, each)
    for each in found.ranges:
        if (
            each.order < order
            and each.last >= since
            and each.id != id
            and each.since <= known < each.until
            and (test is None or test(person, each, start, subject))
        ):
            return _while_read(view, each)
    if known < found.changes_by:
        # No may become yes with any entry of these days, so it stands only until the first of them that was not read.
        found.stand_until(view, since, upto.last, upto=upto)
    return False


def has_after(person: PersonRecord, start: CompactEntry, subject: str | None, event: CompiledEvent, until: int) -> bool:
    """Whether something of the event, seen from ``start``, is read after it and may have happened by a day."""
    found = of_start(candidates(person, event), start.root)
    view, order, test = person.view, start.order, found.test
    known, exact = view.at, found.exact
    for place in range(found.read_before(start), len(exact)):
        each = exact[place]
        if each.first > until:
            break
        if each.order > order and each.since <= known < each.until and (test is None or test(person, each, start, subject)):
            return _while_read(view, each)
    for each in found.ranges:
        if (
            each.order > order
            and each.first <= until
            and each.since <= known < each.until
            and (test is None or test(person, each, start, subject))
        ):
            return _while_read(view, each)
    if known < found.changes_by:
        found.stand_until(view, start.first, until, after=start)
    return False


def _while_read(view: View, entry: CompactEntry) -> bool:
    """True for as long as this version is read, whatever else there is."""
    if entry.until < view.until:
        view.until = entry.until
    return True


def latest_before(person: PersonRecord, entry: CompactEntry, subject: str | None, event: CompiledEvent) -> CompactEntry | None:
    """The last of the event, seen from the entry, that is read before it."""
    found = of_start(candidates(person, event), entry.root)
    view, test = person.view, found.test
    # Which is the latest changes with any that comes between it and the entry, and with nothing before it.
    best = next(backwards(view, found, entry, lambda each: test is None or test(person, each, entry, subject)), None)
    known, order = view.at, entry.order
    for each in found.ranges:
        if (
            each.order < order
            and (best is None or each.order > best.order)
            and each.since <= known < each.until
            and (test is None or test(person, each, entry, subject))
        ):
            best = each
    if known < found.changes_by:
        # Which is the latest changes with whatever comes between it and the entry, and with nothing before it.
        found.stand_until(view, LONG_AGO if best is None else best.last, entry.last)
    return best


def backwards(view: View, found: Candidates, entry: CompactEntry, fits: Callable[[CompactEntry], Any]) -> Iterator[CompactEntry]:
    """Those of known day that are read before the entry and fit, the nearest first."""
    known = view.at
    for place in range(found.read_before(entry) - 1, -1, -1):
        each = found.exact[place]
        if each.since <= known < each.until and fits(each):
            yield each


def touching(
    person: PersonRecord,
    found: Candidates,
    first: int,
    last: int,
    *,
    start: CompactEntry | None = None,
    subject: str | None = None,
) -> Iterator[CompactEntry]:
    """Those of the candidates that fit and may have happened on these days."""
    view, test = person.view, found.test
    if view.at < found.changes_by:
        found.stand_until(view, first, last)
    known, exact = view.at, found.exact
    # By their last day, which for these is their only one.
    for place in range(bisect_left(found.days, first), len(exact)):
        each = exact[place]
        if each.last > last:
            break
        if each.since <= known < each.until and (test is None or test(person, each, start, subject)):
            yield each
    for each in found.ranges:
        if (
            each.last >= first
            and each.first <= last
            and each.since <= known < each.until
            and (test is None or test(person, each, start, subject))
        ):
            yield each


def count_within(person: PersonRecord, entry: CompactEntry, subject: str | None, event: CompiledEvent, first: int) -> int:
    """How many of the event, seen from the entry, there are from a day to that of the entry, itself among them if it is one."""
    found = of_start(candidates(person, event), entry.root)
    number = sum(each.id != entry.id for each in touching(person, found, first, entry.last, start=entry, subject=subject))
    # Itself asked apart, and by the whole question: found by what it points at, it was never asked that.
    return number + (entry.type in event.type_set and bool(event.fits_whole(person, entry, entry, subject)))


# What is about the person, whoever else its type may speak for.


def event_candidates(person: PersonRecord, event: CompiledEvent) -> Candidates:
    """The versions about the person that are the event, or could be where that is still to be asked of each."""
    found = person.kept.get((event, "own"))
    if found is None:
        fits: Test | None = event.fits
        versions = person.record.timeline(person.id, event.types).versions
        # Asked of all of them now, so that counting them later is counting.
        if fits is not None and event.is_settled(person):
            versions, fits = [each for each in versions if fits(person, each, None, None)], None
        found = person.kept[event, "own"] = Candidates(versions, fits, steady=person.steady)
    return cast("Candidates", found)


def person_candidates(person: PersonRecord, types: Types) -> Candidates:
    """Every version of entries of these types about the person."""
    found = person.kept.get((types, "own"))
    if found is None:
        found = person.kept[types, "own"] = Candidates(
            person.record.timeline(person.id, types).versions, None, steady=person.steady
        )
    return cast("Candidates", found)


def case_candidates(person: PersonRecord, types: Types) -> Candidates:
    """The same about anybody."""
    found = person.kept.get((types, "anybody's"))
    if found is None:
        found = person.kept[types, "anybody's"] = Candidates(
            person.record.timeline(None, types).versions, None, steady=person.steady
        )
    return cast("Candidates", found)


def latest_own(person: PersonRecord, event: CompiledEvent, entry: CompactEntry, n: int) -> list[CompactEntry]:
    """The last ``n`` entries about the person that are the event and are read before this one, the nearest first."""
    found = event_candidates(person, event)
    view, test = person.view, found.test
    known, order = view.at, entry.order
    best: list[CompactEntry] = []
    for each in backwards(view, found, entry, lambda each: test is None or test(person, each, None, None)):
        best.append(each)
        if len(best) == n:
            break
    ranges = [
        each
        for each in found.ranges
        if each.order < order and each.since <= known < each.until and (test is None or test(person, each, None, None))
    ]
    # Ranges may stand anywhere among the others, so they are put in their places before the last are taken.
    best = sorted((*best, *ranges), key=lambda each: each.order, reverse=True)[:n]
    if known < found.changes_by:
        found.stand_until(view, best[-1].last if len(best) == n else LONG_AGO, entry.last)
    return best


def count_own(person: PersonRecord, event: CompiledEvent, first: int, last: int) -> int:
    """How many of the event about the person had certainly happened by the last of these days and not before the first."""
    tally = person.kept.get((event, "tally"))
    if tally is None:
        tally = person.kept[event, "tally"] = (
            # Sums over the days, so that how many there were in a window is one subtraction.
            Tally((each, 1) for each in _fitting_versions(person, event)) if event.is_settled(person) else False
        )
    # False says that it was asked and cannot be counted once for all.
    if tally is not False:
        return cast("Tally", tally).between(person.view, first, last)
    return sum(each.last <= last for each in touching(person, event_candidates(person, event), first, last))


def _fitting_versions(person: PersonRecord, event: CompiledEvent) -> list[CompactEntry]:
    fits = event.fits
    return [each for each in person.record.timeline(person.id, event.types).versions if fits(person, each, None, None)]


def known_by(person: PersonRecord, what: Any, find: Callable[[PersonRecord], Any], read: Iterable[Candidates], day: int) -> Any:
    """What ``find`` finds, where what it says of a day rests on nothing that it reads of later days: until what may have happened
    by then reads otherwise."""
    view = person.view
    # Kept for the whole of what it reads, it would stand only until anything of that changes: but of a day only what may have
    # happened by then matters, and that is said here in its place.
    outer = view.until
    found = person.keep(what, find)
    view.until = outer
    for each in read:
        if view.at < each.changes_by:
            each.stand_until(view, LONG_AGO, day)
    return found
