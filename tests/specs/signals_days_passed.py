"""Questions about days that were planned and passed, while nothing says what came of them."""

from holdfast.kernel.when import When
from tests.specs.kit import CHILD, GRANDMOTHER, SIBLING, Example, Expect, Given, Spec, given, person

RAISED = (Expect(state="raised"),)
# Due on Friday 4 October 2019: three weeks after it is Friday 25 October.
AWAITED = {CHILD: person(CHILD, "Ash", None, expected=When.parse("2019-10-04"))}
ABOUT = {CHILD: person(CHILD, "Ash", None, expected=When.parse("2019-10"))}
UNDATED = {CHILD: person(CHILD, "Ash", None)}
TOLD = given("u", "unborn_concern_identified", "Fri 2019-05-10", text="No antenatal care so far.", by="hv")
MEETING = given("pb", "conference_held", "Mon 2019-01-07", kind="pre_birth")


def born(happened: str, **rest: object) -> Given:
    """The baby is born."""
    return given("b", "birth_recorded", happened, child=CHILD, **rest)


BIRTH = Spec(
    "SIG-BIRTH-NOT-KNOWN",
    (
        Example("Three weeks after the day nobody is asked yet.", (TOLD,), "Fri 2019-10-25", (), people=AWAITED),
        Example(
            "The day after, somebody is.",
            (TOLD,),
            "Sat 2019-10-26",
            (
                Expect(
                    state="raised",
                    raised_on="2019-10-26",
                    evidence=("u",),
                    says="We were told on 10 May 2019 of a baby who was to be born by now. No birth is recorded.",
                ),
            ),
            people=AWAITED,
        ),
        Example("And goes on being asked, twenty-one months later.", (TOLD,), "Thu 2021-07-01", RAISED, people=AWAITED),
        Example("Expected in October, and no day: from its last day.", (TOLD,), "Thu 2019-11-21", (), people=ABOUT),
        Example("Three weeks after that.", (TOLD,), "Fri 2019-11-22", RAISED, people=ABOUT),
        Example("Born in time: nothing.", (TOLD, born("Wed 2019-10-09")), "Thu 2021-07-01", (), people=AWAITED),
        Example(
            "Born in time and written down after the question: it was asked, and is answered.",
            (TOLD, born("Wed 2019-10-09", recorded="Mon 2019-11-04")),
            "Thu 2021-07-01",
            (Expect(state="ended", raised_on="2019-10-26", met_by="b"),),
            people=AWAITED,
        ),
        Example(
            "Born after the question.",
            (TOLD, born("Mon 2019-10-28")),
            "Thu 2021-07-01",
            (Expect(state="ended", raised_on="2019-10-26", met_on="2019-10-28"),),
            people=AWAITED,
        ),
        Example(
            "A death answers it too.",
            (TOLD, given("d", "death_recorded", "Tue 2019-09-17", person=CHILD)),
            "Thu 2021-07-01",
            (),
            people=AWAITED,
        ),
        Example(
            "Somebody else's birth does not.",
            (TOLD, given("b", "birth_recorded", "Wed 2019-10-09", child=SIBLING)),
            "Thu 2021-07-01",
            RAISED,
            people=AWAITED,
        ),
        Example(
            "First told of after the three weeks: the register knew, and it had been asked by then.",
            (given("v", "visit_made", "Mon 2019-11-04", kind="other", seen=["mother"], worker="sam"),),
            "Mon 2019-11-04",
            (Expect(raised_on="2019-10-26", evidence=()),),
            people=AWAITED,
        ),
        Example("Nothing recorded of anybody: three weeks after, nobody is asked yet.", (), "Fri 2019-10-25", (), people=AWAITED),
        Example(
            "The register alone knows of the baby: somebody is asked the day after.",
            (),
            "Sat 2019-10-26",
            (
                Expect(
                    state="raised",
                    raised_on="2019-10-26",
                    evidence=(),
                    says="A baby was to be born by 4 Oct 2019. Nobody has said that the baby is born, or what became of the "
                    "pregnancy.",
                ),
            ),
            people=AWAITED,
        ),
        Example(
            "All that is recorded is about the mother, as it is before a birth.",
            (given("m", "unborn_concern_identified", "Fri 2019-05-10", text="No antenatal care.", about=("mother",)),),
            "Thu 2021-07-01",
            (Expect(state="raised", raised_on="2019-10-26"),),
            people=AWAITED,
        ),
        Example(
            "The register knows the birth too.",
            (),
            "Thu 2021-07-01",
            (),
            people={CHILD: person(CHILD, "Ash", "2019-10-09", expected=When.parse("2019-10-04"))},
        ),
        Example(
            "A birth that is recorded afterwards answers it.",
            (born("Mon 2019-10-28"),),
            "Thu 2021-07-01",
            (Expect(state="ended", raised_on="2019-10-26", met_on="2019-10-28"),),
            people=AWAITED,
        ),
        Example(
            "What was written down first is shown, also where something earlier is learned later.",
            (TOLD, given("t", "visit_made", "Mon 2019-04-01", recorded="Mon 2019-06-03", kind="other", worker="sam")),
            "Thu 2021-07-01",
            (Expect(evidence=("u",)),),
            people=AWAITED,
        ),
        Example("No date, and no meeting before a birth: nobody said that there was a pregnancy.", (TOLD,), "Thu 2021-07-01", ()),
        Example("A meeting before the birth, and no date: 43 weeks.", (MEETING,), "Mon 2019-11-04", (), people=UNDATED),
        Example("The day after.", (MEETING,), "Tue 2019-11-05", (Expect(raised_on="2019-11-05"),), people=UNDATED),
        Example("Such a child whose birth the register knows.", (MEETING,), "Tue 2019-11-05", ()),
    ),
)

