"""Who answers the telephone now, until when, and who is not there: by the roster and the rota, and no idea of its own."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.models import DutyShift
from holdfast.duty.rota import day_duty, on_shift
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment


@dataclass(frozen=True)
class StaffMember:
    """Somebody to ring: what they are tonight, and until when, where a rota says so."""

    worker: str
    what: str
    until: datetime | None = None


@dataclass(frozen=True)
class StaffForChild:
    """``there`` answer now, the nearest first. ``absent`` lead or cover for the child and do not answer now, each with why."""

    there: tuple[StaffMember, ...]
    absent: tuple[StaffMember, ...]


def staff_for(child: str, roster: Roster, moment: Moment) -> StaffForChild:
    """Whoever is on duty or on call for the child now, their lead worker and whoever covers."""
    at = moment.as_at
    there = [StaffMember(worker, "on duty", _until(worker, at)) for worker in on_shift(at) or () if roster.at_work(worker)]
    lead = roster.lead(child)
    manager = roster.on_call_manager(child, above=lead)
    if manager is not None:
        there.insert(0, StaffMember(manager[0], f"manager on call, {manager[1]}", _until(manager[0], at)))
    absent = []
    if lead is not None:
        cover = roster.cover(lead, child) if not roster.at_work(lead) else None
        for worker, what in ((lead, "lead worker"), (cover, f"covers for {roster.name(lead)}")):
            if worker is None:
                continue
            # Somebody of the day team is not rung at two in the morning, though they are not on leave.
            member = StaffMember(worker, what)
            (there if roster.at_work(worker) and day_duty(at) else absent).append(member)
    return StaffForChild(_once(there), tuple(absent))


def _until(worker: str, at: datetime) -> datetime | None:
    shift = DutyShift.objects.filter(worker_id=worker, starts__lte=at, ends__gt=at).order_by("ends").last()
    return shift.ends if shift else None


def _once(staff: list[StaffMember]) -> tuple[StaffMember, ...]:
    return tuple({each.worker: each for each in reversed(staff)}.values())[::-1]
