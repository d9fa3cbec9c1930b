"""Hours and days that the law allows: police protection, emergency protection orders, child assessment orders."""

from tests.specs.care import ENDED, around, order
from tests.specs.growing_up import at_eighteen
from tests.specs.kit import SIBLING, Example, Expect, Given, Spec, given

TAKEN = given("pp", "police_protection_started", "Fri 2018-10-05T20:00")
DUE = "2018-10-08T19:00:00Z"
TOO_LONG = Expect(state="overdue", due=DUE, raised_on="2018-10-08")
WRITTEN = ("Emergency protection order", "EPO")
SETTLED = ("Interim care order", "ICO")


def let_go(happened: str, **rest: object) -> Given:
    """Police protection ends."""
    return given("end", "police_protection_ended", happened, **rest)


def refused(happened: str) -> Given:
    """A court does not make the order."""
    return order("no", happened, "Emergency protection order refused")


EM_01 = Spec(
    "EM-01",
    (
        Example(
            "A minute before 72 hours: in time.",
            (TAKEN, let_go("Mon 2018-10-08T19:59")),
            "Wed 2018-10-10",
            (Expect(state="met", due=DUE, raised_on=None),),
        ),
        Example(
            "To the minute: in time.",
            (TAKEN, let_go("Mon 2018-10-08T20:00")),
            "Wed 2018-10-10",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A minute more: too long.",
            (TAKEN, let_go("Mon 2018-10-08T20:01")),
            "Wed 2018-10-10",
            (Expect(state="met_late", raised_on="2018-10-08"),),
        ),
        Example(
            "The clocks go back meanwhile: 72 hours are 72 hours.",
            (given("pp", "police_protection_started", "Sat 2018-10-27T12:00"),),
            "Wed 2018-10-31",
            (Expect(state="overdue", due="2018-10-30T11:00:00Z"),),
        ),
        *(
            Example(
                f"An order takes its place: {kind}.",
                (TAKEN, order("o", "Mon 2018-10-08T10:00", kind)),
                "Wed 2018-10-10",
                (Expect(state="met", met_by="o"),),
            )
            for kind in (*WRITTEN, *SETTLED)
        ),
        Example("An order that was refused does not.", (TAKEN, refused("Mon 2018-10-08T10:00")), "Wed 2018-10-10", (TOO_LONG,)),
        Example(
            "Nor an order of another kind.",
            (TAKEN, order("o", "Mon 2018-10-08T10:00", "Non-molestation order")),
            "Wed 2018-10-10",
            (TOO_LONG,),
        ),
        Example(
            "The brother was let go.", (TAKEN, let_go("Sat 2018-10-06T12:00", about=(SIBLING,))), "Wed 2018-10-10", (TOO_LONG,)
        ),
        Example(
            "Let go in time and written down late: it had shown.",
            (TAKEN, let_go("Sun 2018-10-07T12:00", recorded="Tue 2018-10-09T09:00")),
            "Wed 2018-10-10",
            (Expect(state="met", raised_on="2018-10-08"),),
        ),
    ),
)

EPO = order("epo", "Mon 2018-10-01", "Emergency protection order")


def over(happened: str, kind: str = "Emergency protection order", **rest: object) -> Given:
    """An order ends."""
    return given("over", "court_order_ended", happened, kind=kind, **rest)


def longer(happened: str, kind: str = "Emergency protection order", id: str = "ext", **rest: object) -> Given:
    """A court extends an order."""
    return given(id, "court_order_extended", happened, kind=kind, **rest)


EIGHTH = Expect(state="overdue", due="2018-10-08", raised_on="2018-10-09")

