"""Messages that reach nobody."""

from holdfast.rules.conditions import (
    About,
    AnyOf,
    BringsUpNobody,
    Earlier,
    FieldIs,
    Filled,
    ForAbsentWorker,
    InPost,
    Mentions,
    RefersTo,
    SameAs,
    SentBy,
    StillOpen,
)
from holdfast.rules.event import Event, on
from holdfast.rules.limit import Deadline
from holdfast.rules.shapes import AnyShape, Breached, Happens, Said, Undone, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either, Explained, Gathers
from holdfast.rules.vacancy import Vacated
from holdfast.signals.word_lists import POSSIBLE_INJURY, RISK
from holdfast.standards.done_by import BY_QUALIFIED_WORKER
from holdfast.standards.workers import LEFT_UNANSWERED, TAKEN_UP

# What shows that a person has it in hand, in the words each kind of message has for it. An automatic receipt is none of these.
REPLIED = (
    on("referrer_informed", where=(RefersTo("contact"),)),
    on("message_answered", where=(RefersTo("message"),)),
)
# Given to somebody who is not there either, nobody has it.
OPENED = TAKEN_UP
SENT = on("contact_received", "message_received", where=(AnyOf((SentBy("professional"), SentBy("family"))),))


def tries_again(attempts: int) -> Event:
    """The same sender trying again, for so many attempts in all."""
    again = on("contact_received", "message_received", where=(SentBy("same_sender"),))
    # Each further attempt is nested in the one before, because the sender has to be the same all the way down; counting messages
    # would add up different people's.
    for _ in range(attempts - 2):
        again = on("contact_received", "message_received", where=(SentBy("same_sender"), Earlier(again)))
    return again


SIG_CONTACT_UNANSWERED = Signal(
    id="SIG-CONTACT-UNANSWERED",
    title="Contact unanswered",
    theme="communication",
    says="A professional or the family has had no reply for 2 working days, or has had to try twice.",
    severity="high",
    tell=(
        "lead_social_worker",
        "team_manager",
    ),
    asks="The team manager replies in person.",
    numbers={"working_days": 2, "attempts": 2},
    pattern=lambda n: Undone(
        Each(SENT),
        done_by=REPLIED,
        limit=Deadline(n["working_days"], "working_days"),
        # Whichever comes first. Somebody who has had to ask twice has been failed before the two days are up.
        at_once=(tries_again(int(n["attempts"])),),
    ),
    why="The contact {when} has had no reply: {working_days} working days have passed, or the sender has had to try again.",
    review_paragraphs=(
        "5.81",
        "5.101",
        "5.111",
    ),
    evidence=("NATREV2022",),
    guard="An acknowledgement is not a reply.",
)

# What was passed on is settled by its answer, or, where it was a concern, by what was decided.
SETTLED = (
    on("message_answered", where=(SameAs("message", "message"),)),
    on("contact_decided", where=(SameAs("contact", "message"),)),
)
TAKEN_OVER = (on("message_rerouted", where=(SameAs("message", "message"),)), *SETTLED)

