"""Whom to ring about a child in danger: the front door while it is staffed, emergency duty at every other hour."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.rota import day_duty
from holdfast.pages import partnership


@dataclass(frozen=True)
class ToRing:
    """A number that somebody answers now. ``night`` is true while the front door is not staffed."""

    phone: str
    night: bool


def to_ring(at: datetime) -> ToRing:
    """The number for this hour."""
    here, staffed = partnership.here(), day_duty(at)
    return ToRing(here.front_door if staffed else here.out_of_hours, not staffed)
