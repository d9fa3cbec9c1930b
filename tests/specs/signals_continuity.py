"""Signals about who holds a child's case, who oversees it, and joint visits that were never made."""

from holdfast.vocabulary.world import KnownWorker
from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, conference, given, person

MADE = conference("ic", "Wed 2018-10-03")


def allocated(id, happened, worker, role="lead_social_worker", **rest):  # type: ignore[no-untyped-def]
    """A worker given the child."""
    return given(id, "worker_allocated", happened, **({"worker": worker, "role": role, "by": "kay"} | rest))


SAM = allocated("sam", "Mon 2018-10-01", "sam")
GONE = given("left", "worker_ended", "Mon 2018-11-05", worker="sam", reason_="New job.")
AWAY = given("away", "absence_started", "Mon 2018-11-05", about=(), worker="sam")

NO_PRESENT_WORKER = Spec(
    "SIG-NO-PRESENT-WORKER",
    (
        Example("Away for a working day: cover may still be named.", (SAM, AWAY), "Tue 2018-11-06", ()),
        Example(
            "The working day after, nobody was named.",
            (SAM, AWAY),
            "Wed 2018-11-07",
            (Expect(state="raised", raised_on="2018-11-07", evidence=("sam", "away")),),
        ),
        Example(
            "Cover named on the day: nothing.",
            (SAM, AWAY, given("cover", "cover_named", "Tue 2018-11-06", about=(), for_="sam", cover="ravi")),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "Cover named after it showed: ended.",
            (SAM, AWAY, given("cover", "cover_named", "Fri 2018-11-09", about=(), for_="sam", cover="ravi")),
            "Fri 2018-11-30",
            (Expect(state="ended", raised_on="2018-11-07", met_on="2018-11-09", met_by="cover"),),
        ),
        Example(
            "Somebody else's absence is not this child's worker's.",
            (SAM, given("away", "absence_started", "Mon 2018-11-05", about=(), worker="ravi")),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "The lead worker left during the plan, and nobody came.",
            (SAM, MADE, GONE),
            "Wed 2018-11-07",
            (Expect(raised_on="2018-11-07", evidence=("left",)),),
        ),
        Example(
            "The next one named by the working day after: nothing.",
            (SAM, MADE, GONE, allocated("new", "Tue 2018-11-06", "ravi")),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "The next one had already begun: nothing.",
            (SAM, MADE, allocated("new", "Fri 2018-11-02", "ravi"), GONE),
            "Fri 2018-11-30",
            (),
        ),
        Example("With no plan open a worker's leaving leaves nobody waiting.", (SAM, GONE), "Fri 2018-11-30", ()),
        Example(
            "Leaving altogether, filed under no child, leaves every child of theirs.",
            (SAM, MADE, given("left", "worker_ended", "Mon 2018-11-05", about=(), worker="sam", reason_="New job.")),
            "Fri 2018-11-30",
            (Expect(raised_on="2018-11-07", evidence=("left",)),),
        ),
        Example(
            "Held in the manager's name.",
            (allocated("kay", "Mon 2018-11-05", "kay"),),
            "Fri 2018-11-30",
            (Expect(raised_on="2018-11-07", evidence=("kay",)),),
        ),
        Example(
            "Held by a vacancy, until somebody came.",
            (allocated("none", "Mon 2018-11-05", "desk", "vacancy"), allocated("new", "Mon 2018-11-12", "ravi")),
            "Fri 2018-11-30",
            (Expect(state="ended", raised_on="2018-11-07", met_on="2018-11-12", met_by="new"),),
        ),
        Example("No worker was ever recorded: not known, rather than nobody.", (MADE,), "Fri 2018-11-30", ()),
        Example(
            "A brother's worker who left is his.",
            (
                allocated("sam", "Mon 2018-10-01", "sam", about=(SIBLING,)),
                MADE,
                given("left", "worker_ended", "Mon 2018-11-05", about=(SIBLING,), worker="sam", reason_="New job."),
            ),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "The cover was there in time and recorded late: it showed, and is withdrawn.",
            (
                SAM,
                AWAY,
                given("cover", "cover_named", "Tue 2018-11-06", about=(), recorded="Mon 2018-11-12", for_="sam", cover="ravi"),
            ),
            "Fri 2018-11-30",
            (Expect(state="withdrawn", raised_on="2018-11-07", withdrawn_on="2018-11-12"),),
        ),
    ),
)


