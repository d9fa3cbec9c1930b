"""Visits to a child with a child protection plan."""

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import FieldIn, FieldIs, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Interval
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import StateStarts
from holdfast.standards.done_by import BY_SOCIAL_WORKER
from holdfast.standards.states import CHILD_PROTECTION_PLAN

# Home unless it says otherwise, and a social worker unless it says otherwise: what nobody recorded is not held against a visit.
# Seen is different; it has to be said, because being listed is not being seen.
CHILD_PROTECTION_VISIT = on(
    "visit_made", where=(FieldIn("kind", ("child_protection",)), Not(FieldIs("home", False)), BY_SOCIAL_WORKER), names="seen"
)

CP_30 = Standard(
    id="CP-30",
    title="CP plan: child seen at home by a qualified social worker",
    stage="cp_visits",
    binding="local_standard",
    scope="per_child",
    limit=Interval(10, "working_days"),
    warn_before=Amount(2, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    met_by=(CHILD_PROTECTION_VISIT,),
    started="Last visit or start of the plan",
    wanted="child protection visit at which this child was seen",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(
        Citation("L_LIVERPOOL", "at least every 10 working days", "read"),
        Citation("L_CENBEDS", "every 10 working days", "read"),
        Citation("L_CAMDEN", "at least every 10 days", "read"),
    ),
    confidence="high",
    review_paragraphs=(
        "5.18",
        "5.20",
        "5.105",
    ),
    local_variants=(
        LocalVariant(
            "Blackburn with Darwen (pan-Lancashire, Aug 2017)", "max 15 working days; not a statutory visit if child not seen"
        ),
        LocalVariant("Wirral", "15 working days"),
        LocalVariant("Bolton", "minimum every 4 weeks"),
        LocalVariant("Newcastle", "every four weeks"),
    ),
    note=(
        "National guidance gives no frequency. A visit counts only for the children seen; core groups and family "
        "support visits do not count. A plan may ask for visits more often: the number here is the least, and what the "
        "plan says is held to by its core group."
    ),
)

CP_31 = Standard(
    id="CP-31",
    title="First visit after a plan is made",
    stage="cp_visits",
    binding="system_default",
    scope="per_child",
    limit=Deadline(5, "working_days"),
    warn_before=Amount(1, "working_days"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    met_by=(CHILD_PROTECTION_VISIT,),
    started="Plan made",
    wanted="first visit at which this child was seen",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(Citation("SYSTEM", "5 working days", "knowledge"),),
    confidence="low",
)

CP_33 = Standard(
    id="CP-33",
    title="Bedroom / sleeping place seen",
    stage="cp_visits",
    binding="local_standard",
    scope="per_child",
    # Counted in visits and not in days: the source asks for every other home visit, however close together they are.
    limit=Interval(2, "visits"),
    trigger=StateStarts(CHILD_PROTECTION_PLAN),
    during=CHILD_PROTECTION_PLAN,
    met_by=(on("visit_made", where=(FieldIs("sleeping_place_seen", True),), names="seen"),),
    started="Last time the sleeping place was seen, or start of the plan",
    wanted="sleeping place seen",
    responsible="lead_social_worker",
    ladder="L_CSC",
    sources=(Citation("L_CENBEDS", "bedrooms seen on alternate home visits at least", "read"),),
    confidence="high",
    review_paragraphs=(
        "4.5",
        "5.26",
        "5.64",
    ),
    note="Also at each new address and wherever the child stays overnight.",
)
