"""Entries that cannot yet have been so."""

from holdfast.rules.shapes import FutureDated
from holdfast.rules.signal import Signal
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
    }
)
"""Bookings, plans and leave: they say what is to be, and claim nothing."""

SIG_FUTURE_DATED = Signal(
    id="SIG-FUTURE-DATED",
    title="Dated after it was recorded",
    theme="record",
    says="An entry says that something was done on a day later than the day it was recorded.",
    severity="medium",
    tell=("recording_worker",),
    asks="It is put right. Until then it meets nothing.",
    numbers={},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="Bookings, plans and leave that is known to be coming claim nothing to have been done.",
    pattern=lambda n: FutureDated(tuple(sorted(set(ENTRY_TYPES) - ARRANGED))),
    why="An entry says that something was done {when}, which was still to come when it was recorded.",
    # An adult's own record can claim what has not happened as well; nothing else about it depends on there being a child.
    adults=True,
    # A mistake in the record of somebody who has died is one all the same.
    after_death=True,
)