def decided(id, happened):  # type: ignore[no-untyped-def]
    """A management decision."""
    return given(id, "management_decision_recorded", happened, decision="Visits go on.", reasons="Still worried.")


ON_PLAN = (SAM, MADE, decided("d1", "Wed 2018-10-24"), decided("d2", "Wed 2018-11-14"))


def of_manager(id, type, happened, worker="kay", **data):  # type: ignore[no-untyped-def]
    """Something about a manager, filed under no child."""
    return given(id, type, happened, about=(), worker=worker, **data)


MANAGER_GAP = Spec(
    "SIG-MANAGER-GAP",
    (
        Example("A manager at work, and decisions recorded: nothing.", ON_PLAN, "Fri 2018-11-30", ()),
        Example(
            "The manager is away, and nobody covers.",
            (*ON_PLAN, of_manager("off", "absence_started", "Mon 2018-10-15")),
            "Fri 2018-11-30",
            (Expect(state="raised", raised_on="2018-10-15", evidence=("sam", "ic", "off")),),
        ),
        Example(
            "Back: ended.",
            (
                *ON_PLAN,
                of_manager("off", "absence_started", "Mon 2018-10-15"),
                of_manager("back", "absence_ended", "Mon 2018-10-22"),
            ),
            "Fri 2018-11-30",
            (Expect(state="ended", raised_on="2018-10-15", met_on="2018-10-22", met_by="back"),),
        ),
        Example(
            "A second manager was named: ended.",
            (
                *ON_PLAN,
                of_manager("off", "absence_started", "Mon 2018-10-15"),
                given("cover", "cover_named", "Wed 2018-10-17", about=(), for_="kay", cover="moss"),
            ),
            "Fri 2018-11-30",
            (Expect(state="ended", met_on="2018-10-17"),),
        ),
        Example(
            "Another team's manager is away: nothing.",
            (*ON_PLAN, of_manager("off", "absence_started", "Mon 2018-10-15", "chair")),
            "Fri 2018-11-30",
            (),
        ),
        Example("No plan: nothing.", (SAM, of_manager("off", "absence_started", "Mon 2018-10-15")), "Fri 2018-11-30", ()),
        Example(
            "Away before the plan was made: from the plan on.",
            (of_manager("off", "absence_started", "Mon 2018-09-03"), *ON_PLAN),
            "Fri 2018-11-30",
            (Expect(raised_on="2018-10-03"),),
        ),
        Example(
            "Six months in post on the day of the plan: no longer new.",
            (of_manager("post", "post_taken_up", "Tue 2018-04-03", post="team manager"), *ON_PLAN),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "A day less: new for that day.",
            (of_manager("post", "post_taken_up", "Wed 2018-04-04", post="team manager"), *ON_PLAN),
            "Fri 2018-11-30",
            (Expect(state="ended", raised_on="2018-10-03", met_on="2018-10-04"),),
        ),
        Example(
            "The post was left, and nobody named.",
            (*ON_PLAN, of_manager("gone", "post_left", "Mon 2018-10-15", post="team manager")),
            "Fri 2018-11-30",
            (Expect(raised_on="2018-10-15"),),
        ),
        Example(
            "Sixty children is the limit, and not over it.",
            (*ON_PLAN, of_manager("n", "oversight_counted", "Mon 2018-10-15", children=60)),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "Sixty-one is over it, until the next count.",
            (
                *ON_PLAN,
                of_manager("n", "oversight_counted", "Mon 2018-10-15", children=61),
                of_manager("m", "oversight_counted", "Thu 2018-11-15", children=60),
            ),
            "Fri 2018-11-30",
            (Expect(state="ended", raised_on="2018-10-15", met_on="2018-11-15", met_by="m"),),
        ),
        Example("No decision for 28 days: not over it.", (SAM, MADE), "Wed 2018-10-31", ()),
        Example("On the 29th day.", (SAM, MADE), "Thu 2018-11-01", (Expect(raised_on="2018-11-01", evidence=("ic",)),)),
        Example(
            "A decision about a brother is not about this child.",
            (
                SAM,
                MADE,
                given("d", "management_decision_recorded", "Wed 2018-10-24", about=(SIBLING,), decision="Yes.", reasons="No."),
            ),
            "Thu 2018-11-01",
            (Expect(raised_on="2018-11-01"),),
        ),
        Example(
            "The next lead worker has another manager: ended.",
            (*ON_PLAN, of_manager("off", "absence_started", "Mon 2018-10-15"), allocated("new", "Mon 2018-10-29", "agency")),
            "Fri 2018-11-30",
            (Expect(state="ended", met_on="2018-10-29", met_by="new"),),
            workers={"agency": KnownWorker("agency", "Ola Dunn", "csc", "social_worker", "moss")},
        ),
    ),
)

