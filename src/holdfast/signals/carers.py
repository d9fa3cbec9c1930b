"""Relatives who take the children, unchecked."""

from holdfast.rules.conditions import About, AnyOf, Earlier, FieldIn, FieldIs, Filled, Mentions, NamedBy, SameAs, SentBy
from holdfast.rules.event import on
from holdfast.rules.limit import Deadline
from holdfast.rules.shapes import AnyShape, Happens, Said, Undone, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either, Gathers, StaysRepeat
from holdfast.signals.word_lists import CANNOT_COPE
from holdfast.standards.family_carers import ASSESSED, INFORMAL_NIGHT

SIG_CARER_UNASSESSED = Signal(
    id="SIG-CARER-UNASSESSED",
    title="Repeated overnight stays with an unassessed relative",
    theme="carers",
    says=("Two overnight stays, or three nights, in 28 days with a relative or friend who has never been assessed."),
    severity="critical",
    tell=(
        "lead_social_worker",
        "team_manager",
        "service_manager",
    ),
    asks="The carer is assessed; each later stay needs the manager's agreement.",
    numbers={"episodes": 2, "nights": 3, "days": 28},
    # The trigger is the one that KIN-02 starts from, made again with the signal's own numbers, so that a partnership which
    # changes the number of nights for the worry does not move the standard with it.
    pattern=lambda n: Happens(
        StaysRepeat(
            INFORMAL_NIGHT,
            ends=on("stay_ended"),
            episodes=int(n["episodes"]),
            nights=int(n["nights"]),
            within=days(n["days"]),
            unless=(ASSESSED,),
        ),
        ended_by=(ASSESSED,),
    ),
    why=(
        "Overnight stays with one carer have come to {episodes} stays or {nights} nights within {days} days, the "
        "last begun {when}; no assessment of the carer is recorded."
    ),
    review_paragraphs=(
        "4.4",
        "4.7",
        "5.14",
        "5.63",
        "5.64",
        "5.66",
        "5.68",
    ),
    evidence=("KNOW_NUMBERS",),
    guard="Stays that fostering regulations cover, and stays with a parent, are not counted.",
)

TAKEN = "This child was taken from an agreed stay unannounced {when}."

SIG_MOVES = Signal(
    id="SIG-MOVES",
    title="Placement churn",
    theme="carers",
    says=("Three changes of where the child sleeps within 90 days, or a child taken unannounced from an agreed stay."),
    severity="high",
    tell=(
        "lead_social_worker",
        "team_manager",
        "cp_chair",
    ),
    asks="A decision about stability, with the child's view.",
    numbers={"n": 3, "days": 90},
    pattern=lambda n: AnyShape(
        (
            # One removal without notice is enough. It has no pattern to wait for.
            Said(Happens(Each(on("stay_ended", where=(FieldIs("unannounced", True),)))), TAKEN),
            Happens(
                Gathers(
                    (on("stay_started", "stay_ended", "address_changed"),),
                    int(n["n"]),
                    days(n["days"]),
                    # Days and not entries, so that an ending and a beginning on one day are the one move that the child lived
                    # through.
                    counting="days",
                )
            ),
        )
    ),
    why="Where this child sleeps changed {n} times or more in {days} days, the last {when}.",
    review_paragraphs=(
        "4.7",
        "5.3",
        "5.14",
        "5.64",
        "5.65",
        "5.66",
    ),
    evidence=("KNOW_NUMBERS",),
    guard="Leaving one place and arriving at the next on the same day is one change.",
)

# All of them look at entries about anybody: what makes a carer known stands in the carer's own record or in another child's, and
# in this child's record only by their name.
NEEDS_OF_THEIR_OWN = AnyOf(
    (
        Earlier(on("incident_recorded", where=(About("anyone"), SameAs("involved", "with")))),
        Earlier(on("adult_disclosure_recorded", where=(About("anyone"), SameAs("adult", "with")))),
        Earlier(
            on("worker_allocated", "assessment_started", "diagnosis_recorded", where=(About("anyone"), NamedBy("with", "person")))
        ),
        Earlier(on("observation_recorded", where=(About("anyone"), NamedBy("with", "person"), Filled("other")))),
    )
)
"""The carer named in the stay is in somebody's record for reasons of their own."""

SIG_CARER_KNOWN_NEEDS = Signal(
    id="SIG-CARER-KNOWN-NEEDS",
    title="Relative carer is themself known to services",
    theme="carers",
    says=(
        "A child began to stay with a relative or friend who is in some service's record for reasons of their own, and a day "
        "later nobody has thought through what that means."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="Checks are back and thought through before the next stay.",
    numbers={"hours": 24},
    pattern=lambda n: Undone(
        Each(
            on(
                "stay_started",
                # Foster carers are left out: they are approved and reviewed, and what is known of them was weighed then. So are
                # the parents, who are assessed by everything else in the record.
                where=(FieldIn("arrangement", ("family", "section20", "reg24", "other")), NEEDS_OF_THEIR_OWN),
            )
        ),
        done_by=(
            on("viability_assessed", where=(SameAs("carer", "with"), FieldIn("outcome", ("suitable", "not_suitable")))),
            on(
                "safety_check_completed",
                where=(SameAs("carer", "with"), FieldIs("police", True), FieldIs("health", True)),
            ),
        ),
        limit=Deadline(n["hours"], "hours", "moment_of_trigger"),
    ),
    why=(
        "The carer this child began to stay with {when} is known to a service themself, and {hours} hours later no assessment "
        "or completed check of them is recorded."
    ),
    review_paragraphs=("4.4", "5.14", "5.64", "5.67", "5.69"),
    evidence=("NATREV2022",),
    guard="That there is something is said, never what: who needs to know more asks the service that holds it.",
    timed=True,
)

# The family's own messages, or what somebody noted. A professional's message is left out: "cannot cope" there is as often about
# the writer or their service, which the guard says.
SAYS_SO = (
    on("contact_received", "message_received", where=(SentBy("family"), Mentions("text", CANNOT_COPE, "as_phrases"))),
    on("observation_recorded", where=(Mentions(("other", "text"), CANNOT_COPE, "as_phrases"),)),
)

SIG_CARER_CANNOT_COPE = Signal(
    id="SIG-CARER-CANNOT-COPE",
    title="Carer says they cannot manage",
    theme="carers",
    says="A parent or carer said that they cannot manage, and a working day later no support is planned.",
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="Support for the carer is planned, or somebody else cares for the child for now.",
    numbers={"working_days": 1},
    pattern=lambda n: Undone(
        Either(tuple(Each(event) for event in SAYS_SO)),
        done_by=(
            on("carer_support_planned", where=(About("child"),)),
            on("stay_started", "practical_help_given", "family_group_meeting_held", "strategy_discussion_held"),
        ),
        limit=Deadline(n["working_days"], "working_days"),
    ),
    why="Somebody who cares for this child said {when} that they cannot manage; no support was planned by {due}.",
    review_paragraphs=("5.67", "5.68"),
    evidence=("NATREV2022",),
    guard="Words that deny it raise nothing, and what a professional writes of themself is not a carer's word.",
)
