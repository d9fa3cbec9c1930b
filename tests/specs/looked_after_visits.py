"""Visits to a looked-after child: within a week, then every six weeks, and every week where they are nearest to harm."""

from tests.specs.care import ENDED, FOSTERED, around, home_for_good, left, order, review, seen, stay
from tests.specs.growing_up import at_eighteen
from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given

RUNNING = Expect(state="running")
DUE_SOON = Expect(state="due_soon")


def not_seen(before: tuple[Given, ...], day: str, as_at: str, *missed: Expect) -> tuple[Example, ...]:
    """What does not count as having seen this child."""
    return (
        Example(
            "A child protection visit is made for another reason.",
            (*before, seen("v", day, kind="child_protection")),
            as_at,
            missed,
        ),
        Example(
            "Her brother was seen, and she was not.", (*before, seen("v", day, SIBLING, about=(CHILD, SIBLING))), as_at, missed
        ),
    )


OVERDUE = Expect(state="overdue", due="2018-10-08", raised_on="2018-10-09")

LAC_05 = Spec(
    "LAC-05",
    (
        *around(
            (FOSTERED,), lambda day: seen("v", day), ("Sun 2018-10-07", "Mon 2018-10-08", "Tue 2018-10-09"), "Wed 2018-10-31"
        ),
        *not_seen((FOSTERED,), "Fri 2018-10-05", "Wed 2018-10-31", OVERDUE),
        Example(
            "Each placement wants a visit of its own.",
            (FOSTERED, seen("v", "Wed 2018-10-03"), stay("s2", "Mon 2018-10-15"), left("Mon 2018-10-15")),
            "Wed 2018-10-31",
            (Expect(state="met", trigger="s1"), Expect(state="overdue", trigger="s2", due="2018-10-22")),
        ),
        Example(
            "At home under a care order too.",
            (order("o1", "Mon 2018-09-03"), stay("s1", "Mon 2018-10-01", "parents")),
            "Wed 2018-10-31",
            (OVERDUE,),
        ),
        Example("At home without one it is no placement.", (stay("s1", "Mon 2018-10-01", "parents"),), "Wed 2018-10-31", ()),
        Example("The placement ends before.", (FOSTERED, left("Fri 2018-10-05")), "Wed 2018-10-31", (ENDED,)),
    ),
)

SIX_WEEKS = ("Sun 2018-11-18", "Mon 2018-11-19", "Tue 2018-11-20")
FIRST_VISIT = seen("v1", "Mon 2018-10-08")
MET = Expect(state="met", due="2018-11-12", met_by="v1")


def after(first: Expect, *examples: Example) -> tuple[Example, ...]:
    """The same examples with the line of an interval that came before."""
    return tuple(Example(each.says, each.entries, each.as_at, (first, *each.expect)) for each in examples)


LAC_06 = Spec(
    "LAC-06",
    (
        *after(
            MET,
            *around((FOSTERED, FIRST_VISIT), lambda day: seen("v2", day), SIX_WEEKS, "Fri 2018-11-30", lambda day: (RUNNING,)),
        ),
        *not_seen((FOSTERED,), "Mon 2018-10-08", "Wed 2018-11-14", Expect(state="overdue", due="2018-11-12")),
        Example("In the first year: still late on its last day.", (FOSTERED,), "Mon 2019-09-30", (Expect(state="overdue"),)),
        Example(
            "A year after the placement began another rule takes over; that it was late stays.",
            (FOSTERED,),
            "Tue 2019-10-01",
            (Expect(state="not_required", raised_on="2018-11-13"),),
        ),
        Example(
            "A visit on the day the year is up starts nothing more here.",
            (FOSTERED, seen("v", "Tue 2019-10-01")),
            "Thu 2019-10-31",
            (Expect(state="met_late", met_by="v"),),
        ),
        Example(
            "With a connected person there are other visits.", (stay("s1", "Mon 2018-10-01", "reg24"),), "Fri 2018-11-30", ()
        ),
        Example(
            "Once the carer is approved they are these.",
            (
                stay("s1", "Mon 2018-10-01", "reg24"),
                given("a", "carer_approval_decided", "Mon 2018-12-03", carer="gran", outcome="approved"),
            ),
            "Thu 2019-01-31",
            (Expect(state="overdue", starts="2018-12-03", due="2019-01-14"),),
        ),
        Example("The placement ends.", (FOSTERED, left("Mon 2018-11-12")), "Fri 2018-11-30", (ENDED,)),
        Example(
            "A move begins the count again.",
            (FOSTERED, stay("s2", "Wed 2018-10-31")),
            "Wed 2018-12-12",
            (ENDED, Expect(state="due_soon", trigger="s2", due="2018-12-12")),
        ),
    ),
)

LATE_IN_THE_YEAR = seen("v1", "Mon 2019-09-16")
AGREED = given("lt", "long_term_placement_agreed", "Mon 2019-09-02")

