"""More of the signals about the child's voice and experience: whose words they are, and what counts as asking."""

from tests.specs.kit import CHILD, OTHER_SIBLING, SIBLING, Example, Expect, Spec, conference, given, person
from tests.specs.signals_child_experience import LEAVES, SCHOOL, SEVEN, trusts
from tests.specs.signals_child_voice import FULL, SHORT, SHORTER, TIRED, heard, said
from tests.specs.signals_voice import answered, declined

MADE = conference("ic", "Wed 2018-10-03")
BOTH = (CHILD, SIBLING)
THREE = {CHILD: person(CHILD, "Ash", "2015-10-17", "F")}
NOT_YET_THREE = {CHILD: person(CHILD, "Ash", "2015-10-18", "F")}
BABY_PLAN = given("plan", "plan_started", "Wed 2018-10-03", about=(OTHER_SIBLING,), plan="child_protection", category="NEG")
WATCHED = given("o", "observation_recorded", "Wed 2018-10-17", neglect=[], other=["calm"], text="Settled.", setting="nursery")


def refused(id, happened, **changed):  # type: ignore[no-untyped-def]
    """Asked, and did not want to say; with something left out or otherwise."""
    fields = {"child": CHILD, "worker": "sam", "how": "At school.", "next_attempt": "2018-11-12"} | changed
    about = BOTH if fields["child"] == SIBLING else (CHILD,)
    return given(id, "views_declined", happened, about=about, **{k: v for k, v in fields.items() if v is not None})


def offered(happened, child=CHILD):  # type: ignore[no-untyped-def]
    """An advocate was offered."""
    return given("offer", "advocate_offered", happened, about=BOTH, child=child, accepted=False)


TWICE = (MADE, declined("no", "Wed 2018-10-17"), declined("again", "Tue 2018-11-06"))
COUNTS: tuple[Expect, ...] = ()
LATE = (Expect(state="raised", raised_on="2018-11-15", evidence=("no",)),)
HEARD = ("attended", "advocate", "pack", "worker")

VIEWS_STALE_SIDES = Spec(
    "SIG-VIEWS-STALE",
    (
        *(
            Example(
                f"Heard at a conference on the twentieth day ({how}): counted again from there.",
                (MADE, heard(how, id="rc", happened="Wed 2018-10-31")),
                "Wed 2018-11-28",
                (),
            )
            for how in HEARD
        ),
        Example("A child a day under three is watched.", (MADE, WATCHED), "Wed 2018-11-14", (), people=NOT_YET_THREE),
        Example("A child of three is asked.", (MADE, WATCHED), "Thu 2018-11-01", (Expect(raised_on="2018-11-01"),), people=THREE),
        Example(
            "A child of two is watched.",
            (MADE, WATCHED),
            "Wed 2018-11-14",
            (),
            people={CHILD: person(CHILD, "Ash", "2016-05-02", "F")},
        ),
        Example(
            "A day in a baby's life is watching it.",
            (BABY_PLAN, given("d", "day_in_the_life_recorded", "Wed 2018-10-17", about=(OTHER_SIBLING,), text="Fed at six.")),
            "Wed 2018-11-14",
            (),
            child=OTHER_SIBLING,
        ),
        Example(
            "Twenty working days without a look at a baby: not over it.", (BABY_PLAN,), "Wed 2018-10-31", (), child=OTHER_SIBLING
        ),
        Example("The day after.", (BABY_PLAN,), "Thu 2018-11-01", (Expect(raised_on="2018-11-01"),), child=OTHER_SIBLING),
        Example(
            "For a baby born while the plan runs, counted from the birth.",
            (MADE,),
            "Tue 2018-11-20",
            (Expect(raised_on="2018-11-17"),),
            people={CHILD: person(CHILD, "Ash", "2018-10-20", "F")},
        ),
        Example(
            "Who asked is not said: it does not count.",
            (MADE, refused("no", "Wed 2018-10-31", worker=None)),
            "Thu 2018-11-01",
            (Expect(evidence=("ic",)),),
        ),
        Example(
            "How is not said: it does not count.",
            (MADE, refused("no", "Wed 2018-10-31", how=None)),
            "Thu 2018-11-01",
            (Expect(evidence=("ic",)),),
        ),
        Example(
            "A brother's refusal is his.",
            (MADE, refused("no", "Wed 2018-10-31", child=SIBLING)),
            "Thu 2018-11-01",
            (Expect(evidence=("ic",)),),
        ),
        Example(
            "Refused, then told something, then refused: not twice running.",
            (MADE, declined("no", "Mon 2018-10-08"), said("v", "Wed 2018-10-17"), declined("again", "Tue 2018-11-06")),
            "Mon 2018-12-03",
            COUNTS,
        ),
        Example(
            "A brother refused in between: not twice running either.",
            (
                MADE,
                said("v", "Wed 2018-10-10"),
                refused("his", "Wed 2018-10-17", child=SIBLING),
                declined("again", "Wed 2018-10-31"),
            ),
            "Wed 2018-11-28",
            COUNTS,
        ),
        Example(
            "An advocate offered to a brother is not offered to her.",
            (*TWICE, offered("Mon 2018-10-22", SIBLING)),
            "Thu 2018-11-15",
            LATE,
        ),
        Example("Offered three months before: it counts.", (*TWICE, offered("Mon 2018-08-06")), "Mon 2018-12-03", COUNTS),
        Example(
            "Offered three months and a day before: it does not.", (*TWICE, offered("Sun 2018-08-05")), "Thu 2018-11-15", LATE
        ),
    ),
)


