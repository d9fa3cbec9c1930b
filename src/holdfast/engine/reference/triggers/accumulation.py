"""Entries that add up: the meaning of :class:`~holdfast.rules.trigger.Gathers`."""

from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from holdfast.engine.reference.affiliation import agency_of, sender_of
from holdfast.engine.reference.due_day import add
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.event import EntryContext, certainly, holds
from holdfast.engine.reference.met_by import open_to
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.triggers.occasions import occasions
from holdfast.kernel.calendar import add_months, working_days_after
from holdfast.kernel.unknown import Unknown
from holdfast.rules.event import Event
from holdfast.rules.limit import Amount
from holdfast.rules.participants import LINKS
from holdfast.rules.trigger import Gathers, Key
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class CountedEntry:
    """One entry in the window, with the child it is counted for."""

    entry: Entry
    person: PersonView

    @property
    def day(self) -> date:
        return self.entry.happened.last


class _Window:
    """The entries that still count, oldest first, with how often each thing that is counted is among them."""

    def __init__(self, trigger: Gathers, *, linked: bool) -> None:
        wanted: tuple[tuple[Key, int], ...] = ((trigger.counting, trigger.n), *trigger.also)
        # Where no reports are said to be of one event, each is an occasion of its own.
        # Counting events of which nobody said anything is counting entries, and needs no second look at each window.
        self.wanted = tuple((("facts" if key == "occasions" and not linked else key), n) for key, n in wanted)
        self.there: deque[CountedEntry] = deque()
        # Counted as entries come and go: a window may hold hundreds, and is asked after every one.
        self._times: dict[str, Counter[object]] = {key: Counter() for key, _ in self.wanted if key != "occasions"}

    def add(self, each: CountedEntry) -> None:
        self.there.append(each)
        for key, times in self._times.items():
            times.update(_KEYS[key](each))

    def drop(self) -> None:
        """Let go of the oldest."""
        each = self.there.popleft()
        for key, times in self._times.items():
            for thing in _KEYS[key](each):
                times[thing] -= 1
                # A thing that is there no times would still be counted as one of several.
                if not times[thing]:
                    del times[thing]

    def enough(self) -> bool:
        """Whether there is enough of everything that is counted."""
        # Occasions last: which reports are of one event has to be worked out from the links, for the whole window.
        return all(len(self._times[key]) >= n for key, n in self.wanted if key in self._times) and all(
            len(_occasions(self.there)) >= n for key, n in self.wanted if key not in self._times
        )


def gatherings(person: PersonView, trigger: Gathers) -> Iterator[tuple[Entry, ...]]:
    """The entries in the window each time they reach the number, oldest first, the one that reached it last."""
    people = _people(person, trigger)
    window = _Window(trigger, linked=any(each.entries(LINKS) for each in people))
    until = date.min
    resets = sorted(entry.happened.last for entry in fitting(person, trigger.since))
    above = False
    for batch in _batches(_counted(person, trigger)):
        day = batch[0].day
        # All of one entry before it is asked whether there are enough: it is one event, however many children it is counted
        # for.
        for each in batch:
            window.add(each)
        since = _opens(day, trigger.within)
        at = bisect_right(resets, day)
        emptied = resets[at - 1] if at else date.min
        there = window.there
        # Only from the front: entries come in the order of their days, so those that are too old are the oldest.
        while there and (_too_old(there[0], batch[-1], since, trigger.within) or there[0].day <= emptied):
            window.drop()
        # The entry itself may fall out of its own window, where what empties it came on the same day.
        enough = bool(there) and there[-1].entry is batch[-1].entry and window.enough()
        # Asked last, because it looks at other entries, and only where there are enough is there anything to answer.
        enough = enough and not _answered(person, trigger, day) and _allowed(person, trigger, batch[-1].entry)
        # Said when the number is reached; again only after it had fallen below. What is quiet counts as having been said.
        if enough and not above and day >= until and _concerns(person, there):
            yield tuple(dict.fromkeys(each.entry for each in there))
            until = _quiet_until(day, trigger)
        above = enough


def _too_old(each: CountedEntry, last: CountedEntry, since: date, within: Amount) -> bool:
    """Whether it lies too far back. Hours are told by the clock where both times are known, and otherwise by the day."""
    one, other = each.entry.happened.instant, last.entry.happened.instant
    # By the clock where both times are known: a window of 24 hours is not two days.
    if within.unit == "hours" and one is not None and other is not None:
        return other - one >= timedelta(hours=within.n)
    return each.day <= since


def _people(person: PersonView, trigger: Gathers) -> list[PersonView]:
    return (
        [person, *(PersonView.of(person.known, child) for child in person.siblings)] if trigger.across == "family" else [person]
    )


def _counted(person: PersonView, trigger: Gathers) -> list[CountedEntry]:
    found = [CountedEntry(entry, each) for each in _people(person, trigger) for entry in fitting(each, trigger.events)]
    return sorted(found, key=lambda each: order(each.entry))


def fitting(person: PersonView, events: tuple[Event, ...]) -> tuple[Entry, ...]:
    """Entries about this person that certainly are one of ``events``, oldest first."""
    if not events:
        return ()
    # The same events are looked for by many rules, and by each for every start.
    return person.keep(("fitting", events), lambda person: _fitting(person, events))


