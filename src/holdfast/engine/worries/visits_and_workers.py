"""Signals about visits nobody can show, workers who change, and supervision that never came."""

from collections.abc import Iterator
from datetime import date, timedelta

from holdfast.engine.complexity import complexity
from holdfast.engine.fields import listed, value
from holdfast.engine.folding import spans
from holdfast.engine.life import Life
from holdfast.engine.patterns import lead_episodes
from holdfast.engine.raised import Raised
from holdfast.engine.worries.shape import after_working_days, is_child, raise_, root, seen_at, when_words
from holdfast.kernel.calendar import add_months
from holdfast.kernel.when import When, day_in_words, london_day, start_of_day
from holdfast.signals.model import Signal
from holdfast.standards.states import CHILD_PROTECTION_PLAN
from holdfast.vocabulary.entry import Entry


def visit_unrecorded(life: Life, signal: Signal) -> Iterator[Raised]:
    """Each booked visit whose day and the working day after it passed with nothing recorded."""
    bookings = life.entries("visit_booked")
    outcomes = life.entries("visit_made", "contact_missed")
    for booking in bookings:
        planned = next((each for each in listed(booking, "for") if isinstance(each, When)), None)
        if planned is None or not is_child(life, planned.last) or _booked_again(bookings, booking, planned):
            continue
        at = after_working_days(planned.last, int(signal.numbers["working_days"]))
        if at is None or any(planned.first <= each.happened.last and each.happened.start < at for each in outcomes):
            continue
        why = f"A visit was booked for {planned.in_words()}; nothing is recorded of it, nor that it was missed."
        yield raise_(life, signal, at, (booking,), why)


def _booked_again(bookings: tuple[Entry, ...], booking: Entry, planned: When) -> bool:
    return any(
        other.id != booking.id
        and value(other, "worker") == value(booking, "worker")
        and (booking.happened.end, booking.recorded_at) < (other.happened.end, other.recorded_at)
        and other.happened.last <= planned.last
        for other in bookings
    )


def worker_changes(life: Life, signal: Signal) -> Iterator[Raised]:
    """The allocation that makes too many lead workers in twelve months."""
    episodes = [entry for entry, _ in lead_episodes(life)]
    above = False
    for number, entry in enumerate(episodes):
        since = entry.happened.last - timedelta(days=int(signal.numbers["days"]))
        recent = [each for each in episodes[: number + 1] if each.happened.last > since]
        enough = len(recent) >= signal.numbers["n"] and is_child(life, entry.happened.last)
        if enough and not above:
            why = f"{len(recent)} lead social workers in twelve months, the latest {when_words(entry)}."
            yield raise_(life, signal, seen_at(entry.happened), recent, why, key=root(life, entry))
        above = enough


def no_multi_agency_supervision(life: Life, signal: Signal) -> Iterator[Raised]:
    """Twelve months on a plan, or two marks of complexity, and no supervision across agencies in the days that follow."""
    days = int(signal.numbers["working_days"])
    sessions = life.entries("multi_agency_supervision_held")
    starts: list[tuple[date, date, Entry, tuple[Entry, ...], date | None, str]] = [
        (add_months(span.start, 12), span.start, span.started_by, (), span.end, "The plan has lasted twelve months")
        for span in spans(life, CHILD_PROTECTION_PLAN)
    ]
    starts += [
        (s.day, s.day, s.entry, s.extra, None, "Two marks of complexity since " + day_in_words(s.day)) for s in complexity(life)
    ]
    for criterion, since, entry, extra, end, words in starts:
        at = after_working_days(criterion, days)
        if at is None or life.is_adult(criterion) or (end is not None and start_of_day(end) <= at):
            continue
        session = next((each for each in sessions if each.happened.last >= since), None)
        if session is not None and session.happened.start < at:
            continue
        ended = (
            (seen_at(session.happened), session) if session is not None else (None if end is None else (start_of_day(end), None))
        )
        why = f"{words}; no multi-agency supervision held {days} working days later, by {day_in_words(london_day(at))}."
        yield raise_(life, signal, at, (entry, *extra), why, key=f"{root(life, entry)}/{criterion}", ended=ended)