def of_brother(id, happened, words, **rest):  # type: ignore[no-untyped-def]
    """A brother's words, in an entry about both children."""
    return said(id, happened, words, SIBLING, about=BOTH, **rest)


VOICE_NO_ACTION_SIDES = Spec(
    "SIG-VOICE-NO-ACTION",
    (
        Example(
            "A brother's words wait for his answer.",
            (of_brother("v", "Mon 2018-10-08", "I like football."),),
            "Wed 2018-10-31",
            (),
        ),
        Example("Also when he asks to be safe.", (of_brother("v", "Mon 2018-10-08", "I am not safe."),), "Wed 2018-10-31", ()),
        Example(
            "Answered for both.",
            (of_brother("v", "Mon 2018-10-08", "Football."), answered("a", "Tue 2018-10-09")),
            "Wed 2018-10-31",
            (),
        ),
    ),
)

CHILD_ASKS_FOR_SAFETY_SIDES = Spec(
    "SIG-CHILD-ASKS-FOR-SAFETY",
    (
        Example(
            "A brother's words are raised for him, and say that they are about the household.",
            (of_brother("v", "Mon 2018-10-08", "I am not safe."),),
            "Wed 2018-10-31",
            (),
        ),
    ),
)

BABY = {CHILD: person(CHILD, "Ash", "2017-01-10", "F")}

VOICE_CONFERENCE_SIDES = Spec(
    "SIG-VOICE-CONFERENCE",
    (
        *(
            Example(
                f"Heard at the next conference ({how}): ended.",
                (heard("none"), heard(how, id="rc", happened="Wed 2018-12-19")),
                "Mon 2018-12-31",
                (Expect(state="ended", met_on="2018-12-19", met_by="rc"),),
            )
            for how in HEARD
        ),
        Example(
            "What a brother said afterwards is his.",
            (heard("none"), of_brother("v", "Mon 2018-10-08", "Football.")),
            "Wed 2018-10-31",
            (Expect(state="raised"),),
        ),
        Example(
            "A day in a baby's life is its view.",
            (heard("none"), given("d", "day_in_the_life_recorded", "Mon 2018-10-08", text="Fed at six.")),
            "Wed 2018-10-31",
            (Expect(state="ended", met_on="2018-10-08", met_by="d"),),
            people=BABY,
        ),
    ),
)

