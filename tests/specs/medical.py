"""Medicals, tests and what came of them."""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Given, Spec, given


def agreed(happened: str = "Tue 2019-11-05T11:00", medical: bool | None = True, **rest: object) -> Given:
    """A strategy discussion, and whether it agreed a medical."""
    data = {} if medical is None else {"medical_agreed": medical}
    return given("sd", "strategy_discussion_held", happened, decision="section47", **data, **rest)


def examined(happened: str, **rest: object) -> Given:
    """A paediatrician examined the child."""
    return given("med", "medical_held", happened, kind="Child protection medical", **rest)


CP_60 = Spec(
    "CP-60",
    (
        Example(
            "A minute before a day was up: in time.",
            (agreed(), examined("Wed 2019-11-06T10:59")),
            "Fri 2019-11-08",
            (Expect(state="met", due="2019-11-06T11:00:00Z", met_by="med", raised_on=None),),
        ),
        Example(
            "At twenty-four hours: in time.",
            (agreed(), examined("Wed 2019-11-06T11:00")),
            "Fri 2019-11-08",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "A minute later: late.",
            (agreed(), examined("Wed 2019-11-06T11:01")),
            "Fri 2019-11-08",
            (Expect(state="met_late", raised_on="2019-11-06"),),
        ),
        Example(
            "The clock runs through a weekend.",
            (agreed("Fri 2019-11-08T16:00"),),
            "Sat 2019-11-09",
            (Expect(state="overdue", due="2019-11-09T16:00:00Z", raised_on="2019-11-09"),),
        ),
        Example("Where no medical was agreed, none is due.", (agreed(medical=False),), "Fri 2019-11-08", ()),
        Example("Nor where nobody said whether one was.", (agreed(medical=None),), "Fri 2019-11-08", ()),
        Example(
            "A medical that was asked for has not been held.",
            (agreed(), given("ask", "medical_requested", "Tue 2019-11-05T12:00")),
            "Fri 2019-11-08",
            (Expect(state="overdue"),),
        ),
        Example(
            "A brother's medical is not this child's.",
            (agreed(), examined("Tue 2019-11-05T15:00", about=(SIBLING,))),
            "Fri 2019-11-08",
            (Expect(state="overdue"),),
        ),
        Example(
            "One held that morning, before it was agreed, is not this one.",
            (agreed(), examined("Tue 2019-11-05T09:00")),
            "Fri 2019-11-08",
            (Expect(state="overdue", met_by=None),),
        ),
        Example(
            "Where only the day of the medical is known, it counts in favour, and says that it is about then.",
            (agreed(), examined("Wed 2019-11-06")),
            "Fri 2019-11-08",
            (Expect(state="met", approximate=True, raised_on=None),),
        ),
        Example(
            "That one was agreed was only added two days later: it shows from then.",
            (
                agreed(medical=None),
                given(
                    "sd2",
                    "strategy_discussion_held",
                    "Tue 2019-11-05T11:00",
                    recorded="Thu 2019-11-07T09:00",
                    corrects="sd",
                    reason="The medical was left out.",
                    decision="section47",
                    medical_agreed=True,
                ),
            ),
            "Fri 2019-11-08",
            (Expect(state="overdue", due="2019-11-06T11:00:00Z", raised_on="2019-11-07"),),
        ),
    ),
)

TEST = given("hair", "test_taken", "Mon 2018-11-05", kind="Hair strand")


def chased(happened: str, id: str = "chase", test: str = "hair", **rest: object) -> Given:
    """Somebody asked where the result was."""
    return given(id, "result_chased", happened, test=test, **rest)


def received(happened: str, shared_with: list[str] | None, test: str = "hair", **rest: object) -> Given:
    """The result came."""
    data = {} if shared_with is None else {"shared_with": shared_with}
    return given("res", "result_received", happened, test=test, **data, **rest)


CP_61 = Spec(
    "CP-61",
    (
        Example(
            "Received and shared on the fourth working day: in time, and done.",
            (TEST, received("Fri 2018-11-09", ["hv", "dsl"])),
            "Fri 2018-11-30",
            (Expect(state="met", due="2018-11-12", met_by="res", raised_on=None),),
        ),
        Example(
            "On the fifth: in time.",
            (TEST, received("Mon 2018-11-12", ["hv"])),
            "Fri 2018-11-30",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixth: late.",
            (TEST, received("Tue 2018-11-13", ["hv"])),
            "Fri 2018-11-30",
            (Expect(state="met_late", raised_on="2018-11-13"),),
        ),
        Example(
            "Not yet there, and chased: the next five days count from the chasing.",
            (TEST, chased("Mon 2018-11-12")),
            "Tue 2018-11-20",
            (Expect(state="met", met_by="chase"), Expect(state="overdue", due="2018-11-19", raised_on="2018-11-20")),
        ),
        Example(
            "Chased twice, then received: three stretches, and none after.",
            (TEST, chased("Mon 2018-11-12"), chased("Mon 2018-11-19", id="chase2"), received("Thu 2018-11-22", ["hv"])),
            "Mon 2018-12-31",
            (Expect(state="met", met_by="chase"), Expect(state="met", met_by="chase2"), Expect(state="met", met_by="res")),
        ),
        Example(
            "Received and shared with nobody is not done.",
            (TEST, received("Fri 2018-11-09", [])),
            "Fri 2018-11-30",
            (Expect(state="overdue", raised_on="2018-11-13"),),
        ),
        Example(
            "Nor where nobody wrote down with whom.",
            (TEST, received("Fri 2018-11-09", None)),
            "Fri 2018-11-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "Chasing another test does not count.",
            (TEST, given("blood", "test_taken", "Mon 2018-11-05", kind="Blood"), chased("Mon 2018-11-12", test="blood")),
            "Tue 2018-11-20",
            (
                Expect(state="met", trigger="blood"),
                Expect(state="overdue", trigger="hair"),
                Expect(state="overdue", trigger="chase"),
            ),
        ),
        Example(
            "A test of the mother, about mother and child, is waited for once, for the child.",
            (given("hair", "test_taken", "Mon 2018-11-05", kind="Hair strand", about=(CHILD, MOTHER)),),
            "Fri 2018-11-30",
            (),
            child=MOTHER,
        ),
        Example(
            "It came in time and was written down late: it had shown, and was no breach.",
            (TEST, received("Mon 2018-11-12", ["hv"], recorded="Fri 2018-11-16T09:00")),
            "Fri 2018-11-30",
            (Expect(state="met", raised_on="2018-11-13"),),
        ),
        Example(
            "A test that was never taken is taken back.",
            (TEST, given("w", "entry_withdrawn", "Thu 2018-11-15T09:00", withdraws="hair", reason="She did not go.")),
            "Fri 2018-11-30",
            (Expect(state="not_required", raised_on="2018-11-13", withdrawn_on="2018-11-15"),),
        ),
        Example(
            "The result of another test does not count.",
            (
                TEST,
                given("blood", "test_taken", "Mon 2018-11-05", kind="Blood"),
                received("Fri 2018-11-09", ["hv"], test="blood"),
            ),
            "Fri 2018-11-30",
            (Expect(state="met", trigger="blood"), Expect(state="overdue", trigger="hair")),
        ),
    ),
)
