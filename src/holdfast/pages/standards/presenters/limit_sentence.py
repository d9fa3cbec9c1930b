"""A limit as a sentence: what is wanted by when, and how the time is counted."""

from holdfast.rules.limit import (
    BeforePlannedDay,
    ByGestation,
    ByPlannedDay,
    Gate,
    Interval,
    LastsAtLeast,
    LastsAtMost,
    Milestone,
    MonthlyCount,
    Repeated,
    ShareOfInterval,
    Window,
)
from holdfast.rules.standard import Standard


def limit_in_words(rule: Standard) -> str:
    """What is wanted by when, as one sentence."""
    started, wanted = rule.started, rule.wanted
    limit = rule.limit.in_words()
    # By the class of the limit: each way of counting has a sentence of its own, and what is left below is a plain deadline.
    match rule.limit:
        case Interval() | Repeated():
            lasts = f", as long as the {rule.during.title} lasts" if rule.during else ""
            return f"{upper(wanted)} {limit}{lasts}."
        case BeforePlannedDay():
            return f"{upper(wanted)} at least {limit} before the day that is planned ({lower(started)})."
        case LastsAtMost():
            return f"{upper(wanted)} within {limit}. It is counted from: {lower(started)}."
        case Milestone():
            return f"{upper(wanted)} once {limit} have passed. It is counted from: {lower(started)}."
        case Gate():
            return f"{upper(started)}: not without {wanted}."
        case LastsAtLeast() | MonthlyCount():
            return f"{upper(wanted)}: {limit}. It is counted from: {lower(started)}."
        case ByPlannedDay():
            return f"{upper(wanted)} {limit} ({lower(started)})."
        case ByGestation():
            return f"{upper(wanted)} {limit}. It starts with: {lower(started)}."
        case Window():
            return f"{upper(wanted)}: open for {limit}. It is counted from: {lower(started)}."
        case ShareOfInterval():
            return f"{upper(wanted)}, counted from: {lower(started)}."
    # "Within before the next school day" is no English; the unit carries its own preposition.
    if rule.limit.unit == "before_next_school_day":
        return f"{upper(wanted)} {limit}, counted from: {lower(started)}."
    # "Within at once": a limit of none says when by itself.
    soon = limit if rule.limit.n == 0 else f"within {limit}"
    return f"{upper(wanted)} {soon}. It is counted from: {lower(started)}."


def counted_in_words(rule: Standard) -> str:
    """How the time is counted."""
    if isinstance(rule.limit, Gate):
        return "No time is counted. The question is asked of each one as it happens."
    # Said because people ask at every change of the clock: an hour is sixty minutes, whatever the wall says.
    if rule.limit.unit in ("hours", "minutes"):
        return "Hours are counted around the clock, through nights, weekends and changes of the clock."
    if rule.limit.unit == "working_days":
        return "The day it starts is day 0. Saturdays, Sundays, Good Friday and the bank holidays of England do not count."
    if rule.limit.unit == "visits":
        return "Counted in visits, not in days."
    return _counted_otherwise(rule)


def _counted_otherwise(rule: Standard) -> str:
    if rule.limit.unit in ("school_days", "before_next_school_day"):
        return "Schools’ own terms are not on the record: working days are counted, and the day is marked as about."
    if isinstance(rule.limit, ByGestation):
        return "Weeks of pregnancy are counted back from the day the baby is due. Birth makes it due at once."
    if isinstance(rule.limit, Window):
        return "It is a right, and never overdue: it closes the day after."
    if isinstance(rule.limit, ShareOfInterval):
        return "Half of the days to the next conference that is booked, or to when one would usually be held."
    # "Beginning with" is the law's way of counting; elsewhere the day itself is not counted, and the two are a day apart.
    if rule.limit.count_from == "day_of_trigger" and rule.limit.unit in ("calendar_days", "weeks") and rule.limit.n:
        return "The day it starts is day 1, as “beginning with” says. Weekends and holidays count."
    return "The day it starts is day 0. Weeks have 7 days; a limit that falls on a weekend does not move."


def upper(text: str) -> str:
    """With a capital first letter."""
    return f"{text[:1].upper()}{text[1:]}"


def lower(text: str) -> str:
    """With a small first letter, unless it is an abbreviation."""
    # "IRO" and "LADO" stay as they are; a second capital is how an abbreviation is told from a first word.
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"
