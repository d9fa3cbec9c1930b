"""The front door: whoever raised a concern hears that it arrived, and what came of it."""

from tests.specs.front_door import FRIDAY, MONDAY, decided, withdrawn
from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, contact, given, person


def acknowledged(happened: str, to: str = "c", **rest: object) -> Given:
    """Receipt goes back to whoever raised it."""
    return given("ack", "contact_acknowledged", happened, contact=to, to=["dsl"], **rest)


def informed(happened: str, to: str = "c", **rest: object) -> Given:
    """Whoever raised it is told what was decided."""
    return given("told", "referrer_informed", happened, contact=to, outcome="An assessment will start.", **rest)


DECIDED = (FRIDAY, decided(MONDAY))

FD_03 = Spec(
    "FD-03",
    (
        Example(
            "Acknowledged the next working day: in time.",
            (FRIDAY, acknowledged(MONDAY)),
            "Wed 2018-11-07",
            (Expect(state="met", due="2018-11-05", met_by="ack", raised_on=None),),
        ),
        Example(
            "Acknowledged within the hour: in time.",
            (FRIDAY, acknowledged("Fri 2018-11-02")),
            "Wed 2018-11-07",
            (Expect(state="met", met_on="2018-11-02"),),
        ),
        Example(
            "Acknowledged a day after it was due: late.",
            (FRIDAY, acknowledged("Tue 2018-11-06")),
            "Wed 2018-11-07",
            (Expect(state="met_late", raised_on="2018-11-06"),),
        ),
        Example(
            "Deciding is not telling whoever raised it that it arrived.",
            (FRIDAY, decided(MONDAY)),
            "Wed 2018-11-07",
            (Expect(state="overdue", raised_on="2018-11-06"),),
        ),
        Example(
            "Acknowledging another contact does not count.",
            (FRIDAY, contact("c2", MONDAY), acknowledged(MONDAY, to="c2")),
            "Wed 2018-11-07",
            (Expect(state="overdue", trigger="c"), Expect(state="met", trigger="c2")),
        ),
        Example(
            "One acknowledgement of a contact about two children is enough, whichever of them it was filed under.",
            (contact("c", "Fri 2018-11-02", about=(CHILD, SIBLING)), acknowledged(MONDAY, about=(SIBLING,))),
            "Wed 2018-11-07",
            (Expect(state="met", about=(CHILD, SIBLING)),),
        ),
        Example(
            "An acknowledgement taken back was none: what it hid shows from the day that was known.",
            (FRIDAY, acknowledged(MONDAY), withdrawn("ack", "Fri 2018-11-09T10:00")),
            "Mon 2018-11-12",
            (Expect(state="overdue", raised_on="2018-11-09", withdrawn_on=None),),
        ),
        Example(
            "Whoever raised it is owed an answer even when the child has turned eighteen.",
            (FRIDAY,),
            "Wed 2018-11-07",
            (Expect(state="overdue"),),
            people={CHILD: person(CHILD, "Ash", "2000-11-03")},
        ),
        Example("Before the guidance began there was no such standard.", (contact("c", "Fri 2013-04-12"),), "Wed 2013-04-17", ()),
    ),
)

FD_04 = Spec(
    "FD-04",
    (
        Example(
            "Told on the second working day: in time.",
            (*DECIDED, informed("Wed 2018-11-07")),
            "Mon 2018-11-12",
            (Expect(state="met", due="2018-11-08", trigger="d", raised_on=None),),
        ),
        Example(
            "On the third: in time.",
            (*DECIDED, informed("Thu 2018-11-08")),
            "Mon 2018-11-12",
            (Expect(state="met", met_on="2018-11-08", raised_on=None),),
        ),
        Example(
            "On the fourth: late.",
            (*DECIDED, informed("Fri 2018-11-09")),
            "Mon 2018-11-12",
            (Expect(state="met_late", met_on="2018-11-09", raised_on="2018-11-09"),),
        ),
        Example("While nothing is decided there is no outcome to tell.", (FRIDAY,), "Mon 2018-11-12", ()),
        Example(
            "What they were told before the decision was not the outcome.",
            (*DECIDED, informed("Fri 2018-11-02")),
            "Mon 2018-11-12",
            (Expect(state="overdue", met_by=None),),
        ),
        Example(
            "An acknowledgement is not the outcome.",
            (*DECIDED, acknowledged("Tue 2018-11-06")),
            "Mon 2018-11-12",
            (Expect(state="overdue"),),
        ),
        Example(
            "The outcome of another contact does not count.",
            (*DECIDED, contact("c2", "Fri 2018-11-02"), informed("Tue 2018-11-06", to="c2")),
            "Mon 2018-11-12",
            (Expect(state="overdue"),),
        ),
        Example(
            "What was told is of that contact whichever version of it is named.",
            (
                *DECIDED,
                contact(
                    "c1", "Fri 2018-11-02", recorded="Tue 2018-11-06", corrects="c", reason="The day was right, the words not."
                ),
                informed("Wed 2018-11-07", to="c1"),
            ),
            "Mon 2018-11-12",
            (Expect(state="met", met_by="told"),),
        ),
        Example(
            "Told in time and written down late: it had shown, and was no breach.",
            (*DECIDED, informed("Wed 2018-11-07", recorded="Mon 2018-11-12T09:00")),
            "Tue 2018-11-13",
            (Expect(state="met", raised_on="2018-11-09"),),
        ),
        Example(
            "Told some time that week: in time by its first day, and it says that it is about then.",
            (*DECIDED, informed(("Mon 2018-11-05", "Fri 2018-11-09"))),
            "Mon 2018-11-12",
            (Expect(state="met", approximate=True),),
        ),
    ),
)
