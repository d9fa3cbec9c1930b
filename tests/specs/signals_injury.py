"""Signals about injuries and marks."""

from collections.abc import Sequence
from typing import Any

from tests.specs.kit import CHILD, OTHER_SIBLING, SIBLING, Example, Expect, Given, Spec, conference, given, person

BABY = OTHER_SIBLING
RAISED = (Expect(state="raised"),)


def hurt(id: str, happened: str, about: Sequence[str] = (CHILD,), **rest: Any) -> Given:
    """A bruise that somebody wrote down as an injury."""
    fields = {"kind": "bruise", "text": "On the left arm, the size of a coin."} | rest
    return given(id, "injury_recorded", happened, about=about, **fields)


def noted(id: str, happened: str, *other: str, about: Sequence[str] = (CHILD,), **rest: Any) -> Given:
    """Something noticed at school."""
    fields = {"neglect": [], "other": list(other), "text": "What was seen.", "setting": "school"} | rest
    return given(id, "observation_recorded", happened, about=about, **fields)


def diagnosed(id: str, happened: str, text: str, about: Sequence[str] = (CHILD,), **rest: Any) -> Given:
    """What a clinician found."""
    return given(id, "diagnosis_recorded", happened, about=about, code="", text=text, **rest)


def linked(id: str, happened: str, entry: str, same_as: str) -> Given:
    """Somebody says that two reports are of one event."""
    return given(id, "reports_linked", happened, entry=entry, same_as=same_as)


def discussed(id: str, happened: str, about: Sequence[str] = (CHILD,), **rest: Any) -> Given:
    """A strategy discussion."""
    return given(id, "strategy_discussion_held", happened, about=about, decision="section47", **rest)


def of_baby(says: str, entries: Sequence[Given], expect: Sequence[Expect], as_at: str = "Wed 2018-10-31") -> Example:
    """About the youngest, born on 10 January 2018."""
    return Example(says, entries, as_at, expect, child=BABY)


MARK = hurt("i", "Mon 2018-10-08", (BABY,), mobile=True)

