"""Who a contact or message came from, as :mod:`holdfast.engine.reference.affiliation` says it, of the data as written."""

from typing import Any

from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.reference.affiliation import works_with_children
from holdfast.standards import professions

PARTS = ("name", "organisation", "role")
CONFIRMED = ("sender_confirmed",)


def sender_of(entry: CompactEntry) -> Any:
    """Who it came from, as recorded: a row, a text, or nothing."""
    found = listed(entry, "from")
    return found[0] if found else None


def sender(person: PersonRecord, entry: CompactEntry) -> object | None:
    """Who sent it, as far as it says, or as somebody made sure since; none where nothing says it that could be recognised
    again."""
    found: Any = confirmed_sender(person, entry) or sender_of(entry)
    # By class: rows are dictionaries as JSON has them, and this is asked of every contact.
    if found is None or found.__class__ is str:
        return found
    if found.get("worker"):
        return str(found["worker"])
    parts = tuple(found.get(part) for part in PARTS)
    return parts if any(parts) else None


def confirmed_sender(person: PersonRecord, entry: CompactEntry) -> str | None:
    """The worker or person of whom somebody made sure that the contact came from them, as known now."""
    if entry.type != "contact_received":
        return None
    found = None
    for each in person.anybodys(CONFIRMED):
        if person.record.same(str(each.data.get("contact")), entry.id):
            found = each.data.get("worker") or each.data.get("person")
    return found


def is_family(sender: Any) -> bool:
    """Whether a sender's role, or the plain words that say who they are, is one of the family's."""
    role = sender if sender.__class__ is str else None if sender is None else sender.get("role")
    return professions.normal(role) in professions.FAMILY_ROLES


def is_professional(person: PersonRecord, entry: CompactEntry) -> bool:
    """Whether whoever sent it wrote from work: they are a worker, or give an organisation or a working role."""
    found: Any = confirmed_sender(person, entry) or sender_of(entry)
    if found is None:
        return False
    if found.__class__ is str:
        people = person.record.people
        # An id before words, as in the reference.
        if found in people.workers or found in people.organisations:
            return True
        return found not in people.by_id and works_with_children(found)
    if is_family(found):
        return False
    role = professions.normal(found.get("role"))
    if found.get("worker") or found.get("organisation"):
        return True
    return bool(role) and role not in professions.NOT_AT_WORK


def is_from_family(person: PersonRecord, entry: CompactEntry) -> bool:
    """Whether it came from the child, a parent, a carer or a relative."""
    found: Any = confirmed_sender(person, entry) or sender_of(entry)
    if found.__class__ is not str:
        return is_family(found)
    people = person.record.people
    return found in people.by_id or (found not in people.workers and found not in people.organisations and is_family(found))
