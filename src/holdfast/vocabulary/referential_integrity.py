"""Whether what a case file points at is there: people, workers, organisations, entries, corrections and withdrawals."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from holdfast.vocabulary.base import EntryData, Reference
from holdfast.vocabulary.case_file_parts import EntryPart
from holdfast.vocabulary.faults import Fault
from holdfast.vocabulary.field_types import written_references
from holdfast.vocabulary.model_faults import nearest, shown
from holdfast.vocabulary.type_registry import ENTRY_TYPES

_PLURAL = {"person": "people", "worker": "workers", "organisation": "organisations"}


@dataclass(frozen=True)
class CaseDraft:
    """An entry on its way in: where it stands in the file, and as much of it as could be read. ``part`` and ``data`` are
    ``None`` where they could not; what the entry points at is then still checked."""

    path: str
    row: Mapping[str, Any]
    part: EntryPart | None
    data: EntryData | None

    @property
    def type(self) -> str | None:
        return text(self.row, "type")

    # Anything else than a list has its own fault already; here it points at nobody.
    @property
    def about(self) -> list[Any]:
        listed = self.row.get("about")
        return listed if isinstance(listed, list) else []

    @property
    def corrects(self) -> str | None:
        return text(self.row, "corrects")

    @property
    def withdraws(self) -> str | None:
        return text(self.row, "withdraws")


# So that one wrong value makes one fault: here it only has to be no id.
def text(row: Mapping[str, Any], name: str) -> str | None:
    """A field that is text, or ``None``: what else is wrong with it is found elsewhere."""
    value = row.get(name)
    return value if isinstance(value, str) else None


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


def unknown(ids: Ids, lists: str, value: object, path: str) -> Iterator[Fault]:
    """A fault when ``value`` is the id of nobody in that list."""
    if isinstance(value, str) and value not in ids.lists[lists]:
        what = f"There is nothing in {lists} with the id {shown(value)}."
        yield Fault(path, what, f"Add it to {lists}, or use an id that is there.")


def worker_faults(ids: Ids, row: Mapping[str, Any], path: str) -> Iterator[Fault]:
    """What a worker points at that is not there."""
    yield from unknown(ids, "organisations", row.get("organisation"), f"{path}.organisation")
    yield from unknown(ids, "workers", row.get("manager"), f"{path}.manager")


def hours_faults(ids: Ids, row: Mapping[str, Any], path: str) -> Iterator[Fault]:
    """Of whom hours are that is not there."""
    yield from unknown(ids, "workers", row.get("worker"), f"{path}.worker")
    yield from unknown(ids, "organisations", row.get("organisation"), f"{path}.organisation")


def shift_faults(ids: Ids, row: Mapping[str, Any], path: str) -> Iterator[Fault]:
    """Who is on a shift and is not there."""
    yield from unknown(ids, "workers", row.get("worker"), f"{path}.worker")


def relationship_faults(ids: Ids, row: Mapping[str, Any], path: str) -> Iterator[Fault]:
    """What a relationship points at that is not there."""
    yield from unknown(ids, "people", row.get("from"), f"{path}.from")
    yield from unknown(ids, "people", row.get("to"), f"{path}.to")
    if text(row, "from") is not None and row.get("from") == row.get("to"):
        yield Fault(f"{path}.to", "A person cannot be related to themselves.", "Name the other person.")


def entry_faults(ids: Ids, draft: CaseDraft) -> Iterator[Fault]:
    """What one entry points at that is not there."""
    # From the row and not from the part, which is missing where any of its fields could not be read.
    yield from unknown(ids, "workers", draft.row.get("by"), f"{draft.path}.by")
    for index, person in enumerate(draft.about):
        yield from unknown(ids, "people", person, f"{draft.path}.about[{index}]")
    data, model = draft.row.get("data"), ENTRY_TYPES.get(draft.type or "")
    for reference in written_references(model, data) if model and isinstance(data, Mapping) else ():
        yield from _reference_faults(ids, reference, f"{draft.path}.data.{reference.path}")


def _reference_faults(ids: Ids, reference: Reference, path: str) -> Iterator[Fault]:
    if not reference.checked:
        return
    if reference.kind != "entry":
        yield from unknown(ids, _PLURAL[reference.kind], reference.value, path)
        return
    wanted = " or ".join(reference.entry_types) or "entry"
    if reference.value not in ids.entries:
        what = f"There is no entry with the id {shown(reference.value)}."
        yield Fault(path, what, f"Use the id of a {wanted} in this file.")
        return
    # None where that entry's own type could not be read: its fault is named there and not at everybody who points at it.
    found = ids.entries[reference.value]
    if found is not None and reference.entry_types and found not in reference.entry_types:
        yield Fault(path, f"{shown(reference.value)} is a {found}.", f"Use the id of a {wanted}.")


def chain_faults(drafts: Mapping[str, CaseDraft], ids: Ids) -> Iterator[Fault]:
    """Corrections and withdrawals that cannot stand."""
    for draft in drafts.values():
        if draft.corrects is not None:
            yield from _correction_faults(drafts, ids, draft, draft.corrects)
        if draft.withdraws is not None:
            yield from _withdrawal_faults(drafts, ids, draft, draft.withdraws)
    # Before rivals: in a circle everything corrects something and is corrected, and every member would be named twice for it.
    circular = _circular(drafts)
    for id in circular:
        names = "corrects" if drafts[id].corrects is not None else "withdraws"
        what = "This goes round in a circle of corrections."
        yield Fault(f"{drafts[id].path}.{names}", what, "Let each correct the entry before it, and the first correct none.")
    if not circular:
        yield from _rival_faults(drafts)


def _correction_faults(drafts: Mapping[str, CaseDraft], ids: Ids, draft: CaseDraft, target: str) -> Iterator[Fault]:
    path = f"{draft.path}.corrects"
    if target not in ids.entries:
        yield Fault(path, f"There is no entry with the id {shown(target)}.", nearest(target, ids.entries))
    elif target in drafts and drafts[target].type != draft.type:
        what = f"A {draft.type} cannot correct a {drafts[target].type}."
        yield Fault(path, what, "Withdraw the earlier entry with an entry_withdrawn, and make a new one.")


def _withdrawal_faults(drafts: Mapping[str, CaseDraft], ids: Ids, draft: CaseDraft, target: str) -> Iterator[Fault]:
    if target not in ids.entries:
        what = f"There is no entry with the id {shown(target)}."
        yield Fault(f"{draft.path}.withdraws", what, nearest(target, ids.entries))
    # About the same people, or the withdrawal would stand in one child's record and what it takes back in another's.
    elif target in drafts and _people(drafts[target]) != _people(draft):
        what = "A withdrawal is about the same people as what it withdraws, and this is not."
        yield Fault(f"{draft.path}.about", what, f"Copy about from the entry {shown(target)}.")


def _people(draft: CaseDraft) -> set[str]:
    return {person for person in draft.about if isinstance(person, str)}


# Followed step by step and not by recursion: a file may hold a chain of corrections as long as itself.
def _circular(drafts: Mapping[str, CaseDraft]) -> list[str]:
    """The ids of entries that, followed through what they correct or withdraw, come back to themselves."""
    settled: dict[str, bool] = {}
    for start in drafts:
        trail: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in drafts and at not in settled and at not in trail:
            trail[at] = None
            at = drafts[at].corrects or drafts[at].withdraws
        in_circle = False
        for id in trail:
            in_circle = in_circle or id == at
            # Each entry is settled once, so that a long chain is not walked again from each of its members.
            settled[id] = in_circle
    return [id for id, in_circle in settled.items() if in_circle]


def _rival_faults(drafts: Mapping[str, CaseDraft]) -> Iterator[Fault]:
    fallen = _withdrawn(drafts)
    standing: dict[str, str] = {}
    for id, draft in drafts.items():
        if draft.corrects is None or id in fallen:
            continue
        if draft.corrects in standing:
            what = f"{shown(draft.corrects)} is corrected more than once."
            yield Fault(f"{draft.path}.corrects", what, "Correct the correction instead, or withdraw one of the two.")
        standing.setdefault(draft.corrects, id)


def _withdrawn(drafts: Mapping[str, CaseDraft]) -> set[str]:
    """The ids of entries that a withdrawal takes back, unless that withdrawal was itself taken back."""
    # From the withdrawals that nothing takes back, inward: whether one stands depends on all that withdraw it.
    waiting = Counter(draft.withdraws for draft in drafts.values())
    fallen: set[str] = set()
    ready = [id for id in drafts if not waiting[id]]
    while ready:
        id = ready.pop()
        target = drafts[id].withdraws
        if target is None or target not in drafts:
            continue
        # A withdrawal that was itself taken back takes nothing back.
        if id not in fallen:
            fallen.add(target)
        waiting[target] -= 1
        if not waiting[target]:
            ready.append(target)
    return fallen