SIG_MSG_ABSENT_WORKER = Signal(
    id="SIG-MSG-ABSENT-WORKER",
    title="Message went to an absent worker",
    theme="communication",
    says=(
        "A message about a child went only to a worker who was away or gone, and nobody else who is there had it within the hour."
    ),
    severity="critical",
    tell=(
        "team_manager",
        "duty_social_worker",
        "sender",
    ),
    asks="Somebody at work has it, and the sender is told who.",
    numbers={"hours": 1},
    pattern=lambda n: AnyShape(
        (
            Undone(
                # Told with the absence: the first question of whoever reads it is since when nobody was there, and the message
                # does not know.
                Explained(
                    Each(on("message_received", "contact_received", where=(ForAbsentWorker(),))),
                    on("absence_started", where=(SameAs("worker", "for"),)),
                ),
                # Opening is enough for this one; a reply is another signal's. What must not happen is that nobody at all has
                # read it.
                done_by=OPENED,
                limit=Deadline(n["hours"], "hours", "moment_of_trigger"),
            ),
            Said(
                # The same question where whoever it was for was there as it came.
                Undone(LEFT_UNANSWERED, done_by=OPENED, limit=Deadline(n["hours"], "hours", "moment_of_trigger")),
                "Whoever the message {when} was for went before it was answered; {hours} hour later nobody there had it.",
            ),
            Said(
                Undone(
                    Vacated(on("message_rerouted"), "to", over=TAKEN_OVER),
                    done_by=(on("message_rerouted", where=(SameAs("message", "message"), InPost("to"))), *SETTLED),
                    limit=Deadline(n["hours"], "hours", "moment_of_trigger"),
                ),
                "Those to whom the message went {when} were gone before it was answered; {hours} hour later nobody there had it.",
            ),
        )
    ),
    why="The message {when} went only to a worker who was away; {hours} hour later nobody else had opened it.",
    review_paragraphs=(
        "5.113",
        "5.114",
    ),
    evidence=("KNOW_NUMBERS",),
    timed=True,
)

SIG_REFERRER_NO_OUTCOME = Signal(
    id="SIG-REFERRER-NO-OUTCOME",
    title="Referrer not told",
    theme="communication",
    says="Whoever raised a concern has not heard that it arrived, or not what was decided, in the time the standards give.",
    severity="medium",
    tell=("front_door_team_manager",),
    asks="They are told now, and how to disagree.",
    numbers={},
    pattern=lambda n: AnyShape(
        (
            # The clocks are not counted a second time. A signal that counted by itself would disagree with the standard on every
            # holiday.
            Said(Breached(("FD-03",)), "Whoever raised the concern {when} had not been told by {due} that it arrived."),
            Said(Breached(("FD-04",)), "Whoever raised the concern had not been told by {due} what was decided {when}."),
        )
    ),
    why="Whoever raised a concern has not been told.",
    review_paragraphs=("5.112",),
    evidence=("LOCALPROC",),
)

# The flag or the words: a sender who did not tick a box has still said that a child was hit.
SERIOUS = AnyOf((FieldIs("possible_serious_harm", True), FieldIs("immediate_harm", True), Mentions("text", RISK, "as_phrases")))

# What endangers a parent endangers the child, though whoever told us named no child: it is said of each child that is known, and
# of the adult only where none is.
OF_WHOM_IT_NAMES = (SERIOUS, BringsUpNobody())
OF_A_PARENT = (About("anyone"), About("parent"))
# A decision about a brother decides nothing for this child; one about the parent does, where the parent is all that was named.
OF_THE_CHILD_OR_PARENT = (About("anyone"), AnyOf((About("child"), About("parent"))))

SIG_MSG_UNREAD_RISK = Signal(
    id="SIG-MSG-UNREAD-RISK",
    title="Unread message with risk words",
    theme="communication",
    says=(
        "A message or contact that may tell of serious harm, by its flag or its words, has not been taken up by a social worker "
        "or manager for an hour. One about adults alone is shown for each child they bring up."
    ),
    severity="critical",
    tell=("duty_social_worker", "team_manager"),
    asks="A qualified person reads it now and says what they did.",
    numbers={"minutes": 60},
    pattern=lambda n: Undone(
        Either(
            (
                Each(on("message_received", "contact_received", where=OF_WHOM_IT_NAMES)),
                Each(on("message_received", "contact_received", where=(*OF_A_PARENT, SERIOUS))),
            )
        ),
        done_by=(
            # Somebody who can judge it. That it was assigned by a clerk says that it arrived, not that its words were weighed.
            on("contact_assigned", where=(RefersTo("contact"), BY_QUALIFIED_WORKER, InPost("worker"))),
            on("contact_acknowledged", where=(RefersTo("contact"), BY_QUALIFIED_WORKER)),
            on("contact_decided", where=(*OF_THE_CHILD_OR_PARENT, RefersTo("contact"), BY_QUALIFIED_WORKER)),
            on("message_answered", where=(RefersTo("message"), BY_QUALIFIED_WORKER)),
            # Acting on it without answering it is taking it up.
            on("strategy_discussion_held", "management_decision_recorded"),
        ),
        limit=Deadline(n["minutes"], "minutes", "moment_of_trigger"),
    ),
    why="What came in {when} may tell of serious harm; {minutes} minutes later no social worker or manager had taken it up.",
    review_paragraphs=("5.113",),
    evidence=("KNOW_NUMBERS",),
    guard="Words can only raise this, never lower it: what its sender flagged is shown whatever its words are.",
    timed=True,
    adults=True,
)

