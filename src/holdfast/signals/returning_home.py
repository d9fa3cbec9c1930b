"""Children who go back: to somebody under suspicion, or home, before anybody has decided or looked again."""

from dataclasses import replace

from holdfast.rules.conditions import AnyOf, ByRole, Earlier, FieldIn, Happened, Names, Not, RefersTo, SameAs
from holdfast.rules.event import Condition, Event, on
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import Happens
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each, Either, Gathers
from holdfast.signals.concerns import CONCERNS, DECIDED_TOGETHER

SAME_DAY = Amount(0, "calendar_days")
DECIDED = (on("conference_held", names="decisions"), on("legal_planning_held", "court_order_made"))
# From this grade on, because what it takes to leave a child with somebody suspected is not a team's decision.
SERVICE_MANAGERS = ("service_manager", "group_manager", "assistant_director", "head_of_service")


def _suspected(who: Condition) -> Condition:
    """Somebody was under suspicion then, and no conference, lawyers' meeting or court had decided since it arose."""
    return Earlier(
        on("suspicion_recorded", where=(who,)),
        unless=(on("suspicion_ended", where=(RefersTo("suspicion"),)), *DECIDED),
    )


BACK_WITH_THEM = (
    on("stay_started", where=(_suspected(SameAs("person", "with")),)),
    on("baby_left_hospital", where=(_suspected(SameAs("person", "with")),)),
    on("household_changed", where=(_suspected(SameAs("person", "joined")),)),
    on("household_recorded", where=(_suspected(SameAs("person", "members")),)),
    on(
        "stay_ended",
        # A stay that ended, with none beginning that day, ended at home. Nobody writes an entry for going home.
        where=(Not(Happened((on("stay_started"),), SAME_DAY)), _suspected(Names("person", "parent"))),
    ),
)

SIG_RETURN_WITHOUT_DECISION = Signal(
    id="SIG-RETURN-WITHOUT-DECISION",
    title="Child returned to a person under investigation",
    theme="legal",
    says=(
        "The child moved to, or lives again with, somebody suspected of harming them, and no conference, legal planning meeting "
        "or court has decided since the suspicion arose."
    ),
    severity="critical",
    tell=("team_manager", "service_manager"),
    asks="A service manager decides the same day.",
    numbers={},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="None. A suspicion is no finding, and one that has ended raises nothing.",
    pattern=lambda n: Happens(
        Either(tuple(Each(event) for event in BACK_WITH_THEM)),
        ended_by=(*DECIDED, on("management_decision_recorded", where=(ByRole(SERVICE_MANAGERS, "recorder"),))),
    ),
    why="The child went to, or lives with, somebody suspected of harming them {when}, and nobody has decided on it.",
)

# Arranged by the family is not away in this sense: a night at grandmother's would make every Sunday a return.
AWAY_BY_US = on("stay_started", where=(FieldIn("arrangement", ("section20", "reg24", "foster", "other")),))
WENT_HOME = (
    on("stay_started", where=(FieldIn("arrangement", ("parents",)),)),
    on(
        "stay_ended",
        where=(Earlier(AWAY_BY_US, unless=(on("stay_ended"),)), Not(Happened((on("stay_started"),), SAME_DAY))),
    ),
    on("looked_after_ended"),
)


def _soon_after(events: tuple[Event, ...], days: int) -> tuple[Event, ...]:
    """Those that came within so many days of going home."""
    soon = AnyOf(tuple(Earlier(home, Amount(days, "calendar_days")) for home in WENT_HOME))
    return tuple(replace(event, where=(*event.where, soon)) for event in events)


SIG_REUNIFIED_CONCERN = Signal(
    id="SIG-REUNIFIED-CONCERN",
    title="Concerns soon after going home",
    theme="legal",
    says="Two concerns of any kind came within fourteen days of the child going home to a parent.",
    severity="critical",
    tell=("team_manager", "iro"),
    asks="The return is reviewed within one working day.",
    numbers={"n": 2, "days": 14},
    review_paragraphs=(),
    evidence=("PUBLISHED-REVIEWS",),
    guard="None. Coming home from a night with relatives is no return; coming home from care or accommodation is.",
    pattern=lambda n: Happens(
        Gathers(
            # Fifteen days, since a window is shorter than its length: two concerns on the first and on the fourteenth day both
            # count.
            _soon_after(CONCERNS, int(n["days"])),
            int(n["n"]),
            Amount(int(n["days"]) + 1, "calendar_days"),
            counting="occasions",
        ),
        ended_by=(*DECIDED_TOGETHER, on("looked_after_review_held", "legal_planning_held")),
    ),
    why="{entries} concerns within {days} days of this child going home, the last {when}.",
)
