"""What it is like to be worked with: many strangers, and nobody the child can trust."""

from holdfast.rules.conditions import AtStage, Attended, Earlier, FieldIn, InTouch, NamedInTouch, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Deadline
from holdfast.rules.shapes import AnyShape, Happens, OutOfTouch, Said, Undone, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Gathers, Only, StateStarts
from holdfast.standards.states import ANY_PLAN

SAW_OR_ASKED = (
    on("visit_made", names="seen"),
    # What somebody else passed on was not asked of the child by whoever wrote it down: no further stranger stood before them for
    # it.
    on("voice_recorded", where=(Not(FieldIn("how", ("told_by",))),), names="child"),
)

SIG_MANY_PROFESSIONALS = Signal(
    id="SIG-MANY-PROFESSIONALS",
    title="Many different adults visiting the child",
    theme="child_experience",
    says=(
        "More than six different professionals saw or questioned this child within eight weeks, or "
        "more than fifteen sat in their "
        "conference."
    ),
    severity="medium",
    tell=(
        "lead_social_worker",
        "cp_chair",
    ),
    asks="The plan names one trusted person to speak with this child, and visits are joined up.",
    numbers={"days": 56, "n": 6, "conference_n": 15},
    pattern=lambda n: AnyShape(
        (
            Said(
                # "More than n" is what people say; the window wants "at least", hence one more.
                Happens(Gathers(SAW_OR_ASKED, int(n["n"]) + 1, days(n["days"]), counting="workers")),
                "More than {n} different professionals saw or questioned this child in {days} days, the last {when}.",
            ),
            Said(
                Happens(Each(on("conference_held", where=(Attended("professional", int(n["conference_n"]) + 1),)))),
                "More than {conference_n} professionals were at the conference {when}.",
            ),
        )
    ),
    why="Many different professionals see this child.",
    review_paragraphs=(
        "4.11",
        "5.97",
        "5.98",
    ),
    evidence=("SCRNEGLECT2013",),
    guard="The family is not counted, and one person who comes often is one person.",
)

NAMED = on("trusted_person_named", names="child")
# Somebody who was not there for the child when they were written down is nobody whom the child can talk to.
NAMED_AND_IN_TOUCH = on("trusted_person_named", where=(InTouch("person"),), names="child")

BACK_IN_TOUCH = on(
    "exclusion_ended",
    "safety_plan_agreed",
    "suspicion_ended",
    "absence_ended",
    "cover_named",
    "worker_allocated",
    "handover_completed",
    "post_taken_up",
    where=(NamedInTouch(NAMED, "person"),),
)

SIG_TRUSTED_PERSON = Signal(
    id="SIG-TRUSTED-PERSON",
    title="No trusted person recorded, or the trusted person is not there",
    theme="child_experience",
    says=(
        "28 days into a plan nobody is recorded whom this child trusts; or the person whom they trust is leaving, is away with "
        "nobody covering, must stay away from the child, is suspected of harming them or has died, and nobody "
        "has been named since."
    ),
    severity="medium",
    tell=("lead_social_worker",),
    asks="The plan uses the relationship, or says who is to take its place.",
    numbers={"days": 28},
    pattern=lambda n: AnyShape(
        (
            Said(
                Undone(
                    # Somebody named before the plan is still somebody the child trusts. A baby before birth is not asked.
                    Only(StateStarts(ANY_PLAN), (AtStage("born"), Not(Earlier(NAMED_AND_IN_TOUCH)))),
                    (NAMED_AND_IN_TOUCH, BACK_IN_TOUCH),
                    Deadline(int(n["days"]), "calendar_days"),
                    during=ANY_PLAN,
                ),
                "{days} days after the plan began, {when}, nobody is recorded whom this child trusts.",
            ),
            # Whoever the child named last: away, gone or about to go, kept away, suspected, dead. Coming back settles it.
            OutOfTouch(NAMED),
        )
    ),
    why="Nobody is recorded whom this child trusts.",
    review_paragraphs=(
        "5.6",
        "5.19",
        "5.97",
        "5.100",
    ),
    evidence=("CHILDCD2021",),
    guard=(
        "Whoever the child names counts, a relative or a professional, but the child; only the last one named is looked at, and "
        "being in touch again settles it."
    ),
)
