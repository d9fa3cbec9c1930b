"""Children whom nobody has seen."""

from holdfast.rules.conditions import (
    AllOf,
    AnyOf,
    ChildUnder,
    FieldIn,
    Later,
    Mentions,
    Names,
    NamesSibling,
    Not,
    NumberUnder,
    Recorded,
    Surely,
)
from holdfast.rules.event import Condition, State, on
from holdfast.rules.limit import Amount, Deadline, FromAge, Interval
from holdfast.rules.shapes import AnyShape, Happens, Numbers, Shape, Stale, Undone
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, InARow, Only
from holdfast.standards.states import ANY_PLAN

# Places where a child cannot be spoken of without being there. Home is not one: an observation there may be of the kitchen.
WHERE_THE_CHILD_IS = (
    "school",
    "nursery",
    "pre-school",
    "preschool",
    "playgroup",
    "childminder",
    "children's centre",
    "college",
    "clinic",
    "surgery",
    "hospital",
    "gp",
    "health centre",
    "dentist",
    "contact centre",
    "police station",
    "club",
)
INFANT_MONTHS = 12

SEEN = (
    on("visit_made", names="seen"),
    on("child_sighted", names="seen"),
    # Any attendance at all over the period. Nought is the one that shows nobody saw them.
    on("attendance_recorded", where=(Not(NumberUnder("percent", 0.5)),)),
    on("observation_recorded", where=(Mentions("setting", WHERE_THE_CHILD_IS, "as_phrases"),)),
    # Not what somebody else told of them: the words came, and the child did not.
    on("voice_recorded", where=(FieldIn("how", ("words", "writing", "drawing", "behaviour")),), names="child"),
    on(
        "medical_held",
        "diagnosis_recorded",
        "injury_recorded",
        "health_assessment_held",
        "return_interview_held",
        "police_protection_started",
        "missing_ended",
        "baby_left_hospital",
    ),
)
"""Whatever shows that somebody saw this child: a visit or a sighting that names them, attendance at school or nursery, being
examined or heard, being watched in a place where the children themselves are. An observation at home shows the home."""

APPOINTMENTS = (
    "appointment",
    "clinic",
    "surgery",
    "hospital",
    "dentist",
    "dental",
    "hearing test",
    "eye test",
    "optician",
    "scan",
    "immunisation",
    "immunisations",
    "vaccination",
    "speech therapy",
    "nursery",
    "school",
    "group",
    "course",
)
CALLED_OFF = FieldIn("kind", ("cancelled",))
CANCELLED = AllOf((CALLED_OFF, Not(Mentions("service", APPOINTMENTS, "as_phrases"))))
"""A visit to the child that was called off. An appointment somewhere else that was called off, as when nobody was brought to
one, is no visit."""
# One working day's grace, which is why there are two shapes below: what is not yet known cannot count, and must not be forgotten.
NOT_MADE_AGAIN = Not(Later(on("visit_made"), Amount(1, "working_days")))
# Surely, because a missed contact has no list of who was seen: nobody was, which is more than not being known. A visit that does
# not say whom it saw is kept out by TRIED.
NOT_SEEN = Not(Surely(Names("seen", "child")))
INFANT = Surely(ChildUnder(INFANT_MONTHS, "months"))
TRIED = (Recorded("seen"), FieldIn("kind", ("no_access", "refused")))


# The first shape counts what is settled. The second holds the call-off open until its day is up, and falls away when a visit is
# made in its place.
def _attempts(n: int, *of: Condition) -> tuple[Shape, ...]:
    """So many attempts running. A visit called off counts once a working day has passed without one made in its place."""
    known = InARow(
        on("visit_made", "contact_missed", where=(AnyOf((*TRIED, AllOf((CANCELLED, NOT_MADE_AGAIN)))),)), n, (NOT_SEEN,)
    )
    open_still = InARow(on("visit_made", "contact_missed", where=(AnyOf((*TRIED, CANCELLED)),)), n, (NOT_SEEN,))
    day = Deadline(1, "working_days")
    return (
        Happens(Only(known, (Not(CALLED_OFF), *of)), ended_by=SEEN),
        Undone(Only(open_still, (NOT_MADE_AGAIN, *of)), SEEN, day),
    )


