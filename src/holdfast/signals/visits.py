"""Visits that nobody can show were made, that were of another kind, or that did not happen for too long."""

from holdfast.rules.conditions import AnyOf, ByRole, FieldIn, InState, Later, Not, Recorded, RolesAmong, SameAs, StillAhead
from holdfast.rules.event import on
from holdfast.rules.limit import Deadline
from holdfast.rules.planned_day import Planned
from holdfast.rules.shapes import AnyShape, Happens, LongerThan, Meanwhile, Said, Undone
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import (
    SinceLast,
)
from holdfast.standards.done_by import BY_SOCIAL_WORKER
from holdfast.standards.professions import LEAD_ROLES, SOCIAL_WORKERS, SUPPORT_WORKERS
from holdfast.standards.states import EARLY_HELP_PLAN

OUTCOME = (on("visit_made"), on("contact_missed"))
# By the same worker and before the day that was booked: another's booking is another visit.
BOOKED_AGAIN = on("visit_booked", where=(SameAs("worker", "worker"), StillAhead("for", planned_by="start")))

SIG_VISIT_UNRECORDED = Signal(
    id="SIG-VISIT-UNRECORDED",
    title="Visit due or booked, nothing recorded",
    theme="visits",
    says=("A visit was booked, its day has passed, and nothing is recorded: neither a visit nor that it was missed."),
    severity="high",
    tell=(
        "visiting_worker",
        "team_manager",
    ),
    asks="The visit is recorded, or it is said that it was not made and why.",
    numbers={"working_days": 1},
    pattern=lambda n: Undone(
        # On the day booked, not on the day of the booking: until then there is nothing to have been missed.
        Planned(on("visit_booked", where=(Not(Later(BOOKED_AGAIN)),)), unless=OUTCOME),
        done_by=OUTCOME,
        limit=Deadline(int(n["working_days"]), "working_days"),
    ),
    why="A visit was booked {when}; nothing is recorded of it by {due}, nor that it was missed.",
    review_paragraphs=(
        "5.20",
        "5.102",
    ),
    evidence=("LOCALPROC",),
    guard="Booking again before the day replaces the booking.",
)

SIG_VISIT_WRONG_KIND = Signal(
    id="SIG-VISIT-WRONG-KIND",
    title="Contact counted that is not a statutory visit",
    theme="visits",
    says=(
        "The visit that the plan asks for is overdue, and the only contact since was by somebody who "
        "is not a social worker, at a "
        "core group, away from home, or without this child being seen."
    ),
    severity="high",
    tell=(
        "lead_social_worker",
        "team_manager",
    ),
    asks="A qualified social worker sees this child at home within 2 working days: each child, not the family.",
    numbers={},
    # Only beside an overdue clock. The same visit while nothing is due is ordinary work, and all of these are good visits.
    pattern=lambda n: Meanwhile(("CP-30",), (on("visit_made", "core_group_held"),)),
    why=(
        "There was contact, and none of it by {due} was a visit at home by a qualified social worker "
        "who saw this child: the last "
        "such visit, or the start of the plan, was {when}."
    ),
    review_paragraphs=(
        "5.18",
        "5.20",
    ),
    evidence=("LOCALPROC",),
    guard="A visit by somebody whose profession the record does not say counts as one by a social worker.",
)

BY_FAMILY_SUPPORT = FieldIn("kind", ("family_support",))
# A family support visit without a named worker is taken for a support worker's. With one, that worker's role says who it was.
SEEN_BY_SOCIAL_WORKER = on(
    "visit_made", where=(BY_SOCIAL_WORKER, AnyOf((Recorded("worker"), Not(BY_FAMILY_SUPPORT)))), names="seen"
)

SIG_CONTACT_GAP = Signal(
    id="SIG-CONTACT-GAP",
    title="Substantial gap in children's social care contact",
    theme="visits",
    says=(
        "No social worker has seen this child, anywhere and for any reason, for more than one and a half times as long as the "
        "plan's visits may be apart."
    ),
    severity="critical",
    tell=(
        "team_manager",
        "service_manager",
        "cp_chair",
    ),
    asks="The same day, it is decided who sees the child.",
    numbers={"times": 1.5},
    # Of both plans' visits, whichever runs, and nothing excuses it: a reason for not visiting does not make a child seen.
    pattern=lambda n: LongerThan(("CP-30", "CIN-03"), n["times"], (SEEN_BY_SOCIAL_WORKER,)),
    why=(
        "A social worker last saw this child, or the plan began, {when}; {times:g} times as long as "
        "visits may be apart was up on {due}."
    ),
    review_paragraphs=(
        "5.18",
        "5.20",
    ),
    evidence=("NATREV2022",),
    guard="Any visit by a social worker at which this child was seen ends it, wherever it was and whatever it was for.",
)

# The doer: whoever is named, and where nobody is whoever wrote it. Support workers mostly write their own.
BY_A_SUPPORT_WORKER = ByRole(tuple(sorted(SUPPORT_WORKERS)), "doer")
SUPPORT_NOTE = on(
    "visit_made",
    "observation_recorded",
    "day_in_the_life_recorded",
    "voice_recorded",
    where=(AnyOf((BY_A_SUPPORT_WORKER, BY_FAMILY_SUPPORT)), Not(InState(EARLY_HELP_PLAN))),
)
"""What a support worker wrote; a visit whose kind is family support is one of theirs, whoever took it down."""
TALKED = on(
    "case_discussed",
    where=(RolesAmong("between", (tuple(sorted(SUPPORT_WORKERS)), tuple(sorted(SOCIAL_WORKERS | LEAD_ROLES)))),),
)
READ = on("support_notes_read", where=(ByRole(tuple(sorted(SOCIAL_WORKERS | LEAD_ROLES)), "worker"),))

SIG_FSW_NOTES_UNREAD = Signal(
    id="SIG-FSW-NOTES-UNREAD",
    title="Family support notes not read or discussed by the lead worker",
    theme="visits",
    says=(
        "Three notes by support workers have been neither read by the social worker nor talked through, or one has waited more "
        "than 15 days for the two to talk."
    ),
    severity="medium",
    tell=(
        "lead_social_worker",
        "team_manager",
    ),
    asks="The two talk, and it is recorded what was seen and what it means for each child.",
    numbers={"n": 3, "days": 15},
    pattern=lambda n: AnyShape(
        (
            Said(
                # Reading is enough against three unread notes. Against one that waits too long only talking is: that is what the
                # review missed.
                Happens(SinceLast((SUPPORT_NOTE,), int(n["n"]), (TALKED, READ)), ended_by=(TALKED, READ)),
                "{entries} notes by support workers, first {first} and last {when}, have been "
                "neither read by the social worker nor "
                "talked through.",
            ),
            Said(
                Undone(
                    SinceLast((SUPPORT_NOTE,), 1, (TALKED,)),
                    (TALKED,),
                    Deadline(int(n["days"]), "calendar_days"),
                ),
                "What a support worker noted {when} had not been talked through with the social worker {days} days later, by "
                "{due}.",
            ),
        )
    ),
    why="Notes by support workers have been neither read nor talked through.",
    review_paragraphs=("5.18",),
    evidence=("NATREV2022",),
    guard="A family with an early help plan has no social worker to read them, and raises nothing.",
)
