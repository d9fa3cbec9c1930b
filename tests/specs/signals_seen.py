"""Signals about children whom nobody has seen."""

from collections.abc import Sequence
from typing import Any

from tests.specs.kit import (
    CHILD,
    MOTHER,
    OTHER_SIBLING,
    SIBLING,
    Example,
    Expect,
    Given,
    Spec,
    conference,
    contact,
    given,
    person,
    visit,
)
from tests.specs.sightings import NOT_SIGHTINGS, SIGHTINGS, attended

BABY = OTHER_SIBLING
RAISED = (Expect(state="raised"),)
OF_UNKNOWN_AGE = {BABY: person(BABY, "Cedar", None)}


def missed(id: str, happened: str, kind: str = "no_access", about: Sequence[str] = (CHILD,)) -> Given:
    """A visit that did not come about."""
    return given(id, "contact_missed", happened, about=about, kind=kind, service="visit")


def appointment(id: str, happened: str, kind: str = "cancelled", about: Sequence[str] = (CHILD,)) -> Given:
    """An appointment at a clinic that did not come about."""
    return given(id, "contact_missed", happened, about=about, kind=kind, service="Eye clinic")


def unseen(id: str, happened: str, about: Sequence[str] = (CHILD,), **rest: Any) -> Given:
    """A visit at which the mother was seen."""
    return visit(id, happened, (MOTHER,), about=about, **rest)


BEFORE = missed("a", "Mon 2018-10-01")


def attempts(child: str, before: Sequence[Given], **rest: Any) -> tuple[Example, ...]:
    """One more attempt, after which there have been as many as it takes."""
    about, whose = (child,), "an infant" if child == BABY else "a child"

    def example(says: str, *entries: Given, raised: str | None, over: str | None = None) -> Example:
        state = "raised" if over is None else "ended"
        wanted = () if raised is None else (Expect(state=state, raised_on=raised, met_by=over),)
        return Example(f"{says}, of {whose}.", (*before, *entries), "Wed 2018-10-31", wanted, child=child, **rest)

    off = missed("b", "Fri 2018-10-12", "cancelled", about)
    no_access = missed("b", "Fri 2018-10-12", about=about)
    return (
        example("Nobody let the visitor in", no_access, raised="2018-10-12"),
        example("It was refused", missed("b", "Fri 2018-10-12", "refused", about), raised="2018-10-12"),
        example("Only the mother was seen", unseen("b", "Fri 2018-10-12", about), raised="2018-10-12"),
        example("Not brought to a clinic", missed("b", "Fri 2018-10-12", "not_brought", about), raised=None),
        example("Seen", visit("b", "Fri 2018-10-12", about, about=about), raised=None),
        example(
            "A visit whose record does not say who was seen",
            given("b", "visit_made", "Fri 2018-10-12", about=about, kind="child_protection"),
            raised=None,
        ),
        example("Called off, and a working day gone by", off, raised="2018-10-16"),
        example("Called off, and made the next working day", off, visit("c", "Mon 2018-10-15", about, about=about), raised=None),
        example(
            "Called off, and made the next working day without the child",
            off,
            unseen("c", "Mon 2018-10-15", about),
            raised="2018-10-15",
        ),
        example(
            "Called off, and made two working days later without the child",
            off,
            unseen("c", "Tue 2018-10-16", about),
            raised="2018-10-16",
        ),
        example(
            "Called off, and made three working days later with the child",
            off,
            visit("c", "Wed 2018-10-17", about, about=about),
            raised="2018-10-16",
            over="c",
        ),
        *(
            example(f"{what} ends {it}", tried, seen("Mon 2018-10-22", about), raised=raised, over="x")
            for it, tried, raised in (("it", no_access, "2018-10-12"), ("one called off", off, "2018-10-16"))
            for what, seen in SIGHTINGS
        ),
        *(
            example(f"{what} does not end {it}", tried, seen("Mon 2018-10-22", about), raised=raised)
            for it, tried, raised in (("it", no_access, "2018-10-12"), ("one called off", off, "2018-10-16"))
            for what, seen in NOT_SIGHTINGS
        ),
    )


