"""What was to be done by a day that somebody named, and the day has passed: a question, never silence.

Each of these days stands in a field that is marked as still ahead when it is said (``Ahead``). A new one needs a question here,
or in a file beside this one.
"""

from dataclasses import replace

from holdfast.rules.conditions import FieldIn, Later, Not, RefersTo, SameAs, StillAhead
from holdfast.rules.event import Condition, Event, on
from holdfast.rules.limit import Deadline
from holdfast.rules.planned_day import Planned
from holdfast.rules.shapes import AnyShape, Said, Undone
from holdfast.rules.signal import Signal


def _passed(
    said: str,
    day: str,
    done_by: tuple[Event, ...],
    limit: Deadline,
    *,
    where: tuple[Condition, ...] = (),
    in_time: tuple[Event, ...] | None = None,
    excused_by: tuple[Event, ...] = (),
) -> Undone:
    """Undone once the day that an entry of type ``said`` names has passed, by a limit. What was done before that day counts, or
    only what is ``in_time``."""
    ahead = StillAhead(day, planned_by="start")
    before = (*(done_by if in_time is None else in_time), *excused_by)
    not_before = tuple(Not(Later(replace(event, where=(*event.where, ahead)))) for event in before)
    return Undone(Planned(on(said, where=(*where, *not_before)), planned_in=day), done_by, limit, excused_by=excused_by)


def _days(n: float) -> Deadline:
    return Deadline(int(n), "calendar_days")


def _working_days(n: float) -> Deadline:
    return Deadline(int(n), "working_days")


