"""Contacts that repeat, that many people make, and that are closed without listening or looking."""

from holdfast.rules.conditions import (
    AnyOf,
    Attended,
    ByRole,
    ChildUnder,
    Earlier,
    FieldIn,
    Happened,
    IsTrigger,
    Mentions,
    NamedBy,
    Not,
    PlanIs,
    RefersTo,
    RowIn,
    SentBy,
    Surely,
)
from holdfast.rules.event import Condition, Event, on
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import AnyShape, Happens, Lacks, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either, Gathers
from holdfast.signals.child_seen import SEEN
from holdfast.standards.professions import HEALTH_WORDS, POLICE_WORDS, SOCIAL_CARE_MANAGERS

# Compulsory school age: below it there need be no school to ask.
SCHOOL_AGE = 5
EDUCATION_WORDS = ("school", "nursery", "education", "college", "teacher", "designated_safeguarding_lead", "dsl")
# Words with which contacts were set aside in the reviews. They raise the question whether somebody listened; a contact that truly
# was malicious has been heard and looked into, and raises nothing.
MALICIOUS = (
    "malicious",
    "maliciously",
    "vexatious",
    "gossip",
    "hearsay",
    "spite",
    "spiteful",
    "family dispute",
    "family feud",
    "feud",
    "family row",
    "neighbour dispute",
    "neighbours' dispute",
    "neighbourly dispute",
    "contact dispute",
    "custody dispute",
    "tit for tat",
    "axe to grind",
    "score settling",
    "trouble making",
    "troublemaking",
)
# Denials that the phrase reader does not see, because they stand further from the word than it looks.
NOT_MALICIOUS = ("no evidence of malice", "no evidence that it was malicious", "no reason to think it malicious")
ANOTHER_CHILD = (
    "about another child",
    "concerns another child",
    "information about another",
    "not about this child",
    "about a different child",
    "named only as a sibling",
    "regarding another child",
)

CONTACT = on("contact_received")
# The contact that the decision names, not the latest one: contacts overlap, and each is decided on its own.
THAT_CONTACT = on("contact_received", where=(NamedBy("contact", "entry"),))
CLOSING = ("no_further_action", "information_and_advice")
# A decision ends it only if it took this contact further; one more "no further action" is what the count is about.
TAKEN_FURTHER = (
    on("strategy_discussion_held", "assessment_started"),
    on("contact_decided", where=(RefersTo("contact"), FieldIn("decision", ("assessment", "strategy_discussion")))),
)

SIG_REPEAT_CONTACTS = Signal(
    id="SIG-REPEAT-CONTACTS",
    title="Third contact about the same child",
    theme="front_door",
    says="Three contacts about this child in six months, or three in ten days, whoever made them and whatever was decided.",
    severity="high",
    tell=("front_door_team_manager",),
    asks="The contacts are decided on together, naming what is different this time.",
    numbers={"n": 3, "months": 6, "short_n": 3, "short_days": 10},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="A withdrawn contact does not count, and one event that somebody has said was reported twice counts once.",
    pattern=lambda n: AnyShape(
        (
            # Decided contacts count as well: each was closed by itself, and nobody had looked at three.
            Happens(Gathers((CONTACT,), int(n["n"]), Amount(int(n["months"]), "months"), counting="occasions"), TAKEN_FURTHER),
            Happens(
                Gathers((CONTACT,), int(n["short_n"]), days(n["short_days"]), counting="occasions"),
                TAKEN_FURTHER,
            ),
        )
    ),
    why="{entries} contacts about this child since the one {first}, the last {when}.",
)

SIG_MANY_REPORTERS = Signal(
    id="SIG-MANY-REPORTERS",
    title="Unconnected people say the same",
    theme="front_door",
    says="Four or more different people or agencies have contacted us about this child within eight months.",
    severity="high",
    tell=("front_door_team_manager",),
    asks="A strategy discussion is considered, and each of them is spoken to.",
    numbers={"n": 4, "months": 8},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="Several people of one organisation count once, and so do several who gave no name.",
    pattern=lambda n: Happens(
        Gathers((CONTACT,), int(n["n"]), Amount(int(n["months"]), "months"), counting="senders"),
        # Weaker answers were given four times already. Only a discussion between agencies answers that all of them are worried.
        ended_by=(on("strategy_discussion_held"),),
    ),
    why="{n} or more different people or agencies have contacted us within {months} months, the last {when}.",
)

SIG_PUBLIC_CONTACTS = Signal(
    id="SIG-PUBLIC-CONTACTS",
    title="Family and neighbours keep saying so",
    theme="front_door",
    says="Three contacts from relatives, neighbours or others who do not write from work, within six months.",
    severity="high",
    tell=("front_door_team_manager",),
    asks="Each of them is spoken to, and the child is seen alone.",
    numbers={"n": 3, "months": 6},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="None: people who live beside a child are counted each time they say something.",
    pattern=lambda n: Happens(
        # Not "family": neighbours and people who give no name are the ones whom nobody believes.
        Gathers((on("contact_received", where=(Not(SentBy("professional")),)),), int(n["n"]), Amount(int(n["months"]), "months")),
        # Alone, because what relatives and neighbours report is what a child cannot say with its parents there.
        ended_by=(on("visit_made", names="seen_alone"),),
    ),
    why="{entries} contacts from family, neighbours or the public within {months} months, the last {when}.",
)

