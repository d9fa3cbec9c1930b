"""Injuries and marks on a child."""

from dataclasses import replace

from holdfast.rules.conditions import AllOf, AnyOf, AtStage, ByAgency, ChildUnder, FieldIs, Mentions, Not, Recorded
from holdfast.rules.event import Condition, Event, State, on
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import Happens
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either, Gathers
from holdfast.standards.care_states import IN_CARE
from holdfast.standards.professions import HEALTH_WORDS
from holdfast.standards.states import CHILD_PROTECTION_PLAN, PRE_PROCEEDINGS

# Whole words that are denied nowhere near: "no bruise" raises nothing. A diagnosis is written more carefully than an observation,
# so fewer words are needed there, and "mark" or "bite" in one may be anything.
DIAGNOSED = (
    "injury",
    "injuries",
    "bruise",
    "bruises",
    "bruising",
    "burn",
    "burns",
    "scald",
    "scalds",
    "fracture",
    "fractures",
    "fractured",
    "haematoma",
    "haemorrhage",
    "contusion",
    "laceration",
    "wound",
    "wounds",
    "bite mark",
    "bite marks",
)
SEEN_ON_THE_CHILD = (
    *DIAGNOSED,
    "injured",
    "bruised",
    "mark",
    "marks",
    "burned",
    "scalded",
    "broken arm",
    "broken leg",
    "broken bone",
    "bite",
    "bites",
    "swelling",
    "swollen",
    "black eye",
    # "cut" by itself is what happens to hair, sandwiches and benefits.
    "cut to",
    "cut on",
    "cuts to",
    "cuts on",
    "cut lip",
    "graze",
    "grazes",
    "welts",
)
# These words take a mark out only where health says them (below): anybody can call a bruise a birthmark.
BIRTHMARKS = ("birthmark", "birth mark", "birthmarks", "birth marks", "since birth", "at birth", "born with", "congenital")

INJURIES = (
    on("injury_recorded"),
    on("observation_recorded", where=(Mentions("other", SEEN_ON_THE_CHILD, "as_phrases"),)),
    on("diagnosis_recorded", where=(Mentions("text", DIAGNOSED, "as_phrases"),)),
)
"""An injury or mark on the child, in whichever kind of entry somebody wrote it down."""

# Orders are text, and the words for refusing one contain the words for making it.
AN_ORDER = Not(Mentions("kind", ("refused", "dismissed", "discharge", "revoke", "withdrawn", "no order", "not made")))
# A state of this signal's own. Standards ask of each emergency order how long it lasts; here it matters only that one is there.
EMERGENCY_ORDER = State(
    "order_to_protect",
    "order to protect the child",
    starts=(
        on("court_order_made", where=(Mentions("kind", ("supervision order", "emergency protection", "EPO")), AN_ORDER)),
        on("police_protection_started"),
    ),
    ends=(
        on("court_order_ended", "looked_after_ended", "police_protection_ended"),
        on("court_order_made", where=(Mentions("kind", ("discharge", "revoke", "no order")),)),
    ),
)
PROTECTED = State(
    "protected",
    "child protection plan, pre-proceedings or order",
    starts=(),
    ends=(),
    any_of=(CHILD_PROTECTION_PLAN, PRE_PROCEEDINGS, IN_CARE, EMERGENCY_ORDER),
)


def of_infants(months: int) -> tuple[Event, ...]:
    """Injuries of a child under so many months, or of one whom the entry calls not mobile, that were not there at birth."""
    young = AllOf((AtStage("born"), ChildUnder(months, "months")))
    # Whether a child can move is asked on an injury's own form and nowhere else, so elsewhere only the age can tell.
    asked: dict[str, Condition] = {"injury_recorded": AnyOf((young, FieldIs("mobile", False)))}
    return tuple(
        replace(event, where=(*event.where, asked.get(event.types[0], young), Not(_since_birth(event)))) for event in INJURIES
    )


def _since_birth(event: Event) -> Condition:
    said: Condition = Mentions(("other", "text"), BIRTHMARKS, "as_phrases")
    if event.types == ("injury_recorded",):
        said = AnyOf((FieldIs("at_birth", True), said))
    # By health. A parent's word that it has always been there is what has to be asked about.
    return AllOf((said, ByAgency(HEALTH_WORDS)))


DISCUSSED = on("strategy_discussion_held")

SIG_INFANT_INJURY = Signal(
    id="SIG-INFANT-INJURY",
    title="Any injury or mark on an infant who is not yet mobile",
    theme="injury",
    says=(
        "An injury, a bruise or any other mark was recorded on a child under twelve months, or on one recorded as not able to "
        "move about by themselves."
    ),
    severity="critical",
    tell=("team_manager", "lead_social_worker"),
    asks="A strategy discussion and a medical are considered the same day, with reasons where there is to be none.",
    numbers={"age_months_under": 12},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="A mark that a clinician records as having been there since birth raises nothing.",
    pattern=lambda n: Happens(
        Either(tuple(Each(event) for event in of_infants(int(n["age_months_under"])))),
        # A discussion that left the medical unmentioned has not considered it; one that agreed to none has.
        ended_by=(on("strategy_discussion_held", where=(Recorded("medical_agreed"),)),),
    ),
    why="An injury or mark was recorded {when} on a child under {age_months_under} months or not yet able to move about.",
)

SIG_INJURY_ON_PLAN = Signal(
    id="SIG-INJURY-ON-PLAN",
    title="Injury while on a plan or order",
    theme="injury",
    says="An injury was recorded while a child protection plan, pre-proceedings or an order was open.",
    severity="critical",
    tell=("team_manager", "cp_chair", "lead_social_worker"),
    asks="A strategy discussion is considered the same day, for this child and for each brother and sister.",
    numbers={},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="An injury that is put right as another child's is withdrawn here and raised there, and both are shown.",
    # Any injury, however small, and no age: a child on a plan is one of whom harm was found likely.
    pattern=lambda n: Happens(Either(tuple(Each(event) for event in INJURIES)), ended_by=(DISCUSSED,), during=PROTECTED),
    why="An injury was recorded {when}, while a plan, pre-proceedings or an order was open.",
)

SIG_REPEAT_INJURY = Signal(
    id="SIG-REPEAT-INJURY",
    title="Second injury within a year",
    theme="injury",
    says="Two separate injuries of this child were recorded within twelve months, whoever recorded them.",
    severity="high",
    tell=("team_manager",),
    asks="Both are looked at together, with health, the same day.",
    numbers={"months": 12, "n": 2},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="One injury that two agencies report counts once, as soon as a person has said that the two reports are of one event.",
    pattern=lambda n: Happens(
        # Occasions, since a hospital and a school describe the same arm. Only a person may say that two reports are of one event.
        Gathers(INJURIES, int(n["n"]), Amount(int(n["months"]), "months"), counting="occasions"),
        ended_by=(DISCUSSED,),
    ),
    why="{entries} entries within {months} months record an injury of this child, the first {first}, the last {when}.",
)
