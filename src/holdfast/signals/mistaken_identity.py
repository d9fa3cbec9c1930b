"""People who are mistaken for each other, and children and relatives who are not thought of."""

from dataclasses import replace

from holdfast.rules.conditions import About, Earlier, FieldIs, Not, RefersTo, SentBy
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline
from holdfast.rules.shapes import ToldAfterDeath, Undone
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either, ForEach
from holdfast.signals.communication import SERIOUS

SIG_SAME_NAME = Signal(
    id="SIG-SAME-NAME",
    title="Adults in one family network share a name and may be confused",
    theme="identity",
    says=(
        "Two or more adults of one family share a first name, and an entry speaks of that name, or of a "
        "father or partner, without saying which."
    ),
    severity="high",
    tell=(
        "lead_social_worker",
        "cp_chair",
    ),
    asks="The author says which person was meant; every page shows who is who.",
    # No shape can compare names. The comparison is a function of the engine, and it may read only these types.
    reads=(
        # Entries in which people are spoken of in words. Those that name somebody by id cannot be mistaken.
        "contact_received",
        "message_received",
        "observation_recorded",
        "safety_plan_agreed",
        "management_decision_recorded",
        "conference_held",
        "core_group_held",
        "day_in_the_life_recorded",
        "disagreement_raised",
    ),
    # One letter apart is a slip of the pen or of the ear; two letters apart is another name.
    numbers={"edit_distance": 1},
    review_paragraphs=(
        "2.1",
        "5.54",
    ),
    evidence=("KNOW_NUMBERS",),
    guard=("Names are never taken for people: nothing is merged, and an entry that names the person raises nothing."),
)

CONCERN = on("contact_received", "strategy_discussion_held", "section47_started")
FIRST_CONCERN = replace(CONCERN, where=(Not(Earlier(CONCERN, within=Amount(28, "calendar_days"))),))
"""A concern with none before it in four weeks: one alarm is made of several tellings."""
# About anyone and about that child: the entry stands in the other family's record, where this child is not named at all.
THOUGHT_OF = on(
    "contact_received",
    "contact_decided",
    "strategy_discussion_held",
    "section47_started",
    "assessment_started",
    "management_decision_recorded",
    "visit_made",
    "voice_recorded",
    where=(About("anyone"), About("subject")),
)

SIG_LINKED_CHILD = Signal(
    id="SIG-LINKED-CHILD",
    title="Linked child in another household",
    theme="identity",
    says=(
        "A concern about this child was recorded, and a day later nothing is recorded about a child of another family who is "
        "linked to them: a half-brother or half-sister by the same father, a step-sibling or a cousin."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="The other household is considered, with a decision; the linked child is listened to.",
    numbers={"hours": 24},
    pattern=lambda n: Undone(
        # Each linked child by themself, since one of them being thought of is how the next is forgotten.
        ForEach("linked_children", Each(FIRST_CONCERN)),
        done_by=(THOUGHT_OF,),
        limit=Deadline(n["hours"], "hours", "moment_of_trigger"),
    ),
    why="A concern was recorded {when}; {hours} hours later nothing was recorded about {who}, who is linked to this child.",
    review_paragraphs=("4.2",),
    evidence=("NATREV2022",),
    guard=(
        "Children who are on any contact, meeting, assessment, plan or visit together are already looked at together; concerns "
        "within four weeks of each other are asked about once."
    ),
    timed=True,
)

SIG_FAMILY_CONCERN = Signal(
    id="SIG-FAMILY-CONCERN",
    title="Concern raised by wider family not answered",
    theme="identity",
    says="The child, a parent or a relative told of a worry, and a working day later no decision about it is recorded.",
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="It is treated as a referral, and decided.",
    numbers={"working_days": 1},
    pattern=lambda n: Undone(
        Either(
            (
                # Every contact of the family, but of their messages only those that may tell of harm: most of a family's messages
                # to a worker are about times and lifts.
                Each(on("contact_received", where=(SentBy("family"),))),
                Each(on("message_received", where=(SentBy("family"), FieldIs("possible_serious_harm", True)))),
            )
        ),
        done_by=(
            on("contact_decided", where=(RefersTo("contact"),)),
            on("management_decision_recorded", "strategy_discussion_held"),
        ),
        limit=Deadline(n["working_days"], "working_days"),
    ),
    why="The family told of a worry {when}; by {due} no decision about it was recorded.",
    review_paragraphs=("5.22", "5.67", "5.111"),
    evidence=("NATREV2022",),
    guard="A message from the family that tells of no serious harm is a message to answer, not a concern to decide.",
)

SIG_HARM_AFTER_DEATH = Signal(
    id="SIG-HARM-AFTER-DEATH",
    title="Harm to somebody who is recorded as dead",
    theme="identity",
    says="A contact or a message tells of serious harm to somebody on a day that is after their death, by what is recorded.",
    severity="critical",
    tell=("duty_social_worker", "edt", "front_door_team_manager"),
    asks=(
        "Whoever told us is asked at once whom they meant. Another child is named in the concern; or the death is put right; or "
        "it is said that it is this child, and what was decided."
    ),
    numbers={},
    pattern=lambda n: ToldAfterDeath(
        Each(on("contact_received", "message_received", where=(SERIOUS,))),
        ended_by=(
            on("contact_decided", where=(RefersTo("contact"),)),
            on("message_answered", where=(RefersTo("message"),)),
        ),
    ),
    why="We were told {when} of serious harm to somebody who had died by then, by what is recorded. Was it another child?",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Only where it is certain: not on the day of the death, or where the death is known only roughly.",
    adults=True,
    after_death=True,
    timed=True,
)
