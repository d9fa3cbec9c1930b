"""A looked-after child: when they become one, and the care plan, health and school that are owed them from that day."""

from tests.specs.care import ENDED, FOSTERED, around, home_for_good, left, order, stay
from tests.specs.growing_up import at_eighteen
from tests.specs.kit import CHILD, OTHER_SIBLING, SIBLING, Example, Expect, Given, Spec, given, person

OVERDUE = Expect(state="overdue")


def plan(happened: str, id: str = "plan", **rest: object) -> Given:
    """A care plan."""
    return given(id, "care_plan_prepared", happened, **rest)


LAC_01 = Spec(
    "LAC-01",
    (
        *around((FOSTERED,), plan, ("Fri 2018-10-12", "Mon 2018-10-15", "Tue 2018-10-16"), "Wed 2018-10-31"),
        Example(
            "Prepared before the child came: met as they do.",
            (plan("Wed 2018-09-26"), FOSTERED),
            "Mon 2018-10-01",
            (Expect(state="met", met_by="plan", met_on="2018-10-01"),),
        ),
        Example(
            "A plan from an earlier time in care is not the plan of this one.",
            (
                stay("s0", "Mon 2018-03-05"),
                plan("Tue 2018-03-06"),
                left("Fri 2018-06-29"),
                FOSTERED,
            ),
            "Wed 2018-10-31",
            (Expect(state="met", trigger="s0"), Expect(state="overdue", trigger="s1", raised_on="2018-10-16")),
        ),
        Example(
            "Nor one from before a time in care was said to be over, or an order ended.",
            (
                order("o0", "Mon 2018-01-08"),
                plan("Tue 2018-01-09", id="p0"),
                given("oe", "court_order_ended", "Fri 2018-02-02", kind="Interim care order"),
                stay("s0", "Mon 2018-03-05"),
                plan("Tue 2018-03-06"),
                home_for_good("Fri 2018-06-29"),
                FOSTERED,
            ),
            "Wed 2018-10-31",
            (Expect(state="met"), Expect(state="met", met_by="plan"), Expect(state="overdue", trigger="s1")),
        ),
        Example(
            "An order that ended without a plan: the plan before it is no plan now.",
            (
                order("o0", "Mon 2018-01-08"),
                plan("Tue 2018-01-09", id="p0"),
                given("oe", "court_order_ended", "Fri 2018-02-02", kind="Interim care order"),
                FOSTERED,
            ),
            "Wed 2018-10-31",
            (Expect(state="met"), OVERDUE),
        ),
        Example(
            "A time in care said to be over: nor is the plan of that.",
            (
                stay("s0", "Mon 2018-03-05"),
                plan("Tue 2018-03-06"),
                home_for_good("Fri 2018-06-29"),
                FOSTERED,
            ),
            "Wed 2018-10-31",
            (Expect(state="met"), OVERDUE),
        ),
        Example(
            "The brother's plan is not hers.", (FOSTERED, plan("Mon 2018-10-08", about=(SIBLING,))), "Wed 2018-10-31", (OVERDUE,)
        ),
        Example("Home for good before it was due.", (FOSTERED, home_for_good("Fri 2018-10-12")), "Wed 2018-10-31", (ENDED,)),
        Example(
            "Prepared in time and written down late: it had shown, and was no breach.",
            (FOSTERED, plan("Mon 2018-10-15", recorded="Fri 2018-10-19T09:00")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on="2018-10-16"),),
        ),
    ),
)


def health(id: str, happened: str, kind: str = "initial", **rest: object) -> Given:
    """A health assessment."""
    return given(id, "health_assessment_held", happened, kind=kind, **rest)


LAC_11 = Spec(
    "LAC-11",
    (
        *around(
            (FOSTERED,), lambda day: health("h", day), ("Fri 2018-10-26", "Mon 2018-10-29", "Tue 2018-10-30"), "Fri 2018-11-30"
        ),
        Example(
            "A review of an earlier assessment is not the first one.",
            (FOSTERED, health("h", "Mon 2018-10-15", "review")),
            "Fri 2018-11-30",
            (Expect(state="overdue", raised_on="2018-10-30"),),
        ),
        Example(
            "The brother's is not hers.",
            (FOSTERED, health("h", "Mon 2018-10-15", about=(SIBLING,))),
            "Fri 2018-11-30",
            (OVERDUE,),
        ),
        Example("Home for good before it was due.", (FOSTERED, home_for_good("Fri 2018-10-26")), "Fri 2018-11-30", (ENDED,)),
    ),
)

