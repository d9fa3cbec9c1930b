"""Children who are not asked, not answered, or not understood."""

from holdfast.rules.conditions import (
    AnyOf,
    AsksForSafety,
    AtStage,
    ChildUnder,
    Filled,
    Happened,
    Not,
    Previous,
    Recorded,
    RefersTo,
)
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, FromAge, Interval
from holdfast.rules.shapes import AnyShape, Fails, Happens, Numbers, Said, Stale, Undone
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each
from holdfast.standards.states import ANY_PLAN
from holdfast.standards.voice import VIEW_HEARD

SPOKEN = on("voice_recorded", names="child")
HEARD_AT_CONFERENCE = on("conference_held", where=(VIEW_HEARD,))
# Below it a child's view is what somebody saw (the reading of CP-34); above it watching is no substitute for asking.
OBSERVED_UNDER = 3
WATCHED = on("day_in_the_life_recorded", "observation_recorded", where=(ChildUnder(OBSERVED_UNDER),))
ADVOCATE_OFFERED = on("advocate_offered", names="child")
# The last time anybody tried the child did not want to either: only a refusal records when somebody tries again.
DECLINED_ALREADY = Previous(on("voice_recorded", "views_declined", names="child"), (Recorded("next_attempt"),))
DECLINED = on(
    "views_declined",
    where=(
        # A bare "declined" is how not asking is usually written down. It counts as asking only with who, how and when again.
        *(Filled(each) for each in ("worker", "how", "next_attempt")),
        AnyOf((Not(DECLINED_ALREADY), Happened((ADVOCATE_OFFERED,), Amount(3, "months")))),
    ),
    names="child",
)
ANSWERED = on("voice_answered", where=(RefersTo("voice"),))
# Split in two so that one entry is answered by one limit: with both limits on every word a plea would raise twice.
PLEA = on("voice_recorded", where=(AsksForSafety("words"),), names="child")
NO_PLEA = on("voice_recorded", where=(Not(AsksForSafety("words")),), names="child")


def _by_age(n: Numbers) -> tuple[FromAge, ...]:
    """The lengths that take over as a child grows, as far as they differ from the one before."""
    # Two equal lengths side by side are left out: a change that changes nothing could be bent without any example noticing.
    steps = ((OBSERVED_UNDER, n["under_3_observation"], n["age_3_to_6"]), (7, n["age_3_to_6"], n["age_7_plus"]))
    return tuple(FromAge(age, int(days), "working_days") for age, before, days in steps if days != before)


SIG_VIEWS_STALE = Signal(
    id="SIG-VIEWS-STALE",
    title="Child not asked",
    theme="child_voice",
    says=(
        "Nobody has recorded asking this child, or for a child too young to say, watching them, for 20 "
        "working days while a plan or pre-proceedings is open."
    ),
    severity="high",
    tell=(
        "lead_social_worker",
        "team_manager",
        "cp_chair",
    ),
    asks="Somebody the child trusts asks, within 5 working days.",
    numbers={"age_7_plus": 20, "age_3_to_6": 20, "under_3_observation": 20},
    pattern=lambda n: Stale(
        ANY_PLAN,
        # No agency and no role is asked for: words count whoever took them down, and a child is not to be asked the same thing
        # five times.
        (SPOKEN, HEARD_AT_CONFERENCE, WATCHED, DECLINED),
        Interval(int(n["under_3_observation"]), "working_days", from_age=0, changes=_by_age(n)),
    ),
    why="Nobody has recorded asking this child, or watching how they are, by {due}: the last time, or the start, was {when}.",
    review_paragraphs=(
        "5.3",
        "5.6",
        "5.10",
        "5.12",
        "5.52",
        "5.53",
        "6.1",
    ),
    evidence=(
        "JTAI2018",
        "NATREV2022",
    ),
    guard=(
        "A child who did not want to say was asked, if it is recorded who asked, how, and when somebody tries again; a second "
        "time running only if an advocate was offered. A baby not yet born is not asked."
    ),
)

