"""What is stored: people as ids with dated facts, entries in two halves, the seals over them, and what is derived for speed."""

from holdfast.record.models.derived import Alert, Rechecked, StoredClock, StoredSpan, Waiting
from holdfast.record.models.imported import ImportedId
from holdfast.record.models.invented import InventedRecord
from holdfast.record.models.ledger_entry import AboutNobody, EntryAbout, EntryBody, EntryEnvelope, MovedEntry, NamedStaff
from holdfast.record.models.local_value import LocalSetting
from holdfast.record.models.parties import Organisation, Worker
from holdfast.record.models.person_facts import Person, PersonFact, Relationship
from holdfast.record.models.seal import Seal, SealedLeaf

__all__ = [
    "AboutNobody",
    "Alert",
    "EntryAbout",
    "EntryBody",
    "EntryEnvelope",
    "ImportedId",
    "InventedRecord",
    "LocalSetting",
    "MovedEntry",
    "NamedStaff",
    "Organisation",
    "Person",
    "PersonFact",
    "Rechecked",
    "Relationship",
    "Seal",
    "SealedLeaf",
    "StoredClock",
    "StoredSpan",
    "Waiting",
    "Worker",
]
