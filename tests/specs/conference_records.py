"""After a conference: the decision letter, the record, and the family's right to challenge."""

from tests.specs.kit import CHILD, SIBLING, Example, Expect, Given, Spec, conference, given, person

HELD = conference("ic", "Mon 2018-09-03")
BROTHERS = given("ic", "conference_held", "Mon 2018-09-03", about=(SIBLING,), kind="initial")
TURNS_18 = {CHILD: person(CHILD, "Ash", "2000-09-04")}


def letter(happened: str, **rest: object) -> Given:
    """The decision letter went out."""
    return given("dl", "conference_decision_sent", happened, to=["mother", "school"], **rest)


def record(happened: str, **rest: object) -> Given:
    """The record went out."""
    return given("cr", "conference_record_sent", happened, **({"to": ["mother", "school"]} | rest))


CP_10 = Spec(
    "CP-10",
    (
        Example(
            "Sent the same day: in time.",
            (HELD, letter("Mon 2018-09-03")),
            "Fri 2018-09-14",
            (Expect(state="met", due="2018-09-04", met_by="dl", raised_on=None),),
        ),
        Example(
            "The next working day: in time.",
            (HELD, letter("Tue 2018-09-04")),
            "Fri 2018-09-14",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "The day after: late.",
            (HELD, letter("Wed 2018-09-05")),
            "Fri 2018-09-14",
            (Expect(state="met_late", raised_on="2018-09-05"),),
        ),
        Example(
            "After a conference on a Friday it is the Monday.",
            (conference("ic", "Fri 2018-09-07"),),
            "Fri 2018-09-14",
            (Expect(state="overdue", due="2018-09-10", raised_on="2018-09-11"),),
        ),
        Example(
            "The full record is not the letter.", (HELD, record("Tue 2018-09-04")), "Fri 2018-09-14", (Expect(state="overdue"),)
        ),
        Example("A brother's conference is his.", (BROTHERS,), "Fri 2018-09-14", ()),
        Example(
            "Sent in time and written down later: it had shown, and was no breach.",
            (HELD, letter("Tue 2018-09-04", recorded="Mon 2018-09-10T09:00")),
            "Fri 2018-09-14",
            (Expect(state="met", raised_on="2018-09-05"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (HELD,),
            "Fri 2018-09-14",
            (Expect(state="not_required", raised_on=None),),
            people=TURNS_18,
        ),
    ),
)

CP_11 = Spec(
    "CP-11",
    (
        Example(
            "Sent on the fourteenth working day: in time.",
            (HELD, record("Fri 2018-09-21")),
            "Wed 2018-10-31",
            (Expect(state="met", due="2018-09-24", met_by="cr", raised_on=None),),
        ),
        Example(
            "On the fifteenth: in time.",
            (HELD, record("Mon 2018-09-24")),
            "Wed 2018-10-31",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the sixteenth: late.",
            (HELD, record("Tue 2018-09-25")),
            "Wed 2018-10-31",
            (Expect(state="met_late", raised_on="2018-09-25"),),
        ),
        Example(
            "The decision letter is not the record.",
            (HELD, letter("Tue 2018-09-04")),
            "Wed 2018-10-31",
            (Expect(state="overdue"),),
        ),
        Example("A brother's conference is his.", (BROTHERS,), "Wed 2018-10-31", ()),
        Example(
            "Each conference has its own record.",
            (HELD, record("Mon 2018-09-10"), conference("rc", "Mon 2018-10-01", "plan_continued", kind="review")),
            "Wed 2018-10-31",
            (Expect(state="met", trigger="ic"), Expect(state="overdue", trigger="rc", due="2018-10-22")),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (HELD,),
            "Wed 2018-10-31",
            (Expect(state="not_required", raised_on=None),),
            people=TURNS_18,
        ),
    ),
)

SENT = record("Mon 2018-09-03")


def challenge(happened: str, **rest: object) -> Given:
    """The family asked for the decision to be looked at again."""
    return given("cc", "conference_challenged", happened, by_="mother", text="The dates are wrong.", **rest)


CP_13 = Spec(
    "CP-13",
    (
        Example(
            "While the ten working days last the right is open.",
            (SENT,),
            "Mon 2018-09-17",
            (Expect(state="running", starts="2018-09-03", due="2018-09-17", raised_on=None),),
        ),
        Example(
            "The day after, it has closed; nothing was ever overdue.",
            (SENT,),
            "Tue 2018-09-18",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "Challenged on the ninth working day: used.",
            (SENT, challenge("Fri 2018-09-14")),
            "Wed 2018-10-31",
            (Expect(state="met", met_by="cc", raised_on=None),),
        ),
        Example(
            "On the tenth: used.", (SENT, challenge("Mon 2018-09-17")), "Wed 2018-10-31", (Expect(state="met", met_by="cc"),)
        ),
        Example(
            "On the eleventh: too late.",
            (SENT, challenge("Tue 2018-09-18")),
            "Wed 2018-10-31",
            (Expect(state="not_required", met_by=None),),
        ),
        Example(
            "A record that went to the school alone gives the family nothing to challenge.",
            (record("Mon 2018-09-03", to=["school"]),),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Sent to the parents, as a word: that is the family.",
            (record("Mon 2018-09-03", to=["Parents"]),),
            "Mon 2018-09-10",
            (Expect(state="running"),),
        ),
        Example(
            "Whom it went to was not recorded: no right is shown.",
            (given("cr", "conference_record_sent", "Mon 2018-09-03"),),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Disagreement between professionals is not the family's challenge.",
            (SENT, given("dr", "disagreement_raised", "Wed 2018-09-05", text="Too soon.", immediate_risk=False)),
            "Mon 2018-09-10",
            (Expect(state="running"),),
        ),
        Example(
            "The eighteenth birthday ends it.",
            (SENT, challenge("Mon 2018-09-10")),
            "Wed 2018-10-31",
            (Expect(state="not_required", met_by=None),),
            people=TURNS_18,
        ),
    ),
)
