"""Worry that is not brought together."""

from holdfast.rules.conditions import (
    Earlier,
    FieldIn,
    Filled,
    GradeAtLeast,
    Mentions,
    Not,
    NotYet,
    Outweighed,
    SentBy,
    WeakerResponse,
)
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline
from holdfast.rules.shapes import AnyShape, Happens, Said, Showing, Undone, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either, Only, SinceLast, StateLasts
from holdfast.signals.communication import REPLIED
from holdfast.signals.plan_delivery import RAISED_AT_CORE_GROUP, RESPONSE_TO_CONCERN
from holdfast.standards.multi_agency_supervision import MAS_02
from holdfast.standards.states import CHILD_PROTECTION_PLAN, decided

SIG_NO_MA_SUPERVISION = Signal(
    id="SIG-NO-MA-SUPERVISION",
    title="No multi-agency supervision",
    theme="challenge",
    says=(
        "A plan has lasted twelve months, or two marks of complexity have been made, and 20 working days "
        "later no multi-agency supervision has been held."
    ),
    severity="high",
    tell=(
        "safeguarding_partnership_named_lead",
        "cp_chair",
    ),
    asks="Multi-agency supervision is held.",
    numbers={"working_days": 20},
    pattern=lambda n: AnyShape(
        (
            # Each reason has a sentence of its own, because what a reader then checks differs: how long the plan has lasted, or
            # two marks.
            Said(
                Undone(
                    StateLasts(CHILD_PROTECTION_PLAN, Amount(12, "months"), unless=MAS_02.met_by),
                    MAS_02.met_by,
                    Deadline(int(n["working_days"]), "working_days"),
                    during=CHILD_PROTECTION_PLAN,
                ),
                "The plan that began {when} has lasted twelve months; no multi-agency supervision "
                "was held {working_days} working "
                "days later, by {due}.",
            ),
            Said(
                # What starts it and what meets it are the standard's own, so that the worry and the clock cannot come to mean two
                # things.
                Undone(MAS_02.trigger, MAS_02.met_by, Deadline(int(n["working_days"]), "working_days")),
                (
                    "Two marks of complexity {when}; no multi-agency supervision was held {working_days} "
                    "working days later, by {due}."
                ),
            ),
        )
    ),
    why="No multi-agency supervision was held in time.",
    review_paragraphs=(
        "5.116",
        "5.117",
    ),
    evidence=("LOCALPROC",),
)

SENT = ("contact_received", "message_received")
# A second try counts only where the first had no reply by then: somebody who writes again with more to say has not been ignored.
TRIED_TWICE = on(
    *SENT,
    where=(SentBy("professional"), Earlier(on(*SENT, where=(SentBy("same_sender"), NotYet(REPLIED))))),
)

RAISED_AGAIN = SinceLast((RAISED_AT_CORE_GROUP,), 3, since=RESPONSE_TO_CONCERN, alike=("concerns",))
"""The same concern at three core groups, with nothing agreed about it between."""

SIG_ESCALATION_UNUSED = Signal(
    id="SIG-ESCALATION-UNUSED",
    title="Worry without challenge",
    theme="challenge",
    says=(
        "A practitioner did not agree, raised the same concern again, or had to ask twice without an answer, and five working "
        "days later no disagreement has been opened."
    ),
    severity="medium",
    tell=("practitioner", "agency_safeguarding_lead", "cp_chair"),
    asks="A disagreement is opened (it is filled in already), or the practitioner says how it was settled.",
    numbers={"working_days": 5},
    pattern=lambda n: Undone(
        Either((Each(on("dissent_recorded", "concern_repeated")), Each(TRIED_TWICE), RAISED_AGAIN)),
        # A concern about carrying out a plan goes to the chair by a protocol of its own and is as much a challenge as a
        # disagreement is.
        done_by=(on("disagreement_raised", "plan_concern_raised"),),
        limit=Deadline(n["working_days"], "working_days"),
    ),
    why="Somebody's worry was recorded again or not met {when}; by {due} no disagreement had been opened about it.",
    review_paragraphs=("5.49", "5.82", "5.92", "5.118", "7.6"),
    evidence=("NATREV2022", "PANEL4"),
    guard="It offers a way to speak up; whoever had the worry may answer that it was settled, and how.",
)

SIG_THRESHOLD_DRIFT = Signal(
    id="SIG-THRESHOLD-DRIFT",
    title="Threshold drift / desensitisation",
    theme="challenge",
    says=(
        "The last two contacts about this child were answered, on average, at least one grade more weakly than the like ones "
        "before them, of five or more in all. Only this child's own contacts are compared, and only with each other: how a team "
        "compares with the rest of an area is for managers, over all cases together, and says nothing of a family."
    ),
    severity="medium",
    tell=("team_manager", "cp_chair", "partnership_quality_lead"),
    asks="Somebody from outside reads it: would this be good enough for my child?",
    # deviations belongs to the comparison of teams, which no single child's record can make. It stays among the numbers because
    # the published facts name it.
    numbers={"grades": 1, "deviations": 1.0, "n": 5},
    # Looked at on each decision and not on each contact: until it is decided on there is no response to compare.
    pattern=lambda n: Happens(
        Each(on("contact_decided", where=(WeakerResponse(int(n["grades"]), int(n["n"])),))),
        ended_by=(on("contact_decided", where=(FieldIn("decision", ("strategy_discussion", "assessment")),)),),
    ),
    why=(
        "The last two contacts of a kind, the latest decided {when}, were answered at least {grades} grade more weakly on "
        "average than those before them."
    ),
    review_paragraphs=("5.119", "5.120", "5.121", "5.122", "5.123", "7.7"),
    evidence=("TRIENNIAL",),
    guard=(
        "Never a score of a family and never a place: five like contacts at least, of the same child, and what they were "
        "answered with. The comparison of teams (k) is made over all cases, in the assurance pages."
    ),
)

