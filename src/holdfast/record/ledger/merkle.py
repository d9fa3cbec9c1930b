"""What is hashed of each row of the record, and how hashes become one root (as Certificate Transparency does it, RFC 6962:
a leaf and a node are hashed with different first bytes, so that one can never pass for the other)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from holdfast.record.ledger.canonical import canonical, digest
from holdfast.record.models import EntryEnvelope, PersonFact, Relationship, SealedLeaf

LEAF, NODE = b"\x00", b"\x01"
FACT_FIELDS = ("person_id", "kind", "value", "start", "end", "source", "recorded_at", "recorded_by_id", "replaces_id", "reason")
# Hashed only where there is something: every seal from before there were such columns has to stay true.
LATER_FACT_FIELDS = ("said_by", "check_by", "detail")
RELATIONSHIP_FIELDS = (
    *("from_person_id", "to_person_id", "kind", "parental_responsibility", "start", "end", "source"),
    *("recorded_at", "recorded_by_id", "replaces_id", "reason"),
)
# The body by its digest alone: it may be lawfully disposed of one day, and what is left must still prove that it was there. Not
# the columns that are worked out from when it happened: verification works them out again.
ENVELOPE_FIELDS = (
    *("type", "type_version", "happened", "recorded_at", "recorded_by_id", "organisation_id", "source"),
    *("corrects_id", "withdraws_id", "reason", "body_digest", "imported_from"),
)


def leaf(content: Mapping[str, Any]) -> str:
    """The hash of one row."""
    return sha256(LEAF + canonical(content)).hexdigest()


def root(leaves: Sequence[str]) -> str:
    """The Merkle root of leaves in their order. No leaves: the hash of nothing."""
    if not leaves:
        return sha256(b"").hexdigest()
    if len(leaves) == 1:
        return leaves[0]
    # The largest power of two that is less, as RFC 6962 has it. Any other split gives another root of the same leaves, and nobody
    # else's program would agree with ours.
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(NODE + bytes.fromhex(root(leaves[:split])) + bytes.fromhex(root(leaves[split:]))).hexdigest()


def head(previous: str, content: Mapping[str, Any]) -> str:
    """One seal chained to the last."""
    return sha256(NODE + bytes.fromhex(previous) + bytes.fromhex(digest(content))).hexdigest()


def contents(kind: str, ids: Iterable[UUID]) -> dict[UUID, dict[str, Any]]:
    """What is hashed of each of these rows that is still there, by id."""
    if kind == SealedLeaf.Kind.ENTRY:
        rows = EntryEnvelope.objects.filter(pk__in=ids).prefetch_related("abouts")
        return {row.pk: _envelope(row) for row in rows}
    if kind == SealedLeaf.Kind.FACT:
        return {row.pk: _row(kind, row, _fact_fields(row)) for row in PersonFact.objects.filter(pk__in=ids)}
    return {row.pk: _row(kind, row, RELATIONSHIP_FIELDS) for row in Relationship.objects.filter(pk__in=ids)}


def _fact_fields(row: PersonFact) -> list[str]:
    return [*FACT_FIELDS, *(name for name in LATER_FACT_FIELDS if getattr(row, name) is not None)]


def _envelope(row: EntryEnvelope) -> dict[str, Any]:
    about = [each.person_id for each in sorted(row.abouts.all(), key=lambda each: each.position)]
    return {**_row(SealedLeaf.Kind.ENTRY, row, ENVELOPE_FIELDS), "about": about}


def _row(kind: str, row: EntryEnvelope | PersonFact | Relationship, fields: Sequence[str]) -> dict[str, Any]:
    values = {name: getattr(row, name) for name in fields}
    return {"row": kind, "id": str(row.pk), **{name: _hashed(value) for name, value in values.items()}}


def _hashed(value: Any) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
