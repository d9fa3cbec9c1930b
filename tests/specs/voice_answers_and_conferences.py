"""What a child says is answered; and no conference is held without it."""

from holdfast.kernel.when import When
from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person
from tests.specs.voice import voice

SAID = voice("Mon 2018-11-05")


def answered(happened: str, what: str = "said", **rest: object) -> Given:
    """What was done about it."""
    return given("an", "voice_answered", happened, voice=what, answer="She stays at Nan's on Fridays.", told_child=True, **rest)


CP_35 = Spec(
    "CP-35",
    (
        Example(
            "Answered on the fourth working day: in time.",
            (SAID, answered("Fri 2018-11-09")),
            "Fri 2018-11-16",
            (Expect(state="met", due="2018-11-12", met_by="an", raised_on=None),),
        ),
        Example(
            "On the fifth: in time.",
            (SAID, answered("Mon 2018-11-12")),
            "Fri 2018-11-16",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixth: late.",
            (SAID, answered("Tue 2018-11-13")),
            "Fri 2018-11-16",
            (Expect(state="met_late", raised_on="2018-11-13"),),
        ),
        Example(
            "What the brother said, at the same visit, is answered to him.",
            (voice("Mon 2018-11-05", child=SIBLING, about=(CHILD, SIBLING)),),
            "Fri 2018-11-16",
            (),
        ),
        Example(
            "One answer is not an answer to everything: each thing said has its own.",
            (
                SAID,
                given("said2", "voice_recorded", "Tue 2018-11-06", child=CHILD, how="drawing", words="A house with no door."),
                answered("Fri 2018-11-09", what="said2"),
            ),
            "Fri 2018-11-16",
            (Expect(state="overdue", trigger="said"), Expect(state="met", trigger="said2")),
        ),
        Example(
            "A visit is not an answer.",
            (SAID, given("v", "visit_made", "Fri 2018-11-09", kind="child_protection", worker="sam", seen=[CHILD])),
            "Fri 2018-11-16",
            (Expect(state="overdue", raised_on="2018-11-13"),),
        ),
        Example(
            "Words put right in spelling are the same words, and their answer stands.",
            (
                SAID,
                given(
                    "said2",
                    "voice_recorded",
                    "Mon 2018-11-05",
                    recorded="Fri 2018-11-09T09:00",
                    corrects="said",
                    reason="A word was left out.",
                    child=CHILD,
                    how="words",
                    words="I like Nan's house best.",
                ),
                answered("Mon 2018-11-12"),
            ),
            "Fri 2018-11-16",
            (Expect(state="met", met_by="an"),),
        ),
        Example(
            "An answer promised for tomorrow is not one.",
            (SAID, answered("Mon 2018-11-12", recorded="Fri 2018-11-09")),
            "Fri 2018-11-16",
            (Expect(state="overdue"),),
        ),
        Example(
            "Said some time in the week: the five days count from the last of it.",
            (voice(("Mon 2018-11-05", "Fri 2018-11-09")),),
            "Mon 2018-11-19",
            (Expect(state="overdue", due="2018-11-16", approximate=True),),
        ),
    ),
)


def booked(happened: str = "Mon 2018-09-17", for_: str = "2018-10-03", id: str = "b", **rest: object) -> Given:
    """A conference is given a date."""
    return given(id, "conference_booked", happened, for_=for_, **({"kind": "initial"} | rest))


def held(how: str, happened: str = "Wed 2018-10-03") -> Given:
    """The conference, and how the child's views came to it."""
    return conference("ic", happened, child_views=[{"child": CHILD, "how": how}])