POINTS_HIGHER = (
    "legal",
    "proceedings",
    "court",
    "child protection conference",
    "initial conference",
    "strategy discussion",
    "section 47",
    "s47",
    "pre-proceedings",
    "care order",
    "removal",
)
"""What an assessment names when it points to more being done."""
# Written out with every pronoun: they are matched as whole phrases, so that "remain with" in "the concerns remain with us" is not
# taken for a decision about a child.
LEFT_AS_IT_WAS = (
    "remain with the parents",
    "remain with their parents",
    "remain with her parents",
    "remain with his parents",
    "remain with parents",
    "remain with mother",
    "remain with father",
    "remain at home",
    "remain in the care of",
    "stay with the parents",
    "stay with their parents",
    "stay with her parents",
    "stay with his parents",
    "stay with parents",
    "stay at home",
    "return home",
    "return to the parents",
    "return to their parents",
    "no further action",
    "no legal action",
    "not to issue",
    "step down",
    "stepped down",
    "close the case",
    "case closed",
    "case to close",
)
"""Ways to write that less is done, or nothing more."""
SUPPORTING = (
    # Done, not partly done: what is half done speaks for nothing yet.
    on("action_reviewed", where=(FieldIn("status", ("done",)),)),
    on("neglect_tool_completed", where=(Not(GradeAtLeast(4)),)),
)
OPPOSING = (
    on("observation_recorded", where=(Filled("neglect"),)),
    on("incident_recorded", "adult_disclosure_recorded", "contact_missed", "concern_repeated", "dissent_recorded"),
    on("neglect_tool_completed", where=(GradeAtLeast(4),)),
    on("assessment_completed", where=(Mentions("outcome", POINTS_HIGHER, "as_phrases"),)),
)
"""Grades of a neglect tool run from 1 (best) to 5 (worst); 4 and 5 mean care that harms."""
# The tool stands once and ungraded: whichever side its grades fall on, the reader is shown it.
BOTH_SIDES = (SUPPORTING[0], *OPPOSING[:2], OPPOSING[3], on("neglect_tool_completed"))
"""What is shown with the decision: everything counted, for it and against it."""

PLAN_TO_END = decided("plan_ended")
LOWERING = Either(
    (
        Each(on("conference_held", where=(PLAN_TO_END,))),
        Each(
            on(
                "plan_ended",
                # The entry that a plan ended usually follows the conference by days, and would otherwise raise the same decision
                # twice.
                where=(Not(Earlier(on("conference_held", where=(PLAN_TO_END,)), within=Amount(28, "calendar_days"))),),
            )
        ),
        # Ending in court is no lowering. What ended them is said in words, so the words for going to court are looked for.
        Each(on("preproceedings_ended", where=(Not(Mentions("outcome", ("court", "proceedings issued", "application"))),))),
        Each(on("management_decision_recorded", where=(Mentions("decision", LEFT_AS_IT_WAS, "as_phrases"),))),
    )
)
"""What lowers concern. A plan's own ending after a conference that decided it is the same decision."""

SIG_OPTIMISM = Signal(
    id="SIG-OPTIMISM",
    title="Decision contradicts the record",
    theme="challenge",
    says=(
        "A plan was ended, pre-proceedings closed without an application, or a manager decided that the children stay or that no "
        "more is done, and in the eight weeks before there was no more on the record that spoke for it than against it."
    ),
    severity="high",
    tell=("team_manager", "cp_chair"),
    asks="Whoever decided writes down both: what spoke for it, and what against.",
    numbers={"window_days": 56},
    pattern=lambda n: Showing(
        Happens(
            Only(LOWERING, (Outweighed(SUPPORTING, OPPOSING, days(n["window_days"])),)),
            # Nothing is taken back by it: somebody has written down both sides, or somebody else has objected.
            ended_by=(on("management_decision_recorded"), on("disagreement_raised")),
        ),
        BOTH_SIDES,
        days(n["window_days"]),
    ),
    why=(
        "It was decided {when} to do less or no more, though in the {window_days} days before no more entries spoke for it than "
        "against it."
    ),
    review_paragraphs=("4.5", "5.55", "5.56"),
    evidence=("STARTAGAIN",),
    guard="Where nothing spoke against it nothing is raised; both sides are counted from the record and shown, never weighed.",
)
