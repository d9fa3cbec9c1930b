"""Decisions that differ between children without a reason."""

from holdfast.rules.conditions import AspectsLookedAt, AspectsShown, Filled
from holdfast.rules.event import on
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import Fails, Numbers, Showing
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each


def _months(n: Numbers) -> Amount:
    return Amount(int(n["months"]), "months")


SIG_SIB_DIFF_LEVEL = Signal(
    id="SIG-SIB-DIFF-LEVEL",
    title="Siblings at different levels without recorded reasons",
    theme="plan_decision",
    says=(
        "Children of one household are at different levels, and the child at the lower level has no reason of their own recorded."
    ),
    severity="critical",
    tell=(
        "cp_chair",
        "team_manager",
        "service_manager",
    ),
    asks=("A reason for each child before the conference closes; a second look where a child under two is at the lower level."),
    # Levels of brothers and sisters are compared by a function of the engine: which household they share on that day is folded
    # from stays and moves, which no shape does.
    reads=(
        "conference_held",
        "plan_started",
        "plan_ended",
        "stay_started",
        "stay_ended",
        "household_changed",
    ),
    # No grace: the reason belongs to the conference, and afterwards it would be an explanation.
    numbers={"grace_days": 0},
    review_paragraphs=(
        "4.5",
        "5.30",
    ),
    evidence=("LOCALPROC",),
    guard="A reason written for the child clears it; the same words copied for every child do not.",
)

SIG_SINGLE_ISSUE = Signal(
    id="SIG-SINGLE-ISSUE",
    title="Conference or assessment deals with one form of neglect only",
    theme="plan_decision",
    says=(
        "In the twelve months before, entries showed two or more of the six aspects of neglect, and the conference or assessment "
        "did not look at each of them."
    ),
    severity="high",
    tell=(
        "cp_chair",
        "lead_social_worker",
        "team_manager",
    ),
    asks="For each aspect left out, yes or no whether it bears on this child, and why.",
    numbers={"months": 12, "min_aspects": 2},
    pattern=lambda n: Showing(
        # Certainly not looked at, for every aspect shown: where the reasons were not recorded nothing can be said.
        Fails(
            Each(
                on("conference_held", "assessment_completed", where=(AspectsShown(_months(n), int(n["min_aspects"])),)),
            ),
            wanted=(AspectsLookedAt(_months(n)),),
            ended_by=(on("aspects_analysed", where=(AspectsLookedAt(_months(n)),)),),
        ),
        (on("observation_recorded", where=(Filled("neglect"),)),),
        _months(n),
    ),
    why=(
        "The conference or assessment {when} did not look at every aspect of neglect shown in the "
        "{months} months before: {overlooked}."
    ),
    review_paragraphs=(
        "4.1",
        "4.5",
        "5.27",
        "5.38",
    ),
    evidence=(
        "TRIENNIAL",
        "BRANDON2014",
    ),
    guard=(
        "An aspect counts as looked at where the reasons for this child, or the outcome of the assessment, speak of it, or an "
        "analysis says yes or no to it; one aspect alone raises nothing."
    ),
)
