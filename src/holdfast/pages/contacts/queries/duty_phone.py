"""Whom to ring about a child in danger: the front door while somebody is there, emergency duty while they are on, and where the
record has nobody on duty at all, a manager who answers the telephone."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.access.role_grants import role_of
from holdfast.duty.rota import staffing_roster
from holdfast.engine.responsibility.roster import Roster
from holdfast.pages import partnership
from holdfast.record.models import Worker

FRONT_DOOR, EMERGENCY_DUTY = "the front door", "emergency duty"


@dataclass(frozen=True)
class DutyPhone:
    """A number that somebody answers now, and whose it is (``of``). ``night`` is true while the front door is not staffed."""

    phone: str
    night: bool
    of: str


def duty_phone(at: datetime) -> DutyPhone:
    """The number for this hour."""
    # Whether somebody sits there and not what time it is: a number that nobody answers is worse than none for a child in danger.
    here, now = partnership.here(), staffing_roster(at)
    by_hours = now.shifts.desk_open(now.hour)
    if _answers(now.answers("front_door"), by_hours=by_hours):
        return DutyPhone(here.front_door, False, FRONT_DOOR)
    emergency = DutyPhone(here.out_of_hours, True, EMERGENCY_DUTY)
    if _answers(now.answers("emergency_duty"), by_hours=not by_hours):
        return emergency
    # The number that is always switched through to somebody comes last, for then nobody is known to sit at it.
    return _of_a_manager(now) or emergency


def _answers(known: bool | None, *, by_hours: bool) -> bool:
    # Where the record names nobody for a team, the hours on its door are all that there is to go by.
    return by_hours if known is None else known


def _of_a_manager(now: Roster) -> DutyPhone | None:
    there = now.managers_there()
    with_phone = Worker.objects.exclude(phone="").in_bulk(there)
    found = next((with_phone[id] for id in there if id in with_phone), None)
    return None if found is None else DutyPhone(found.phone, True, f"{found.name} ({role_of(found.role).title})")
