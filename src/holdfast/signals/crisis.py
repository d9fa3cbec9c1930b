"""Crises close together, and many things at once."""

from holdfast.rules.event import on
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import AnyShape, Happens, Together, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Gathers
from holdfast.signals.concerns import DECIDED_TOGETHER
from holdfast.standards import STANDARDS
from holdfast.standards.states import ANY_PLAN

INCIDENT = on("incident_recorded")
# Starting an assessment is a decision about the child as a whole, though it is not yet a finding.
DECIDED = (*DECIDED_TOGETHER, on("assessment_started"))

SIG_INCIDENTS_CLUSTER = Signal(
    id="SIG-INCIDENTS-CLUSTER",
    title="Incidents close together",
    theme="crisis",
    says="Two incidents within a day, or three within thirty days.",
    severity="high",
    tell=("team_manager",),
    asks="One decision on all of them.",
    numbers={"n_in_a_day": 2, "n": 3, "days": 30},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="One event that somebody has said was reported twice counts once. A day is 24 hours where the times are known.",
    pattern=lambda n: AnyShape(
        (
            # Hours where the times are known: two incidents on either side of midnight are one night.
            Happens(Gathers((INCIDENT,), int(n["n_in_a_day"]), Amount(24, "hours"), counting="occasions"), DECIDED),
            # Occasions and not entries in both: police, ambulance and school each report one evening, and that is one incident.
            Happens(Gathers((INCIDENT,), int(n["n"]), days(n["days"]), counting="occasions"), DECIDED),
        )
    ),
    why="{entries} incidents close together, the first {first}, the last {when}.",
)

# Stages and not ids, so that a standard added to one of these areas is among what is owed to a child on a plan from its first
# day.
CARRYING_A_PLAN_OUT = (
    "cp_visits",
    "core_group",
    "cp_review",
    "child_voice",
    "worker_continuity",
    "plo",
    "medical",
    "neglect",
    "contingency",
    "kinship_informal",
    "multi_agency_supervision",
)
# A worker's own clocks (recording in time, handover) are not things missing from this child's life; they would fill the list.
OWED_TO_A_CHILD_ON_A_PLAN = frozenset(
    id for id, rule in STANDARDS.items() if rule.scope in ("per_child", "per_family") and rule.stage in CARRYING_A_PLAN_OUT
)
# By name, unlike the standards above: signals overlap, and two that say one thing in other words would make one trouble look like
# two. Whether a new signal belongs here is therefore decided and not derived.
OPEN_BESIDE = frozenset(
    {
        "SIG-INFANT-INJURY",
        "SIG-INJURY-ON-PLAN",
        "SIG-REPEAT-INJURY",
        "SIG-NOT-SEEN-TWICE",
        "SIG-SIBLING-NOT-SEEN",
        "SIG-WEEKS-UNSEEN",
        "SIG-REPEAT-CONTACTS",
        "SIG-WHEREABOUTS-UNKNOWN",
        "SIG-SAFETY-PLAN-BREACH",
        "SIG-RETURN-WITHOUT-DECISION",
        "SIG-REUNIFIED-CONCERN",
        "SIG-LEGAL-NO-DECISION",
        "SIG-TREATMENT-ENDED",
        "SIG-INCIDENTS-CLUSTER",
    }
)

SIG_MANY_AT_ONCE = Signal(
    id="SIG-MANY-AT-ONCE",
    title="Many things at once",
    theme="crisis",
    says=(
        "For a child on a plan, at least four different standards were overdue or signals open within 28 days. It is a list of "
        "them by name, and never a score."
    ),
    severity="critical",
    tell=("cp_chair", "service_manager"),
    asks="The chair and the service manager read the list and answer it in words within two working days.",
    numbers={"n": 4, "days": 28},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard=(
        "What has one cause counts once: what the same entry began, and what the worker who leads could not do while away. That "
        "a plan was made is no cause of what is not done under it."
    ),
    # The number asks for causes as well as rules: one absent worker misses four things, and that is one thing wrong.
    pattern=lambda n: Together(int(n["n"]), days(n["days"]), ANY_PLAN, OWED_TO_A_CHILD_ON_A_PLAN, OPEN_BESIDE),
    why="Many things at once for this child, the last {when}.",
)
