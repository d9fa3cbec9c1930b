"""A message to somebody who is away reaches somebody who is there, at once."""

from tests.specs.kit import Example, Expect, Given, Spec, contact, given
from tests.specs.workers import away, back

ABSENT = away("Mon 2019-11-25")


def message(happened: str, for_: str = "sam", **rest: object) -> Given:
    """A message to one worker about this child."""
    return given("m", "message_received", happened, for_=for_, from_="gran", text="Please ring me.", **rest)


def rerouted(happened: str, what: str = "m", **rest: object) -> Given:
    """It is passed to cover, manager and duty."""
    return given("re", "message_rerouted", happened, by=None, message=what, to=["lena", "kay", "duty"], **rest)


def answered(happened: str, what: str = "m") -> Given:
    """Somebody answers a message."""
    return given("an", "message_answered", happened, by="duty", message=what)


def assigned(happened: str, what: str = "c") -> Given:
    """A concern is given to somebody at work."""
    return given("as", "contact_assigned", happened, contact=what, worker="duty")


OTHER_MESSAGE = given("m2", "message_received", "Fri 2019-11-29T16:50", for_="ravi", from_="hv", text="Clinic.")
CONCERN = contact("c", "Fri 2019-11-29T16:50", for_="sam")
DECIDED_AT_ONCE = given("d", "contact_decided", "Fri 2019-11-29T16:50", contact="c", decision="assessment", reasons="Bruised.")

WK_02 = Spec(
    "WK-02",
    (
        Example(
            "Passed on in the same minute: at once.",
            (ABSENT, message("Fri 2019-11-29T16:50"), rerouted("Fri 2019-11-29T16:50")),
            "Sat 2019-11-30",
            (Expect(state="met", due="2019-11-29T16:50:00Z", met_by="re", raised_on=None),),
        ),
        Example(
            "A minute later: late.",
            (ABSENT, message("Fri 2019-11-29T16:50"), rerouted("Fri 2019-11-29T16:51")),
            "Sat 2019-11-30",
            (Expect(state="met_late", raised_on="2019-11-29"),),
        ),
        Example(
            "Passed on to nobody: it shows the moment after it came.",
            (ABSENT, message("Fri 2019-11-29T16:50")),
            "Fri 2019-11-29",
            (Expect(state="overdue", raised_on="2019-11-29"),),
        ),
        Example("A message to somebody at work needs no passing on.", (message("Fri 2019-11-29T16:50"),), "Sat 2019-11-30", ()),
        Example(
            "Nor one to somebody who is back.",
            (ABSENT, back("Fri 2019-11-29"), message("Fri 2019-11-29T16:50")),
            "Sat 2019-11-30",
            (),
        ),
        Example(
            "The day they were expected back brings nobody back.",
            (away("Mon 2019-11-25", expected_until="2019-11-27"), message("Fri 2019-11-29T16:50")),
            "Sat 2019-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "A concern sent to a worker who is away counts too, and giving it to somebody at work is passing it on.",
            (ABSENT, CONCERN, assigned("Fri 2019-11-29T16:50")),
            "Sat 2019-11-30",
            (Expect(state="met", trigger="c", met_by="as"),),
        ),
        Example(
            "Passing on another message does not count.",
            (ABSENT, message("Fri 2019-11-29T16:50"), OTHER_MESSAGE, rerouted("Fri 2019-11-29T16:50", what="m2")),
            "Sat 2019-11-30",
            (Expect(state="overdue", trigger="m"),),
        ),
        Example(
            "That the worker was away was only written down on Monday: nobody could have known before.",
            (away("Fri 2019-11-29", recorded="Mon 2019-12-02T09:00"), message("Fri 2019-11-29T16:50")),
            "Tue 2019-12-03",
            (Expect(state="overdue", raised_on="2019-12-02"),),
        ),
        Example(
            "Answering it at once is as good.",
            (ABSENT, message("Fri 2019-11-29T16:50"), answered("Fri 2019-11-29T16:50")),
            "Sat 2019-11-30",
            (Expect(state="met", met_by="an"),),
        ),
        Example(
            "Answering another message is not.",
            (ABSENT, message("Fri 2019-11-29T16:50"), OTHER_MESSAGE, answered("Fri 2019-11-29T16:50", what="m2")),
            "Sat 2019-11-30",
            (Expect(state="overdue", trigger="m"),),
        ),
        Example(
            "Giving another concern to somebody is not.",
            (ABSENT, CONCERN, contact("c2", "Fri 2019-11-29T16:50"), assigned("Fri 2019-11-29T16:50", what="c2")),
            "Sat 2019-11-30",
            (Expect(state="overdue", trigger="c"),),
        ),
        Example(
            "To acknowledge a concern somebody had to have it.",
            (ABSENT, CONCERN, given("ack", "contact_acknowledged", "Fri 2019-11-29T16:50", contact="c", to=["dsl"])),
            "Sat 2019-11-30",
            (Expect(state="met", met_by="ack"),),
        ),
        Example(
            "And to decide about it.",
            (ABSENT, CONCERN, DECIDED_AT_ONCE),
            "Sat 2019-11-30",
            (Expect(state="met", met_by="d"),),
        ),
    ),
)
