"""A child who comes back, and a child who keeps going."""

from tests.specs.care import ENDED
from tests.specs.growing_up import at_eighteen
from tests.specs.kit import MOTHER, SIBLING, Example, Expect, Given, Spec, given

BACK = given("back", "missing_ended", "Fri 2018-10-05T22:00")


def talked(happened: str, **rest: object) -> Given:
    """Somebody independent talks with the child."""
    return given("talk", "return_interview_held", happened, **rest)


DUE = "2018-10-08T21:00:00Z"
OVERDUE = Expect(state="overdue", due=DUE, raised_on="2018-10-08")

MIS_01 = Spec(
    "MIS-01",
    (
        Example(
            "A minute before 72 hours, over a weekend: in time.",
            (BACK, talked("Mon 2018-10-08T21:59")),
            "Wed 2018-10-10",
            (Expect(state="met", due=DUE, raised_on=None),),
        ),
        Example(
            "To the minute: in time.",
            (BACK, talked("Mon 2018-10-08T22:00")),
            "Wed 2018-10-10",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A minute later: late.",
            (BACK, talked("Mon 2018-10-08T22:01")),
            "Wed 2018-10-10",
            (Expect(state="met_late", raised_on="2018-10-08"),),
        ),
        Example(
            "A mother who comes back is no child who was found.",
            (given("back", "missing_ended", "Fri 2018-10-05T22:00", about=(MOTHER,)),),
            "Wed 2018-10-10",
            (),
            child=MOTHER,
        ),
        Example(
            "Hours run through the clocks going back.",
            (given("back", "missing_ended", "Sat 2018-10-27T12:00"),),
            "Wed 2018-10-31",
            (Expect(state="overdue", due="2018-10-30T11:00:00Z"),),
        ),
        Example(
            "A return known by its day alone: from the midnight that ends it.",
            (given("back", "missing_ended", "Fri 2018-10-05"),),
            "Wed 2018-10-10",
            (Expect(state="overdue", due="2018-10-08T23:00:00Z", approximate=True),),
        ),
        Example(
            "Offered, and the child said no.",
            (BACK, given("no", "return_interview_declined", "Sat 2018-10-06")),
            "Wed 2018-10-10",
            (ENDED,),
        ),
        Example(
            "The brother said no.",
            (BACK, given("no", "return_interview_declined", "Sat 2018-10-06", about=(SIBLING,))),
            "Wed 2018-10-10",
            (OVERDUE,),
        ),
        Example(
            "It was the brother who was talked with.",
            (BACK, talked("Sat 2018-10-06T12:00", about=(SIBLING,))),
            "Wed 2018-10-10",
            (OVERDUE,),
        ),
        Example(
            "A visit is not that talk.",
            (BACK, given("v", "visit_made", "Sat 2018-10-06T12:00", kind="other", seen=["ash"])),
            "Wed 2018-10-10",
            (OVERDUE,),
        ),
        Example(
            "Held in time and written down a week later: it had shown.",
            (BACK, talked("Sat 2018-10-06T12:00", recorded="Mon 2018-10-15T09:00")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on="2018-10-08"),),
        ),
    ),
)


def gone(id: str, happened: str, **rest: object) -> Given:
    """The child is missing."""
    return given(id, "missing_started", happened, **rest)


def met_about(happened: str, id: str = "sd", **rest: object) -> Given:
    """A strategy discussion."""
    return given(id, "strategy_discussion_held", happened, decision="assessment", **rest)


THREE = (gone("m1", "Mon 2018-10-01T20:00"), gone("m2", "Mon 2018-10-15T20:00"), gone("m3", "Tue 2018-10-30T20:00"))
SHOWN = Expect(state="overdue", trigger="m3", due="2018-10-31T20:00:00Z", raised_on="2018-10-31")

MIS_02 = Spec(
    "MIS-02",
    (
        Example(
            "Within 24 hours of the third time: in time.",
            (*THREE, met_about("Wed 2018-10-31T19:59")),
            "Fri 2018-11-02",
            (Expect(state="met", due="2018-10-31T20:00:00Z", raised_on=None),),
        ),
        Example(
            "To the minute: in time.",
            (*THREE, met_about("Wed 2018-10-31T20:00")),
            "Fri 2018-11-02",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A minute later: late.",
            (*THREE, met_about("Wed 2018-10-31T20:01")),
            "Fri 2018-11-02",
            (Expect(state="met_late", raised_on="2018-10-31"),),
        ),
        Example("Three in thirty days, the first on the first of them.", THREE, "Fri 2018-11-02", (SHOWN,)),
        Example(
            "On the thirty-first day the first no longer counts.",
            (*THREE[:2], gone("m3", "Wed 2018-10-31T20:00")),
            "Fri 2018-11-02",
            (),
        ),
        Example(
            "A mother who keeps going is another matter.",
            tuple(gone(each.id, each.happened, about=(MOTHER,)) for each in THREE),
            "Fri 2018-11-02",
            (),
            child=MOTHER,
        ),
        Example("Twice is not three times.", THREE[:2], "Fri 2018-11-02", ()),
        Example(
            "Two of hers and one of her brother's.",
            (*THREE[:2], gone("m3", "Tue 2018-10-30T20:00", about=(SIBLING,))),
            "Fri 2018-11-02",
            (),
        ),
        Example(
            "A discussion about the brother.",
            (*THREE, met_about("Wed 2018-10-31T12:00", about=(SIBLING,))),
            "Fri 2018-11-02",
            (SHOWN,),
        ),
        Example(
            "A discussion after the second time has heard of those: the third asks for no other.",
            (*THREE[:2], met_about("Tue 2018-10-16T10:00"), THREE[2]),
            "Fri 2018-11-02",
            (),
        ),
        Example(
            "Three more times after one, and another is asked for.",
            (
                *THREE,
                met_about("Wed 2018-10-31T10:00"),
                gone("m4", "Fri 2018-11-02T20:00"),
                gone("m5", "Mon 2018-11-05T20:00"),
                gone("m6", "Fri 2018-11-09T20:00"),
            ),
            "Mon 2018-11-12",
            (Expect(state="met"), Expect(state="overdue", trigger="m6", due="2018-11-10T20:00:00Z")),
        ),
        Example(
            "A conference is not that discussion.",
            (*THREE, given("m", "plan_meeting_held", "Wed 2018-10-31T10:00")),
            "Fri 2018-11-02",
            (SHOWN,),
        ),
    ),
)

MIS_01_GROWN_UP = at_eighteen("MIS-01", (BACK,), "Sat 2018-10-06", "Wed 2018-10-10")
MIS_02_GROWN_UP = at_eighteen("MIS-02", THREE, "Wed 2018-10-31", "Fri 2018-11-02")