CEDAR_FOSTERED = stay("s1", "Mon 2018-10-01", about=(OTHER_SIBLING,))
"""Born on 10 January 2018: under five."""


def cedar(*lines: Given, as_at: str, expect: tuple[Expect, ...], says: str, born: str = "2018-01-10") -> Example:
    """An example about the youngest child."""
    people = {OTHER_SIBLING: person(OTHER_SIBLING, "Cedar", born, "F")}
    return Example(says, (CEDAR_FOSTERED, *lines), as_at, expect, child=OTHER_SIBLING, people=people)


def cedars(id: str, happened: str, kind: str = "review") -> Given:
    return health(id, happened, kind, about=(OTHER_SIBLING,))


LAC_12 = Spec(
    "LAC-12",
    (
        cedar(
            cedars("h1", "Mon 2018-10-22", "initial"),
            cedars("h2", "Sun 2019-04-21"),
            as_at="Tue 2019-04-30",
            expect=(
                Expect(state="met", due="2019-04-01", met_by="h1"),
                Expect(state="met", due="2019-04-22", met_by="h2", raised_on=None),
                Expect(state="running", due="2019-10-21"),
            ),
            says="Under five, every six months: a day before they are up.",
        ),
        cedar(
            cedars("h1", "Mon 2018-10-22", "initial"),
            cedars("h2", "Mon 2019-04-22"),
            as_at="Tue 2019-04-30",
            expect=(Expect(state="met"), Expect(state="met", raised_on=None), Expect(state="running")),
            says="Six months to the day: in time.",
        ),
        cedar(
            cedars("h1", "Mon 2018-10-22", "initial"),
            cedars("h2", "Tue 2019-04-23"),
            as_at="Tue 2019-04-30",
            expect=(Expect(state="met"), Expect(state="met_late", raised_on="2019-04-23"), Expect(state="running")),
            says="A day more: late.",
        ),
        Example(
            "From five on, every twelve.",
            (FOSTERED, health("h1", "Mon 2018-10-22")),
            "Wed 2019-10-23",
            (Expect(state="met", due="2019-10-01"), Expect(state="overdue", due="2019-10-22", raised_on="2019-10-23")),
        ),
        cedar(
            cedars("h1", "Mon 2018-10-22", "initial"),
            as_at="Tue 2019-04-30",
            expect=(Expect(state="met", due="2019-04-01"), Expect(state="running", due="2019-10-22")),
            says="Assessed on the fifth birthday: twelve months from then.",
            born="2013-10-22",
        ),
        cedar(
            cedars("h1", "Mon 2018-10-22", "initial"),
            as_at="Tue 2019-04-30",
            expect=(Expect(state="met", due="2019-04-01"), Expect(state="overdue", due="2019-04-22")),
            says="Assessed the day before it: six.",
            born="2013-10-23",
        ),
        cedar(
            given("home", "looked_after_ended", "Mon 2019-01-07", about=(OTHER_SIBLING,), reason_="Went home."),
            as_at="Tue 2019-04-30",
            expect=(ENDED,),
            says="No longer looked after: nothing more is asked.",
        ),
        Example(
            "A child protection medical is no health assessment.",
            (FOSTERED, given("m", "medical_held", "Mon 2018-10-22", kind="child protection medical")),
            "Wed 2019-10-23",
            (Expect(state="overdue", due="2019-10-01"),),
        ),
        Example(
            "The brother's is not hers.",
            (FOSTERED, health("h1", "Mon 2018-10-22", about=(SIBLING,))),
            "Wed 2019-10-23",
            (Expect(state="overdue", due="2019-10-01"),),
        ),
    ),
)


def school_plan(happened: str, **rest: object) -> Given:
    """A personal education plan is begun."""
    return given("pep", "education_plan_begun", happened, **rest)


def turning_three(birthday: str) -> dict[str, object]:
    """The child, three years old on that day of 2018."""
    return {CHILD: person(CHILD, "Ash", birthday)}


