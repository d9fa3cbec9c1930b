"""Signals about crises of the adults, what they told a service, households that change, and doors that stay shut."""

from tests.specs.kit import CHILD, FATHER, MOTHER, SIBLING, Example, Expect, Spec, conference, given, visit

OCTOBER = "Thu 2019-10-31"
CRISIS = given(
    "i", "incident_recorded", "Mon 2019-10-07T20:00", kind="overdose_by_adult", involved=[MOTHER], children_present="aware"
)
SHOWN = (Expect(state="raised", raised_on="2019-10-08", evidence=("i",)),)


def then(type, happened, **data):  # type: ignore[no-untyped-def]
    """Something done afterwards."""
    return given("h", type, happened, **data)


ADULT_CRISIS = Spec(
    "SIG-ADULT-CRISIS",
    (
        Example("A day later nobody has recorded how the child is.", (CRISIS,), OCTOBER, SHOWN),
        Example("Within the day it has not shown.", (CRISIS,), "Mon 2019-10-07", ()),
        Example(
            "An incident of another kind.",
            (given("i", "incident_recorded", "Mon 2019-10-07T20:00", kind="other", children_present="no"),),
            OCTOBER,
            (),
        ),
        Example("Seen within the day, to the minute.", (CRISIS, visit("h", "Tue 2019-10-08T20:00")), OCTOBER, ()),
        Example(
            "Seen a minute later.",
            (CRISIS, visit("h", "Tue 2019-10-08T20:01")),
            OCTOBER,
            (Expect(state="ended", raised_on="2019-10-08", met_by="h"),),
        ),
        Example("Seen an hour before the day was over.", (CRISIS, visit("h", "Tue 2019-10-08T19:00")), OCTOBER, ()),
        Example("Seen an hour after.", (CRISIS, visit("h", "Tue 2019-10-08T21:00")), OCTOBER, (Expect(state="ended"),)),
        Example(
            "Her brother was seen, in a visit about both.",
            (CRISIS, visit("h", "Tue 2019-10-08T10:00", (SIBLING,), about=(CHILD, SIBLING))),
            OCTOBER,
            SHOWN,
        ),
        Example(
            "She told how it was.",
            (CRISIS, then("voice_recorded", "Tue 2019-10-08T10:00", child=CHILD, how="words", words="I hid.")),
            OCTOBER,
            (),
        ),
        Example(
            "Her brother told how it was.",
            (
                CRISIS,
                then(
                    "voice_recorded", "Tue 2019-10-08T10:00", about=(CHILD, SIBLING), child=SIBLING, how="words", words="I hid."
                ),
            ),
            OCTOBER,
            SHOWN,
        ),
        Example(
            "School wrote how she is.",
            (CRISIS, then("observation_recorded", "Tue 2019-10-08T10:00", text="Tired.", setting="school")),
            OCTOBER,
            (),
        ),
        Example(
            "Police took her into protection.", (CRISIS, then("police_protection_started", "Tue 2019-10-08T10:00")), OCTOBER, ()
        ),
        Example(
            "She went to her father.",
            (CRISIS, then("stay_started", "Tue 2019-10-08T10:00", with_=FATHER, arrangement="parents")),
            OCTOBER,
            (),
        ),
        Example(
            "A meeting about the adults is not a check on her.",
            (CRISIS, then("case_discussed", "Tue 2019-10-08T10:00")),
            OCTOBER,
            SHOWN,
        ),
        Example(
            "Written down two days later, it shows then.",
            (
                given(
                    "i",
                    "incident_recorded",
                    "Mon 2019-10-07T20:00",
                    kind="arrest",
                    children_present="no",
                    recorded="Wed 2019-10-09T12:00",
                ),
            ),
            OCTOBER,
            (Expect(raised_on="2019-10-09"),),
        ),
    ),
)


def told(id, happened, adult=MOTHER, shared=None, effect=None, **rest):  # type: ignore[no-untyped-def]
    """An adult tells a service something."""
    said = {
        name: value
        for name, value in (("shared_with_childrens_social_care", shared), ("effect_on_child_considered", effect))
        if value is not None
    }
    return given(id, "adult_disclosure_recorded", happened, adult=adult, kind="drug use", by="drug", **said, **rest)


UNSHARED = (Expect(state="raised", raised_on="2019-10-09", evidence=("d",)),)

