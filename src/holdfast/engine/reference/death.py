"""What a death ends, and that nothing begins after it but what the death itself asks: decided here for every rule."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from holdfast.engine.clock import Clock
from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import listed
from holdfast.engine.reference.person_view import PersonView
from holdfast.kernel.when import start_of_day
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.vocabulary.entry import Entry

DAY = timedelta(days=1)
RECORDED = "death recorded"
"""Why something is not required any more, in words."""
CARERS = ("with", "carer")
"""Fields in which an entry that begins a carer's clock names the carer."""


def clocks_until_death(person: PersonView, rule: Standard, found: Iterable[Clock]) -> Iterator[Clock]:
    """Those clocks of this person that start while they live, or that a death asks for."""
    if person.died is None or person.dead_from is None or rule.after_death:
        yield from found
        return
    last = person.dead_from
    for clock in found:
        # Hours count from the midnight that ends a day whose time is not known: that midnight is still of the day itself.
        if clock.starts > start_of_day(last + DAY) if isinstance(clock.starts, datetime) else clock.starts > last:
            continue
        # What could never be told need not be told any more.
        if clock.missing is not None and clock.excused_on is None and not rule.outlives_childhood:
            clock = replace(clock, excused_on=last, excused_by=person.died.id, excused_why=RECORDED)
        yield clock


def until_death(person: PersonView, signal: Signal, found: Iterable[Finding]) -> Iterator[Finding]:
    """What a signal raises while they live, each over with the death."""
    ended = None if signal.after_death else _death(person)
    for each in found:
        if ended is None:
            yield each
        elif each.raised_at < ended[0]:
            over = each.ended_at is not None and each.ended_at <= ended[0]
            yield each if over else replace(each, ended_at=ended[0], ended_by=ended[1].id)


def ending_of_all(person: PersonView, who: tuple[str, ...]) -> tuple[datetime, Entry] | None:
    """The death of the last of those a worry is about, once all of them have died."""
    deaths = [_death(PersonView.of(person.known, each)) for each in who]
    found = [each for each in deaths if each is not None]
    return max(found, key=lambda each: each[0]) if found and len(found) == len(deaths) else None


def _death(person: PersonView) -> tuple[datetime, Entry] | None:
    if person.died is None or person.dead_from is None:
        return None
    return person.died.happened.instant or start_of_day(person.dead_from), person.died


def deaths_ending(person: PersonView, rule: Standard, start: Start) -> Iterator[tuple[date, str | None, str]]:
    """The deaths that end the need for what began: the person's own, and that of whoever it was to be done for or with."""
    if not rule.outlives_childhood:
        yield from _ending(person, start, (person.id,))
    yield from _ending(person, start, start.about)
    if rule.scope == "per_carer":
        yield from _ending(person, start, tuple(dict.fromkeys(each for name in CARERS for each in listed(start.entry, name))))


def _ending(person: PersonView, start: Start, who: tuple[str, ...]) -> Iterator[tuple[date, str | None, str]]:
    views = [PersonView.of(person.known, each) for each in who]
    days = [(view.dead_from, view.died.id) for view in views if view.died is not None and view.dead_from is not None]
    # A couple cares together: while one of them lives there is somebody to do it with.
    if days and len(days) == len(views):
        last, by = max(days)
        # Begun after it, it is over as it begins; the person's own is not begun at all.
        if last >= start.day or who != (person.id,):
            yield max(last, start.day), by, RECORDED
