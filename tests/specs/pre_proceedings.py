"""Pre-proceedings begin: a letter to each parent, a meeting, and each parent's own signature."""

from holdfast.vocabulary.world import KnownRelationship
from tests.specs.kit import CHILD, FATHER, GRANDMOTHER, MOTHER, SIBLING, Example, Expect, Given, Spec, given


def planning(decision: str = "Enter pre-proceedings", happened: str = "Fri 2019-03-22", **rest: object) -> Given:
    """A legal planning meeting, and what it decided."""
    return given("lpm", "legal_planning_held", happened, decision=decision, **rest)


def letter(happened: str, *to: str, id: str = "let", **rest: object) -> Given:
    """The letter before proceedings."""
    return given(id, "preproceedings_letter_sent", happened, to=list(to or (MOTHER, FATHER)), **rest)


def meeting(happened: str, id: str = "m1", kind: str = "first", **rest: object) -> Given:
    """A pre-proceedings meeting."""
    return given(id, "preproceedings_meeting_held", happened, kind=kind, **rest)


def over(happened: str, **rest: object) -> Given:
    """Pre-proceedings end because enough has changed."""
    return given("end", "preproceedings_ended", happened, outcome="Stepped down", **rest)


TO_COURT = given("court", "court_application_made", "Mon 2019-03-25", kind="Interim care order")

PLO_02 = Spec(
    "PLO-02",
    (
        Example(
            "One letter to both parents on the fourth working day: in time for each.",
            (planning(), letter("Thu 2019-03-28")),
            "Tue 2019-04-30",
            (
                Expect(state="met", due="2019-03-29", about=(FATHER,), met_by="let", raised_on=None),
                Expect(state="met", due="2019-03-29", about=(MOTHER,), raised_on=None),
            ),
        ),
        Example(
            "On the fifth: in time.",
            (planning(), letter("Fri 2019-03-29")),
            "Tue 2019-04-30",
            (Expect(state="met", raised_on=None), Expect(state="met", raised_on=None)),
        ),
        Example(
            "On the sixth: late.",
            (planning(), letter("Mon 2019-04-01")),
            "Tue 2019-04-30",
            (Expect(state="met_late", raised_on="2019-03-30"), Expect(state="met_late", raised_on="2019-03-30")),
        ),
        Example(
            "A letter to the mother is none to the father.",
            (planning(), letter("Thu 2019-03-28", MOTHER)),
            "Tue 2019-04-30",
            (Expect(state="overdue", about=(FATHER,)), Expect(state="met", about=(MOTHER,))),
        ),
        Example(
            "A grandmother with parental responsibility is owed one; a stepfather without it is not.",
            (planning(),),
            "Tue 2019-04-30",
            (Expect(state="overdue", about=(GRANDMOTHER,)), Expect(state="overdue", about=(MOTHER,))),
            relationships=(
                KnownRelationship(MOTHER, CHILD, "mother", True),
                KnownRelationship(GRANDMOTHER, CHILD, "maternal_grandmother", True),
                KnownRelationship(FATHER, CHILD, "stepfather", False),
            ),
        ),
        Example(
            "Nobody writes to a parent who has died.",
            (given("died", "death_recorded", "Fri 2018-06-01", person=FATHER, about=(FATHER,)), planning()),
            "Tue 2019-04-30",
            (Expect(state="overdue", about=(MOTHER,)),),
        ),
        Example(
            "Where the record knows no parent, one letter is still due.",
            (planning(),),
            "Tue 2019-04-30",
            (Expect(state="overdue", about=(CHILD,), raised_on="2019-03-30"),),
            relationships=(),
        ),
        Example(
            "A meeting that decided on a child in need plan wants no letter.",
            (planning("Child in need plan"),),
            "Tue 2019-04-30",
            (),
        ),
        Example(
            "Some write no more than the short name of the outline.",
            (planning("PLO"),),
            "Tue 2019-04-30",
            (Expect(state="overdue", about=(FATHER,)), Expect(state="overdue", about=(MOTHER,))),
        ),
        Example("Nor does one that decided against it.", (planning("Not pre-proceedings at this stage"),), "Tue 2019-04-30", ()),
        Example(
            "The council goes straight to court: no letter is needed.",
            (planning(), TO_COURT),
            "Tue 2019-04-30",
            (Expect(state="not_required", raised_on=None), Expect(state="not_required", raised_on=None)),
        ),
        Example(
            "Sent in time and written down late: it had shown, and was no breach.",
            (planning(), letter("Fri 2019-03-29", recorded="Wed 2019-04-03T09:00")),
            "Tue 2019-04-30",
            (Expect(state="met", raised_on="2019-03-30"), Expect(state="met", raised_on="2019-03-30")),
        ),
        Example(
            "Or it is called off.",
            (planning(), over("Wed 2019-03-27")),
            "Tue 2019-04-30",
            (Expect(state="not_required", raised_on=None), Expect(state="not_required", raised_on=None)),
        ),
    ),
)

LETTER = letter("Fri 2019-03-29")

