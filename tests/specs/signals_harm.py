"""Signals about neglect, crises, carers and moves."""

from tests.specs.kit import CHILD, FATHER, GRANDMOTHER, MOTHER, SIBLING, Example, Expect, Spec, conference, given


def seen(id, happened, *aspects, by="dsl", about=(CHILD,)):  # type: ignore[no-untyped-def]
    """Neglect noticed by somebody."""
    return given(
        id,
        "observation_recorded",
        happened,
        by=by,
        about=about,
        neglect=list(aspects),
        other=[],
        text="What was seen.",
        setting="school",
    )


FOUR = (
    seen("a", "Mon 2019-09-09", "physical"),
    seen("b", "Mon 2019-09-23", "nutritional", by="hv"),
    seen("c", "Mon 2019-10-07", "physical"),
    seen("d", "Mon 2019-10-21", "emotional"),
)

NEGLECT_NO_TOOL = Spec(
    "SIG-NEGLECT-NO-TOOL",
    (
        Example("Three indicators are not four.", FOUR[:3], "Thu 2019-10-31", ()),
        Example(
            "The fourth within eight weeks, from two agencies.",
            FOUR,
            "Thu 2019-10-31",
            (Expect(state="raised", raised_on="2019-10-21", evidence=("a", "b", "c", "d")),),
        ),
        Example(
            "The fourth 56 days after the first is one day too far.",
            (*FOUR[:3], seen("d", "Mon 2019-11-04", "emotional")),
            "Sat 2019-11-30",
            (),
        ),
        Example(
            "The fourth 55 days after the first is within eight weeks.",
            (*FOUR[:3], seen("d", "Sun 2019-11-03", "emotional")),
            "Sat 2019-11-30",
            (Expect(raised_on="2019-11-03"),),
        ),
        Example(
            "All from one agency: not yet.", tuple(seen(x, "Mon 2019-10-07", "physical") for x in "abcd"), "Thu 2019-10-31", ()
        ),
        Example(
            "A tool completed in the last three months answers it.",
            (
                given(
                    "t",
                    "neglect_tool_completed",
                    "Mon 2019-09-02",
                    tool="GCP2",
                    grades={"physical": 3, "safety": 2, "emotional": 4, "developmental": 2},
                    with_carers=True,
                ),
                *FOUR,
            ),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "A tool completed afterwards ends it.",
            (
                *FOUR,
                given(
                    "t",
                    "neglect_tool_completed",
                    "Mon 2019-10-28",
                    tool="GCP2",
                    grades={"physical": 3, "safety": 2, "emotional": 4, "developmental": 2},
                    with_carers=True,
                ),
            ),
            "Thu 2019-10-31",
            (Expect(state="ended", met_by="t"),),
        ),
    ),
)

ACROSS = (
    seen("a", "Mon 2019-09-09", "physical"),
    seen("b", "Mon 2019-09-23", "nutritional", by="hv", about=(SIBLING,)),
    seen("c", "Mon 2019-10-07", "emotional", by="drug"),
)

NEGLECT_CUMULATIVE = Spec(
    "SIG-NEGLECT-CUMULATIVE",
    (
        Example(
            "Three aspects, three agencies, two children within eight weeks.",
            ACROSS,
            "Thu 2019-10-31",
            (Expect(state="raised", raised_on="2019-10-07", evidence=("a", "b", "c")),),
        ),
        Example("Two agencies are not three.", (*ACROSS[:2], seen("c", "Mon 2019-10-07", "emotional")), "Thu 2019-10-31", ()),
        Example(
            "Two aspects are not three.", (*ACROSS[:2], seen("c", "Mon 2019-10-07", "physical", by="drug")), "Thu 2019-10-31", ()
        ),
        Example(
            "One child is not two.",
            (ACROSS[0], seen("b", "Mon 2019-09-23", "nutritional", by="hv"), ACROSS[2]),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "Spread over more than eight weeks.",
            (*ACROSS[:2], seen("c", "Mon 2019-11-04", "emotional", by="drug")),
            "Sat 2019-11-30",
            (),
        ),
    ),
)


def stay(id, happened, with_=GRANDMOTHER, arrangement="family", **rest):  # type: ignore[no-untyped-def]
    """A night away from home."""
    fields = {"overnight": True, "agreed_by": [MOTHER]} | rest
    return given(id, "stay_started", happened, with_=with_, arrangement=arrangement, **fields)


def home(id, happened, **rest):  # type: ignore[no-untyped-def]
    """The end of a stay."""
    return given(id, "stay_ended", happened, **rest)


ONCE = (stay("s1", "Fri 2018-10-05"), home("h1", "Sat 2018-10-06"))