SIG_MALICIOUS_CLOSED = Signal(
    id="SIG-MALICIOUS-CLOSED",
    title="Closed as malicious unheard",
    theme="front_door",
    says=(
        "A contact was closed as malicious, as gossip or as a family dispute, and nobody had talked with whoever made it, or "
        "nobody had seen the child since."
    ),
    severity="high",
    tell=("front_door_team_manager",),
    asks="Whoever made it is spoken to, the child is seen, and it is decided again.",
    numbers={},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="None. Telling them afterwards what was decided is not listening to them.",
    pattern=lambda n: Lacks(
        Each(
            on(
                "contact_decided",
                where=(
                    FieldIn("decision", (*CLOSING, "early_help")),
                    Mentions("reasons", MALICIOUS, "as_phrases"),
                    Not(Mentions("reasons", NOT_MALICIOUS, "as_phrases")),
                ),
            )
        ),
        # Two needs and both are wanted. Hearing the referrer leaves the child unseen, and seeing the child leaves the referrer
        # unheard.
        needs=((on("referrer_heard", where=(RefersTo("contact", "contact"),)),), SEEN),
        opened_by=(THAT_CONTACT,),
    ),
    why="A contact was closed {when} as malicious, gossip or a dispute, with nobody heard or the child not seen.",
)

ABOUT_SEEING = (
    "not seen",
    "not been seen",
    "not to be seen",
    "unseen",
    "was seen",
    "been seen",
    "seen by",
    "see the child",
    "seeing the child",
)
# A manager, since a worker who closes a case unseen would otherwise excuse themselves.
SAYS_WHY_UNSEEN = on(
    "management_decision_recorded",
    where=(
        ByRole(tuple(sorted(SOCIAL_CARE_MANAGERS)), "recorder"),
        Mentions(("decision", "reasons"), ABOUT_SEEING, "as_phrases"),
    ),
)

# The end of a child protection plan is not closing: a child in need plan follows it. A case closed within a week of the plan's
# end is the same closing, and is asked about once.
ENDS_OUR_PART = (
    AnyOf((PlanIs("child_in_need"), PlanIs("early_help"))),
    Not(Happened((on("case_closed"),), Amount(1, "weeks"), either_side=True)),
)

SIG_CLOSED_UNSEEN = Signal(
    id="SIG-CLOSED-UNSEEN",
    title="Closed while the child was not seen",
    theme="front_door",
    says="A contact, an assessment or a case was closed and nobody had seen the child since the contact that opened it.",
    severity="critical",
    tell=("team_manager", "service_manager"),
    asks="It is opened again until the child has been seen, or a manager records why not.",
    numbers={},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="A contact closed because it was information about another child is not counted. Any agency's sighting is one.",
    pattern=lambda n: AnyShape(
        (
            Lacks(
                Each(
                    on(
                        "contact_decided",
                        where=(FieldIn("decision", CLOSING), Not(Mentions("reasons", ANOTHER_CHILD, "as_phrases"))),
                    )
                ),
                needs=(SEEN,),
                opened_by=(THAT_CONTACT,),
                excused_by=(SAYS_WHY_UNSEEN,),
            ),
            Lacks(
                Each(on("assessment_completed")),
                needs=(SEEN,),
                # Back to the start of this assessment, and from there to the contact before it: a sighting between the two
                # counts.
                opened_by=(on("assessment_started", where=(NamedBy("assessment", "entry"),)), CONTACT),
                excused_by=(SAYS_WHY_UNSEEN,),
            ),
            Lacks(
                Either((Each(on("case_closed")), Each(on("plan_ended", where=ENDS_OUR_PART)))),
                needs=(SEEN,),
                opened_by=(CONTACT,),
                excused_by=(SAYS_WHY_UNSEEN,),
            ),
        )
    ),
    why="Closed {when}: nobody is recorded to have seen the child since what opened it.",
)


# Police and health who sat in a strategy discussion were asked there; a separate check would be paper.
def _checked(agency: str, words: tuple[str, ...] = ()) -> tuple[Event, ...]:
    asked = on("checks_made", where=(RowIn("checks", "agency", (agency,)),))
    return (asked, on("strategy_discussion_held", where=(Attended(words),))) if words else (asked,)


# A need that is not one for this child is met by the decision itself. An excuse would stand for all four needs at once.
def _unless(condition: Condition) -> Event:
    """Where this is so, there is nothing to ask: the decision itself meets the need."""
    return on("contact_decided", where=(IsTrigger(), condition))


SIG_HISTORY_NOT_SOUGHT = Signal(
    id="SIG-HISTORY-NOT-SOUGHT",
    title="History elsewhere not asked for",
    theme="front_door",
    says=(
        "A contact was decided and, a working day later, no check is recorded with the police, with health, with the school, or "
        "with an area the family came from."
    ),
    severity="high",
    tell=("front_door_team_manager",),
    asks="They are asked; where it is safe their answer is waited for; and it is decided again.",
    numbers={"working_days": 1},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard=(
        "Asking is ours and answering is theirs: a check that was refused or is late is shown as the other agency's. A child "
        "under five has no school to ask. What is passed to the worker of an open case is not decided afresh. Police and health "
        "at a strategy discussion have been asked."
    ),
    pattern=lambda n: Lacks(
        Each(on("contact_decided", where=(Not(FieldIn("decision", ("passed_to_allocated_worker",))),))),
        needs=(
            _checked("police", POLICE_WORDS),
            _checked("health", HEALTH_WORDS),
            # Surely: a child of unknown age is asked about. Taking them for a toddler would leave the school out because a date
            # is missing.
            (*_checked("education", EDUCATION_WORDS), _unless(Surely(ChildUnder(SCHOOL_AGE)))),
            (*_checked("previous_authority"), _unless(Not(Earlier(on("transfer_in_requested"))))),
        ),
        opened_by=(THAT_CONTACT,),
        grace=Amount(int(n["working_days"]), "working_days"),
    ),
    why="A contact was decided {when} without the police, health, the school and any earlier area all having been asked.",
)
