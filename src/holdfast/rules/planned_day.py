"""A trigger that starts on the day an entry plans for."""

from dataclasses import dataclass

from holdfast.rules.event import Event
from holdfast.rules.node import Node


@dataclass(frozen=True)
class Planned(Node):
    """Every entry that fits starts a clock on the day it plans for in ``planned_in``, unless one of ``unless`` was done
    within a planned day that is a range."""

    event: Event
    planned_in: str = "for"
    unless: tuple[Event, ...] = ()
    begun_by = "event"
