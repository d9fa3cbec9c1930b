"""The neglect tool: what is not it, what ends the need for it, and what happens when the record is put right."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

GRADES = {"physical": 4, "safety": 3, "emotional": 4, "developmental": 3}
PLAN = conference("ic", "Wed 2018-10-03", category="NEG")


def graded(happened: str | tuple[str, str], id: str = "gcp", **rest: object) -> Given:
    """The tool was completed with the carers."""
    return given(id, "neglect_tool_completed", happened, tool="Graded Care Profile 2", grades=GRADES, with_carers=True, **rest)


def seen(id: str, happened: str, aspects: list[str], by: str = "sam", **rest: object) -> Given:
    """Somebody saw signs of neglect."""
    return given(id, "observation_recorded", happened, by=by, neglect=aspects, text="What was seen.", setting="home", **rest)


NEG_01_ENDINGS_AND_CORRECTIONS = Spec(
    "NEG-01",
    (
        Example("Five working days before, it is due soon.", (PLAN,), "Wed 2018-10-24", (Expect(state="due_soon"),)),
        Example("A plan for emotional abuse asks for none.", (conference("ic", "Wed 2018-10-03"),), "Fri 2018-11-30", ()),
        Example(
            "Seeing signs of neglect is not measuring it.",
            (PLAN, seen("o", "Tue 2018-10-30", ["physical"])),
            "Fri 2018-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "A tool from the year before is no baseline for this plan.",
            (graded("Mon 2017-10-02"), PLAN),
            "Fri 2018-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "Completed in time and written down in the next week: it had shown, and was no breach.",
            (PLAN, graded("Tue 2018-10-30", recorded="Mon 2018-11-05T09:00")),
            "Fri 2018-11-30",
            (Expect(state="met", met_on="2018-10-30", raised_on="2018-11-01"),),
        ),
        Example(
            "The category was put right to neglect a month on: overdue from the day that was known.",
            (
                conference("ic", "Wed 2018-10-03"),
                conference(
                    "ic2",
                    "Wed 2018-10-03",
                    category="NEG",
                    recorded="Mon 2018-11-05T09:00",
                    corrects="ic",
                    reason="The conference had decided on neglect.",
                ),
            ),
            "Fri 2018-11-30",
            (Expect(state="overdue", trigger="ic2", due="2018-10-31", raised_on="2018-11-05"),),
        ),
        Example(
            "The child dies: nothing is due any more.",
            (PLAN, given("died", "death_recorded", "Sun 2018-10-14", person=CHILD)),
            "Fri 2018-11-30",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "So does the eighteenth birthday end it.",
            (PLAN,),
            "Fri 2018-11-30",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-10-10")},
        ),
    ),
)

FIRST_THREE = (
    seen("o1", "Mon 2018-10-01", ["physical", "supervision"]),
    seen("o2", "Wed 2018-10-10", ["medical"], by="hv"),
)
FOUR = (*FIRST_THREE, seen("o3", "Wed 2018-10-17", ["nutritional"], by="dsl"))


NEG_01_SIGNS_GATHER = Spec(
    "NEG-01",
    (
        Example("Three signs are not yet four.", FIRST_THREE, "Fri 2018-11-30", ()),
        Example(
            "A day more: late.",
            (*FOUR, graded("Thu 2018-11-15")),
            "Fri 2018-11-30",
            (Expect(state="met_late", raised_on="2018-11-15"),),
        ),
        Example(
            "Other things that were seen are not signs of neglect.",
            (*FIRST_THREE, given("o3", "observation_recorded", "Wed 2018-10-17", by="dsl", text="Quiet.", setting="school")),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "The third sign turns out to be the brother's: the pattern is gone, and why stays in view.",
            (
                *FOUR,
                seen(
                    "o4",
                    "Wed 2018-10-10",
                    ["medical"],
                    by="hv",
                    about=(SIBLING,),
                    recorded="Mon 2018-11-19T09:00",
                    corrects="o2",
                    reason="It was Birch.",
                ),
            ),
            "Fri 2018-11-30",
            (Expect(state="not_required", raised_on="2018-11-15", withdrawn_on="2018-11-19"),),
        ),
        Example(
            "The health visitor's sign was written down in November: due from the fourth all the same, shown when it was known.",
            (
                FIRST_THREE[0],
                seen("o2", "Wed 2018-10-10", ["medical"], by="hv", recorded="Mon 2018-11-19T09:00"),
                FOUR[2],
            ),
            "Fri 2018-11-30",
            (Expect(state="overdue", due="2018-11-14", raised_on="2018-11-19"),),
        ),
    ),
)