LAC_07 = Spec(
    "LAC-07",
    (
        *around(
            (FOSTERED, LATE_IN_THE_YEAR),
            lambda day: seen("v2", day),
            ("Sun 2019-10-27", "Mon 2019-10-28", "Tue 2019-10-29"),
            "Thu 2019-10-31",
            lambda day: (RUNNING,),
        ),
        Example("In the first year there is another rule.", (FOSTERED, LATE_IN_THE_YEAR), "Mon 2019-09-30", ()),
        Example(
            "It counts on from the last visit of the first year, and shows from the day that is over.",
            (FOSTERED, LATE_IN_THE_YEAR),
            "Tue 2019-10-01",
            (Expect(state="running", starts="2019-10-01", due="2019-10-28", trigger="v1"),),
        ),
        Example(
            "Where the last visit was too long ago already, it is due that very day.",
            (FOSTERED, seen("v1", "Mon 2019-06-03")),
            "Wed 2019-10-02",
            (Expect(state="overdue", due="2019-10-01", raised_on="2019-10-02"),),
        ),
        Example(
            "Where there was none at all, six weeks from the end of the year.",
            (FOSTERED,),
            "Wed 2019-11-13",
            (Expect(state="overdue", starts="2019-10-01", due="2019-11-12", raised_on="2019-11-13"),),
        ),
        Example(
            "Three months where the placement is meant to last until eighteen.",
            (FOSTERED, AGREED, LATE_IN_THE_YEAR),
            "Tue 2019-12-17",
            (Expect(state="overdue", due="2019-12-16", raised_on="2019-12-17"),),
        ),
        *not_seen((FOSTERED, LATE_IN_THE_YEAR), "Mon 2019-10-07", "Thu 2019-10-31", Expect(state="overdue", due="2019-10-28")),
        Example("The placement ends within its first year.", (FOSTERED, left("Mon 2019-09-30")), "Thu 2019-10-31", ()),
        Example("The placement ends.", (FOSTERED, LATE_IN_THE_YEAR, left("Mon 2019-10-28")), "Thu 2019-10-31", (ENDED,)),
    ),
)

WITH_GRAN = stay("s1", "Mon 2018-10-01", "reg24")
WEEK = ("Sun 2018-10-07", "Mon 2018-10-08", "Tue 2018-10-09")
REVIEWED = review("r", "Wed 2018-10-10")

LAC_08 = Spec(
    "LAC-08",
    (
        *around((WITH_GRAN,), lambda day: seen("v", day), WEEK, "Wed 2018-10-10", lambda day: (Expect(trigger="v"),)),
        Example(
            "Every week until the first review.",
            (WITH_GRAN, seen("v1", "Fri 2018-10-05")),
            "Sat 2018-10-13",
            (Expect(state="met", due="2018-10-08"), Expect(state="overdue", due="2018-10-12", raised_on="2018-10-13")),
        ),
        Example(
            "Every four weeks from then on.",
            (WITH_GRAN, seen("v1", "Fri 2018-10-05"), REVIEWED, seen("v2", "Fri 2018-10-12")),
            "Sat 2018-11-10",
            (Expect(state="met"), Expect(state="met"), Expect(state="overdue", due="2018-11-09", raised_on="2018-11-10")),
        ),
        *not_seen((WITH_GRAN,), "Fri 2018-10-05", "Wed 2018-10-10", OVERDUE),
        Example(
            "A child at home under an interim care order.",
            (order("o1", "Mon 2018-10-01"),),
            "Wed 2018-10-10",
            (OVERDUE,),
        ),
        Example(
            "Or brought home under one.",
            (order("o1", "Mon 2018-09-03"), stay("s0", "Mon 2018-09-03"), stay("s1", "Mon 2018-10-01", "parents")),
            "Wed 2018-10-10",
            (OVERDUE,),
        ),
        Example(
            "With foster carers under one there are other visits.",
            (order("o1", "Mon 2018-10-01"), FOSTERED),
            "Wed 2018-10-10",
            (),
        ),
        Example(
            "The full order has visits of its own.",
            (order("o1", "Mon 2018-10-01"), order("o2", "Fri 2018-10-05", "Care order")),
            "Wed 2018-10-10",
            (ENDED,),
        ),
        Example(
            "The carer is approved.",
            (WITH_GRAN, given("a", "carer_approval_decided", "Fri 2018-10-05", carer="gran", outcome="approved")),
            "Wed 2018-10-10",
            (ENDED,),
        ),
        Example(
            "A carer who is not approved is still visited as one who is not.",
            (WITH_GRAN, given("a", "carer_approval_decided", "Fri 2018-10-05", carer="gran", outcome="not_approved")),
            "Wed 2018-10-10",
            (OVERDUE,),
        ),
        Example("The placement ends.", (WITH_GRAN, left("Fri 2018-10-05")), "Wed 2018-10-10", (ENDED,)),
    ),
)

FULL_ORDER = order("o1", "Mon 2018-10-01", "Care order")

