"""Pre-proceedings that drift."""

from dataclasses import replace

from holdfast.rules.conditions import AtStage, ChildUnder, Earlier, FieldIs, Mentions, Names, Not, RefersTo
from holdfast.rules.event import on
from holdfast.rules.limit import Deadline, Interval
from holdfast.rules.shapes import AnyShape, Said, Showing, Stale, Undone
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, ForEach, StateStarts
from holdfast.standards.pre_proceedings import LEGAL_ACTIVITY
from holdfast.standards.states import PLAN_OR_PRE_PROCEEDINGS, PRE_PROCEEDINGS, PRE_PROCEEDINGS_AFTER_FIRST_MEETING

OPENED = ("preproceedings_started", "preproceedings_letter_sent")
OPENING = on(*OPENED, where=(Not(Earlier(on(*OPENED), since=PRE_PROCEEDINGS)),))
"""What began pre-proceedings: a letter after an entry that they started begins nothing more."""

# Applying to court ends pre-proceedings, so it cannot be activity inside them; the clock stops with the state.
STILL_GOING_ON = on(*(each for each in LEGAL_ACTIVITY.types if each != "court_application_made"))
"""Legal activity that leaves pre-proceedings open."""

SIG_PLO_IDLE = Signal(
    id="SIG-PLO-IDLE",
    title="Pre-proceedings idle",
    theme="legal",
    says="Pre-proceedings is open and nothing legal has happened for 10 working days.",
    severity="critical",
    tell=(
        "team_manager",
        "service_manager",
        "assistant_director",
    ),
    asks="A decision by the panel this week.",
    numbers={"working_days": 10},
    pattern=lambda n: Showing(
        # Read from the state, so that it counts from whatever began it and stops with it. PLO-08 asks the same of managers with a
        # warning before; this is the panel's question once it has gone by.
        Stale(PRE_PROCEEDINGS, (STILL_GOING_ON,), Interval(n["working_days"], "working_days")),
        (),
        since=PRE_PROCEEDINGS,
    ),
    why="Pre-proceedings is open; nothing legal is recorded for {working_days} working days after the last, {when}.",
    review_paragraphs=(
        "4.11",
        "5.56",
        "5.57",
        "5.58",
        "5.61",
        "7.2",
    ),
    evidence=("KNOW_NUMBERS",),
)

SIG_PLO_UNSIGNED = Signal(
    id="SIG-PLO-UNSIGNED",
    title="Schedule of expectations unsigned by a parent",
    theme="legal",
    says=(
        "A parent, or an adult with parental responsibility, had not signed the schedule of expectations 5 "
        "working days after the first meeting."
    ),
    severity="high",
    tell=(
        "team_manager",
        "service_manager",
    ),
    asks="The agreement is signed, or it is said why not and what follows.",
    numbers={"working_days": 5},
    pattern=lambda n: Undone(
        # One signature is not two. Where no adult with responsibility is on the record it is asked once, of nobody in particular.
        ForEach("responsible_adults", StateStarts(PRE_PROCEEDINGS_AFTER_FIRST_MEETING)),
        done_by=(on("expectations_signed", where=(Names("by", "subject"),)),),
        limit=Deadline(n["working_days"], "working_days"),
        excused_by=(on("preproceedings_ended", "court_application_made"),),
    ),
    why="No signature of {who} under the schedule of expectations {working_days} working days after the first meeting, {when}.",
    review_paragraphs=("5.56",),
    evidence=("KNOW_NUMBERS",),
    guard="A step-parent without parental responsibility is not asked.",
)

