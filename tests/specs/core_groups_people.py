"""Core groups: a social worker is there. And the outline plan becomes a full one."""

from tests.specs.core_groups import PLAN, core_group, ended
from tests.specs.kit import MOTHER, SIBLING, Example, Expect, Given, Spec, conference, given

SAM = {"role": "social_worker", "worker": "sam"}
TEACHER = {"role": "designated_safeguarding_lead", "worker": "dsl"}
PARENT = {"role": "mother", "person": MOTHER}
SUPPORT = {"role": "family_support_worker", "worker": "fin"}

CP_22 = Spec(
    "CP-22",
    (
        Example(
            "The social worker was there.",
            (core_group("Wed 2018-10-17", present=[SAM, TEACHER, PARENT]),),
            "Wed 2018-10-31",
            (Expect(state="met", due="2018-10-17", met_on="2018-10-17", raised_on=None),),
        ),
        Example(
            "Nobody from social work was there: it shows the same day.",
            (core_group("Wed 2018-10-17", present=[TEACHER, PARENT]),),
            "Wed 2018-10-17",
            (
                Expect(
                    state="overdue",
                    raised_on="2018-10-17",
                    says="Core group on 17 Oct 2018 without social worker present.",
                ),
            ),
        ),
        Example(
            "A family support worker is not a social worker.",
            (core_group("Wed 2018-10-17", present=[SUPPORT, TEACHER]),),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "Somebody named to cover for the social worker counts, whatever they are called.",
            (
                given("cover", "cover_named", "Mon 2018-10-15", about=(), for_="sam", cover="lena"),
                core_group("Wed 2018-10-17", present=[{"role": "colleague", "worker": "lena"}, TEACHER]),
            ),
            "Wed 2018-10-31",
            (Expect(state="met"),),
        ),
        Example(
            "Where nobody wrote down who came, it cannot be told.",
            (core_group("Wed 2018-10-17"),),
            "Wed 2018-10-31",
            (Expect(state="cannot_tell", raised_on=None),),
        ),
        Example(
            "Repeated with the social worker on the fifth working day: put right, and that it had shown stays.",
            (core_group("Wed 2018-10-17", present=[TEACHER]), core_group("Wed 2018-10-24", id="cg2", present=[SAM, TEACHER])),
            "Wed 2018-10-31",
            (
                Expect(state="met_late", trigger="cg", met_by="cg2", raised_on="2018-10-17"),
                Expect(state="met", trigger="cg2", raised_on=None),
            ),
        ),
        Example(
            "On the sixth: the first stays as it was.",
            (core_group("Wed 2018-10-17", present=[TEACHER]), core_group("Thu 2018-10-25", id="cg2", present=[SAM, TEACHER])),
            "Wed 2018-10-31",
            (Expect(state="overdue", trigger="cg", met_by=None), Expect(state="met", trigger="cg2")),
        ),
        Example(
            "Repeated without one: two core groups, both without.",
            (core_group("Wed 2018-10-17", present=[TEACHER]), core_group("Mon 2018-10-22", id="cg2", present=[SUPPORT])),
            "Wed 2018-10-31",
            (Expect(state="overdue", trigger="cg"), Expect(state="overdue", trigger="cg2")),
        ),
        Example(
            "Written down a week later: nobody could have known before.",
            (core_group("Wed 2018-10-17", present=[TEACHER], recorded="Wed 2018-10-24T09:00"),),
            "Wed 2018-10-31",
            (Expect(state="overdue", raised_on="2018-10-24"),),
        ),
        Example(
            "A brother's core group is not this child's.",
            (core_group("Wed 2018-10-17", present=[TEACHER], about=(SIBLING,)),),
            "Wed 2018-10-31",
            (),
        ),
    ),
)


def agreed(happened: str, **rest: object) -> Given:
    """The full plan is agreed."""
    return given("full", "plan_agreed", happened, **rest)


CP_24 = Spec(
    "CP-24",
    (
        Example(
            "Agreed on the ninth working day: in time.",
            (PLAN, agreed("Tue 2018-10-16")),
            "Wed 2018-10-31",
            (Expect(state="met", due="2018-10-17", met_by="full", raised_on=None),),
        ),
        Example(
            "On the tenth: in time.",
            (PLAN, agreed("Wed 2018-10-17")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the eleventh: late.",
            (PLAN, agreed("Thu 2018-10-18")),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-10-18"),),
        ),
        Example(
            "A core group that met and agreed no full plan is not one.",
            (PLAN, core_group("Wed 2018-10-17")),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example(
            "A brother's full plan is not this child's.",
            (PLAN, agreed("Tue 2018-10-16", about=(SIBLING,))),
            "Wed 2018-10-31",
            (Expect(state="overdue", raised_on="2018-10-18"),),
        ),
        Example(
            "The plan ends first: no full one is needed.",
            (PLAN, ended("Fri 2018-10-12")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A full plan agreed some time in October: in time by its first day, and it says that it is about then.",
            (PLAN, agreed(("Mon 2018-10-01", "Wed 2018-10-31"))),
            "Wed 2018-11-14",
            (Expect(state="met", approximate=True, met_on="2018-10-03"),),
        ),
        Example(
            "Moved to the brother by a correction: this child's had never been agreed.",
            (
                PLAN,
                agreed("Tue 2018-10-16"),
                given(
                    "full2",
                    "plan_agreed",
                    "Tue 2018-10-16",
                    about=(SIBLING,),
                    recorded="Mon 2018-10-22T09:00",
                    corrects="full",
                    reason="It was Birch's plan.",
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="overdue", raised_on="2018-10-22"),),
        ),
        Example(
            "Before the guidance began there was no such standard.",
            (conference("ic", "Fri 2013-04-12"),),
            "Fri 2013-05-31",
            (),
        ),
    ),
)
