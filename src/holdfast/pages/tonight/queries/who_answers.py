"""Who answers the telephone now, until when, and who is not there: by the roster and the rota, and no idea of its own."""

from dataclasses import dataclass
from datetime import datetime

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
    there = [StaffMember(worker, "manager on call", _until(worker, roster, at)) for worker in roster.on_call()]
    there += [StaffMember(worker, "on duty", _until(worker, roster, at)) for worker in roster.on_duty()]
    cover = roster.cover(lead, child) if lead is not None and not roster.in_post(lead) else None
    absent = []
    for worker, what in ((lead, "lead worker"), (cover, f"covers for {roster.name(lead)}" if lead else "")):
        if worker is None:
            continue
        why = _why_not(worker, roster, at)
        (absent if why else there).append(StaffMember(worker, what, why=why))
    uncovered = lead is not None and roster.away(lead) is not None and cover is None
    return StaffForChild(_once(there), tuple(absent), lead, uncovered)


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


def _until(worker: str, roster: Roster, at: datetime) -> datetime | None:
    # From the rota that the roster was read with: asking the database again would be a question for each of them.
    return max((each.ends for each in roster.world.rota if each.worker == worker and each.starts <= at < each.ends), default=None)


def _once(staff: list[StaffMember]) -> tuple[StaffMember, ...]:
    return tuple({each.worker: each for each in reversed(staff)}.values())[::-1]
