"""Learning: shared with those who knew the family, and recommendations carried on until they show a difference."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given, person
from tests.specs.limits import sides
from tests.specs.practice_reviews import published

PUBLISHED = published("Tue 2021-10-05")
EIGHTEEN_IN_OCTOBER = {CHILD: person(CHILD, "Ash", "2003-10-20")}


def shared(happened: str, invited: bool | None = True, **rest: object) -> Given:
    """A learning event."""
    known = {} if invited is None else {"practitioners_invited": invited}
    return given("ev", "learning_event_held", happened, **known, **rest)


REV_07 = Spec(
    "REV-07",
    (
        *sides(
            "Shared",
            (PUBLISHED,),
            shared,
            ("Mon 2021-11-01", "Tue 2021-11-02", "Wed 2021-11-03"),
            "Tue 2021-11-30",
            "2021-11-02",
            "2021-11-03",
        ),
        Example(
            "An event without those who worked with the family is not this one.",
            (PUBLISHED, shared("Mon 2021-11-01", invited=False)),
            "Tue 2021-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "Where nobody wrote who was invited, it counts.",
            (PUBLISHED, shared("Mon 2021-11-01", invited=None)),
            "Tue 2021-11-30",
            (Expect(state="met"),),
        ),
        Example(
            "The child grows up meanwhile: the learning is owed all the same.",
            (PUBLISHED,),
            "Tue 2021-11-30",
            (Expect(state="overdue"),),
            people=EIGHTEEN_IN_OCTOBER,
        ),
    ),
)


def made(id: str = "rec", **rest: object) -> Given:
    """The review recommends something."""
    data = {"text": "Joint visits by social care and health.", "owner": "csc", "due": "2022-04-01"}
    return given(id, "recommendation_made", "Tue 2021-10-05", **data, **rest)


def progressed(happened: str, of: str = "rec", id: str = "pro", **rest: object) -> Given:
    """Somebody says what was done."""
    data = {"recommendation": of, "evidence": "Forty joint visits.", "measure": "Half of all visits."}
    return given(id, "recommendation_progressed", happened, **data, **rest)


def closed(happened: str, of: str = "rec", **rest: object) -> Given:
    """It made a difference."""
    return given("cl", "recommendation_closed", happened, recommendation=of, evidence="Children say so.", **rest)


FIRST = Expect(state="met", trigger="rec", due="2022-01-05")

REV_08 = Spec(
    "REV-08",
    (
        Example(
            "Looked at on the day: in time, and again due three months later.",
            (made(), progressed("Wed 2022-01-05")),
            "Wed 2022-01-12",
            (FIRST, Expect(state="running", trigger="pro", due="2022-04-05")),
        ),
        Example(
            "The day before: the next three months count from there.",
            (made(), progressed("Tue 2022-01-04")),
            "Wed 2022-01-12",
            (FIRST, Expect(state="running", trigger="pro", due="2022-04-04")),
        ),
        Example(
            "The day after: late.",
            (made(), progressed("Thu 2022-01-06")),
            "Wed 2022-01-12",
            (Expect(state="met_late", trigger="rec", raised_on="2022-01-06"), Expect(state="running", trigger="pro")),
        ),
        Example(
            "Nobody looks at it: it shows.",
            (made(),),
            "Wed 2022-01-12",
            (Expect(state="overdue", raised_on="2022-01-06"),),
        ),
        Example(
            "Progress on another recommendation is not on this one.",
            (made(), made("rec2", about=(SIBLING,)), progressed("Wed 2022-01-05", "rec2")),
            "Wed 2022-01-12",
            (Expect(state="overdue", trigger="rec"), Expect(state="running", trigger="pro")),
        ),
        Example(
            "Closed on evidence: nothing more is due.",
            (made(), closed("Fri 2021-12-10")),
            "Wed 2022-01-12",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "Closed after it was last looked at: nothing more is due.",
            (made(), progressed("Wed 2022-01-05"), closed("Mon 2022-02-07")),
            "Thu 2022-06-30",
            (FIRST, Expect(state="not_required", trigger="pro")),
        ),
        Example(
            "Written down as made after it was closed, it starts nothing.",
            (made(), closed("Mon 2021-10-04")),
            "Wed 2022-01-12",
            (),
        ),
        Example(
            "Another one closed leaves this one open.",
            (made(), made("rec2", about=(SIBLING,)), closed("Fri 2021-12-10", "rec2")),
            "Wed 2022-01-12",
            (Expect(state="overdue"),),
        ),
        Example(
            "Progress said after it was closed starts nothing again.",
            (made(), closed("Fri 2021-12-10"), progressed("Mon 2021-12-13")),
            "Thu 2022-06-30",
            (Expect(state="not_required", trigger="rec"),),
        ),
        Example(
            "Another one closed first does not stop this one's progress.",
            (made(), made("rec2", about=(SIBLING,)), closed("Fri 2021-12-10", "rec2"), progressed("Mon 2021-12-13")),
            "Thu 2022-06-30",
            (Expect(state="met", trigger="rec"), Expect(state="overdue", trigger="pro", due="2022-03-13")),
        ),
        Example(
            "Two entries of progress on one day leave one clock running, not none.",
            (made(), progressed("Wed 2022-01-05"), progressed("Wed 2022-01-05", id="pro2")),
            "Wed 2022-01-12",
            (FIRST, Expect(state="met", trigger="pro", met_by="pro2"), Expect(state="running", trigger="pro2")),
        ),
        Example(
            "The child grows up meanwhile: the recommendation is for every child.",
            (made(),),
            "Wed 2022-01-12",
            (Expect(state="overdue"),),
            people=EIGHTEEN_IN_OCTOBER,
        ),
    ),
)