PLO_03 = Spec(
    "PLO-03",
    (
        Example(
            "Met on the ninth working day after the letter: in time.",
            (LETTER, meeting("Thu 2019-04-11")),
            "Tue 2019-04-30",
            (Expect(state="met", due="2019-04-12", met_by="m1", raised_on=None),),
        ),
        Example(
            "On the tenth: in time.",
            (LETTER, meeting("Fri 2019-04-12")),
            "Tue 2019-04-30",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the eleventh: late.",
            (LETTER, meeting("Mon 2019-04-15")),
            "Tue 2019-04-30",
            (Expect(state="met_late", raised_on="2019-04-13"),),
        ),
        Example(
            "Good Friday and Easter Monday are not among the ten.",
            (letter("Fri 2019-04-12"),),
            "Tue 2019-04-30",
            (Expect(state="due_soon", due="2019-04-30", raised_on=None),),
        ),
        Example(
            "A meeting before the letter was no meeting under it.",
            (meeting("Mon 2019-03-25"), LETTER),
            "Tue 2019-04-30",
            (Expect(state="overdue", met_by=None),),
        ),
        Example(
            "A legal planning meeting is not one with the parents.",
            (LETTER, planning(happened="Mon 2019-04-08")),
            "Tue 2019-04-30",
            (Expect(state="overdue"),),
        ),
        Example(
            "Nor is a meeting about a brother alone.",
            (LETTER, meeting("Fri 2019-04-12", about=(SIBLING,))),
            "Tue 2019-04-30",
            (Expect(state="overdue", raised_on="2019-04-13"),),
        ),
        Example(
            "It ends before a meeting was due.",
            (LETTER, over("Wed 2019-04-10")),
            "Tue 2019-04-30",
            (Expect(state="not_required", raised_on=None),),
        ),
        Example(
            "A letter about mother and child has the child's clock only.",
            (letter("Fri 2019-03-29", about=(CHILD, MOTHER)),),
            "Tue 2019-04-30",
            (),
            child=MOTHER,
        ),
        Example(
            "Met some time in April: in time by its first day, and it says that it is about then.",
            (LETTER, meeting(("Mon 2019-04-01", "Tue 2019-04-30"))),
            "Fri 2019-05-31",
            (Expect(state="met", approximate=True),),
        ),
        Example(
            "The council applies to court first.",
            (LETTER, given("court", "court_application_made", "Wed 2019-04-10", kind="Care order")),
            "Tue 2019-04-30",
            (Expect(state="not_required", raised_on=None),),
        ),
    ),
)

FIRST_MEETING = meeting("Mon 2019-04-15")


def signed(happened: str, *by: str, id: str = "sign", **rest: object) -> Given:
    """A parent signs."""
    return given(id, "expectations_signed", happened, by_=list(by), **rest)


PLO_04 = Spec(
    "PLO-04",
    (
        Example(
            "Both parents signed on the fourth working day, with Easter between: in time.",
            (FIRST_MEETING, signed("Tue 2019-04-23", MOTHER, FATHER)),
            "Fri 2019-05-31",
            (
                Expect(state="met", due="2019-04-24", about=(FATHER,), met_by="sign", raised_on=None),
                Expect(state="met", due="2019-04-24", about=(MOTHER,), raised_on=None),
            ),
        ),
        Example(
            "On the fifth: in time.",
            (FIRST_MEETING, signed("Wed 2019-04-24", MOTHER, FATHER)),
            "Fri 2019-05-31",
            (Expect(state="met", raised_on=None), Expect(state="met", raised_on=None)),
        ),
        Example(
            "On the sixth: late.",
            (FIRST_MEETING, signed("Thu 2019-04-25", MOTHER, FATHER)),
            "Fri 2019-05-31",
            (Expect(state="met_late", raised_on="2019-04-25"), Expect(state="met_late", raised_on="2019-04-25")),
        ),
        Example(
            "One signature is not two.",
            (FIRST_MEETING, signed("Tue 2019-04-23", MOTHER)),
            "Fri 2019-05-31",
            (Expect(state="overdue", about=(FATHER,), raised_on="2019-04-25"), Expect(state="met", about=(MOTHER,))),
        ),
        Example(
            "A grandmother's signature is neither's.",
            (FIRST_MEETING, signed("Tue 2019-04-23", GRANDMOTHER)),
            "Fri 2019-05-31",
            (Expect(state="overdue"), Expect(state="overdue")),
        ),
        Example(
            "A review meeting wants no new signatures.",
            (FIRST_MEETING, signed("Tue 2019-04-23", MOTHER, FATHER), meeting("Tue 2019-05-28", id="m2", kind="review")),
            "Fri 2019-06-28",
            (Expect(state="met"), Expect(state="met")),
        ),
        Example(
            "The council applies to court first: no signature is needed.",
            (FIRST_MEETING, given("court", "court_application_made", "Thu 2019-04-18", kind="Care order")),
            "Fri 2019-05-31",
            (Expect(state="not_required", raised_on=None), Expect(state="not_required", raised_on=None)),
        ),
        Example(
            "A second stretch of pre-proceedings has a first meeting of its own.",
            (FIRST_MEETING, signed("Tue 2019-04-23", MOTHER, FATHER), over("Fri 2019-06-28"), meeting("Mon 2019-11-04", id="m3")),
            "Fri 2019-11-29",
            (
                Expect(state="met", trigger="m1"),
                Expect(state="met", trigger="m1"),
                Expect(state="overdue", trigger="m3", due="2019-11-11"),
                Expect(state="overdue", trigger="m3", due="2019-11-11"),
            ),
        ),
        Example(
            "A signature that turned out to be somebody else's is taken back.",
            (
                FIRST_MEETING,
                signed("Tue 2019-04-23", MOTHER, FATHER),
                given(
                    "s2",
                    "expectations_signed",
                    "Tue 2019-04-23",
                    by_=[MOTHER],
                    recorded="Mon 2019-05-13T09:00",
                    corrects="sign",
                    reason="The father had not signed.",
                ),
            ),
            "Fri 2019-05-31",
            (Expect(state="overdue", about=(FATHER,), raised_on="2019-05-13"), Expect(state="met", about=(MOTHER,), met_by="s2")),
        ),
        Example(
            "Nor when pre-proceedings have ended.",
            (FIRST_MEETING, over("Thu 2019-04-18")),
            "Fri 2019-05-31",
            (Expect(state="not_required", raised_on=None), Expect(state="not_required", raised_on=None)),
        ),
    ),
)