HEARD = ("attended", "advocate", "pack", "worker")
CP_14 = Spec(
    "CP-14",
    (
        Example(
            "Asked three working days before Wednesday's conference: in time.",
            (booked(), voice("Fri 2018-09-28")),
            "Wed 2018-10-10",
            (Expect(state="met", starts="2018-09-17", due="2018-10-01", met_by="said", raised_on=None),),
        ),
        Example(
            "Two working days before: in time.",
            (booked(), voice("Mon 2018-10-01")),
            "Wed 2018-10-10",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "The day before: late.",
            (booked(), voice("Tue 2018-10-02")),
            "Wed 2018-10-10",
            (Expect(state="met_late", raised_on="2018-10-02"),),
        ),
        Example(
            "The two days are counted back over a weekend.",
            (booked(for_="2018-10-01"),),
            "Mon 2018-10-01",
            (Expect(state="overdue", due="2018-09-27", raised_on="2018-09-28"),),
        ),
        Example(
            "A baby who was watched the day before her third birthday has been heard.",
            (booked(), given("obs", "observation_recorded", "Fri 2018-09-28", text="Reaches for her nan.", setting="home")),
            "Wed 2018-10-10",
            (Expect(state="met", met_by="obs"),),
            people={CHILD: person(CHILD, "Ash", "2015-09-29", "F")},
        ),
        Example(
            "Watched on her third birthday: by then she is to be asked.",
            (booked(), given("obs", "observation_recorded", "Fri 2018-09-28", text="Reaches for her nan.", setting="home")),
            "Wed 2018-10-10",
            (Expect(state="overdue"),),
            people={CHILD: person(CHILD, "Ash", "2015-09-28", "F")},
        ),
        Example(
            "An advocate she did not want is not her view.",
            (booked(), given("pack", "advocate_offered", "Mon 2018-09-24", child=CHILD, accepted=False)),
            "Wed 2018-10-10",
            (Expect(state="overdue"),),
        ),
        *(
            Example(
                f"Heard at the conference itself ({how}): heard, but not before it.",
                (booked(), held(how)),
                "Wed 2018-10-10",
                (Expect(state="met_late", met_by="ic", met_on="2018-10-03", raised_on="2018-10-02"),),
            )
            for how in HEARD
        ),
        Example(
            "A conference to which her views did not come puts nothing right.",
            (booked(), held("none")),
            "Wed 2018-10-10",
            (Expect(state="overdue", raised_on="2018-10-02"),),
        ),
        Example(
            "What a brother said is not what she thinks.",
            (booked(), voice("Fri 2018-09-28", child=SIBLING, about=(CHILD, SIBLING))),
            "Wed 2018-10-10",
            (Expect(state="overdue"),),
        ),
        Example(
            "A baby's day, written down, is how a baby is heard.",
            (booked(), given("day", "day_in_the_life_recorded", "Fri 2018-09-28", text="Wakes at five. In the cot until ten.")),
            "Wed 2018-10-10",
            (Expect(state="met", met_by="day"),),
            people={CHILD: person(CHILD, "Ash", "2018-01-10")},
        ),
        Example(
            "For a child of eight it is not.",
            (booked(), given("day", "day_in_the_life_recorded", "Fri 2018-09-28", text="Wakes at five. In her room until ten.")),
            "Wed 2018-10-10",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nobody can ask a child before the birth.",
            (booked(kind="pre_birth"),),
            "Wed 2018-10-10",
            (),
            people={CHILD: person(CHILD, "Ash", None, expected=When.parse("2018-12-01"))},
        ),
        Example(
            "Booked again for a later day: the new day is the one that counts.",
            (booked(), booked("Mon 2018-09-24", for_="2018-10-10", id="b2")),
            "Tue 2018-10-09",
            (
                Expect(state="not_required", trigger="b", raised_on=None),
                Expect(state="overdue", trigger="b2", due="2018-10-08", raised_on="2018-10-09"),
            ),
        ),
        Example(
            "A conference booked for the next day leaves no time: it shows at once.",
            (booked("Tue 2018-10-02"), voice("Tue 2018-10-02")),
            "Wed 2018-10-10",
            (Expect(state="met_late", due="2018-10-01", raised_on="2018-10-02"),),
        ),
        Example(
            "A booking for some day in a week is counted back from the first of it, and says that it is about then.",
            (booked(for_={"from": "2018-10-03", "to": "2018-10-05"}),),
            "Wed 2018-10-10",
            (Expect(state="overdue", due="2018-10-01", approximate=True),),
        ),
        Example(
            "So is what somebody saw of her.",
            (booked(), given("obs", "observation_recorded", "Fri 2018-09-28", text="Reaches for Nan.", setting="nursery")),
            "Wed 2018-10-10",
            (Expect(state="met", met_by="obs"),),
            people={CHILD: person(CHILD, "Ash", "2018-01-10")},
        ),
    ),
)