# Received and not shared is still awaited: what lies in one agency's system helps no child.
PENDING = StillOpen(on("test_taken"), on("result_received", where=(RefersTo("test"), Filled("shared_with"))))

SIG_RESULT_PENDING = Signal(
    id="SIG-RESULT-PENDING",
    title="Test or medical result outstanding; new sign seen",
    theme="communication",
    says="A result has not been chased or shared in time, or somebody saw a possible injury while a result was awaited.",
    severity="high",
    tell=("lead_social_worker", "team_manager", "named_doctor"),
    asks="A new sign is a new strategy discussion, the same day.",
    numbers={},
    pattern=lambda n: AnyShape(
        (
            Said(
                Happens(
                    Each(
                        on(
                            "observation_recorded",
                            "diagnosis_recorded",
                            "contact_received",
                            # Only together. A sign has standards of its own; with a result on its way there is something to wait
                            # for, and nobody should.
                            where=(Mentions(("other", "text"), POSSIBLE_INJURY, "as_phrases"), PENDING),
                        )
                    ),
                    ended_by=(on("strategy_discussion_held"),),
                ),
                "A possible injury was recorded {when} while the result of a test was awaited.",
            ),
            Breached(("CP-61",)),
        )
    ),
    why="The result of a test was awaited {when}, and had been neither shared nor chased by {due}.",
    review_paragraphs=("1.1", "4.2"),
    evidence=("KNOW_NUMBERS",),
    guard="Words that deny an injury raise nothing, and a result that is back and shared is not awaited.",
)

# A narrower list than that of signals.concerns: only what agencies write about the same child without being asked to.
CONCERNS = (
    on("contact_received", "incident_recorded", "adult_disclosure_recorded"),
    on("observation_recorded", where=(Filled("neglect"),)),
)
TOGETHER = on(
    "core_group_held",
    "conference_held",
    "strategy_discussion_held",
    "plan_meeting_held",
    "multi_agency_supervision_held",
)

SIG_INFO_NOT_JOINED = Signal(
    id="SIG-INFO-NOT-JOINED",
    title="Agencies hold pieces, nobody holds the picture",
    theme="communication",
    says="Three agencies recorded concerns about this child within four weeks, and they have not met about them.",
    severity="high",
    tell=("lead_social_worker", "team_manager", "cp_chair"),
    asks="They meet within 5 working days, with one chronology.",
    numbers={"agencies": 3, "days": 28},
    pattern=lambda n: Happens(
        Gathers(
            CONCERNS,
            int(n["agencies"]),
            days(n["days"]),
            # The agency whose worry it is, which for a contact is the sender's. Counting recorders would make social care, who
            # take every contact down, the source of all of them.
            counting="sources",
            unless=(TOGETHER,),
            # A meeting within the same weeks has joined the pieces up, whichever of them was on the table.
            unless_within=days(n["days"]),
        ),
        ended_by=(TOGETHER,),
    ),
    why="{agencies} agencies or more recorded concerns about this child within {days} days, the last {when}, and have not met.",
    review_paragraphs=("3.4", "5.12", "5.14", "5.69", "5.110", "5.112"),
    evidence=("NATREV2022",),
    guard="A contact counts for whoever sent it, not for whoever took it down; any meeting within those weeks answers it.",
)
