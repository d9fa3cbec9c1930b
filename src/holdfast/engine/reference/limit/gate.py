"""Something that has to be so before the event itself."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from holdfast.engine.clock import Clock
from holdfast.engine.reference import due_day
from holdfast.engine.reference import met_by as meeting
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.event import EntryContext, holds
from holdfast.engine.reference.outcome import start_clock
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.trigger import starts
from holdfast.kernel.unknown import Unknown
from holdfast.rules.limit import Amount, Gate
from holdfast.rules.standard import Standard


def gate(person: PersonView, rule: Standard) -> Iterator[Clock]:
    """Something that has to be so before the event itself."""
    asked = rule.limit
    assert isinstance(asked, Gate)
    for start in starts(person, rule.trigger):
        clock = replace(start_clock(person, rule, start), gate=True)
        answers = [holds(condition, EntryContext(person, start.entry, start=start.entry)) for condition in asked.conditions]
        # One condition that certainly fails is a breach however much else is unknown, so that failures are looked for first.
        unknown = next((answer for answer in answers if isinstance(answer, Unknown)), None)
        if False in [answer for answer in answers if not isinstance(answer, Unknown)]:
            found = _remedy(person, rule, asked.remedy_within, start)
            # Put right is not as if it had been so: it is met late.
            yield clock if found is None else replace(clock, met_by=found.entry.id, met_on=found.day, met_late=True)
        elif unknown is not None:
            yield replace(clock, missing=unknown.missing)
        else:
            yield replace(clock, met_by=start.entry.id, met_on=start.day)


def _remedy(person: PersonView, rule: Standard, within: Amount | None, start: Start) -> meeting.MeetingEntry | None:
    """What put a failed gate right, if it came soon enough to be about the same thing."""
    found = meeting.first(person, rule.met_by, start)
    if found is None or within is None:
        return None
    latest = due_day.add(start.day, within)
    # Long afterwards the same event is about something else: a later visit does not show that the first was prepared.
    return found if isinstance(latest, date) and found.day <= latest else None
