"""One person under several ids, read as one. Where an entry joins two ids, the record of their family is keyed by the identity
that both stand for: whom entries are about, whom their data names, who they are and how they are related. The rules know nothing
of it. No entry type joins ids yet."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from holdfast.engine.compiled.entries import CompactEntry, copy
from holdfast.vocabulary.field_types import Kind
from holdfast.vocabulary.named_fields import Fields, fields_naming
from holdfast.vocabulary.world import KnownPerson, KnownRelationship

Identities = Mapping[str, str]
"""For each id that was joined to another, the identity it stands for."""
NO_IDENTITIES: Identities = {}
PEOPLE: frozenset[Kind] = frozenset({"person", "party"})


def by_identity(entry: CompactEntry, identities: Identities) -> CompactEntry:
    """The same entry of the identities that its ids stand for; itself, where it names nobody who was joined."""
    about = tuple(dict.fromkeys(identities.get(each, each) for each in entry.about))
    data = _renamed(entry.data, fields_naming(entry.type, PEOPLE), identities)
    # Most entries name nobody who was joined, and can be the object they were.
    if about == entry.about and data == entry.data:
        return entry
    # The entry itself is left as it was read: somebody else may read it under the ids it has.
    other = copy(entry)
    other.about, other.data = about, data
    return other


def people_by_identity(people: Mapping[str, KnownPerson], identities: Identities) -> dict[str, KnownPerson]:
    """Each person once. What is known of an identity under its own id goes before what is known under one that was joined."""
    # The other ids first, so that what is known under the identity's own is laid over them.
    found = {identities[id]: person for id, person in people.items() if id in identities}
    return found | {id: person for id, person in people.items() if id not in identities}


def links_by_identity(links: Iterable[KnownRelationship], identities: Identities) -> Sequence[KnownRelationship]:
    """How they are related, each relationship once and nobody to themselves."""
    found: dict[KnownRelationship, None] = {}
    for link in links:
        one, other = identities.get(link.from_person, link.from_person), identities.get(link.to_person, link.to_person)
        # Two ids of one person were perhaps said to be siblings: nobody is their own.
        if one != other:
            found[KnownRelationship(one, other, link.kind, link.parental_responsibility, link.start, link.end)] = None
    return tuple(found)


def _renamed(data: Mapping[str, Any], fields: Fields, identities: Identities) -> dict[str, Any]:
    changed = {name: _value(data[name], inside, identities) for name, inside in fields if data.get(name) is not None}
    return {**data, **changed}


def _value(value: Any, inside: Fields, identities: Identities) -> Any:
    if isinstance(value, str):
        return identities.get(value, value)
    if isinstance(value, dict):
        return _renamed(value, inside, identities)
    if isinstance(value, list | tuple):
        return [_value(each, inside, identities) for each in value]
    return value
