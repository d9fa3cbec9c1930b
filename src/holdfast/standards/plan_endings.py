"""After a child protection plan: the step down, and who is told."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AnyOf, AtStage, FieldIn, IsTrigger, Mentions, Not, PlanIs, ReasonGiven
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, LastsAtLeast
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import StateEnds
from holdfast.standards.states import CHILD_IN_NEED_PLAN, CHILD_PROTECTION_PLAN, decided

# Reasons are free text. These mean that nobody here can carry a step-down out.
GONE_WORDS = (
    "moved away",
    "moved out of area",
    "moved out of the area",
    "left the area",
    "left the country",
    "left the uk",
    "abroad",
    "another area",
    "another local authority",
    "another authority",
    "transferred to",
    "moved to wales",
    "moved to scotland",
    "moved to northern ireland",
)
LOOKED_AFTER_WORDS = ("looked after", "care order", "adopt", "18th birthday", "turned 18")
LOOKED_AFTER_ARRANGEMENTS = ("section20", "reg24", "foster")
PLAN_ENDED_WORDS = (
    "plan ended",
    "plan has ended",
    "end of plan",
    "end of the plan",
    "end of child protection plan",
    "plan closed",
)
# The ending's own entry excuses it, so that a child who died or came of age is never shown as owed a plan for a day.
NO_STEP_DOWN = on(
    "conference_held",
    "plan_ended",
    where=(IsTrigger(), AnyOf((Not(AtStage("living_child")), ReasonGiven((*GONE_WORDS, *LOOKED_AFTER_WORDS))))),
)
MOVED_AWAY = on("plan_ended", where=(ReasonGiven(GONE_WORDS),))

CP_52 = Standard(
    id="CP-52",
    title="Step-down: child in need plan after a child protection plan",
    stage="cp_end",
    binding="local_standard",
    scope="per_child",
    # The plan has to be there and to last: one that ended after a week would satisfy a deadline.
    limit=LastsAtLeast(3, "months", keeps=CHILD_IN_NEED_PLAN),
    trigger=StateEnds(CHILD_PROTECTION_PLAN),
    # A plan that begins later than the next day still meets it, late (decision 8 of docs/adr).
    met_by=(on("plan_started", where=(PlanIs("child_in_need"),)),),
    excused_by=(
        NO_STEP_DOWN,
        MOVED_AWAY,
        on("stay_started", where=(FieldIn("arrangement", LOOKED_AFTER_ARRANGEMENTS),)),
        on("conference_held", where=(decided("plan_made"),)),
        on("plan_started", where=(PlanIs("child_protection"),)),
    ),
    started="Child protection plan ended",
    wanted="child in need plan that lasts",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(
        Citation("L_LANCS_CIN", "a child in need plan is likely to be needed for three months or more", "read"),
        Citation("L_SEFTON", "reviewed every four weeks", "read"),
    ),
    confidence="high",
    review_paragraphs=("4.5",),
    note=(
        "The child in need plan is in place the day after. Not where the child came of age, died, became looked after, "
        "moved away or is on a child protection plan again."
    ),
)


CP_53 = Standard(
    id="CP-53",
    title="Agencies told that a plan has ended",
    stage="cp_end",
    binding="local_standard",
    scope="per_child",
    limit=Deadline(1, "working_days"),
    warn_before=Amount(4, "hours"),
    trigger=StateEnds(CHILD_PROTECTION_PLAN),
    met_by=(on("partners_told", where=(Mentions("about", PLAN_ENDED_WORDS),)),),
    started="Child protection plan ended",
    wanted="agencies told",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(
        Citation("L_SEFTON", "at the least, every agency invited to the initial conference is told (no days)", "read"),
        Citation("SYSTEM", "1 working day", "knowledge"),
    ),
    confidence="medium",
)
