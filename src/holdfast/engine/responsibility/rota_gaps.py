"""Stretches of a rota in which nobody is on: seen before they come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from holdfast.engine.responsibility.roster import Roster
from holdfast.engine.responsibility.shifts import DUTY_TEAMS
from holdfast.kernel.when import london_day
from holdfast.standards.working_hours import desk_hours
from holdfast.vocabulary.working_hours import TEAMS, Team


@dataclass(frozen=True)
class Gap:
    """From ``starts`` to ``ends`` nobody in post is on for ``team``, at hours that are this team's."""

    team: Team
    starts: datetime
    ends: datetime


def gaps(now: Roster, first: datetime, last: datetime) -> tuple[Gap, ...]:
    """The gaps between two instants of the teams that keep a rota then, in order."""
    return tuple(sorted((gap for team in TEAMS for gap in _of(team, now, first, last)), key=lambda gap: (gap.starts, gap.team)))


def _of(team: Team, now: Roster, first: datetime, last: datetime) -> Iterator[Gap]:
    began: datetime | None = None
    for edge in (*_edges(now, first, last), last):
        # Nothing changes between two edges: whoever is on at one of them is on until the next.
        empty = edge < last and _nobody(team, now.at_hour(edge))
        if empty and began is None:
            began = edge
        if not empty and began is not None:
            yield Gap(team, began, edge)
            began = None


def _edges(now: Roster, first: datetime, last: datetime) -> list[datetime]:
    first, last = first.astimezone(UTC), last.astimezone(UTC)
    rota = {edge for each in now.world.rota for edge in (each.starts, each.ends)}
    desk = set(desk_hours(now.world, london_day(first)).changes(first))
    # Leave that was recorded ahead begins and ends at midnight.
    leave = {edge for edge in now.staffing_changes(now.shifts.may_be_on()) if first < edge < last}
    return sorted({first, *(edge for edge in rota | desk if first < edge < last), *leave})


def _nobody(team: Team, then: Roster) -> bool:
    if not then.shifts.kept(team, then.hour):
        return False
    # Either of the duty teams will do at any hour; a manager on call is wanted while the others have gone home.
    by_day = desk_hours(then.world, london_day(then.hour)).open_at(then.hour)
    if team in DUTY_TEAMS:
        return by_day == (team == "front_door") and not then.on_duty()
    return not by_day and not any(then.in_post(worker) for worker in then.shifts.on_rota(team, then.hour))
