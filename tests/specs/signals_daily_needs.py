"""Signals about children who care for others, have no food or heat, miss school, or are not brought to be looked after."""

from datetime import date

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Spec, conference, contact, given


def note(id, happened, text="What was seen.", other=(), **rest):  # type: ignore[no-untyped-def]
    """Something somebody saw."""
    return given(id, "observation_recorded", happened, neglect=[], other=list(other), text=text, setting="school", **rest)


A = note("a", "Mon 2019-09-02", "She is looking after the baby.")
B = note("b", "Mon 2019-10-07", other=["caring_role"])
OCTOBER = "Thu 2019-10-31"
BOTH = (Expect(state="raised", raised_on="2019-10-07", evidence=("a", "b")),)


def decided(id, happened):  # type: ignore[no-untyped-def]
    """A decision about a young carer's assessment."""
    return given(id, "young_carer_assessment_decided", happened, decision="not_needed", reasons="An aunt helps now.")


YOUNG_CARER = Spec(
    "SIG-YOUNG-CARER",
    (
        Example("Said twice in three months.", (A, B), OCTOBER, BOTH),
        Example("Said once.", (A,), OCTOBER, ()),
        Example(
            "The second 90 days after the first.", (A, note("b", "Sun 2019-12-01", other=["caring_role"])), "Tue 2019-12-31", ()
        ),
        Example(
            "The second 89 days after.", (A, note("b", "Sat 2019-11-30", other=["caring_role"])), "Tue 2019-12-31", (Expect(),)
        ),
        Example("Denied the second time.", (A, note("b", "Mon 2019-10-07", "She is not looking after him.")), OCTOBER, ()),
        Example("About something else the second time.", (A, note("b", "Mon 2019-10-07", "She plays.")), OCTOBER, ()),
        Example(
            "She says so herself.",
            (
                A,
                given(
                    "b", "voice_recorded", "Mon 2019-10-07", child=CHILD, how="words", words="I was feeding the baby all night."
                ),
            ),
            OCTOBER,
            BOTH,
        ),
        Example("It had been decided before.", (decided("d", "Mon 2019-06-03"), A, B), OCTOBER, ()),
        Example("Assessed before.", (given("d", "young_carer_assessed", "Mon 2019-06-03"), A, B), OCTOBER, ()),
        Example("Decided afterwards.", (A, B, decided("d", "Mon 2019-10-14")), OCTOBER, (Expect(state="ended", met_by="d"),)),
        Example(
            "Assessed afterwards.",
            (A, B, given("d", "young_carer_assessed", "Mon 2019-10-14")),
            OCTOBER,
            (Expect(state="ended", met_by="d"),),
        ),
        Example("About a brother.", (A, note("b", "Mon 2019-10-07", other=["caring_role"], about=(SIBLING,))), OCTOBER, ()),
        Example(
            "The second time about a parent who does not care.",
            (A, note("b", "Mon 2019-10-07", other=["uncaring mother"])),
            OCTOBER,
            (),
        ),
    ),
)

HUNGRY = note("a", "Mon 2019-09-02", "There was no food in the house.")
AGAIN = note("b", "Sun 2019-09-29", "Still no food.")
HELP = given("h", "practical_help_given", "Tue 2019-09-03", help="A parcel and the meter topped up.")

TWICE = "Basic necessities were lacking again on 29 Sep 2019: 2 times within 28 days. The conference chair is to know."

