"""Legal advice that nobody acts on."""

from holdfast.rules.conditions import AnyOf, Filled, Mentions, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Deadline
from holdfast.rules.shapes import AnyShape, Said, Undone
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either

# How putting off is written. Looked for as whole phrases, so that "not deferred" is a decision.
UNDECIDED = (
    "no decision",
    "not decided",
    "undecided",
    "deferred",
    "adjourned",
    "to be decided",
    "awaiting",
    "further advice",
)
NOTHING_DECIDED = AnyOf((Not(Filled("decision")), Mentions("decision", UNDECIDED, "as_phrases")))
# Steps that only a decision leads to stand for it, since the decision itself is often not an entry.
DECIDED = (
    on("legal_planning_held", where=(Not(NOTHING_DECIDED),)),
    on(
        "preproceedings_started",
        "preproceedings_letter_sent",
        "court_application_made",
        "court_order_made",
        "management_decision_recorded",
    ),
)

SIG_LEGAL_NO_DECISION = Signal(
    id="SIG-LEGAL-NO-DECISION",
    title="Legal advice asked or given, nothing decided",
    theme="legal",
    says=(
        "A legal planning meeting was asked for and not held within ten working days, or lawyers advised and nobody had decided "
        "five working days later."
    ),
    severity="high",
    tell=("service_manager",),
    asks="A decision, with reasons.",
    numbers={"held_working_days": 10, "decided_working_days": 5},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="None. A meeting that puts the decision off has decided nothing.",
    pattern=lambda n: AnyShape(
        (
            Said(
                Undone(
                    Each(on("legal_planning_requested")),
                    (on("legal_planning_held"),),
                    Deadline(int(n["held_working_days"]), "working_days"),
                ),
                "A legal planning meeting was asked for {when}; none had been held by {due}.",
            ),
            Undone(
                Either(
                    (
                        Each(on("legal_advice_recorded")),
                        # A meeting without a decision is advice: the five days run again from it.
                        Each(on("legal_planning_held", where=(NOTHING_DECIDED,))),
                    )
                ),
                DECIDED,
                Deadline(int(n["decided_working_days"]), "working_days"),
            ),
        )
    ),
    why="Lawyers advised, or met, {when}; by {due} nothing had been decided.",
)
