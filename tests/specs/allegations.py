"""Allegations against people who work with children, and how long their record is kept."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given
from tests.specs.limits import GROWING_UP, sides


def received(happened: str, id: str = "al", **rest: object) -> Given:
    """An employer hears of it."""
    data = {"against": "fin", "employer": "csc", "text": "Shouted and pulled an arm."}
    return given(id, "allegation_received", happened, **data, **rest)


def told(happened: str, about: str = "al", **rest: object) -> Given:
    """The designated officer is told."""
    return given("do", "designated_officer_told", happened, allegation=about, **rest)


RECEIVED = received("Fri 2019-11-29")
OTHER = received("Fri 2019-11-29", "al2", about=(SIBLING,))

LADO_01 = Spec(
    "LADO-01",
    (
        *sides(
            "Told",
            (RECEIVED,),
            told,
            ("Sat 2019-11-30", "Mon 2019-12-02", "Tue 2019-12-03"),
            "Mon 2019-12-16",
            "2019-12-02",
            "2019-12-03",
        ),
        Example(
            "Told of another allegation is not told of this one.",
            (RECEIVED, OTHER, told("Mon 2019-12-02", "al2")),
            "Mon 2019-12-16",
            (Expect(state="overdue"),),
        ),
        Example(
            "An eighteenth birthday does not end it.",
            (received("Sun 2019-12-01"),),
            "Mon 2019-12-16",
            (Expect(state="overdue"),),
            people=GROWING_UP,
        ),
        Example(
            "Told in time and written down late: it had shown.",
            (RECEIVED, told("Mon 2019-12-02", recorded="Thu 2019-12-05T09:00")),
            "Mon 2019-12-16",
            (Expect(state="met", raised_on="2019-12-03"),),
        ),
    ),
)


def decided(happened: str, met: bool | None = True) -> Given:
    """The designated officer decides."""
    known = {} if met is None else {"met": met}
    return given("th", "allegation_threshold_decided", happened, allegation="al", reasons="A child may be harmed.", **known)


def meeting(happened: str, about: str = "al", **rest: object) -> Given:
    """The meeting."""
    return given("me", "allegation_meeting_held", happened, allegation=about, **rest)


DECIDED = (RECEIVED, decided("Fri 2019-11-29T15:00"))

LADO_02 = Spec(
    "LADO-02",
    (
        *sides(
            "Met",
            DECIDED,
            meeting,
            ("Mon 2019-12-02T14:59", "Mon 2019-12-02T15:00", "Mon 2019-12-02T15:01"),
            "Mon 2019-12-16",
            "2019-12-02T15:00:00Z",
            "2019-12-02",
        ),
        Example(
            "An hour later is not 72 hours.",
            (*DECIDED, meeting("Mon 2019-12-02T15:30")),
            "Mon 2019-12-16",
            (Expect(state="met_late"),),
        ),
        Example(
            "It need not be looked into together: no meeting.",
            (RECEIVED, decided("Fri 2019-11-29T15:00", met=False)),
            "Mon 2019-12-16",
            (),
        ),
        Example(
            "Whether it need was not written down: no meeting can be asked for yet.",
            (RECEIVED, decided("Fri 2019-11-29T15:00", met=None)),
            "Mon 2019-12-16",
            (),
        ),
        Example(
            "A meeting about another allegation is not about this one.",
            (*DECIDED, OTHER, meeting("Mon 2019-12-02T09:00", "al2")),
            "Mon 2019-12-16",
            (Expect(state="overdue"),),
        ),
        Example(
            "An eighteenth birthday does not end it.",
            (received("Sat 2019-11-30"), decided("Sun 2019-12-01T15:00")),
            "Mon 2019-12-16",
            (Expect(state="overdue"),),
            people=GROWING_UP,
        ),
    ),
)


def closed(happened: str, outcome: str = "substantiated", **rest: object) -> Given:
    """It comes to an end."""
    data = {"allegation": "al", "outcome": outcome, "subject_born": "1980-04-01"}
    return given("cl", "allegation_closed", happened, **(data | rest))


def destroyed(happened: str, **rest: object) -> Given:
    """Its record is destroyed."""
    return given("gone", "record_disposed", happened, reason_="Cleared out with the old system.", **rest)


RET_05 = Spec(
    "RET-05",
    (
        Example(
            "Kept 100 years from the birth of the person it was about.",
            (RECEIVED, closed("Fri 2020-01-31")),
            "Thu 2020-12-31",
            (Expect(state="running", due="2080-04-01"),),
        ),
        Example(
            "Unsubstantiated: kept as long.",
            (RECEIVED, closed("Fri 2020-01-31", "unsubstantiated"), destroyed("Mon 2040-12-31")),
            "Tue 2041-12-31",
            (Expect(state="overdue", raised_on="2040-12-31"),),
        ),
        Example(
            "Malicious: not kept by this.",
            (RECEIVED, closed("Fri 2020-01-31", "malicious")),
            "Thu 2020-12-31",
            (),
        ),
        Example(
            "When they were born was not written down: it cannot be told.",
            (RECEIVED, closed("Fri 2020-01-31", subject_born=None)),
            "Thu 2020-12-31",
            (Expect(state="cannot_tell", due=None),),
        ),
        Example(
            "Another child's record destroyed is not this one.",
            (RECEIVED, closed("Fri 2020-01-31"), destroyed("Mon 2040-12-31", about=(SIBLING,))),
            "Tue 2041-12-31",
            (Expect(state="running"),),
        ),
        Example(
            "It outlasts the child's own childhood, and the limit: met.",
            (RECEIVED, closed("Fri 2020-01-31")),
            "Mon 2080-04-01",
            (Expect(state="met", met_on="2080-04-01"),),
            child=CHILD,
        ),
    ),
)
