"""Relatives and friends who take the children, and being ready for the night it is needed."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import (
    ChildUnder,
    Earlier,
    FieldIn,
    FieldIs,
    IsTrigger,
    Mentions,
    Names,
    Not,
    RefersTo,
    SameAs,
    SomebodyElse,
)
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Interval
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each, StateStarts, StaysRepeat
from holdfast.standards.states import PLAN_OR_PRE_PROCEEDINGS

# Agreed by a professional: what they agree to they answer for. A stay that only the family arranged owes the checks (KIN-01) but
# no plan by us.
AGREED_STAY = on(
    "stay_started",
    where=(
        FieldIs("overnight", True),
        FieldIn("arrangement", ("family", "section20", "reg24", "other")),
        Names("agreed_by", "professional"),
    ),
)

# reg24 and foster are left out because regulations ask for more there; "other" is in, since what nobody could name was checked by
# nobody.
INFORMAL_NIGHT = on("stay_started", where=(FieldIs("overnight", True), FieldIn("arrangement", ("family", "section20", "other"))))
"""A night with a relative or friend that no fostering regulation covers."""
ASSESSED = on("viability_assessed", where=(SameAs("carer", "with"), FieldIn("outcome", ("suitable", "not_suitable"))))
"""The carer of the stay was assessed. An assessment that asked for more is not one."""
CHECKED_BEFORE = (on("safety_check_completed", where=(SameAs("carer", "with"),)), ASSESSED)

KIN_01 = Standard(
    id="KIN-01",
    title="Overnight stay with a relative or friend, agreed or known by any agency: minimum safety checks",
    stage="kinship_informal",
    binding="system_default",
    scope="per_carer",
    limit=Deadline(24, "hours"),
    warn_before=Amount(4, "hours"),
    trigger=Each(
        on(
            "stay_started",
            # A carer who was checked before is not checked anew each Friday. The checks belong to the carer named in the stay,
            # not to the family.
            where=(*INFORMAL_NIGHT.where, *(Not(Earlier(checked)) for checked in CHECKED_BEFORE)),
        )
    ),
    met_by=(
        on("safety_check_completed", where=(SameAs("carer", "with"),)),
        # An answer either way is an answer. "More needed" is a question still open.
        on("viability_assessed", where=(SameAs("carer", "with"), FieldIn("outcome", ("suitable", "not_suitable")))),
    ),
    started="Overnight stay with an unassessed relative or friend",
    wanted="safety check of the carer",
    responsible="lead_social_worker_or_edt",
    ladder="L_CSC",
    sources=(
        Citation("REVIEW", "5.64, 5.68, 5.69, 5.73", "review"),
        Citation("FRG2022", "factors: health, accommodation, lifestyle, relationship", "secondary"),
        Citation("SYSTEM", "24 hours", "review"),
    ),
    confidence="n/a - design default",
    review_paragraphs=(
        "4.4",
        "4.7",
        "5.14",
        "5.63",
        "5.64",
        "5.65",
        "5.66",
        "5.67",
        "5.68",
        "5.69",
        "5.73",
    ),
    note=(
        "Police and own-agency checks, the address and sleeping places, who else lives there, the carer's health, "
        "what the child wants, and contact with the parents."
    ),
)

KIN_02 = Standard(
    id="KIN-02",
    title="Initial family and friends (viability) assessment",
    stage="kinship_informal",
    binding="system_default",
    scope="per_carer",
    limit=Deadline(10, "working_days"),
    warn_before=Amount(3, "working_days"),
    # Two stays, or three nights in one: a single night is KIN-01's. The window moves, so that slow repetition is found as well.
    trigger=StaysRepeat(
        INFORMAL_NIGHT,
        ends=on("stay_ended"),
        episodes=2,
        nights=3,
        within=Amount(28, "calendar_days"),
        unless=(ASSESSED,),
    ),
    met_by=(on("viability_assessed", where=(SameAs("carer", "with"), FieldIn("outcome", ("suitable", "not_suitable")))),),
    started="Pattern of overnight stays with an unassessed carer",
    wanted="viability assessment",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(
        Citation("FRG2022", "good practice guide; no statutory timescale", "read"),
        Citation("SYSTEM", "10 working days", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=(
        "4.4",
        "5.64",
        "5.70",
        "5.71",
        "5.72",
    ),
    note="No regulation sets a timescale or a standard for a viability assessment.",
)

KIN_03 = Standard(
    id="KIN-03",
    title="Health and own-involvement information about the relative requested and received",
    stage="kinship_informal",
    binding="system_default",
    scope="per_carer",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(2, "working_days"),
    trigger=Each(on("viability_started")),
    met_by=(
        on("safety_check_completed", where=(SameAs("carer", "carer"), FieldIs("health", True))),
        # Assessments list their checks in words; the quick check has a field of its own.
        on("viability_assessed", where=(SameAs("carer", "carer"), Mentions("checks", ("health",)))),
    ),
    started="Viability assessment started",
    wanted="health and own-agency information about the carer",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(Citation("REVIEW", "5.69", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.64",
        "5.67",
        "5.69",
        "5.72",
    ),
    note="With the carer's consent; a refusal is recorded and weighed.",
)

KIN_04 = Standard(
    id="KIN-04",
    title="Support plan for the relative carer",
    stage="kinship_informal",
    binding="system_default",
    scope="per_carer",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=Each(AGREED_STAY),
    met_by=(on("carer_support_planned", where=(SameAs("carer", "with"),)),),
    started="Overnight stay agreed by professionals",
    wanted="support plan for the carer",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(Citation("REVIEW", "5.68", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.67",
        "5.68",
    ),
)

KIN_05 = Standard(
    id="KIN-05",
    title=(
        "Legal basis of the arrangement decided and recorded (family arrangement, s17, s20, Regulation 24, private fostering)"
    ),
    stage="kinship_informal",
    binding="system_default",
    scope="per_child",
    limit=Deadline(1, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=Each(AGREED_STAY),
    met_by=(
        # The stay's own entry may already say what it is in law; then nothing is left to decide and the clock is met as it
        # starts.
        on("stay_started", where=(IsTrigger(), FieldIn("arrangement", ("family", "section20", "reg24", "foster", "parents")))),
        on("arrangement_decided", where=(RefersTo("stay"),)),
    ),
    started="Overnight stay agreed by professionals",
    wanted="legal basis of the arrangement",
    responsible="team_manager",
    ladder="L_LAC",
    sources=(
        Citation("REVIEW", "5.68, 5.70", "review"),
        Citation("CA1989", "s20, s22C, s66, s105", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=(
        "4.7",
        "5.63",
        "5.68",
        "5.70",
    ),
    note=(
        "If the council arranged it because nobody with parental responsibility could care, the child may in law be "
        "looked after. Relatives are not private foster carers. Grandparents, aunts, uncles, brothers, sisters and "
        "married step-parents are relatives."
    ),
)

KIN_06 = Standard(
    id="KIN-06",
    title="Child asked where they want to stay and what it was like",
    stage="kinship_informal",
    binding="system_default",
    scope="per_child",
    limit=Deadline(24, "hours"),
    warn_before=Amount(4, "hours"),
    trigger=Each(
        on(
            "stay_started",
            where=(FieldIs("overnight", True), FieldIn("arrangement", ("family", "section20", "reg24", "foster", "other"))),
        )
    ),
    met_by=(
        # Asked before they went is the best answer there is, and stands in the stay itself.
        on("stay_started", where=(IsTrigger(), FieldIs("child_asked", True))),
        on("voice_recorded", names="child"),
        on("day_in_the_life_recorded", "observation_recorded", where=(ChildUnder(3),)),
    ),
    started="Overnight stay started",
    wanted="child asked where they want to stay",
    responsible="lead_social_worker_or_trusted_adult",
    ladder="L_CSC",
    sources=(Citation("REVIEW", "5.14, 5.65, 5.73", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "4.7",
        "5.14",
        "5.65",
        "5.66",
        "5.73",
    ),
)

KIN_07 = Standard(
    id="KIN-07",
    title="Genogram, contingency carers and safety plan current and readable by the emergency duty team",
    stage="contingency",
    binding="system_default",
    scope="per_family",
    # All three, because each is no use without the others on the night it is needed; it counts from when the last of them was
    # done.
    limit=Interval(12, "weeks", all_of=True),
    warn_before=Amount(2, "weeks"),
    trigger=StateStarts(PLAN_OR_PRE_PROCEEDINGS),
    during=PLAN_OR_PRE_PROCEEDINGS,
    met_by=(
        on("genogram_reviewed"),
        on("contingency_agreed", where=(SomebodyElse("carers"),)),
        on("safety_plan_agreed", where=(FieldIs("readable_by_duty", True),)),
    ),
    started="Last verified, or start of the plan or pre-proceedings",
    wanted="genogram, contingency carers and a safety plan the duty team can read",
    responsible="lead_social_worker",
    ladder="L_CP",
    sources=(Citation("REVIEW", "5.74, Recommendation 4", "review"),),
    confidence="n/a - design default",
    review_paragraphs=(
        "5.66",
        "5.74",
        "5.75",
        "7.4",
    ),
    note=("A change in the household asks for another look within five working days. What is counted are the twelve weeks."),
)