INFANT_INJURY = Spec(
    "SIG-INFANT-INJURY",
    (
        of_baby("A bruise on a child of nine months.", (MARK,), (Expect(raised_on="2018-10-08", evidence=("i",)),)),
        of_baby(
            "The day before the first birthday is under twelve months.",
            (hurt("i", "Wed 2019-01-09", (BABY,)),),
            RAISED,
            "Thu 2019-01-31",
        ),
        of_baby("On the first birthday it is not.", (hurt("i", "Thu 2019-01-10", (BABY,)),), (), "Thu 2019-01-31"),
        of_baby(
            "A child of two who cannot move about.",
            (hurt("i", "Fri 2020-01-10", (BABY,), mobile=False),),
            RAISED,
            "Fri 2020-01-31",
        ),
        of_baby("A child of two who can.", (hurt("i", "Fri 2020-01-10", (BABY,), mobile=True),), (), "Fri 2020-01-31"),
        of_baby("A mark noticed at nursery counts.", (noted("o", "Mon 2018-10-08", "mark", about=(BABY,)),), RAISED),
        of_baby("Bites noticed at nursery count.", (noted("o", "Mon 2018-10-08", "bites", about=(BABY,)),), RAISED),
        of_baby("Something else does not.", (noted("o", "Mon 2018-10-08", "nappy rash", about=(BABY,)),), ()),
        of_baby("“No bruises” is no bruise.", (noted("o", "Mon 2018-10-08", "no bruises", about=(BABY,)),), ()),
        of_baby(
            "The same noticed of a child of two is for others to ask.",
            (noted("o", "Fri 2020-01-10", "mark", about=(BABY,)),),
            (),
            "Fri 2020-01-31",
        ),
        of_baby("A fracture found counts.", (diagnosed("d", "Mon 2018-10-08", "Fracture of a rib", (BABY,)),), RAISED),
        of_baby("No fracture found.", (diagnosed("d", "Mon 2018-10-08", "X-ray: no fracture", (BABY,)),), ()),
        of_baby("A cold is no injury.", (diagnosed("d", "Mon 2018-10-08", "Common cold", (BABY,)),), ()),
        of_baby(
            "The same found of a child of two.",
            (diagnosed("d", "Fri 2020-01-10", "Fracture of a rib", (BABY,)),),
            (),
            "Fri 2020-01-31",
        ),
        of_baby(
            "A mark that the health visitor says was there at birth.",
            (hurt("i", "Mon 2018-10-08", (BABY,), at_birth=True, by="hv"),),
            (),
        ),
        of_baby(
            "The same said by a social worker is not a clinician's word.",
            (hurt("i", "Mon 2018-10-08", (BABY,), at_birth=True),),
            RAISED,
        ),
        of_baby("A health visitor's bruise is a bruise.", (hurt("i", "Mon 2018-10-08", (BABY,), by="hv"),), RAISED),
        of_baby(
            "A birthmark noted by the health visitor.",
            (noted("o", "Mon 2018-10-08", "mark", about=(BABY,), by="hv", text="A birthmark."),),
            (),
        ),
        of_baby(
            "A birthmark noted at school.",
            (noted("o", "Mon 2018-10-08", "mark", about=(BABY,), by="dsl", text="A birthmark."),),
            RAISED,
        ),
        of_baby(
            "A mark noted by the health visitor.",
            (noted("o", "Mon 2018-10-08", "mark", about=(BABY,), by="hv"),),
            RAISED,
        ),
        of_baby(
            "A bruise there since birth, as the doctor says.",
            (diagnosed("d", "Mon 2018-10-08", "Bruising present since birth", (BABY,), by="hv"),),
            (),
        ),
        of_baby("Bruising found by a doctor.", (diagnosed("d", "Mon 2018-10-08", "Bruising", (BABY,), by="hv"),), RAISED),
        of_baby(
            "The same words at a social worker's desk.",
            (diagnosed("d", "Mon 2018-10-08", "Bruising present since birth", (BABY,)),),
            RAISED,
        ),
        of_baby(
            "A strategy discussion the next day that considers a medical ends it.",
            (MARK, discussed("s", "Tue 2018-10-09", (BABY,), medical_agreed=False)),
            (Expect(state="ended", met_by="s"),),
        ),
        of_baby(
            "One that does not say whether a medical was considered does not.",
            (MARK, discussed("s", "Tue 2018-10-09", (BABY,))),
            RAISED,
        ),
        of_baby(
            "The day before the first birthday, noticed at nursery.",
            (noted("o", "Wed 2019-01-09", "mark", about=(BABY,)),),
            RAISED,
            "Thu 2019-01-31",
        ),
        of_baby("On it, noticed at nursery.", (noted("o", "Thu 2019-01-10", "mark", about=(BABY,)),), (), "Thu 2019-01-31"),
        of_baby(
            "The day before the first birthday, found by a doctor.",
            (diagnosed("d", "Wed 2019-01-09", "Bruising", (BABY,)),),
            RAISED,
            "Thu 2019-01-31",
        ),
        of_baby("On it, found by a doctor.", (diagnosed("d", "Thu 2019-01-10", "Bruising", (BABY,)),), (), "Thu 2019-01-31"),
        of_baby(
            "A birthmark that the health visitor writes down as a mark.",
            (hurt("i", "Mon 2018-10-08", (BABY,), by="hv", kind="mark", text="A birthmark."),),
            (),
        ),
        *(
            Example(
                f"Before the birth there is no {what}.",
                (entry,),
                "Wed 2018-10-31",
                (),
                child=BABY,
                people={BABY: person(BABY, "Cedar", "2019-01-10")},
            )
            for what, entry in (
                ("mark to notice", noted("o", "Mon 2018-10-08", "mark", about=(BABY,))),
                ("bruise to find", diagnosed("d", "Mon 2018-10-08", "Bruising", (BABY,))),
            )
        ),
        Example("A brother's bruise is not this child's.", (hurt("i", "Mon 2018-10-08", (BABY,)),), "Wed 2018-10-31", ()),
        Example(
            "A baby not yet born has no bruise.",
            (hurt("i", "Mon 2018-10-08", (BABY,)),),
            "Wed 2018-10-31",
            (),
            child=BABY,
            people={BABY: person(BABY, "Cedar", "2019-01-10")},
        ),
        Example(
            "Seen on Monday and written down on Thursday: it shows from Thursday.",
            (hurt("i", "Mon 2018-10-08", (BABY,), recorded="Thu 2018-10-11"),),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-11"),),
            child=BABY,
        ),
    ),
)

PLAN = conference("ic", "Mon 2018-09-03")