EM_02 = Spec(
    "EM-02",
    (
        *around((EPO,), over, ("Sun 2018-10-07", "Mon 2018-10-08", "Tue 2018-10-09"), "Wed 2018-10-10"),
        Example(
            "An eighth day that is a Sunday runs to noon on the Monday.",
            (order("epo", "Sun 2018-10-07", "EPO"),),
            "Mon 2018-10-15",
            (Expect(state="overdue", due="2018-10-15T11:00:00Z", raised_on="2018-10-15"),),
        ),
        Example(
            "Christmas Day and Boxing Day: to noon on the day after both.",
            (order("epo", "Tue 2018-12-18", "EPO"),),
            "Thu 2018-12-27",
            (Expect(state="overdue", due="2018-12-27T12:00:00Z"),),
        ),
        Example(
            "A Saturday is a day like any other.",
            (order("epo", "Sat 2018-10-06", "EPO"),),
            "Mon 2018-10-15",
            (Expect(state="overdue", due="2018-10-13"),),
        ),
        Example(
            "Police protection came first: its first day is the first of the eight.",
            (given("pp", "police_protection_started", "Fri 2018-09-28T20:00"), EPO),
            "Wed 2018-10-10",
            (Expect(state="overdue", due="2018-10-05", trigger="epo", raised_on="2018-10-06"),),
        ),
        Example(
            "Four days before, it was over by then.",
            (given("pp", "police_protection_started", "Thu 2018-09-27T20:00"), EPO),
            "Wed 2018-10-10",
            (EIGHTH,),
        ),
        Example("Police protection by itself is no order.", (TAKEN,), "Wed 2018-10-10", ()),
        Example("An order that was refused is none.", (refused("Mon 2018-10-01"),), "Wed 2018-10-10", ()),
        *(
            Example(
                f"It ends: {kind}.", (EPO, over("Fri 2018-10-05", kind)), "Wed 2018-10-10", (Expect(state="met", met_by="over"),)
            )
            for kind in WRITTEN
        ),
        *(
            Example(
                f"It is taken over: {kind}.",
                (EPO, order("o", "Fri 2018-10-05", kind)),
                "Wed 2018-10-10",
                (Expect(state="met", met_by="o"),),
            )
            for kind in SETTLED
        ),
        *(
            Example(f"It is extended: {kind}.", (EPO, longer("Fri 2018-10-05", kind)), "Wed 2018-10-10", (ENDED,))
            for kind in WRITTEN
        ),
        Example("Another order ends.", (EPO, over("Fri 2018-10-05", "Non-molestation order")), "Wed 2018-10-10", (EIGHTH,)),
        Example(
            "Another order is extended.", (EPO, longer("Fri 2018-10-05", "Non-molestation order")), "Wed 2018-10-10", (EIGHTH,)
        ),
        Example(
            "Another order is made.", (EPO, order("o", "Fri 2018-10-05", "Non-molestation order")), "Wed 2018-10-10", (EIGHTH,)
        ),
        Example("The brother's order ends.", (EPO, over("Fri 2018-10-05", about=(SIBLING,))), "Wed 2018-10-10", (EIGHTH,)),
    ),
)

LONGER = longer("Mon 2018-10-08")
SEVENTH = Expect(state="overdue", trigger="ext", due="2018-10-14", raised_on="2018-10-15")

