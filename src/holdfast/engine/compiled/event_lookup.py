"""Finding the entries that are an event: the first from a day on, those before or after an entry, all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any

from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent, Test
from holdfast.engine.compiled.instants import ALWAYS, FAR_OFF, NEVER
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.version_timeline import View, in_order

# Below this, looking at each costs less than finding the next change among all of them.
FEW = 12
"""So many late entries are sooner looked at one by one."""


class Candidates:
    """Entries that could be one of the events, apart by whether their day is exact. ``test`` is still to be asked of each,
    where it could not be asked beforehand. ``late`` are those that are not read in every state of knowledge; ``plain`` says
    that there are none of any of these."""

    orders: list[Any] | None = None
    late: Sequence[CompactEntry] = ()
    late_days: Sequence[int] = ()
    late_ranges: Sequence[CompactEntry] = ()
    changes_by = ALWAYS
    _changes: list[tuple[int, CompactEntry]] | None = None

    def __init__(self, entries: Sequence[CompactEntry], test: Test | None, *, steady: bool = False) -> None:
        # In the order of their days, which a search can use only where each has one day: ranges stand apart, and are few.
        self.exact = [entry for entry in entries if entry.exact]
        self.days = [entry.last for entry in self.exact]
        self.ranges = [entry for entry in entries if not entry.exact] if len(self.exact) < len(entries) else ()
        self.test = test
        # Versions that come or go with what is known. All others are in every state, so that only these can end one.
        late = () if steady else [entry for entry in entries if entry.since != ALWAYS or entry.until != NEVER]
        if late:
            self.late = [entry for entry in late if entry.exact]
            self.late_days = [entry.last for entry in self.late]
            self.late_ranges = [entry for entry in late if not entry.exact]
            # After the last change nothing of it ever reads otherwise, and nobody need ask how long an answer stands.
            self.changes_by = max(at for entry in late for at in (entry.since, entry.until) if at != NEVER)
        self.plain = test is None and not late and not self.ranges

    def read_before(self, entry: CompactEntry) -> int:
        """How many of those whose day is exact are read before an entry."""
        if self.orders is None:
            # Made when it is first wanted: most candidates are only ever looked for from a day on.
            self.orders = [each.order for each in self.exact]
        return bisect_left(self.orders, entry.order)

    def stand_until(
        self, view: View, first: int, last: int, upto: CompactEntry | None = None, after: CompactEntry | None = None
    ) -> None:
        """What was looked through on these days reads so until the first of them does not. Of those whose day is exact, nothing
        was looked at that is read after ``upto`` or before ``after``."""
        late, days = self.late, self.late_days
        # Only what lies on the days that were looked through can change the answer. Were everything late to end it, a child
        # with a year of late visits would have a state of knowledge for each of them, for every rule.
        begin, end = bisect_left(days, first), bisect_right(days, last)
        if end - begin > FEW:
            return self._stand_until_the_next(view, first, last, upto, after)
        at = view.at
        for place in range(begin, end):
            entry = late[place]
            # Late entries are in reading order too, so whatever follows was not looked at either.
            if upto is not None and entry.order > upto.order:
                break
            if after is None or entry.order >= after.order:
                _until(view, entry, at)
        # A range may touch the days from outside, so its place in the order says nothing.
        for entry in self.late_ranges:
            if entry.last >= first and entry.first <= last:
                _until(view, entry, at)
        return None

    def _stand_until_the_next(
        self, view: View, first: int, last: int, upto: CompactEntry | None, after: CompactEntry | None
    ) -> None:
        # Of many, the changes are gone through as they come, up to the first of something that was looked at.
        # Sorted once: with hundreds of late entries every start would go through all of them for its own answer.
        if self._changes is None:
            there = [entry for late in (self.late, self.late_ranges) for entry in late]
            changes = [(at, entry) for entry in there for at in (entry.since, entry.until) if at not in (ALWAYS, NEVER)]
            self._changes = sorted(changes, key=_instant)
        changes, stands = self._changes, view.until
        for place in range(bisect_right(changes, view.at, key=_instant), len(changes)):
            at, entry = changes[place]
            if at >= stands:
                return
            counts = not entry.exact or (
                (upto is None or entry.order <= upto.order) and (after is None or entry.order >= after.order)
            )
            if counts and entry.last >= first and entry.first <= last:
                view.until = at
                return


def _instant(change: tuple[int, CompactEntry]) -> int:
    return change[0]


def _until(view: View, entry: CompactEntry, at: int) -> None:
    if at < entry.since < view.until:
        view.until = entry.since
    if at < entry.until < view.until:
        view.until = entry.until


NONE = Candidates((), None, steady=True)
Found = Candidates | dict[str, Candidates]
"""All of them, or those that point at each entry."""


def readable(person: PersonRecord, event: CompiledEvent) -> Sequence[CompactEntry]:
    """Every version of the event's types that may count for a person: about them, or speaking for others wherever it is filed."""
    record = person.record
    # About the person: for nearly every event that is all, and the list is the record's own.
    own = record.versions(person.id, event.types)
    if not event.elsewhere and not event.of_workers:
        return own
    more = list(record.versions(None, event.elsewhere)) if event.elsewhere else []
    if event.of_workers:
        more += [entry for entry in record.versions(None, event.of_workers) if not entry.about]
    if not more:
        return own
    # An entry is itself and no other, so this leaves out what was found twice and keeps two versions that say the same apart.
    return sorted(dict.fromkeys((*own, *more)), key=in_order)


