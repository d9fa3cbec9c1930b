"""The first visit under a plan, and seeing where the child sleeps."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given, visit
from tests.specs.visits import PLAN, UNBORN, ended, seeing_mother

CP_31 = Spec(
    "CP-31",
    (
        Example(
            "Seen on the fourth working day: in time.",
            (PLAN, visit("v", "Tue 2018-10-09")),
            "Wed 2018-10-24",
            (Expect(state="met", due="2018-10-10", met_by="v", raised_on=None),),
        ),
        Example(
            "On the fifth: in time.",
            (PLAN, visit("v", "Wed 2018-10-10")),
            "Wed 2018-10-24",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A visit of which nobody says who made it counts, whoever wrote it down.",
            (PLAN, given("v", "visit_made", "Wed 2018-10-10", kind="child_protection", by="fin", seen=[CHILD])),
            "Wed 2018-10-24",
            (Expect(state="met"),),
        ),
        Example(
            "On the sixth: late.",
            (PLAN, visit("v", "Thu 2018-10-11")),
            "Wed 2018-10-24",
            (Expect(state="met_late", raised_on="2018-10-11"),),
        ),
        Example(
            "On the day of the conference, after it: in time.",
            (PLAN, visit("v", "Wed 2018-10-03")),
            "Wed 2018-10-24",
            (Expect(state="met", met_on="2018-10-03"),),
        ),
        Example(
            "A first visit at which this child was not there is not hers.",
            (PLAN, visit("v", "Tue 2018-10-09", seen=(SIBLING,), about=(CHILD, SIBLING))),
            "Wed 2018-10-24",
            (Expect(state="overdue", raised_on="2018-10-11"),),
        ),
        Example(
            "Nor is a joint visit by the health visitor.",
            (PLAN, visit("v", "Tue 2018-10-09", worker="hv")),
            "Wed 2018-10-24",
            (Expect(state="overdue"),),
        ),
        Example(
            "Before a birth, to see the mother is to see the child.",
            (PLAN, seeing_mother("v", "Tue 2018-10-09")),
            "Wed 2018-10-24",
            (Expect(state="met"),),
            people=UNBORN,
        ),
        Example(
            "The plan ends first: no visit is needed.",
            (PLAN, ended("Mon 2018-10-08")),
            "Wed 2018-10-24",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "Made in time and written down late: it had shown, and was no breach.",
            (PLAN, visit("v", "Wed 2018-10-10", recorded="Fri 2018-10-12T09:00")),
            "Wed 2018-10-24",
            (Expect(state="met", raised_on="2018-10-11"),),
        ),
        Example(
            "Nor a visit of another kind.",
            (PLAN, given("v", "visit_made", "Tue 2018-10-09", kind="family_support", worker="sam", seen=[CHILD])),
            "Wed 2018-10-24",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor seeing her at school.",
            (PLAN, visit("v", "Tue 2018-10-09", home=False)),
            "Wed 2018-10-24",
            (Expect(state="overdue"),),
        ),
    ),
)


def home_visit(id: str, happened: str, bedroom: bool | None, **rest: object) -> Given:
    """A child protection visit, and whether the place where the child sleeps was seen."""
    data = {} if bedroom is None else {"sleeping_place_seen": bedroom}
    return visit(id, happened, **data, **rest)


FIRST = home_visit("v1", "Wed 2018-10-10", False)
SECOND = home_visit("v2", "Wed 2018-10-24", False)

CP_33 = Spec(
    "CP-33",
    (
        Example(
            "Seen at the first visit: the next two count from there.",
            (PLAN, home_visit("v1", "Wed 2018-10-10", True)),
            "Mon 2018-10-29",
            (Expect(state="met", met_by="v1", raised_on=None), Expect(state="running", starts="2018-10-10", due=None)),
        ),
        Example(
            "Seen at the second: in time.",
            (PLAN, FIRST, home_visit("v2", "Wed 2018-10-24", True)),
            "Mon 2018-10-29",
            (Expect(state="met", due="2018-10-24", met_by="v2", raised_on=None), Expect(state="running", due=None)),
        ),
        Example(
            "Not seen at the second either: overdue from the day after.",
            (PLAN, FIRST, SECOND),
            "Thu 2018-10-25",
            (Expect(state="overdue", due="2018-10-24", raised_on="2018-10-25"),),
        ),
        Example(
            "Seen at the third: late.",
            (PLAN, FIRST, SECOND, home_visit("v3", "Wed 2018-11-07", True)),
            "Fri 2018-11-09",
            (Expect(state="met_late", met_by="v3", raised_on="2018-10-25"), Expect(state="running")),
        ),
        Example(
            "While there has been one visit, the second has no date yet.",
            (PLAN, FIRST),
            "Mon 2018-12-31",
            (Expect(state="running", due=None, raised_on=None),),
        ),
        Example(
            "A visit at which this child was not seen is not one of hers, whatever was looked at.",
            (PLAN, FIRST, home_visit("v2", "Wed 2018-10-24", True, about=(CHILD, SIBLING), seen=(SIBLING,))),
            "Mon 2018-10-29",
            (Expect(state="running", met_by=None),),
        ),
        Example(
            "Seeing the child at school is not a home visit.",
            (PLAN, FIRST, home_visit("v2", "Wed 2018-10-24", False, home=False)),
            "Mon 2018-10-29",
            (Expect(state="running", due=None),),
        ),
        Example(
            "Where nobody wrote down whether it was seen, it cannot be told.",
            (PLAN, FIRST, home_visit("v2", "Wed 2018-10-24", None)),
            "Mon 2018-10-29",
            (Expect(state="cannot_tell", raised_on=None),),
        ),
        Example(
            "The plan ends: not required.",
            (PLAN, FIRST, ended("Mon 2018-10-22")),
            "Mon 2018-10-29",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "It had been seen at the second visit after all: corrected, met, and that it had shown stays.",
            (
                PLAN,
                FIRST,
                SECOND,
                home_visit(
                    "v4", "Wed 2018-10-24", True, recorded="Mon 2018-10-29T09:00", corrects="v2", reason="Ticked by mistake."
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="met", met_by="v4", raised_on="2018-10-25"), Expect(state="running")),
        ),
        Example(
            "A bedroom seen at the grandmother's, by somebody on another kind of visit, counts.",
            (
                PLAN,
                FIRST,
                given(
                    "v2",
                    "visit_made",
                    "Wed 2018-10-24",
                    kind="joint",
                    worker="fin",
                    seen=[CHILD],
                    sleeping_place_seen=True,
                    home="Maternal grandmother's home",
                ),
            ),
            "Mon 2018-10-29",
            (Expect(state="met", met_by="v2"), Expect(state="running")),
        ),
    ),
)
