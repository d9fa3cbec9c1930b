"""What every signal's function shares: how a pattern becomes a :class:`~holdfast.engine.raised_signal.Finding`."""

from collections.abc import Iterable
from datetime import date, datetime

from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.departure import day_of_effect
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.kernel.when import When, start_of_day
from holdfast.rules.signal import Signal
from holdfast.vocabulary.entry import Entry


def seen_at(when: When) -> datetime:
    """The instant from which something that happened counts for a signal: its own, or the start of its last day."""
    # The start of the day: a worry is there for all of the day on which it came.
    return when.instant or start_of_day(when.last)


def make_finding(
    person: PersonView,
    signal: Signal,
    at: datetime,
    evidence: Iterable[Entry],
    why: str,
    *,
    key: str | None = None,
    about: tuple[str, ...] = (),
    ended: tuple[datetime, Entry | None] | tuple[datetime, Entry] | tuple[datetime, None] | None = None,
) -> Finding:
    """A signal for this person. The key is that of the first entry of the evidence unless another is given."""
    # An entry that makes a worry in two ways is shown once, and in the order in which things happened, whatever order found
    # them.
    entries = sorted(dict.fromkeys(evidence), key=order)
    known_by = key or person.known.history.root(entries[0].id)
    return Finding(
        signal=signal.id,
        child=person.id,
        about=about or (person.id,),
        evidence=tuple(entry.id for entry in entries),
        key=f"{signal.id}/{person.id}/{known_by}",
        raised_at=at,
        why=why,
        # What ended it may be dated before what began it, on the same day: it never lasted less than no time.
        ended_at=None if ended is None else max(ended[0], at),
        ended_by=ended[1].id if ended is not None and ended[1] is not None else None,
        approximate=not all(is_exact(entry) for entry in entries),
    )


def is_exact(entry: Entry) -> bool:
    """Whether it says on what day: of a worker who is leaving, also which day is the last."""
    return entry.happened.exact and day_of_effect(entry).exact


def root(person: PersonView, entry: Entry) -> str:
    """The id a fact keeps whatever version of it is read."""
    return person.known.history.root(entry.id)


def when_words(entry: Entry) -> str:
    """When an entry happened, for the middle of a sentence: "on 5 Oct 2018", "in October 2018"."""
    return entry.happened.placed()


def is_child(person: PersonView, day: date) -> bool:
    """Whether the person can be the child of a signal on ``day``."""
    return not person.is_adult(day)