LONG_GUARDED = "I have nothing to say to any of you about what goes on at home or about my brother."
LONG_MARKED = "It is all fine at home and at school and everywhere else too, thank you very much for asking me."

VOICE_THIN_SIDES = Spec(
    "SIG-VOICE-THIN",
    (
        Example(
            "A brother's guarded words in between are his.",
            (FULL, SHORT, of_brother("b", "Mon 2018-12-03", "I don't want to talk.")),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "What was said at length was guarded too: it was never fuller.",
            (said("g", "Mon 2018-10-08", LONG_GUARDED), SHORT, SHORTER),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "Or was marked as guarded.",
            (said("g", "Mon 2018-10-08", LONG_MARKED, guarded=True), SHORT, SHORTER),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "Marked as not guarded, it was fuller.",
            (said("g", "Mon 2018-10-08", LONG_MARKED, guarded=False), SHORT, SHORTER),
            "Mon 2018-12-31",
            (Expect(state="raised", evidence=("short", "shorter")),),
        ),
        Example(
            "A brother said more, not she.",
            (of_brother("g", "Mon 2018-10-08", LONG_MARKED), SHORT, SHORTER),
            "Mon 2018-12-31",
            (),
        ),
    ),
)

BEHAVIOUR_SIDES = Spec(
    "SIG-BEHAVIOUR",
    (
        Example(
            "What a brother showed is his, in an entry about both.",
            (TIRED, of_brother("b", "Mon 2018-10-15", "Screamed at bath time.", how="behaviour")),
            "Wed 2018-10-31",
            (),
        ),
    ),
)

MANY_PROFESSIONALS_SIDES = Spec(
    "SIG-MANY-PROFESSIONALS",
    (
        Example(
            "The seventh asked a brother something.",
            (
                *SEVEN[:6],
                given(
                    "v", "voice_recorded", "Mon 2018-10-15", about=BOTH, child=SIBLING, how="words", words="Hello.", worker="pc"
                ),
            ),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "The seventh visited only a brother.",
            (*SEVEN[:6], given("v", "visit_made", "Mon 2018-10-15", about=(SIBLING,), kind="other", worker="pc", seen=[SIBLING])),
            "Mon 2018-12-31",
            (),
        ),
    ),
)


def brother_trusts(id, happened, whom):  # type: ignore[no-untyped-def]
    """Whom a brother can talk to, in an entry about both children."""
    return given(id, "trusted_person_named", happened, about=BOTH, child=SIBLING, person=whom)


TRUSTED_PERSON_SIDES = Spec(
    "SIG-TRUSTED-PERSON",
    (
        Example(
            "Whom a brother had named before is his.",
            (brother_trusts("b", "Mon 2018-06-04", "dsl"), MADE),
            "Fri 2018-11-30",
            (Expect(raised_on="2018-11-01"),),
        ),
        Example(
            "Whom a brother names in time is his.",
            (MADE, brother_trusts("b", "Mon 2018-10-22", "dsl")),
            "Fri 2018-11-30",
            (Expect(state="raised"),),
        ),
        Example(
            "The plan ended first: nothing.",
            (MADE, conference("rc", "Wed 2018-10-24", "plan_ended", "review")),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "The day is set on which the one they trust leaves.",
            (MADE, SCHOOL, given("going", "worker_leaving", "Mon 2018-12-03", worker="dsl", last_day="2018-12-21")),
            "Mon 2018-12-31",
            (Expect(raised_on="2018-12-03", evidence=("going",)),),
        ),
        Example(
            "The one a brother trusts leaves: his question.",
            (MADE, trusts("t", "Wed 2018-10-10", "hv"), brother_trusts("b", "Mon 2018-11-05", "dsl"), LEAVES),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "A brother names somebody else afterwards: not ended for this child.",
            (MADE, SCHOOL, LEAVES, brother_trusts("b", "Mon 2018-12-10", "hv")),
            "Mon 2018-12-31",
            (Expect(state="raised"),),
        ),
    ),
)
