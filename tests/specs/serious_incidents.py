"""Serious incidents are notified, and reviewed at once."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given, person

KNOWN = given("si", "serious_incident_identified", "Fri 2019-11-29")


def notified(happened: str, **rest: object) -> Given:
    """The national panel is told."""
    return given("sin", "serious_incident_notified", happened, **rest)


def reviewed(happened: str | tuple[str, str], **rest: object) -> Given:
    """The rapid review goes to the panel."""
    return given("rr", "rapid_review_sent", happened, outcome="A practice review", **rest)


DIED = given("died", "death_recorded", "Fri 2019-11-29", person=CHILD)

REV_01 = Spec(
    "REV-01",
    (
        Example(
            "Notified on the fourth working day: in time.",
            (KNOWN, notified("Thu 2019-12-05")),
            "Tue 2019-12-31",
            (Expect(state="met", due="2019-12-06", met_by="sin", raised_on=None),),
        ),
        Example(
            "On the fifth: in time.",
            (KNOWN, notified("Fri 2019-12-06")),
            "Tue 2019-12-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixth: late.",
            (KNOWN, notified("Mon 2019-12-09")),
            "Tue 2019-12-31",
            (Expect(state="met_late", raised_on="2019-12-07"),),
        ),
        Example(
            "A child's death does not end the duty to tell of it.",
            (DIED, KNOWN),
            "Tue 2019-12-31",
            (Expect(state="overdue", raised_on="2019-12-07"),),
        ),
        Example(
            "Nor does an eighteenth birthday.",
            (KNOWN,),
            "Tue 2019-12-31",
            (Expect(state="overdue"),),
            people={CHILD: person(CHILD, "Ash", "2001-12-02")},
        ),
        Example(
            "A rapid review is not the notification.",
            (KNOWN, reviewed("Fri 2019-12-06")),
            "Tue 2019-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor is that of another child's incident.",
            (KNOWN, notified("Thu 2019-12-05", about=(SIBLING,))),
            "Tue 2019-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "Christmas and Boxing Day are not among the five.",
            (given("si", "serious_incident_identified", "Fri 2019-12-20"),),
            "Tue 2019-12-31",
            (Expect(state="due_soon", due="2019-12-31"),),
        ),
        Example(
            "Notified in time and written down late: it had shown, and was no breach.",
            (KNOWN, notified("Fri 2019-12-06", recorded="Wed 2019-12-11T09:00")),
            "Tue 2019-12-31",
            (Expect(state="met", raised_on="2019-12-07"),),
        ),
        Example(
            "The day before the duty began.",
            (given("si", "serious_incident_identified", "Thu 2018-06-28"),),
            "Tue 2018-07-31",
            (),
        ),
        Example(
            "The day it began.",
            (given("si", "serious_incident_identified", "Fri 2018-06-29"),),
            "Tue 2018-07-31",
            (Expect(state="overdue", due="2018-07-06"),),
        ),
    ),
)

REV_03 = Spec(
    "REV-03",
    (
        Example(
            "Sent on the fourteenth working day: in time.",
            (KNOWN, reviewed("Thu 2019-12-19")),
            "Fri 2020-01-31",
            (Expect(state="met", due="2019-12-20", met_by="rr", raised_on=None),),
        ),
        Example(
            "On the fifteenth: in time.",
            (KNOWN, reviewed("Fri 2019-12-20")),
            "Fri 2020-01-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixteenth: late.",
            (KNOWN, reviewed("Mon 2019-12-23")),
            "Fri 2020-01-31",
            (Expect(state="met_late", raised_on="2019-12-21"),),
        ),
        Example(
            "It counts from when the incident was known, not from when it was notified.",
            (KNOWN, notified("Fri 2019-12-06"), reviewed("Fri 2019-12-27")),
            "Fri 2020-01-31",
            (Expect(state="met_late", due="2019-12-20", trigger="si"),),
        ),
        Example(
            "Three bank holidays over a new year move the due day.",
            (given("si", "serious_incident_identified", "Mon 2019-12-16"),),
            "Fri 2020-01-31",
            (Expect(state="overdue", due="2020-01-09", raised_on="2020-01-10"),),
        ),
        Example(
            "A child's death does not end the need to learn from it.",
            (DIED, KNOWN),
            "Fri 2020-01-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A practice review that has begun is not the rapid review.",
            (KNOWN, given("pr", "practice_review_started", "Mon 2019-12-16")),
            "Fri 2020-01-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "It turned out not to be one: taken back, and that it had shown stays.",
            (KNOWN, given("w", "entry_withdrawn", "Mon 2020-01-06T09:00", withdraws="si", reason="The injury was an accident.")),
            "Fri 2020-01-31",
            (Expect(state="not_required", raised_on="2019-12-21", withdrawn_on="2020-01-06"),),
        ),
        Example(
            "Sent some time in December: in time by its first day, and it says that it is about then.",
            (KNOWN, reviewed(("Sun 2019-12-01", "Tue 2019-12-31"))),
            "Fri 2020-01-31",
            (Expect(state="met", approximate=True),),
        ),
        Example(
            "The day before the arrangements began.",
            (given("si", "serious_incident_identified", "Thu 2018-06-28"),),
            "Tue 2018-07-31",
            (),
        ),
    ),
)
