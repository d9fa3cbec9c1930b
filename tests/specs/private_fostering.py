"""A child who lives with somebody who is not close family: told ahead, seen within seven working days, and seen again."""

from tests.specs.care import ENDED, around, stay
from tests.specs.growing_up import at_eighteen
from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, given

PROPOSED = given("prop", "private_fostering_proposed", "Mon 2018-09-03", carer=["Ms Ivy"], for_="2018-11-26")


def notified(happened: str, id: str = "told", **rest: object) -> Given:
    """The council is told."""
    return given(id, "private_fostering_notified", happened, carer=["Ms Ivy"], **rest)


def none_after_all(happened: str, **rest: object) -> Given:
    """The arrangement is over, or came to nothing."""
    return given("end", "private_fostering_ended", happened, reason_="The child stayed at home.", **rest)


NOT_TOLD = Expect(state="overdue", due="2018-10-15", raised_on="2018-10-16")

PF_01 = Spec(
    "PF-01",
    (
        *around((PROPOSED,), notified, ("Sun 2018-10-14", "Mon 2018-10-15", "Tue 2018-10-16"), "Wed 2018-10-31"),
        Example(
            "It is to begin within six weeks: told at once.",
            (
                given("prop", "private_fostering_proposed", "Mon 2018-10-01", carer=["Ms Ivy"], for_="2018-10-15"),
                notified("Mon 2018-10-01"),
            ),
            "Wed 2018-10-31",
            (Expect(state="met", due="2018-10-01", raised_on=None),),
        ),
        Example(
            "And a day later is late.",
            (
                given("prop", "private_fostering_proposed", "Mon 2018-10-01", carer=["Ms Ivy"], for_="2018-10-15"),
                notified("Tue 2018-10-02"),
            ),
            "Wed 2018-10-31",
            (Expect(state="met_late", due="2018-10-01", raised_on="2018-10-02"),),
        ),
        Example("It came to nothing.", (PROPOSED, none_after_all("Fri 2018-10-12")), "Wed 2018-10-31", (ENDED,)),
        Example(
            "The brother's came to nothing.",
            (PROPOSED, none_after_all("Fri 2018-10-12", about=(SIBLING,))),
            "Wed 2018-10-31",
            (NOT_TOLD,),
        ),
        Example(
            "The council was told about the brother.",
            (PROPOSED, notified("Fri 2018-10-12", about=(SIBLING,))),
            "Wed 2018-10-31",
            (NOT_TOLD,),
        ),
        Example(
            "A concern about the child is not that notice.",
            (
                PROPOSED,
                given(
                    "c",
                    "contact_received",
                    "Fri 2018-10-12",
                    from_={"role": "teacher"},
                    channel="phone",
                    text="Living with a friend?",
                ),
            ),
            "Wed 2018-10-31",
            (NOT_TOLD,),
        ),
    ),
)

TOLD = notified("Mon 2018-10-01")


def seen(id: str, happened: str, who: str = CHILD, **rest: object) -> Given:
    """An officer goes to see the child where they live."""
    return given(id, "visit_made", happened, kind="other", worker="sam", seen=[who], **rest)


UNSEEN = Expect(state="overdue", due="2018-10-10", raised_on="2018-10-11")


def not_there(before: tuple[Given, ...], day: str, as_at: str, missed: Expect) -> tuple[Example, ...]:
    """What does not count as having seen the child where they live."""
    return (
        Example("Seen, and not where she lives.", (*before, seen("v", day, home=False)), as_at, (missed,)),
        Example("Her brother was seen.", (*before, seen("v", day, SIBLING, about=(CHILD, SIBLING))), as_at, (missed,)),
    )


