"""Before birth: what is due by so many weeks of pregnancy, and in any case by the birth."""

from holdfast.kernel.when import When
from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, contact, given, person
from tests.specs.limits import sides

# Due on Friday 4 October 2019: 28 weeks on 12 July, 32 on 9 August, 36 on 6 September, all Fridays.
EXPECTED = {CHILD: person(CHILD, "Ash", None, expected=When.parse("2019-10-04"))}
UNDATED = {CHILD: person(CHILD, "Ash", None)}


def decided(happened: str, decision: str = "assessment", id: str = "d", **rest: object) -> Given:
    """A referral is decided."""
    return given(id, "contact_decided", happened, contact="c", decision=decision, reasons="A baby is expected.", **rest)


def assessing(happened: str, **rest: str) -> Given:
    """A pre-birth assessment begins."""
    return given("as", "assessment_started", happened, kind=rest.pop("kind", "pre_birth"), **rest)


def assessed(happened: str, outcome: str = "A child in need plan", id: str = "ac", **rest: object) -> Given:
    """The assessment ends."""
    return given(id, "assessment_completed", happened, assessment="as", factors=[], outcome=outcome, **rest)


def discussed(happened: str, decision: str = "section47", id: str = "sd", **rest: object) -> Given:
    """A strategy discussion."""
    return given(id, "strategy_discussion_held", happened, decision=decision, **rest)


def born(happened: str) -> Given:
    """The baby is born."""
    return given("born", "birth_recorded", happened, child=CHILD)


def died(happened: str) -> Given:
    """The baby dies, born or not."""
    return given("died", "death_recorded", happened, person=CHILD)


CONCERN = given("uc", "unborn_concern_identified", "Fri 2019-05-10", text="No antenatal care so far.", by="hv")

UB_01 = Spec(
    "UB-01",
    (
        *sides(
            "Referred",
            (CONCERN,),
            lambda day: contact("c", day),
            ("Thu 2019-05-16", "Fri 2019-05-17", "Mon 2019-05-20"),
            "Fri 2019-05-31",
            "2019-05-17",
            "2019-05-18",
            people=EXPECTED,
        ),
        Example(
            "A referral of somebody else is not one of this baby.",
            (CONCERN, contact("c", "Mon 2019-05-13", about=(SIBLING,))),
            "Fri 2019-05-31",
            (Expect(state="overdue"),),
            people=EXPECTED,
        ),
        Example(
            "The pregnancy is lost in the meantime: nobody has to refer it any more.",
            (CONCERN, died("Tue 2019-05-14")),
            "Fri 2019-05-31",
            (Expect(state="not_required", raised_on=None),),
            people=EXPECTED,
        ),
        Example(
            "Referred in time and written down late: it had shown by then.",
            (CONCERN, contact("c", "Thu 2019-05-16", recorded="Tue 2019-05-21T09:00")),
            "Fri 2019-05-31",
            (Expect(state="met", raised_on="2019-05-18"),),
            people=EXPECTED,
        ),
    ),
)

