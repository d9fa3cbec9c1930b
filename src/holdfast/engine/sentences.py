"""The sentence that explains a clock at a moment."""

from datetime import date, datetime

from holdfast.engine.clock import Clock
from holdfast.kernel.when import LONDON, When, day_in_words, london_day


def in_words(value: date | datetime) -> str:
    """A day, or a day and a time in England."""
    if isinstance(value, datetime):
        local = value.astimezone(LONDON)
        return f"{day_in_words(local.date())} at {local:%H:%M}"
    return day_in_words(value)


def why(clock: Clock, at: datetime) -> str:
    """What started it, what was wanted by when, and what came of it, as one sentence."""
    state = clock.state(at)
    began = f"{clock.started_words} {clock.started_when}"
    # A gate has no limit to speak of: it was asked as the thing happened, so its sentence says with or without, and no day.
    if clock.gate and state in ("overdue", "met", "met_late"):
        return _gate(clock, state, began)
    limit = f" ({clock.limit_words})"
    due = in_words(clock.due) if clock.due is not None else ""
    match state:
        case "cannot_tell":
            return f"{began}; cannot tell about {clock.wanted_words}: {clock.missing} is not recorded."
        case "met":
            return f"{began}; {clock.wanted_words} on {_met(clock)}, in time{f' (due {due})' if due else ''}."
        case "met_late":
            return f"{began}; {clock.wanted_words} on {_met(clock)}, late: it was due by {due}{limit}."
        case "not_required":
            ended = f"not required from {day_in_words(clock.excused_on)}" if clock.excused_on else "not required"
            return f"{began}; {clock.wanted_words} {ended}: {clock.excused_why}."
        case "overdue":
            return f"{began}; no {clock.wanted_words} by {due}{limit}."
        case _:
            return f"{began}; {clock.wanted_words} due by {due}{limit}." if due else f"{began}; {clock.wanted_words}{limit}."


def late_death(happened: When, recorded: datetime) -> str:
    """Why what had shown is gone, where it was asked for after a death that nobody had told us of."""
    return f"the death {happened.placed()} was recorded on {day_in_words(london_day(recorded))}"


def _met(clock: Clock) -> str:
    return day_in_words(clock.met_on) if clock.met_on else "an unknown day"


def _gate(clock: Clock, state: str, began: str) -> str:
    if state == "met":
        return f"{began}, with {clock.wanted_words}."
    later = f"; put right on {_met(clock)}" if state == "met_late" else ""
    return f"{began} without {clock.wanted_words}{later}."
