"""Complex families, and plans that last: the agencies think it through together."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given

PLAN = conference("ic", "Wed 2018-10-03")


def together(happened: str | tuple[str, str], **rest: object) -> Given:
    """The agencies thought it through together."""
    return given("mas", "multi_agency_supervision_held", happened, present=["sam", "hv", "dsl"], **rest)


def ended(happened: str) -> Given:
    """A review conference ended the plan."""
    return conference("rc", happened, "plan_ended", kind="review")


MAS_01 = Spec(
    "MAS-01",
    (
        Example(
            "A day before the plan had lasted twelve months: in time.",
            (PLAN, together("Wed 2019-10-02")),
            "Thu 2019-10-31",
            (Expect(state="met", due="2019-10-03", met_by="mas", raised_on=None),),
        ),
        Example(
            "Twelve months to the day: in time.",
            (PLAN, together("Thu 2019-10-03")),
            "Thu 2019-10-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A day more: late.",
            (PLAN, together("Fri 2019-10-04")),
            "Thu 2019-10-31",
            (Expect(state="met_late", raised_on="2019-10-04"),),
        ),
        Example(
            "From 29 February twelve months end on the twenty-eighth.",
            (conference("ic", "Sat 2020-02-29"),),
            "Mon 2021-03-01",
            (Expect(state="overdue", due="2021-02-28", raised_on="2021-03-01"),),
        ),
        Example(
            "A worker's own supervision is not the agencies' together.",
            (PLAN, given("sup", "supervision_held", "Mon 2019-09-02", worker="sam", manager="kay")),
            "Thu 2019-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor is one about a brother alone.",
            (PLAN, together("Mon 2019-09-02", about=(SIBLING,))),
            "Thu 2019-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "The plan ended before it had lasted that long.",
            (PLAN, ended("Wed 2019-07-03")),
            "Thu 2019-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "Two plans of seven months each have not lasted twelve.",
            (PLAN, ended("Wed 2019-05-08"), conference("ic2", "Wed 2019-06-05")),
            "Tue 2019-12-31",
            (Expect(state="not_required", raised_on=None), Expect(state="running", trigger="ic2", due="2020-06-05")),
        ),
        Example(
            "A plan for a child in need is not counted.",
            (given("cin", "plan_started", "Wed 2018-10-03", plan="child_in_need"),),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "Held in time and written down late: it had shown, and was no breach.",
            (PLAN, together("Thu 2019-10-03", recorded="Mon 2019-10-14T09:00")),
            "Thu 2019-10-31",
            (Expect(state="met", raised_on="2019-10-04"),),
        ),
    ),
)

PRE_PROCEEDINGS = given("pp", "preproceedings_started", "Fri 2019-03-22")


def room(id: str, happened: str, professionals: int, **rest: object) -> Given:
    """A core group with this many professionals, and the mother."""
    present = [{"role": "professional"} for _ in range(professionals)] + [{"role": "mother", "person": "mother"}]
    return given(id, "core_group_held", happened, present=present, **rest)


def lead(id: str, happened: str, worker: str) -> Given:
    """Another lead worker."""
    return given(id, "worker_allocated", happened, worker=worker, role="lead_social_worker", by="kay")


def crisis(id: str, happened: str, kind: str = "domestic_abuse", **rest: object) -> Given:
    """A crisis of the adults."""
    return given(id, "incident_recorded", happened, kind=kind, children_present="yes", **rest)


EIGHT = room("cg", "Mon 2019-04-01", 8)

MAS_02 = Spec(
    "MAS-02",
    (
        Example(
            "Eight professionals at a meeting while pre-proceedings are open: brought together on the nineteenth working day.",
            (PRE_PROCEEDINGS, EIGHT, together("Tue 2019-04-30")),
            "Fri 2019-05-31",
            (Expect(state="met", starts="2019-04-01", due="2019-05-01", trigger="cg", met_by="mas", raised_on=None),),
        ),
        Example(
            "On the twentieth, with Easter between: in time.",
            (PRE_PROCEEDINGS, EIGHT, together("Wed 2019-05-01")),
            "Fri 2019-05-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the twenty-first: late.",
            (PRE_PROCEEDINGS, EIGHT, together("Thu 2019-05-02")),
            "Fri 2019-05-31",
            (Expect(state="met_late", raised_on="2019-05-02"),),
        ),
        Example("One mark alone is not enough.", (PRE_PROCEEDINGS,), "Fri 2019-05-31", ()),
        Example("Seven professionals are no mark.", (PRE_PROCEEDINGS, room("cg", "Mon 2019-04-01", 7)), "Fri 2019-05-31", ()),
        Example(
            "Nor is a mark that was over before the next was made.",
            (PRE_PROCEEDINGS, given("end", "preproceedings_ended", "Fri 2019-03-29", outcome="Stepped down"), EIGHT),
            "Fri 2019-05-31",
            (),
        ),
        Example(
            "The third lead worker in twelve months is one.",
            (
                lead("l1", "Mon 2018-05-07", "sam"),
                lead("l2", "Mon 2018-11-05", "ravi"),
                PRE_PROCEEDINGS,
                lead("l3", "Mon 2019-04-29", "lena"),
            ),
            "Fri 2019-05-31",
            (Expect(starts="2019-04-29", trigger="l3"),),
        ),
        Example(
            "The third in a year and a week is not.",
            (
                lead("l1", "Mon 2018-04-23", "sam"),
                lead("l2", "Mon 2018-11-05", "ravi"),
                PRE_PROCEEDINGS,
                lead("l3", "Mon 2019-04-29", "lena"),
            ),
            "Fri 2019-05-31",
            (),
        ),
        Example(
            "A second plan within two years of the first is one.",
            (PLAN, ended("Thu 2019-01-03"), PRE_PROCEEDINGS, conference("ic2", "Wed 2019-06-05")),
            "Fri 2019-06-28",
            (Expect(starts="2019-06-05", trigger="ic2"),),
        ),
        Example(
            "So is six months on a plan that a conference continues.",
            (PLAN, conference("rc", "Wed 2019-04-03", "plan_continued", kind="review"), PRE_PROCEEDINGS),
            "Fri 2019-05-31",
            (Expect(starts="2019-04-03", trigger="rc"),),
        ),
        Example(
            "A day short of six is not.",
            (PLAN, conference("rc", "Tue 2019-04-02", "plan_continued", kind="review"), PRE_PROCEEDINGS),
            "Fri 2019-05-31",
            (),
        ),
        Example(
            "Three crises in ninety days are one.",
            (PRE_PROCEEDINGS, crisis("i1", "Mon 2019-03-04"), crisis("i2", "Mon 2019-04-08"), crisis("i3", "Sat 2019-06-01")),
            "Fri 2019-06-28",
            (Expect(starts="2019-06-01", trigger="i3"),),
        ),
        Example(
            "In ninety-one they are not.",
            (PRE_PROCEEDINGS, crisis("i1", "Mon 2019-03-04"), crisis("i2", "Mon 2019-04-08"), crisis("i3", "Sun 2019-06-02")),
            "Fri 2019-06-28",
            (),
        ),
        Example(
            "A disagreement that nobody has resolved is one.",
            (
                PRE_PROCEEDINGS,
                given("dis", "disagreement_raised", "Mon 2019-04-08", by="hv", text="She is not safe.", immediate_risk=False),
            ),
            "Fri 2019-05-31",
            (Expect(starts="2019-04-08", trigger="dis"),),
        ),
        Example(
            "A third mark while two hold says nothing new.",
            (PRE_PROCEEDINGS, EIGHT, given("dis", "disagreement_raised", "Mon 2019-04-08", by="hv", text="She is not safe.")),
            "Tue 2019-04-30",
            (Expect(trigger="cg", due="2019-05-01"),),
        ),
        Example(
            "The meeting had seven, not eight: corrected, the clock is taken back, and that it had shown stays.",
            (
                PRE_PROCEEDINGS,
                EIGHT,
                room(
                    "cg2", "Mon 2019-04-01", 7, recorded="Tue 2019-05-07T09:00", corrects="cg", reason="The nurse sent apologies."
                ),
            ),
            "Fri 2019-05-31",
            (Expect(state="not_required", raised_on="2019-05-02", withdrawn_on="2019-05-07", about=(CHILD,)),),
        ),
    ),
)