PF_02 = Spec(
    "PF-02",
    (
        *around((TOLD,), lambda day: seen("v", day), ("Tue 2018-10-09", "Wed 2018-10-10", "Thu 2018-10-11"), "Wed 2018-10-31"),
        *not_there((TOLD,), "Fri 2018-10-05", "Wed 2018-10-31", UNSEEN),
        Example(
            "Where a stay is found to be private fostering, from that decision.",
            (
                stay("s1", "Mon 2018-09-03", "other"),
                given("d", "arrangement_decided", "Mon 2018-10-01", stay="s1", basis="private_fostering"),
            ),
            "Wed 2018-10-31",
            (UNSEEN,),
        ),
        Example(
            "Told and decided are one.",
            (
                stay("s1", "Mon 2018-09-03", "other"),
                TOLD,
                given("d", "arrangement_decided", "Wed 2018-10-03", stay="s1", basis="private_fostering"),
            ),
            "Wed 2018-10-31",
            (UNSEEN,),
        ),
        Example("It came to nothing.", (TOLD, none_after_all("Tue 2018-10-09")), "Wed 2018-10-31", (ENDED,)),
        Example("She comes to foster carers.", (TOLD, stay("s1", "Tue 2018-10-09")), "Wed 2018-10-31", (ENDED,)),
    ),
)

FIRST = seen("v1", "Mon 2018-10-08")
MET = Expect(state="met", met_by="v1")
RUNNING = Expect(state="running")


def after(first: Expect, *examples: Example) -> tuple[Example, ...]:
    """The same examples with the line of the interval before."""
    return tuple(Example(each.says, each.entries, each.as_at, (first, *each.expect)) for each in examples)


PF_03 = Spec(
    "PF-03",
    (
        *after(
            Expect(state="met", due="2018-11-12", met_by="v1"),
            *around(
                (TOLD, FIRST),
                lambda day: seen("v2", day),
                ("Sun 2018-11-18", "Mon 2018-11-19", "Tue 2018-11-20"),
                "Fri 2018-11-30",
                lambda day: (RUNNING,),
            ),
        ),
        *not_there((TOLD,), "Fri 2018-10-05", "Wed 2018-11-14", Expect(state="overdue", due="2018-11-12")),
        Example("In the first year: still late on its last day.", (TOLD,), "Mon 2019-09-30", (Expect(state="overdue"),)),
        Example(
            "A year after the council came to know another rule takes over; that it was late stays.",
            (TOLD,),
            "Tue 2019-10-01",
            (Expect(state="not_required", raised_on="2018-11-13"),),
        ),
        Example("It ends.", (TOLD, none_after_all("Mon 2018-11-12")), "Fri 2018-11-30", (ENDED,)),
    ),
)

LATE_IN_THE_YEAR = seen("v1", "Mon 2019-09-16")

PF_04 = Spec(
    "PF-04",
    (
        *around(
            (TOLD, LATE_IN_THE_YEAR),
            lambda day: seen("v2", day),
            ("Sun 2019-12-08", "Mon 2019-12-09", "Tue 2019-12-10"),
            "Fri 2019-12-13",
            lambda day: (RUNNING,),
        ),
        Example("In the first year there is another rule.", (TOLD, LATE_IN_THE_YEAR), "Mon 2019-09-30", ()),
        Example(
            "It counts on from the last visit of the first year, and shows from the day that is over.",
            (TOLD, LATE_IN_THE_YEAR),
            "Tue 2019-10-01",
            (Expect(state="running", starts="2019-10-01", due="2019-12-09"),),
        ),
        *not_there((TOLD, LATE_IN_THE_YEAR), "Mon 2019-10-07", "Fri 2019-12-13", Expect(state="overdue", due="2019-12-09")),
        Example("It ends.", (TOLD, LATE_IN_THE_YEAR, none_after_all("Mon 2019-12-09")), "Fri 2019-12-13", (ENDED,)),
    ),
)

PF_01_GROWN_UP = at_eighteen("PF-01", (PROPOSED,), "Mon 2018-10-15", "Wed 2018-10-31")
PF_02_GROWN_UP = at_eighteen("PF-02", (TOLD,), "Wed 2018-10-10", "Wed 2018-10-31")
PF_03_GROWN_UP = at_eighteen("PF-03", (TOLD,), "Mon 2018-11-12", "Fri 2018-11-30")
PF_04_GROWN_UP = at_eighteen("PF-04", (TOLD, LATE_IN_THE_YEAR), "Mon 2019-12-09", "Fri 2019-12-13")
