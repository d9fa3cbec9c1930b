"""Risk that waits over a weekend."""

from holdfast.rules.conditions import AsksForSafety, BeforeABreak, BringsUpNobody, FieldIs, InPost, RefersTo
from holdfast.rules.event import on
from holdfast.rules.limit import Deadline
from holdfast.rules.shapes import Undone
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either
from holdfast.signals.communication import OF_A_PARENT, OF_THE_CHILD_OR_PARENT

# The flags that somebody set, and the one kind of words that has no flag: what a child says.
RISK_NOW = (
    on("contact_received", where=(FieldIs("immediate_harm", True), BeforeABreak(), BringsUpNobody())),
    on("message_received", where=(FieldIs("possible_serious_harm", True), BeforeABreak(), BringsUpNobody())),
    on("contact_received", where=(*OF_A_PARENT, FieldIs("immediate_harm", True), BeforeABreak())),
    on("message_received", where=(*OF_A_PARENT, FieldIs("possible_serious_harm", True), BeforeABreak())),
    on("disagreement_raised", where=(FieldIs("immediate_risk", True), BeforeABreak(), BringsUpNobody())),
    on("disagreement_raised", where=(*OF_A_PARENT, FieldIs("immediate_risk", True), BeforeABreak())),
    on("voice_recorded", where=(AsksForSafety("words"), BeforeABreak()), names="child"),
)
# Any step at all, by anybody. Whether it was the right one is for others; the worry is that there was none.
ACTION = (
    on(
        "strategy_discussion_held",
        "section47_started",
        "visit_made",
        "police_protection_started",
        "safety_plan_agreed",
        "management_decision_recorded",
        "court_application_made",
        "court_order_made",
        "medical_requested",
        "medical_held",
        "stay_started",
        "child_sighted",
        "assessment_started",
        "legal_planning_held",
    ),
    on("contact_decided", where=(*OF_THE_CHILD_OR_PARENT, RefersTo("contact"))),
    on("message_rerouted", where=(RefersTo("message"), InPost("to"))),
    on("message_answered", where=(RefersTo("message"),)),
    on("disagreement_answered", where=(RefersTo("disagreement"),)),
    on("voice_answered", where=(RefersTo("voice"),)),
)

SIG_BEFORE_WEEKEND = Signal(
    id="SIG-BEFORE-WEEKEND",
    title="Immediate risk stated, next action after the weekend",
    theme="timing",
    says=(
        "An entry of a day before or in a weekend or holiday says that a child is at risk now, or the child says so, and nothing "
        "was done before work began again. What is said of adults alone is shown for each child they bring up."
    ),
    severity="critical",
    tell=("duty_social_worker", "edt", "team_manager"),
    asks="Somebody acts the same day, and hands over to the emergency duty team in writing.",
    numbers={},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="None. Words are matched to raise the question, never to answer it.",
    pattern=lambda n: Undone(
        Either(tuple(Each(event) for event in RISK_NOW)),
        ACTION,
        # Before work begins, not within a day: a call on Saturday that is answered on Monday at nine was answered after the
        # weekend.
        Deadline(1, "before_next_working_day"),
    ),
    adults=True,
    why="Risk right now was stated {when}; nothing that was done about it is recorded before the next working day.",
)
