"""Sealing: what came since the last seal becomes one root, chained to it. Who holds a head can prove all that went before."""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from holdfast.record.ledger import merkle
from holdfast.record.models import EntryEnvelope, PersonFact, Relationship, Seal, SealedLeaf

FIRST_HEAD = "0" * 64
"""The head before the first seal."""
# One number for whoever seals: two at once would both take the same head as the last, and the chain would have two ends.
LOCK = 7306


@transaction.atomic
def seal(*, at: datetime) -> Seal | None:
    """Seal everything that is not sealed yet. ``None`` when nothing is new. Meant for once a minute; two at once wait."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    # Read after the lock: what another seal took in while we waited for it is no longer new.
    new = _unsealed()
    if not new:
        return None
    last = Seal.objects.order_by("-number").first()
    root = merkle.root([leaf for _, _, leaf in new])
    made = Seal(number=last.number + 1 if last else 1, sealed_at=at, leaf_count=len(new), root=root)
    made.head = chained(made, last.head if last else FIRST_HEAD)
    made.save(force_insert=True)
    SealedLeaf.objects.bulk_create(
        (
            SealedLeaf(seal=made, position=position, kind=kind, row=row, leaf=leaf)
            for position, (kind, row, leaf) in enumerate(new)
        ),
        batch_size=5000,
    )
    return made


def chained(made: Seal, previous: str) -> str:
    """The head of ``made`` after ``previous``."""
    content = {"number": made.number, "sealed_at": made.sealed_at, "leaf_count": made.leaf_count, "root": made.root}
    return merkle.head(previous, content)


def _unsealed() -> list[tuple[str, UUID, str]]:
    found: list[tuple[str, UUID, str]] = []
    # Asked of each row whether it is sealed, and not what came since the last one: a transaction that drew its place early and
    # was committed late would be passed over for ever.
    sealed = SealedLeaf.objects.filter(row=OuterRef("pk"))
    for kind, rows in (
        (SealedLeaf.Kind.ENTRY, EntryEnvelope.objects.order_by("sequence")),
        (SealedLeaf.Kind.FACT, PersonFact.objects.order_by("pk")),
        (SealedLeaf.Kind.RELATIONSHIP, Relationship.objects.order_by("pk")),
    ):
        ids = list(rows.filter(~Exists(sealed)).values_list("pk", flat=True))
        content = merkle.contents(kind, ids)
        found += [(kind.value, id, merkle.leaf(content[id])) for id in ids]
    return found
