"""Signals about conferences without the child's voice, views that grow thin, behaviour nobody thought about, and days nobody
wrote down."""

from tests.specs.kit import CHILD, OTHER_SIBLING, SIBLING, Example, Expect, Spec, conference, given, person

MADE = conference("ic", "Wed 2018-10-03")


def said(id, happened, words="I like playing football with my cousins.", child=CHILD, **rest):  # type: ignore[no-untyped-def]
    """A child's own words."""
    return given(id, "voice_recorded", happened, **{"about": (child,), "child": child, "how": "words", "words": words, **rest})


def heard(how, child=CHILD, about=(CHILD,), id="ic", happened="Wed 2018-10-03"):  # type: ignore[no-untyped-def]
    """A conference that recorded a child's view in this way."""
    rows = [{"child": CHILD, "decision": "plan_made", "category": "EMO", "reasons": "Unsafe."}]
    return given(
        id, "conference_held", happened, about=about, kind="initial", decisions=rows, child_views=[{"child": child, "how": how}]
    )


VOICE_CONFERENCE = Spec(
    "SIG-VOICE-CONFERENCE",
    (
        Example(
            "The view did not reach the conference.",
            (heard("none"),),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-03", evidence=("ic",)),),
        ),
        Example("In a booklet: nothing.", (heard("pack"),), "Wed 2018-10-31", ()),
        Example("Through an advocate: nothing.", (heard("advocate"),), "Wed 2018-10-31", ()),
        Example("Told by a worker who asked: nothing.", (heard("worker"),), "Wed 2018-10-31", ()),
        Example(
            "A brother's view is not this child's.",
            (heard("pack", SIBLING, (CHILD, SIBLING)),),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example("No word of anybody's view.", (MADE,), "Wed 2018-10-31", (Expect(state="raised"),)),
        Example(
            "Obtained afterwards: ended.",
            (heard("none"), said("v", "Mon 2018-10-08")),
            "Wed 2018-10-31",
            (Expect(state="ended", raised_on="2018-10-03", met_on="2018-10-08", met_by="v"),),
        ),
        Example(
            "A child of three is not watched instead.",
            (
                heard("none"),
                given("o", "observation_recorded", "Mon 2018-10-08", neglect=[], other=[], text="Settled.", setting="nursery"),
            ),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
            people={CHILD: person(CHILD, "Ash", "2015-10-08", "F")},
        ),
        Example(
            "A child a day under three is.",
            (
                heard("none"),
                given("o", "observation_recorded", "Mon 2018-10-08", neglect=[], other=[], text="Settled.", setting="nursery"),
            ),
            "Wed 2018-10-31",
            (Expect(state="ended", met_on="2018-10-08", met_by="o"),),
            people={CHILD: person(CHILD, "Ash", "2015-10-09", "F")},
        ),
        Example(
            "Not yet born: nobody to ask.",
            (heard("none"),),
            "Wed 2018-10-31",
            (),
            people={CHILD: person(CHILD, "Ash", "2018-10-20", "F")},
        ),
        Example(
            "Heard, and recorded late: it showed, and is withdrawn.",
            (
                heard("none"),
                given(
                    "fix",
                    "conference_held",
                    "Wed 2018-10-03",
                    corrects="ic",
                    reason="The booklet was left out.",
                    recorded="Fri 2018-10-12",
                    kind="initial",
                    decisions=[{"child": CHILD, "decision": "plan_made", "category": "EMO", "reasons": "Unsafe."}],
                    child_views=[{"child": CHILD, "how": "pack"}],
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="withdrawn", raised_on="2018-10-03", withdrawn_on="2018-10-12"),),
        ),
    ),
)

FULL = said("full", "Mon 2018-10-08", "They shout at night and I take my brother into the bathroom until it is quiet again.")
SHORT = said("short", "Mon 2018-11-05", "I want to be left alone.")
SHORTER = said("shorter", "Mon 2018-12-03", "I don't want to talk.")

VOICE_THIN = Spec(
    "SIG-VOICE-THIN",
    (
        Example("Guarded once: not yet.", (FULL, SHORT), "Fri 2018-11-30", ()),
        Example(
            "Guarded twice running, after saying more.",
            (FULL, SHORT, SHORTER),
            "Mon 2018-12-03",
            (Expect(state="raised", raised_on="2018-12-03", evidence=("short", "shorter")),),
        ),
        Example(
            "Guarded three times running is said once.",
            (FULL, SHORT, SHORTER, said("third", "Mon 2018-12-10", "Nothing to say.")),
            "Mon 2018-12-31",
            (Expect(),),
        ),
        Example("Never fuller: there is nothing to compare.", (SHORT, SHORTER), "Mon 2018-12-31", ()),
        Example(
            "Something said between, not guarded: not running.",
            (FULL, SHORT, said("v", "Mon 2018-11-19", "Football was good."), SHORTER),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "Short, and nobody marked it as guarded: short is not guarded.",
            (FULL, said("a", "Mon 2018-11-05", "It is fine."), said("b", "Mon 2018-12-03", "All good.")),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "Marked as guarded by whoever heard it.",
            (
                FULL,
                said("a", "Mon 2018-11-05", "It is fine.", guarded=True),
                said("b", "Mon 2018-12-03", "All good.", guarded=True),
            ),
            "Mon 2018-12-31",
            (Expect(state="raised", evidence=("a", "b")),),
        ),
        Example(
            "Guarded at greater length than before is not thinner.",
            (
                said("a", "Mon 2018-10-08", "I am tired."),
                said("b", "Mon 2018-11-05", "I would like you all to know that I want to be left alone by everybody."),
                SHORTER,
            ),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "A brother's words are his.",
            (FULL, SHORT, said("b", "Mon 2018-12-03", "Leave me, I don't want to talk.", SIBLING)),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "Recorded late, it shows when it is known.",
            (FULL, SHORT, said("shorter", "Mon 2018-12-03", "I don't want to talk.", recorded="Mon 2018-12-17")),
            "Mon 2018-12-31",
            (Expect(raised_on="2018-12-17"),),
        ),
    ),
)


def noticed(id, happened, *other, **rest):  # type: ignore[no-untyped-def]
    """Something noticed at school."""
    return given(
        id, "observation_recorded", happened, neglect=[], other=list(other), text="Seen in class.", setting="school", **rest
    )


TIRED = noticed("tired", "Mon 2018-10-08", "Often tired")
ANALYSIS = given("why", "behaviour_analysed", "Mon 2018-10-15", behaviour=["tired"], meaning="He lies awake and listens.")

BEHAVIOUR = Spec(
    "SIG-BEHAVIOUR",
    (
        Example("Once: not yet.", (TIRED,), "Wed 2018-10-31", ()),
        Example(
            "Twice within 28 days.",
            (TIRED, noticed("late", "Sun 2018-11-04", "late")),
            "Fri 2018-11-30",
            (Expect(state="raised", raised_on="2018-11-04", evidence=("tired", "late")),),
        ),
        Example("28 days apart is out of the window.", (TIRED, noticed("late", "Mon 2018-11-05", "late")), "Fri 2018-11-30", ()),
        Example("Isolated is not late.", (TIRED, noticed("alone", "Mon 2018-10-15", "isolated")), "Wed 2018-10-31", ()),
        Example(
            "A scream is a child's voice too.",
            (TIRED, said("scream", "Mon 2018-10-15", "A high scream at bath time.", how="behaviour")),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-15", evidence=("tired", "scream")),),
        ),
        Example("What a child says in words is not behaviour.", (TIRED, said("v", "Mon 2018-10-15")), "Wed 2018-10-31", ()),
        Example(
            "Thought about in between: the count begins afresh.",
            (TIRED, ANALYSIS, noticed("late", "Mon 2018-10-22", "late")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Thought about afterwards: ended.",
            (TIRED, noticed("late", "Fri 2018-10-12", "late"), ANALYSIS),
            "Wed 2018-10-31",
            (Expect(state="ended", raised_on="2018-10-12", met_on="2018-10-15", met_by="why"),),
        ),
        Example(
            "A brother's behaviour is his.",
            (TIRED, noticed("late", "Fri 2018-10-12", "late", about=(SIBLING,))),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Seen in time and recorded late: it shows when it is known.",
            (TIRED, noticed("late", "Fri 2018-10-12", "late", recorded="Fri 2018-10-26")),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-26"),),
        ),
    ),
)


def day(id, happened, **rest):  # type: ignore[no-untyped-def]
    """A day in the child's life."""
    return given(id, "day_in_the_life_recorded", happened, text="Wakes at six and makes the bottles.", **rest)


LIVED_EXPERIENCE = Spec(
    "SIG-LIVED-EXPERIENCE",
    (
        Example("84 days into the plan it is not yet late.", (MADE,), "Wed 2018-12-26", ()),
        Example("The day after.", (MADE,), "Thu 2018-12-27", (Expect(state="raised", raised_on="2018-12-27", evidence=("ic",)),)),
        Example(
            "Written on the 84th day: counted again from there.",
            (MADE, day("d", "Wed 2018-12-26")),
            "Sun 2019-03-31",
            (Expect(raised_on="2019-03-21", evidence=("d",)),),
        ),
        Example(
            "A brother's day is his.",
            (MADE, day("d", "Mon 2018-12-10", about=(SIBLING,))),
            "Mon 2018-12-31",
            (Expect(state="raised"),),
        ),
        Example(
            "Written late: ended.",
            (MADE, day("d", "Mon 2019-01-07")),
            "Thu 2019-01-31",
            (Expect(state="ended", raised_on="2018-12-27", met_on="2019-01-07", met_by="d"),),
        ),
        Example("No plan: nothing.", (day("d", "Mon 2018-01-08"),), "Mon 2018-12-31", ()),
        Example(
            "The plan ended first: nothing.",
            (MADE, conference("rc", "Wed 2018-12-12", "plan_ended", "review")),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "Counted from the birth, for a baby whose plan was made before it.",
            (given("plan", "plan_started", "Wed 2018-01-03", about=(OTHER_SIBLING,), plan="child_protection", category="NEG"),),
            "Mon 2018-04-30",
            (Expect(raised_on="2018-04-05"),),
            child=OTHER_SIBLING,
        ),
        Example(
            "Written in time, recorded late: it showed, and is withdrawn.",
            (MADE, day("d", "Wed 2018-12-26", recorded="Fri 2019-01-04")),
            "Thu 2019-01-31",
            (Expect(state="withdrawn", raised_on="2018-12-27", withdrawn_on="2019-01-04"),),
        ),
    ),
)
