"""Pre-proceedings neither drift nor stop unnoticed."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Given, Spec, given
from tests.specs.pre_proceedings import FIRST_MEETING, letter, meeting, over, planning, signed

STARTED = given("pp", "preproceedings_started", "Fri 2019-03-22")


def panel(happened: str, id: str = "p1", **rest: object) -> Given:
    """Senior managers looked at it."""
    return given(id, "preproceedings_panel_held", happened, **rest)


PLO_05 = Spec(
    "PLO-05",
    (
        Example(
            "Reviewed a day before six weeks were up: in time, and the next six count from there.",
            (STARTED, FIRST_MEETING, meeting("Sun 2019-05-26", id="m2", kind="review")),
            "Fri 2019-05-31",
            (
                Expect(state="met", starts="2019-04-15", due="2019-05-27", met_by="m2", raised_on=None),
                Expect(state="running", starts="2019-05-26", due="2019-07-07"),
            ),
        ),
        Example(
            "Six weeks to the day, on a bank holiday: in time.",
            (STARTED, FIRST_MEETING, meeting("Mon 2019-05-27", id="m2", kind="review")),
            "Fri 2019-05-31",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2019-07-08")),
        ),
        Example(
            "A day more: late. A limit in weeks does not move for a bank holiday.",
            (STARTED, FIRST_MEETING, meeting("Tue 2019-05-28", id="m2", kind="review")),
            "Fri 2019-05-31",
            (Expect(state="met_late", raised_on="2019-05-28"), Expect(state="running", due="2019-07-09")),
        ),
        Example("Before the parents have been met at all, there is nothing to review.", (STARTED,), "Fri 2019-08-30", ()),
        Example(
            "A panel is not a meeting with the parents.",
            (STARTED, FIRST_MEETING, panel("Mon 2019-05-20")),
            "Fri 2019-05-31",
            (Expect(state="overdue", raised_on="2019-05-28"),),
        ),
        Example(
            "The end of pre-proceedings stops the clock.",
            (STARTED, FIRST_MEETING, meeting("Tue 2019-05-21", id="m2", kind="review"), over("Fri 2019-06-28")),
            "Fri 2019-08-30",
            (Expect(state="met"), Expect(state="not_required", raised_on=None)),
        ),
        Example(
            "So does an application to court; that it had shown stays.",
            (STARTED, FIRST_MEETING, given("court", "court_application_made", "Mon 2019-06-10", kind="Care order")),
            "Fri 2019-08-30",
            (Expect(state="not_required", raised_on="2019-05-28"),),
        ),
        Example(
            "As in the review: met in July, and then nothing until December.",
            (
                STARTED,
                FIRST_MEETING,
                meeting("Tue 2019-05-21", id="m2", kind="review"),
                meeting("Tue 2019-07-02", id="m3", kind="review"),
            ),
            "Mon 2019-12-02",
            (Expect(state="met"), Expect(state="met"), Expect(state="overdue", due="2019-08-13", raised_on="2019-08-14")),
        ),
    ),
)

PLO_06 = Spec(
    "PLO-06",
    (
        Example(
            "Ended a day before sixteen weeks were up: in time.",
            (STARTED, over("Thu 2019-07-11")),
            "Fri 2019-08-30",
            (Expect(state="met", due="2019-07-12", met_by="end", raised_on=None),),
        ),
        Example(
            "Sixteen weeks to the day: in time.",
            (STARTED, over("Fri 2019-07-12")),
            "Fri 2019-08-30",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A day more: late.",
            (STARTED, over("Sat 2019-07-13")),
            "Fri 2019-08-30",
            (Expect(state="met_late", raised_on="2019-07-13"),),
        ),
        Example(
            "An application to court ends them too.",
            (STARTED, given("court", "court_application_made", "Mon 2019-06-10", kind="Care order")),
            "Fri 2019-08-30",
            (Expect(state="met", met_by="court"),),
        ),
        Example(
            "Meetings, panels and letters do not end them.",
            (STARTED, letter("Fri 2019-03-29"), FIRST_MEETING, panel("Mon 2019-07-08")),
            "Sat 2019-07-13",
            (
                Expect(
                    state="overdue",
                    raised_on="2019-07-13",
                    says=(
                        "Pre-proceedings started on 22 Mar 2019; no outcome: stepped down, issued or extended by 12 Jul 2019 "
                        "(16 weeks)."
                    ),
                ),
            ),
        ),
        Example(
            "The letter begins them where nothing was written down before it.",
            (letter("Fri 2019-03-29"),),
            "Fri 2019-08-30",
            (Expect(state="overdue", due="2019-07-19", trigger="let"),),
        ),
        Example(
            "Where both are there the count is from the first, and there is one.",
            (STARTED, letter("Fri 2019-03-29")),
            "Fri 2019-08-30",
            (Expect(state="overdue", due="2019-07-12", trigger="pp"),),
        ),
        Example(
            "The end of a brother's is not the end of this child's.",
            (STARTED, over("Fri 2019-06-28", about=(SIBLING,))),
            "Fri 2019-08-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "About a mother and her child: the child's clock only.",
            (given("pp", "preproceedings_started", "Fri 2019-03-22", about=(CHILD, MOTHER)),),
            "Fri 2019-08-30",
            (),
            child=MOTHER,
        ),
        Example(
            "Under the guidance of March 2021 it is the same sixteen weeks.",
            (given("pp", "preproceedings_started", "Mon 2021-03-01"),),
            "Tue 2021-06-22",
            (Expect(state="overdue", due="2021-06-21", raised_on="2021-06-22"),),
        ),
        Example(
            "Before the law of April 2014 there were none.",
            (given("pp", "preproceedings_started", "Mon 2014-04-21"),),
            "Fri 2014-10-31",
            (),
        ),
        Example(
            "From the day it began there were.",
            (given("pp", "preproceedings_started", "Tue 2014-04-22"),),
            "Fri 2014-10-31",
            (Expect(state="overdue", due="2014-08-12"),),
        ),
    ),
)

PLO_07 = Spec(
    "PLO-07",
    (
        Example(
            "Considered on the fourth working day: in time, and the next five count from there.",
            (STARTED, panel("Thu 2019-03-28")),
            "Fri 2019-03-29",
            (Expect(state="met", due="2019-03-29", met_by="p1", raised_on=None), Expect(due="2019-04-04", starts="2019-03-28")),
        ),
        Example(
            "On the fifth: in time.",
            (STARTED, panel("Fri 2019-03-29")),
            "Mon 2019-04-01",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2019-04-05")),
        ),
        Example(
            "On the sixth: late.",
            (STARTED, panel("Mon 2019-04-01")),
            "Tue 2019-04-02",
            (Expect(state="met_late", raised_on="2019-03-30"), Expect(state="running", due="2019-04-08")),
        ),
        Example(
            "A panel that considered the brother only did not consider this child.",
            (STARTED, panel("Thu 2019-03-28", about=(SIBLING,))),
            "Mon 2019-04-01",
            (Expect(state="overdue"),),
        ),
        Example(
            "A meeting with the parents is no panel.",
            (STARTED, meeting("Thu 2019-03-28")),
            "Mon 2019-04-01",
            (Expect(state="overdue", raised_on="2019-03-30"),),
        ),
        Example(
            "Easter is not counted.",
            (STARTED, panel("Tue 2019-04-16")),
            "Wed 2019-04-24",
            (Expect(state="met_late"), Expect(state="due_soon", due="2019-04-25")),
        ),
        Example(
            "The end of pre-proceedings stops the clock.",
            (STARTED, panel("Thu 2019-03-28"), over("Wed 2019-04-03")),
            "Tue 2019-04-30",
            (Expect(state="met"), Expect(state="not_required", raised_on=None)),
        ),
        Example(
            "Held in time and written down late: it had shown, and was no breach.",
            (STARTED, panel("Fri 2019-03-29", recorded="Tue 2019-04-02T09:00")),
            "Tue 2019-04-02",
            (Expect(state="met", raised_on="2019-03-30"), Expect(state="running")),
        ),
    ),
)

PLO_08 = Spec(
    "PLO-08",
    (
        Example(
            "The letter on the ninth working day: something happened, and the next ten count from there.",
            (STARTED, letter("Thu 2019-04-04")),
            "Mon 2019-04-08",
            (Expect(state="met", due="2019-04-05", met_by="let", raised_on=None), Expect(state="running", due="2019-04-18")),
        ),
        Example(
            "On the tenth: in time.",
            (STARTED, letter("Fri 2019-04-05")),
            "Mon 2019-04-08",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2019-04-23")),
        ),
        Example(
            "Ten working days with nothing: it shows on the day after.",
            (STARTED,),
            "Sat 2019-04-06",
            (Expect(state="overdue", raised_on="2019-04-06"),),
        ),
        Example(
            "A meeting, a signature, a panel and advice from lawyers each count.",
            (
                STARTED,
                meeting("Mon 2019-04-01"),
                signed("Wed 2019-04-10", MOTHER),
                panel("Tue 2019-04-16"),
                planning(happened="Thu 2019-04-25"),
            ),
            "Fri 2019-04-26",
            (
                Expect(state="met", met_by="m1"),
                Expect(state="met", met_by="sign"),
                Expect(state="met", met_by="p1"),
                Expect(state="met", met_by="lpm"),
                Expect(state="running", due="2019-05-10"),
            ),
        ),
        Example(
            "Visits and core groups go on beside it and are not legal activity.",
            (
                STARTED,
                given("v", "visit_made", "Mon 2019-04-01", kind="child_protection", worker="sam", seen=[CHILD]),
                given("cg", "core_group_held", "Tue 2019-04-02"),
            ),
            "Mon 2019-04-08",
            (Expect(state="overdue"),),
        ),
        Example(
            "The end of pre-proceedings stops the clock.",
            (STARTED, over("Wed 2019-04-03")),
            "Tue 2019-04-30",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A meeting that was never held is taken back.",
            (
                STARTED,
                meeting("Mon 2019-04-01"),
                given("w", "entry_withdrawn", "Wed 2019-04-10T09:00", withdraws="m1", reason="Called off."),
            ),
            "Thu 2019-04-11",
            (Expect(state="overdue", raised_on="2019-04-10"), Expect(state="not_required", withdrawn_on="2019-04-10")),
        ),
        Example("With no pre-proceedings open nothing is expected.", (planning(),), "Tue 2019-04-30", ()),
        Example(
            "A family's own meeting counts, and an order of a court.",
            (
                STARTED,
                given("fgm", "family_group_meeting_held", "Mon 2019-04-01"),
                given("order", "court_order_made", "Wed 2019-04-10", kind="Prohibited steps order"),
            ),
            "Thu 2019-04-11",
            (Expect(state="met", met_by="fgm"), Expect(state="met", met_by="order"), Expect(state="running")),
        ),
        Example(
            "So does the application to court that ends it.",
            (STARTED, given("court", "court_application_made", "Wed 2019-04-03", kind="Care order")),
            "Tue 2019-04-30",
            (Expect(state="met", met_by="court"),),
        ),
    ),
)
