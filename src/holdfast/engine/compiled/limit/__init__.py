"""How each kind of limit becomes clocks for one person, in the state of knowledge being looked at and over time: a file for each
file of :mod:`holdfast.rules.limit` that has kinds."""

from typing import get_args

from holdfast.engine.compiled.limit import deadline, duration, gate, gestation, interval, monthly, planned_day
from holdfast.engine.compiled.standard import KINDS
from holdfast.rules.limit import Limit

__all__ = ["deadline", "duration", "gate", "gestation", "interval", "monthly", "planned_day"]

KINDS.require(list(get_args(Limit)))
