"""Stays with relatives and friends that repeat: the meaning of :class:`~holdfast.rules.trigger.StaysRepeat`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import listed
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.met_by import open_to
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.rules.trigger import StaysRepeat
from holdfast.vocabulary.entry import Entry

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stay:
    """A stay away from the main home: who with, the first day, and the day it ended, where it has."""

    entry: Entry
    carers: tuple[str, ...]
    start: date
    end: date | None

    def nights(self, first: date, last: date) -> list[date]:
        """Nights slept there, each named by the day it began, from ``first`` to ``last`` inclusive."""
        begin = max(self.start, first)
        # The day a stay ends is no night there.
        until = last if self.end is None else min(self.end - DAY, last)
        return [begin + timedelta(days=n) for n in range((until - begin).days + 1)]


def stays(person: PersonView, trigger: StaysRepeat) -> list[Stay]:
    """Every stay the trigger means, in order. A stay ends when it is said to, or when the next begins."""
    found: list[Stay] = []
    entries = person.entries(*dict.fromkeys((*trigger.stay.types, *trigger.ends.types)))
    meant = {entry.id for entry in fitting(person, (trigger.stay,))}
    for number, entry in enumerate(entries):
        if entry.id in meant:
            # The next entry of either kind: whoever begins another stay has left the last.
            ending = next(iter(entries[number + 1 :]), None)
            end = None if ending is None else max(ending.happened.last, entry.happened.last)
            found.append(Stay(entry, tuple(str(each) for each in listed(entry, "with")), entry.happened.last, end))
    return found


def repetitions(person: PersonView, trigger: StaysRepeat) -> Iterator[Start]:
    """Where stays reach the number, told with those that make it."""
    days = trigger.within.n
    last_raised: set[tuple[str, ...]] = set()
    every = stays(person, trigger)
    for number, stay in enumerate(every):
        recent = [
            each
            for each in every[:number]
            if set(each.carers) & set(stay.carers) and (each.end is None or each.end > stay.start - timedelta(days=days))
        ]
        # Reached by the number of stays it counts from the first day of this one, by nights from the one that makes enough.
        day = stay.start if len(recent) + 1 >= trigger.episodes else _last_night(stay, recent, trigger)
        if day is None or _done_by(person, trigger, stay, day):
            continue
        # Said once for a carer while stays go on: after so long without one it would be a new beginning.
        again = stay.carers in last_raised and bool(recent)
        last_raised.add(stay.carers)
        if not again:
            used = tuple(each.entry for each in recent)
            exact = all(each.happened.exact for each in (*used, stay.entry))
            yield Start(stay.entry, day, None, exact, extra=used)


def _done_by(person: PersonView, trigger: StaysRepeat, stay: Stay, day: date) -> bool:
    done = [
        each
        for event in trigger.unless
        for each in open_to(person, (event,))
        if certainly(event, EntryContext(person, each, start=stay.entry))
    ]
    return any(each.happened.first <= day for each in done)


def _last_night(stay: Stay, recent: list[Stay], trigger: StaysRepeat) -> date | None:
    """The day on which the last of so many nights in the window begins."""
    first = stay.start - timedelta(days=trigger.within.n - 1)
    nights = [night for each in recent for night in each.nights(first, stay.start)]
    nights += stay.nights(stay.start, stay.start + timedelta(days=trigger.nights - 1))
    return sorted(nights)[trigger.nights - 1] if len(nights) >= trigger.nights else None