CARER_UNASSESSED = Spec(
    "SIG-CARER-UNASSESSED",
    (
        Example("One night is not a pattern.", ONCE, "Wed 2018-10-31", ()),
        Example(
            "A second stay within 28 days is.",
            (*ONCE, stay("s2", "Fri 2018-10-19"), home("h2", "Sat 2018-10-20")),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-19", evidence=("s1", "s2")),),
        ),
        Example(
            "A second stay more than 28 days later is not.",
            (*ONCE, stay("s2", "Mon 2018-11-05"), home("h2", "Tue 2018-11-06")),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "Two nights running are not three.",
            (stay("s1", "Fri 2018-10-05"), home("h1", "Sun 2018-10-07")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "A third night running is a pattern by itself.",
            (stay("s1", "Fri 2018-10-05"), home("h1", "Mon 2018-10-08")),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-07"),),
        ),
        Example(
            "An assessed carer raises nothing.",
            (
                given(
                    "va",
                    "viability_assessed",
                    "Mon 2018-10-01",
                    carer=GRANDMOTHER,
                    outcome="suitable",
                    checks=["police", "health"],
                ),
                *ONCE,
                stay("s2", "Fri 2018-10-19"),
            ),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "An assessment that asked for more has not answered it.",
            (
                given("va", "viability_assessed", "Mon 2018-10-01", carer=GRANDMOTHER, outcome="more_needed", checks=[]),
                *ONCE,
                stay("s2", "Fri 2018-10-19"),
            ),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "Stays with a parent are not counted.",
            tuple(stay(x, "Fri 2018-10-05", FATHER, "parents") for x in "ab"),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Foster placements have rules of their own.",
            tuple(stay(x, "Fri 2018-10-05", GRANDMOTHER, "foster") for x in "ab"),
            "Wed 2018-10-31",
            (),
        ),
    ),
)

MOVES = Spec(
    "SIG-MOVES",
    (
        Example("Away and home again are two changes.", ONCE, "Wed 2018-10-31", ()),
        Example(
            "Away a second time is the third within 90 days.",
            (*ONCE, stay("s2", "Fri 2018-10-19")),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-19", evidence=("s1", "h1", "s2")),),
        ),
        Example(
            "The third 90 days after the first is outside the window.",
            (*ONCE, stay("s2", "Thu 2019-01-03")),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "The third 89 days after the first is inside it.",
            (*ONCE, stay("s2", "Wed 2019-01-02")),
            "Thu 2019-01-31",
            (Expect(),),
        ),
        Example(
            "Leaving one place for the next on one day is one change.",
            (stay("s1", "Fri 2018-10-05"), home("h1", "Mon 2018-10-08"), stay("s2", "Mon 2018-10-08", "aunt")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Taken unannounced: shown at once.",
            (stay("s1", "Fri 2018-10-05"), home("h1", "Sat 2018-10-06", unannounced=True)),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-06", evidence=("h1",)),),
        ),
        Example(
            "Whether it was announced was not recorded: not taken to be either.",
            (stay("s1", "Fri 2018-10-05"), home("h1", "Sat 2018-10-06")),
            "Wed 2018-10-31",
            (),
        ),
    ),
)


def crisis(id, happened, kind="domestic_abuse"):  # type: ignore[no-untyped-def]
    """A crisis of the adults."""
    return given(id, "incident_recorded", happened, kind=kind, involved=[MOTHER], children_present="no")


THREE = (
    crisis("a", "Mon 2018-09-03"),
    crisis("b", "Mon 2018-10-01", "overdose_by_adult"),
    crisis("c", "Mon 2018-11-05", "self_harm_by_adult"),
)

CRISIS_SERIES = Spec(
    "SIG-CRISIS-SERIES",
    (
        Example("Two crises are not three.", THREE[:2], "Fri 2018-11-30", ()),
        Example(
            "The third within 90 days, and nobody looked at them together.",
            THREE,
            "Fri 2018-11-30",
            (Expect(state="raised", raised_on="2018-11-05", evidence=("a", "b", "c")),),
        ),
        Example("The third 89 days after the first.", (*THREE[:2], crisis("c", "Sat 2018-12-01")), "Mon 2018-12-31", (Expect(),)),
        Example(
            "The third 90 days after the first is outside.", (*THREE[:2], crisis("c", "Sun 2018-12-02")), "Mon 2018-12-31", ()
        ),
        Example(
            "A conference after the second looked at both: the count begins again.",
            (*THREE[:2], conference("ic", "Wed 2018-10-10"), THREE[2]),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "A strategy discussion after the third ends it.",
            (*THREE, given("sd", "strategy_discussion_held", "Wed 2018-11-07", decision="section47", medical_agreed=False)),
            "Fri 2018-11-30",
            (Expect(state="ended", met_by="sd"),),
        ),
        Example(
            "Incidents of another kind are not crises.",
            tuple(crisis(x, "Mon 2018-10-01", "other") for x in "abc"),
            "Fri 2018-11-30",
            (),
        ),
    ),
)
