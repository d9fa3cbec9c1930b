"""Professional disagreement, stage by stage."""

from tests.specs.kit import SIBLING, Example, Expect, Given, Spec, given
from tests.specs.limits import GROWING_UP, sides


def raised(happened: str, **rest: object) -> Given:
    """The school disagrees."""
    text = "The case should not have been closed."
    return given(rest.pop("id", "dis"), "disagreement_raised", happened, text=text, by="dsl", **rest)  # type: ignore[arg-type]


def answered(happened: str, stage: str = "1", to: str = "dis", id: str = "ans", **rest: object) -> Given:
    """Somebody answers at a stage."""
    return given(id, "disagreement_answered", happened, disagreement=to, stage=stage, answer="We stand by it.", **rest)


def resolved(happened: str, to: str = "dis", **rest: object) -> Given:
    """It comes to an end."""
    return given("res", "disagreement_resolved", happened, disagreement=to, outcome="The case stays open.", **rest)


RAISED = raised("Fri 2019-11-22")
OTHER = raised("Fri 2019-11-22", id="dis2", about=(SIBLING,))

RPD_01 = Spec(
    "RPD-01",
    (
        *sides(
            "Answered",
            (RAISED,),
            answered,
            ("Mon 2019-11-25", "Tue 2019-11-26", "Wed 2019-11-27"),
            "Fri 2019-11-29",
            "2019-11-26",
            "2019-11-27",
        ),
        Example(
            "Resolved at once: nothing left to answer.",
            (RAISED, resolved("Mon 2019-11-25")),
            "Fri 2019-11-29",
            (Expect(state="met", met_by="res"),),
        ),
        Example(
            "The answer to another disagreement is not the answer to this one.",
            (RAISED, OTHER, answered("Mon 2019-11-25", to="dis2")),
            "Fri 2019-11-29",
            (Expect(state="overdue"),),
        ),
        Example(
            "An eighteenth birthday does not answer it.",
            (raised("Fri 2019-11-29"),),
            "Fri 2019-12-06",
            (Expect(state="overdue", due="2019-12-03"),),
            people=GROWING_UP,
        ),
        Example(
            "Answered in time and written down late: it had shown.",
            (RAISED, answered("Mon 2019-11-25", recorded="Thu 2019-11-28T09:00")),
            "Fri 2019-11-29",
            (Expect(state="met", raised_on="2019-11-27"),),
        ),
    ),
)


def stages(rule: str, here: str, spelt: str, beyond: str, days: tuple[str, str, str], due: str, shown: str) -> Spec:
    """What every later stage has in common: ``here`` is the stage before, written alone, ``spelt`` the same in words, and
    ``beyond`` the stage that is due, in words."""
    begun = (RAISED, answered("Mon 2019-11-25", here))
    number = str(int(here) + 1)
    return Spec(
        rule,
        (
            *sides(
                "Answered a stage higher",
                begun,
                lambda day: answered(day, number, id="next"),
                days,
                "Mon 2019-12-16",
                due,
                shown,
            ),
            Example(
                "The stages may be written out.",
                (RAISED, answered("Mon 2019-11-25", spelt), answered("Mon 2019-11-25", beyond, id="next")),
                "Mon 2019-12-16",
                (Expect(state="met", trigger="ans", met_by="next"),),
            ),
            Example(
                "An answer at the same stage again leads no further.",
                (*begun, answered("Tue 2019-11-26", here, id="again")),
                "Mon 2019-12-16",
                (Expect(state="overdue", trigger="ans"), Expect(state="overdue", trigger="again")),
            ),
            Example(
                "Nor does one written out.",
                (*begun, answered("Tue 2019-11-26", spelt, id="again")),
                "Mon 2019-12-16",
                (Expect(state="overdue", trigger="ans"), Expect(state="overdue", trigger="again")),
            ),
            Example(
                "Resolved by then: not required.",
                (*begun, resolved("Tue 2019-11-26")),
                "Mon 2019-12-16",
                (Expect(state="not_required", raised_on=None),),
            ),
            Example(
                "Another one resolved is not this one resolved.",
                (*begun, OTHER, resolved("Tue 2019-11-26", to="dis2")),
                "Mon 2019-12-16",
                (Expect(state="overdue"),),
            ),
            Example(
                "Resolved before that answer was given: nothing unresolved.",
                (RAISED, resolved("Mon 2019-11-25T09:00"), answered("Mon 2019-11-25T15:00", here)),
                "Mon 2019-12-16",
                (),
            ),
            Example(
                "Another one resolved before it leaves this one open.",
                (RAISED, OTHER, resolved("Mon 2019-11-25T09:00", to="dis2"), answered("Mon 2019-11-25T15:00", here)),
                "Mon 2019-12-16",
                (Expect(state="overdue"),),
            ),
            Example(
                "The stage beyond, answered on another disagreement, is not this one's.",
                (*begun, OTHER, answered("Tue 2019-11-26", number, to="dis2", id="next")),
                "Mon 2019-12-16",
                (Expect(state="overdue", trigger="ans"),),
            ),
            Example(
                "An answer at another stage does not start this one.",
                (RAISED, answered("Mon 2019-11-25", "4")),
                "Mon 2019-12-16",
                (),
            ),
            Example(
                "An eighteenth birthday does not settle it.",
                (raised("Fri 2019-11-22"), answered("Fri 2019-11-29", here)),
                "Mon 2019-12-16",
                (Expect(state="overdue"),),
                people=GROWING_UP,
            ),
        ),
    )


FIVE = ("Fri 2019-11-29", "Mon 2019-12-02", "Tue 2019-12-03")
TWO = ("Tue 2019-11-26", "Wed 2019-11-27", "Thu 2019-11-28")

RPD_02 = stages("RPD-02", "1", "Stage 1: practitioners", "stage two", FIVE, "2019-12-02", "2019-12-03")
RPD_03 = stages("RPD-03", "2", "line managers", "Stage 3, head of service", TWO, "2019-11-27", "2019-11-28")
RPD_04 = stages("RPD-04", "3", "Stage 3", "chief officers", FIVE, "2019-12-02", "2019-12-03")

RPD_03_BELOW = Spec(
    "RPD-03",
    (
        Example(
            "An answer back at stage 1 is no answer at stage 3.",
            (RAISED, answered("Mon 2019-11-25", "2"), answered("Tue 2019-11-26", "1", id="back")),
            "Mon 2019-12-16",
            (Expect(state="overdue"),),
        ),
    ),
)
