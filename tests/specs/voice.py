"""Children are seen alone, and asked."""

from holdfast.kernel.when import When
from tests.specs.kit import CHILD, MOTHER, OTHER_SIBLING, SIBLING, Example, Expect, Given, Spec, conference, given, person, visit

PLAN = conference("ic", "Wed 2018-10-03")


def alone(id: str, happened: str | tuple[str, str], seen_alone: tuple[str, ...] = (CHILD,), **rest: object) -> Given:
    """A visit at which these children were seen alone."""
    return visit(id, happened, seen_alone=list(seen_alone), **rest)


def voice(happened: str, child: str = CHILD, **rest: object) -> Given:
    """What a child said."""
    return given("said", "voice_recorded", happened, child=child, how="words", words="I like Nan's best.", **rest)


def ended(happened: str) -> Given:
    """A review conference ended the plan."""
    return conference("rc", happened, "plan_ended", kind="review")


def turns_four(born: str | None) -> dict[str, object]:
    """This child, born on another day."""
    return {CHILD: person(CHILD, "Ash", born)}


CP_32 = Spec(
    "CP-32",
    (
        Example(
            "Seen alone on the nineteenth working day: in time.",
            (PLAN, alone("v", "Tue 2018-10-30")),
            "Wed 2018-11-14",
            (
                Expect(state="met", due="2018-10-31", met_by="v", raised_on=None),
                Expect(state="running", starts="2018-10-30", due="2018-11-27"),
            ),
        ),
        Example(
            "On the twentieth: in time.",
            (PLAN, alone("v", "Wed 2018-10-31")),
            "Wed 2018-11-14",
            (Expect(state="met", raised_on=None), Expect(state="running")),
        ),
        Example(
            "On the twenty-first: late.",
            (PLAN, alone("v", "Thu 2018-11-01")),
            "Wed 2018-11-14",
            (Expect(state="met_late", raised_on="2018-11-01"), Expect(state="running")),
        ),
        Example(
            "Seen, but never alone, does not count.",
            (PLAN, visit("v", "Wed 2018-10-17"), visit("v2", "Wed 2018-10-31")),
            "Wed 2018-11-14",
            (Expect(state="overdue", raised_on="2018-11-01"),),
        ),
        Example(
            "A brother seen alone is not this child seen alone.",
            (PLAN, alone("v", "Wed 2018-10-17", seen_alone=(SIBLING,), about=(CHILD, SIBLING))),
            "Wed 2018-11-14",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor is a family support visit on which she was.",
            (
                PLAN,
                given("v", "visit_made", "Wed 2018-10-17", kind="family_support", worker="fin", seen=[CHILD], seen_alone=[CHILD]),
            ),
            "Wed 2018-11-14",
            (Expect(state="overdue"),),
        ),
        Example(
            "No child under four is expected to be seen alone.",
            (PLAN,),
            "Fri 2018-12-14",
            (),
            people=turns_four("2014-12-15"),
        ),
        Example(
            "The count begins on the fourth birthday.",
            (PLAN,),
            "Fri 2018-11-30",
            (Expect(state="overdue", starts="2018-11-01", due="2018-11-29", raised_on="2018-11-30"),),
            people=turns_four("2014-11-01"),
        ),
        Example(
            "A plan that ended before it expects nothing.",
            (PLAN, ended("Fri 2018-10-26")),
            "Fri 2018-11-30",
            (),
            people=turns_four("2014-11-01"),
        ),
        Example(
            "Where the date of birth is not known, it cannot be told.",
            (PLAN,),
            "Wed 2018-11-14",
            (Expect(state="cannot_tell", raised_on=None),),
            people=turns_four(None),
        ),
        Example(
            "A child whose birth is known only by its year is certainly four at the end of it.",
            (PLAN,),
            "Wed 2019-01-30",
            (Expect(state="overdue", starts="2018-12-31", due="2019-01-29"),),
            people=turns_four("2014"),
        ),
        Example(
            "The end of the plan stops the clock.",
            (PLAN, alone("v", "Wed 2018-10-17"), ended("Fri 2018-11-09")),
            "Fri 2018-12-14",
            (Expect(state="met"), Expect(state="not_required", raised_on=None)),
        ),
    ),
)

BABY = {CHILD: person(CHILD, "Ash", "2018-01-10")}
UNBORN = {CHILD: person(CHILD, "Ash", None, expected=When.parse("2018-12-01"))}
SEEN_PLAYING = given("obs", "observation_recorded", "Wed 2018-10-31", text="Smiles at Nan, flat with Mum.", setting="nursery")

