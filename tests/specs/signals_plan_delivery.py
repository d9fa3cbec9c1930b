"""Signals about core groups: an agency that stays away, and a concern raised again and again."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, given

SW = {"role": "social_worker", "worker": "sam"}
SCHOOL = {"role": "designated_safeguarding_lead", "worker": "dsl"}
VISITOR = {"role": "health_visitor", "worker": "hv"}
MEMBERS = given(
    "members", "core_group_named", "Wed 2018-10-10", members=[SW, SCHOOL, VISITOR, {"role": "mother", "person": "mother"}]
)


def core_group(id, happened, *present, **rest):  # type: ignore[no-untyped-def]
    """A core group with these people present."""
    return given(id, "core_group_held", happened, present=list(present), **rest)


ONE = core_group("one", "Tue 2018-11-06", SW, SCHOOL)
TWO = core_group("two", "Tue 2018-12-18", SW, SCHOOL)
THREE = core_group("three", "Tue 2019-01-29", SW, SCHOOL)

CG_KEY_AGENCY_MISSING = Spec(
    "SIG-CG-KEY-AGENCY-MISSING",
    (
        Example("Missing once: nothing yet.", (MEMBERS, ONE), "Fri 2018-11-30", ()),
        Example(
            "Missing twice running: shown on the day of the second.",
            (MEMBERS, ONE, TWO),
            "Tue 2018-12-18",
            (Expect(state="raised", raised_on="2018-12-18", evidence=("one", "two")),),
        ),
        Example(
            "A third time running is the same worry, said once, and others who came do not end it.",
            (MEMBERS, ONE, TWO, THREE),
            "Thu 2019-02-28",
            (Expect(state="raised"),),
        ),
        Example(
            "There, then missing, then there: nothing.",
            (
                MEMBERS,
                core_group("one", "Tue 2018-11-06", SW, SCHOOL, VISITOR),
                TWO,
                core_group("three", "Tue 2019-01-29", SW, VISITOR, SCHOOL),
            ),
            "Thu 2019-02-28",
            (),
        ),
        Example(
            "A written update before the second is taking part.",
            (MEMBERS, ONE, given("update", "core_group_update_sent", "Mon 2018-12-17", organisation="health"), TWO),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "A written update afterwards, to the second: it had shown, and is ended.",
            (
                MEMBERS,
                ONE,
                TWO,
                given("update", "core_group_update_sent", "Thu 2018-12-20", organisation="health", core_group="two"),
            ),
            "Mon 2018-12-31",
            (Expect(state="ended", raised_on="2018-12-18", met_on="2018-12-20", met_by="update"),),
        ),
        Example(
            "The update to the first came before the second was missed: only one is missed.",
            (
                MEMBERS,
                ONE,
                given("update", "core_group_update_sent", "Mon 2018-12-03", organisation="health", core_group="one"),
                TWO,
            ),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "Written down as absent, an agency belongs to the group without being on any list.",
            (
                core_group("one", "Tue 2018-11-06", SW, absent=[{"role": "health_visitor", "organisation": "health"}]),
                core_group("two", "Tue 2018-12-18", SW),
            ),
            "Mon 2018-12-31",
            (Expect(state="raised", evidence=("one", "two")),),
        ),
        Example(
            "An agency on no list and never written down as absent is not expected.",
            (ONE, TWO),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "A core group whose attendance nobody recorded is passed over.",
            (MEMBERS, ONE, given("unknown", "core_group_held", "Tue 2018-11-27"), TWO),
            "Mon 2018-12-31",
            (Expect(evidence=("one", "two")),),
        ),
        Example(
            "Back at the third: ended.",
            (MEMBERS, ONE, TWO, core_group("three", "Tue 2019-01-29", SW, SCHOOL, VISITOR)),
            "Thu 2019-02-28",
            (Expect(state="ended", raised_on="2018-12-18", met_on="2019-01-29", met_by="three"),),
        ),
        Example(
            "Two agencies that stay away are two questions.",
            (MEMBERS, core_group("one", "Tue 2018-11-06", SW), core_group("two", "Tue 2018-12-18", SW)),
            "Mon 2018-12-31",
            (Expect(evidence=("one", "two")), Expect(evidence=("one", "two"))),
        ),
        Example(
            "A brother's core groups are not this child's.",
            (MEMBERS, ONE, core_group("two", "Tue 2018-12-18", SW, SCHOOL, about=(SIBLING,))),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "Corrected to say that the health visitor was there: withdrawn.",
            (
                MEMBERS,
                ONE,
                TWO,
                core_group(
                    "fix",
                    "Tue 2018-12-18",
                    SW,
                    SCHOOL,
                    VISITOR,
                    corrects="two",
                    reason="Left off the list.",
                    recorded="Fri 2018-12-21",
                ),
            ),
            "Mon 2018-12-31",
            (Expect(state="withdrawn", raised_on="2018-12-18", withdrawn_on="2018-12-21"),),
        ),
    ),
)


def worried(id, happened, *concerns, **rest):  # type: ignore[no-untyped-def]
    """A core group at which these concerns were raised."""
    return given(id, "core_group_held", happened, concerns=list(concerns), **rest)


BED = "She has no bed of her own."
THRICE = (worried("one", "Tue 2018-11-06", BED), worried("two", "Tue 2018-12-18", BED), worried("three", "Tue 2019-01-29", BED))


def action(id, happened, **rest):  # type: ignore[no-untyped-def]
    """A new action."""
    fields = {"plan": "child_protection", "action": "Buy a bed.", "for_": "child", "owner": "sam", "due": "2019-02-28"}
    return given(id, "action_agreed", happened, **fields | rest)


CG_CONCERN_REPEATED = Spec(
    "SIG-CG-CONCERN-REPEATED",
    (
        Example("Twice is not yet three times.", THRICE[:2], "Mon 2018-12-31", ()),
        Example(
            "The third time, with nothing between.",
            THRICE,
            "Tue 2019-01-29",
            (Expect(state="raised", raised_on="2019-01-29", evidence=("one", "two", "three")),),
        ),
        Example("A new action between begins the count afresh.", (*THRICE, action("a", "Thu 2018-12-20")), "Thu 2019-01-31", ()),
        Example(
            "A new action on the day of the first is the answer to the first.",
            (*THRICE, action("a", "Tue 2018-11-06", child=CHILD)),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "An action for a brother changes nothing for this child.",
            (*THRICE, action("a", "Thu 2018-12-20", child=SIBLING, about=(CHILD, SIBLING))),
            "Thu 2019-01-31",
            (Expect(state="raised"),),
        ),
        Example(
            "A disagreement raised between is a challenge.",
            (*THRICE, given("no", "disagreement_raised", "Thu 2018-12-20", text="This cannot go on.", immediate_risk=False)),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "The same words count whatever their capitals and commas; other words do not.",
            (
                worried("one", "Tue 2018-11-06", BED, "Late for school"),
                worried("two", "Tue 2018-12-18", "she has no bed of her own"),
                worried("three", "Tue 2019-01-29", "She has no bed, of her own!", "Late for school."),
            ),
            "Thu 2019-01-31",
            (Expect(evidence=("one", "two", "three")),),
        ),
        Example(
            "Raised again outside a core group counts as raised again.",
            (*THRICE[:2], given("again", "concern_repeated", "Thu 2019-01-10", concern=BED)),
            "Thu 2019-01-31",
            (Expect(raised_on="2019-01-10", evidence=("one", "two", "again")),),
        ),
        Example(
            "Said at the core group and written down again the same day is once.",
            (*THRICE[:2], given("again", "concern_repeated", "Tue 2018-12-18", concern=BED)),
            "Thu 2019-01-31",
            (),
        ),
        Example(
            "Answered with an action afterwards: ended.",
            (*THRICE, action("a", "Tue 2019-02-05")),
            "Thu 2019-02-28",
            (Expect(state="ended", raised_on="2019-01-29", met_on="2019-02-05", met_by="a"),),
        ),
        Example(
            "Said once, however often it is raised after that.",
            (*THRICE, worried("four", "Tue 2019-03-12", BED)),
            "Sun 2019-03-31",
            (Expect(evidence=("one", "two", "three")),),
        ),
        Example(
            "Another child's concern is not this one's.",
            (*THRICE[:2], worried("three", "Tue 2019-01-29", BED, about=(SIBLING,))),
            "Thu 2019-01-31",
            (),
        ),
    ),
)
