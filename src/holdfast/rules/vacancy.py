"""A trigger that starts when somebody who was given something goes."""

from dataclasses import dataclass

from holdfast.rules.conditions.workforce import STAFFING
from holdfast.rules.event import Event
from holdfast.rules.node import Node


@dataclass(frozen=True)
class Vacated(Node):
    """Whoever an entry of ``event`` gave something to goes: it starts at the instant from which nobody it names in ``held_by``
    is in post, nor covered for by anybody who is. One that was given to nobody who was there starts nothing. By then none of
    ``over`` was done, asked with that entry as the start. ``says`` is what a standard's sentence says of it: not that something
    came."""

    event: Event
    held_by: str
    over: tuple[Event, ...]
    says: str | None = None
    reads = STAFFING
    begun_by = "event"