def candidates(person: PersonRecord, event: CompiledEvent) -> Found:
    """The candidates of an event for a person, found once."""
    # By the event itself, which is one object for all rules that say the same: however many rules look for a visit, it is
    # looked for once.
    found: Found | None = person.kept.get(event)
    if found is None:
        found = person.kept[event] = _candidates(person, event)
    return found


def _candidates(person: PersonRecord, event: CompiledEvent) -> Found:
    entries = readable(person, event)
    if not entries:
        return NONE
    # What an entry answers hangs on something that may read otherwise: then it has to be asked of each when it is looked at.
    if not event.is_settled(person):
        return Candidates(entries, event.meets, steady=person.steady)
    fitting = event.select(person, entries)
    if event.link is None:
        return Candidates(fitting, None, steady=person.steady) if fitting else NONE
    linked: dict[str, list[CompactEntry]] = {}
    for entry in fitting:
        # By what it points at. A clock then looks only at entries that point at its own start, and not at every answer to
        # every question.
        for root in dict.fromkeys(event.link(person, entry)):
            linked.setdefault(root, []).append(entry)
    return {root: Candidates(each, None, steady=person.steady) for root, each in linked.items()}


def of_start(found: Found, root: str) -> Candidates:
    """Those of the candidates that can answer to a starting entry."""
    return found.get(root, NONE) if isinstance(found, dict) else found


def first(person: PersonRecord, event: CompiledEvent, start: CompactStart) -> tuple[CompactEntry, int] | None:
    """The earliest entry at or after the start that certainly is the event, and the day on which it counts."""
    # Written out and not called, here and below: this is the inmost loop of every rule, where a call would cost as much as
    # what is done in it.
    there: Found | None = person.kept.get(event)
    if there is None:
        there = candidates(person, event)
    entry = start.entry
    found = there.get(entry.root, NONE) if isinstance(there, dict) else there
    if found is NONE:
        return None
    # Nothing late, no ranges, no test, no time of day: then the first that is not before the day is the answer.
    if found.plain and start.instant is None:
        return _first_of_plain(found, start)
    return _first_of_any(person, found, start)


def _first_of_plain(found: Candidates, start: CompactStart) -> tuple[CompactEntry, int] | None:
    """Where every candidate is read in every state, has a day of its own, and fits."""
    day, id = start.day, start.entry.id
    exact = found.exact
    # The days are sorted, so everything before the start is passed over at once.
    place = bisect_left(found.days, day)
    if start.follows:
        place = _from(found, start)
    while place < len(exact):
        each = exact[place]
        # The start itself is no answer to itself; with a test that is asked in the test, because some events mean it.
        if each.id != id:
            return each, each.first if each.first > day else day
        place += 1
    return None


