"""What was learned before, and who has been taught it."""

from holdfast.rules.conditions import About, AgenciesTrained, Earlier, FieldIn, InState, Mentions, Not, OfThosePresent, SpeaksOf
from holdfast.rules.event import Condition, on
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import AnyShape, Fails, Happens, Said
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each
from holdfast.standards.states import NEGLECT_PLAN

SIG_RECURRENT_LEARNING = Signal(
    id="SIG-RECURRENT-LEARNING",
    title="Same finding as an earlier local review",
    theme="learning",
    says="An audit has a theme about which a local review made a recommendation in the last five years.",
    severity="medium",
    tell=("partnership_business_manager", "delegated_safeguarding_partners"),
    asks="What was promised then, and what shows that it changed.",
    numbers={"years": 5},
    pattern=lambda n: Happens(
        Each(
            on(
                "audit_completed",
                where=(
                    # About anyone: a recommendation was made about another family years before. The audit that finds it again is
                    # about this one, or about nobody.
                    Earlier(
                        on("recommendation_made", where=(About("anyone"), SpeaksOf("text", "themes"))),
                        within=Amount(int(n["years"]), "years"),
                    ),
                ),
            )
        ),
    ),
    why="The audit completed {when} found what a recommendation of the last {years} years was about.",
    review_paragraphs=("5.19", "5.41", "5.42", "5.43", "9.1.8"),
    evidence=("RNA2021", "CHILDCD2021"),
    guard="A theme is matched as it is written, from four letters on; whether it is the same thing is for a person.",
    # An audit is often about no child in particular, and would otherwise be read by nobody's rules.
    partnership=True,
)

SUBSTANCES = on("incident_recorded", where=(FieldIn("kind", ("substance_use", "overdose_by_adult", "intoxicated_with_child")),))
VIOLENCE = on("incident_recorded", where=(FieldIn("kind", ("domestic_abuse",)),))
# A risk of this plan and not of the family's history: what was a risk years ago need not be what the group works with.
YEAR = Amount(12, "months")
NEGLECT = ("neglect", "graded care")
DRUGS = ("drug", "alcohol", "substance", "addiction")
ABUSE = ("domestic abuse", "domestic violence", "coercive")


# Once, at the first meeting that knew. Every core group would raise it again, and training takes months.
def first_meeting(risk: Condition) -> Each:
    """The first core group at which the risk was known."""
    return Each(on("core_group_held", where=(risk, Not(Earlier(on("core_group_held", where=(risk,)))))))


def untrained(risk: Condition, words: tuple[str, ...], months: int | float) -> Fails:
    """A core group none of whose agencies has been trained in the risk it works with."""
    return Fails(
        first_meeting(risk),
        wanted=(AgenciesTrained(words, Amount(int(months), "months")),),
        # About anyone, because training is nobody's in particular; of those present, because another agency's course helps no one
        # here.
        ended_by=(on("training_completed", where=(About("anyone"), OfThosePresent(), Mentions("subjects", words))),),
    )


SIG_TRAINING_GAP = Signal(
    id="SIG-TRAINING-GAP",
    title="Knowledge gap by agency",
    theme="learning",
    says=(
        "A core group works with neglect, drugs or alcohol, or domestic abuse, and in two years none of the agencies at it has "
        "had training in that."
    ),
    severity="low",
    tell=("partnership_business_manager", "agency_safeguarding_lead"),
    asks="Specialist advice is offered now, training later.",
    numbers={"validity_months": 24},
    pattern=lambda n: AnyShape(
        (
            Said(
                untrained(InState(NEGLECT_PLAN), NEGLECT, n["validity_months"]),
                "None of the agencies at the core group {when} had training in neglect or its tool in {validity_months} months.",
            ),
            Said(
                untrained(Earlier(SUBSTANCES, within=YEAR), DRUGS, n["validity_months"]),
                "None of the agencies at the core group {when} had training in drugs or alcohol in {validity_months} months.",
            ),
            Said(
                untrained(Earlier(VIOLENCE, within=YEAR), ABUSE, n["validity_months"]),
                "None of the agencies at the core group {when} had training in domestic abuse in {validity_months} months.",
            ),
        )
    ),
    why="None of the agencies at the core group {when} had been trained in what it works with.",
    review_paragraphs=("5.37", "5.38", "5.86", "5.88", "5.89", "5.107", "5.123", "7.5", "7.7"),
    evidence=("JTAI2018",),
    guard=(
        "Where no training of any of these agencies is on the record it is not known, and nothing is raised; said once, at the "
        "first core group at which the risk was known."
    ),
)
