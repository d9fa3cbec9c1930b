"""What should worry us: every signal, a file per theme, gathered by id."""

from holdfast.rules.signal import Signal
from holdfast.signals import (
    adults,
    agreed_days,
    carers,
    challenge,
    child_behaviour,
    child_experience,
    child_voice,
    communication,
    conference,
    continuity,
    crisis,
    daily_needs,
    days_passed,
    education,
    front_door,
    household,
    injury,
    learning,
    legal,
    legal_decisions,
    mistaken_identity,
    neglect,
    plan_content,
    plan_decision,
    plan_delivery,
    plan_end,
    pre_birth,
    returning_home,
    treatment,
    unlikely_families,
    visits,
    weekend,
)
from holdfast.signals import child_seen as seen
from holdfast.signals import impossible_dates as record

# The order is the order of every list that shows signals, and of the catalogue; the themes of the published review stand first,
# those that other reviews added after them. A module that is not listed here is imported by nobody and raises nothing.
_THEMES = (
    plan_delivery,
    plan_end,
    plan_decision,
    plan_content,
    visits,
    continuity,
    child_voice,
    child_behaviour,
    child_experience,
    neglect,
    daily_needs,
    carers,
    adults,
    legal,
    communication,
    mistaken_identity,
    challenge,
    learning,
    front_door,
    injury,
    seen,
    household,
    returning_home,
    legal_decisions,
    education,
    conference,
    weekend,
    pre_birth,
    treatment,
    crisis,
    days_passed,
    agreed_days,
    record,
    unlikely_families,
)


def _gathered() -> dict[str, Signal]:
    """Every signal by its id. Raises ``ValueError`` where two have one id."""
    # Read off the modules and not registered by hand: a signal that somebody writes and forgets to list would be silent, and
    # nobody notices silence.
    found: dict[str, Signal] = {}
    for theme in _THEMES:
        for signal in vars(theme).values():
            if isinstance(signal, Signal) and found.setdefault(signal.id, signal) is not signal:
                raise ValueError(
                    f"{signal.id} is the id of two signals, {found[signal.id].title!r} and {signal.title!r}: give one its own"
                )
    return found


SIGNALS: dict[str, Signal] = _gathered()
