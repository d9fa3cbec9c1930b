"""A relative approved for a time: sixteen weeks, eight more once, and an assessment before the first day."""

from tests.specs.care import ENDED, FOSTERED, around, home_for_good, left, stay
from tests.specs.growing_up import at_eighteen
from tests.specs.kit import FATHER, GRANDMOTHER, SIBLING, Example, Expect, Given, Spec, given

WITH_GRAN = stay("s1", "Mon 2018-10-01", "reg24")


def decided(happened: str, outcome: str = "approved", id: str = "ok", **rest: object) -> Given:
    """The fostering service decides about the grandmother."""
    return given(id, "carer_approval_decided", happened, carer=GRANDMOTHER, outcome=outcome, **rest)


def extended(happened: str, id: str = "ext", **rest: object) -> Given:
    """Her temporary approval is extended, with everything the regulations ask for unless the example says otherwise."""
    asked = {"still_right": True, "panel_asked": True, "reviewing_officer_told": True} | rest
    return given(id, "temporary_approval_extended", happened, carer=GRANDMOTHER, worker="moss", **asked)


OVERDUE = Expect(state="overdue", due="2019-01-21", raised_on="2019-01-22")


def missing_from(field: str, before: tuple[Given, ...], as_at: str, wanted: tuple[Expect, ...]) -> tuple[Example, ...]:
    """An extension for which one thing was not done, or was not recorded."""
    return (
        Example(f"Extended, and {field} says no.", (*before, extended("Mon 2019-01-14", **{field: False})), as_at, wanted),
        Example(
            f"Extended, and {field} was not recorded.", (*before, extended("Mon 2019-01-14", **{field: None})), as_at, wanted
        ),
    )


ASKED = ("still_right", "panel_asked", "reviewing_officer_told")

LAC_14 = Spec(
    "LAC-14",
    (
        *around((WITH_GRAN,), decided, ("Sun 2019-01-20", "Mon 2019-01-21", "Tue 2019-01-22"), "Thu 2019-01-31"),
        Example(
            "Not approved: she is still approved for a time only.",
            (WITH_GRAN, decided("Mon 2019-01-14", "not_approved")),
            "Thu 2019-01-31",
            (OVERDUE,),
        ),
        Example("The placement ends.", (WITH_GRAN, left("Mon 2019-01-14")), "Thu 2019-01-31", (ENDED,)),
        Example("She moves to foster carers.", (WITH_GRAN, stay("s2", "Mon 2019-01-14")), "Thu 2019-01-31", (ENDED,)),
        Example("She goes home for good.", (WITH_GRAN, home_for_good("Mon 2019-01-14")), "Thu 2019-01-31", (ENDED,)),
        Example(
            "Another connected person, another sixteen weeks.",
            (WITH_GRAN, stay("s2", "Mon 2019-01-14", "reg24"), left("Mon 2019-01-14")),
            "Thu 2019-01-31",
            (ENDED, Expect(state="running", trigger="s2", due="2019-05-06")),
        ),
        Example(
            "Extended in time: the extension has its own.", (WITH_GRAN, extended("Mon 2019-01-14")), "Thu 2019-01-31", (ENDED,)
        ),
        Example(
            "Extended after it ran out: it had run out.",
            (WITH_GRAN, extended("Wed 2019-01-23")),
            "Thu 2019-01-31",
            (Expect(state="not_required", raised_on="2019-01-22"),),
        ),
        *(example for field in ASKED for example in missing_from(field, (WITH_GRAN,), "Thu 2019-01-31", (OVERDUE,))),
        Example(
            "A family stay that somebody decides is one under regulation 24.",
            (
                stay("s1", "Mon 2018-09-03", "family"),
                given("d", "arrangement_decided", "Mon 2018-10-01", stay="s1", basis="regulation24"),
            ),
            "Thu 2019-01-31",
            (OVERDUE,),
        ),
        Example("Foster carers were approved before.", (FOSTERED,), "Thu 2019-01-31", ()),
        Example(
            "From 24 April 2020, in the months of the coronavirus, it was twenty-four weeks.",
            (stay("s1", "Fri 2020-04-24", "reg24"),),
            "Sat 2020-10-10",
            (Expect(state="overdue", due="2020-10-09", raised_on="2020-10-10"),),
        ),
        Example(
            "The day before they were sixteen.",
            (stay("s1", "Thu 2020-04-23", "reg24"),),
            "Fri 2020-08-14",
            (Expect(state="overdue", due="2020-08-13"),),
        ),
        Example(
            "And from 25 September 2020 again.",
            (stay("s1", "Fri 2020-09-25", "reg24"),),
            "Sat 2021-01-16",
            (Expect(state="overdue", due="2021-01-15"),),
        ),
        Example(
            "The brother's carer is approved.",
            (WITH_GRAN, decided("Mon 2019-01-14", about=(SIBLING,))),
            "Thu 2019-01-31",
            (OVERDUE,),
        ),
    ),
)

