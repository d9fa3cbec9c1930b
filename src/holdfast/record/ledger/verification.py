"""Proving that nothing was altered, removed or back-dated since it was sealed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from holdfast.kernel.when import When
from holdfast.record.ledger import merkle
from holdfast.record.ledger.canonical import digest
from holdfast.record.ledger.seals import FIRST_HEAD, chained
from holdfast.record.models import EntryBody, EntryEnvelope, Seal, SealedLeaf

GRACE = timedelta(minutes=5)
"""How long a write may take from reading the clock to being there. Anything recorded earlier than this before the last seal
but missing from it was put in later than it says."""


@dataclass(frozen=True)
class Tampering:
    """One thing that is not as it was sealed. ``row`` is its id; never what it says."""

    what: str
    row: str

    def __str__(self) -> str:
        return f"{self.row}: {self.what}"


@dataclass(frozen=True)
class Report:
    """What was checked and what was found. ``head`` is the last seal's, for a partner agency to hold."""

    seals: int
    leaves: int
    unsealed: int
    head: str
    findings: tuple[Tampering, ...]

    @property
    def ok(self) -> bool:
        """Whether everything is as it was sealed."""
        return not self.findings


def verify(*, held: str | None = None) -> Report:
    """Recompute every hash. ``held`` is a head that somebody noted earlier: it must still be in the chain."""
    findings: list[Tampering] = []
    previous, number, count = None, 0, 0
    heads = {FIRST_HEAD}
    # A seal a minute is up to half a million a year: never all of them at once.
    for each in Seal.objects.order_by("number").iterator(chunk_size=500):
        number += 1
        if each.number != number:
            findings.append(Tampering("A seal before this one is gone.", f"seal {each.number}"))
            # From here on counted as they say, so that one seal that is gone is one finding and not one for each that follows.
            number = each.number
        sealed = list(each.leaves.order_by("position"))
        count += len(sealed)
        findings += _seal(each, sealed, previous)
        findings += _rows(sealed, previous)
        previous = each
        heads.add(each.head)
    # Whoever can rewrite rows can rewrite every seal over them as well, and then all of it agrees with itself. Only a head that
    # somebody else wrote down tells.
    if held is not None and held not in heads:
        findings.append(Tampering("This head was held elsewhere and is not in the chain: seals were replaced or removed.", held))
    unsealed = EntryEnvelope.objects.filter(~Exists(SealedLeaf.objects.filter(row=OuterRef("pk"))))
    findings += _late(list(unsealed), previous)
    return Report(number, count, unsealed.count(), previous.head if previous else FIRST_HEAD, tuple(findings))


def _seal(each: Seal, sealed: Sequence[SealedLeaf], previous: Seal | None) -> Iterator[Tampering]:
    name = f"seal {each.number}"
    if each.leaf_count != len(sealed) or merkle.root([one.leaf for one in sealed]) != each.root:
        yield Tampering("Its leaves do not give its root: what it sealed was changed.", name)
    if chained(each, previous.head if previous else FIRST_HEAD) != each.head:
        yield Tampering("It does not follow from the seal before it.", name)


def _rows(sealed: Sequence[SealedLeaf], previous: Seal | None) -> Iterator[Tampering]:
    for kind in SealedLeaf.Kind.values:
        of_kind = [each for each in sealed if each.kind == kind]
        content = merkle.contents(kind, [each.row for each in of_kind])
        for each in of_kind:
            if each.row not in content:
                yield Tampering(f"This {kind} was removed.", str(each.row))
            elif merkle.leaf(content[each.row]) != each.leaf:
                yield Tampering(f"This {kind} was changed.", str(each.row))
        if kind == SealedLeaf.Kind.ENTRY:
            yield from _entries([each.row for each in of_kind], previous)


def _entries(ids: Sequence[UUID], previous: Seal | None) -> Iterator[Tampering]:
    """What an entry's leaf does not hold itself: its body, and the columns that are worked out from when it happened."""
    bodies = dict(EntryBody.objects.filter(pk__in=ids).values_list("pk", "data"))
    envelopes = list(EntryEnvelope.objects.filter(pk__in=ids))
    for row in envelopes:
        if row.pk not in bodies:
            yield Tampering("The body of this entry was removed.", str(row.pk))
        elif digest(bodies[row.pk]) != row.body_digest:
            yield Tampering("The body of this entry was changed.", str(row.pk))
        when = When.parse(row.happened)
        # Queries read these columns and never the written form: a changed day would show everywhere, though what was sealed is
        # whole.
        if (when.first, when.last, when.start, when.end) != (
            *(row.happened_first, row.happened_last),
            *(row.happened_start, row.happened_end),
        ):
            yield Tampering("When this entry happened was changed.", str(row.pk))
    yield from _late(envelopes, previous)


def _late(rows: Sequence[EntryEnvelope], previous: Seal | None) -> Iterator[Tampering]:
    """Entries that say they were recorded before the last seal and were not in it. Imported history says so openly."""
    for row in rows:
        # History that was brought in says earlier times openly and names the file; its arrival is sealed like any other.
        if previous and row.imported_from is None and row.recorded_at < previous.sealed_at - GRACE:
            yield Tampering("This entry was back-dated: it was put in later than it says.", str(row.pk))