BASIC_NEEDS = Spec(
    "SIG-BASIC-NEEDS",
    (
        Example("No food.", (HUNGRY,), OCTOBER, (Expect(state="raised", raised_on="2019-09-02", evidence=("a",)),)),
        Example("As a code.", (note("a", "Mon 2019-09-02", other=["cold_home"]),), OCTOBER, (Expect(),)),
        Example(
            "Told by somebody.", (contact("a", "Mon 2019-09-02", text="They have no money for the meter."),), OCTOBER, (Expect(),)
        ),
        Example("The lights are out.", (note("a", "Mon 2019-09-02", "The electricity had been cut off."),), OCTOBER, (Expect(),)),
        Example("There was food.", (note("a", "Mon 2019-09-02", "There was food in the house."),), OCTOBER, ()),
        Example("About a brother elsewhere.", (note("a", "Mon 2019-09-02", "No food.", about=(SIBLING,)),), OCTOBER, ()),
        Example(
            "Help was given the next day: it ends, and is kept.",
            (HUNGRY, HELP),
            OCTOBER,
            (Expect(state="ended", raised_on="2019-09-02", met_by="h"),),
        ),
        Example(
            "Again within 28 days.",
            (HUNGRY, AGAIN, given("h", "practical_help_given", "Mon 2019-09-30", help="A parcel.")),
            OCTOBER,
            (
                Expect(state="ended", evidence=("a",), met_by="h"),
                Expect(
                    state="ended",
                    met_by="h",
                    evidence=("a", "b"),
                    says=TWICE,
                ),
            ),
        ),
        Example(
            "Again 28 days later is a second time by itself.",
            (HUNGRY, note("b", "Mon 2019-09-30", "No food.")),
            OCTOBER,
            (Expect(evidence=("a",)), Expect(evidence=("b",), says="Basic necessities were lacking on 30 Sep 2019.")),
        ),
        Example(
            "First told by somebody, then seen.",
            (contact("a", "Mon 2019-09-02", text="No money."), AGAIN),
            OCTOBER,
            (Expect(), Expect(evidence=("a", "b"))),
        ),
        Example(
            "A brother elsewhere was hungry first.",
            (note("a", "Mon 2019-09-02", "No food.", about=(SIBLING,)), AGAIN),
            OCTOBER,
            (Expect(evidence=("b",)),),
        ),
    ),
)


def attended(id, percent, first, last, setting="Elm Road", **rest):  # type: ignore[no-untyped-def]
    """A record of attendance, made on its last day."""
    weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    day = f"{weekdays[date.fromisoformat(last).weekday()]} {last}"
    return given(id, "attendance_recorded", day, setting=setting, percent=percent, from_=first, to=last, **rest)


SEPTEMBER = attended("s", 95.0, "2019-09-02", "2019-09-27")
FELL = "Attendance had fallen by at least 5% from one record to the next when it was recorded on 25 Oct 2019."
PLAN = conference("ic", "Mon 2019-06-03")


def away(id, happened, **rest):  # type: ignore[no-untyped-def]
    """A session missed, and nobody said why."""
    return given(id, "unexplained_absence_recorded", happened, setting="Elm Road", **rest)


