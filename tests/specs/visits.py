"""A child with a child protection plan is seen at home, by a social worker, often enough."""

from holdfast.kernel.when import When
from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Given, Spec, conference, given, person, visit

PLAN = conference("ic", "Wed 2018-10-03")
BOTH = (CHILD, SIBLING)


def ended(happened: str) -> Given:
    """A review conference ended the plan."""
    return conference("rc", happened, "plan_ended", kind="review")


CP_30 = Spec(
    "CP-30",
    (
        Example(
            "Seen on the ninth working day: in time, and the next ten count from there.",
            (PLAN, visit("v", "Tue 2018-10-16")),
            "Wed 2018-10-24",
            (
                Expect(state="met", due="2018-10-17", met_by="v", raised_on=None),
                Expect(state="running", starts="2018-10-16", due="2018-10-30", trigger="v"),
            ),
        ),
        Example(
            "On the tenth: in time.",
            (PLAN, visit("v", "Wed 2018-10-17")),
            "Wed 2018-10-24",
            (Expect(state="met", raised_on=None), Expect(state="running", due="2018-10-31")),
        ),
        Example(
            "On the eleventh: late.",
            (PLAN, visit("v", "Thu 2018-10-18")),
            "Wed 2018-10-24",
            (Expect(state="met_late", raised_on="2018-10-18"), Expect(state="running", due="2018-11-01")),
        ),
        Example(
            "A visit of which nobody says who made it counts, whoever wrote it down.",
            (PLAN, given("v", "visit_made", "Wed 2018-10-17", kind="child_protection", by="fin", seen=[CHILD])),
            "Wed 2018-10-24",
            (Expect(state="met"), Expect(state="running")),
        ),
        Example(
            "On the due day itself nothing is overdue yet.",
            (PLAN,),
            "Wed 2018-10-17",
            (Expect(state="due_soon", raised_on=None),),
        ),
        Example(
            "The day after, it is.",
            (PLAN,),
            "Thu 2018-10-18",
            (
                Expect(
                    state="overdue",
                    raised_on="2018-10-18",
                    says=(
                        "Last visit or start of the plan on 3 Oct 2018; no child protection visit at which this child was seen "
                        "by 17 Oct 2018 (at least every 10 working days)."
                    ),
                ),
            ),
        ),
        Example(
            "A visit to both children at which only the brother was seen is his alone.",
            (PLAN, visit("v", "Tue 2018-10-16", seen=(SIBLING,), about=BOTH)),
            "Wed 2018-10-24",
            (Expect(state="overdue", due="2018-10-17"),),
        ),
        Example(
            "Where nobody wrote down who was seen, nobody was shown to be.",
            (PLAN, given("v", "visit_made", "Tue 2018-10-16", kind="child_protection", worker="sam")),
            "Wed 2018-10-24",
            (Expect(state="overdue"),),
        ),
        Example(
            "A booking is not a visit.",
            (PLAN, given("b", "visit_booked", "Fri 2018-10-12", worker="sam", for_="2018-10-16")),
            "Wed 2018-10-24",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor is an appointment at which nobody let the worker in.",
            (PLAN, given("na", "contact_missed", "Tue 2018-10-16", kind="no_access", service="Child protection visit")),
            "Wed 2018-10-24",
            (Expect(state="overdue"),),
        ),
        Example(
            "A family support visit does not count.",
            (PLAN, given("v", "visit_made", "Tue 2018-10-16", kind="family_support", worker="sam", seen=[CHILD])),
            "Wed 2018-10-24",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor one made by a family support worker, whatever it was called.",
            (PLAN, visit("v", "Tue 2018-10-16", worker="fin")),
            "Wed 2018-10-24",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor seeing the child somewhere else than at home.",
            (PLAN, visit("v", "Tue 2018-10-16", home=False)),
            "Wed 2018-10-24",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor a core group.",
            (PLAN, given("cg", "core_group_held", "Tue 2018-10-16")),
            "Wed 2018-10-24",
            (Expect(state="overdue"),),
        ),
        Example(
            "A visit in the week before the plan was made is not one under it.",
            (visit("v", "Fri 2018-09-28"), PLAN),
            "Wed 2018-10-24",
            (Expect(state="overdue", due="2018-10-17"),),
        ),
        Example(
            "Bank holidays are not among the ten.",
            (conference("ic", "Mon 2018-12-17"),),
            "Fri 2019-01-04",
            (Expect(state="overdue", due="2019-01-03", raised_on="2019-01-04"),),
        ),
        Example(
            "A plan made where the year's bank holidays are not listed: it cannot be told when a visit was due.",
            (conference("ic", "Wed 2029-10-03"),),
            "Wed 2029-10-31",
            (Expect(state="cannot_tell", due=None, raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2020-03-01")},
        ),
    ),
)

MOVED = visit(
    "v2",
    "Tue 2018-10-16",
    seen=(SIBLING,),
    about=BOTH,
    recorded="Mon 2018-10-22T10:00",
    corrects="v",
    reason="It was Birch who was seen.",
)

CP_30_PUT_RIGHT = Spec(
    "CP-30",
    (
        Example(
            "Made in time and written down on Monday: it had shown on Thursday, and was no breach.",
            (PLAN, visit("v", "Wed 2018-10-17", recorded="Mon 2018-10-22T09:00")),
            "Wed 2018-10-24",
            (Expect(state="met", met_on="2018-10-17", raised_on="2018-10-18"), Expect(state="running", raised_on=None)),
        ),
        Example(
            "As it was known on the Friday, it was overdue.",
            (PLAN, visit("v", "Wed 2018-10-17", recorded="Mon 2018-10-22T09:00")),
            "Fri 2018-10-19",
            (Expect(state="overdue", raised_on="2018-10-18"),),
            known_at="Fri 2018-10-19",
        ),
        Example(
            "A visit corrected to be the brother's leaves this child unseen, from the day that was known.",
            (PLAN, visit("v", "Tue 2018-10-16", about=BOTH), MOVED),
            "Wed 2018-10-24",
            (
                Expect(state="overdue", due="2018-10-17", raised_on="2018-10-22"),
                Expect(state="not_required", raised_on=None, withdrawn_on="2018-10-22"),
            ),
        ),
        Example(
            "And it counts for the brother from then on.",
            (
                conference("ic", "Wed 2018-10-03", about=BOTH),
                given("ps", "plan_started", "Wed 2018-10-03", about=(SIBLING,), plan="child_protection", category="NEG"),
                visit("v", "Tue 2018-10-16", about=BOTH),
                MOVED,
            ),
            "Wed 2018-10-24",
            (Expect(state="met", met_on="2018-10-16", raised_on="2018-10-18"), Expect(state="running")),
            child=SIBLING,
        ),
        Example(
            "A visit that never happened is taken back.",
            (
                PLAN,
                visit("v", "Tue 2018-10-16"),
                given("w", "entry_withdrawn", "Thu 2018-10-18T09:00", withdraws="v", reason="Another family's visit."),
            ),
            "Wed 2018-10-24",
            (
                Expect(state="overdue", raised_on="2018-10-18", met_by=None),
                Expect(state="not_required", raised_on=None, withdrawn_on="2018-10-18"),
            ),
        ),
        Example(
            "A visit dated after the day it was written down meets nothing until it is put right.",
            (
                PLAN,
                visit("v", "Wed 2018-10-17", recorded="Mon 2018-10-15T09:00"),
                visit("v2", "Mon 2018-10-15", recorded="Fri 2018-10-19T09:00", corrects="v", reason="It was Monday."),
            ),
            "Wed 2018-10-24",
            (Expect(state="met", met_on="2018-10-15", raised_on="2018-10-18"), Expect(state="running", due="2018-10-29")),
        ),
        Example(
            "A visit known only to be in that week: in time by its first day, and the next ten count from its last.",
            (PLAN, visit("v", ("Mon 2018-10-15", "Fri 2018-10-19"))),
            "Wed 2018-10-24",
            (
                Expect(state="met", due="2018-10-17", met_on="2018-10-15", approximate=True),
                Expect(state="running", starts="2018-10-19", due="2018-11-02", approximate=True),
            ),
        ),
    ),
)

UNBORN = {CHILD: person(CHILD, "Ash", None, expected=When.parse("2018-12-10"))}
PRE_BIRTH_PLAN = conference("pb", "Wed 2018-10-03", kind="pre_birth")
BORN = given("birth", "birth_recorded", "Sat 2018-12-01", child=CHILD)


def seeing_mother(id: str, happened: str) -> Given:
    """A visit at which the mother was seen."""
    return visit(id, happened, seen=(MOTHER,))


CP_30_BEGINNINGS_AND_ENDINGS = Spec(
    "CP-30",
    (
        Example(
            "Before the birth, to see the mother is to see the child.",
            (PRE_BIRTH_PLAN, seeing_mother("v", "Wed 2018-10-17")),
            "Wed 2018-10-24",
            (Expect(state="met", met_by="v"), Expect(state="running", due="2018-10-31")),
            people=UNBORN,
        ),
        Example(
            "From the birth on the child must be seen: the mother alone does not count any more.",
            (PRE_BIRTH_PLAN, seeing_mother("v", "Thu 2018-11-29"), BORN, seeing_mother("v2", "Wed 2018-12-12")),
            "Fri 2018-12-14",
            (Expect(state="met_late", met_by="v"), Expect(state="overdue", due="2018-12-13", raised_on="2018-12-14")),
            people=UNBORN,
        ),
        Example(
            "The day the baby was expected is not the day of birth: until a birth is known, the mother counts.",
            (PRE_BIRTH_PLAN, seeing_mother("v", "Wed 2018-12-12")),
            "Fri 2018-12-14",
            (Expect(state="met_late", met_by="v"), Expect(state="running")),
            people=UNBORN,
        ),
        Example(
            "For a child who is born, seeing the mother was never enough.",
            (PLAN, seeing_mother("v", "Wed 2018-10-17")),
            "Wed 2018-10-24",
            (Expect(state="overdue"),),
        ),
        Example(
            "The plan ends: no visit is due any more.",
            (PLAN, visit("v", "Wed 2018-10-17"), ended("Mon 2018-10-29")),
            "Fri 2018-11-30",
            (Expect(state="met"), Expect(state="not_required", raised_on=None)),
        ),
        Example(
            "It had been overdue when the plan ended: that stays in view.",
            (PLAN, ended("Mon 2018-10-29")),
            "Fri 2018-11-30",
            (Expect(state="not_required", raised_on="2018-10-18"),),
        ),
        Example(
            "A plan that ends and starts again has new clocks; the old plan's never carry on.",
            (PLAN, visit("v", "Wed 2018-10-17"), ended("Mon 2018-10-29"), conference("ic2", "Wed 2019-06-05")),
            "Fri 2019-06-28",
            (
                Expect(state="met"),
                Expect(state="not_required", raised_on=None),
                Expect(state="overdue", trigger="ic2", due="2019-06-19", raised_on="2019-06-20"),
            ),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Wed 2018-10-24",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-10-10")},
        ),
        Example(
            "A child dies: nothing is due any more.",
            (PLAN, given("died", "death_recorded", "Sun 2018-10-14", person=CHILD)),
            "Wed 2018-10-24",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "The plan itself was entered on the wrong child: everything it had started is taken back.",
            (PLAN, given("w", "entry_withdrawn", "Mon 2018-10-22T09:00", withdraws="ic", reason="Another family's conference.")),
            "Wed 2018-10-24",
            (Expect(state="not_required", raised_on="2018-10-18", withdrawn_on="2018-10-22"),),
        ),
    ),
)
