"""When a child becomes looked after and stops being so, and the reviews that are owed them meanwhile."""

from tests.specs.care import ENDED, FOSTERED, around, home_for_good, left, order, review, stay
from tests.specs.growing_up import at_eighteen
from tests.specs.kit import CHILD, GRANDMOTHER, MOTHER, SIBLING, Example, Expect, Given, Spec, given

RUNNING = Expect(state="running")
OVERDUE = Expect(state="overdue", due="2018-10-29", raised_on="2018-10-30")
CARE_ORDER = order("o1", "Mon 2018-10-01")


def ends(says: str, *entries: Given, expect: tuple[Expect, ...] = (ENDED,)) -> Example:
    """Something that ends being looked after, or does not."""
    return Example(says, entries, "Wed 2018-10-31", expect)


LAC_02 = Spec(
    "LAC-02",
    (
        *around(
            (FOSTERED,), lambda day: review("r", day), ("Fri 2018-10-26", "Mon 2018-10-29", "Tue 2018-10-30"), "Wed 2018-10-31"
        ),
        Example(
            "A child protection review is another meeting.",
            (
                FOSTERED,
                given(
                    "c",
                    "conference_held",
                    "Mon 2018-10-15",
                    kind="review",
                    decisions=[{"child": CHILD, "decision": "plan_continued", "reasons": "Hers."}],
                ),
            ),
            "Wed 2018-10-31",
            (OVERDUE,),
        ),
        Example(
            "The brother's is not hers.",
            (FOSTERED, review("r", "Mon 2018-10-15", about=(SIBLING,))),
            "Wed 2018-10-31",
            (OVERDUE,),
        ),
        Example(
            "Held in time and written down late: it had shown, and was no breach.",
            (FOSTERED, review("r", "Mon 2018-10-29", recorded="Fri 2018-11-02T09:00")),
            "Fri 2018-11-30",
            (Expect(state="met", raised_on="2018-10-30"),),
        ),
    ),
)

BEGINS = Spec(
    "LAC-02",
    (
        ends("Section 20.", stay("s1", "Mon 2018-10-01", "section20"), expect=(OVERDUE,)),
        ends("With her grandmother under regulation 24.", stay("s1", "Mon 2018-10-01", "reg24"), expect=(OVERDUE,)),
        ends("An interim care order, wherever she is.", CARE_ORDER, expect=(OVERDUE,)),
        ends("As it is often written.", order("o1", "Mon 2018-10-01", "ICO"), expect=(OVERDUE,)),
        ends("A full care order.", order("o1", "Mon 2018-10-01", "Care order (final)"), expect=(OVERDUE,)),
        ends("An order and a stay on one day are one beginning.", CARE_ORDER, FOSTERED, expect=(OVERDUE,)),
        ends("A stay arranged in the family is not being looked after.", stay("s1", "Mon 2018-10-01", "family"), expect=()),
        ends(
            "Until somebody decides that in law it is.",
            stay("s1", "Mon 2018-10-01", "family"),
            given("d", "arrangement_decided", "Wed 2018-10-10", stay="s1", basis="section20"),
            expect=(Expect(state="due_soon", starts="2018-10-10", due="2018-11-07", trigger="d"),),
        ),
        ends("A supervision order leaves the child at home.", order("o1", "Mon 2018-10-01", "Supervision order"), expect=()),
        ends("A care order that was refused is none.", order("o1", "Mon 2018-10-01", "Care order refused"), expect=()),
        ends(
            "Police protection begins it only through the stay it leads to.",
            given("pp", "police_protection_started", "Mon 2018-10-01T20:00"),
            expect=(),
        ),
        ends(
            "Nor does an emergency protection order by itself.",
            order("o1", "Mon 2018-10-01", "Emergency protection order"),
            expect=(),
        ),
    ),
)