LAC_13 = Spec(
    "LAC-13",
    (
        *around((FOSTERED,), school_plan, ("Fri 2018-10-12", "Mon 2018-10-15", "Tue 2018-10-16"), "Wed 2018-10-31"),
        Example(
            "A child of two has none yet.",
            (FOSTERED,),
            "Wed 2018-10-31",
            (),
            people=turning_three("2015-11-01"),
        ),
        Example(
            "From the third birthday on one is asked for, if she is still looked after.",
            (FOSTERED,),
            "Wed 2018-10-31",
            (Expect(state="overdue", starts="2018-10-10", due="2018-10-24", raised_on="2018-10-25"),),
            people=turning_three("2015-10-10"),
        ),
        Example(
            "And not where she has gone home by then.",
            (FOSTERED, home_for_good("Tue 2018-10-09")),
            "Wed 2018-10-31",
            (),
            people=turning_three("2015-10-10"),
        ),
        Example(
            "A child of three when she came: from that day.",
            (FOSTERED,),
            "Wed 2018-10-31",
            (Expect(state="overdue", due="2018-10-15"),),
            people=turning_three("2015-10-01"),
        ),
        Example(
            "The brother's is not hers.",
            (FOSTERED, school_plan("Mon 2018-10-08", about=(SIBLING,))),
            "Wed 2018-10-31",
            (OVERDUE,),
        ),
        Example("Home for good before it was due.", (FOSTERED, home_for_good("Fri 2018-10-12")), "Wed 2018-10-31", (ENDED,)),
    ),
)


def told(happened: str, id: str = "told", **rest: object) -> Given:
    """Those who have to know are told in writing."""
    return given(id, "placement_notified", happened, to=["Dr Lin", "school"], **rest)


LAC_17 = Spec(
    "LAC-17",
    (
        *around((FOSTERED,), told, ("Fri 2018-10-05", "Mon 2018-10-08", "Tue 2018-10-09"), "Wed 2018-10-31"),
        Example(
            "A planned placement, told before: met as it starts.",
            (told("Wed 2018-09-26"), FOSTERED),
            "Mon 2018-10-01",
            (Expect(state="met", met_by="told", met_on="2018-10-01"),),
        ),
        Example(
            "Told of the first placement: nobody has been told of the second.",
            (FOSTERED, told("Tue 2018-10-02"), stay("s2", "Mon 2018-10-15")),
            "Wed 2018-10-31",
            (Expect(state="met", trigger="s1"), Expect(state="overdue", trigger="s2", due="2018-10-22", raised_on="2018-10-23")),
        ),
        Example(
            "A week after it began, what is told is still of the first.",
            (FOSTERED, told("Mon 2018-10-08"), stay("s2", "Mon 2018-10-15")),
            "Wed 2018-10-31",
            (Expect(state="met", trigger="s1"), Expect(state="overdue", trigger="s2")),
        ),
        Example(
            "After more than a week it is of the next.",
            (FOSTERED, told("Tue 2018-10-09"), stay("s2", "Mon 2018-10-15")),
            "Wed 2018-10-31",
            (Expect(state="met_late", trigger="s1"), Expect(state="met", trigger="s2", met_by="told")),
        ),
        Example(
            "A stay in the family that nobody arranged for the council is no placement.",
            (stay("s1", "Mon 2018-10-01", "family"),),
            "Wed 2018-10-31",
            (),
        ),
        Example("Told about the brother.", (FOSTERED, told("Tue 2018-10-02", about=(SIBLING,))), "Wed 2018-10-31", (OVERDUE,)),
    ),
)

GROWN_UP = (
    at_eighteen("LAC-01", (FOSTERED,), "Mon 2018-10-15", "Wed 2018-10-31"),
    at_eighteen("LAC-11", (FOSTERED,), "Mon 2018-10-29", "Fri 2018-11-30"),
    at_eighteen("LAC-12", (FOSTERED,), "Tue 2019-10-01", "Thu 2019-10-31"),
    at_eighteen("LAC-13", (FOSTERED,), "Mon 2018-10-15", "Wed 2018-10-31"),
    at_eighteen("LAC-17", (FOSTERED,), "Mon 2018-10-08", "Wed 2018-10-31"),
)
LAC_01_GROWN_UP, LAC_11_GROWN_UP, LAC_12_GROWN_UP, LAC_13_GROWN_UP, LAC_17_GROWN_UP = GROWN_UP
