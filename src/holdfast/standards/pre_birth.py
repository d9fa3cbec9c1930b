"""Before birth: the referral, the assessment, the conference before the birth, and leaving hospital."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AtStage, Earlier, FieldIn, Mentions, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, ByGestation, Deadline, Gate
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import Each, Either

DECIDED_ON = on("contact_decided", where=(FieldIn("decision", ("assessment", "strategy_discussion")),))
TAKEN_ON = on("contact_decided", where=(*DECIDED_ON.where, AtStage("unborn")))
FIRST_CONFERENCE = ("initial", "pre_birth")
CHILD_PROTECTION_WORDS = ("child protection", "strategy discussion", "strategy meeting", "section 47")

UB_01 = Standard(
    id="UB-01",
    title="Concern about an unborn baby referred",
    stage="pre_birth",
    binding="local_standard",
    scope="per_unborn",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Each(on("unborn_concern_identified")),
    met_by=(on("contact_received"),),
    started="Concern about an unborn baby identified",
    wanted="referral to children's social care",
    responsible="identifying_professional",
    ladder="L_AGENCY",
    sources=(
        Citation("REVIEW", "4.5: referred at 30 weeks", "review"),
        Citation("L_LINCS", "earliest date for a referral is 14 weeks (November 2020)", "secondary"),
        Citation("SYSTEM", "as soon as there is a concern; 5 working days", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=("4.5",),
    local_variants=(
        LocalVariant("London", "as soon as the concerns are known"),
        LocalVariant("Lincolnshire", "not before 14 weeks of pregnancy"),
    ),
    note=("A concern known early should be with social care well before 20 weeks."),
)

UB_02 = Standard(
    id="UB-02",
    title="Pre-birth assessment complete",
    stage="pre_birth",
    binding="local_standard",
    scope="per_unborn",
    # Counted back from the day the baby is due; without such a day it cannot be told, and the clock says what is missing.
    limit=ByGestation(28, late_start=Amount(20, "working_days")),
    warn_before=Amount(2, "weeks"),
    # The decision to take the referral on; or, where it was never recorded, the start of the assessment. Not(Earlier(DECIDED_ON))
    # keeps one pregnancy from having two.
    trigger=Either(
        (
            Each(TAKEN_ON),
            Each(on("assessment_started", where=(FieldIn("kind", ("pre_birth",)), AtStage("unborn"), Not(Earlier(DECIDED_ON))))),
        )
    ),
    met_by=(on("assessment_completed"),),
    started="Referral of an unborn baby taken on",
    wanted="pre-birth assessment",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(Citation("SYSTEM", "28 weeks of pregnancy; 20 working days where the pregnancy is further on", "knowledge"),),
    confidence="low",
    review_paragraphs=("4.5",),
    note=(
        "The 45 working days of every assessment (AS-01) run beside it: whichever comes first. A pregnancy already past "
        "28 weeks has 20 working days, and never longer than to the birth."
    ),
)

UB_03 = Standard(
    id="UB-03",
    title="Pre-birth strategy meeting where child protection is likely",
    stage="pre_birth",
    binding="local_standard",
    scope="per_unborn",
    # No late start: if protection is likely and the week has gone by, there is no time to give.
    limit=ByGestation(28),
    warn_before=Amount(2, "weeks"),
    trigger=Either(
        (
            Each(on("contact_decided", where=(FieldIn("decision", ("strategy_discussion",)), AtStage("unborn")))),
            Each(on("assessment_completed", where=(Mentions("outcome", CHILD_PROTECTION_WORDS), AtStage("unborn")))),
        )
    ),
    met_by=(on("strategy_discussion_held"),),
    started="Child protection likely for an unborn baby",
    wanted="strategy meeting",
    responsible="team_manager",
    ladder="L_CP",
    sources=(Citation("L_LINCS", "strategy meeting at 28 weeks of pregnancy", "read"),),
    confidence="high",
    review_paragraphs=("4.5",),
    note=("Where the pregnancy is past 28 weeks when it becomes likely, it is due that day."),
)

UB_04 = Standard(
    id="UB-04",
    title="Pre-birth conference held before the birth",
    stage="pre_birth",
    binding="local_standard",
    scope="per_unborn",
    # The 15 working days of every initial conference: a baby is not to wait longer for having become known late.
    limit=ByGestation(32, late_start=Amount(15, "working_days")),
    warn_before=Amount(3, "weeks"),
    trigger=Each(on("strategy_discussion_held", where=(FieldIn("decision", ("section47",)), AtStage("unborn")))),
    met_by=(on("conference_held", where=(FieldIn("kind", FIRST_CONFERENCE),), names="decisions"),),
    excused_by=(on("section47_completed", where=(FieldIn("outcome", ("no_conference", "unsubstantiated")),)),),
    started="Section 47 decided for an unborn baby",
    wanted="conference before the birth",
    responsible="team_manager",
    ladder="L_CP",
    sources=(
        Citation("L_SEFTON", "by the 34th week of pregnancy", "read"),
        Citation("L_LINCS", "not before 30 weeks of pregnancy", "read"),
        Citation("WT2018", "p49: a pre-birth conference is considered", "knowledge"),
    ),
    confidence="high",
    review_paragraphs=("4.5",),
    local_variants=(
        LocalVariant("Sefton", "by 34 weeks"),
        LocalVariant("Lincolnshire", "not before 30 weeks"),
    ),
    note=(
        "Brothers and sisters are considered at the same conference. Where the pregnancy is past 32 weeks when section "
        "47 is decided, there are the 15 working days of every initial conference, and never longer than to the birth. "
        "In the published review it was held after the birth."
    ),
)

UB_05 = Standard(
    id="UB-05",
    title="Birth and discharge plan agreed and on the hospital record",
    stage="pre_birth",
    binding="local_standard",
    scope="per_unborn",
    limit=ByGestation(36),
    warn_before=Amount(2, "weeks"),
    trigger=Each(on("conference_held", where=(FieldIn("kind", FIRST_CONFERENCE), AtStage("unborn")), names="decisions")),
    met_by=(on("birth_plan_shared"),),
    started="Conference about an unborn baby",
    wanted="birth and discharge plan shared with the hospital",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(Citation("SYSTEM", "36 weeks of pregnancy", "knowledge"),),
    confidence="medium",
    review_paragraphs=("4.5",),
    note=("Where the pregnancy is past 36 weeks when the conference is held, it is due that day."),
)

UB_06 = Standard(
    id="UB-06",
    title="Discharge planning meeting before a baby leaves hospital",
    stage="pre_birth",
    binding="local_standard",
    scope="per_child",
    # A gate, and no remedy: what a meeting afterwards decides cannot undo that the baby left without one.
    limit=Gate((Earlier(on("discharge_meeting_held")),)),
    trigger=Each(on("baby_left_hospital")),
    started="Baby left hospital",
    wanted="discharge planning meeting before it",
    responsible="lead_social_worker",
    ladder="L_IMMEDIATE",
    sources=(Citation("SYSTEM", "no discharge without a recorded decision", "knowledge"),),
    confidence="medium",
    review_paragraphs=("4.5",),
    note=("A meeting held afterwards does not undo that the baby left without one."),
)