def _fitting(person: PersonView, events: tuple[Event, ...]) -> tuple[Entry, ...]:
    entries = person.entries(*dict.fromkeys(each for event in events for each in event.types))
    return tuple(entry for entry in entries if any(certainly(event, EntryContext(person, entry)) for event in events))


def _batches(found: list[CountedEntry]) -> Iterator[list[CountedEntry]]:
    """One entry about several children is one event, however many of them it is counted for."""
    batch: list[CountedEntry] = []
    for each in found:
        if batch and batch[-1].entry.id != each.entry.id:
            yield batch
            batch = []
        batch.append(each)
    if batch:
        yield batch


def _opens(day: date, within: Amount) -> date:
    """The last day that is too long before ``day`` to be in its window."""
    match within.unit:
        case "months":
            return add_months(day, -within.n)
        case "working_days":
            opens = working_days_after(day, -within.n)
            return date.min if isinstance(opens, Unknown) else opens
        case "weeks":
            return day - timedelta(weeks=within.n)
        # At least a day: of something known only by its day nobody can tell on which side of an hour it was.
        case "hours":
            return day - max(timedelta(days=1), timedelta(hours=within.n))
        case _:
            return day - timedelta(days=within.n)


def _occasions(window: Iterable[CountedEntry]) -> Collection[object]:
    """Reports of one event are one occasion."""
    there = list(window)
    return frozenset(occasions(there[-1].person, (each.entry for each in there), there[-1].day))


def _concerns(person: PersonView, window: Iterable[CountedEntry]) -> bool:
    """Whether this child is among those the window is about: a family's worry is each child's own."""
    # Three entries about a brother make a worry about him, and not about every child of the family.
    return any(each.person.id == person.id for each in window)


def _answered(person: PersonView, trigger: Gathers, day: date) -> bool:
    # Without a length, whatever was ever done answers it.
    since = date.min if trigger.unless_within is None else _opens(day, trigger.unless_within)
    done = [entry for event in trigger.unless for entry in _speaking(person, event)]
    return any(since < entry.happened.last and entry.happened.first <= day for entry in done)


def _allowed(person: PersonView, trigger: Gathers, entry: Entry) -> bool:
    return all(holds(condition, EntryContext(person, entry)) is True for condition in trigger.only)


def _quiet_until(day: date, trigger: Gathers) -> date:
    ends = date.min if trigger.quiet is None else add(day, trigger.quiet)
    return ends if isinstance(ends, date) else date.max


def _speaking(person: PersonView, event: Event) -> tuple[Entry, ...]:
    return person.keep(
        ("speaking", event),
        lambda person: tuple(entry for entry in open_to(person, (event,)) if certainly(event, EntryContext(person, entry))),
    )


def _worker(each: CountedEntry) -> str | None:
    return str(value(each.entry, "worker") or each.entry.by or "") or None


def _sender(each: CountedEntry) -> str | None:
    """Whoever sent it: their agency where they wrote from one, otherwise themselves as they are named."""
    sender = sender_of(each.entry)
    # A sender may be written as an id, as words, or as a row with parts: who it was is the same thing said in three ways.
    if sender is None or isinstance(sender, str):
        known = each.person.world.workers.get(sender or "")
        return (known.organisation if known else None) or sender
    worker = each.person.world.workers.get(getattr(sender, "worker", None) or "")
    found = [
        getattr(sender, "organisation", None) or (worker.organisation if worker else None),
        *(getattr(sender, field, None) for field in ("worker", "name", "role")),
    ]
    # The agency first: two people of one school are one sender where senders are counted.
    return next((str(part).strip().casefold() for part in found if part), None)


def _source(each: CountedEntry) -> str | None:
    """Whose worry it is: an agency that sent it, where somebody did, and otherwise that of whoever recorded it."""
    sender = sender_of(each.entry)
    if sender is None:
        return agency_of(each.person.known, each.entry)
    named = sender if isinstance(sender, str) else getattr(sender, "worker", None)
    worker = each.person.world.workers.get(named) if named else None
    return (worker.organisation if worker else None) or getattr(sender, "organisation", None) or _sender(each)


def _some(*values: str | None) -> frozenset[object]:
    return frozenset(each for each in values if each)


_KEYS: dict[str, Callable[[CountedEntry], frozenset[object]]] = {
    "entries": lambda each: frozenset({each.entry.id}),
    "facts": lambda each: frozenset({each.person.known.history.root(each.entry.id)}),
    "days": lambda each: frozenset({each.day}),
    "agencies": lambda each: _some(agency_of(each.person.known, each.entry)),
    "workers": lambda each: _some(_worker(each)),
    "senders": lambda each: _some(_sender(each)),
    "sources": lambda each: _some(_source(each)),
    "aspects": lambda each: frozenset(str(aspect) for aspect in listed(each.entry, "neglect")),
    "indicators": lambda each: frozenset((each.entry.id, str(aspect)) for aspect in listed(each.entry, "neglect")),
    "children": lambda each: frozenset({each.person.id}),
}
