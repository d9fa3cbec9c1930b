"""Plans that end though nothing has changed, end early, or begin again."""

from holdfast.rules.conditions import AllOf, AnyOf, DecidedWithReasons, FieldIn, Filled, Happened, LastedUnder, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import AnyShape, Fails, Happens, Said, Showing, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Again, Only, StateEnds
from holdfast.standards.multi_agency_supervision import CRISIS_KINDS
from holdfast.standards.states import CHILD_PROTECTION_PLAN

# Contacts are left out. A contact is what anybody says; these are what somebody saw, or what happened.
WORRYING = (
    on("observation_recorded", where=(AnyOf((Filled("neglect"), Filled("other"))),)),
    on("incident_recorded", where=(FieldIn("kind", CRISIS_KINDS),)),
    on("adult_disclosure_recorded"),
)
A_WEEK = Amount(7, "calendar_days")
EVIDENCE_GIVEN = AnyOf(
    (
        # A week either side: the entry of the ending is written before or after the conference that it belongs to.
        Happened((on("plan_ended", where=(Filled("evidence"),)),), A_WEEK, either_side=True),
        # Where only the conference speaks of the ending, its reasons for this child are the evidence.
        AllOf((Not(Happened((on("plan_ended"),), A_WEEK, either_side=True)), DecidedWithReasons())),
    )
)
# The conference of a transfer-in ends the plan of the area that the child left, which is not an ending for the child.
PLAN_ENDED = Only(StateEnds(CHILD_PROTECTION_PLAN), (Not(FieldIn("kind", ("transfer_in",))),))


SIG_PLAN_ENDED_UNCHANGED = Signal(
    id="SIG-PLAN-ENDED-UNCHANGED",
    title="Plan ended or stepped down although the concern is unchanged",
    theme="plan_end",
    says=("A plan ended without evidence that its reasons had changed, or with worrying entries in the six weeks before."),
    severity="critical",
    tell=(
        "cp_chair",
        "service_manager",
        "core_group",
    ),
    asks=("Written reasons for each thing unchanged, and the name of whoever approved the ending; dissent recorded."),
    numbers={"days": 42, "worrying": 1},
    pattern=lambda n: Showing(
        AnyShape(
            (
                Said(
                    Fails(PLAN_ENDED, wanted=(EVIDENCE_GIVEN,)),
                    (
                        "The child protection plan that began {first} ended {when}: no evidence that its "
                        "reasons had changed is recorded."
                    ),
                ),
                Said(
                    Happens(Only(PLAN_ENDED, (Happened(WORRYING, days(n["days"]), int(n["worrying"])),))),
                    "The child protection plan that began {first} ended {when}, with worrying entries in the {days} days before.",
                ),
            )
        ),
        WORRYING,
        days(n["days"]),
        inclusive=True,
        since=CHILD_PROTECTION_PLAN,
    ),
    why="The child protection plan that began {first} ended {when}.",
    review_paragraphs=("4.5",),
    evidence=(
        "STARTAGAIN",
        "LOCALPROC",
    ),
    guard="A plan that ends at 18, on death or on a move to another area is not asked.",
)

SIG_PLAN_SHORT = Signal(
    id="SIG-PLAN-SHORT",
    title="Plan ended at or before the first review",
    theme="plan_end",
    says="A child protection plan lasted less than the three months to its first review.",
    severity="high",
    tell=(
        "cp_chair",
        "service_manager",
    ),
    asks=(
        "Somebody independent looks again within 10 working days, and help as a child in need goes "
        "on for three months at the least."
    ),
    # Three months in the most days they can have, because a plan that ends on the very day of its first review is short too.
    numbers={"days": 92},
    pattern=lambda n: Showing(
        Happens(Only(StateEnds(CHILD_PROTECTION_PLAN), (LastedUnder(CHILD_PROTECTION_PLAN, days(n["days"])),))),
        (),
        since=CHILD_PROTECTION_PLAN,
    ),
    why="The child protection plan that began {first} ended {when}: it lasted less than {days} days.",
    review_paragraphs=("4.5",),
    evidence=("LOCALPROC",),
    guard="A plan that ends because the child has died is not asked.",
)

SIG_PLAN_REPEAT = Signal(
    id="SIG-PLAN-REPEAT",
    title="Second or later plan",
    theme="plan_end",
    says="A child protection plan begins within two years of the end of an earlier one, this child's or a brother's or sister's.",
    severity="high",
    tell=(
        "cp_chair",
        "team_manager",
        "service_manager",
    ),
    asks=(
        "The new conference report opens with why the earlier plan was made, what was to be done and why it was ended; it counts "
        "as a mark of complexity."
    ),
    numbers={"months": 24},
    # Across the family, though ended: the earlier plan of a sister was made in the same home.
    pattern=lambda n: Happens(Again(CHILD_PROTECTION_PLAN, Amount(int(n["months"]), "months"), across="family")),
    why=(
        "The plan that began {when} came less than {months} months after an earlier one ended, {first}, for this child or a "
        "brother or sister."
    ),
    review_paragraphs=(
        "3.5",
        "4.5",
        "4.9",
    ),
    evidence=("STARTAGAIN",),
    guard="A brother's or sister's plan that still runs is not an earlier plan.",
)
