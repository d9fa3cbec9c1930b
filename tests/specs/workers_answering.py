"""Professionals and families who ask are answered."""

from typing import Any

from tests.specs.kit import FATHER, MOTHER, SIBLING, Example, Expect, Given, Spec, contact, given, person

FROM_SCHOOL = contact("c", "Mon 2018-11-05")


def told(happened: str, what: str = "c", **rest: object) -> Given:
    """Whoever raised it is told what is being done."""
    return given("told", "referrer_informed", happened, contact=what, outcome="We visited today.", **rest)


def message(happened: str, from_: object, id: str = "m", **rest: object) -> Given:
    """A message for the child's worker."""
    return given(id, "message_received", happened, for_="sam", from_=from_, text="Please ring me back.", **rest)


def answered(happened: str, **rest: object) -> Given:
    """The message is answered."""
    return given("an", "message_answered", happened, **({"message": "m"} | rest))


RANG = contact("c", "Mon 2018-11-05", from_={"name": "A caller", "role": "neighbour"})


def confirmed(happened: str, *, what: str = "c", **who: Any) -> Given:
    """Somebody made sure who told us."""
    return given("sc", "sender_confirmed", happened, contact=what, how="Rung back.", **who)


WK_03 = Spec(
    "WK-03",
    (
        Example(
            "The school is answered the next working day: in time.",
            (FROM_SCHOOL, told("Tue 2018-11-06")),
            "Fri 2018-11-09",
            (Expect(state="met", due="2018-11-07", met_by="told", raised_on=None),),
        ),
        Example(
            "On the second working day: in time.",
            (FROM_SCHOOL, told("Wed 2018-11-07")),
            "Fri 2018-11-09",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the third: late.",
            (FROM_SCHOOL, told("Thu 2018-11-08")),
            "Fri 2018-11-09",
            (Expect(state="met_late", raised_on="2018-11-08"),),
        ),
        Example(
            "To acknowledge that it came is not to answer it.",
            (FROM_SCHOOL, given("ack", "contact_acknowledged", "Mon 2018-11-05", contact="c", to=["dsl"])),
            "Fri 2018-11-09",
            (Expect(state="overdue"),),
        ),
        Example(
            "A health visitor's message to the worker counts from the day it was left.",
            (message("Fri 2018-11-02", "hv"), answered("Tue 2018-11-06")),
            "Fri 2018-11-09",
            (Expect(state="met", due="2018-11-06", met_by="an"),),
        ),
        Example(
            "So does one from a midwife whom the record does not know by name.",
            (message("Fri 2018-11-02", {"role": "midwife"}),),
            "Fri 2018-11-09",
            (Expect(state="overdue", due="2018-11-06"),),
        ),
        Example(
            "A mother is answered under the family's standard, not this one.",
            (message("Fri 2018-11-02", MOTHER),),
            "Fri 2018-11-09",
            (),
        ),
        Example(
            "A neighbour is neither family nor at work in an agency.",
            (contact("c", "Fri 2018-11-02", from_={"name": "A neighbour", "role": "neighbour"}),),
            "Fri 2018-11-09",
            (),
        ),
        Example(
            "Typed in as from a neighbour who rang, it was a school lead: owed an answer once somebody has made sure who it was.",
            (RANG, confirmed("Tue 2018-11-06", worker="dsl")),
            "Fri 2018-11-09",
            (Expect(state="overdue", due="2018-11-07", trigger="c"),),
        ),
        Example(
            "Until then nobody is known to be owed one here.",
            (RANG, confirmed("Fri 2018-11-09", worker="dsl")),
            "Thu 2018-11-08",
            (),
        ),
        Example(
            "It was not the school but the mother: she is answered under the family's standard.",
            (FROM_SCHOOL, confirmed("Tue 2018-11-06", person=MOTHER)),
            "Fri 2018-11-09",
            (),
        ),
        Example(
            "Who it was is taken back: what was said when it came is all there is.",
            (
                RANG,
                confirmed("Tue 2018-11-06", worker="dsl"),
                given("w", "entry_withdrawn", "Wed 2018-11-07", withdraws="sc", reason="It was another day."),
            ),
            "Fri 2018-11-09",
            (Expect(state="not_required", withdrawn_on="2018-11-07"),),
        ),
        Example(
            "Whoever rang about another contact is nobody of this one.",
            (
                RANG,
                contact("c2", "Mon 2018-11-05"),
                told("Tue 2018-11-06", what="c2"),
                confirmed("Tue 2018-11-06", worker="dsl", what="c2"),
            ),
            "Fri 2018-11-09",
            (Expect(trigger="c2"),),
        ),
        Example(
            "Answering another contact does not count.",
            (FROM_SCHOOL, contact("c2", "Tue 2018-11-06"), told("Wed 2018-11-07", what="c2")),
            "Fri 2018-11-09",
            (Expect(state="overdue", trigger="c"), Expect(state="met", trigger="c2")),
        ),
        Example(
            "Answered in time and written down the week after: it had shown, and was no breach.",
            (FROM_SCHOOL, told("Wed 2018-11-07", recorded="Mon 2018-11-12T09:00")),
            "Tue 2018-11-13",
            (Expect(state="met", raised_on="2018-11-08"),),
        ),
        Example(
            "A school nurse who is known by no more than that is owed one too.",
            (message("Mon 2018-11-05", "School nurse"),),
            "Fri 2018-11-09",
            (Expect(state="overdue", due="2018-11-07"),),
        ),
        Example("Nobody can tell who J. Brown is.", (message("Mon 2018-11-05", "J. Brown"),), "Fri 2018-11-09", ()),
        Example(
            "Nor does answering another message.",
            (
                message("Fri 2018-11-02", "hv"),
                given("m2", "message_received", "Fri 2018-11-02", for_="sam", from_=MOTHER, text="Ring me."),
                answered("Tue 2018-11-06", message="m2"),
            ),
            "Fri 2018-11-09",
            (Expect(state="overdue", trigger="m"),),
        ),
    ),
)

