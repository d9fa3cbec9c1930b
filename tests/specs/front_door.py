"""The front door: what must happen to every contact, and how soon."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Given, Spec, contact, given, person

FRIDAY_TEATIME = contact("c", "Fri 2019-11-29T16:40")
FRIDAY = contact("c", "Fri 2018-11-02")
MONDAY = "Mon 2018-11-05"


def assigned(happened: str, to: str = "c", **rest: str) -> Given:
    """The contact is given to a worker who is there."""
    return given("as", "contact_assigned", happened, contact=to, worker="duty", **rest)


def decided(happened: str, decision: str = "no_further_action", to: str = "c", **rest: object) -> Given:
    """A manager decides what happens with the contact."""
    return given("d", "contact_decided", happened, contact=to, decision=decision, reasons="As it stands.", **rest)


def withdrawn(what: str, recorded: str, about: tuple[str, ...] = (CHILD,)) -> Given:
    """An entry is taken back."""
    return given("w", "entry_withdrawn", recorded, withdraws=what, reason="Entered on the wrong family.", about=about)


FD_01 = Spec(
    "FD-01",
    (
        Example(
            "Given to somebody at work a minute before two hours are up: in time.",
            (FRIDAY_TEATIME, assigned("Fri 2019-11-29T18:39")),
            "Sat 2019-11-30",
            (Expect(state="met", due="2019-11-29T18:40:00Z", met_by="as", met_on="2019-11-29", raised_on=None),),
        ),
        Example(
            "At two hours to the minute: in time.",
            (FRIDAY_TEATIME, assigned("Fri 2019-11-29T18:40")),
            "Sat 2019-11-30",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A minute later: late.",
            (FRIDAY_TEATIME, assigned("Fri 2019-11-29T18:41")),
            "Sat 2019-11-30",
            (Expect(state="met_late", met_on="2019-11-29", raised_on="2019-11-29"),),
        ),
        Example(
            "Two hours run on through an evening and a weekend.",
            (FRIDAY_TEATIME,),
            "Fri 2019-11-29",
            (Expect(state="overdue", due="2019-11-29T18:40:00Z", raised_on="2019-11-29"),),
        ),
        Example(
            "Two hours are two hours when the clocks go back: half past midnight and an hour more on the clock face.",
            (contact("c", "Sun 2019-10-27T00:30"), assigned("Sun 2019-10-27T01:30:00Z")),
            "Sun 2019-10-27",
            (Expect(state="met", starts="2019-10-26T23:30:00Z", due="2019-10-27T01:30:00Z"),),
        ),
        Example(
            "And when they go forward.",
            (contact("c", "Sun 2019-03-31T00:30"), assigned("Sun 2019-03-31T03:31")),
            "Sun 2019-03-31",
            (Expect(state="met_late", due="2019-03-31T02:30:00Z"),),
        ),
        Example(
            "A decision shows that somebody had it.",
            (FRIDAY_TEATIME, decided("Fri 2019-11-29T17:20")),
            "Sat 2019-11-30",
            (Expect(state="met", met_by="d"),),
        ),
        Example(
            "Giving another contact to somebody does not count.",
            (FRIDAY_TEATIME, contact("c2", "Fri 2019-11-29T16:45"), assigned("Fri 2019-11-29T17:00", to="c2")),
            "Sat 2019-11-30",
            (Expect(state="overdue", trigger="c"), Expect(state="met", trigger="c2")),
        ),
        Example(
            "Given in time and written down on Monday: it showed from Friday evening until then, and was no breach.",
            (FRIDAY_TEATIME, assigned("Fri 2019-11-29T17:30", recorded="Mon 2019-12-02T09:00")),
            "Wed 2019-12-04",
            (Expect(state="met", met_on="2019-11-29", raised_on="2019-11-29"),),
        ),
        Example(
            "A contact that was entered by mistake and taken back stops the clock, and that it had shown stays.",
            (FRIDAY_TEATIME, withdrawn("c", "Mon 2019-12-02T10:00")),
            "Wed 2019-12-04",
            (Expect(state="not_required", raised_on="2019-11-29", withdrawn_on="2019-12-02"),),
        ),
        Example(
            "Where only the day is known, the two hours count from the end of it, and it says that it is about then.",
            (contact("c", "Fri 2019-11-29"), assigned("Sat 2019-11-30T02:00")),
            "Sat 2019-11-30",
            (Expect(state="met", due="2019-11-30T02:00:00Z", approximate=True),),
        ),
        Example(
            "A contact about an adult alone has a clock of the adult's.",
            (contact("c", "Fri 2019-11-29T16:40", about=(MOTHER,)),),
            "Sat 2019-11-30",
            (Expect(state="overdue", about=(MOTHER,)),),
            child=MOTHER,
        ),
        Example(
            "A contact about a child and an adult has the child's alone.",
            (contact("c", "Fri 2019-11-29T16:40", about=(CHILD, MOTHER)),),
            "Sat 2019-11-30",
            (),
            child=MOTHER,
        ),
        Example(
            "So does an acknowledgement.",
            (FRIDAY_TEATIME, given("ack", "contact_acknowledged", "Fri 2019-11-29T17:20", contact="c", to=["dsl"])),
            "Sat 2019-11-30",
            (Expect(state="met", met_by="ack"),),
        ),
    ),
)

FD_02 = Spec(
    "FD-02",
    (
        Example(
            "Decided the same day: in time.",
            (FRIDAY, decided("Fri 2018-11-02")),
            "Wed 2018-11-07",
            (Expect(state="met", due="2018-11-05", met_on="2018-11-02", raised_on=None),),
        ),
        Example(
            "Friday's contact decided on Monday, the next working day: in time.",
            (FRIDAY, decided(MONDAY)),
            "Wed 2018-11-07",
            (Expect(state="met", due="2018-11-05", met_on="2018-11-05", raised_on=None),),
        ),
        Example(
            "On Tuesday: late.",
            (FRIDAY, decided("Tue 2018-11-06")),
            "Wed 2018-11-07",
            (Expect(state="met_late", met_on="2018-11-06", raised_on="2018-11-06"),),
        ),
        Example(
            "A contact on a Saturday counts from that day, so Monday is the first working day.",
            (contact("c", "Sat 2018-11-03"),),
            "Tue 2018-11-06",
            (Expect(state="overdue", due="2018-11-05", raised_on="2018-11-06"),),
        ),
        Example(
            "Christmas is not a working day.",
            (contact("c", "Mon 2018-12-24"),),
            "Thu 2018-12-27",
            (Expect(state="due_soon", due="2018-12-27"),),
        ),
        Example(
            "A contact sent to one worker needs its decision like every other.",
            (contact("c", "Fri 2018-11-02", for_="sam"),),
            "Wed 2018-11-07",
            (Expect(state="overdue"),),
        ),
        Example(
            "A decision about a brother is not one about this child.",
            (contact("c", "Fri 2018-11-02", about=(CHILD, SIBLING)), decided(MONDAY, about=(SIBLING,))),
            "Wed 2018-11-07",
            (Expect(state="overdue"),),
        ),
        Example(
            "The decision on another contact does not count.",
            (FRIDAY, contact("c2", MONDAY), decided(MONDAY, to="c2")),
            "Wed 2018-11-07",
            (Expect(state="overdue", trigger="c"), Expect(state="met", trigger="c2")),
        ),
        Example(
            "A decision corrected to be the brother's leaves this child without one, from the day that was known.",
            (
                contact("c", "Fri 2018-11-02", about=(CHILD, SIBLING)),
                decided(MONDAY),
                given(
                    "d2",
                    "contact_decided",
                    MONDAY,
                    recorded="Thu 2018-11-08T10:00",
                    corrects="d",
                    reason="It was about Birch.",
                    about=(SIBLING,),
                    contact="c",
                    decision="no_further_action",
                    reasons="As it stands.",
                ),
            ),
            "Mon 2018-11-12",
            (Expect(state="overdue", raised_on="2018-11-08"),),
        ),
        Example(
            "As it was known before that correction, it had been decided.",
            (
                contact("c", "Fri 2018-11-02", about=(CHILD, SIBLING)),
                decided(MONDAY),
                given(
                    "d2",
                    "contact_decided",
                    MONDAY,
                    recorded="Thu 2018-11-08T10:00",
                    corrects="d",
                    reason="It was about Birch.",
                    about=(SIBLING,),
                    contact="c",
                    decision="no_further_action",
                    reasons="As it stands.",
                ),
            ),
            "Mon 2018-11-12",
            (Expect(state="met", raised_on=None),),
            known_at="Wed 2018-11-07",
        ),
        Example(
            "A decision dated after the day it was written down meets nothing.",
            (FRIDAY, decided("Tue 2018-11-06", recorded=MONDAY)),
            "Wed 2018-11-07",
            (Expect(state="overdue", met_by=None),),
        ),
        Example(
            "Decided in time and written down on Wednesday: it had shown on Tuesday, and was no breach.",
            (FRIDAY, decided(MONDAY, recorded="Wed 2018-11-07T09:00")),
            "Fri 2018-11-09",
            (Expect(state="met", met_on="2018-11-05", raised_on="2018-11-06"),),
        ),
        Example(
            "A contact known only to be in November counts from the month's last day.",
            (contact("c", ("Thu 2018-11-01", "Fri 2018-11-30")),),
            "Tue 2018-12-04",
            (Expect(state="overdue", due="2018-12-03", approximate=True),),
        ),
        Example(
            "Turning eighteen before a decision was due ends the need for one about a child.",
            (FRIDAY,),
            "Wed 2018-11-07",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-11-03")},
        ),
        Example(
            "In a year whose bank holidays nobody has listed, it cannot be told.",
            (contact("c", "Fri 2029-11-02"),),
            "Wed 2029-11-07",
            (Expect(state="cannot_tell", due=None, raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2020-03-01")},
        ),
        Example("Before the guidance began there was no such standard.", (contact("c", "Fri 2013-04-12"),), "Wed 2013-04-17", ()),
        Example(
            "From the day it began there was.",
            (contact("c", "Mon 2013-04-15"),),
            "Wed 2013-04-17",
            (Expect(state="overdue", due="2013-04-16"),),
        ),
        Example(
            "A feed that says half past eleven at night in summer, in universal time, came in the small hours of the next day.",
            (contact("c", "Wed 2024-09-04T23:30:00Z"),),
            "Mon 2024-09-09",
            (Expect(state="overdue", starts="2024-09-05", due="2024-09-06"),),
        ),
    ),
)