def _not_seen_twice(n: Numbers) -> Shape:
    return AnyShape((*_attempts(int(n["n"]), Not(INFANT)), *_attempts(int(n["n_for_infants"]), INFANT)))


ASKING = on("contact_received")
# From asking to any decision that ends our part. Early help is such an end: nobody has then the duty to see each child.
CONCERN_OPEN = State(
    "concern_open",
    "open concern",
    starts=(
        ASKING,
        on("strategy_discussion_held", where=(FieldIn("decision", ("section47", "assessment")),)),
        on("section47_started", "assessment_started"),
    ),
    ends=(
        on(
            "contact_decided",
            where=(
                FieldIn("decision", ("no_further_action", "information_and_advice", "early_help", "passed_to_allocated_worker")),
            ),
        ),
        on("strategy_discussion_held", where=(FieldIn("decision", ("no_further_action",)),)),
        on("assessment_completed", "section47_completed", "case_closed"),
    ),
)
OPEN = State("open_to_us", "concern, assessment or plan", starts=(), ends=(), any_of=(CONCERN_OPEN, ANY_PLAN))
"""Early help is agreed with a family that has no social worker, and nobody has the duty to see each child every fortnight."""

SIG_NOT_SEEN_TWICE = Signal(
    id="SIG-NOT-SEEN-TWICE",
    title="Child not seen at two attempts running",
    theme="seen",
    says="At two visits running, made or attempted, this child was not seen, for whatever reason; for an infant, at one.",
    severity="high",
    tell=("team_manager", "cp_chair"),
    asks="Somebody trusted, of any agency, sees the child within one working day, or it goes further up.",
    numbers={"n": 2, "n_for_infants": 1},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard=(
        "A visit that was called off and made again within one working day does not count; nor does one whose record does not "
        "say who was seen, nor an appointment that was called off: that was no visit."
    ),
    pattern=_not_seen_twice,
    why="Attempts running at which this child was not seen: {entries}, the last {when}.",
)

SIG_SIBLING_NOT_SEEN = Signal(
    id="SIG-SIBLING-NOT-SEEN",
    title="One child seen, a sibling not",
    theme="seen",
    says=(
        "A visit saw a brother or sister in a household on a plan and not this child, and by the next day nobody else had seen "
        "them either."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="The child is seen, or whoever they are said to be with confirms it.",
    numbers={"days": 1},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="A child whom school or nursery confirms as there that day, or whom any other agency saw, has been seen.",
    pattern=lambda n: Undone(
        # The plan may be the brother's or sister's alone: the child beside them is not to be passed by because they have none.
        Each(on("visit_made", where=(Not(Names("seen", "child")), NamesSibling("seen", ANY_PLAN)))),
        SEEN,
        Deadline(int(n["days"]), "calendar_days"),
    ),
    why="A visit {when} saw a brother or sister and not this child, and nobody is recorded to have seen them since.",
)

SIG_WEEKS_UNSEEN = Signal(
    id="SIG-WEEKS-UNSEEN",
    title="Nobody at all has seen this child",
    theme="seen",
    says=(
        "No entry of any agency shows this child seen for two weeks, or one week under the age of two, while a concern, an "
        "assessment or a plan is open."
    ),
    severity="critical",
    tell=("team_manager", "service_manager"),
    asks="The child is seen the same day.",
    numbers={"days": 14, "under_two_days": 7},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard=(
        "School or nursery, health and the police count wherever they name the child. A baby not yet born is not looked for, "
        "and early help, which has no social worker, is no plan of ours."
    ),
    pattern=lambda n: Stale(
        during=OPEN,
        done_by=SEEN,
        limit=Interval(
            int(n["days"]),
            "calendar_days",
            # From the birth on, with the shorter length first; the standard length takes over at the second birthday.
            from_age=0,
            changes=(
                FromAge(0, int(n["under_two_days"]), "calendar_days"),
                FromAge(2, int(n["days"]), "calendar_days"),
            ),
        ),
    ),
    why="No entry of any agency shows this child seen after what was recorded {when}; it was due by {due}.",
)