DISCLOSURE = Spec(
    "SIG-ADULT-DISCLOSURE",
    (
        Example("Neither is recorded: a working day is in time.", (told("d", "Mon 2019-10-07"),), "Tue 2019-10-08", ()),
        Example("The day after, it is not.", (told("d", "Mon 2019-10-07"),), "Wed 2019-10-09", UNSHARED),
        Example("Shared and thought of the child.", (told("d", "Mon 2019-10-07", shared=True, effect=True),), OCTOBER, ()),
        Example(
            "Shared, the child not thought of.", (told("d", "Mon 2019-10-07", shared=True, effect=False),), OCTOBER, UNSHARED
        ),
        Example(
            "The child thought of, not shared.", (told("d", "Mon 2019-10-07", shared=False, effect=True),), OCTOBER, UNSHARED
        ),
        Example(
            "Both, the next day.",
            (told("d", "Mon 2019-10-07"), told("e", "Tue 2019-10-08", shared=True, effect=True)),
            OCTOBER,
            (),
        ),
        Example(
            "Both, two days later.",
            (told("d", "Mon 2019-10-07"), told("e", "Thu 2019-10-10", shared=True, effect=True)),
            OCTOBER,
            (Expect(state="ended", raised_on="2019-10-09", met_by="e"),),
        ),
        Example(
            "The father's was shared, the mother's was not.",
            (told("d", "Mon 2019-10-07"), told("e", "Tue 2019-10-08", FATHER, shared=True, effect=True)),
            OCTOBER,
            UNSHARED,
        ),
        Example(
            "The next day it was shared, the child still not thought of.",
            (told("d", "Mon 2019-10-07"), told("e", "Tue 2019-10-08", shared=True)),
            OCTOBER,
            (*UNSHARED, Expect(raised_on="2019-10-10")),
        ),
        Example(
            "The next day the child was thought of, it was still not shared.",
            (told("d", "Mon 2019-10-07"), told("e", "Tue 2019-10-08", effect=True)),
            OCTOBER,
            (*UNSHARED, Expect(raised_on="2019-10-10")),
        ),
        Example(
            "A strategy discussion was held.",
            (
                told("d", "Mon 2019-10-07"),
                then("strategy_discussion_held", "Tue 2019-10-08", decision="section47", medical_agreed=False),
            ),
            OCTOBER,
            (),
        ),
        Example(
            "Put right on the third day: withdrawn, and kept.",
            (
                told("d", "Mon 2019-10-07"),
                told(
                    "e",
                    "Mon 2019-10-07",
                    shared=True,
                    effect=True,
                    corrects="d",
                    reason="It had been.",
                    recorded="Thu 2019-10-10",
                ),
            ),
            OCTOBER,
            (Expect(raised_on="2019-10-09", withdrawn_on="2019-10-10"),),
        ),
    ),
)

PLAN = conference("ic", "Mon 2019-06-03")


def household(id, happened, **who):  # type: ignore[no-untyped-def]
    """Who lives there changes."""
    return given(id, "household_changed", happened, **who)


JOINED = household("c", "Mon 2019-10-07", joined=[FATHER], left=[])
UNCHANGED = (Expect(state="raised", raised_on="2019-10-15", evidence=("c",)),)
ANSWERS = (
    ("assessment_started", {"kind": "update"}),
    ("core_group_held", {}),
    ("plan_meeting_held", {}),
    ("safety_plan_agreed", {"text": "He stays away."}),
    ("strategy_discussion_held", {"decision": "section47", "medical_agreed": False}),
    ("management_decision_recorded", {"decision": "See them.", "reasons": "He is back."}),
    ("conference_held", {"kind": "review", "decisions": []}),
)
ASSESSING = given("as", "assessment_started", "Mon 2019-07-01", kind="update")

HOUSEHOLD_CHANGE = Spec(
    "SIG-HOUSEHOLD-CHANGE",
    (
        Example("An adult joined: five working days are in time.", (PLAN, JOINED), "Mon 2019-10-14", ()),
        Example("The day after, nobody has looked again.", (PLAN, JOINED), "Tue 2019-10-15", UNCHANGED),
        Example("An adult left.", (PLAN, household("c", "Mon 2019-10-07", joined=[], left=[FATHER])), OCTOBER, UNCHANGED),
        Example("Her brother joined.", (PLAN, household("c", "Mon 2019-10-07", joined=[SIBLING], left=[])), OCTOBER, ()),
        Example("Her brother left.", (PLAN, household("c", "Mon 2019-10-07", joined=[], left=[SIBLING])), OCTOBER, ()),
        Example(
            "The family moved.",
            (PLAN, given("c", "address_changed", "Mon 2019-10-07", person=CHILD, address="2 Low Street", confirmed_by="sam")),
            OCTOBER,
            UNCHANGED,
        ),
        Example(
            "A pregnancy became known.",
            (PLAN, given("c", "unborn_concern_identified", "Mon 2019-10-07", text="Due in spring.")),
            OCTOBER,
            UNCHANGED,
        ),
        Example("No plan.", (JOINED,), OCTOBER, ()),
        *(
            Example(f"Looked at again: {type}.", (PLAN, JOINED, then(type, "Mon 2019-10-14", **data)), OCTOBER, ())
            for type, data in ANSWERS
        ),
        Example(
            "An assessment reviewed.",
            (PLAN, ASSESSING, JOINED, then("assessment_reviewed", "Mon 2019-10-14", assessment="as", checkpoint="first")),
            OCTOBER,
            (),
        ),
        Example(
            "An assessment completed.",
            (
                PLAN,
                ASSESSING,
                JOINED,
                then("assessment_completed", "Mon 2019-10-14", assessment="as", factors=[], outcome="Stay."),
            ),
            OCTOBER,
            (),
        ),
        Example(
            "Looked at again a day late.",
            (PLAN, JOINED, then("core_group_held", "Wed 2019-10-16")),
            OCTOBER,
            (Expect(state="ended", raised_on="2019-10-15", met_by="h"),),
        ),
        Example(
            "The plan ended first.",
            (PLAN, JOINED, given("pe", "plan_ended", "Mon 2019-10-14", plan="child_protection", reason_="Safe.")),
            OCTOBER,
            (),
        ),
        Example(
            "The family moved, on no plan.",
            (given("c", "address_changed", "Mon 2019-10-07", person=CHILD, address="2 Low Street", confirmed_by="sam"),),
            OCTOBER,
            (),
        ),
    ),
)
