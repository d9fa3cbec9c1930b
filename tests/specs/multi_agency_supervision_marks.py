"""What makes a family complex enough for supervision across agencies: each mark, and what falls just short of it."""

from tests.specs.kit import MOTHER, Example, Expect, Given, Spec, conference, given

STARTED = given("pre", "preproceedings_started", "Fri 2019-03-01")


def crowd(happened: str, professionals: int) -> Given:
    """A core group with the mother and so many professionals."""
    there = [{"role": "mother", "person": MOTHER}, *({"role": f"professional {n}"} for n in range(professionals))]
    return given("cg", "core_group_held", happened, present=there)


def led_by(worker: str, happened: str) -> Given:
    """The child was given to this lead worker."""
    return given(f"a-{worker}", "worker_allocated", happened, worker=worker, role="lead_social_worker")


def crisis(id: str, happened: str, kind: str = "arrest") -> Given:
    """Something happened among the adults."""
    return given(id, "incident_recorded", happened, kind=kind, children_present="yes")


EARLIER = (conference("ic", "Wed 2016-10-05"), conference("rc", "Mon 2017-04-10", "plan_ended", kind="review"))

MAS_02_MARKS = Spec(
    "MAS-02",
    (
        Example(
            "Eight professionals at one meeting are a mark; the mother is not one of them.",
            (STARTED, crowd("Mon 2019-03-11", 8)),
            "Fri 2019-03-15",
            (Expect(state="running", trigger="cg", due="2019-04-08"),),
        ),
        Example("Seven and the mother are not.", (STARTED, crowd("Mon 2019-03-11", 7)), "Fri 2019-03-15", ()),
        Example(
            "A third lead worker in twelve months is a mark.",
            (STARTED, led_by("sam", "Mon 2018-06-04"), led_by("ravi", "Mon 2018-11-05"), led_by("lena", "Mon 2019-03-11")),
            "Fri 2019-03-15",
            (Expect(state="running", trigger="a-lena"),),
        ),
        Example(
            "A third in thirteen is not.",
            (STARTED, led_by("sam", "Mon 2018-02-05"), led_by("ravi", "Mon 2018-11-05"), led_by("lena", "Mon 2019-03-11")),
            "Fri 2019-03-15",
            (),
        ),
        Example(
            "A second plan within 24 months of the first is a mark.",
            (*EARLIER, STARTED, conference("ic2", "Mon 2019-04-08")),
            "Fri 2019-04-12",
            (
                Expect(
                    state="running",
                    trigger="ic2",
                    due="2019-05-09",
                    says="Two marks of complexity on 8 Apr 2019; multi-agency supervision due by 9 May 2019 (20 working days).",
                ),
            ),
        ),
        Example(
            "On the day 24 months are over it is not any more.",
            (*EARLIER, STARTED, conference("ic2", "Wed 2019-04-10")),
            "Fri 2019-04-12",
            (),
        ),
        Example(
            "Continued after six months on the plan is a mark.",
            (conference("ic", "Mon 2018-09-10"), STARTED, conference("rc", "Mon 2019-03-11", "plan_continued", kind="review")),
            "Fri 2019-03-15",
            (Expect(state="running", trigger="rc", starts="2019-03-11"),),
        ),
        Example(
            "Continued at five months is not.",
            (conference("ic", "Wed 2018-10-03"), STARTED, conference("rc", "Mon 2019-03-11", "plan_continued", kind="review")),
            "Fri 2019-03-15",
            (),
        ),
        Example(
            "A third crisis of the adults in 90 days is a mark.",
            (STARTED, crisis("i1", "Mon 2019-01-07"), crisis("i2", "Mon 2019-02-11"), crisis("i3", "Sat 2019-04-06")),
            "Mon 2019-04-08",
            (Expect(state="running", trigger="i3", starts="2019-04-06"),),
        ),
        Example(
            "The 91st day is too late for it.",
            (STARTED, crisis("i1", "Mon 2019-01-07"), crisis("i2", "Mon 2019-02-11"), crisis("i3", "Sun 2019-04-07")),
            "Mon 2019-04-08",
            (),
        ),
        Example(
            "Something else that happened is no crisis of theirs.",
            (STARTED, crisis("i1", "Mon 2019-02-04"), crisis("i2", "Mon 2019-02-11"), crisis("i3", "Mon 2019-03-11", "other")),
            "Fri 2019-03-15",
            (),
        ),
    ),
)