NOT_SEEN_TWICE = Spec(
    "SIG-NOT-SEEN-TWICE",
    (
        Example("One attempt is not two.", (BEFORE,), "Wed 2018-10-31", ()),
        Example("One that was called off is not two.", (missed("a", "Mon 2018-10-01", "cancelled"),), "Wed 2018-10-31", ()),
        *attempts(CHILD, (BEFORE,)),
        *attempts(BABY, ()),
        Example(
            "Two and the evidence of both.",
            (BEFORE, unseen("b", "Thu 2018-10-11")),
            "Wed 2018-10-31",
            (Expect(evidence=("a", "b")),),
        ),
        Example(
            "A third attempt says nothing new.",
            (BEFORE, unseen("b", "Thu 2018-10-11"), missed("c", "Fri 2018-10-12")),
            "Wed 2018-10-31",
            RAISED,
        ),
        Example(
            "A third that was called off says nothing new.",
            (BEFORE, unseen("b", "Thu 2018-10-11"), missed("c", "Fri 2018-10-12", "cancelled")),
            "Wed 2018-10-31",
            RAISED,
        ),
        Example(
            "Seen in between.",
            (BEFORE, visit("v", "Tue 2018-10-09"), unseen("b", "Thu 2018-10-11")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Seen before one that was called off.",
            (BEFORE, visit("v", "Tue 2018-10-09"), missed("b", "Fri 2018-10-12", "cancelled")),
            "Wed 2018-10-31",
            (),
        ),
        *(
            Example(
                f"{what}, and then {then}.",
                (first, second),
                "Wed 2018-10-31",
                (Expect(raised_on=raised),) if raised else (),
            )
            for what, first, enough in (
                ("Called off for good", missed("a", "Mon 2018-10-01", "cancelled"), True),
                ("Seen", visit("a", "Mon 2018-10-01"), False),
                ("Refused", missed("a", "Mon 2018-10-01", "refused"), True),
                ("Only the mother seen", unseen("a", "Mon 2018-10-01"), True),
                ("Not brought", missed("a", "Mon 2018-10-01", "not_brought"), False),
                ("An appointment called off", appointment("a", "Mon 2018-10-01"), False),
                ("Nothing said of who was seen", given("a", "visit_made", "Mon 2018-10-01", kind="other"), False),
            )
            for then, second, raised in (
                ("nobody in", missed("b", "Fri 2018-10-12"), "2018-10-12" if enough else None),
                ("called off", missed("b", "Fri 2018-10-12", "cancelled"), "2018-10-16" if enough else None),
            )
        ),
        Example(
            "Attempts about the brother alone.",
            (missed("a", "Mon 2018-10-08", about=(SIBLING,)), unseen("b", "Thu 2018-10-11", (SIBLING,))),
            "Wed 2018-10-31",
            (),
        ),
        *(
            Example(
                f"{what}.",
                (appointment("a", happened, about=(BABY,)) if kind == "appointment" else missed("a", happened, kind, (BABY,)),),
                "Thu 2019-01-31",
                (Expect(raised_on=raised),) if raised else (),
                child=BABY,
            )
            for what, happened, kind, raised in (
                ("The day before the first birthday, still an infant", "Wed 2019-01-09", "no_access", "2019-01-09"),
                ("On the first birthday no longer", "Thu 2019-01-10", "no_access", None),
                ("The day before the first birthday, an appointment called off", "Wed 2019-01-09", "appointment", None),
                ("The day before the first birthday, called off", "Wed 2019-01-09", "cancelled", "2019-01-11"),
                ("On the first birthday, called off", "Thu 2019-01-10", "cancelled", None),
            )
        ),
        Example(
            "An infant's appointment was called off, and then nobody was in.",
            (appointment("a", "Mon 2018-10-01", about=(BABY,)), missed("b", "Mon 2018-10-08", about=(BABY,))),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-08"),),
            child=BABY,
        ),
        *(
            Example(
                f"Twelve months old, and {what}.",
                (missed("a", "Mon 2018-12-03", about=(BABY,)), missed("b", "Thu 2019-01-10", kind, (BABY,))),
                "Thu 2019-01-31",
                lines,
                child=BABY,
            )
            for what, kind, lines in (
                ("the second attempt", "no_access", (*RAISED, Expect(raised_on="2019-01-10"))),
                ("the second called off", "cancelled", (*RAISED, Expect(raised_on="2019-01-12"))),
            )
        ),
        *(
            Example(
                f"An infant, tried twice, {what}: said once.",
                (missed("a", "Mon 2018-12-03", kind, (BABY,)), missed("b", "Wed 2019-01-09", kind, (BABY,))),
                "Thu 2019-01-31",
                RAISED,
                child=BABY,
            )
            for what, kind in (("both times nobody in", "no_access"), ("both times called off", "cancelled"))
        ),
        *(
            Example(
                f"An infant, {what}, and then one called off.",
                (first, missed("b", "Mon 2018-10-08", "cancelled", (BABY,))),
                "Wed 2018-10-31",
                RAISED,
                child=BABY,
            )
            for what, first in (
                ("not seen", unseen("a", "Mon 2018-10-01", (BABY,))),
                ("refused", missed("a", "Mon 2018-10-01", "refused", (BABY,))),
                ("seen", visit("a", "Mon 2018-10-01", (BABY,), about=(BABY,))),
            )
        ),
        *(
            Example(
                f"A child whose age nobody knows is neither taken for an infant nor left out: {what}.",
                (missed("a", "Mon 2018-10-01", about=(BABY,)), missed("b", "Fri 2018-10-12", kind, (BABY,))),
                "Wed 2018-10-31",
                (Expect(raised_on=raised),),
                child=BABY,
                people=OF_UNKNOWN_AGE,
            )
            for what, kind, raised in (("nobody in", "no_access", "2018-10-12"), ("called off", "cancelled", "2018-10-16"))
        ),
        Example(
            "The second attempt, written down a week later, shows from then.",
            (BEFORE, unseen("b", "Thu 2018-10-11", recorded="Thu 2018-10-18")),
            "Wed 2018-10-31",
            (Expect(raised_on="2018-10-18"),),
        ),
    ),
)

PLAN = conference("ic", "Mon 2018-09-03")


def both(id: str, happened: str, *seen: str, **rest: Any) -> Given:
    """A visit about both children."""
    return visit(id, happened, seen, about=(CHILD, SIBLING), **rest)


SIBLING_NOT_SEEN = Spec(
    "SIG-SIBLING-NOT-SEEN",
    (
        Example(
            "The brother was seen, this child was not, and nobody has seen them by the next day.",
            (PLAN, both("v", "Mon 2018-10-08", SIBLING)),
            "Wed 2018-10-31",
            (Expect(state="raised", raised_on="2018-10-10", evidence=("v",)),),
        ),
        Example("Read the next day, nothing yet.", (PLAN, both("v", "Mon 2018-10-08", SIBLING)), "Tue 2018-10-09", ()),
        Example("Both were seen.", (PLAN, both("v", "Mon 2018-10-08", SIBLING, CHILD)), "Wed 2018-10-31", ()),
        Example("Neither was: another signal's matter.", (PLAN, both("v", "Mon 2018-10-08", MOTHER)), "Wed 2018-10-31", ()),
        Example(
            "Nothing says who was seen.",
            (PLAN, given("v", "visit_made", "Mon 2018-10-08", about=(CHILD, SIBLING), kind="child_protection")),
            "Wed 2018-10-31",
            (),
        ),
        Example("No child of the family is on a plan.", (both("v", "Mon 2018-10-08", SIBLING),), "Wed 2018-10-31", ()),
        Example(
            "The brother is the one on a plan.",
            (
                given("bp", "plan_started", "Mon 2018-09-03", about=(SIBLING,), plan="child_in_need"),
                both("v", "Mon 2018-10-08", SIBLING),
            ),
            "Wed 2018-10-31",
            RAISED,
        ),
        Example(
            "Seen at school that day.",
            (PLAN, both("v", "Mon 2018-10-08", SIBLING), attended("s", "Mon 2018-10-08")),
            "Wed 2018-10-31",
            (),
        ),
        Example(
            "Seen two days later: it had shown.",
            (PLAN, both("v", "Mon 2018-10-08", SIBLING), attended("s", "Thu 2018-10-11")),
            "Wed 2018-10-31",
            (Expect(state="ended", raised_on="2018-10-10", met_by="s"),),
        ),
        *(
            Example(
                f"{what} the next day: seen.",
                (PLAN, both("v", "Mon 2018-10-08", SIBLING), seen("Tue 2018-10-09", (CHILD,))),
                "Wed 2018-10-31",
                (),
            )
            for what, seen in SIGHTINGS
        ),
        *(
            Example(
                f"{what} the next day: not seen.",
                (PLAN, both("v", "Mon 2018-10-08", SIBLING), seen("Tue 2018-10-09", (CHILD,))),
                "Wed 2018-10-31",
                2 * RAISED if "visit" in what else RAISED,
            )
            for what, seen in NOT_SIGHTINGS
        ),
    ),
)


def asked(id: str, happened: str, about: Sequence[str] = (CHILD,), **rest: Any) -> Given:
    """A concern about the child."""
    return contact(id, happened, about=about, **rest)


def decided(id: str, happened: str, decision: str, of: str = "c", about: Sequence[str] = (CHILD,)) -> Given:
    """What was decided about it."""
    return given(id, "contact_decided", happened, about=about, contact=of, decision=decision, reasons="As written.")


ASKED = asked("c", "Mon 2018-10-08")

WEEKS_UNSEEN = Spec(
    "SIG-WEEKS-UNSEEN",
    (
        Example("Fourteen days after the concern came.", (ASKED,), "Mon 2018-10-22", ()),
        Example("The day after.", (ASKED,), "Tue 2018-10-23", (Expect(state="raised", raised_on="2018-10-23"),)),
        Example("No concern, no assessment, no plan.", (attended("s", "Mon 2018-10-08"),), "Fri 2018-11-30", ()),
        Example(
            "Seen once, then not for fourteen days.",
            (ASKED, visit("v", "Mon 2018-10-15")),
            "Tue 2018-10-30",
            (Expect(raised_on="2018-10-30"),),
        ),
        Example("On the fourteenth day not yet.", (ASKED, visit("v", "Mon 2018-10-15")), "Mon 2018-10-29", ()),
        Example(
            "A child under two, for seven days.",
            (asked("c", "Mon 2018-10-08", (BABY,)),),
            "Tue 2018-10-16",
            (Expect(raised_on="2018-10-16"),),
            child=BABY,
        ),
        Example("On the seventh day not yet.", (asked("c", "Mon 2018-10-08", (BABY,)),), "Mon 2018-10-15", (), child=BABY),
        Example(
            "On the second birthday it is fourteen days.",
            (asked("c", "Fri 2020-01-10", (BABY,)),),
            "Fri 2020-01-24",
            (),
            child=BABY,
        ),
        Example(
            "The day before it, seven.",
            (asked("c", "Thu 2020-01-09", (BABY,)),),
            "Fri 2020-01-17",
            (Expect(raised_on="2020-01-17"),),
            child=BABY,
        ),
        Example(
            "A child whose age nobody knows: fourteen days.",
            (asked("c", "Mon 2018-10-08", (BABY,)),),
            "Tue 2018-10-23",
            (Expect(raised_on="2018-10-23"),),
            child=BABY,
            people=OF_UNKNOWN_AGE,
        ),
        Example(
            "A baby not yet born is not looked for.",
            (asked("c", "Mon 2018-10-08", (BABY,)),),
            "Fri 2018-11-30",
            (),
            child=BABY,
            people={BABY: person(BABY, "Cedar", "2019-01-10")},
        ),
        Example(
            "From the birth on it is, if there is a plan.",
            (given("p", "plan_started", "Mon 2018-12-03", about=(BABY,), plan="child_protection"),),
            "Fri 2019-01-18",
            (Expect(raised_on="2019-01-18"),),
            child=BABY,
            people={BABY: person(BABY, "Cedar", "2019-01-10")},
        ),
        Example(
            "Closed the next day: nobody is looking any more.",
            (ASKED, decided("d", "Tue 2018-10-09", "no_further_action")),
            "Fri 2018-11-30",
            (),
        ),
        Example(
            "Taken on for assessment: still open.",
            (ASKED, decided("d", "Tue 2018-10-09", "assessment")),
            "Tue 2018-10-23",
            RAISED,
        ),
        *(
            Example(f"{what}.", (given("p", "plan_started", "Mon 2018-10-08", plan=plan),), "Tue 2018-10-23", raised)
            for what, plan, raised in (
                ("A child in need plan is ours", "child_in_need", RAISED),
                ("Early help, which has no social worker, is not", "early_help", ()),
            )
        ),
        Example(
            "A plan is open.",
            (PLAN,),
            "Tue 2018-09-18",
            (Expect(raised_on="2018-09-18"),),
        ),
        Example(
            "The plan ends it.",
            (PLAN, conference("rc", "Mon 2018-10-01", "plan_ended", "review")),
            "Wed 2018-10-31",
            (Expect(state="ended", raised_on="2018-09-18", met_by="rc"),),
        ),
        *(
            Example(
                f"{what}: seen, and the count begins again.",
                (PLAN, seen("Mon 2018-09-10", (CHILD,))),
                "Mon 2018-09-24",
                (),
            )
            for what, seen in SIGHTINGS
        ),
        *(
            Example(f"{what}: not seen.", (PLAN, seen("Mon 2018-09-10", (CHILD,))), "Tue 2018-09-18", RAISED)
            for what, seen in NOT_SIGHTINGS
        ),
        Example(
            "A visit in time, written down late, was missing as known then: withdrawn.",
            (PLAN, visit("v", "Mon 2018-09-10", recorded="Thu 2018-09-20")),
            "Fri 2018-09-21",
            (Expect(state="withdrawn", raised_on="2018-09-18"),),
        ),
    ),
)
