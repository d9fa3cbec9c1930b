"""What pages call a child, and several of them in one sentence."""

from holdfast.vocabulary.contact_text import NAMELESS
from holdfast.vocabulary.world import KnownPerson


def child_name(person: KnownPerson) -> str:
    """The name of a child, and plain words where nobody knows it."""
    return person.name if person.names else NAMELESS


def listed(names: list[str]) -> str:
    """ "Ava, Lucas and Harper"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else NAMELESS
