"""Between reviews: the first after a birth, and the chair's check half-way to the next."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

UNBORN = {CHILD: person(CHILD, "Ash", None)}
BEFORE_BIRTH = conference("pb", "Wed 2018-08-01", kind="pre_birth")


def born(happened: str = "Mon 2018-09-03", child: str = CHILD, **rest: object) -> Given:
    """The baby was born."""
    return given("b", "birth_recorded", happened, child=child, **rest)


def review(happened: str, decision: str = "plan_continued", id: str = "rc", **rest: object) -> Given:
    """A review conference that decided about this child."""
    return conference(id, happened, decision, **({"kind": "review"} | rest))


BROTHERS_REVIEW = given(
    "rc",
    "conference_held",
    "Thu 2018-09-20",
    about=(CHILD, SIBLING),
    kind="review",
    decisions=[{"child": SIBLING, "decision": "plan_continued", "reasons": "His own."}],
)

CP_42 = Spec(
    "CP-42",
    (
        Example(
            "Reviewed on the nineteenth working day after the birth: in time.",
            (BEFORE_BIRTH, born(), review("Fri 2018-09-28")),
            "Wed 2018-10-31",
            (Expect(state="met", starts="2018-09-03", due="2018-10-01", met_by="rc", raised_on=None),),
            people=UNBORN,
        ),
        Example(
            "On the twentieth: in time.",
            (BEFORE_BIRTH, born(), review("Mon 2018-10-01")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None),),
            people=UNBORN,
        ),
        Example(
            "On the twenty-first: late.",
            (BEFORE_BIRTH, born(), review("Tue 2018-10-02")),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-10-02"),),
            people=UNBORN,
        ),
        Example(
            "A baby who was on no plan when born needs none.",
            (born(), conference("ic", "Mon 2018-09-10")),
            "Wed 2018-10-31",
            (),
            people=UNBORN,
        ),
        Example(
            "A conference of another kind is no review.",
            (BEFORE_BIRTH, born(), review("Thu 2018-09-20", kind="initial")),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
            people=UNBORN,
        ),
        Example(
            "A review of the brother's plan is not the baby's.",
            (BEFORE_BIRTH, born(), BROTHERS_REVIEW),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
            people=UNBORN,
        ),
        Example(
            "The birth of a brother starts none for a child on a plan.",
            (conference("ic", "Wed 2018-08-01"), born(child=SIBLING, about=(CHILD, SIBLING))),
            "Wed 2018-10-31",
            (),
            people={SIBLING: person(SIBLING, "Birch", None)},
        ),
        Example(
            "The plan ended another way: none is needed.",
            (BEFORE_BIRTH, born(), given("pe", "plan_ended", "Thu 2018-09-20", plan="child_protection", reason_="Adopted.")),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people=UNBORN,
        ),
        Example(
            "Nobody ever looked, and eighteen years went by.",
            (BEFORE_BIRTH, born()),
            "Fri 2036-10-31",
            (Expect(state="not_required", met_by=None),),
            people=UNBORN,
        ),
        Example(
            "A baby dies: nothing is due any more.",
            (BEFORE_BIRTH, born(), given("died", "death_recorded", "Mon 2018-09-10", person=CHILD)),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people=UNBORN,
        ),
        Example(
            "A birth recorded late was not known before.",
            (BEFORE_BIRTH, born(recorded="Mon 2018-09-10T09:00")),
            "Wed 2018-10-31",
            (),
            known_at="Sun 2018-09-09T09:00",
            people=UNBORN,
        ),
    ),
)

PLAN = conference("ic", "Wed 2018-10-03")
BROTHERS_LATER = given(
    "rc",
    "conference_held",
    "Mon 2018-11-05",
    about=(CHILD, SIBLING),
    kind="review",
    decisions=[{"child": SIBLING, "decision": "plan_continued", "reasons": "His own."}],
)


def check(happened: str, **rest: object) -> Given:
    """The chair looked at how far the plan had got."""
    return given("ck", "chair_check_recorded", happened, by="chair", text="Two of five actions done.", **rest)


def booked(happened: str, day: str, kind: str = "review", id: str = "cb") -> Given:
    """The next conference was given a day."""
    return given(id, "conference_booked", happened, by="desk", kind=kind, for_=day)


CP_43 = Spec(
    "CP-43",
    (
        Example(
            "Half-way to the review that is booked, a day before: in time.",
            (PLAN, booked("Fri 2018-10-05", "2018-12-12"), check("Tue 2018-11-06")),
            "Fri 2018-11-30",
            (Expect(state="met", due="2018-11-07", met_by="ck", raised_on=None),),
        ),
        Example(
            "On the day: in time.",
            (PLAN, booked("Fri 2018-10-05", "2018-12-12"), check("Wed 2018-11-07")),
            "Fri 2018-11-30",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A day later: late.",
            (PLAN, booked("Fri 2018-10-05", "2018-12-12"), check("Thu 2018-11-08")),
            "Fri 2018-11-30",
            (Expect(state="met_late", raised_on="2018-11-08"),),
        ),
        Example(
            "No review is booked: half of the three months in which the first has to be.",
            (PLAN,),
            "Fri 2018-11-30",
            (Expect(state="overdue", due="2018-11-18", raised_on="2018-11-19"),),
        ),
        Example(
            "After a review it is half of six months.",
            (PLAN, review("Wed 2018-11-07")),
            "Thu 2019-02-28",
            (
                Expect(state="not_required", trigger="ic", raised_on=None),
                Expect(state="overdue", trigger="rc", due="2019-02-05", raised_on="2019-02-06"),
            ),
        ),
        Example(
            "Where the child came here on a plan, of three.",
            (conference("tc", "Wed 2018-10-03", "plan_continued", kind="transfer_in"),),
            "Fri 2018-11-30",
            (Expect(state="overdue", due="2018-11-18"),),
        ),
        Example(
            "A conference booked for something else does not end the interval.",
            (PLAN, booked("Fri 2018-10-05", "2018-10-23", "initial")),
            "Fri 2018-11-30",
            (Expect(state="overdue", due="2018-11-18"),),
        ),
        Example(
            "A check not done by the review stays in the history and is not owed any more.",
            (PLAN, review("Wed 2018-12-12")),
            "Mon 2018-12-31",
            (Expect(state="not_required", trigger="ic", raised_on="2018-11-19"), Expect(state="running", trigger="rc")),
        ),
        Example(
            "A review of the brother's plan does not end it.",
            (PLAN, BROTHERS_LATER),
            "Fri 2018-11-30",
            (Expect(state="overdue", trigger="ic", due="2018-11-18"),),
        ),
        Example(
            "A conference of another kind that changed nothing does not end it either.",
            (PLAN, conference("tc", "Mon 2018-11-05", "plan_continued", kind="transfer_in")),
            "Fri 2018-11-30",
            (Expect(state="overdue", trigger="ic", due="2018-11-18"), Expect(state="running", trigger="tc", due="2018-12-21")),
        ),
        Example(
            "The plan ended: no check is needed.",
            (PLAN, given("pe", "plan_ended", "Mon 2018-11-05", plan="child_protection", reason_="Moved to Wales.")),
            "Fri 2018-11-30",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "No plan was made: there is nothing to check.", (conference("ic", "Wed 2018-10-03", "no_plan"),), "Fri 2018-11-30", ()
        ),
        Example(
            "A plan made for the brother is his.",
            (
                given(
                    "ic",
                    "conference_held",
                    "Wed 2018-10-03",
                    about=(CHILD, SIBLING),
                    kind="initial",
                    decisions=[{"child": SIBLING, "decision": "plan_made", "category": "NEG", "reasons": "His own."}],
                ),
            ),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (PLAN,),
            "Fri 2018-11-30",
            (Expect(state="not_required", raised_on=None),),
            people={CHILD: person(CHILD, "Ash", "2000-11-01")},
        ),
    ),
)