LED = given("al", "worker_allocated", "Mon 2019-09-02", worker="sam", role="lead_social_worker")


def away(happened: str = "Mon 2019-09-09", until: str | None = "2019-09-20", **rest: object) -> Given:
    """The lead worker is away, expected back after a day."""
    said = {} if until is None else {"expected_until": until}
    return given(rest.pop("id", "away"), "absence_started", happened, about=(), worker=rest.pop("worker", "sam"), **said, **rest)  # type: ignore[arg-type]


def back(happened: str, worker: str = "sam", **rest: object) -> Given:
    """A worker is back."""
    return given("back", "absence_ended", happened, about=(), worker=worker, **rest)


def left(happened: str) -> Given:
    """The lead worker has left."""
    return given("left", "worker_ended", happened, about=(), worker="sam", reason_="Moved.")


def gone(type: str, happened: str, worker: str = "sam") -> Given:
    """Somebody has left, or is leaving."""
    said = {"last_day": happened.split()[1]} if type == "worker_leaving" else {"post": "social worker"}
    return given("gone", type, happened, about=(), worker=worker, **said)  # type: ignore[arg-type]


ABSENCE = Spec(
    "SIG-ABSENCE-PAST-END",
    (
        Example("To be back after Friday the 20th: on Monday nobody is asked yet.", (LED, away()), "Mon 2019-09-23", ()),
        Example(
            "On Tuesday somebody is.",
            (LED, away()),
            "Tue 2019-09-24",
            (
                Expect(
                    state="raised",
                    raised_on="2019-09-24",
                    says=(
                        "The child's worker went away on 9 Sep 2019, and was to be back. By 23 Sep 2019 nobody has said that "
                        "they are."
                    ),
                ),
            ),
        ),
        Example("No day was said.", (LED, away(until=None)), "Tue 2019-12-31", ()),
        Example("Back on the day.", (LED, away(), back("Fri 2019-09-20")), "Tue 2019-12-31", ()),
        Example("Back before it.", (LED, away(), back("Mon 2019-09-16")), "Tue 2019-12-31", ()),
        Example("Gone for good before it.", (LED, away(), left("Mon 2019-09-16")), "Tue 2019-12-31", ()),
        Example(
            "Somebody else being back before it says nothing of them.",
            (LED, away(), back("Mon 2019-09-16", "ravi")),
            "Tue 2019-12-31",
            RAISED,
        ),
        Example(
            "Back on Wednesday: asked on Tuesday, and answered.",
            (LED, away(), back("Wed 2019-09-25")),
            "Tue 2019-12-31",
            (Expect(state="ended", raised_on="2019-09-24", met_by="back"),),
        ),
        Example(
            "Away for longer: the first is answered, and the next is asked of its own day.",
            (LED, away(), away("Mon 2019-09-23", "2019-10-04", id="longer")),
            "Fri 2019-10-04",
            (),
        ),
        Example(
            "And is, when that has passed.",
            (LED, away(), away("Mon 2019-09-23", "2019-10-04", id="longer")),
            "Tue 2019-10-08",
            (Expect(raised_on="2019-10-08", trigger="longer"),),
        ),
        Example("Gone for good.", (LED, away(), left("Mon 2019-09-23")), "Tue 2019-12-31", ()),
        Example("Another's return answers nothing.", (LED, away(), back("Mon 2019-09-23", "ravi")), "Tue 2019-12-31", RAISED),
        Example(
            "Somebody else has the child now.",
            (LED, away(), given("ne", "worker_allocated", "Mon 2019-09-23", worker="ravi", role="lead_social_worker")),
            "Tue 2019-12-31",
            (),
        ),
        Example(
            "That the child was given to the same worker once more says nothing of it.",
            (LED, away(), given("ne", "worker_allocated", "Mon 2019-09-23", worker="sam", role="lead_social_worker")),
            "Tue 2019-12-31",
            RAISED,
        ),
        Example(
            "Named cover is there, and whether the worker is back is still to be said.",
            (LED, away(), given("co", "cover_named", "Fri 2019-09-06", about=(), for_="sam", cover="ravi")),
            "Tue 2019-12-31",
            RAISED,
        ),
        Example("A worker who leads nobody here.", (LED, away(worker="ravi")), "Tue 2019-12-31", ()),
        Example("She left her post before it.", (LED, away(), gone("post_left", "Mon 2019-09-16")), "Tue 2019-12-31", ()),
        *(
            Example(f"{type}, said on Monday.", (LED, away(), gone(type, "Mon 2019-09-23")), "Tue 2019-12-31", ())
            for type in ("post_left", "worker_leaving")
        ),
        Example(
            "A manager, who leads for no child: on Monday nobody is asked yet.",
            (away(worker="moss"),),
            "Mon 2019-09-23",
            (),
            child="partnership",
        ),
        Example(
            "On Tuesday somebody is.",
            (away(worker="moss"),),
            "Tue 2019-09-24",
            (
                Expect(
                    state="raised",
                    raised_on="2019-09-24",
                    trigger="away",
                    says="Somebody went away on 9 Sep 2019, and was to be back. By 23 Sep 2019 nobody has said that they are.",
                ),
            ),
            child="partnership",
        ),
        Example("No day was said.", (away(worker="moss", until=None),), "Tue 2019-12-31", (), child="partnership"),
        *(
            Example(
                f"{each.type} {each.happened}: answered.",
                (away(), each),
                "Tue 2019-12-31",
                (),
                child="partnership",
            )
            for happened in ("Mon 2019-09-16", "Mon 2019-09-23")
            for each in (back(happened), left(happened), gone("post_left", happened))
        ),
        Example(
            "Leaving, said on Monday.",
            (away(), gone("worker_leaving", "Mon 2019-09-23")),
            "Tue 2019-12-31",
            (),
            child="partnership",
        ),
        Example(
            "Away for longer: asked of the later day alone.",
            (away(), away("Mon 2019-09-23", "2019-10-04", id="longer")),
            "Tue 2019-10-08",
            (Expect(raised_on="2019-10-08", trigger="longer"),),
            child="partnership",
        ),
        Example(
            "Another is back: it says nothing of her.",
            (away(), back("Mon 2019-09-23", "ravi")),
            "Tue 2019-12-31",
            RAISED,
            child="partnership",
        ),
        Example(
            "Another was back before it.", (away(), back("Mon 2019-09-16", "ravi")), "Tue 2019-12-31", RAISED, child="partnership"
        ),
        Example(
            "Back on Wednesday, a manager too: asked on Tuesday, and answered.",
            (away(), back("Wed 2019-09-25")),
            "Tue 2019-12-31",
            (Expect(state="ended", raised_on="2019-09-24", met_by="back"),),
            child="partnership",
        ),
        Example(
            "Leave that was written on a child's record is asked of there, and once.",
            (LED, given("away", "absence_started", "Mon 2019-09-09", worker="sam", expected_until="2019-09-20")),
            "Tue 2019-12-31",
            RAISED,
        ),
        Example(
            "Of a worker who leads for nobody too.",
            (given("away", "absence_started", "Mon 2019-09-09", worker="ravi", expected_until="2019-09-20"),),
            "Tue 2019-12-31",
            RAISED,
        ),
    ),
)


