"""Children who leave school while somebody is worried."""

from holdfast.rules.conditions import AnyOf, Attended, Earlier, FieldIn, FieldIs, Not
from holdfast.rules.event import on
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import Happens
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each
from holdfast.signals.concerns import CONCERNS
from holdfast.signals.front_door import EDUCATION_WORDS
from holdfast.standards.states import decided

# Ever, without a window: that a child once needed a plan does not lapse after so many weeks as a single concern does.
EVER_ON_A_PLAN = (
    on("conference_held", where=(decided("plan_made"),)),
    on("plan_started", where=(FieldIn("plan", ("child_protection", "child_in_need")),)),
)

SIG_LEFT_SCHOOL = Signal(
    id="SIG-LEFT-SCHOOL",
    title="Left school while worrying",
    theme="education",
    says=(
        "The child was taken out of school to be educated at home, was removed from a roll or was refused a place, within twelve "
        "weeks of a concern or ever having been on a plan."
    ),
    severity="high",
    tell=("front_door_team_manager", "lead_social_worker"),
    asks="It is decided together with education before it takes effect, and the child is seen.",
    numbers={"weeks": 12},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="A move that another school has confirmed, with the child on its roll, raises nothing.",
    pattern=lambda n: Happens(
        Each(
            on(
                "school_left",
                where=(
                    # Confirmed by the new school. That a move was announced is what a child who disappears leaves behind as well.
                    Not(FieldIs("on_new_roll", True)),
                    AnyOf(
                        (
                            *(Earlier(event, Amount(int(n["weeks"]), "weeks")) for event in CONCERNS),
                            *(Earlier(event) for event in EVER_ON_A_PLAN),
                        )
                    ),
                ),
            )
        ),
        ended_by=(
            on("school_changed"),
            # Any meeting with education at it has decided together; that is what is asked, not what it decided.
            on("strategy_discussion_held", "core_group_held", where=(Attended(EDUCATION_WORDS),)),
        ),
    ),
    why="The child left school, or was refused a place, {when}; there was a concern in the {weeks} weeks before, or a plan.",
)
