"""Multi-agency supervision of complex families."""

from holdfast.kernel.citation import Citation
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Interval, Milestone
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Pattern, StateStarts
from holdfast.standards.states import CHILD_PROTECTION_PLAN, SUPERVISED_TOGETHER

# The numbers of the seven marks of a complex family (MAS-02). What folds the marks is a function in each engine, and both read
# these here: two lists of them would come apart. No limit holds them, so the lock does not: the examples of MAS-02 do.
PROFESSIONALS = 8
NETWORK_MONTHS = 12
LEAD_WORKERS = 3
# A year is 365 days here and not twelve months, which would make it another day in a leap year.
LEAD_WORKER_DAYS = 365
LEAD_WORKERS_HOLD_DAYS = 366
SECOND_PLAN_MONTHS = 24
MONTHS_ON_PLAN = 6
CRISES = 3
CRISIS_DAYS = 90
CRISIS_KINDS = (
    "domestic_abuse",
    "self_harm_by_adult",
    "overdose_by_adult",
    "arrest",
    "substance_use",
    "intoxicated_with_child",
)
"""What counts as a crisis of the adults, for the mark and for the signals about crises."""

# What the seven marks are folded from. The function is the engine's (Pattern), and may look at nothing else.
COMPLEXITY_READS = (
    "conference_held",
    "core_group_held",
    "strategy_discussion_held",
    "worker_allocated",
    "preproceedings_started",
    "preproceedings_letter_sent",
    "preproceedings_ended",
    "court_application_made",
    "plan_started",
    "plan_ended",
    "incident_recorded",
    "disagreement_raised",
    "disagreement_resolved",
)

MAS_01 = Standard(
    id="MAS-01",
    title="Multi-agency supervision: plan has lasted 12 months",
    stage="multi_agency_supervision",
    binding="local_standard",
    scope="per_family",
    # Any supervision since the plan began meets it: brought forward is better, not void.
    limit=Milestone(12, "months"),
    warn_before=Amount(20, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    met_by=(on("multi_agency_supervision_held"),),
    started="Plan made",
    wanted="multi-agency supervision",
    responsible="safeguarding_partnership_named_lead",
    ladder="L_CP",
    sources=(Citation("REVIEW", "5.117", "review"),),
    confidence="high",
    review_paragraphs=(
        "5.116",
        "5.117",
    ),
    note="In the published review twelve months fell in the month before the allegation.",
)

MAS_02 = Standard(
    id="MAS-02",
    title="Multi-agency supervision: complexity trigger",
    stage="multi_agency_supervision",
    binding="system_default",
    scope="per_family",
    limit=Deadline(20, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=Pattern("complexity", "two marks of complexity at once", COMPLEXITY_READS),
    met_by=(on("multi_agency_supervision_held"),),
    started="Two marks of complexity",
    wanted="multi-agency supervision",
    responsible="safeguarding_partnership_named_lead",
    ladder="L_CP",
    sources=(
        Citation("REVIEW", "5.116", "review"),
        Citation("SYSTEM", "any two of seven marks of complexity", "review"),
    ),
    confidence="n/a - design default",
    review_paragraphs=(
        "4.11",
        "5.97",
        "5.116",
        "5.117",
    ),
    note=(
        "Any two of: eight or more professionals at one meeting; three lead workers in twelve months; "
        "pre-proceedings open; a second plan within 24 months; six months on a plan and still continuing; three "
        "crises in 90 days; a disagreement not resolved."
    ),
)


MAS_03 = Standard(
    id="MAS-03",
    title="Multi-agency supervision repeated while criteria persist",
    stage="multi_agency_supervision",
    binding="system_default",
    scope="per_family",
    limit=Interval(12, "weeks"),
    warn_before=Amount(14, "calendar_days"),
    # From the first session on. Before it MAS-01 and MAS-02 ask for one.
    trigger=StateStarts(SUPERVISED_TOGETHER),
    during=SUPERVISED_TOGETHER,
    met_by=(on("multi_agency_supervision_held"),),
    started="Multi-agency supervision",
    wanted="next session",
    responsible="safeguarding_partnership_named_lead",
    ladder="L_CP",
    sources=(Citation("SYSTEM", "12 weeks", "knowledge"),),
    confidence="low",
    review_paragraphs=("5.116",),
    note="The criteria are taken to persist while a child protection plan or pre-proceedings lasts.",
)
