"""Who must not know of a concern, as whoever told us said it: what the record holds from that minute on."""

from datetime import datetime
from typing import cast
from uuid import UUID, uuid5

from holdfast.access.kept_back_matters import everybody
from holdfast.access.kept_from_answers import lines_of, settled
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.vocabulary.contact_text import ContactPart, apart
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import ContactReceived
from holdfast.vocabulary.kept_back import KeptBackReason
from holdfast.vocabulary.kept_from import KeptFrom

NOBODY = frozenset({"nobody", "no one", "no-one", "none", "no", "n/a", "not applicable", "not known", "unknown", "i do not know"})
"""What people write where there is nobody who must not know."""


def keep_back_from(contact: Entry, *, at: datetime) -> None:
    """Where whoever told us said who must not know of it, that is what the record holds, and governs what is shown to whom."""
    kept_from = _kept_from(contact)
    if not contact.about or kept_from is None:
        return
    data = {
        "what": "That somebody told us, and what they told us.",
        "entry": contact.id,
        "why": KeptBackReason.NOT_SAID.value,
        "said_by": sender_named(contact),
        **kept_from.written(),
    }
    id = uuid5(UUID(contact.id), "kept back")
    append(at=at, by=None, type="kept_back", happened=When.at(at), about=contact.about, data=data, id=id)


def sender_named(contact: Entry) -> str:
    """Who told us, as exactly as it was said."""
    sent = cast(ContactReceived, contact.data).from_
    return str(sent.worker or sent.organisation or sent.name or sent.role)


def _kept_from(contact: Entry) -> KeptFrom | None:
    """From whom to keep it: by the field, as far as somebody was asked who is meant; else by what stands in its text."""
    if not isinstance(contact.data, ContactReceived):
        return None
    parts = apart(contact.data.text) or ()
    said = next((each.said for each in parts if each.part is ContactPart.NOT_TO_KNOW), "").strip()
    named = tuple(each for each in contact.data.kept_from or () if not _is_nobody(each))
    if named:
        return KeptFrom(named, tuple(contact.data.outsiders or ()), said if said and lines_of(said) != named else None)
    return None if not said or _is_nobody(said) else settled(said, {}, everybody())


def _is_nobody(said: str) -> bool:
    return said.strip(" .").lower() in NOBODY
