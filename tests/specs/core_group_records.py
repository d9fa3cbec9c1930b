"""What goes out after a core group."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given, person

HELD = given("cg", "core_group_held", "Mon 2018-09-03")


def record(happened: str, **rest: object) -> Given:
    """The record went to the members."""
    return given("cr", "core_group_record_sent", happened, **rest)


CP_23 = Spec(
    "CP-23",
    (
        Example(
            "Sent on the fourth working day: in time.",
            (HELD, record("Fri 2018-09-07")),
            "Fri 2018-09-28",
            (Expect(state="met", due="2018-09-10", met_by="cr", raised_on=None),),
        ),
        Example(
            "On the fifth: in time.", (HELD, record("Mon 2018-09-10")), "Fri 2018-09-28", (Expect(state="met", raised_on=None),)
        ),
        Example(
            "On the sixth: late.",
            (HELD, record("Tue 2018-09-11")),
            "Fri 2018-09-28",
            (Expect(state="met_late", raised_on="2018-09-11"),),
        ),
        Example(
            "The record of a conference is not a core group's.",
            (HELD, given("cr", "conference_record_sent", "Fri 2018-09-07", to=["school"])),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "Each core group has its own record.",
            (HELD, record("Fri 2018-09-07"), given("cg2", "core_group_held", "Mon 2018-09-17")),
            "Fri 2018-09-28",
            (Expect(state="met", trigger="cg"), Expect(state="overdue", trigger="cg2", due="2018-09-24")),
        ),
        Example(
            "A core group for a brother alone is his.",
            (given("cg", "core_group_held", "Mon 2018-09-03", about=(SIBLING,)),),
            "Fri 2018-09-28",
            (),
        ),
        Example(
            "A child in need meeting is no core group.",
            (given("pm", "plan_meeting_held", "Mon 2018-09-03"),),
            "Fri 2018-09-28",
            (),
        ),
        Example(
            "Sent in time and written down later: it had shown, and was no breach.",
            (HELD, record("Mon 2018-09-10", recorded="Mon 2018-09-17T09:00")),
            "Fri 2018-09-28",
            (Expect(state="met", raised_on="2018-09-11"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (HELD,),
            "Fri 2018-09-28",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-09-06")},
        ),
    ),
)
