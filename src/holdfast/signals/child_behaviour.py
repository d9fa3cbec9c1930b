"""Children who say little, or say it with how they behave, and whose days nobody has written down."""

from holdfast.rules.conditions import AnyOf, Earlier, FieldIn, FieldIs, Mentions, Not, SaysBeside
from holdfast.rules.event import Condition, on
from holdfast.rules.limit import Interval
from holdfast.rules.shapes import Happens, Stale, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Gathers, InARow
from holdfast.signals.child_voice import SPOKEN
from holdfast.standards.states import ANY_PLAN

GUARDED_WORDS = (
    "left alone",
    "does not want to talk",
    "doesn't want to talk",
    "did not want to talk",
    "didn't want to talk",
    "do not want to talk",
    "don't want to talk",
    "would not talk",
    "wouldn't talk",
    "would not speak",
    "wouldn't speak",
    "would not say",
    "wouldn't say",
    "nothing to say",
    "refused to talk",
    "refused to speak",
)
# The mark that the visitor set, or the child's own words. The mark alone would miss everything recorded before there was one.
GUARDED = AnyOf((FieldIs("guarded", True), Mentions("words", GUARDED_WORDS)))


# Comparing with the same child's own earlier words keeps quiet children quiet: a child who never says much is not withdrawing.
def _thin() -> tuple[Condition, ...]:
    """Guarded, and shorter than something this child said before without guarding it."""
    return (GUARDED, Earlier(on("voice_recorded", where=(Not(GUARDED), SaysBeside("words", "more")), names="child")))


SIG_VOICE_THIN = Signal(
    id="SIG-VOICE-THIN",
    title="Child withdrawing or giving only brief or guarded views",
    theme="child_voice",
    says=(
        "Two things running that this child said were guarded and short, and earlier they had said more: for example that they "
        "want to be left alone, or do not want to talk."
    ),
    severity="medium",
    tell=("lead_social_worker",),
    asks="Another way of asking, or another person; what has changed for the child is thought about, such as going home.",
    numbers={"n": 2},
    pattern=lambda n: Happens(InARow(SPOKEN, int(n["n"]), _thin())),
    why=(
        "What this child said {first} and {when} was short and guarded; before that they had said more. "
        "Somebody should judge why."
    ),
    review_paragraphs=(
        "5.52",
        "5.53",
        "5.97",
    ),
    evidence=("JTAI2018",),
    guard=(
        "A person judges: what is compared is only how many words there were, whether somebody "
        "marked the child as guarded, and a "
        "short list of ways to say so."
    ),
)

# Each is ordinary by itself. That is why it takes two of them, and why what is asked for is thought and not action.
BEHAVIOURS = (
    "tired",
    "weepy",
    "tearful",
    "crying",
    "stomach ache",
    "tummy ache",
    "upset",
    "late for",
    "late to",
    "arrives late",
    "lateness",
    "scream",
    "hoarding food",
    "food hoarding",
    "hiding food",
    "gorging",
    "gorge",
    "fear of water",
    "fear of bath",
    "afraid of water",
    "afraid of baths",
    "withdrawn",
    "clingy",
    "wetting",
    "soiling",
    "aggressive",
    "flinch",
)
ANALYSED = on("behaviour_analysed")

SIG_BEHAVIOUR = Signal(
    id="SIG-BEHAVIOUR",
    title="Behaviour as communication not analysed",
    theme="child_voice",
    says=(
        "Twice within 28 days somebody noted behaviour that may be telling something, and nobody has recorded what it may mean."
    ),
    severity="medium",
    tell=(
        "lead_social_worker",
        "agency that saw it",
    ),
    asks=(
        "What the behaviour may mean is thought through and recorded: tiredness, tears, stomach-ache, lateness, screaming, "
        "hiding food or fear of the bath among it."
    ),
    numbers={"n": 2, "days": 28},
    pattern=lambda n: Happens(
        Gathers(
            (
                on("voice_recorded", where=(FieldIn("how", ("behaviour",)),), names="child"),
                # "late" only as the whole word of a list: as a part of a text it is in "later" and "related".
                on("observation_recorded", where=(AnyOf((Mentions("other", BEHAVIOURS), FieldIn("other", ("late",)))),)),
            ),
            int(n["n"]),
            days(n["days"]),
            # What was thought about is not counted a second time. Without it one analysis would be asked for again by the same
            # two entries.
            since=(ANALYSED,),
        ),
        ended_by=(ANALYSED,),
    ),
    why=(
        "Behaviour that may be telling something was noted {entries} times in {days} days, last {when}; "
        "nobody recorded what it may mean."
    ),
    review_paragraphs=(
        "5.7",
        "5.11",
        "5.23",
        "5.28",
        "5.51",
    ),
    evidence=("JTAI2018",),
    guard="What has been thought about once is not counted again: only what was noted since.",
)

SIG_LIVED_EXPERIENCE = Signal(
    id="SIG-LIVED-EXPERIENCE",
    title="No account of a day in this child's life",
    theme="child_voice",
    says="While a plan or pre-proceedings is open, nobody has recorded a day in this child's life for 84 days.",
    severity="medium",
    tell=(
        "lead_social_worker",
        "cp_chair",
    ),
    asks=(
        "A page for this child: what they see, hear, think and feel, what they eat, where they sleep, and who looks after them."
    ),
    numbers={"days": 84},
    pattern=lambda n: Stale(
        ANY_PLAN,
        (on("day_in_the_life_recorded"),),
        # from_age counts from the birth: a plan made before it must not find a day of life overdue on the first day of life.
        Interval(int(n["days"]), "calendar_days", from_age=0),
    ),
    why="No day in this child's life was recorded in {days} days: the last, or the start, was {when}.",
    review_paragraphs=(
        "5.8",
        "5.9",
        "5.10",
        "5.11",
        "5.12",
        "5.115",
        "5.122",
    ),
    evidence=(
        "TRIENNIAL",
        "NATREV2022",
    ),
    guard="A child not yet born has no day to be told of.",
)
