"""Children in need: meetings, visits, and plans that go on."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import FieldIn
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Interval, Milestone
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import StateStarts
from holdfast.standards.states import CHILD_IN_NEED_PLAN, FOUND_IN_NEED

CIN_01 = Standard(
    id="CIN-01",
    title="First child in need planning meeting",
    stage="cin",
    binding="local_standard",
    scope="per_family",
    limit=Deadline(10, "working_days"),
    warn_before=Amount(3, "working_days"),
    # The outcome of the assessment where it says child in need, otherwise the plan: areas record one or the other first.
    trigger=StateStarts(FOUND_IN_NEED),
    during=FOUND_IN_NEED,
    met_by=(on("plan_meeting_held"),),
    started="Assessment found a child in need, or the plan started",
    wanted="first planning meeting",
    responsible="lead_practitioner",
    ladder="L_CSC",
    sources=(Citation("L_SEFTON", "10 days from the outcome of the assessment", "read"),),
    confidence="high",
    review_paragraphs=("4.5",),
)


CIN_02 = Standard(
    id="CIN-02",
    title="Child in need review",
    stage="cin",
    binding="local_standard",
    scope="per_family",
    limit=Interval(6, "weeks"),
    warn_before=Amount(7, "calendar_days"),
    trigger=StateStarts(CHILD_IN_NEED_PLAN),
    during=CHILD_IN_NEED_PLAN,
    met_by=(on("plan_meeting_held"),),
    started="Last meeting or start of the plan",
    wanted="child in need meeting",
    responsible="lead_practitioner",
    ladder="L_CSC",
    sources=(
        Citation("L_SEFTON", "4-weekly from the first meeting, over twelve weeks", "read"),
        Citation("SYSTEM", "6 weeks", "knowledge"),
    ),
    confidence="medium",
    review_paragraphs=("4.5",),
    local_variants=(LocalVariant("Sefton", "every 4 weeks"),),
    note="Guidance asks for reviews and sets no interval.",
)


CIN_03 = Standard(
    id="CIN-03",
    title="Child in need visit",
    stage="cin",
    binding="local_standard",
    scope="per_child",
    limit=Interval(20, "working_days"),
    warn_before=Amount(5, "working_days"),
    trigger=StateStarts(CHILD_IN_NEED_PLAN),
    during=CHILD_IN_NEED_PLAN,
    # The kind is asked for and the visitor is not: a child in need may be led by somebody who is no social worker.
    met_by=(on("visit_made", where=(FieldIn("kind", ("child_in_need",)),), names="seen"),),
    started="Last visit or start of the plan",
    wanted="child in need visit at which this child was seen",
    responsible="lead_practitioner",
    ladder="L_CSC",
    sources=(Citation("L_NEWCASTLE", "every four weeks", "read"),),
    confidence="high",
    review_paragraphs=("4.5",),
    local_variants=(
        LocalVariant(
            "docsbay frequency table (area not named)",
            "20 working days for a child in need; 12 weeks for later life stages",
            "https://docsbay.net/frequency-and-guidance-for-statutory-visits",
        ),
    ),
)


CIN_04 = Standard(
    id="CIN-04",
    title="Child in need plan open 6 months: manager review for drift / step up",
    stage="cin",
    binding="system_default",
    scope="per_child",
    # starts_after is ours: without it a manager's decision in the first week would count as the look at six months.
    limit=Milestone(6, "months", starts_after=Amount(3, "months")),
    warn_before=Amount(20, "working_days"),
    trigger=StateStarts(CHILD_IN_NEED_PLAN),
    during=CHILD_IN_NEED_PLAN,
    met_by=(on("management_decision_recorded"),),
    started="Child in need plan started",
    wanted="manager's review for drift or a step up",
    responsible="team_manager",
    ladder="L_CSC",
    sources=(Citation("SYSTEM", "6 months", "knowledge"),),
    confidence="low",
    note="A manager's decision in the first three months of the plan is not this review.",
)
