"""Multi-agency supervision, repeated for as long as it is needed."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

PLAN = conference("ic", "Wed 2018-08-01")


def session(happened: str, id: str = "ms", **rest: object) -> Given:
    """The professionals thought the family through together."""
    return given(id, "multi_agency_supervision_held", happened, present=["school", "health"], **rest)


MAS_03 = Spec(
    "MAS-03",
    (
        Example(
            "Twelve weeks from each session.",
            (PLAN, session("Mon 2018-09-03"), session("Mon 2018-11-05", "ms2")),
            "Fri 2018-11-23",
            (
                Expect(state="met", starts="2018-09-03", due="2018-11-26", met_by="ms2"),
                Expect(state="running", starts="2018-11-05", due="2019-01-28", trigger="ms2"),
            ),
        ),
        Example(
            "Twelve weeks to the day: in time.",
            (PLAN, session("Mon 2018-09-03"), session("Mon 2018-11-26", "ms2")),
            "Mon 2018-12-31",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2019-02-18")),
        ),
        Example(
            "A day more: late.",
            (PLAN, session("Mon 2018-09-03"), session("Tue 2018-11-27", "ms2")),
            "Mon 2018-12-31",
            (Expect(state="met_late", raised_on="2018-11-27"), Expect(state="running", due="2019-02-19")),
        ),
        Example("No session yet: the first is a standard of its own.", (PLAN,), "Mon 2018-12-31", ()),
        Example("A session about a family with no plan is not followed.", (session("Mon 2018-09-03"),), "Mon 2018-12-31", ()),
        Example(
            "The end of the plan stops the clock.",
            (PLAN, session("Mon 2018-09-03"), conference("rc", "Thu 2018-11-01", "plan_ended", kind="review")),
            "Mon 2018-12-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "Not where pre-proceedings are still going on.",
            (
                PLAN,
                session("Mon 2018-09-03"),
                given("pp", "preproceedings_started", "Mon 2018-10-01"),
                conference("rc", "Thu 2018-11-01", "plan_ended", kind="review"),
            ),
            "Mon 2018-12-31",
            (Expect(state="overdue", raised_on="2018-11-27"),),
        ),
        Example(
            "A session about the brother alone is his.",
            (PLAN, session("Mon 2018-09-03"), session("Mon 2018-11-05", "ms2", about=(SIBLING,))),
            "Mon 2018-12-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN, session("Mon 2018-09-03")),
            "Mon 2018-12-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-11-01")},
        ),
    ),
)
