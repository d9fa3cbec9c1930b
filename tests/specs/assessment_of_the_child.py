"""Assessment of the child: seen soon, kept up to date on a plan, and asked about caring for others."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Given, Spec, conference, given, person, visit

STARTED = given("as", "assessment_started", "Mon 2018-09-03", kind="child_and_family")
TURNS_18 = {CHILD: person(CHILD, "Ash", "2000-09-06")}


def completed(happened: str) -> Given:
    """The assessment was completed."""
    return given("ac", "assessment_completed", happened, assessment="as", outcome="No further action.")


AS_04 = Spec(
    "AS-04",
    (
        Example(
            "Seen on the fourth working day: in time.",
            (STARTED, visit("v", "Fri 2018-09-07")),
            "Fri 2018-09-28",
            (Expect(state="met", due="2018-09-10", met_by="v", raised_on=None),),
        ),
        Example(
            "On the fifth: in time, whatever kind of visit it was.",
            (STARTED, given("v", "visit_made", "Mon 2018-09-10", kind="other", worker="sam", seen=[CHILD])),
            "Fri 2018-09-28",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixth: late.",
            (STARTED, visit("v", "Tue 2018-09-11")),
            "Fri 2018-09-28",
            (Expect(state="met_late", raised_on="2018-09-11"),),
        ),
        Example(
            "A visit at which only the brother was seen is not seeing this child.",
            (STARTED, visit("v", "Fri 2018-09-07", seen=(SIBLING,), about=(CHILD, SIBLING))),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "A visit of which nobody says who made it counts, whoever wrote it down.",
            (STARTED, given("v", "visit_made", "Fri 2018-09-07", kind="child_protection", by="fin", seen=[CHILD])),
            "Fri 2018-09-28",
            (Expect(state="met"),),
        ),
        Example(
            "A family support worker's visit is not the social worker's.",
            (STARTED, visit("v", "Fri 2018-09-07", worker="fin")),
            "Fri 2018-09-28",
            (Expect(state="overdue"),),
        ),
        Example(
            "An unborn baby is seen by seeing the mother.",
            (
                given("as", "assessment_started", "Mon 2018-09-03", kind="pre_birth"),
                visit("v", "Fri 2018-09-07", seen=(MOTHER,)),
            ),
            "Fri 2018-09-28",
            (Expect(state="met"),),
            people={CHILD: person(CHILD, "Ash", None)},
        ),
        Example(
            "An assessment completed on a child who was not seen is no excuse.",
            (STARTED, completed("Fri 2018-09-07")),
            "Fri 2018-09-28",
            (Expect(state="overdue", raised_on="2018-09-11"),),
        ),
        Example(
            "Seen in time and written down a week later: it had shown, and was no breach.",
            (STARTED, visit("v", "Mon 2018-09-10", recorded="Mon 2018-09-17T09:00")),
            "Fri 2018-09-28",
            (Expect(state="met", raised_on="2018-09-11"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (STARTED,),
            "Fri 2018-09-28",
            (Expect(state="not_required", raised_on=None),),
            people=TURNS_18,
        ),
    ),
)

PLAN = conference("ic", "Wed 2018-10-03")
AS_05 = Spec(
    "AS-05",
    (
        Example(
            "The first six months count from the plan, the next from each assessment completed.",
            (given("as", "assessment_started", "Mon 2018-12-03", kind="update"), PLAN, completed("Mon 2019-01-14")),
            "Thu 2019-01-31",
            (
                Expect(state="met", starts="2018-10-03", due="2019-04-03", met_by="ac"),
                Expect(state="running", starts="2019-01-14", due="2019-07-14", trigger="ac"),
            ),
        ),
        Example(
            "Six months to the day: in time.",
            (given("as", "assessment_started", "Mon 2018-12-03", kind="update"), PLAN, completed("Wed 2019-04-03")),
            "Tue 2019-04-30",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2019-10-03")),
        ),
        Example(
            "A day more: late.",
            (given("as", "assessment_started", "Mon 2018-12-03", kind="update"), PLAN, completed("Thu 2019-04-04")),
            "Tue 2019-04-30",
            (Expect(state="met_late", raised_on="2019-04-04"), Expect(state="running", due="2019-10-04")),
        ),
        Example(
            "The assessment that led to the plan is not one that brings it up to date.",
            (given("as", "assessment_started", "Wed 2018-08-01", kind="child_and_family"), completed("Fri 2018-09-28"), PLAN),
            "Tue 2019-04-30",
            (Expect(state="overdue", due="2019-04-03", raised_on="2019-04-04"),),
        ),
        Example(
            "One that has only started brings nothing up to date.",
            (PLAN, given("as", "assessment_started", "Mon 2018-12-03", kind="update")),
            "Tue 2019-04-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "The end of the plan stops the clock.",
            (PLAN, conference("rc", "Thu 2019-01-03", "plan_ended", kind="review")),
            "Tue 2019-04-30",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A plan for a child in need starts none.",
            (given("cin", "plan_started", "Wed 2018-10-03", plan="child_in_need"),),
            "Tue 2019-04-30",
            (),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Tue 2019-04-30",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2001-02-01")},
        ),
    ),
)


def cares(happened: str, id: str, *other: str, **rest: object) -> Given:
    """The school noticed what a child does for others."""
    return given(
        id, "observation_recorded", happened, by="dsl", other=list(other), text="She took them home.", setting="school", **rest
    )


def decided(happened: str, id: str = "yd", **rest: object) -> Given:
    """It was decided whether to assess the child as a young carer."""
    return given(id, "young_carer_assessment_decided", happened, offered=True, decision="assess", reasons="She asked.", **rest)


FIRST = cares("Wed 2018-06-06", "o1", "caring for siblings")
SECOND = cares("Mon 2018-09-03", "o2", "young carer")
AS_06 = Spec(
    "AS-06",
    (
        Example(
            "Two signs 89 days apart start ten working days; decided on the ninth: in time.",
            (FIRST, SECOND, decided("Fri 2018-09-14")),
            "Wed 2018-10-31",
            (Expect(state="met", trigger="o2", starts="2018-09-03", due="2018-09-17", met_by="yd", raised_on=None),),
        ),
        Example(
            "On the tenth: in time.",
            (FIRST, SECOND, decided("Mon 2018-09-17")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the eleventh: late.",
            (FIRST, SECOND, decided("Tue 2018-09-18")),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-09-18"),),
        ),
        Example(
            "The assessment itself is the decision carried out.",
            (FIRST, SECOND, given("ya", "young_carer_assessed", "Fri 2018-09-14")),
            "Wed 2018-10-31",
            (Expect(state="met", met_by="ya"),),
        ),
        Example(
            "Ninety days apart the first no longer counts.",
            (cares("Tue 2018-06-05", "o1", "caring for siblings"), SECOND),
            "Wed 2018-10-31",
            (),
        ),
        Example("One sign is not two.", (SECOND,), "Wed 2018-10-31", ()),
        Example(
            "Other things that were seen are no signs of caring, nor is an uncaring parent.",
            (SECOND, cares("Tue 2018-09-04", "o3", "hungry"), cares("Wed 2018-09-05", "o4", "uncaring mother")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "A brother's caring is his own.",
            (cares("Mon 2018-08-06", "o1", "caring for siblings", about=(SIBLING,)), SECOND),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "After a decision it takes two new signs.",
            (FIRST, decided("Mon 2018-07-02"), SECOND),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "So it does after an assessment.",
            (
                FIRST,
                given("ya", "young_carer_assessed", "Mon 2018-07-02"),
                SECOND,
                cares("Mon 2018-09-10", "o3", "looks after them"),
            ),
            "Wed 2018-10-31",
            (Expect(state="overdue", trigger="o3", due="2018-09-24"),),
        ),
        Example(
            "A sign written down late was not known before.",
            (FIRST, cares("Mon 2018-09-03", "o2", "young carer", recorded="Thu 2018-09-20T09:00")),
            "Wed 2018-09-19",
            (),
            known_at="Wed 2018-09-19T09:00",
        ),
        Example(
            "Before the duty began there was no such standard.",
            (cares("Mon 2015-03-02", "o1", "young carer"), cares("Tue 2015-03-31", "o2", "young carer")),
            "Fri 2015-05-29",
            (),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (FIRST, SECOND),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people=TURNS_18,
        ),
    ),
)