_DECIDED_ANEW = on("contact_decided", where=(SameAs("contact", "contact"),))
_DISCUSSION = on("strategy_discussion_held", "section47_started")
_ASSESSMENT = on("assessment_started", "assessment_completed", "strategy_discussion_held", "section47_started")
# Of the other decisions nothing in particular has to follow. Whatever somebody did for the child then shows that they took it up.
_ANY_STEP = (
    on(
        *_ASSESSMENT.types,
        "visit_made",
        "child_sighted",
        "contact_missed",
        "parent_consulted",
        "plan_started",
        "plan_meeting_held",
        "practical_help_given",
        "family_group_meeting_offered",
        "family_group_meeting_held",
        "case_discussed",
        "management_decision_recorded",
        "legal_planning_held",
    ),
    on("referrer_informed", where=(SameAs("contact", "contact"),)),
)
SIG_DECISION_NOT_DONE = Signal(
    id="SIG-DECISION-NOT-DONE",
    title="What was decided was for a day that has passed",
    theme="planned",
    says=(
        "A concern was decided, with a day on or by which what was decided was to happen. The day has passed, and nothing says "
        "that it did."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="What was decided is done and recorded, or it is said why not and by when now.",
    numbers={"days": 0},
    pattern=lambda n: AnyShape(
        tuple(
            _passed("contact_decided", "when", (*follows, _DECIDED_ANEW), _days(n["days"]), where=decided)
            for decided, follows in (
                ((FieldIn("decision", ("strategy_discussion",)),), (_DISCUSSION,)),
                ((FieldIn("decision", ("assessment",)),), (_ASSESSMENT,)),
                # Last, and of any decision: of the two above it finds no more than they do.
                ((), _ANY_STEP),
            )
        )
    ),
    why="It was decided {when} what was to follow a concern, by {due}. Nothing on the record says that it happened.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="A decision that names no day asks nothing here: the time that the standards give runs all the same.",
)

SIG_ACTION_PAST_DUE = Signal(
    id="SIG-ACTION-PAST-DUE",
    title="An agreed action was due, and nobody has said whether it was done",
    theme="planned",
    says="An action of a plan was to be done by a day that has passed, and ten working days later nobody has looked at it.",
    severity="low",
    tell=("lead_social_worker",),
    asks="It is said whether the action was done, and what happens now if it was not.",
    # The next meeting looks at the actions, and nobody should be asked for each of them the day before.
    numbers={"working_days": 10},
    pattern=lambda n: _passed(
        "action_agreed",
        "due",
        (on("action_reviewed", where=(RefersTo("action"),)),),
        _working_days(n["working_days"]),
        in_time=(on("action_reviewed", where=(RefersTo("action"), FieldIn("status", ("done",)))),),
        excused_by=(on("plan_ended", "case_closed"),),
    ),
    why="An action was agreed {when}, to be done by a day that has passed. By {due} nobody has said whether it was done.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Done at any time before then, or looked at since, answers it; so does the end of the plan.",
)

SIG_KEPT_BACK_OVER = Signal(
    id="SIG-KEPT-BACK-OVER",
    title="What is kept back from somebody was to be looked at again",
    theme="planned",
    says="Something is kept back from somebody, to be looked at again by a day that has passed, and nobody has.",
    severity="medium",
    tell=("lead_social_worker", "team_manager"),
    asks="It is said whether it still has to be kept back, and by when somebody looks again; or it is ended, with the reason.",
    numbers={"days": 0},
    pattern=lambda n: _passed(
        "kept_back",
        "until",
        (on("kept_back_ended", where=(RefersTo("kept_back"),)), on("kept_back", where=(SameAs("what", "what"),))),
        _days(n["days"]),
    ),
    # Neither what nor from whom: it may be read over a shoulder.
    why="Something was kept back from somebody {when}, to be looked at again by {due}. Nobody has said that they did.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="It goes on being kept back all the while: a day that passes ends nothing.",
    # An address is kept back about a mother, too.
    adults=True,
    partnership=True,
)

SIG_ASK_AGAIN = Signal(
    id="SIG-ASK-AGAIN",
    title="The child was to be asked again",
    theme="planned",
    says="A child did not want to be asked, somebody was to try again by a day that has passed, and nobody has.",
    severity="medium",
    tell=("lead_social_worker",),
    asks="The child is asked again, and what they say is recorded; or it is said why not.",
    numbers={"working_days": 1},
    pattern=lambda n: _passed(
        "views_declined",
        "next_attempt",
        (on("voice_recorded", "views_declined", "views_not_gathered", names="child"),),
        _working_days(n["working_days"]),
    ),
    why="The child did not want to be asked {when}, and was to be asked again. By {due} nothing says that anybody tried.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="A second no is an answer.",
)

_ORDER = ("court_order_made", "court_order_ended")

SIG_MORE_TIME_OVER = Signal(
    id="SIG-MORE-TIME-OVER",
    title="The time that was added has run out",
    theme="planned",
    says=(
        "An order, proceedings or pre-proceedings were given more time, until a day that has passed, and nothing says how they "
        "ended or what holds now."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager", "local_authority_solicitor"),
    asks="It is recorded what was decided, or until when it goes on; where an order ran out, what keeps the child safe now.",
    numbers={"order_days": 0, "working_days": 1},
    pattern=lambda n: AnyShape(
        (
            Said(
                # The day after: whoever could be kept away by the order may be at the door.
                _passed("court_order_extended", "until", (on(*_ORDER, "court_order_extended"),), _days(n["order_days"])),
                "The court order that was extended {when} ran out on {due}. Nothing says what holds now.",
            ),
            Said(
                _passed(
                    "proceedings_extended", "until", (on(*_ORDER, "proceedings_extended"),), _working_days(n["working_days"])
                ),
                "The court gave more time {when}, until a day that has passed. By {due} nothing says what it decided.",
            ),
            Said(
                _passed(
                    "preproceedings_extended",
                    "until",
                    (on("preproceedings_ended", "preproceedings_extended", "court_application_made"),),
                    _working_days(n["working_days"]),
                ),
                "Pre-proceedings were extended {when}, until a day that has passed. By {due} nothing says how they ended.",
            ),
        )
    ),
    why="More time was given {when}, and it has run out.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="More time without a day on which it ends asks nothing here.",
)

SIG_RECOMMENDATION_PAST_DUE = Signal(
    id="SIG-RECOMMENDATION-PAST-DUE",
    title="A recommendation was due, and nobody has said whether it was carried out",
    theme="planned",
    says=(
        "A recommendation of a review was to be carried out by a day that has passed, and five working days later nothing says "
        "how far it has come."
    ),
    severity="medium",
    tell=("recommendation_owner", "partnership_business_manager"),
    asks="It is closed with what shows it, or it is said how far it has come and by when it will be done.",
    numbers={"working_days": 5},
    pattern=lambda n: _passed(
        "recommendation_made",
        "due",
        (on("recommendation_closed", "recommendation_progressed", where=(RefersTo("recommendation"),)),),
        _working_days(n["working_days"]),
        in_time=(on("recommendation_closed", where=(RefersTo("recommendation"),)),),
    ),
    why="A recommendation was made {when}, to be carried out by a day that has passed. By {due} nothing says that it was.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Closing it at any time before then answers it, and from the day itself word of how far it has come.",
    adults=True,
    partnership=True,
    # What was learned from a death is to be carried out all the same.
    after_death=True,
)

SIG_PUBLICATION_NOT_KNOWN = Signal(
    id="SIG-PUBLICATION-NOT-KNOWN",
    title="A review was to be published, and nothing says that it was",
    theme="planned",
    says="A practice review was to be published on a day that has passed, and a working day later nothing says that it was.",
    severity="medium",
    tell=("partnership_business_manager",),
    asks="The publication is recorded, or the day on which it is to be now.",
    numbers={"working_days": 1},
    pattern=lambda n: _passed(
        "review_publication_planned",
        "for",
        (on("practice_review_published", "practice_review_withdrawn", "review_publication_planned"),),
        _working_days(n["working_days"]),
    ),
    why="A review was to be published by what was said {when}. By {due} nothing says that it was, or when it is to be.",
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Planning another day before the day replaces it.",
    adults=True,
    partnership=True,
    after_death=True,
)
