"""Crises of the adults."""

from holdfast.rules.conditions import AnyOf, FieldIn, FieldIs, InState, Names, Not, SameAs
from holdfast.rules.event import on
from holdfast.rules.limit import Deadline
from holdfast.rules.shapes import Happens, Undone, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either, Gathers
from holdfast.standards.multi_agency_supervision import CRISIS_KINDS
from holdfast.standards.states import ANY_PLAN

CRISIS = on("incident_recorded", where=(FieldIn("kind", CRISIS_KINDS),))
# Each of these sets one crisis beside the others. A core group is not among them: it follows the plan from meeting to meeting,
# and hearing of a crisis there is not setting it beside the last one.
LOOKED_AT_TOGETHER = on(
    "strategy_discussion_held",
    "conference_held",
    "assessment_completed",
    "multi_agency_supervision_held",
    "legal_planning_held",
)

SIG_CRISIS_SERIES = Signal(
    id="SIG-CRISIS-SERIES",
    title="Crises handled one at a time",
    theme="adults",
    says=(
        "Three or more crises of the adults within 90 days, each closed by itself, with nothing recorded that "
        "looked at them together."
    ),
    severity="high",
    tell=(
        "team_manager",
        "cp_chair",
        "service_manager",
    ),
    asks="A strategy discussion or an early review, with the chronology.",
    numbers={"n": 3, "days": 90},
    # Any of the joint looks empties the window (since) and ends the worry (ended_by): one without the other would either count
    # crises that were thought about already or leave a worry standing that was answered.
    pattern=lambda n: Happens(
        Gathers((CRISIS,), int(n["n"]), days(n["days"]), since=(LOOKED_AT_TOGETHER,)),
        ended_by=(LOOKED_AT_TOGETHER,),
    ),
    why="{entries} crises in {days} days, the last {when}; nothing recorded looks at them together.",
    review_paragraphs=(
        "4.7",
        "5.14",
        "5.15",
        "6.2",
    ),
    evidence=(
        "TRIENNIAL",
        "STARTAGAIN",
    ),
    guard=(
        "A strategy discussion, conference, completed assessment, legal planning meeting or multi-agency "
        "supervision after a crisis looks at what came before it."
    ),
)

SIG_ADULT_CRISIS = Signal(
    id="SIG-ADULT-CRISIS",
    title="Parent crisis without a same-day check on each child",
    theme="adults",
    says=(
        "An adult of the family harmed themself, was violent, arrested, or intoxicated with a child, and a day later nobody has "
        "recorded how this child is."
    ),
    severity="critical",
    tell=("lead_social_worker", "team_manager", "edt"),
    asks="Where is this child, who is caring for them, what did they see, what do they say.",
    numbers={"hours": 24},
    pattern=lambda n: Undone(
        Each(CRISIS),
        done_by=(
            on("visit_made", names="seen"),
            on("voice_recorded", names="child"),
            # An observation about this child says how they were; a stay or police protection says where they are tonight.
            on("observation_recorded", "police_protection_started", "stay_started"),
        ),
        limit=Deadline(n["hours"], "hours", "moment_of_trigger"),
    ),
    why="A crisis of the adults {when}; {hours} hours later nothing is recorded of where this child was and how they are.",
    review_paragraphs=("4.6", "4.7", "4.8", "5.33", "5.112"),
    evidence=("PANEL4", "NATREV2022"),
    guard="Each child by themself: that a brother or sister was seen does not answer for this one.",
    timed=True,
)

# Either half is missing, or was never recorded. A field left empty is not a yes: what nobody wrote down nobody can rely on.
NOT_SHARED = AnyOf((Not(FieldIs("shared_with_childrens_social_care", True)), Not(FieldIs("effect_on_child_considered", True))))

