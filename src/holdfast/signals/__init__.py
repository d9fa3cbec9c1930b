"""What should worry us: every signal, a file per theme, gathered by id."""

from holdfast.signals import (
    adults,
    carers,
    challenge,
    child_experience,
    child_voice,
    communication,
    continuity,
    daily_needs,
    identity,
    learning,
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
    child_experience,
    neglect,
    daily_needs,
    carers,
    adults,
    legal,
    communication,
    identity,
    challenge,
    learning,
)

SIGNALS: dict[str, Signal] = {
    signal.id: signal for theme in _THEMES for signal in vars(theme).values() if isinstance(signal, Signal)
}