ATTENDANCE = Spec(
    "SIG-ATTENDANCE",
    (
        Example("90% is not under it.", (attended("a", 90.0, "2019-09-02", "2019-09-27"),), OCTOBER, ()),
        Example(
            "89% is.",
            (attended("a", 89.0, "2019-09-02", "2019-09-27"),),
            OCTOBER,
            (Expect(state="raised", raised_on="2019-09-27", evidence=("a",)),),
        ),
        Example("One bad week by itself says nothing.", (attended("a", 80.0, "2019-09-02", "2019-09-12"),), OCTOBER, ()),
        Example("Two school weeks are enough.", (attended("a", 80.0, "2019-09-02", "2019-09-13"),), OCTOBER, (Expect(),)),
        Example(
            "Still low the next month: said once.",
            (attended("a", 89.0, "2019-09-02", "2019-09-27"), attended("b", 88.0, "2019-09-30", "2019-10-25")),
            OCTOBER,
            (Expect(evidence=("a",)),),
        ),
        Example(
            "Better the next month: over.",
            (attended("a", 89.0, "2019-09-02", "2019-09-27"), attended("b", 93.0, "2019-09-30", "2019-10-25")),
            OCTOBER,
            (Expect(state="ended", met_by="b"),),
        ),
        Example(
            "A good week does not end it.",
            (attended("a", 89.0, "2019-09-02", "2019-09-27"), attended("b", 100.0, "2019-10-21", "2019-10-25")),
            OCTOBER,
            (Expect(state="raised"),),
        ),
        Example(
            "From 97.5% to 92.5%: five points less.",
            (attended("s", 97.5, "2019-09-02", "2019-09-27"), attended("b", 92.5, "2019-09-30", "2019-10-25")),
            OCTOBER,
            (Expect(raised_on="2019-10-25", evidence=("b",), says=FELL),),
        ),
        Example("Four and a half points less.", (SEPTEMBER, attended("b", 90.5, "2019-09-30", "2019-10-25")), OCTOBER, ()),
        Example(
            "From another school's record nothing follows.",
            (attended("s", 97.0, "2019-09-02", "2019-09-27", "Oak House"), attended("b", 91.0, "2019-09-30", "2019-10-25")),
            OCTOBER,
            (),
        ),
        Example(
            "The record before was made 29 days earlier.",
            (attended("s", 97.0, "2019-09-02", "2019-09-27"), attended("b", 91.0, "2019-09-30", "2019-10-26")),
            "Sat 2019-11-30",
            (),
        ),
        Example(
            "It had fallen, and is well again.",
            (
                attended("s", 97.0, "2019-09-02", "2019-09-27"),
                attended("b", 91.0, "2019-09-30", "2019-10-25"),
                attended("o", 95.0, "2019-10-14", "2019-10-26", "Oak House"),
                attended("c", 90.0, "2019-10-28", "2019-11-22"),
            ),
            "Sat 2019-11-30",
            (Expect(state="ended", raised_on="2019-10-25", met_by="c"),),
        ),
        Example(
            "It had fallen, and is still not well.",
            (
                attended("s", 97.0, "2019-09-02", "2019-09-27"),
                attended("b", 91.0, "2019-09-30", "2019-10-25"),
                attended("c", 89.5, "2019-10-28", "2019-11-22"),
            ),
            "Sat 2019-11-30",
            (Expect(state="raised", evidence=("b",)), Expect(raised_on="2019-11-22")),
        ),
        Example(
            "A fall within a record of less than two school weeks says nothing.",
            (attended("s", 97.0, "2019-09-02", "2019-09-27"), attended("b", 91.0, "2019-09-30", "2019-10-10")),
            OCTOBER,
            (),
        ),
        Example(
            "A fall within one of two school weeks does.",
            (attended("s", 97.0, "2019-09-02", "2019-09-27"), attended("b", 91.0, "2019-09-30", "2019-10-11")),
            OCTOBER,
            (Expect(),),
        ),
        Example(
            "Two sessions unexplained, on a plan.",
            (PLAN, away("a", "Mon 2019-10-07"), away("b", "Tue 2019-10-08")),
            OCTOBER,
            (Expect(state="raised", raised_on="2019-10-08", evidence=("a", "b")),),
        ),
        Example("One session unexplained, on a plan.", (PLAN, away("a", "Mon 2019-10-07")), OCTOBER, ()),
        Example(
            "One of hers and one of a brother's.",
            (PLAN, away("a", "Mon 2019-10-07", about=(SIBLING,)), away("b", "Tue 2019-10-08")),
            OCTOBER,
            (),
        ),
        Example("Two sessions unexplained, on no plan.", (away("a", "Mon 2019-10-07"), away("b", "Tue 2019-10-08")), OCTOBER, ()),
        Example(
            "The second 28 days after the first.", (PLAN, away("a", "Mon 2019-09-23"), away("b", "Mon 2019-10-21")), OCTOBER, ()
        ),
        Example(
            "The second 27 days after the first.",
            (PLAN, away("a", "Tue 2019-09-24"), away("b", "Mon 2019-10-21")),
            OCTOBER,
            (Expect(),),
        ),
    ),
)
