"""What should worry us: every signal, a file per theme, gathered by id."""

from holdfast.signals import (
    adults,
    carers,
    challenge,
    child_voice,
    communication,
    continuity,
    identity,
    legal,
    neglect,
    plan_content,
    plan_decision,
    plan_delivery,
    plan_end,
    visits,
)
from holdfast.signals.model import Signal

_THEMES = (
    plan_delivery,
    plan_end,
    plan_decision,
    plan_content,
    visits,
    continuity,
    child_voice,
    neglect,
    carers,
    adults,
    legal,
    communication,
    identity,
    challenge,
)

SIGNALS: dict[str, Signal] = {
    signal.id: signal for theme in _THEMES for signal in vars(theme).values() if isinstance(signal, Signal)
}
