"""Stays with relatives through a change of the clocks, a death and a late record; and being ready, once and again."""

from tests.specs.contingency import PLAN, carers, genogram, safety_plan
from tests.specs.family_carers import FRIDAY, checked, home_again, stay, viability
from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Spec, given, person

KIN_01_OVER_TIME = Spec(
    "KIN-01",
    (
        Example(
            "The clocks go back that night: a day is still twenty-four hours.",
            (stay("Sat 2018-10-27T18:00"), checked("Sun 2018-10-28T17:00")),
            "Mon 2018-10-29",
            (Expect(state="met", due="2018-10-28T17:00:00Z", raised_on=None),),
        ),
        Example("On the night itself it is running.", (FRIDAY,), "Fri 2018-11-02", (Expect(state="running"),)),
        Example(
            "The children go home in the morning: that nobody checked stays true.",
            (FRIDAY, home_again("Sat 2018-11-03T09:00")),
            "Mon 2018-11-05",
            (Expect(state="overdue", raised_on="2018-11-03"),),
        ),
        Example(
            "Checked in time and written down on Monday: it had shown, and was no breach.",
            (FRIDAY, checked("Sat 2018-11-03T12:00", recorded="Mon 2018-11-05T09:00")),
            "Tue 2018-11-06",
            (Expect(state="met", raised_on="2018-11-03"),),
        ),
        Example(
            "A stay written down about mother and child is the child's: the mother has no clock of it.",
            (stay("Fri 2018-11-02T18:00", about=(CHILD, MOTHER)),),
            "Mon 2018-11-05",
            (),
            child=MOTHER,
        ),
    ),
)

KIN_02_OVER_TIME = Spec(
    "KIN-02",
    (
        Example(
            "An assessment of somebody else leaves this carer unassessed.",
            (
                stay("Fri 2018-11-02"),
                home_again("Sat 2018-11-03"),
                stay("Fri 2018-11-16", id="st2"),
                viability("Mon 2018-11-26", carer="aunt"),
            ),
            "Mon 2018-12-31",
            (Expect(state="overdue", due="2018-11-30", raised_on="2018-12-01"),),
        ),
        Example(
            "The second stay began on a day of which only the week is known: it counts from the last.",
            (
                stay("Fri 2018-11-02"),
                home_again("Sat 2018-11-03"),
                stay(("Mon 2018-11-12", "Fri 2018-11-16"), id="st2"),
            ),
            "Mon 2018-12-31",
            (Expect(state="overdue", starts="2018-11-16", due="2018-11-30", approximate=True),),
        ),
        Example(
            "The eighteenth birthday comes before it was due.",
            (stay("Fri 2018-11-02"),),
            "Mon 2018-12-31",
            (Expect(state="not_required", due="2018-11-16", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-11-12")},
        ),
        Example(
            "The child dies: nothing is due any more.",
            (stay("Fri 2018-11-02"), given("died", "death_recorded", "Mon 2018-11-12", person=CHILD)),
            "Mon 2018-12-31",
            (Expect(state="not_required", due="2018-11-16", raised_on=None),),
        ),
    ),
)

ALL_AT_ONCE = (genogram("Wed 2018-10-24", id="a-gen"), carers("Wed 2018-10-24"), safety_plan("Wed 2018-10-24"))

KIN_07_AGAIN = Spec(
    "KIN-07",
    (
        Example(
            "All three on one day meet it once: the next twelve weeks ask for all three again.",
            (PLAN, *ALL_AT_ONCE, genogram("Mon 2018-12-10", id="gen2")),
            "Thu 2019-01-17",
            (
                Expect(state="met", met_on="2018-10-24", raised_on=None),
                Expect(state="overdue", starts="2018-10-24", due="2019-01-16", met_by=None, raised_on="2019-01-17"),
            ),
        ),
        Example(
            "Whichever of the three was written down last.",
            (PLAN, *reversed(ALL_AT_ONCE), carers("Mon 2018-12-10", id="con2"), safety_plan("Tue 2018-12-11", id="safe2")),
            "Thu 2019-01-17",
            (Expect(state="met"), Expect(state="overdue", due="2019-01-16", met_by=None)),
        ),
        Example(
            "The third was agreed in the week of Boxing Day, the day not known: in time, and the doubt shows.",
            (
                PLAN,
                ALL_AT_ONCE[0],
                ALL_AT_ONCE[1],
                given(
                    "safe",
                    "safety_plan_agreed",
                    ("Mon 2018-12-24", "Fri 2018-12-28"),
                    text="Nan has a key.",
                    readable_by_duty=True,
                ),
            ),
            "Mon 2018-12-31",
            (
                Expect(state="met", met_on="2018-12-24", approximate=True, raised_on="2018-12-27"),
                Expect(state="running", starts="2018-12-28", due="2019-03-22", approximate=True),
            ),
        ),
        Example(
            "The diagram was the brother's after all: from the day that was known, this child's was not gone through.",
            (
                PLAN,
                *ALL_AT_ONCE,
                genogram(
                    "Wed 2018-10-24",
                    id="gen2",
                    about=(SIBLING,),
                    recorded="Mon 2019-01-07T09:00",
                    corrects="a-gen",
                    reason="Birch's.",
                ),
            ),
            "Mon 2019-01-14",
            (
                Expect(state="overdue", due="2018-12-26", raised_on="2019-01-07"),
                Expect(state="not_required", raised_on=None, withdrawn_on="2019-01-07"),
            ),
        ),
    ),
)
