"""Reports for a conference: read by the family in time to answer them."""

from tests.specs.kit import CHILD, MOTHER, Example, Expect, Given, Spec, conference, given, person

BOOKED = given("cb", "conference_booked", "Mon 2018-09-03", by="desk", kind="initial", for_="2018-09-20")
REVIEW = given("cb", "conference_booked", "Mon 2018-09-03", by="desk", kind="review", for_="2018-09-20")


def shared(happened: str, with_: str = "family", id: str = "rs", of: str = "cb", **rest: object) -> Given:
    """A report was shared."""
    return given(id, "report_shared", happened, conference=of, organisation="csc", with_=with_, **rest)


CP_08 = Spec(
    "CP-08",
    (
        Example(
            "Shared three working days before: in time.",
            (BOOKED, shared("Mon 2018-09-17")),
            "Fri 2018-09-28",
            (Expect(state="met", due="2018-09-18", met_by="rs", raised_on=None),),
        ),
        Example(
            "Two working days before: in time.",
            (BOOKED, shared("Tue 2018-09-18")),
            "Fri 2018-09-28",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "The day before: late.",
            (BOOKED, shared("Wed 2018-09-19")),
            "Fri 2018-09-28",
            (Expect(state="met_late", raised_on="2018-09-19"),),
        ),
        Example(
            "Two working days before a Monday are the Thursday.",
            (given("cb", "conference_booked", "Mon 2018-09-03", kind="initial", for_="2018-09-24"),),
            "Fri 2018-09-28",
            (Expect(state="overdue", due="2018-09-20", raised_on="2018-09-21"),),
        ),
        Example(
            "Shared with the chair is not shared with the family.",
            (BOOKED, shared("Mon 2018-09-17", "chair")),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "A report may name the conference that was held by the booking.",
            (BOOKED, shared("Mon 2018-09-17", of="ic"), conference("ic", "Thu 2018-09-20")),
            "Fri 2018-09-28",
            (Expect(state="met"),),
        ),
        Example(
            "A report for another conference is not for this one.",
            (
                BOOKED,
                given("cb2", "conference_booked", "Tue 2018-09-04", kind="review", for_="2018-12-20"),
                shared("Mon 2018-09-17", of="cb2"),
            ),
            "Fri 2018-09-28",
            (Expect(state="overdue", trigger="cb"),),
        ),
        Example(
            "A pre-birth conference is the initial conference of an unborn baby.",
            (given("cb", "conference_booked", "Mon 2018-09-03", about=(CHILD, MOTHER), kind="pre_birth", for_="2018-09-20"),),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
            people={CHILD: person(CHILD, "Ash", None, expected=None)},
        ),
        Example("A review has its own standard.", (REVIEW,), "Fri 2018-09-28", ()),
        Example(
            "Booked again for another day before it was held: the new day counts.",
            (
                BOOKED,
                given("cb2", "conference_booked", "Wed 2018-09-12", kind="initial", for_="2018-09-27"),
                shared("Thu 2018-09-20", of="cb2"),
            ),
            "Fri 2018-09-28",
            (Expect(state="not_required", trigger="cb", raised_on=None), Expect(state="met", trigger="cb2", due="2018-09-25")),
        ),
        Example(
            "Shared in time and written down after the conference: it had shown, and was no breach.",
            (BOOKED, shared("Tue 2018-09-18", recorded="Mon 2018-09-24T09:00")),
            "Fri 2018-09-28",
            (Expect(state="met", raised_on="2018-09-19"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (BOOKED,),
            "Fri 2018-09-28",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-09-10")},
        ),
    ),
)

CP_09 = Spec(
    "CP-09",
    (
        Example(
            "Shared with both six working days before: in time.",
            (REVIEW, shared("Wed 2018-09-12"), shared("Wed 2018-09-12", "chair", "rs2")),
            "Fri 2018-09-28",
            (Expect(state="met", due="2018-09-13", raised_on=None),),
        ),
        Example(
            "The second of the two five working days before: in time.",
            (REVIEW, shared("Mon 2018-09-10"), shared("Thu 2018-09-13", "chair", "rs2")),
            "Fri 2018-09-28",
            (Expect(state="met", met_by="rs2", raised_on=None),),
        ),
        Example(
            "One of them a day later: late.",
            (REVIEW, shared("Fri 2018-09-14"), shared("Mon 2018-09-10", "chair", "rs2")),
            "Fri 2018-09-28",
            (Expect(state="met_late", met_by="rs", raised_on="2018-09-14"),),
        ),
        Example(
            "The family alone is not both.",
            (REVIEW, shared("Mon 2018-09-10"), shared("Tue 2018-09-11", id="rs2")),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "The chair alone is not both.",
            (REVIEW, shared("Mon 2018-09-10", "chair"), shared("Tue 2018-09-11", "chair", "rs2")),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "The family's report for another conference does not count.",
            (
                REVIEW,
                given("cb2", "conference_booked", "Tue 2018-09-04", kind="initial", for_="2018-12-20"),
                shared("Mon 2018-09-10", of="cb2"),
                shared("Mon 2018-09-10", "chair", "rs2"),
            ),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor does the chair's.",
            (
                REVIEW,
                given("cb2", "conference_booked", "Tue 2018-09-04", kind="initial", for_="2018-12-20"),
                shared("Mon 2018-09-10"),
                shared("Mon 2018-09-10", "chair", "rs2", of="cb2"),
            ),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example("An initial conference has its own standard.", (BOOKED,), "Fri 2018-09-28", ()),
        Example(
            "The eighteenth birthday ends it.",
            (REVIEW,),
            "Fri 2018-09-28",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-09-10")},
        ),
    ),
)
