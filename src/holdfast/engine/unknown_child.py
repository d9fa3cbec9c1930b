"""A contact or a message about nobody: somebody told of a child, and nobody could say which. It is read as about an unknown child
of its own, with every clock that any child's has, until a correction says who the child is. Then the clocks go on as that
child's, from the same contact. One whose child is corrected away is about an unknown child from then on."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from holdfast.vocabulary.about_whom import COMES_IN
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

_OPENING, _CLOSING = "an unknown child (contact ", ")"


def unknown_child_of(contact: str) -> str:
    """How the unknown child of a contact is named where a person's id stands, by the contact's first version."""
    # Readable, since sentences print the id of a person who has no name; and made of the contact's own id, so that two contacts
    # about nobody are never taken for one child.
    return f"{_OPENING}{contact}{_CLOSING}"


def is_unknown_child(person: str) -> bool:
    """Whether this stands for nobody whom the case has as a person."""
    return person.startswith(_OPENING) and person.endswith(_CLOSING)


def comes_in_about_nobody(entry: Entry) -> bool:
    """Whether somebody told us of a child, and nobody could say which."""
    return entry.type in COMES_IN and not entry.about


def with_unknown_children(world: World) -> World:
    """The world with each contact and message about nobody, and what was said of it about nobody, about an unknown child."""
    by_id = {entry.id: entry for entry in world.entries}
    children = {
        root: unknown_child_of(root)
        for entry in world.entries
        if comes_in_about_nobody(entry)
        for root in (_root(entry.id, by_id),)
    }
    if not children:
        return world
    return replace(world, entries=tuple(_named(world.entries, by_id, children)))


def _named(entries: Iterable[Entry], by_id: Mapping[str, Entry], children: Mapping[str, str]) -> Iterable[Entry]:
    for entry in entries:
        contact = None if entry.about else _contact_of(entry, by_id)
        yield replace(entry, about=(children[contact],)) if contact is not None and contact in children else entry


def _contact_of(entry: Entry, by_id: Mapping[str, Entry]) -> str | None:
    """The first version of the contact or message that an entry is, or speaks of."""
    if entry.type in COMES_IN:
        return _root(entry.id, by_id)
    named = getattr(entry.data, "contact", None) or getattr(entry.data, "message", None) or entry.withdraws
    return _root(named, by_id) if isinstance(named, str) else None


def _root(id: str, by_id: Mapping[str, Entry]) -> str:
    seen = [id]
    while (entry := by_id.get(seen[-1])) is not None and entry.corrects is not None and entry.corrects not in seen:
        seen.append(entry.corrects)
    return seen[-1]
