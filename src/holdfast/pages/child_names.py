"""What pages call a child, and several of them in one sentence."""

from holdfast.vocabulary.contact_text import NAMELESS
from holdfast.vocabulary.sentence_parts import listed as in_a_row
from holdfast.vocabulary.world import KnownPerson

NAMELESS_ADULT = "an adult whose name is not known"


def child_name(person: KnownPerson) -> str:
    """The name of a child, and plain words where nobody knows it."""
    return person.name if person.names else NAMELESS


def listed(names: list[str]) -> str:
    """ "Ava, Lucas and Harper"; plain words where there is nobody to name."""
    return in_a_row(names) or NAMELESS
