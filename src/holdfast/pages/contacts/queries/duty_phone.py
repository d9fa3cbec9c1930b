"""Whom to ring about a child in danger: the front door while it is staffed, emergency duty at every other hour."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.rota import day_duty
from holdfast.pages import partnership


@dataclass(frozen=True)
class DutyPhone:
    """A number that somebody answers now. ``night`` is true while the front door is not staffed."""

    phone: str
    night: bool


def duty_phone(at: datetime) -> DutyPhone:
    """The number for this hour."""
    # Whether somebody sits there and not what time it is: a number that nobody answers is worse than none for a child in danger.
    here, staffed = partnership.here(), day_duty(at)
    return DutyPhone(here.front_door if staffed else here.out_of_hours, not staffed)
