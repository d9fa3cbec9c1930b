"""Serious harm to somebody who is recorded as dead: is it the right child?"""

from tests.specs.kit import CHILD, MOTHER, SIBLING, Example, Expect, Given, Spec, contact, given

END = "Wed 2019-12-11"
RAISED = (Expect(state="raised"),)


def died(happened: str | tuple[str, str] = "Mon 2019-12-02", **rest: object) -> Given:
    """The child died."""
    return given("died", "death_recorded", happened, person=rest.pop("person", CHILD), **rest)  # type: ignore[arg-type]


def harm(happened: str = "Tue 2019-12-03T02:00", **rest: object) -> Given:
    """Somebody tells of harm now."""
    return contact("c", happened, **{"immediate_harm": True} | rest)


def message(**rest: object) -> Given:
    """A message about harm."""
    return given(
        "c", "message_received", "Tue 2019-12-03T02:00", for_="sam", from_="hv", text="Ring.", possible_serious_harm=True, **rest
    )


ANOTHERS = contact(
    "c2",
    "Tue 2019-12-03T02:00",
    about=(SIBLING,),
    immediate_harm=True,
    corrects="c",
    reason="Her brother.",
    recorded="Tue 2019-12-03T04:00",
)

TOLD = Spec(
    "SIG-HARM-AFTER-DEATH",
    (
        Example(
            "The day after the death, at night.",
            (died(), harm()),
            "Tue 2019-12-03",
            (
                Expect(
                    state="raised",
                    raised_on="2019-12-03",
                    evidence=("died", "c"),
                    says="We were told on 3 Dec 2019 at 02:00 of serious harm to somebody who had died by then, by what is "
                    "recorded. Was it another child?",
                ),
            ),
        ),
        Example("On the day of the death.", (died(), harm("Mon 2019-12-02T23:00")), END, ()),
        Example("After the hour of it.", (died("Mon 2019-12-02T10:00"), harm("Mon 2019-12-02T10:01")), END, RAISED),
        Example("At that hour.", (died("Mon 2019-12-02T10:00"), harm("Mon 2019-12-02T10:00")), END, ()),
        Example("The day before.", (died(), harm("Sun 2019-12-01")), END, ()),
        Example("A death in that month, nobody knows when.", (died(("Sun 2019-12-01", "Tue 2019-12-31")), harm()), END, ()),
        Example(
            "The death is written down a week later: asked from then.",
            (died(recorded="Mon 2019-12-09T10:00"), harm()),
            END,
            (Expect(state="raised", raised_on="2019-12-09"),),
        ),
        Example("Nobody has died.", (harm(),), END, ()),
        Example("Somebody else has.", (died(person=MOTHER, about=(MOTHER,)), harm()), END, ()),
        Example("No harm, by its flag or its words.", (died(), harm(immediate_harm=False)), END, ()),
        Example("By its words.", (died(), harm(immediate_harm=False, text="He strangled her.")), END, RAISED),
        Example("A message.", (died(), message()), END, RAISED),
        Example(
            "It is answered.",
            (died(), message(), given("a", "message_answered", "Tue 2019-12-03T03:00", message="c")),
            END,
            (Expect(state="ended", met_by="a"),),
        ),
        Example(
            "Another message is.",
            (died(), message(), given("a", "message_answered", "Tue 2019-12-03T03:00", message="died")),
            END,
            RAISED,
        ),
        Example(
            "It is decided.",
            (
                died(),
                harm(),
                given("d", "contact_decided", "Tue 2019-12-03T03:00", contact="c", decision="assessment", reasons="Her brother."),
            ),
            END,
            (Expect(state="ended", met_by="d"),),
        ),
        Example(
            "Another concern is decided.",
            (
                died(),
                harm(),
                given("d", "contact_decided", "Tue 2019-12-03T03:00", contact="died", decision="assessment", reasons="Known."),
            ),
            END,
            RAISED,
        ),
        Example(
            "It was another child: the concern is put right.",
            (died(), harm(), ANOTHERS),
            END,
            (Expect(state="withdrawn", withdrawn_on="2019-12-03"),),
        ),
        Example(
            "Of an adult the same.", (died(person=MOTHER, about=(MOTHER,)), harm(about=(MOTHER,))), END, RAISED, child=MOTHER
        ),
    ),
)
