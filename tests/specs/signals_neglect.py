"""Signals about neglect that worsens, that does not show in the house, and that passes an older child by."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, conference, given


def seen(id, happened, *aspects, by="dsl", about=(CHILD,), **rest):  # type: ignore[no-untyped-def]
    """Neglect noticed by somebody."""
    fields = {"neglect": list(aspects), "other": [], "text": "What was seen.", "setting": "school"} | rest
    return given(id, "observation_recorded", happened, by=by, about=about, **fields)


def tool(id, happened, about=(CHILD,)):  # type: ignore[no-untyped-def]
    """Care graded with a neglect tool."""
    grades = {"physical": 3, "safety": 2, "emotional": 4, "developmental": 2}
    return given(id, "neglect_tool_completed", happened, about=about, tool="GCP2", grades=grades, with_carers=True)


PLAN = conference("ic", "Mon 2019-06-03", category="NEG")
LATER = conference("ic", "Mon 2019-09-02", category="NEG")
BEFORE = (seen("a", "Mon 2019-07-15", "physical"), seen("b", "Mon 2019-08-05", "physical"))
THREE = tuple(seen(id, "Mon 2019-10-07", "physical") for id in "cde")
WORSE = (Expect(state="raised", raised_on="2019-10-07", evidence=("c", "d", "e")),)

WORSENING = Spec(
    "SIG-NEGLECT-WORSENING-ON-PLAN",
    (
        Example("Two indicators in eight weeks and then three.", (PLAN, *BEFORE, *THREE), "Thu 2019-10-31", WORSE),
        Example("Two and then two: too few to compare.", (PLAN, *BEFORE, *THREE[:2]), "Thu 2019-10-31", ()),
        Example(
            "Three and then three: no worse.",
            (LATER, *BEFORE, seen("x", "Mon 2019-08-05", "medical"), *THREE),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "Four and then five: exactly a quarter more is not over it.",
            (
                LATER,
                seen("a", "Mon 2019-07-15", "physical", "medical"),
                seen("b", "Mon 2019-08-05", "physical", "medical"),
                *THREE,
                seen("f", "Mon 2019-10-07", "medical", "emotional"),
            ),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "Every aspect an entry shows is an indicator.",
            (PLAN, *BEFORE, seen("c", "Mon 2019-10-07", "physical", "medical", "emotional")),
            "Thu 2019-10-31",
            (Expect(raised_on="2019-10-07", evidence=("c",)),),
        ),
        Example(
            "An entry that shows no neglect is none.",
            (PLAN, *BEFORE, *THREE[:2], seen("x", "Mon 2019-10-07")),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "The window is shorter than 56 days: the third is too late for the first.",
            (
                PLAN,
                seen("c", "Mon 2019-09-02", "physical"),
                seen("d", "Mon 2019-09-16", "physical"),
                seen("e", "Mon 2019-10-28", "physical"),
            ),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "A day earlier it is in time.",
            (
                PLAN,
                seen("c", "Mon 2019-09-02", "physical"),
                seen("d", "Mon 2019-09-16", "physical"),
                seen("e", "Sun 2019-10-27", "physical"),
            ),
            "Thu 2019-10-31",
            (Expect(raised_on="2019-10-27"),),
        ),
        Example(
            "What was 56 days ago belongs to the weeks before: three then make three now no worse.",
            (LATER, *(seen(x, "Mon 2019-08-12", "physical") for x in "xyz"), *THREE),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "What was 112 days ago belongs to neither.",
            (PLAN, *(seen(x, "Mon 2019-06-17", "physical") for x in "xy"), seen("z", "Mon 2019-06-17", "medical"), *THREE),
            "Thu 2019-10-31",
            (Expect(raised_on="2019-06-17"), Expect(raised_on="2019-10-07")),
        ),
        Example(
            "What was 111 days ago still belongs to the weeks before.",
            (PLAN, *(seen(x, "Tue 2019-06-18", "physical") for x in "xyz"), *THREE),
            "Thu 2019-10-31",
            (Expect(raised_on="2019-06-18"),),
        ),
        Example("Not on a plan.", (*BEFORE, *THREE), "Thu 2019-10-31", ()),
        Example("On a plan for something else.", (conference("ic", "Mon 2019-06-03"), *BEFORE, *THREE), "Thu 2019-10-31", ()),
        Example(
            "A review held afterwards ends it.",
            (PLAN, *BEFORE, *THREE, conference("rc", "Mon 2019-10-21", "plan_continued", "review")),
            "Thu 2019-10-31",
            (Expect(state="ended", raised_on="2019-10-07", met_by="rc"),),
        ),
        Example(
            "A conference of another kind, or a review that decided nothing for this child, does not.",
            (
                PLAN,
                *BEFORE,
                *THREE,
                conference("tc", "Mon 2019-10-21", "plan_continued", "transfer_in"),
                given("rc", "conference_held", "Tue 2019-10-22", kind="review", decisions=[]),
            ),
            "Thu 2019-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "The plan's own end ends it.",
            (PLAN, *BEFORE, *THREE, given("pe", "plan_ended", "Mon 2019-10-21", plan="child_protection", reason_="Moved.")),
            "Thu 2019-10-31",
            (Expect(state="ended", met_by="pe"),),
        ),
        Example(
            "A brother's indicators are his.",
            (PLAN, *BEFORE, *THREE[:2], seen("x", "Mon 2019-10-07", "physical", about=(SIBLING,))),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "Written down two weeks later, it shows when it is.",
            (PLAN, *BEFORE, *THREE[:2], seen("e", "Mon 2019-10-07", "physical", recorded="Mon 2019-10-21")),
            "Thu 2019-10-31",
            (Expect(raised_on="2019-10-21"),),
        ),
        Example(
            "What had gathered before the plan and still gathers is said once the plan runs.",
            (*(seen(x, "Mon 2019-08-19", "physical") for x in "xyz"), LATER, seen("w", "Mon 2019-09-16", "physical")),
            "Mon 2019-09-30",
            (Expect(raised_on="2019-09-16", evidence=("x", "y", "z", "w")),),
        ),
        Example(
            "Two of hers and one of a brother's.",
            (PLAN, *THREE[:2], seen("x", "Mon 2019-10-07", "physical", about=(SIBLING,))),
            "Thu 2019-10-31",
            (),
        ),
    ),
)

SAD = tuple(seen(id, day, "emotional") for id, day in (("a", "Mon 2019-07-15"), ("b", "Mon 2019-08-05"), ("c", "Mon 2019-09-02")))

EMOTIONAL = Spec(
    "SIG-NEGLECT-EMOTIONAL",
    (
        Example(
            "Three in twelve weeks, the house as it should be.",
            SAD,
            "Mon 2019-09-30",
            (Expect(state="raised", raised_on="2019-09-02", evidence=("a", "b", "c")),),
        ),
        Example("Two are not three.", SAD[:2], "Mon 2019-09-30", ()),
        Example(
            "Another aspect is not emotional neglect.", (*SAD[:2], seen("c", "Mon 2019-09-02", "medical")), "Mon 2019-09-30", ()
        ),
        Example(
            "One sign of poor physical care leaves it so.",
            (seen("p", "Mon 2019-08-12", "physical"), *SAD),
            "Mon 2019-09-30",
            (Expect(),),
        ),
        Example(
            "Two do not: it is not hidden behind a good house.",
            (seen("p", "Mon 2019-08-12", "physical"), seen("q", "Mon 2019-08-19", "physical"), *SAD),
            "Mon 2019-09-30",
            (),
        ),
        Example(
            "Two signs of another aspect leave it so.",
            (seen("p", "Mon 2019-08-12", "medical"), seen("q", "Mon 2019-08-19", "medical"), *SAD),
            "Mon 2019-09-30",
            (Expect(),),
        ),
        Example(
            "Of two physical signs one was 84 days ago.",
            (seen("p", "Mon 2019-06-10", "physical"), seen("q", "Mon 2019-08-19", "physical"), *SAD),
            "Mon 2019-09-30",
            (Expect(),),
        ),
        Example(
            "Of two physical signs one was 83 days ago.",
            (seen("p", "Tue 2019-06-11", "physical"), seen("q", "Mon 2019-08-19", "physical"), *SAD),
            "Mon 2019-09-30",
            (),
        ),
        Example(
            "The third 84 days after the first is too late.",
            (*SAD[:2], seen("c", "Mon 2019-10-07", "emotional")),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "The third 83 days after the first is in time.",
            (*SAD[:2], seen("c", "Sun 2019-10-06", "emotional")),
            "Thu 2019-10-31",
            (Expect(),),
        ),
        Example(
            "An assessment thinks it through.",
            (
                *SAD,
                given("as", "assessment_started", "Tue 2019-07-02", kind="update"),
                given("ac", "assessment_completed", "Mon 2019-09-16", assessment="as", factors=[], outcome="Fear."),
            ),
            "Mon 2019-09-30",
            (Expect(state="ended", met_by="ac"),),
        ),
        Example(
            "So does a neglect tool.", (*SAD, tool("t", "Mon 2019-09-16")), "Mon 2019-09-30", (Expect(state="ended", met_by="t"),)
        ),
        Example(
            "So does a conference.",
            (*SAD, conference("ic", "Mon 2019-09-16")),
            "Mon 2019-09-30",
            (Expect(state="ended", met_by="ic"),),
        ),
        Example(
            "A conference about a brother does not.",
            (
                *SAD,
                given(
                    "ic",
                    "conference_held",
                    "Mon 2019-09-16",
                    kind="initial",
                    decisions=[{"child": SIBLING, "decision": "no_plan", "reasons": "His own."}],
                ),
            ),
            "Mon 2019-09-30",
            (Expect(state="raised"),),
        ),
        Example(
            "About her brother only.",
            (*SAD[:2], seen("c", "Mon 2019-09-02", "emotional", about=(SIBLING,))),
            "Mon 2019-09-30",
            (),
        ),
    ),
)