def stay(until: str | None = "2019-10-06", happened: str = "Fri 2019-10-04", id: str = "s", **rest: object) -> Given:
    """With the grandmother for a weekend."""
    said = {} if until is None else {"until": until}
    return given(id, "stay_started", happened, with_=[GRANDMOTHER], arrangement="family", **said, **rest)  # type: ignore[arg-type]


def home(happened: str) -> Given:
    """Home again."""
    return given("h", "stay_ended", happened)


def out_of_care(happened: str) -> Given:
    """No longer looked after."""
    return given("o", "looked_after_ended", happened, reason_="Home.")


BROTHER_HOME = given("h", "stay_ended", "Mon 2019-10-07", about=(SIBLING,))
STAY = Spec(
    "SIG-STAY-PAST-END",
    (
        Example("Until Sunday: on Monday nobody is asked yet.", (stay(),), "Mon 2019-10-07", ()),
        Example(
            "On Tuesday somebody is.",
            (stay(),),
            "Tue 2019-10-08",
            (
                Expect(
                    state="raised",
                    raised_on="2019-10-08",
                    says=(
                        "The stay that began on 4 Oct 2019 was agreed until a day that has passed. By 7 Oct 2019 nobody has said "
                        "where the child is."
                    ),
                ),
            ),
        ),
        Example("No day was agreed.", (stay(None),), "Tue 2019-12-31", ()),
        Example("Home on the day.", (stay(), home("Sun 2019-10-06")), "Tue 2019-12-31", ()),
        Example("Home sooner.", (stay(), home("Sat 2019-10-05")), "Tue 2019-12-31", ()),
        Example("Somewhere else sooner.", (stay(), stay(None, "Sat 2019-10-05", "n")), "Tue 2019-12-31", ()),
        Example(
            "No longer looked after, sooner.",
            (stay(), out_of_care("Sat 2019-10-05")),
            "Tue 2019-12-31",
            (),
        ),
        Example(
            "Home ten days later.",
            (stay(), home("Wed 2019-10-16")),
            "Tue 2019-12-31",
            (Expect(state="ended", raised_on="2019-10-08", met_by="h"),),
        ),
        Example("Somewhere else on Monday.", (stay(), stay(None, "Mon 2019-10-07", "n")), "Tue 2019-12-31", ()),
        Example(
            "No longer looked after on Monday.",
            (stay(), out_of_care("Mon 2019-10-07")),
            "Tue 2019-12-31",
            (),
        ),
        Example("The brother came home; he is not this child.", (stay(), BROTHER_HOME), "Tue 2019-12-31", RAISED),
        Example(
            "Agreed for a week longer, put right on Sunday.",
            (
                stay(),
                stay("2019-10-13", id="s2", corrects="s", reason="Until the Sunday after.", recorded="Sun 2019-10-06T18:00"),
            ),
            "Mon 2019-10-14",
            (),
        ),
    ),
)