SIG_ADULT_DISCLOSURE = Signal(
    id="SIG-ADULT-DISCLOSURE",
    title="Adult-service disclosure without child impact or sharing",
    theme="adults",
    says=(
        "An adult told a service something that bears on a child, and a working day later it is not recorded that it was shared "
        "with children's social care and that the effect on the child was considered."
    ),
    severity="high",
    tell=("recording_worker", "agency_safeguarding_lead", "lead_social_worker"),
    asks="What was said, what it means for each child, and who was told.",
    numbers={"working_days": 1},
    pattern=lambda n: Undone(
        Each(on("adult_disclosure_recorded", where=(NOT_SHARED,))),
        done_by=(
            on(
                "adult_disclosure_recorded",
                where=(
                    # A later entry of the same adult puts it right. Nothing is corrected for that: what was told first stays as
                    # it was told.
                    SameAs("adult", "adult"),
                    FieldIs("shared_with_childrens_social_care", True),
                    FieldIs("effect_on_child_considered", True),
                ),
            ),
            on("strategy_discussion_held"),
        ),
        limit=Deadline(n["working_days"], "working_days"),
    ),
    why=(
        "An adult told a service something {when}; by {due} it was not recorded both that children's social care was told and "
        "that the effect on the child was considered."
    ),
    review_paragraphs=("5.80", "5.81", "5.83", "5.84", "5.85", "5.87", "5.91", "5.93"),
    evidence=("JTAI2018",),
    guard="Only what is recorded about a child: it is the disclosure that bears on them, not that an adult has a service.",
)

REASSESSED = on(
    "assessment_started",
    "assessment_reviewed",
    "assessment_completed",
    "core_group_held",
    "plan_meeting_held",
    "conference_held",
    "safety_plan_agreed",
    "strategy_discussion_held",
    "management_decision_recorded",
)

SIG_HOUSEHOLD_CHANGE = Signal(
    id="SIG-HOUSEHOLD-CHANGE",
    title="Household changed, plan did not",
    theme="adults",
    says=(
        "While a plan was running an adult joined or left the home, the family moved or a pregnancy became known, and five "
        "working days later nobody has looked at the risk again."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager", "cp_chair"),
    asks="The assessment is brought up to date, and the child seen where they live now.",
    numbers={"working_days": 5},
    pattern=lambda n: Undone(
        Either(
            (
                Each(
                    on("household_changed", where=(InState(ANY_PLAN), AnyOf((Names("joined", "adult"), Names("left", "adult")))))
                ),
                # A pregnancy counts as a change of the household although nobody has joined it yet: there will be a baby in this
                # home.
                Each(on("address_changed", "unborn_concern_identified", where=(InState(ANY_PLAN),))),
            )
        ),
        done_by=(REASSESSED,),
        limit=Deadline(n["working_days"], "working_days"),
        # A change in a home without a plan is a family's own business; so is one after the plan has ended.
        during=ANY_PLAN,
    ),
    why="The family changed {when} while a plan was running; by {due} nobody had looked at the risk again.",
    review_paragraphs=("4.10", "5.3", "5.53", "5.56"),
    evidence=("OUTOFROUTINE",),
    guard="A child joining or leaving, and changes where there is no plan, raise nothing.",
)


# Counted over every service at once, because each of them sees one missed appointment and none of them sees four.
SIG_AVOIDANCE = Signal(
    id="SIG-AVOIDANCE",
    title="Pattern of missed or refused contact",
    theme="adults",
    says="Four visits or appointments in six weeks were missed, refused or cancelled, whichever service they were with.",
    severity="high",
    tell=("lead_social_worker", "team_manager", "core_group"),
    asks="The core group agrees one approach, and legal advice is considered.",
    numbers={"n": 4, "days": 42},
    pattern=lambda n: Happens(
        Gathers((on("contact_missed"),), int(n["n"]), days(n["days"])),
        ended_by=(
            on("core_group_held", "plan_meeting_held", "conference_held", "strategy_discussion_held", "legal_planning_held"),
        ),
    ),
    why="{entries} visits or appointments about this child were missed, refused or cancelled in {days} days, the last {when}.",
    review_paragraphs=("5.85", "5.100"),
    evidence=("NATREV2022",),
    guard="Said once for a run of them, and again only after it has stopped.",
)
