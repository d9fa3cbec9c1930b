"""Practice reviews: earlier themes, the family heard, sent ahead, published and kept; and the safeguarding partners told."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given, person, set_locally
from tests.specs.limits import GROWING_UP, sides
from tests.specs.serious_incidents import DIED, KNOWN, notified, reviewed


def told(happened: str, what: str = "serious_incident", **rest: object) -> Given:
    """The safeguarding partners are told of something."""
    own = {name: rest.pop(name) for name in ("about", "recorded") if name in rest}
    return Given("pt", "partners_told", happened, {"about": what}, **own)  # type: ignore[arg-type]


REV_02 = Spec(
    "REV-02",
    (
        *sides(
            "Told",
            (KNOWN,),
            told,
            ("Thu 2019-12-05", "Fri 2019-12-06", "Mon 2019-12-09"),
            "Tue 2019-12-31",
            "2019-12-06",
            "2019-12-07",
        ),
        Example(
            "Told of the end of a plan is something else.",
            (KNOWN, told("Thu 2019-12-05", "plan_ended")),
            "Tue 2019-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The Panel is not the partners.",
            (KNOWN, notified("Thu 2019-12-05")),
            "Tue 2019-12-31",
            (Expect(state="overdue"),),
        ),
        Example("A child's death does not end it.", (DIED, KNOWN), "Tue 2019-12-31", (Expect(state="overdue"),)),
        Example("Nor does an eighteenth birthday.", (KNOWN,), "Tue 2019-12-31", (Expect(state="overdue"),), people=GROWING_UP),
    ),
)

REV_03_FROM_NOTIFICATION = Spec(
    "REV-03",
    (
        Example(
            "A partnership that counts from the notification has three weeks from there.",
            (KNOWN, notified("Fri 2019-12-06"), reviewed("Mon 2019-12-23")),
            "Fri 2020-01-31",
            (Expect(state="met", trigger="sin", due="2019-12-31"),),
            values=set_locally("REV-03", "start", "notification", "Mon 2019-01-07"),
        ),
        Example(
            "As published, it counts from the day it was known.",
            (KNOWN, notified("Fri 2019-12-06"), reviewed("Mon 2019-12-23")),
            "Fri 2020-01-31",
            (Expect(state="met_late", trigger="si", due="2019-12-20"),),
        ),
    ),
)

STARTED = given("pr", "practice_review_started", "Mon 2020-06-01")
EIGHTEEN_IN_JUNE = {CHILD: person(CHILD, "Ash", "2002-06-10")}


def published(happened: str, **rest: object) -> Given:
    """The review is published."""
    return given("pub", "practice_review_published", happened, **rest)


REV_04 = Spec(
    "REV-04",
    (
        *sides(
            "Published",
            (STARTED,),
            published,
            ("Mon 2020-11-30", "Tue 2020-12-01", "Wed 2020-12-02"),
            "Thu 2020-12-31",
            "2020-12-01",
            "2020-12-02",
        ),
        Example("Two months before: due soon.", (STARTED,), "Thu 2020-10-01", (Expect(state="due_soon"),)),
        Example(
            "The child grows up meanwhile: the review is owed all the same.",
            (STARTED,),
            "Thu 2020-12-31",
            (Expect(state="overdue"),),
            people=EIGHTEEN_IN_JUNE,
        ),
        Example(
            "Published about another child's incident.",
            (STARTED, published("Mon 2020-11-30", about=(SIBLING,))),
            "Thu 2020-12-31",
            (Expect(state="overdue"),),
        ),
    ),
)

PLANNED = given("plan", "review_publication_planned", "Mon 2021-09-13", for_="2021-10-05")
BOTH = ["National Panel", "Secretary of State"]


def sent(happened: str, to: list[str] | None = None, id: str = "sent", **rest: object) -> Given:
    """The report goes ahead of publication."""
    return given(id, "practice_review_sent", happened, to=to or BOTH, **rest)


REV_05 = Spec(
    "REV-05",
    (
        *sides(
            "Sent",
            (PLANNED,),
            sent,
            ("Thu 2021-09-23", "Fri 2021-09-24", "Mon 2021-09-27"),
            "Tue 2021-10-12",
            "2021-09-24",
            "2021-09-25",
        ),
        Example(
            "To the Panel alone is half of it.",
            (PLANNED, sent("Thu 2021-09-23", ["National Panel"])),
            "Tue 2021-10-12",
            (Expect(state="overdue"),),
        ),
        Example(
            "To the Secretary of State alone is the other half.",
            (PLANNED, sent("Thu 2021-09-23", ["Secretary of State"])),
            "Tue 2021-10-12",
            (Expect(state="overdue"),),
        ),
        Example(
            "In two letters, the later counts.",
            (PLANNED, sent("Thu 2021-09-23", ["national_panel"]), sent("Mon 2021-09-27", ["secretary_of_state"], "sent2")),
            "Tue 2021-10-12",
            (Expect(state="met_late", met_by="sent2"),),
        ),
        Example(
            "The publication is put off before anything was late: the new day counts.",
            (PLANNED, given("plan2", "review_publication_planned", "Mon 2021-09-20", for_="2021-11-02")),
            "Tue 2021-10-12",
            (Expect(state="not_required", trigger="plan"), Expect(state="running", trigger="plan2", due="2021-10-22")),
        ),
        Example(
            "The child grows up meanwhile: it is owed all the same.",
            (PLANNED,),
            "Tue 2021-10-12",
            (Expect(state="overdue"),),
            people={CHILD: person(CHILD, "Ash", "2003-09-20")},
        ),
    ),
)


def withdrawn(happened: str, **rest: object) -> Given:
    """The report can no longer be read."""
    return given("gone", "practice_review_withdrawn", happened, reason_="The website moved.", **rest)


REV_06 = Spec(
    "REV-06",
    (
        Example(
            "Taken down the day before a year is over: it shows that day.",
            (published("Tue 2021-10-05"), withdrawn("Tue 2022-10-04")),
            "Mon 2022-10-31",
            (Expect(state="overdue", due="2022-10-05", raised_on="2022-10-04"),),
        ),
        Example(
            "On the anniversary: long enough.",
            (published("Tue 2021-10-05"), withdrawn("Wed 2022-10-05")),
            "Mon 2022-10-31",
            (Expect(state="met", met_on="2022-10-05", raised_on=None),),
        ),
        Example(
            "Never taken down: met after a year.",
            (published("Tue 2021-10-05"),),
            "Mon 2022-10-31",
            (Expect(state="met", met_on="2022-10-05"),),
        ),
        Example("Half a year on: running.", (published("Tue 2021-10-05"),), "Tue 2022-04-05", (Expect(state="running"),)),
        Example(
            "Another review taken down is another review.",
            (published("Tue 2021-10-05"), withdrawn("Tue 2022-04-05", about=(SIBLING,))),
            "Mon 2022-10-31",
            (Expect(state="met"),),
        ),
        Example(
            "The child grows up meanwhile: it stays where anybody can read it.",
            (published("Tue 2021-10-05"), withdrawn("Tue 2022-06-07")),
            "Mon 2022-10-31",
            (Expect(state="overdue", raised_on="2022-06-07"),),
            people={CHILD: person(CHILD, "Ash", "2004-03-01")},
        ),
        Example(
            "The day before the arrangements began.",
            (published("Thu 2018-06-28"), withdrawn("Fri 2018-06-29")),
            "Tue 2018-07-31",
            (),
        ),
    ),
)


def checked(happened: str, **rest: object) -> Given:
    """Earlier reviews were looked at."""
    return given("ch", "earlier_themes_checked", happened, found="Two reviews asked for the same in 2016.", **rest)


OPENED = given("rr", "rapid_review_started", "Fri 2019-11-29")

REV_09 = Spec(
    "REV-09",
    (
        *sides(
            "Looked at",
            (OPENED,),
            checked,
            ("Fri 2019-11-29", "Mon 2019-12-02", "Tue 2019-12-03"),
            "Tue 2019-12-31",
            "2019-12-02",
            "2019-12-03",
        ),
        Example(
            "A practice review opens: the same.",
            (STARTED,),
            "Tue 2020-06-30",
            (Expect(state="overdue", due="2020-06-02"),),
        ),
        Example(
            "An eighteenth birthday does not end it.",
            (given("rr", "rapid_review_started", "Sun 2019-12-01"),),
            "Tue 2019-12-31",
            (Expect(state="overdue", due="2019-12-02"),),
            people={CHILD: person(CHILD, "Ash", "2001-12-02")},
        ),
    ),
)


def invited(happened: str, **rest: object) -> Given:
    """The family is asked."""
    return given("inv", "review_contribution_invited", happened, invited=["mother", CHILD], **rest)


REV_11 = Spec(
    "REV-11",
    (
        *sides(
            "Invited",
            (STARTED,),
            invited,
            ("Fri 2020-06-26", "Mon 2020-06-29", "Tue 2020-06-30"),
            "Fri 2020-07-31",
            "2020-06-29",
            "2020-06-30",
        ),
        Example(
            "The child grows up meanwhile: they are asked all the same.",
            (STARTED,),
            "Fri 2020-07-31",
            (Expect(state="overdue"),),
            people=EIGHTEEN_IN_JUNE,
        ),
        Example(
            "Asked about a brother's review is not asked about this one.",
            (STARTED, invited("Fri 2020-06-26", about=(SIBLING,))),
            "Fri 2020-07-31",
            (Expect(state="overdue"),),
        ),
    ),
)
