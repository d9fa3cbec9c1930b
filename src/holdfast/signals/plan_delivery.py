"""Plans that are not carried out as agreed."""

from holdfast.rules.conditions import Attended, Filled, Names, Not
from holdfast.rules.event import on
from holdfast.rules.shapes import Happens, Showing, days
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import AgencyMissing, Each, SinceLast

CORE_GROUP = on("core_group_held")
# Attended knows cover: whoever was named for the absent lead is the social worker here.
WITHOUT_SOCIAL_WORKER = on("core_group_held", where=(Not(Attended("social_worker")),))

SIG_CG_SW_ABSENT = Signal(
    id="SIG-CG-SW-ABSENT",
    title="Core group held without a social worker",
    theme="plan_delivery",
    says="A core group was held and neither the lead social worker nor named social-work cover was there.",
    severity="high",
    tell=(
        "team_manager",
        "cp_chair",
        "at escalate_n: service_manager",
    ),
    asks=(
        "The core group is held again with a social worker within 5 working days, and the chair says what it means for the plan."
    ),
    numbers={"n": 1, "window_days": 180, "escalate_n": 2},
    # Raised by one; the earlier ones are shown with it, and the count in the sentence is what sends it to the service manager.
    pattern=lambda n: Showing(Happens(Each(WITHOUT_SOCIAL_WORKER)), (WITHOUT_SOCIAL_WORKER,), days(n["window_days"])),
    why="Core group {when} was held with no social worker there: number {entries} in {window_days} days.",
    review_paragraphs=(
        "5.48",
        "5.49",
        "5.102",
    ),
    evidence=("LOCALPROC",),
    guard=(
        "Attendance that was not recorded raises nothing: it is unknown, not absence. A social worker who was there for part of "
        "the meeting was there."
    ),
)

SIG_CG_KEY_AGENCY_MISSING = Signal(
    id="SIG-CG-KEY-AGENCY-MISSING",
    title="Same agency missing from core groups",
    theme="plan_delivery",
    says="An agency that belongs to the core group was at neither of the last two, and sent no written update either.",
    severity="medium",
    tell=(
        "lead_social_worker",
        "agency safeguarding lead",
        "cp_chair",
    ),
    asks="The agency's safeguarding lead answers within 2 working days.",
    numbers={"core_groups": 2},
    pattern=lambda n: Happens(
        # A class of its own among triggers, since who should have come is read from three places: the list of members, and being
        # written down as present or absent before.
        AgencyMissing(CORE_GROUP, int(n["core_groups"]), on("core_group_named"), on("core_group_update_sent")),
        ended_by=(
            on("core_group_held", where=(Attended("agency"),)),
            on("core_group_update_sent", where=(Names("organisation", "subject"),)),
        ),
    ),
    why="Missing from {core_groups} core groups running, the last held {when}: {who}. No written update was sent either.",
    review_paragraphs=(
        "5.48",
        "5.82",
        "5.96",
    ),
    evidence=("NATREV2022",),
    guard="A core group whose attendance was not recorded is passed over; a written update is taking part.",
)

RAISED_AT_CORE_GROUP = on("core_group_held", where=(Filled("concerns"),))
# Two events, because an action may name no child and is then for all of them; one for a brother is not this child's.
RESPONSE_TO_CONCERN = (
    on("action_agreed", where=(Not(Filled("child")),)),
    on("action_agreed", names="child"),
    on("disagreement_raised"),
)

SIG_CG_CONCERN_REPEATED = Signal(
    id="SIG-CG-CONCERN-REPEATED",
    title="Same concern raised at core groups with no change",
    theme="plan_delivery",
    says=(
        "The same concern about this child was raised at three core groups, and between the first and the last no new action was "
        "agreed and no disagreement raised."
    ),
    severity="high",
    tell=(
        "everyone who raised it",
        "team_manager",
        "cp_chair",
    ),
    asks="Whoever raised it is shown how to disagree formally; the chair says whether the review is brought forward.",
    numbers={"n": 3},
    pattern=lambda n: Happens(
        SinceLast(
            (RAISED_AT_CORE_GROUP, on("concern_repeated")),
            int(n["n"]),
            since=RESPONSE_TO_CONCERN,
            # A core group lists its concerns, a repeated one is an entry of its own: the two fields hold the same words.
            alike=("concerns", "concern"),
        ),
        ended_by=RESPONSE_TO_CONCERN,
    ),
    why=(
        "The same concern was raised {entries} times, first {first} and last {when}, with no new action "
        "and no disagreement between."
    ),
    review_paragraphs=(
        "5.49",
        "5.82",
        "5.92",
        "5.118",
        "7.6",
    ),
    evidence=(
        "NATREV2022",
        "STARTAGAIN",
    ),
    guard="A new action for the child, or for all the children, begins the count afresh; one for a brother or sister does not.",
)
