"""What is said of a parent alone, and may be of danger to the child: whose worry it is."""

from holdfast.kernel.when import When
from holdfast.vocabulary.world import KnownRelationship
from tests.specs.kit import (
    CHILD,
    FATHER,
    GRANDMOTHER,
    MOTHER,
    RELATIONSHIPS,
    SIBLING,
    Example,
    Expect,
    Given,
    Spec,
    contact,
    given,
)

FRIDAY, END = "Fri 2018-10-12T16:00", "Wed 2018-10-31"
RAISED = (Expect(state="raised"),)


def harm(*about: str, happened: str = FRIDAY, **rest: object) -> Given:
    """Immediate harm, about these people."""
    return contact("r", happened, about=about or (CHILD,), **{"immediate_harm": True} | rest)


def message(*about: str, happened: str = FRIDAY, harm: bool = True) -> Given:
    """A message about possible serious harm, about these people."""
    return given(
        "r", "message_received", happened, about=about, for_="sam", from_="hv", text="Please ring.", possible_serious_harm=harm
    )


def at_risk(*about: str, happened: str = FRIDAY, risk: bool = True) -> Given:
    """A disagreement that says that there is risk now."""
    return given("r", "disagreement_raised", happened, about=about, by="dsl", text="No.", immediate_risk=risk)


def decided(by: str | None, *about: str, contact: str = "r") -> Given:
    """What is decided about the concern."""
    data = {"contact": contact, "decision": "assessment", "reasons": "The children live there."}
    return given("d", "contact_decided", "Fri 2018-10-12T16:30", about=about or (MOTHER,), by=by, **data)


def living_with(until: str | None) -> tuple[KnownRelationship, ...]:
    """The grandmother looks after the child, until a day."""
    end = None if until is None else When.parse(until)
    return (*RELATIONSHIPS, KnownRelationship(GRANDMOTHER, CHILD, "carer", end=end))


EITHER = (
    Example("Of a contact about the mother alone: it is the child's.", (harm(MOTHER),), END, RAISED),
    Example("And each brother's and sister's.", (harm(MOTHER),), END, RAISED, child=SIBLING),
    Example("It is not the mother's as well.", (harm(MOTHER),), END, (), child=MOTHER),
    Example("Of both parents.", (harm(MOTHER, FATHER),), END, RAISED),
    Example("Of a message the same.", (message(MOTHER),), END, RAISED),
    Example("It is not the mother's either.", (message(MOTHER),), END, (), child=MOTHER),
    Example("About the mother and one child: it is that child's.", (harm(MOTHER, CHILD),), END, RAISED),
    Example("And nobody else's.", (harm(MOTHER, CHILD),), END, (), child=SIBLING),
    Example("About a grandmother who brings up nobody: it is hers.", (harm(GRANDMOTHER),), END, RAISED, child=GRANDMOTHER),
    Example("And not her grandchild's.", (harm(GRANDMOTHER),), END, ()),
    Example("A grandmother who looks after the child.", (harm(GRANDMOTHER),), END, RAISED, relationships=living_with(None)),
    Example("To the last day on which she did.", (harm(GRANDMOTHER),), END, RAISED, relationships=living_with("2018-10-12")),
    Example("And not the day after.", (harm(GRANDMOTHER),), END, (), relationships=living_with("2018-10-11")),
    Example(
        "Then it is hers again.", (harm(GRANDMOTHER),), END, RAISED, child=GRANDMOTHER, relationships=living_with("2018-10-11")
    ),
    Example("A stranger, with a child of the family.", (harm(GRANDMOTHER, SIBLING),), END, (), relationships=living_with(None)),
)

UNREAD = Spec(
    "SIG-MSG-UNREAD-RISK",
    (
        *EITHER,
        Example("A social worker decided within the hour.", (harm(MOTHER), decided("duty")), END, ()),
        Example("A clerk did.", (harm(MOTHER), decided("desk")), END, RAISED),
        Example("Nobody said who did.", (harm(MOTHER), decided(None)), END, ()),
        Example(
            "Another concern was acknowledged.",
            (harm(), given("k", "contact_acknowledged", "Fri 2018-10-12T16:30", by="duty", contact="d", to=["dsl"])),
            END,
            RAISED,
        ),
        Example("Another concern was decided.", (harm(MOTHER), decided("duty", contact="d")), END, RAISED),
        Example("It was decided for a brother alone.", (harm(CHILD, SIBLING), decided("duty", SIBLING)), END, RAISED),
        Example("Words of harm, and no flag.", (contact("r", FRIDAY, about=(MOTHER,), text="He strangled her."),), END, RAISED),
        Example("Neither words nor flag.", (contact("r", FRIDAY, about=(MOTHER,), text="Please ring."),), END, ()),
    ),
)
WEEKEND = Spec(
    "SIG-BEFORE-WEEKEND",
    (
        *EITHER,
        Example("Decided, whoever by.", (harm(MOTHER), decided("desk")), END, ()),
        Example("Another concern was decided.", (harm(MOTHER), decided("duty", contact="d")), END, RAISED),
        Example("It was decided for a brother alone.", (harm(CHILD, SIBLING), decided("duty", SIBLING)), END, RAISED),
        *(
            Example(f"{what} about the mother alone, on a Thursday.", (said(MOTHER, happened="Thu 2018-10-11"),), END, ())
            for what, said in (("A concern", harm), ("A message", message), ("A disagreement", at_risk))
        ),
        Example("A concern about her that tells of no harm now.", (harm(MOTHER, immediate_harm=False),), END, ()),
        Example("Such a message.", (message(MOTHER, harm=False),), END, ()),
        Example("Such a disagreement.", (at_risk(MOTHER, risk=False),), END, ()),
        Example("A disagreement about the mother alone.", (at_risk(MOTHER),), END, RAISED),
        Example("It is not the mother's as well.", (at_risk(MOTHER),), END, (), child=MOTHER),
    ),
)
