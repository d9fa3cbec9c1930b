"""Plans that go on: what is to happen once a child protection plan has lasted 9, 15 and 21 months."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import Later, Not, PlanIs
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, LastsAtMost, Milestone
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import StateStarts
from holdfast.standards.states import CHILD_PROTECTION_PLAN, decided

# Looks ahead (Later), so that the answer changes when pre-proceedings are given up; the plan is then drifting after all.
STEPPED_UP = on("preproceedings_started", "preproceedings_letter_sent", where=(Not(Later(on("preproceedings_ended"))),))
"""Pre-proceedings that were not ended again. Where they end because the case goes to court, the application says so."""

CP_44 = Standard(
    id="CP-44",
    title="Child protection plan reaches 9 months: challenge conference",
    stage="cp_drift",
    binding="local_standard",
    scope="per_child",
    # A challenge before the first review was due challenges something else. The three months are our number.
    limit=Milestone(9, "months", starts_after=Amount(3, "months")),
    warn_before=Amount(20, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    met_by=(on("chair_challenge_recorded"),),
    started="Plan made",
    wanted="challenge by the chair",
    responsible="cp_chair",
    ladder="L_CP",
    sources=(Citation("L_SWINDON", "the nine-month conference, where the chair challenges every partner", "read"),),
    confidence="high",
    review_paragraphs=(
        "5.32",
        "5.49",
        "6.2",
    ),
    note="What the chair said in the first three months, before the plan's first review was due, is not this.",
)


CP_45 = Standard(
    id="CP-45",
    title="Child protection plan reaches 15 months: legal planning meeting unless outcomes achieved",
    stage="cp_drift",
    binding="local_standard",
    scope="per_child",
    limit=Milestone(15, "months", starts_after=Amount(9, "months")),
    warn_before=Amount(20, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    met_by=(on("legal_planning_held"),),
    excused_by=(on("court_application_made"), STEPPED_UP),
    started="Plan made",
    wanted="legal planning meeting",
    responsible="service_manager",
    ladder="L_PLO",
    sources=(Citation("L_SWINDON", "the 15-month conference: a legal planning meeting where concerns remain", "read"),),
    confidence="high",
    review_paragraphs=("6.2",),
    note="Outcomes achieved means the plan ends. A legal planning meeting in the first nine months is not this one.",
)


CP_46 = Standard(
    id="CP-46",
    title="Child protection plan: maximum length",
    stage="cp_drift",
    binding="local_standard",
    scope="per_child",
    # Without during: the plan's own end is what meets it, and a clock that stopped with the state could not be seen to be met.
    limit=LastsAtMost(21, "months"),
    warn_before=Amount(2, "months"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    met_by=(
        on("conference_held", where=(decided("plan_ended", "no_plan"),)),
        on("plan_ended", where=(PlanIs("child_protection"),)),
        on("court_application_made"),
        STEPPED_UP,
    ),
    started="Plan made",
    wanted="end of the plan or a step up",
    responsible="assistant_director",
    ladder="L_CP",
    sources=(
        Citation("L_SWINDON", "21 months at most", "read"),
        Citation("EESCIN", "national indicator: plans of 2 years or more", "secondary"),
    ),
    confidence="high",
    review_paragraphs=(
        "5.32",
        "5.46",
    ),
    note="Pre-proceedings that were ended again are no step up.",
)
