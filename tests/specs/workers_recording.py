"""What was done is written down, and soon."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Given, Spec, given, visit

WITHDRAWN = given("w", "entry_withdrawn", "Mon 2018-11-12T10:00", withdraws="v", reason="No such visit.")

WK_06 = Spec(
    "WK-06",
    (
        Example(
            "Friday's visit written down on Monday: the first working day.",
            (visit("v", "Fri 2018-11-02", recorded="Mon 2018-11-05T09:10"),),
            "Fri 2018-11-09",
            (Expect(state="met", due="2018-11-06", met_by="v", met_on="2018-11-05", raised_on=None),),
        ),
        Example(
            "On the second working day: in time.",
            (visit("v", "Fri 2018-11-02", recorded="Tue 2018-11-06T17:30"),),
            "Fri 2018-11-09",
            (Expect(state="met", met_on="2018-11-06", raised_on=None),),
        ),
        Example(
            "On the third: late, and nobody could have seen it before.",
            (visit("v", "Fri 2018-11-02", recorded="Wed 2018-11-07T09:00"),),
            "Fri 2018-11-09",
            (Expect(state="met_late", met_on="2018-11-07", raised_on="2018-11-07"),),
        ),
        Example(
            "Weeks late: it shows on the day it was written down.",
            (visit("v", "Fri 2018-11-02", recorded="Mon 2018-12-03T09:00"),),
            "Fri 2018-12-07",
            (Expect(state="met_late", due="2018-11-06", raised_on="2018-12-03"),),
        ),
        Example(
            "As it was known while nothing had been written, there was no visit.",
            (visit("v", "Fri 2018-11-02", recorded="Wed 2018-11-07T09:00"),),
            "Tue 2018-11-06",
            (),
            known_at="Tue 2018-11-06",
        ),
        Example(
            "Putting it right later does not make it late.",
            (
                visit("v", "Fri 2018-11-02", recorded="Fri 2018-11-02T18:00"),
                visit("v2", "Fri 2018-11-02", recorded="Fri 2018-11-16T10:00", corrects="v", reason="Ash was seen alone."),
            ),
            "Mon 2018-11-19",
            (Expect(state="met", met_on="2018-11-02", raised_on=None),),
        ),
        Example(
            "A child in need visit is a statutory one too.",
            (given("v", "visit_made", "Fri 2018-11-02", kind="child_in_need", recorded="Mon 2018-11-12T09:00"),),
            "Tue 2018-11-13",
            (Expect(state="met_late"),),
        ),
        Example(
            "A family support visit is not.",
            (given("v", "visit_made", "Fri 2018-11-02", kind="family_support", recorded="Mon 2018-11-12T09:00"),),
            "Tue 2018-11-13",
            (),
        ),
        Example(
            "Nor is a visit that is only booked.",
            (given("b", "visit_booked", "Fri 2018-11-02", worker="sam", for_="2018-11-06"),),
            "Tue 2018-11-13",
            (),
        ),
        Example(
            "A visit written down the day before it was to be made was not yet one.",
            (visit("v", "Fri 2018-11-02", recorded="Thu 2018-11-01T09:00"),),
            "Tue 2018-11-13",
            (),
        ),
        Example(
            "A visit known only to be in that week counts from the last day of it.",
            (visit("v", ("Mon 2018-10-29", "Fri 2018-11-02"), recorded="Tue 2018-11-06T09:00"),),
            "Fri 2018-11-09",
            (Expect(state="met", due="2018-11-06", approximate=True),),
        ),
        Example(
            "A visit that was never made is taken back.",
            (visit("v", "Fri 2018-11-02", recorded="Wed 2018-11-07T09:00"), WITHDRAWN),
            "Fri 2018-11-16",
            (Expect(state="not_required", raised_on="2018-11-07", withdrawn_on="2018-11-12"),),
        ),
    ),
)


def incident(happened: str, recorded: str | None, **rest: object) -> Given:
    """Something happened in the family."""
    data = {"kind": "domestic_abuse", "children_present": "yes"} | rest
    return given("i", "incident_recorded", happened, recorded=recorded, **data)


WK_07 = Spec(
    "WK-07",
    (
        Example(
            "Written down a minute before a day was up: in time.",
            (incident("Thu 2018-11-01T20:00", "Fri 2018-11-02T19:59"),),
            "Mon 2018-11-05",
            (Expect(state="met", due="2018-11-02T20:00:00Z", met_on="2018-11-02", raised_on=None),),
        ),
        Example(
            "At twenty-four hours: in time.",
            (incident("Thu 2018-11-01T20:00", "Fri 2018-11-02T20:00"),),
            "Mon 2018-11-05",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A minute later: late.",
            (incident("Thu 2018-11-01T20:00", "Fri 2018-11-02T20:01"),),
            "Mon 2018-11-05",
            (Expect(state="met_late", met_on="2018-11-02", raised_on="2018-11-02"),),
        ),
        Example(
            "When the clocks go back, twenty-four hours end an hour earlier on the clock face.",
            (incident("Sat 2018-10-27T20:00", "Sun 2018-10-28T19:01"),),
            "Mon 2018-10-29",
            (Expect(state="met_late", starts="2018-10-27T19:00:00Z", due="2018-10-28T19:00:00Z"),),
        ),
        Example(
            "An incident of which only the day is known counts from the end of it.",
            (incident("Thu 2018-11-01", "Sat 2018-11-03T00:00"),),
            "Mon 2018-11-05",
            (Expect(state="met", due="2018-11-03T00:00:00Z", approximate=True),),
        ),
        Example(
            "A child who goes missing is a critical event.",
            (given("gone", "missing_started", "Thu 2018-11-01T22:00", recorded="Sat 2018-11-03T09:00"),),
            "Mon 2018-11-05",
            (Expect(state="met_late", raised_on="2018-11-03"),),
        ),
        Example(
            "An observation is not: it has longer.",
            (
                given(
                    "o", "observation_recorded", "Thu 2018-11-01", text="Pale.", setting="school", recorded="Mon 2018-11-05T09:00"
                ),
            ),
            "Tue 2018-11-06",
            (),
        ),
        Example(
            "Moved by a correction to the brother whom it was about: this child's line ends, his stands.",
            (
                incident("Thu 2018-11-01T20:00", "Mon 2018-11-05T09:00"),
                given(
                    "i2",
                    "incident_recorded",
                    "Thu 2018-11-01T20:00",
                    about=(SIBLING,),
                    recorded="Tue 2018-11-06T09:00",
                    corrects="i",
                    reason="Birch was there, not Ash.",
                    kind="domestic_abuse",
                    children_present="yes",
                ),
            ),
            "Wed 2018-11-07",
            (Expect(state="not_required", raised_on="2018-11-05", withdrawn_on="2018-11-06"),),
        ),
        Example(
            "So is a child taken into police protection.",
            (given("pp", "police_protection_started", "Thu 2018-11-01T22:00", recorded="Sat 2018-11-03T09:00"),),
            "Mon 2018-11-05",
            (Expect(state="met_late", raised_on="2018-11-03"),),
        ),
    ),
)


def core_group(happened: str, recorded: str, **rest: object) -> Given:
    """A core group, and when its record was made."""
    return given("cg", "core_group_held", happened, recorded=recorded, **rest)


LATE = tuple(
    given(f"e{place}", type, "Wed 2018-10-17", recorded="Mon 2018-10-29T09:00", **data)
    for place, (type, data) in enumerate(
        (
            ("conference_held", {"kind": "initial"}),
            ("strategy_discussion_held", {"decision": "assessment"}),
            ("plan_meeting_held", {}),
            ("case_discussed", {"between": ["sam", "hv"]}),
            ("supervision_held", {"worker": "sam", "manager": "kay"}),
            ("multi_agency_supervision_held", {"present": ["sam", "hv"]}),
            ("observation_recorded", {"text": "Pale.", "setting": "school"}),
            ("voice_recorded", {"child": CHILD, "how": "words", "words": "I am tired."}),
            ("day_in_the_life_recorded", {"text": "Up at five."}),
        )
    )
)

WK_08 = Spec(
    "WK-08",
    (
        Example(
            "A core group written up on the fourth working day: in time.",
            (core_group("Wed 2018-10-17", "Tue 2018-10-23T09:00"),),
            "Wed 2018-10-31",
            (Expect(state="met", due="2018-10-24", met_on="2018-10-23", raised_on=None),),
        ),
        Example(
            "On the fifth: in time.",
            (core_group("Wed 2018-10-17", "Wed 2018-10-24T23:59"),),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixth: late.",
            (core_group("Wed 2018-10-17", "Thu 2018-10-25T00:00"),),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-10-25"),),
        ),
        Example(
            "A bank holiday among the five days moves the due day.",
            (core_group("Thu 2018-12-20", "Mon 2018-12-31T09:00"),),
            "Wed 2019-01-02",
            (Expect(state="met", due="2018-12-31"),),
        ),
        Example(
            "An appointment to which a child was not brought is written down as well.",
            (
                given(
                    "nb",
                    "contact_missed",
                    "Wed 2018-10-17",
                    kind="not_brought",
                    service="Hearing",
                    recorded="Mon 2018-10-29T09:00",
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-10-29"),),
        ),
        Example(
            "Visits and incidents have their own, shorter standards.",
            (visit("v", "Wed 2018-10-17", recorded="Mon 2018-10-29T09:00"), incident("Wed 2018-10-17", "Mon 2018-10-29T09:00")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "A meeting about the children and their mother is the children's line, not hers.",
            (core_group("Wed 2018-10-17", "Mon 2018-10-29T09:00", about=(CHILD, MOTHER)),),
            "Wed 2018-10-31",
            (),
            child=MOTHER,
        ),
        Example(
            "What a mother told a service about herself alone is hers.",
            (
                given(
                    "ad",
                    "adult_disclosure_recorded",
                    "Wed 2018-10-17",
                    about=(MOTHER,),
                    adult=MOTHER,
                    kind="drinking",
                    recorded="Mon 2018-10-29T09:00",
                ),
            ),
            "Wed 2018-10-31",
            (Expect(state="met_late", about=(MOTHER,)),),
            child=MOTHER,
        ),
        Example(
            "So is everything else that was done, said or seen with a child.",
            LATE,
            "Wed 2018-10-31",
            tuple(Expect(state="met_late", due="2018-10-24", raised_on="2018-10-29", trigger=each.id) for each in LATE),
        ),
    ),
)