AGREED = given("agreed", "joint_visit_agreed", "Mon 2018-10-08", between=["sam", "hv"])

JOINT_VISIT_NOT_DONE = Spec(
    "SIG-JOINT-VISIT-NOT-DONE",
    (
        Example("Fifteen working days later it is not yet late.", (AGREED,), "Mon 2018-10-29", ()),
        Example(
            "The day after.", (AGREED,), "Tue 2018-10-30", (Expect(state="raised", raised_on="2018-10-30", evidence=("agreed",)),)
        ),
        Example(
            "Made together on the fifteenth day: nothing.",
            (AGREED, given("v", "visit_made", "Mon 2018-10-29", kind="joint", worker="sam", seen=[CHILD])),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "A visit by one of them alone is not a joint visit.",
            (AGREED, given("v", "visit_made", "Mon 2018-10-15", kind="child_protection", worker="sam", seen=[CHILD])),
            "Fri 2018-11-30",
            (Expect(state="raised"),),
        ),
        Example(
            "Tried together, and nobody let them in: said why not.",
            (AGREED, given("no", "contact_missed", "Mon 2018-10-15", kind="no_access", service="joint visit")),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "Agreed as an action of the plan.",
            (
                given(
                    "a",
                    "action_agreed",
                    "Mon 2018-10-08",
                    plan="child_protection",
                    action="Joint visit by the IDVA and social worker.",
                    for_="both",
                    owner="sam",
                    due="2018-11-01",
                ),
            ),
            "Tue 2018-10-30",
            (Expect(raised_on="2018-10-30", evidence=("a",)),),
        ),
        Example(
            "That action was done: nothing.",
            (
                given(
                    "a",
                    "action_agreed",
                    "Mon 2018-10-08",
                    plan="child_protection",
                    action="Joint visit by the IDVA and social worker.",
                    for_="both",
                    owner="sam",
                    due="2018-11-01",
                ),
                given("r", "action_reviewed", "Fri 2018-10-26", action="a", status="done"),
            ),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "Made late: ended.",
            (AGREED, given("v", "visit_made", "Mon 2018-11-12", kind="joint", worker="sam", seen=[CHILD])),
            "Fri 2018-11-30",
            (Expect(state="ended", raised_on="2018-10-30", met_on="2018-11-12", met_by="v"),),
        ),
        Example(
            "A joint visit to a brother is his.",
            (AGREED, given("v", "visit_made", "Mon 2018-10-15", about=(SIBLING,), kind="joint", worker="sam", seen=[SIBLING])),
            "Fri 2018-11-30",
            (Expect(state="raised"),),
        ),
        Example(
            "Eighteen before it was due: nothing.",
            (AGREED,),
            "Fri 2018-11-30",
            (),
            people={CHILD: person(CHILD, "Ash", "2000-10-20", "F")},
        ),
    ),
)
