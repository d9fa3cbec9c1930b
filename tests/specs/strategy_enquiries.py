"""Section 47 enquiries: the child seen at once, and an outcome in time for a conference."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person, visit


def discussion(happened: str, decision: str = "section47", id: str = "sd", **rest: object) -> Given:
    """A strategy discussion."""
    return given(id, "strategy_discussion_held", happened, by="kay", decision=decision, **rest)


def outcome(happened: str, says: str = "no_conference", id: str = "s47c", **rest: object) -> Given:
    """The enquiry ended."""
    return given(id, "section47_completed", happened, outcome=says, reasons="As found.", **rest)


DISCUSSED = discussion("Mon 2018-09-03T10:00")
TURNS_18 = {CHILD: person(CHILD, "Ash", "2000-09-04")}

CP_03 = Spec(
    "CP-03",
    (
        Example(
            "Seen an hour before the twenty-four are up: in time.",
            (DISCUSSED, visit("v", "Tue 2018-09-04T09:00")),
            "Fri 2018-09-07",
            (Expect(state="met", starts="2018-09-03T09:00:00Z", due="2018-09-04T09:00:00Z", met_by="v", raised_on=None),),
        ),
        Example(
            "At the very hour: in time.",
            (DISCUSSED, visit("v", "Tue 2018-09-04T10:00")),
            "Fri 2018-09-07",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A visit of which nobody says who made it counts, whoever wrote it down.",
            (DISCUSSED, given("v", "visit_made", "Tue 2018-09-04T09:00", kind="child_protection", by="fin", seen=[CHILD])),
            "Fri 2018-09-07",
            (Expect(state="met"),),
        ),
        Example(
            "A minute later: late.",
            (DISCUSSED, visit("v", "Tue 2018-09-04T10:01")),
            "Fri 2018-09-07",
            (Expect(state="met_late", raised_on="2018-09-04"),),
        ),
        Example(
            "Through a weekend the hours run on.",
            (discussion("Fri 2018-09-07T17:00"),),
            "Mon 2018-09-10",
            (Expect(state="overdue", due="2018-09-08T16:00:00Z"),),
        ),
        Example(
            "The enquiry's own entry starts it where no discussion decided on it.",
            (given("s47", "section47_started", "Mon 2018-09-03T10:00"), visit("v", "Mon 2018-09-03T15:00")),
            "Fri 2018-09-07",
            (Expect(state="met", trigger="s47"),),
        ),
        Example(
            "A discussion, the enquiry it started and a second discussion are one enquiry with one clock.",
            (
                DISCUSSED,
                given("s47", "section47_started", "Tue 2018-09-04T09:00"),
                visit("v", "Mon 2018-09-03T15:00"),
                discussion("Thu 2018-09-06T10:00", id="sd2"),
            ),
            "Mon 2018-09-10",
            (Expect(state="met", trigger="sd"),),
        ),
        Example(
            "A new enquiry, once the last has ended, has a clock of its own.",
            (
                DISCUSSED,
                visit("v", "Mon 2018-09-03T15:00"),
                outcome("Mon 2018-09-10"),
                discussion("Thu 2018-09-20T10:00", id="sd2"),
            ),
            "Mon 2018-09-24",
            (Expect(state="met", trigger="sd"), Expect(state="overdue", trigger="sd2")),
        ),
        Example(
            "A conference about the child ends an enquiry too.",
            (
                DISCUSSED,
                visit("v", "Mon 2018-09-03T15:00"),
                conference("ic", "Thu 2018-09-20"),
                discussion("Wed 2018-10-10T10:00", id="sd2"),
            ),
            "Fri 2018-10-12",
            (Expect(state="met", trigger="sd"), Expect(state="overdue", trigger="sd2")),
        ),
        Example(
            "A discussion that decided on an assessment starts none.",
            (discussion("Mon 2018-09-03T10:00", "assessment"),),
            "Fri 2018-09-07",
            (),
        ),
        Example(
            "Seeing the brother is not seeing this child.",
            (DISCUSSED, visit("v", "Mon 2018-09-03T15:00", seen=(SIBLING,), about=(CHILD, SIBLING))),
            "Fri 2018-09-07",
            (Expect(state="overdue"),),
        ),
        Example(
            "A family support worker is not the social worker.",
            (DISCUSSED, visit("v", "Mon 2018-09-03T15:00", worker="fin")),
            "Fri 2018-09-07",
            (Expect(state="overdue"),),
        ),
        Example(
            "An outcome without the child having been seen is no excuse.",
            (DISCUSSED, outcome("Mon 2018-09-03T16:00")),
            "Fri 2018-09-07",
            (Expect(state="overdue"),),
        ),
        Example(
            "A discussion known only by its day counts from the midnight that ends it.",
            (discussion("Mon 2018-09-03"),),
            "Fri 2018-09-07",
            (Expect(state="overdue", due="2018-09-04T23:00:00Z", approximate=True),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (DISCUSSED,),
            "Fri 2018-09-07",
            (Expect(state="not_required", raised_on=None),),
            people=TURNS_18,
        ),
    ),
)

CP_04 = Spec(
    "CP-04",
    (
        Example(
            "An outcome on the fourteenth working day: in time.",
            (DISCUSSED, outcome("Fri 2018-09-21")),
            "Wed 2018-10-31",
            (Expect(state="met", due="2018-09-24", met_by="s47c", raised_on=None),),
        ),
        Example(
            "On the fifteenth: in time, whatever it is.",
            (DISCUSSED, outcome("Mon 2018-09-24", "conference")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixteenth: late.",
            (DISCUSSED, outcome("Tue 2018-09-25")),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-09-25"),),
        ),
        Example(
            "Counted from the discussion, not from the day the enquiry was entered.",
            (DISCUSSED, given("s47", "section47_started", "Wed 2018-09-05")),
            "Wed 2018-10-31",
            (Expect(state="overdue", trigger="sd", due="2018-09-24"),),
        ),
        Example(
            "From the enquiry's own entry where there is nothing else.",
            (given("s47", "section47_started", "Wed 2018-09-05"),),
            "Wed 2018-10-31",
            (Expect(state="overdue", trigger="s47", due="2018-09-26"),),
        ),
        Example(
            "A conference held with no outcome on the record does not supply one.",
            (DISCUSSED, conference("ic", "Thu 2018-09-20")),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "An enquiry about the brother is his.",
            (discussion("Mon 2018-09-03", about=(SIBLING,)),),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "In time and written down a week later: it had shown, and was no breach.",
            (DISCUSSED, outcome("Mon 2018-09-24", recorded="Mon 2018-10-01T09:00")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on="2018-09-25"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (DISCUSSED,),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people=TURNS_18,
        ),
        Example("Before the guidance began there was no such standard.", (discussion("Fri 2013-04-12"),), "Fri 2013-05-31", ()),
    ),
)
