"""What a signal finds, before it is put in words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.death import death, ending_of_all
from holdfast.engine.compiled.departure import is_exact
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.instants import NEVER, day_of, midnight
from holdfast.engine.compiled.person import PersonRecord
from holdfast.rules.signal import Signal

Ended = tuple[int, CompactEntry | None]
"""The instant at which it was no longer so, and by which entry."""


class CompactMatch:
    """What a shape finds: when, by which entries (the one that made it so last), and its end. ``who``, ``why``, ``counted_from``
    and ``part`` are as for the reference's worry; ``sentence`` is one that is said as it stands."""

    __slots__ = ("at", "counted_from", "due", "due_timed", "ended", "entries", "part", "sentence", "who", "why")

    def __init__(
        self,
        at: int,
        entries: tuple[CompactEntry, ...],
        ended: Ended | None = None,
        *,
        due: int | None = None,
        due_timed: bool = False,
        who: tuple[str, ...] = (),
        why: str | None = None,
        counted_from: int | None = None,
        part: str = "",
        sentence: str | None = None,
    ) -> None:
        self.at = at
        self.entries = entries
        self.ended = ended
        self.due = due
        self.due_timed = due_timed
        self.who = who
        self.why = why
        self.counted_from = counted_from
        self.part = part
        self.sentence = sentence


def replaced(match: CompactMatch, **other: Any) -> CompactMatch:
    """The same match, with what is named otherwise."""
    # Past ``__init__``, which would have to be told every field again.
    found = object.__new__(CompactMatch)
    for name in CompactMatch.__slots__:
        setattr(found, name, other.get(name, getattr(match, name)))
    return found


class CompactFinding:
    """As :class:`holdfast.engine.raised_signal.Finding`: a signal raised for one person. ``evidence`` are its entries, oldest
    first."""

    __slots__ = ("about", "approximate", "at", "ended", "ended_by", "evidence", "key", "match", "person", "signal")

    about: tuple[str, ...]
    approximate: bool
    at: int
    ended: int | None
    ended_by: CompactEntry | None
    evidence: tuple[CompactEntry, ...]
    key: str
    match: CompactMatch
    person: str
    signal: Signal

    def entries(self) -> Iterable[CompactEntry]:
        """Every entry that it says something of."""
        return self.evidence if self.ended_by is None else (*self.evidence, self.ended_by)


def finding(person: PersonRecord, signal: Signal, match: CompactMatch) -> CompactFinding | None:
    """A signal for this person; none where it is not raised for adults and the person is one."""
    # Asked for every match: by the day it came, as in the reference.
    if not signal.adults and person.is_adult(day_of(match.at)):
        return None
    # The parent it is about, or the carer: of the dead nothing more is asked.
    gone = ending_of_all(person, match.who) if match.who and not signal.after_death else None
    if gone is not None:
        if gone[0] <= match.at:
            return None
        match = replaced(match, ended=sooner(match.ended, gone))
    return build_finding(person, signal, match, _key(match))


def _key(match: CompactMatch) -> str:
    # What is found in the family alone is known by whom it is about.
    if not match.entries:
        return "/".join(match.who)
    key = match.entries[-1].root
    # Put together only from what there is: most matches are known by their entry alone.
    if match.who:
        key = "/".join((key, *match.who))
    if match.counted_from:
        key = f"{key}/{date.fromordinal(match.counted_from)}"
    return f"{key}/{match.part}" if match.part else key


def build_finding(person: PersonRecord, signal: Signal, match: CompactMatch, key: str) -> CompactFinding | None:
    """The same whoever it is raised for, known by a key of its own; none where they had died by then."""
    over = None if signal.after_death else death(person)
    if over is not None and match.at >= over[0]:
        return None
    found = CompactFinding()
    found.signal, found.person, found.match, found.at = signal, person.id, match, match.at
    found.key = f"{signal.id}/{person.id}/{key}"
    entries = match.entries
    # One entry is in order and there once, and most findings have one.
    if len(entries) > 1:
        entries = tuple(sorted(dict.fromkeys(entries), key=lambda entry: entry.order))
    found.evidence = entries
    found.approximate = not all(is_exact(entry) for entry in entries)
    found.about = (person.id,)
    if signal.about_family:
        day = day_of(match.at)
        found.about = (person.id, *(each for each in person.siblings if person.other(each).is_child_on(day)))
    found.ended = found.ended_by = None
    if match.ended is not None:
        # What ended it may be dated before what began it, on the same day.
        found.ended, found.ended_by = max(match.ended[0], match.at), match.ended[1]
    if over is not None and (found.ended is None or found.ended > over[0]):
        found.ended, found.ended_by = over
    return found


def finding_shown_from(found: CompactFinding, since: int) -> int:
    """The first instant from ``since`` on at which this version shows a worry; :data:`NEVER` where it shows none."""
    # Not ``max``: it is called for every finding in every state of knowledge.
    shown = since if since > found.at else found.at
    for entry in found.evidence:
        # It may speak of a day that was past when it was written down: nobody can have seen it before.
        if entry.start > shown and entry.recorded > shown:
            shown = min(entry.start, entry.recorded)
    return NEVER if found.ended is not None and shown >= found.ended else shown


def seen_at(entry: CompactEntry) -> int:
    """The instant from which something that happened counts for a signal: its own, or the start of its last day."""
    return entry.instant if entry.instant is not None else midnight(entry.last)


def began(start: CompactStart) -> int:
    """The instant from which what a start says counts for a worry."""
    return seen_at(start.entry) if start.day == start.entry.last else midnight(start.day)


def sooner(one: Ended | None, other: Ended | None) -> Ended | None:
    """Whichever came first."""
    if one is None or other is None:
        return other if one is None else one
    return other if other[0] < one[0] else one