LONGER = extended("Mon 2019-01-14")
LATER = Expect(state="overdue", trigger="ext", due="2019-03-11", raised_on="2019-03-12")

LAC_15 = Spec(
    "LAC-15",
    (
        *around((WITH_GRAN, LONGER), decided, ("Sun 2019-03-10", "Mon 2019-03-11", "Tue 2019-03-12"), "Fri 2019-03-29"),
        Example(
            "Once: a second extension starts nothing, and ends nothing.",
            (WITH_GRAN, LONGER, extended("Mon 2019-03-04", id="e2")),
            "Fri 2019-03-29",
            (LATER,),
        ),
        Example(
            "A second placement with her may be extended once as well.",
            (
                WITH_GRAN,
                LONGER,
                left("Mon 2019-03-04"),
                stay("s2", "Mon 2019-04-01", "reg24"),
                extended("Mon 2019-07-15", id="e2"),
            ),
            "Wed 2019-09-11",
            (ENDED, Expect(state="overdue", trigger="e2", due="2019-09-09")),
        ),
        *(example for field in ASKED for example in missing_from(field, (WITH_GRAN,), "Fri 2019-03-29", ())),
        Example("Not approved.", (WITH_GRAN, LONGER, decided("Mon 2019-03-04", "not_approved")), "Fri 2019-03-29", (LATER,)),
        Example("The placement ends.", (WITH_GRAN, LONGER, left("Mon 2019-03-04")), "Fri 2019-03-29", (ENDED,)),
    ),
)


def viable(happened: str, outcome: str = "suitable", carer: str = GRANDMOTHER, **rest: object) -> Given:
    """A relative is assessed."""
    return given("va", "viability_assessed", happened, carer=carer, outcome=outcome, **rest)


UNMET = Expect(state="overdue", due="2018-10-01", raised_on="2018-10-01")

LAC_16 = Spec(
    "LAC-16",
    (
        Example("Assessed the day before.", (viable("Sun 2018-09-30"), WITH_GRAN), "Wed 2018-10-31", (Expect(state="met"),)),
        Example(
            "Assessed in the morning, placed in the evening.",
            (viable("Mon 2018-10-01T09:00"), stay("s1", "Mon 2018-10-01T18:00", "reg24")),
            "Wed 2018-10-31",
            (Expect(state="met"),),
        ),
        Example("The day after is too late.", (WITH_GRAN, viable("Tue 2018-10-02")), "Wed 2018-10-31", (UNMET,)),
        Example("Found unsuitable.", (viable("Sun 2018-09-30", "not_suitable"), WITH_GRAN), "Wed 2018-10-31", (UNMET,)),
        Example("More was needed.", (viable("Sun 2018-09-30", "more_needed"), WITH_GRAN), "Wed 2018-10-31", (UNMET,)),
        Example(
            "It was her father who was assessed.", (viable("Sun 2018-09-30", carer=FATHER), WITH_GRAN), "Wed 2018-10-31", (UNMET,)
        ),
        Example(
            "Filed under the brother: it speaks of the grandmother all the same.",
            (viable("Sun 2018-09-30", about=(SIBLING,)), WITH_GRAN),
            "Wed 2018-10-31",
            (Expect(state="met"),),
        ),
        Example("Foster carers were approved before.", (FOSTERED,), "Wed 2018-10-31", ()),
        Example(
            "Assessed before, written down after: by what was known it had not been.",
            (viable("Sun 2018-09-30", recorded="Wed 2018-10-03T09:00"), WITH_GRAN),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on="2018-10-01"),),
        ),
    ),
)

LAC_14_GROWN_UP = at_eighteen("LAC-14", (WITH_GRAN,), "Mon 2019-01-21", "Thu 2019-01-31")
LAC_15_GROWN_UP = at_eighteen("LAC-15", (WITH_GRAN, LONGER), "Mon 2019-03-11", "Fri 2019-03-29")
