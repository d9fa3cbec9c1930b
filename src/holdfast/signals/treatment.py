"""Parents whose treatment ends."""

from holdfast.rules.conditions import FieldIn, FieldIs
from holdfast.rules.event import on
from holdfast.rules.shapes import Happens
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either
from holdfast.signals.concerns import DECIDED_TOGETHER
from holdfast.standards.states import ANY_PLAN

SIG_TREATMENT_ENDED = Signal(
    id="SIG-TREATMENT-ENDED",
    title="Parent out of treatment, or a positive test",
    theme="adults",
    says="While the child is on a plan, a parent was discharged from treatment for not attending, or a test came back positive.",
    severity="high",
    tell=("lead_social_worker", "team_manager", "cp_chair"),
    asks="What it means for each child is considered within one working day.",
    numbers={},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="Treatment that ends because it is complete, or passes to another service, raises nothing.",
    pattern=lambda n: Happens(
        Either(
            (
                # Completed and passed on are left out. Leaving and not coming are what the adult service knows and nobody else
                # hears of.
                Each(on("treatment_ended", where=(FieldIn("how", ("not_attending", "left")),))),
                Each(on("result_received", where=(FieldIs("positive", True),))),
            )
        ),
        ended_by=(*DECIDED_TOGETHER, on("core_group_held")),
        # Without a plan an adult's treatment is their own affair, and telling it would keep people from it.
        during=ANY_PLAN,
    ),
    why="A parent left treatment, or a test was positive, {when}, while this child is on a plan.",
)