ENDS = Spec(
    "LAC-02",
    (
        ends("It is said to be over.", FOSTERED, home_for_good("Fri 2018-10-26")),
        ends("The stay ends and no other begins.", FOSTERED, left("Fri 2018-10-26")),
        ends("She goes to stay with her mother.", FOSTERED, stay("s2", "Fri 2018-10-26", "parents")),
        ends("Or with the family, by their own arrangement.", FOSTERED, stay("s2", "Fri 2018-10-26", "family")),
        ends(
            "A move to other carers the same day is no end.",
            FOSTERED,
            left("Wed 2018-10-10"),
            stay("s2", "Wed 2018-10-10"),
            expect=(OVERDUE,),
        ),
        ends(
            "Nor is it where the move is written down first.",
            FOSTERED,
            stay("s2", "Wed 2018-10-10", recorded="Wed 2018-10-10T18:00"),
            left("Wed 2018-10-10", recorded="Wed 2018-10-10T19:00"),
            expect=(OVERDUE,),
        ),
        ends("Nor the day after.", FOSTERED, left("Wed 2018-10-10"), stay("s2", "Thu 2018-10-11", "reg24"), expect=(OVERDUE,)),
        ends(
            "Two days after, it has ended and begun again.",
            FOSTERED,
            left("Wed 2018-10-10"),
            stay("s2", "Fri 2018-10-12"),
            expect=(ENDED, Expect(state="running", trigger="s2", due="2018-11-09")),
        ),
        ends(
            "A stay of one day ends that day.",
            stay("s1", "Mon 2018-10-01T09:00"),
            left("Mon 2018-10-01T18:00"),
        ),
        ends(
            "Under a care order, going home is a placement and no end.",
            CARE_ORDER,
            FOSTERED,
            stay("s2", "Wed 2018-10-10", "parents"),
            expect=(OVERDUE,),
        ),
        ends("The order is discharged.", CARE_ORDER, order("o2", "Fri 2018-10-26", "Care order discharged")),
        ends("Or runs out.", CARE_ORDER, given("oe", "court_order_ended", "Fri 2018-10-26", kind="Interim care order")),
        ends("A supervision order takes its place.", CARE_ORDER, order("o2", "Fri 2018-10-26", "Supervision order")),
        ends("The grandmother becomes special guardian.", FOSTERED, order("o2", "Fri 2018-10-26", "Special guardianship order")),
        ends(
            "An interim order that ends because the full one is made ends nothing.",
            CARE_ORDER,
            order("o2", "Fri 2018-10-26", "Care order"),
            given("oe", "court_order_ended", "Fri 2018-10-26", kind="Interim care order"),
            expect=(OVERDUE,),
        ),
        ends(
            "Whichever is written down first.",
            CARE_ORDER,
            given("oe", "court_order_ended", "Fri 2018-10-26", kind="Interim care order"),
            order("o2", "Fri 2018-10-26", "Care order"),
            expect=(OVERDUE,),
        ),
        ends(
            "The stay is found to be the family's own.",
            FOSTERED,
            given("d", "arrangement_decided", "Fri 2018-10-26", stay="s1", basis="family_arrangement"),
        ),
        ends("The brother goes home.", FOSTERED, home_for_good("Fri 2018-10-26", about=(SIBLING,)), expect=(OVERDUE,)),
        ends("A stay of the mother's is none of hers.", stay("s1", "Mon 2018-10-01", about=(MOTHER,)), expect=()),
        ends(
            "Nor is her grandmother's order.",
            FOSTERED,
            order("o2", "Fri 2018-10-26", "Special guardianship order", about=(GRANDMOTHER,)),
            expect=(OVERDUE,),
        ),
    ),
)

FIRST = review("r1", "Mon 2018-10-29")
SECOND = review("r2", "Mon 2019-01-28")

LAC_03 = Spec(
    "LAC-03",
    (
        *around(
            (FOSTERED, FIRST),
            lambda day: review("r2", day),
            ("Mon 2019-01-28", "Tue 2019-01-29", "Wed 2019-01-30"),
            "Thu 2019-01-31",
        ),
        Example(
            "Only the first review starts it.",
            (FOSTERED, FIRST, SECOND, review("r3", "Mon 2019-07-01")),
            "Wed 2019-07-31",
            (Expect(state="met"),),
        ),
        Example(
            "A second time in care has a first review of its own.",
            (
                FOSTERED,
                FIRST,
                SECOND,
                home_for_good("Fri 2019-03-01"),
                stay("s2", "Mon 2019-06-03"),
                review("r3", "Mon 2019-07-01"),
            ),
            "Tue 2019-10-15",
            (Expect(state="met", trigger="r1"), Expect(state="overdue", trigger="r3", due="2019-10-01", raised_on="2019-10-02")),
        ),
        Example("A review held when she was not looked after starts nothing.", (FIRST,), "Thu 2019-02-28", ()),
        Example(
            "Home for good before it was due.", (FOSTERED, FIRST, home_for_good("Mon 2019-01-28")), "Thu 2019-02-28", (ENDED,)
        ),
        Example(
            "The brother's is not hers.",
            (FOSTERED, FIRST, review("r2", "Mon 2019-01-28", about=(SIBLING,))),
            "Thu 2019-02-28",
            (Expect(state="overdue"),),
        ),
    ),
)

LAC_04 = Spec(
    "LAC-04",
    (
        *around(
            (FOSTERED, FIRST, SECOND),
            lambda day: review("r3", day),
            ("Sat 2019-07-27", "Sun 2019-07-28", "Mon 2019-07-29"),
            "Wed 2019-07-31",
            lambda day: (RUNNING,),
        ),
        Example("After the first alone there are three months, not six.", (FOSTERED, FIRST), "Thu 2019-05-30", ()),
        Example(
            "Six months from each.",
            (FOSTERED, FIRST, SECOND, review("r3", "Fri 2019-05-31")),
            "Sun 2019-12-01",
            (Expect(state="met"), Expect(state="overdue", due="2019-11-30", raised_on="2019-12-01")),
        ),
        Example(
            "The first review of a second time in care is a first.",
            (FOSTERED, FIRST, home_for_good("Fri 2019-03-01"), stay("s2", "Mon 2019-06-03"), review("r3", "Mon 2019-07-01")),
            "Fri 2020-01-31",
            (),
        ),
        Example(
            "Home for good before it was due.",
            (FOSTERED, FIRST, SECOND, home_for_good("Sat 2019-07-27")),
            "Wed 2019-07-31",
            (ENDED,),
        ),
        Example(
            "The brother's is not hers.",
            (FOSTERED, FIRST, SECOND, review("r3", "Mon 2019-07-01", about=(SIBLING,))),
            "Wed 2019-07-31",
            (Expect(state="overdue"),),
        ),
    ),
)

LAC_02_GROWN_UP = at_eighteen("LAC-02", (FOSTERED,), "Mon 2018-10-29", "Wed 2018-10-31")
LAC_03_GROWN_UP = at_eighteen("LAC-03", (FOSTERED, FIRST), "Tue 2019-01-29", "Thu 2019-02-28")
LAC_04_GROWN_UP = at_eighteen("LAC-04", (FOSTERED, FIRST, SECOND), "Sun 2019-07-28", "Wed 2019-07-31")