CP_34 = Spec(
    "CP-34",
    (
        Example(
            "Asked by somebody on the nineteenth working day: in time, and the next twenty count from there.",
            (PLAN, voice("Tue 2018-10-30", by="dsl")),
            "Wed 2018-11-14",
            (Expect(state="met", due="2018-10-31", met_by="said", raised_on=None), Expect(state="running", due="2018-11-27")),
        ),
        Example(
            "On the twentieth: in time.",
            (PLAN, voice("Wed 2018-10-31")),
            "Wed 2018-11-14",
            (Expect(state="met", raised_on=None), Expect(state="running")),
        ),
        Example(
            "On the twenty-first: late.",
            (PLAN, voice("Thu 2018-11-01")),
            "Wed 2018-11-14",
            (Expect(state="met_late", raised_on="2018-11-01"), Expect(state="running")),
        ),
        Example(
            "What a brother said, filed on both, is the brother's.",
            (PLAN, voice("Wed 2018-10-17", child=SIBLING, about=(CHILD, SIBLING))),
            "Wed 2018-11-14",
            (Expect(state="overdue"),),
        ),
        Example(
            "To see a child of eight is not to ask her.",
            (PLAN, visit("v", "Wed 2018-10-17"), SEEN_PLAYING),
            "Wed 2018-11-14",
            (Expect(state="overdue"),),
        ),
        Example(
            "For a baby what was observed counts.",
            (PLAN, SEEN_PLAYING),
            "Wed 2018-11-14",
            (Expect(state="met", met_by="obs"), Expect(state="running")),
            people=BABY,
        ),
        Example(
            "From the third birthday on it no longer does.",
            (PLAN, SEEN_PLAYING),
            "Wed 2018-11-14",
            (Expect(state="overdue"),),
            people={CHILD: person(CHILD, "Ash", "2015-10-31")},
        ),
        Example(
            "On the day before, it still does.",
            (PLAN, SEEN_PLAYING),
            "Wed 2018-11-14",
            (Expect(state="met"), Expect(state="running")),
            people={CHILD: person(CHILD, "Ash", "2015-11-01")},
        ),
        *(
            Example(
                f"A conference that heard her counts: {how}.",
                (
                    PLAN,
                    conference(
                        "rc", "Wed 2018-10-31", "plan_continued", kind="review", child_views=[{"child": CHILD, "how": how}]
                    ),
                ),
                "Wed 2018-11-14",
                (Expect(state="met", met_by="rc"), Expect(state="running")),
            )
            for how in ("attended", "advocate", "pack", "worker")
        ),
        Example(
            "One to which her views did not come does not.",
            (
                PLAN,
                conference(
                    "rc",
                    "Wed 2018-10-31",
                    "plan_continued",
                    kind="review",
                    child_views=[{"child": CHILD, "how": "none", "reason": "Did not fill in the pack."}],
                ),
            ),
            "Wed 2018-11-14",
            (Expect(state="overdue"),),
        ),
        Example(
            "An advocate who was offered has not asked yet.",
            (PLAN, given("ad", "advocate_offered", "Wed 2018-10-17", child=CHILD, accepted=True)),
            "Wed 2018-11-14",
            (Expect(state="overdue"),),
        ),
        Example("Nobody can ask a child before the birth.", (PLAN,), "Wed 2018-11-14", (), people=UNBORN),
        Example(
            "From the birth on somebody must look for her.",
            (PLAN, given("birth", "birth_recorded", "Thu 2018-11-01", child=CHILD, about=(CHILD, MOTHER))),
            "Fri 2018-11-30",
            (Expect(state="overdue", starts="2018-11-01", due="2018-11-29"),),
            people=UNBORN,
        ),
        Example(
            "Asked in time and written down late: it had shown, and was no breach.",
            (PLAN, voice("Wed 2018-10-31", recorded="Wed 2018-11-07T09:00")),
            "Wed 2018-11-14",
            (Expect(state="met", raised_on="2018-11-01"), Expect(state="running")),
        ),
        Example(
            "What a sister said and was first put down as hers moves to the sister.",
            (
                PLAN,
                voice("Wed 2018-10-17"),
                given(
                    "said2",
                    "voice_recorded",
                    "Wed 2018-10-17",
                    about=(OTHER_SIBLING,),
                    child=OTHER_SIBLING,
                    how="words",
                    words="I like Nan's best.",
                    recorded="Mon 2018-11-05T09:00",
                    corrects="said",
                    reason="Cedar said it.",
                ),
            ),
            "Wed 2018-11-14",
            (
                Expect(state="overdue", due="2018-10-31", raised_on="2018-11-05"),
                Expect(state="not_required", withdrawn_on="2018-11-05"),
            ),
        ),
        Example(
            "So does an ordinary day of hers, written down.",
            (PLAN, given("day", "day_in_the_life_recorded", "Wed 2018-10-31", text="In the cot until ten.")),
            "Wed 2018-11-14",
            (Expect(state="met", met_by="day"), Expect(state="running")),
            people=BABY,
        ),
    ),
)