def _first_of_any(person: PersonRecord, found: Candidates, start: CompactStart) -> tuple[CompactEntry, int] | None:
    entry = start.entry
    view, day, at, test, id = person.view, start.day, start.instant, found.test, entry.id
    subject = start.about[0] if start.about else None
    best, exactly, on, known, exact = None, None, FAR_OFF, view.at, found.exact
    for place in range(_from(found, start), len(exact)):
        each = exact[place]
        # Of each fact the lists hold every version, and exactly one or none is read at an instant.
        if not each.since <= known < each.until or (at is not None and each.instant is not None and each.instant < at):
            continue
        if (each.id != id) if test is None else test(person, each, entry, subject):
            best = exactly = each
            on = _counts_on(each, each.id == id, day)
            break
    # A range may have been on an earlier day than the exact one that was found, and then it is what met it.
    for each in found.ranges:
        if each.since <= known < each.until and each.last >= day and not (start.follows and each.order < entry.order):
            counts = _counts_on(each, each.id == id, day)
            if counts < on and ((each.id != id) if test is None else test(person, each, entry, subject)):
                best, on = each, counts
    # Up to the day that was reached, and not beyond: what becomes known of later days changes nothing of this answer.
    if known < found.changes_by:
        found.stand_until(view, day, on, exactly)
    return None if best is None else (best, on)


def _from(found: Candidates, start: CompactStart) -> int:
    """The place of the first exact candidate that is not before the start."""
    place = bisect_left(found.days, start.day)
    if start.follows:  # nothing that is read before it can meet it
        # Two things of one day: the one that is read before this start met the last interval, and cannot meet this one.
        return max(place, found.read_before(start.entry))
    return place


def _counts_on(entry: CompactEntry, itself: bool, day: int) -> int:
    # Met by what started it: it counts from the day it was said, as the reference has it.
    on = entry.recorded_day if itself else entry.first
    return on if on > day else day


def earlier(
    person: PersonRecord, entry: CompactEntry, subject: str | None, event: CompiledEvent, since: int
) -> Iterator[CompactEntry]:
    """Entries of the event that are read before ``entry`` and may have happened since a day, the nearest first."""
    found = of_start(candidates(person, event), entry.root)
    if found is NONE:
        return
    view, order, test = person.view, entry.order, found.test
    # Said before the first is given out: whoever takes only the nearest looked no further, but which it is may change with
    # any of them.
    if view.at < found.changes_by:
        found.stand_until(view, since, entry.last, upto=entry)
    known = view.at
    for place in range(found.read_before(entry) - 1, -1, -1):
        each = found.exact[place]
        if each.last < since:
            break
        if each.since <= known < each.until and (test is None or test(person, each, entry, subject)):
            yield each
    for each in found.ranges:
        if (
            each.order < order
            and each.last >= since
            and each.since <= known < each.until
            and (test is None or test(person, each, entry, subject))
        ):
            yield each


def later(
    person: PersonRecord, entry: CompactEntry, subject: str | None, event: CompiledEvent, until: int
) -> Iterator[CompactEntry]:
    """Those that are read after it and may have happened by a day, the nearest first."""
    found = of_start(candidates(person, event), entry.root)
    if found is NONE:
        return
    view, order, test = person.view, entry.order, found.test
    if view.at < found.changes_by:
        found.stand_until(view, entry.first, until, after=entry)
    known = view.at
    for place in range(found.read_before(entry), len(found.exact)):
        each = found.exact[place]
        if each.first > until:
            break
        if each.order > order and each.since <= known < each.until and (test is None or test(person, each, entry, subject)):
            yield each
    for each in found.ranges:
        if (
            each.order > order
            and each.first <= until
            and each.since <= known < each.until
            and (test is None or test(person, each, entry, subject))
        ):
            yield each
