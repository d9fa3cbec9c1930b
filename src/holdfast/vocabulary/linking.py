"""Whether what a case file points at is there: people, workers, organisations, entries, corrections and withdrawals."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from holdfast.vocabulary.base import EntryData, Reference
from holdfast.vocabulary.faults import Fault
from holdfast.vocabulary.parts import EntryPart, RelationshipPart, WorkerPart
from holdfast.vocabulary.reading import nearest, shown
from holdfast.vocabulary.shapes import references

_PLURAL = {"person": "people", "worker": "workers", "organisation": "organisations"}


@dataclass(frozen=True)
class Draft:
    """An entry on its way in: where it stands in the file, and as much of it as could be read."""

    path: str
    part: EntryPart
    data: EntryData | None


@dataclass
class Ids:
    """The ids a file gives, by list; for entries, each id's type. An id whose part could not be read counts as given, so
    that one fault does not bring a hundred others with it."""

    lists: dict[str, dict[str, str | None]] = field(
        default_factory=lambda: {"organisations": {}, "workers": {}, "people": {}, "entries": {}}
    )

    @property
    def entries(self) -> dict[str, str | None]:
        return self.lists["entries"]


def unknown(ids: Ids, kind: str, value: str, path: str) -> Iterator[Fault]:
    """A fault when ``value`` is no id of that kind."""
    lists = _PLURAL[kind]
    if value not in ids.lists[lists]:
        what = f"There is no {kind} with the id {shown(value)}."
        yield Fault(path, what, f"Add it to {lists}, or use the id of one who is there.")


def worker_faults(ids: Ids, part: WorkerPart, path: str) -> Iterator[Fault]:
    if part.organisation is not None:
        yield from unknown(ids, "organisation", part.organisation, f"{path}.organisation")
    if part.manager is not None:
        yield from unknown(ids, "worker", part.manager, f"{path}.manager")


def relationship_faults(ids: Ids, part: RelationshipPart, path: str) -> Iterator[Fault]:
    yield from unknown(ids, "person", part.from_, f"{path}.from")
    yield from unknown(ids, "person", part.to, f"{path}.to")
    if part.from_ == part.to:
        yield Fault(f"{path}.to", "A person cannot be related to themselves.", "Name the other person.")
    if part.start and part.end and part.end.last < part.start.first:
        yield Fault(f"{path}.end", "It ends before it starts.", "Put the dates right.")


def entry_faults(ids: Ids, draft: Draft) -> Iterator[Fault]:
    """What one entry points at that is not there."""
    part, path = draft.part, draft.path
    if part.by is not None:
        yield from unknown(ids, "worker", part.by, f"{path}.by")
    for index, person in enumerate(part.about):
        yield from unknown(ids, "person", person, f"{path}.about[{index}]")
    for reference in references(draft.data) if draft.data else ():
        yield from _reference_faults(ids, reference, f"{path}.data.{reference.path}")


def _reference_faults(ids: Ids, reference: Reference, path: str) -> Iterator[Fault]:
    if not reference.checked:
        return
    if reference.kind != "entry":
        yield from unknown(ids, reference.kind, reference.value, path)
        return
    wanted = " or ".join(reference.entry_types) or "entry"
    if reference.value not in ids.entries:
        what = f"There is no entry with the id {shown(reference.value)}."
        yield Fault(path, what, f"Use the id of a {wanted} in this file.")
        return
    found = ids.entries[reference.value]
    if found is not None and reference.entry_types and found not in reference.entry_types:
        yield Fault(path, f"{shown(reference.value)} is a {found}.", f"Use the id of a {wanted}.")


def chain_faults(drafts: Mapping[str, Draft], ids: Ids) -> Iterator[Fault]:
    """Corrections and withdrawals that cannot stand."""
    for draft in drafts.values():
        if draft.part.corrects is not None:
            yield from _correction_faults(drafts, ids, draft, draft.part.corrects)
        if draft.part.withdraws is not None:
            yield from _withdrawal_faults(drafts, ids, draft, draft.part.withdraws)
    circular = _circular(drafts)
    for id in circular:
        names = "corrects" if drafts[id].part.corrects is not None else "withdraws"
        what = "This goes round in a circle of corrections."
        yield Fault(f"{drafts[id].path}.{names}", what, "Let each correct the entry before it, and the first correct none.")
    if not circular:
        yield from _rival_faults(drafts)


def _correction_faults(drafts: Mapping[str, Draft], ids: Ids, draft: Draft, target: str) -> Iterator[Fault]:
    path = f"{draft.path}.corrects"
    if target not in ids.entries:
        yield Fault(path, f"There is no entry with the id {shown(target)}.", nearest(target, ids.entries))
    elif target in drafts and drafts[target].part.type != draft.part.type:
        what = f"A {draft.part.type} cannot correct a {drafts[target].part.type}."
        yield Fault(path, what, "Withdraw the earlier entry with an entry_withdrawn, and make a new one.")


def _withdrawal_faults(drafts: Mapping[str, Draft], ids: Ids, draft: Draft, target: str) -> Iterator[Fault]:
    if target not in ids.entries:
        what = f"There is no entry with the id {shown(target)}."
        yield Fault(f"{draft.path}.withdraws", what, nearest(target, ids.entries))
    elif target in drafts and set(drafts[target].part.about) != set(draft.part.about):
        what = "A withdrawal is about the same people as what it withdraws, and this is not."
        yield Fault(f"{draft.path}.about", what, f"Copy about from the entry {shown(target)}.")


def _circular(drafts: Mapping[str, Draft]) -> list[str]:
    """The ids of entries that, followed through what they correct or withdraw, come back to themselves."""
    state: dict[str, bool] = {}
    for start in drafts:
        trail: list[str] = []
        at: str | None = start
        while at is not None and at in drafts and at not in state and at not in trail:
            trail.append(at)
            at = drafts[at].part.corrects or drafts[at].part.withdraws
        loop = trail[trail.index(at) :] if at in trail else []
        state.update({id: id in loop for id in trail})
    return [id for id, in_loop in state.items() if in_loop]


def _rival_faults(drafts: Mapping[str, Draft]) -> Iterator[Fault]:
    withdrawals, corrections = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for id, draft in drafts.items():
        if draft.part.withdraws is not None:
            withdrawals[draft.part.withdraws].append(id)
        if draft.part.corrects is not None:
            corrections[draft.part.corrects].append(id)

    def stands(id: str) -> bool:
        return not any(stands(withdrawal) for withdrawal in withdrawals[id])

    for target, rivals in corrections.items():
        for rival in [id for id in rivals if stands(id)][1:]:
            what = f"{shown(target)} is corrected more than once."
            yield Fault(f"{drafts[rival].path}.corrects", what, "Correct the correction instead, or withdraw one of the two.")
