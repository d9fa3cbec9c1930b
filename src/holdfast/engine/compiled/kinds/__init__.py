"""How each kind of limit becomes clocks for one person, in the state of knowledge being looked at and over time."""

from holdfast.engine.compiled.kinds import after_trigger, before_event, duration, gate, gestation, interval, monthly

__all__ = ["after_trigger", "before_event", "duration", "gate", "gestation", "interval", "monthly"]
