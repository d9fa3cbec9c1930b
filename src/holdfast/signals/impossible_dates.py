"""Entries that cannot have been so: not yet, not before a birth or after a death, not ended before it began."""

from holdfast.rules.limit import Amount
from holdfast.rules.shapes import FutureDated, OutOfLife, OutOfOrder, Pair
from holdfast.rules.signal import Signal
from holdfast.vocabulary.entry_order import DAYS_AHEAD, ENDS, NAMES_EARLIER
from holdfast.vocabulary.type_registry import ENTRY_TYPES

# Written out by name, so that a new entry type is taken to claim something until somebody says otherwise.
ARRANGED = frozenset(
    {
        "visit_booked",
        "conference_booked",
        "action_agreed",
        "joint_visit_agreed",
        "family_group_meeting_offered",
        "absence_started",
        "absence_ended",
        "cover_named",
        "worker_allocated",
        "worker_ended",
        "worker_leaving",
        "school_left",
        "review_publication_planned",
        "private_fostering_proposed",
        "assessment_order_begun",
        "entry_withdrawn",
        "kept_back",
    }
)
"""Bookings, plans and leave: they say what is to be, and claim nothing."""

SIG_FUTURE_DATED = Signal(
    id="SIG-FUTURE-DATED",
    title="Dated after it was recorded",
    theme="record",
    says=(
        "An entry says that something was done on a day later than the day it was recorded, or later that day by more than a "
        "quarter of an hour."
    ),
    severity="medium",
    tell=("recording_worker",),
    asks="It is put right. Until then, what is dated on a later day meets nothing.",
    # Clocks are a few minutes apart, and "about five past" is said at three minutes past.
    numbers={"minutes": 15},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="Bookings, plans and leave that is known to be coming claim nothing to have been done.",
    pattern=lambda n: FutureDated(Amount(int(n["minutes"]), "minutes"), tuple(sorted(set(ENTRY_TYPES) - ARRANGED))),
    why="An entry says that something was done {when}, which was still to come when it was recorded.",
    # An adult's own record can claim what has not happened as well; nothing else about it depends on there being a child.
    adults=True,
    # A mistake in the record of somebody who has died is one all the same.
    after_death=True,
)

# Whoever is named here was there themselves, in the flesh. What is decided, planned or said about somebody is something else.
THERE = (
    ("visit_made", "seen"),
    ("visit_made", "seen_alone"),
    ("child_sighted", "seen"),
    ("voice_recorded", "child"),
    ("views_declined", "child"),
    ("parent_consulted", "parent"),
    ("expectations_signed", "by"),
    ("conference_held", "present"),
    ("core_group_held", "present"),
    ("strategy_discussion_held", "present"),
    ("looked_after_review_held", "present"),
    ("discharge_meeting_held", "present"),
    ("attendance_recorded", ""),
    ("medical_held", ""),
    ("health_assessment_held", ""),
    ("return_interview_held", ""),
)

SIG_SEEN_OUT_OF_LIFE = Signal(
    id="SIG-SEEN-OUT-OF-LIFE",
    title="Seen before birth or after death",
    theme="record",
    says="An entry says that somebody was seen, spoke or took part on a day that was before their birth or after their death.",
    severity="medium",
    tell=("recording_worker",),
    asks="Whichever day is wrong is put right: of what was seen, of the birth or of the death. Or it was another person.",
    numbers={},
    pattern=lambda n: OutOfLife(THERE),
    why="Somebody was said to be there {when}, and was not alive then: {who}.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Only where it is certain: not where a day, a birth or a death is known only roughly and may allow it.",
    adults=True,
    after_death=True,
)

PAIRS = tuple(Pair(ends.begun, type, ends.same, ends.also) for type, ends in ENDS)
"""What ends without naming what it ends, as the entry types say it."""

SIG_OUT_OF_ORDER = Signal(
    id="SIG-OUT-OF-ORDER",
    title="Ended before it began",
    theme="record",
    says=(
        "An entry says that something ended, or was answered, on a day before it began or was asked by the record; or that it is "
        "to last until a day before it began, or was planned for one."
    ),
    severity="medium",
    tell=("recording_worker",),
    asks="Whichever day is wrong is put right, or an earlier beginning is recorded. Until then, what began later goes on.",
    numbers={},
    pattern=lambda n: OutOfOrder(NAMES_EARLIER, DAYS_AHEAD, PAIRS),
    why="The record says that something ended, or was answered, {when}; and that it began, or was asked, only {first}.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Only where it is certain: not where the days are known only roughly and may allow it.",
    adults=True,
    partnership=True,
    after_death=True,
)