UB_02 = Spec(
    "UB-02",
    (
        *sides(
            "Assessed",
            (decided("Tue 2019-05-14"),),
            assessed,
            ("Thu 2019-07-11", "Fri 2019-07-12", "Sat 2019-07-13"),
            "Wed 2019-07-31",
            "2019-07-12",
            "2019-07-13",
            people=EXPECTED,
        ),
        Example(
            "Two weeks before it is due: due soon.",
            (decided("Tue 2019-05-14", "strategy_discussion"),),
            "Fri 2019-06-28",
            (Expect(state="due_soon"),),
            people=EXPECTED,
        ),
        Example(
            "Where nobody knows when the baby is due, it cannot be told.",
            (decided("Tue 2019-05-14"), assessing("Wed 2019-05-15")),
            "Wed 2019-07-31",
            (Expect(state="cannot_tell", due=None, trigger="d"),),
            people=UNDATED,
        ),
        Example(
            "Thirty weeks pregnant already: 20 working days, the August bank holiday not among them.",
            (decided("Mon 2019-08-05"),),
            "Mon 2019-09-30",
            (Expect(state="overdue", due="2019-09-03"),),
            people=EXPECTED,
        ),
        Example(
            "Born before that: due by the birth.",
            (decided("Mon 2019-08-05"), born("Mon 2019-08-19"), assessed("Tue 2019-08-20")),
            "Mon 2019-09-30",
            (Expect(state="met_late", due="2019-08-19"),),
            people=EXPECTED,
        ),
        Example(
            "A pre-birth assessment that begins without a decision on record starts it too.",
            (decided("Tue 2019-05-14", "no_further_action"), assessing("Wed 2019-05-15")),
            "Wed 2019-07-31",
            (Expect(state="overdue", trigger="as", due="2019-07-12"),),
            people=EXPECTED,
        ),
        Example(
            "With the decision on record, it is the decision that counts.",
            (decided("Tue 2019-05-14"), assessing("Wed 2019-05-15")),
            "Wed 2019-07-31",
            (Expect(state="overdue", trigger="d"),),
            people=EXPECTED,
        ),
        Example(
            "Another kind of assessment is not this.",
            (assessing("Wed 2019-05-15", kind="child_and_family"),),
            "Wed 2019-07-31",
            (),
            people=EXPECTED,
        ),
        Example(
            "A referral after the birth is of a child.",
            (born("Fri 2019-10-04"), decided("Mon 2019-10-07"), assessing("Tue 2019-10-08", recorded="Tue 2019-10-08T12:00")),
            "Thu 2019-10-31",
            (),
            people=EXPECTED,
        ),
        Example(
            "An assessment called pre-birth after the birth starts nothing.",
            (born("Fri 2019-10-04"), assessing("Tue 2019-10-08")),
            "Thu 2019-10-31",
            (),
            people=EXPECTED,
        ),
        Example(
            "The pregnancy is lost: nothing more to assess.",
            (decided("Tue 2019-05-14"), died("Mon 2019-06-03")),
            "Wed 2019-07-31",
            (Expect(state="not_required"),),
            people=EXPECTED,
        ),
    ),
)

UB_03 = Spec(
    "UB-03",
    (
        *sides(
            "Met",
            (decided("Tue 2019-05-14", "strategy_discussion"),),
            discussed,
            ("Thu 2019-07-11", "Fri 2019-07-12", "Sat 2019-07-13"),
            "Wed 2019-07-31",
            "2019-07-12",
            "2019-07-13",
            people=EXPECTED,
        ),
        Example(
            "A pre-birth assessment that points to child protection starts it too.",
            (assessed("Mon 2019-06-10", "Strategy discussion to be held"),),
            "Wed 2019-07-31",
            (Expect(state="overdue", trigger="ac", due="2019-07-12"),),
            people=EXPECTED,
        ),
        Example(
            "One that does not, does not.",
            (decided("Tue 2019-05-14"), assessed("Mon 2019-06-10")),
            "Wed 2019-07-31",
            (),
            people=EXPECTED,
        ),
        Example(
            "After the birth it is another matter.",
            (
                born("Fri 2019-10-04"),
                decided("Mon 2019-10-07", "strategy_discussion"),
                assessed("Tue 2019-10-08", "Child protection"),
            ),
            "Thu 2019-10-31",
            (),
            people=EXPECTED,
        ),
        Example(
            "Past 28 weeks already: the same day.",
            (decided("Mon 2019-08-05", "strategy_discussion"), discussed("Tue 2019-08-06")),
            "Fri 2019-08-30",
            (Expect(state="met_late", due="2019-08-05", raised_on="2019-08-06"),),
            people=EXPECTED,
        ),
        Example(
            "The pregnancy is lost: nothing more to meet about.",
            (decided("Tue 2019-05-14", "strategy_discussion"), died("Mon 2019-06-03")),
            "Wed 2019-07-31",
            (Expect(state="not_required"),),
            people=EXPECTED,
        ),
    ),
)


def before_birth(happened: str, kind: str = "pre_birth", **rest: object) -> Given:
    """A conference that decides about the unborn baby."""
    return conference("conf", happened, kind=kind, **rest)