INJURY_ON_PLAN = Spec(
    "SIG-INJURY-ON-PLAN",
    (
        Example("No plan, no order.", (hurt("i", "Mon 2018-10-08"),), "Wed 2018-10-31", ()),
        Example(
            "A bruise while on a plan.",
            (PLAN, hurt("i", "Mon 2018-10-08")),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-08", evidence=("i",)),),
        ),
        Example("Noticed at school, it is the same.", (PLAN, noted("o", "Mon 2018-10-08", "bruise")), "Wed 2018-10-31", RAISED),
        Example("Something else noticed.", (PLAN, noted("o", "Mon 2018-10-08", "tired")), "Wed 2018-10-31", ()),
        Example("None found.", (PLAN, noted("o", "Mon 2018-10-08", "no bruises")), "Wed 2018-10-31", ()),
        Example("A fracture found.", (PLAN, diagnosed("d", "Mon 2018-10-08", "Fracture")), "Wed 2018-10-31", RAISED),
        Example("A cold found.", (PLAN, diagnosed("d", "Mon 2018-10-08", "Cold")), "Wed 2018-10-31", ()),
        Example("No fracture found.", (PLAN, diagnosed("d", "Mon 2018-10-08", "No fracture")), "Wed 2018-10-31", ()),
        Example(
            "In pre-proceedings.",
            (given("p", "preproceedings_started", "Mon 2018-09-03"), hurt("i", "Mon 2018-10-08")),
            "Wed 2018-10-31",
            RAISED,
        ),
        Example(
            "Under a care order.",
            (given("o", "court_order_made", "Mon 2018-09-03", kind="care order"), hurt("i", "Mon 2018-10-08")),
            "Wed 2018-10-31",
            RAISED,
        ),
        Example(
            "Under a supervision order.",
            (given("o", "court_order_made", "Mon 2018-09-03", kind="supervision order"), hurt("i", "Mon 2018-10-08")),
            "Wed 2018-10-31",
            RAISED,
        ),
        Example(
            "After the plan has ended.",
            (PLAN, conference("rc", "Mon 2018-10-01", "plan_ended", "review"), hurt("i", "Mon 2018-10-08")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "The plan ending ends it.",
            (PLAN, hurt("i", "Mon 2018-10-08"), conference("rc", "Mon 2018-10-15", "plan_ended", "review")),
            "Wed 2018-10-31",
            (Expect(state="ended", met_by="rc"),),
        ),
        Example(
            "A strategy discussion ends it.",
            (PLAN, hurt("i", "Mon 2018-10-08"), discussed("s", "Tue 2018-10-09")),
            "Wed 2018-10-31",
            (Expect(state="ended", met_by="s"),),
        ),
        Example(
            "Put right as the brother's: withdrawn here.",
            (
                PLAN,
                hurt("i", "Mon 2018-10-08", recorded="Mon 2018-10-08"),
                hurt("j", "Mon 2018-10-08", (SIBLING,), recorded="Wed 2018-10-10", corrects="i", reason="It was the brother."),
            ),
            "Wed 2018-10-31",
            (Expect(state="withdrawn", raised_on="2018-10-08", withdrawn_on="2018-10-10"),),
        ),
        Example(
            "And raised there.",
            (
                given("bp", "plan_started", "Mon 2018-09-03", about=(SIBLING,), plan="child_protection"),
                hurt("i", "Mon 2018-10-08", recorded="Mon 2018-10-08"),
                hurt("j", "Mon 2018-10-08", (SIBLING,), recorded="Wed 2018-10-10", corrects="i", reason="It was the brother."),
            ),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-10", evidence=("j",)),),
            child=SIBLING,
        ),
    ),
)

FIRST, SECOND = hurt("a", "Mon 2018-10-08"), hurt("b", "Mon 2019-10-07")
LATER = hurt("b", "Tue 2019-10-08")

REPEAT_INJURY = Spec(
    "SIG-REPEAT-INJURY",
    (
        Example("One injury is not two.", (FIRST,), "Thu 2019-10-31", ()),
        Example(
            "A second the day before a year has gone by.",
            (FIRST, SECOND),
            "Thu 2019-10-31",
            (Expect(state="raised", raised_on="2019-10-07", evidence=("a", "b")),),
        ),
        Example("A second a year later to the day.", (FIRST, LATER), "Thu 2019-10-31", ()),
        Example(
            "A bruise at school and a fracture at hospital are two.",
            (noted("a", "Mon 2019-09-09", "bruise"), diagnosed("b", "Mon 2019-10-07", "Fracture")),
            "Thu 2019-10-31",
            RAISED,
        ),
        Example(
            "A bruise and a cold are not.",
            (hurt("a", "Mon 2019-09-09"), diagnosed("b", "Mon 2019-10-07", "Cold")),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "A bruise, and no fracture found.",
            (hurt("a", "Mon 2019-09-09"), diagnosed("b", "Mon 2019-10-07", "No fracture")),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "A bruise, and a day on which there were none.",
            (hurt("a", "Mon 2019-09-09"), noted("b", "Mon 2019-10-07", "no bruises")),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "A bruise, and a day on which the child was tired.",
            (hurt("a", "Mon 2019-09-09"), noted("b", "Mon 2019-10-07", "tired")),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "Two reports that somebody has said are of one event.",
            (
                hurt("a", "Mon 2019-10-07"),
                noted("b", "Mon 2019-10-07", "bruise"),
                linked("l", "Mon 2019-10-07", "a", "b"),
            ),
            "Thu 2019-10-31",
            (),
        ),
        Example(
            "Said two days later, it ends what had been raised.",
            (
                hurt("a", "Mon 2019-10-07"),
                noted("b", "Mon 2019-10-07", "bruise"),
                linked("l", "Wed 2019-10-09", "b", "a"),
            ),
            "Thu 2019-10-31",
            (Expect(state="ended", raised_on="2019-10-07", met_by="l"),),
        ),
        Example(
            "A strategy discussion ends it.",
            (FIRST, SECOND, discussed("s", "Tue 2019-10-08")),
            "Thu 2019-10-31",
            (Expect(state="ended", met_by="s"),),
        ),
        Example(
            "A brother's injury is not this child's second.",
            (FIRST, hurt("b", "Mon 2019-09-02", (SIBLING,))),
            "Thu 2019-10-31",
            (),
        ),
    ),
)
