"""Who answers the telephone now, until when, and who is not there: by the roster and the rota, and no idea of its own."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.models import DutyShift
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import LONDON, london_day
from holdfast.pages.date_phrases import clock
from holdfast.pages.tonight.night_phrases import day_near


@dataclass(frozen=True)
class StaffMember:
    """Somebody who works for the child tonight: what they are, until when by the rota, and ``why`` they do not answer."""

    worker: str
    what: str
    until: datetime | None = None
    why: str = ""


@dataclass(frozen=True)
class StaffForChild:
    """``there`` answer now, the nearest first. ``absent`` lead or cover for the child and do not answer now. ``uncovered`` says
    that nobody covers for the lead worker, who is away."""

    there: tuple[StaffMember, ...]
    absent: tuple[StaffMember, ...]
    lead: str | None
    uncovered: bool


def staff_for(child: str, roster: Roster, moment: Moment) -> StaffForChild:
    """Whoever is on duty or on call for the child now, their lead worker and whoever covers."""
    at, lead = moment.as_at, roster.lead(child)
    there = [*_on_call(child, roster, at), *_on_duty(roster, at)]
    cover = roster.cover(lead, child) if lead is not None and not roster.in_post(lead) else None
    absent = []
    for worker, what in ((lead, "lead worker"), (cover, f"covers for {roster.name(lead)}" if lead else "")):
        if worker is None:
            continue
        why = _why_not(worker, roster, at)
        (absent if why else there).append(StaffMember(worker, what, why=why))
    uncovered = lead is not None and roster.away(lead) is not None and cover is None
    return StaffForChild(_once(there), tuple(absent), lead, uncovered)


def _on_call(child: str, roster: Roster, at: datetime) -> list[StaffMember]:
    return [StaffMember(worker, "manager on call", _until(worker, at)) for worker in roster.on_call()]


def _on_duty(roster: Roster, at: datetime) -> list[StaffMember]:
    return [StaffMember(worker, "on duty", _until(worker, at)) for worker in roster.on_duty()]


def _why_not(worker: str, roster: Roster, at: datetime) -> str:
    """Why somebody does not answer at this hour; nothing where they do."""
    missing = roster.missing(worker)
    if missing is not None:
        return missing.in_words()
    if roster.on_shift(worker):
        return ""
    starts = roster.comes_to_work(worker)
    if starts is None:
        return "not at work now"
    return f"at work from {clock(starts)} {day_near(starts.astimezone(LONDON).date(), london_day(at))}"


def _until(worker: str, at: datetime) -> datetime | None:
    shift = DutyShift.objects.filter(worker_id=worker, starts__lte=at, ends__gt=at).order_by("ends").last()
    return shift.ends if shift else None


def _once(staff: list[StaffMember]) -> tuple[StaffMember, ...]:
    return tuple({each.worker: each for each in reversed(staff)}.values())[::-1]
