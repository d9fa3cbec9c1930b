"""Oversight: supervision about each child on a plan, and nothing left unwritten by a worker who leaves."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

PLAN = conference("ic", "Mon 2018-09-03")


def supervision(happened: str, **rest: object) -> Given:
    """A worker and their manager thought about this child."""
    return given("su", "supervision_held", happened, by="kay", worker="sam", manager="kay", **rest)


WK_09 = Spec(
    "WK-09",
    (
        Example(
            "On the nineteenth working day: in time, and the next twenty begin.",
            (PLAN, supervision("Fri 2018-09-28")),
            "Fri 2018-10-05",
            (
                Expect(state="met", starts="2018-09-03", due="2018-10-01", met_by="su", raised_on=None),
                Expect(state="running", starts="2018-09-28", due="2018-10-26", trigger="su"),
            ),
        ),
        Example(
            "On the twentieth: in time.",
            (PLAN, supervision("Mon 2018-10-01")),
            "Fri 2018-10-05",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2018-10-29")),
        ),
        Example(
            "On the twenty-first: late.",
            (PLAN, supervision("Tue 2018-10-02")),
            "Fri 2018-10-05",
            (Expect(state="met_late", raised_on="2018-10-02"), Expect(state="running", due="2018-10-30")),
        ),
        Example(
            "Supervision about the brother is not about this child.",
            (PLAN, supervision("Fri 2018-09-28", about=(SIBLING,))),
            "Fri 2018-10-05",
            (Expect(state="overdue", raised_on="2018-10-02"),),
        ),
        Example(
            "Supervision across agencies does not take its place.",
            (PLAN, given("mas", "multi_agency_supervision_held", "Fri 2018-09-28", present=["school"])),
            "Fri 2018-10-05",
            (Expect(state="overdue"),),
        ),
        Example(
            "The end of the plan stops the clock.",
            (PLAN, conference("rc", "Wed 2018-09-26", "plan_ended", kind="review")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A child in need plan starts none.",
            (given("cin", "plan_started", "Mon 2018-09-03", plan="child_in_need"),),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-09-20")},
        ),
    ),
)


def leaving(last_day: str, happened: str = "Mon 2018-09-03", id: str = "wl", worker: str = "sam") -> Given:
    """A worker's last day was set."""
    return given(id, "worker_leaving", happened, by="kay", worker=worker, last_day=last_day)


def closed(happened: str, worker: str = "sam", **rest: object) -> Given:
    """The manager made sure that everything is on the record."""
    return given("rc", "recording_closed_off", happened, by="kay", worker=worker, **rest)


WK_10 = Spec(
    "WK-10",
    (
        Example(
            "Closed off the day before the last: in time.",
            (leaving("2018-09-28"), closed("Thu 2018-09-27")),
            "Fri 2018-10-05",
            (Expect(state="met", starts="2018-09-03", due="2018-09-28", met_by="rc", raised_on=None),),
        ),
        Example(
            "On the last day: in time.",
            (leaving("2018-09-28"), closed("Fri 2018-09-28")),
            "Fri 2018-10-05",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "The day after: late.",
            (leaving("2018-09-28"), closed("Sat 2018-09-29")),
            "Fri 2018-10-05",
            (Expect(state="met_late", raised_on="2018-09-29"),),
        ),
        Example(
            "Another worker's recording is another's.",
            (leaving("2018-09-28"), closed("Thu 2018-09-27", "ravi")),
            "Fri 2018-10-05",
            (Expect(state="overdue", raised_on="2018-09-29"),),
        ),
        Example(
            "Said of the worker and no child in particular, it holds for every child.",
            (leaving("2018-09-28"), closed("Thu 2018-09-27", about=())),
            "Fri 2018-10-05",
            (Expect(state="met"),),
        ),
        Example(
            "The last day was put off: the new one counts.",
            (leaving("2018-09-28"), leaving("2018-10-12", "Thu 2018-09-20", "wl2")),
            "Fri 2018-10-05",
            (
                Expect(state="not_required", trigger="wl", raised_on=None),
                Expect(state="due_soon", trigger="wl2", due="2018-10-12"),
            ),
        ),
        Example(
            "Two workers leave: each has a last day.",
            (leaving("2018-09-28"), leaving("2018-10-12", "Thu 2018-09-20", "wl2", "ravi")),
            "Fri 2018-10-05",
            (Expect(state="overdue", trigger="wl"), Expect(state="due_soon", trigger="wl2")),
        ),
        Example(
            "The child comes of age: what was done still has to be written down.",
            (leaving("2018-09-28"),),
            "Fri 2018-10-05",
            (Expect(state="overdue"),),
            people={CHILD: person(CHILD, "Ash", "2000-09-20")},
        ),
        Example(
            "Closed off in time and said so later: it had shown, and was no breach.",
            (leaving("2018-09-28"), closed("Fri 2018-09-28", recorded="Tue 2018-10-02T09:00")),
            "Fri 2018-10-05",
            (Expect(state="met", raised_on="2018-09-29"),),
        ),
    ),
)