SIG_VOICE_NO_ACTION = Signal(
    id="SIG-VOICE-NO-ACTION",
    title='Voice recorded, nothing done ("so what?")',
    theme="child_voice",
    says=(
        "A child said something and nothing is recorded in answer: for 5 working days, or for 4 hours where "
        "they asked to be safe."
    ),
    severity="critical",
    tell=(
        "lead_social_worker",
        "team_manager",
        "cp_chair",
    ),
    asks="What was done, or why not, and how the child was told.",
    numbers={"working_days": 5, "unsafe_hours": 4},
    pattern=lambda n: AnyShape(
        (
            Said(
                Undone(Each(PLEA), (ANSWERED,), Deadline(int(n["unsafe_hours"]), "hours")),
                "What this child said {when} had no answer recorded within {unsafe_hours} hours.",
            ),
            Said(
                Undone(Each(NO_PLEA), (ANSWERED,), Deadline(int(n["working_days"]), "working_days")),
                "What this child said {when} had no answer recorded within {working_days} working days.",
            ),
        )
    ),
    why="What this child said {when} had no answer recorded in time.",
    review_paragraphs=(
        "5.3",
        "5.5",
        "6.5",
    ),
    evidence=("NATREV2022",),
    timed=True,
)

SIG_CHILD_ASKS_FOR_SAFETY = Signal(
    id="SIG-CHILD-ASKS-FOR-SAFETY",
    title="Child says they are unsafe, want to leave, or others should be taken into care",
    theme="child_voice",
    says=(
        "A child said that they are not safe, do not want to go home, want to be looked after elsewhere, fear "
        "for a parent's life, or that their brothers or sisters are not safe."
    ),
    severity="critical",
    tell=(
        "lead_social_worker",
        "team_manager",
        "service_manager",
        "cp_chair",
    ),
    asks=("The same day, a decision for every child of the household; a strategy discussion considered, with reasons."),
    numbers={"hours": 4},
    # No limit: it is raised with the words. How soon it has to be answered is the severity's, and the four hours are said above.
    pattern=lambda n: Happens(Each(PLEA), ended_by=(ANSWERED,)),
    why="This child, {when}, {asks}: read the words.",
    review_paragraphs=(
        "4.7",
        "4.8",
        "5.3",
        "5.52",
    ),
    evidence=("NATREV2022",),
    guard="The words are matched to raise the question, never to answer it; words that deny it raise nothing.",
    timed=True,
    # A child who says that the brothers and sisters are not safe speaks for them: everyone of the household is to be decided on.
    about_family=True,
)

SIG_VOICE_CONFERENCE = Signal(
    id="SIG-VOICE-CONFERENCE",
    title="Conference without each child's voice",
    theme="child_voice",
    says=(
        "A conference about this child was held, and it does not record their view: not in person, through an advocate, in a "
        "booklet, nor by somebody who asked or watched them."
    ),
    severity="high",
    tell=("cp_chair",),
    asks="The chair obtains it within 5 working days, and opens the decision again if it matters.",
    numbers={},
    pattern=lambda n: Fails(
        # A conference before the birth decides about somebody nobody can ask. What it must have instead is the pre-birth
        # standards'.
        Each(on("conference_held", where=(AtStage("born"),))),
        wanted=(VIEW_HEARD,),
        # Asked afterwards is late and still asked: the chair can open the decision again, and that is what the worry is for.
        ended_by=(SPOKEN, HEARD_AT_CONFERENCE, WATCHED),
    ),
    why="The conference {when} records no view of this child's, by any way.",
    review_paragraphs=(
        "5.50",
        "5.51",
        "5.52",
        "5.53",
    ),
    evidence=("NATREV2022",),
    guard="A child not yet born is not asked; a child under three may be watched instead.",
)
