"""A trigger that starts when somebody who was given something goes."""

from dataclasses import dataclass

from holdfast.rules.conditions.workforce import STAFFING
from holdfast.rules.event import Event
from holdfast.rules.node import Node


@dataclass(frozen=True)
class Vacated(Node):
    """Whoever an entry of ``event`` gave something to goes: it starts on the day from which nobody it names in ``held_by`` is in
    post, nor covered for by anybody who is. One that was given to nobody who was there starts nothing. By then none of ``over``
    was done, asked with that entry as the start."""

    event: Event
    held_by: str
    over: tuple[Event, ...]
    reads = STAFFING
    begun_by = "event"
