"""When people work: the hours that were set for a team or a worker, and the shifts of a rota."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Team = Literal["front_door", "emergency_duty", "manager_on_call"]
TEAMS: tuple[Team, ...] = ("front_door", "emergency_duty", "manager_on_call")
"""The teams that take what nobody else has, in the order in which they are asked."""


@dataclass(frozen=True)
class StatedHours:
    """From ``since`` on (or always) one ``worker``, or the day staff of one ``organisation``, are at work in these ``hours``."""

    hours: str
    worker: str | None = None
    organisation: str | None = None
    since: date | None = None


@dataclass(frozen=True)
class KnownShift:
    """``worker`` is on shift for ``team`` from ``starts`` up to but not including ``ends``."""

    worker: str
    team: Team
    starts: datetime
    ends: datetime