LAC_09 = Spec(
    "LAC-09",
    (
        *around((FULL_ORDER,), lambda day: seen("v", day), WEEK, "Wed 2018-10-31", lambda day: (RUNNING,)),
        *after(
            Expect(state="met", due="2018-10-08"),
            *around((FULL_ORDER, FIRST_VISIT), lambda day: seen("v2", day), SIX_WEEKS, "Fri 2018-11-30", lambda day: (RUNNING,)),
        ),
        *not_seen((FULL_ORDER,), "Fri 2018-10-05", "Wed 2018-10-31", OVERDUE),
        Example(
            "To have seen her brother on the day of the order is no reason to wait six weeks.",
            (FULL_ORDER, seen("v", "Mon 2018-10-01", SIBLING, about=(CHILD, SIBLING))),
            "Wed 2018-10-31",
            (OVERDUE,),
        ),
        Example(
            "Brought home under the order: from that day.",
            (order("o1", "Mon 2018-09-03", "Care order"), stay("s0", "Mon 2018-09-03"), stay("s1", "Mon 2018-10-01", "parents")),
            "Wed 2018-10-31",
            (OVERDUE,),
        ),
        Example("With foster carers there are other visits.", (FULL_ORDER, FOSTERED), "Wed 2018-10-31", ()),
        Example(
            "The order is discharged.",
            (FULL_ORDER, order("o2", "Fri 2018-10-05", "Care order discharged")),
            "Wed 2018-10-31",
            (ENDED,),
        ),
    ),
)

IN_CARE = (order("o1", "Mon 2018-09-03"), stay("s0", "Mon 2018-09-03"))
HOME = stay("s1", "Mon 2018-10-01", "parents")


def assessed(happened: str, suitable: bool = True, carer: str = "mother") -> Given:
    """A parent is assessed before, or after, the child is placed with them."""
    return given("pa", "parent_suitability_assessed", happened, carer=carer, suitable=suitable)


def viable(outcome: str = "suitable", carer: str = "mother") -> Given:
    """The same, written down as any carer's assessment is."""
    return given("va", "viability_assessed", "Mon 2018-09-24", carer=carer, outcome=outcome)


LAC_10 = Spec(
    "LAC-10",
    (
        *around((*IN_CARE, HOME), lambda day: seen("v", day), WEEK, "Wed 2018-10-10", lambda day: (Expect(trigger="v"),)),
        Example(
            "Every six weeks after the first review.",
            (*IN_CARE, HOME, seen("v1", "Fri 2018-10-05"), REVIEWED, seen("v2", "Fri 2018-10-12")),
            "Sat 2018-11-24",
            (Expect(state="met"), Expect(state="met"), Expect(state="overdue", due="2018-11-23", raised_on="2018-11-24")),
        ),
        *not_seen((*IN_CARE, HOME), "Fri 2018-10-05", "Wed 2018-10-10", OVERDUE),
        Example("The parents were assessed first.", (*IN_CARE, assessed("Mon 2018-09-24"), HOME), "Wed 2018-10-10", ()),
        Example(
            "And found unsuitable.", (*IN_CARE, assessed("Mon 2018-09-24", suitable=False), HOME), "Wed 2018-10-10", (OVERDUE,)
        ),
        Example(
            "Her father was assessed, and it is her mother she came to.",
            (*IN_CARE, assessed("Mon 2018-09-24", carer="father"), HOME),
            "Wed 2018-10-10",
            (OVERDUE,),
        ),
        Example("Her mother was found suitable as any carer is.", (*IN_CARE, viable(), HOME), "Wed 2018-10-10", ()),
        Example("More was needed.", (*IN_CARE, viable("more_needed"), HOME), "Wed 2018-10-10", (OVERDUE,)),
        Example("It was her father who was.", (*IN_CARE, viable(carer="father"), HOME), "Wed 2018-10-10", (OVERDUE,)),
        Example("They are assessed since.", (*IN_CARE, HOME, assessed("Fri 2018-10-05")), "Wed 2018-10-10", (ENDED,)),
        Example("At home without an order it is no placement.", (HOME,), "Wed 2018-10-10", ()),
        Example("No longer looked after.", (*IN_CARE, HOME, home_for_good("Fri 2018-10-05")), "Wed 2018-10-10", (ENDED,)),
    ),
)

LAC_05_GROWN_UP = at_eighteen("LAC-05", (FOSTERED,), "Mon 2018-10-08", "Wed 2018-10-31")
LAC_06_GROWN_UP = at_eighteen("LAC-06", (FOSTERED,), "Mon 2018-11-12", "Fri 2018-11-30")
LAC_07_GROWN_UP = at_eighteen("LAC-07", (FOSTERED, LATE_IN_THE_YEAR), "Mon 2019-10-28", "Thu 2019-10-31")
LAC_08_GROWN_UP = at_eighteen("LAC-08", (WITH_GRAN,), "Mon 2018-10-08", "Wed 2018-10-10")
LAC_09_GROWN_UP = at_eighteen("LAC-09", (FULL_ORDER,), "Mon 2018-10-08", "Wed 2018-10-31")
LAC_10_GROWN_UP = at_eighteen("LAC-10", (*IN_CARE, HOME), "Mon 2018-10-08", "Wed 2018-10-10")
