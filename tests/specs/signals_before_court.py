"""Signals about pre-proceedings without the child or the partners, and about nights nobody has prepared for."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Spec, conference, given, person

BEGUN = given("pre", "preproceedings_started", "Fri 2019-03-01")
SPRING = "Tue 2019-04-30"
UNASKED = (Expect(state="raised", raised_on="2019-03-23", evidence=("pre",)),)
BABY = {CHILD: person(CHILD, "Ash", "2019-01-10")}


def then(type, happened, **data):  # type: ignore[no-untyped-def]
    """Something done afterwards."""
    return given("h", type, happened, **data)


def asked(happened, child=CHILD, about=(CHILD,)):  # type: ignore[no-untyped-def]
    """A child said something."""
    return then("voice_recorded", happened, about=about, child=child, how="words", words="I want to stay with Gran.")


NO_VOICE = Spec(
    "SIG-PLO-NO-VOICE",
    (
        Example("Fifteen working days are in time.", (BEGUN,), "Fri 2019-03-22", ()),
        Example("The day after, nobody has asked.", (BEGUN,), "Sat 2019-03-23", UNASKED),
        Example("Asked on the fifteenth working day.", (BEGUN, asked("Fri 2019-03-22")), SPRING, ()),
        Example(
            "Asked a week later.",
            (BEGUN, asked("Fri 2019-03-29")),
            SPRING,
            (Expect(state="ended", raised_on="2019-03-23", met_by="h"),),
        ),
        Example("Her brother was asked.", (BEGUN, asked("Mon 2019-03-11", SIBLING, (CHILD, SIBLING))), SPRING, UNASKED),
        Example("What she said before it began is not about it.", (asked("Thu 2019-02-28"), BEGUN), SPRING, UNASKED),
        Example(
            "It is written down why she could not be asked.",
            (BEGUN, then("views_not_gathered", "Mon 2019-03-11", child=CHILD, reason_="In hospital.")),
            SPRING,
            (),
        ),
        Example(
            "Why her brother could not be is written down.",
            (BEGUN, then("views_not_gathered", "Mon 2019-03-11", about=(CHILD, SIBLING), child=SIBLING, reason_="Away.")),
            SPRING,
            UNASKED,
        ),
        Example(
            "At nine, watching is not asking.",
            (BEGUN, then("observation_recorded", "Mon 2019-03-11", text="Quiet.", setting="school")),
            SPRING,
            UNASKED,
        ),
        Example(
            "A baby is watched.",
            (BEGUN, then("observation_recorded", "Mon 2019-03-11", text="Smiles.", setting="home")),
            SPRING,
            (),
            people=BABY,
        ),
        Example(
            "Or a day of the baby's is told.",
            (BEGUN, then("day_in_the_life_recorded", "Mon 2019-03-11", text="Sleeps.")),
            SPRING,
            (),
            people=BABY,
        ),
        Example(
            "Nor is a day in the life of a child of nine.",
            (BEGUN, then("day_in_the_life_recorded", "Mon 2019-03-11", text="School.")),
            SPRING,
            UNASKED,
        ),
        Example(
            "The letter after the start begins nothing more.",
            (BEGUN, given("let", "preproceedings_letter_sent", "Mon 2019-03-04", to=[MOTHER])),
            SPRING,
            UNASKED,
        ),
        Example(
            "An entry that they started after the letter begins nothing more.",
            (
                given("let", "preproceedings_letter_sent", "Fri 2019-03-01", to=[MOTHER]),
                given("pre", "preproceedings_started", "Mon 2019-03-04"),
            ),
            SPRING,
            (Expect(evidence=("let",)),),
        ),
        Example(
            "The letter alone begins it.",
            (given("let", "preproceedings_letter_sent", "Fri 2019-03-01", to=[MOTHER]),),
            SPRING,
            (Expect(evidence=("let",)),),
        ),
        Example("It ended in time.", (BEGUN, then("preproceedings_ended", "Mon 2019-03-18", outcome="stepped down")), SPRING, ()),
        Example("Not yet born.", (BEGUN,), SPRING, (), people={CHILD: person(CHILD, "Ash", "2019-06-10")}),
        Example(
            "Under three on the last day it counts.",
            (BEGUN, then("observation_recorded", "Mon 2019-03-11", text="Smiles.", setting="home")),
            SPRING,
            (),
            people={CHILD: person(CHILD, "Ash", "2016-03-12")},
        ),
        Example(
            "Three that day.",
            (BEGUN, then("observation_recorded", "Mon 2019-03-11", text="Smiles.", setting="home")),
            SPRING,
            UNASKED,
            people={CHILD: person(CHILD, "Ash", "2016-03-11")},
        ),
        Example(
            "A second time round she is asked again.",
            (
                BEGUN,
                asked("Mon 2019-03-11"),
                given("end", "preproceedings_ended", "Mon 2019-03-18", outcome="stepped down"),
                given("two", "preproceedings_started", "Mon 2019-06-03"),
            ),
            "Sun 2019-06-30",
            (Expect(raised_on="2019-06-25", evidence=("two",)),),
        ),
    ),
)

MET = given(
    "cg",
    "core_group_held",
    "Mon 2019-02-04",
    present=[
        {"role": "designated_safeguarding_lead", "worker": "dsl", "organisation": "school"},
        {"role": "social_worker", "worker": "sam"},
        {"role": "mother", "person": MOTHER},
    ],
)
TOLD = given("t", "partners_told", "Fri 2019-03-08", **{"about_": "Pre-proceedings has started"})
SCHOOL_SILENT = (
    "Partners were told of pre-proceedings on 8 Mar 2019; by 15 Mar 2019 Elm Road Primary had not said that they know."
)


def knows(happened, by, notice="t"):  # type: ignore[no-untyped-def]
    """An agency says that it has been told."""
    return then("notice_acknowledged", happened, notice=notice, by_=[by])


PARTNERS_UNAWARE = Spec(
    "SIG-PLO-PARTNERS-UNAWARE",
    (
        Example("Five working days are in time.", (MET, BEGUN), "Fri 2019-03-08", ()),
        Example(
            "The day after, nobody has been told.",
            (MET, BEGUN),
            "Sat 2019-03-09",
            (Expect(state="raised", raised_on="2019-03-09", evidence=("pre",)),),
        ),
        Example(
            "Told of something else.",
            (MET, BEGUN, given("t", "partners_told", "Fri 2019-03-08", **{"about_": "A new address"})),
            "Thu 2019-03-14",
            (Expect(state="raised"),),
        ),
        Example("Told on the fifth working day; the school has five more to say so.", (MET, BEGUN, TOLD), "Fri 2019-03-15", ()),
        Example(
            "The school has not said so.",
            (MET, BEGUN, TOLD),
            "Sat 2019-03-16",
            (Expect(state="raised", raised_on="2019-03-16", evidence=("t",), says=SCHOOL_SILENT),),
        ),
        Example("The school has.", (MET, BEGUN, TOLD, knows("Fri 2019-03-15", "school")), SPRING, ()),
        Example(
            "The school has, weeks later.",
            (MET, BEGUN, TOLD, knows("Mon 2019-04-01", "school")),
            SPRING,
            (Expect(state="ended", raised_on="2019-03-16", met_by="h"),),
        ),
        Example(
            "Health visiting has, the school has not.",
            (MET, BEGUN, TOLD, knows("Mon 2019-03-11", "health")),
            SPRING,
            (Expect(state="raised", says=SCHOOL_SILENT),),
        ),
        Example(
            "The school has had another notice.",
            (
                MET,
                given("o", "partners_told", "Mon 2019-02-25", **{"about_": "A new address"}),
                BEGUN,
                TOLD,
                knows("Mon 2019-03-11", "school", "o"),
            ),
            SPRING,
            (Expect(state="raised"),),
        ),
        Example("No agency was ever at a core group.", (BEGUN, TOLD), SPRING, ()),
        Example(
            "Ended in time, nobody told.",
            (MET, BEGUN, then("preproceedings_ended", "Wed 2019-03-06", outcome="stepped down")),
            SPRING,
            (),
        ),
        Example(
            "Ended before the school had to say so.",
            (MET, BEGUN, TOLD, then("preproceedings_ended", "Wed 2019-03-13", outcome="stepped down")),
            SPRING,
            (),
        ),
        Example(
            "In court before the school had to say so.",
            (MET, BEGUN, TOLD, then("court_application_made", "Wed 2019-03-13", kind="care order")),
            SPRING,
            (),
        ),
    ),
)

PLAN = conference("ic", "Mon 2019-03-04")
DIAGRAM = given("g", "genogram_reviewed", "Mon 2019-05-06")
CARERS = given("k", "contingency_agreed", "Mon 2019-05-13", carers=["gran"], child_asked=True)


def safe(happened, readable=True):  # type: ignore[no-untyped-def]
    """A safety plan."""
    return given("sp", "safety_plan_agreed", happened, text="Gran first.", readable_by_duty=readable)


STALE = (Expect(state="raised", raised_on="2019-05-28", evidence=("ic",)),)
ALL_THREE = (PLAN, DIAGRAM, CARERS, safe("Mon 2019-05-20"))

CONTINGENCY = Spec(
    "SIG-CONTINGENCY",
    (
        Example("Eighty-four days are in time.", (PLAN,), "Mon 2019-05-27", ()),
        Example("The day after, nothing is ready for the night.", (PLAN,), "Tue 2019-05-28", STALE),
        Example("All three in time.", ALL_THREE, "Fri 2019-05-31", ()),
        Example("No family diagram.", (PLAN, CARERS, safe("Mon 2019-05-20")), "Fri 2019-05-31", STALE),
        Example("No carers.", (PLAN, DIAGRAM, safe("Mon 2019-05-20")), "Fri 2019-05-31", STALE),
        Example("No safety plan.", (PLAN, DIAGRAM, CARERS), "Fri 2019-05-31", STALE),
        Example(
            "A safety plan duty cannot read.", (PLAN, DIAGRAM, CARERS, safe("Mon 2019-05-20", False)), "Fri 2019-05-31", STALE
        ),
        Example(
            "The last of three weeks late.",
            (PLAN, DIAGRAM, CARERS, safe("Mon 2019-06-10")),
            "Sun 2019-06-30",
            (Expect(state="ended", raised_on="2019-05-28", met_by="sp"),),
        ),
        Example(
            "Eighty-four days after all three, they are old.",
            ALL_THREE,
            "Tue 2019-08-13",
            (Expect(raised_on="2019-08-13", evidence=("sp",)),),
        ),
        Example("No plan and no pre-proceedings.", (), "Sun 2019-06-30", ()),
        Example(
            "Pre-proceedings count too.",
            (given("pre", "preproceedings_started", "Mon 2019-03-04"),),
            "Tue 2019-05-28",
            (Expect(evidence=("pre",)),),
        ),
        Example(
            "The plan ended.",
            (PLAN, given("pe", "plan_ended", "Mon 2019-05-27", plan="child_protection", reason_="Safe.")),
            "Sun 2019-06-30",
            (),
        ),
    ),
)