ASKED = (
    on("voice_recorded", names="child"),
    on("observation_recorded", "day_in_the_life_recorded", where=(ChildUnder(3),)),
    # Why a child could not be asked counts, as it does for PLO-10: what is looked for is that somebody thought of asking.
    on("views_not_gathered", names="child"),
)
SIG_PLO_NO_VOICE = Signal(
    id="SIG-PLO-NO-VOICE",
    title="Pre-proceedings without the child",
    theme="legal",
    says="Fifteen working days into pre-proceedings, nobody has recorded what this child thinks since they began.",
    severity="high",
    tell=("lead_social_worker", "team_manager"),
    asks="The child's wishes and feelings are recorded for the next meeting, or it is said why not.",
    numbers={"working_days": 15},
    pattern=lambda n: Undone(
        Each(replace(OPENING, where=(AtStage("born"), *OPENING.where))),
        done_by=ASKED,
        limit=Deadline(n["working_days"], "working_days"),
        during=PRE_PROCEEDINGS,
    ),
    why="Pre-proceedings began {when}; by {due} nothing this child thinks had been recorded.",
    review_paragraphs=("5.59",),
    evidence=("NATREV2022",),
    guard=(
        "A baby not yet born is not asked; watching a child too young to say counts, and so does a reason why one was not asked."
    ),
)

TOLD_OF_IT = on("partners_told", where=(Mentions("about", ("preproceedings", "plo", "legal", "public law outline")),))

SIG_PLO_PARTNERS_UNAWARE = Signal(
    id="SIG-PLO-PARTNERS-UNAWARE",
    title="Partners unaware of pre-proceedings",
    theme="legal",
    says=(
        "Pre-proceedings began, and five working days later partners have not been told, or an agency of the core group has not "
        "said that it knows."
    ),
    severity="medium",
    tell=("lead_social_worker",),
    asks="One page that explains it goes to each agency, and each says it has it.",
    numbers={"working_days": 5},
    pattern=lambda n: AnyShape(
        (
            Undone(
                StateStarts(PRE_PROCEEDINGS),
                done_by=(TOLD_OF_IT,),
                limit=Deadline(n["working_days"], "working_days"),
                during=PRE_PROCEEDINGS,
            ),
            Said(
                Undone(
                    # Starts from the telling and not from pre-proceedings: an agency cannot say that it knows before it has been
                    # told.
                    ForEach("core_group_agencies", Each(TOLD_OF_IT)),
                    done_by=(on("notice_acknowledged", where=(RefersTo("notice"), Names("by", "subject"))),),
                    limit=Deadline(n["working_days"], "working_days"),
                    excused_by=(on("preproceedings_ended", "court_application_made"),),
                ),
                "Partners were told of pre-proceedings {when}; by {due} {who} had not said that they know.",
            ),
        )
    ),
    why="Pre-proceedings began {when}; by {due} the agencies of the core group had not been told.",
    review_paragraphs=("5.60", "5.62", "7.3"),
    evidence=("KNOW_NUMBERS",),
    guard="Only agencies that have been at a core group are asked, and children's social care is not asked of itself.",
)

SIG_CONTINGENCY = Signal(
    id="SIG-CONTINGENCY",
    title="No current contingency",
    theme="legal",
    says=(
        "While a plan or pre-proceedings is open, twelve weeks without all three: the family diagram gone through, who would "
        "care for the child agreed, and a safety plan the duty team can read."
    ),
    severity="high",
    tell=("lead_social_worker", "team_manager", "edt"),
    asks="All three are brought up to date, with the child's own order of preference.",
    numbers={"days": 84},
    pattern=lambda n: Stale(
        PLAN_OR_PRE_PROCEEDINGS,
        (
            on("genogram_reviewed"),
            on("contingency_agreed"),
            on("safety_plan_agreed", where=(FieldIs("readable_by_duty", True),)),
        ),
        # all_of: two of the three are no contingency. The next twelve weeks count from when all three are there.
        Interval(n["days"], "calendar_days", all_of=True),
    ),
    why=(
        "{days} days after what was recorded {when}, not all of these are up to date: family diagram gone through, carers for an "
        "emergency agreed, and a safety plan the duty team can read."
    ),
    review_paragraphs=("5.73", "5.74", "5.75", "7.4"),
    evidence=("KNOW_NUMBERS",),
    guard="A safety plan of which nobody has said that duty can read it is not one they can read.",
)