FROM_FATHER = message("Mon 2018-11-05", FATHER)

WK_04 = Spec(
    "WK-04",
    (
        Example(
            "A father is answered the next working day: in time.",
            (FROM_FATHER, answered("Tue 2018-11-06")),
            "Fri 2018-11-09",
            (Expect(state="met", due="2018-11-07", met_by="an", raised_on=None),),
        ),
        Example(
            "On the second working day: in time.",
            (FROM_FATHER, answered("Wed 2018-11-07")),
            "Fri 2018-11-09",
            (Expect(state="met", raised_on=None),),
        ),
        Example(
            "On the third: late.",
            (FROM_FATHER, answered("Thu 2018-11-08")),
            "Fri 2018-11-09",
            (Expect(state="met_late", raised_on="2018-11-08"),),
        ),
        Example(
            "A grandmother who is known only by what she is to the child is family too.",
            (contact("c", "Mon 2018-11-05", from_={"role": "Maternal grandmother"}), told("Fri 2018-11-09")),
            "Fri 2018-11-09",
            (Expect(state="met_late", met_by="told"),),
        ),
        Example("A teacher is answered under the professionals' standard.", (FROM_SCHOOL,), "Fri 2018-11-09", ()),
        Example(
            "A message about a brother alone is not about this child.",
            (message("Mon 2018-11-05", FATHER, about=(SIBLING,)),),
            "Fri 2018-11-09",
            (),
        ),
        Example(
            "A message that was entered twice and taken back: what it had raised stays in view.",
            (FROM_FATHER, given("w", "entry_withdrawn", "Fri 2018-11-09T09:00", withdraws="m", reason="Entered twice.")),
            "Mon 2018-11-12",
            (Expect(state="not_required", raised_on="2018-11-08", withdrawn_on="2018-11-09"),),
        ),
        Example(
            "An answer dated after the day it was written down meets nothing.",
            (FROM_FATHER, answered("Wed 2018-11-07", recorded="Tue 2018-11-06")),
            "Fri 2018-11-09",
            (Expect(state="overdue", raised_on="2018-11-08"),),
        ),
        Example(
            "A child who turns eighteen before the answer was due.",
            (FROM_FATHER,),
            "Fri 2018-11-09",
            (Expect(state="not_required", raised_on=None),),
            people={"ash": person("ash", "Ash", "2000-11-07")},
        ),
        Example(
            "Answering another message does not count.",
            (
                FROM_FATHER,
                given("m2", "message_received", "Mon 2018-11-05", for_="sam", from_="hv", text="Clinic."),
                answered("Wed 2018-11-07", message="m2"),
            ),
            "Fri 2018-11-09",
            (Expect(state="overdue", trigger="m"),),
        ),
        Example(
            "An aunt who is known by no more than that is owed one too.",
            (message("Mon 2018-11-05", "Somebody from the street"), message("Tue 2018-11-06", "Aunt", id="m3")),
            "Fri 2018-11-09",
            (Expect(state="overdue", trigger="m3", due="2018-11-08"),),
        ),
        Example("The clinic is no family.", (message("Mon 2018-11-05", "GP surgery"),), "Fri 2018-11-09", ()),
        Example(
            "Nor does telling the school what came of theirs.",
            (contact("g", "Mon 2018-11-05", from_={"role": "aunt"}), FROM_SCHOOL, told("Tue 2018-11-06")),
            "Fri 2018-11-09",
            (Expect(state="overdue", trigger="g"),),
        ),
    ),
)
