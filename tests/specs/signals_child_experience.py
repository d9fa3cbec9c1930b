"""Signals about what it is like to be worked with: many strangers, and nobody to trust."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Spec, conference, given, person

MADE = conference("ic", "Wed 2018-10-03")
WHO = ("sam", "ravi", "lena", "fin", "dsl", "hv", "pc")


def came(worker, happened, seen=(CHILD,)):  # type: ignore[no-untyped-def]
    """A visit at which somebody saw the child."""
    return given(worker, "visit_made", happened, kind="other", worker=worker, seen=list(seen))


SEVEN = (*(came(worker, "Mon 2018-10-08") for worker in WHO[:6]), came("pc", "Sun 2018-12-02"))


def crowd(number, **rest):  # type: ignore[no-untyped-def]
    """A conference with this many professionals, and the mother."""
    rows = [{"role": "professional"} for _ in range(number)]
    return given(
        "ic", "conference_held", "Wed 2018-10-03", kind="initial", present=[{"role": "mother", "person": MOTHER}, *rows], **rest
    )


MANY_PROFESSIONALS = Spec(
    "SIG-MANY-PROFESSIONALS",
    (
        Example("Six different people is the limit, and not over it.", SEVEN[:6], "Mon 2018-12-31", ()),
        Example(
            "The seventh, within eight weeks.",
            SEVEN,
            "Mon 2018-12-31",
            (Expect(state="raised", raised_on="2018-12-02", evidence=(*sorted(WHO[:6]), "pc")),),
        ),
        Example("Eight weeks to the day is out of the window.", (*SEVEN[:6], came("pc", "Mon 2018-12-03")), "Mon 2018-12-31", ()),
        Example(
            "One of them again is not another.",
            (*SEVEN[:6], given("again", "visit_made", "Mon 2018-10-15", kind="other", worker="sam", seen=[CHILD])),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "The seventh saw a brother, not this child.",
            (*SEVEN[:6], came("pc", "Mon 2018-10-15", (SIBLING,))),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "The seventh asked the child something.",
            (*SEVEN[:6], given("v", "voice_recorded", "Mon 2018-10-15", child=CHILD, how="words", words="Hello.", worker="pc")),
            "Mon 2018-12-31",
            (Expect(raised_on="2018-10-15"),),
        ),
        Example(
            "The seventh passed on what somebody else had heard.",
            (*SEVEN[:6], given("v", "voice_recorded", "Mon 2018-10-15", child=CHILD, how="told_by", words="Hello.", worker="pc")),
            "Mon 2018-12-31",
            (),
        ),
        Example("Fifteen professionals at a conference: not over it.", (crowd(15),), "Wed 2018-10-31", ()),
        Example("Sixteen.", (crowd(16),), "Wed 2018-10-31", (Expect(state="raised", raised_on="2018-10-03", evidence=("ic",)),)),
        Example(
            "Whose list was not written down is not known to be long.",
            (given("ic", "conference_held", "Wed 2018-10-03", kind="initial"),),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "The seventh visit recorded late shows when it is known.",
            (
                *SEVEN[:6],
                given("pc", "visit_made", "Mon 2018-10-15", recorded="Mon 2018-11-12", kind="other", worker="pc", seen=[CHILD]),
            ),
            "Mon 2018-12-31",
            (Expect(raised_on="2018-11-12"),),
        ),
    ),
)


def trusts(id, happened, whom, child=CHILD, **rest):  # type: ignore[no-untyped-def]
    """Whom the child can talk to."""
    return given(id, "trusted_person_named", happened, about=(child,), child=child, person=whom, **rest)


LEAVES = given("left", "worker_ended", "Mon 2018-12-03", worker="dsl", reason_="New school.")
SCHOOL = trusts("t", "Wed 2018-10-10", "dsl")

TRUSTED_PERSON = Spec(
    "SIG-TRUSTED-PERSON",
    (
        Example("28 days into the plan it is not yet late.", (MADE,), "Wed 2018-10-31", ()),
        Example("The day after.", (MADE,), "Thu 2018-11-01", (Expect(state="raised", raised_on="2018-11-01", evidence=("ic",)),)),
        Example("Named on the 28th day: nothing.", (MADE, trusts("t", "Wed 2018-10-31", "gran")), "Fri 2018-11-30", ()),
        Example("Named before the plan began: nothing.", (trusts("t", "Mon 2018-06-04", "dsl"), MADE), "Fri 2018-11-30", ()),
        Example(
            "Whom a brother trusts is his.",
            (MADE, trusts("t", "Wed 2018-10-31", "gran", SIBLING)),
            "Fri 2018-11-30",
            (Expect(state="raised"),),
        ),
        Example(
            "Named late: ended.",
            (MADE, trusts("t", "Mon 2018-11-12", "dsl")),
            "Fri 2018-11-30",
            (Expect(state="ended", raised_on="2018-11-01", met_on="2018-11-12", met_by="t"),),
        ),
        Example(
            "The one the child trusts leaves.",
            (MADE, SCHOOL, LEAVES),
            "Mon 2018-12-31",
            (Expect(state="raised", raised_on="2018-12-03", evidence=("left",)),),
        ),
        Example("Somebody else leaves: nothing.", (MADE, trusts("t", "Wed 2018-10-10", "hv"), LEAVES), "Mon 2018-12-31", ()),
        Example(
            "Hands the child over to the next: leaves as well.",
            (
                MADE,
                trusts("t", "Wed 2018-10-10", "sam"),
                given("on", "handover_completed", "Mon 2018-12-03", about=(), from_="sam", to="ravi"),
            ),
            "Mon 2018-12-31",
            (Expect(raised_on="2018-12-03", evidence=("on",)),),
        ),
        Example(
            "Another had been named since: nothing.",
            (MADE, SCHOOL, trusts("u", "Mon 2018-11-05", "hv"), LEAVES),
            "Mon 2018-12-31",
            (),
        ),
        Example(
            "Another is named afterwards: ended.",
            (MADE, SCHOOL, LEAVES, trusts("u", "Mon 2018-12-10", "hv")),
            "Mon 2018-12-31",
            (Expect(state="ended", raised_on="2018-12-03", met_on="2018-12-10", met_by="u"),),
        ),
        Example(
            "Not yet born when the plan was made: nobody to name.",
            (given("plan", "plan_started", "Wed 2018-10-03", plan="child_protection", category="NEG"),),
            "Fri 2018-11-30",
            (),
            people={CHILD: person(CHILD, "Ash", "2018-10-20", "F")},
        ),
        Example("No plan: nothing.", (SCHOOL,), "Mon 2018-12-31", ()),
    ),
)