EM_03 = Spec(
    "EM-03",
    (
        *around((EPO, LONGER), over, ("Sat 2018-10-13", "Sun 2018-10-14", "Mon 2018-10-15"), "Wed 2018-10-17"),
        Example("However it is written.", (EPO, longer("Mon 2018-10-08", "EPO")), "Wed 2018-10-17", (SEVENTH,)),
        *(
            Example(f"It ends: {kind}.", (EPO, LONGER, over("Fri 2018-10-12", kind)), "Wed 2018-10-17", (Expect(state="met"),))
            for kind in WRITTEN
        ),
        *(
            Example(
                f"It is taken over: {kind}.",
                (EPO, LONGER, order("o", "Fri 2018-10-12", kind)),
                "Wed 2018-10-17",
                (Expect(state="met", met_by="o"),),
            )
            for kind in SETTLED
        ),
        Example(
            "Once only: a second extension starts nothing, and ends nothing.",
            (EPO, LONGER, longer("Fri 2018-10-12", id="e2")),
            "Wed 2018-10-31",
            (SEVENTH,),
        ),
        Example(
            "Within fifteen days it is a second one, however it is written.",
            (EPO, longer("Mon 2018-10-08", "EPO"), longer("Tue 2018-10-23", id="e2")),
            "Wed 2018-10-31",
            (SEVENTH,),
        ),
        Example(
            "Fifteen days after: a second one still.",
            (EPO, LONGER, longer("Tue 2018-10-23", id="e2")),
            "Wed 2018-10-31",
            (SEVENTH,),
        ),
        Example(
            "After that it is the extension of another order.",
            (EPO, LONGER, over("Fri 2018-10-12"), longer("Wed 2018-10-24", id="e2")),
            "Wed 2018-10-31",
            (Expect(state="met"), Expect(state="overdue", trigger="e2", due="2018-10-30")),
        ),
        Example(
            "An extension of another order is no reason against this one.",
            (EPO, longer("Fri 2018-10-05", "Non-molestation order", id="e0"), LONGER),
            "Wed 2018-10-17",
            (SEVENTH,),
        ),
        Example(
            "An order of another kind is extended.", (longer("Mon 2018-10-08", "Non-molestation order"),), "Wed 2018-10-17", ()
        ),
        Example(
            "Another order ends.", (EPO, LONGER, over("Fri 2018-10-12", "Non-molestation order")), "Wed 2018-10-17", (SEVENTH,)
        ),
        Example(
            "Another order is made.",
            (EPO, LONGER, order("o", "Fri 2018-10-12", "Non-molestation order")),
            "Wed 2018-10-17",
            (SEVENTH,),
        ),
        Example(
            "The brother's order ends.", (EPO, LONGER, over("Fri 2018-10-12", about=(SIBLING,))), "Wed 2018-10-17", (SEVENTH,)
        ),
    ),
)

CAO = order("cao", "Mon 2018-10-01", "Child assessment order")


def begun(happened: str, **rest: object) -> Given:
    """The day the court named comes."""
    return given("begun", "assessment_order_begun", happened, **rest)


def assessed(happened: str, **rest: object) -> Given:
    """The assessment order ends."""
    return over(happened, "Child assessment order", **rest)


LASTED = Expect(state="overdue", due="2018-10-07", trigger="cao", raised_on="2018-10-08")

EM_04 = Spec(
    "EM-04",
    (
        *around((CAO,), assessed, ("Sat 2018-10-06", "Sun 2018-10-07", "Mon 2018-10-08"), "Wed 2018-10-10"),
        Example(
            "The court named a later day: seven days that begin with it.",
            (CAO, begun("Mon 2018-10-15")),
            "Mon 2018-10-22",
            (Expect(state="overdue", trigger="begun", due="2018-10-21", raised_on="2018-10-22"),),
        ),
        Example(
            "Four weeks after the order it is still that one.",
            (CAO, begun("Mon 2018-10-29")),
            "Wed 2018-10-31",
            (Expect(state="running", trigger="begun"),),
        ),
        Example(
            "Later than that it is another.",
            (CAO, begun("Tue 2018-10-30")),
            "Wed 2018-10-31",
            (LASTED, Expect(state="running", trigger="begun")),
        ),
        Example("Another order is made.", (order("o", "Mon 2018-10-01", "Non-molestation order"),), "Wed 2018-10-10", ()),
        Example("Another order ends.", (CAO, over("Fri 2018-10-05")), "Wed 2018-10-10", (LASTED,)),
        Example("The brother's ends.", (CAO, assessed("Fri 2018-10-05", about=(SIBLING,))), "Wed 2018-10-10", (LASTED,)),
    ),
)

EM_01_GROWN_UP = at_eighteen("EM-01", (TAKEN,), "Sat 2018-10-06", "Wed 2018-10-10")
EM_02_GROWN_UP = at_eighteen("EM-02", (EPO,), "Mon 2018-10-08", "Wed 2018-10-10")
EM_03_GROWN_UP = at_eighteen("EM-03", (EPO, LONGER), "Sun 2018-10-14", "Wed 2018-10-17")
EM_04_GROWN_UP = at_eighteen("EM-04", (CAO,), "Sun 2018-10-07", "Wed 2018-10-10")
