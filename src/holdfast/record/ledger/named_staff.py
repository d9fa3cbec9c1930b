"""The list of what is recorded of each worker, as it is written: who is named, and of which entry each is a version."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from holdfast.rules.conditions.workforce import STAFFING
from holdfast.vocabulary.entry import Entry

NAMES = ("worker", "for", "cover")
"""The fields in which an entry names the worker whom it is of, or who covers for them."""


def staff_named(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """A row for each worker whom one of these entries names, and one for each version that may belong to such an entry."""
    there = {entry.id: entry for entry in entries}
    found: list[dict[str, Any]] = []
    for entry in entries:
        if entry.type not in STAFFING and not entry.withdraws:
            continue
        first = _first_among(entry, there)
        # Of what these entries put right and is not among them, the statement looks whether it is on the list.
        ours = first in there and there[first].type in STAFFING
        row = {"id": entry.id, "first": first, "ours": ours or entry.type in STAFFING, "of_post": _is_of_post(entry)}
        found += [{**row, "worker": worker} for worker in (dict.fromkeys(_workers(entry)) or ("",))]
    return found


def _first_among(entry: Entry, there: Mapping[str, Entry]) -> str:
    """The first version of an entry, as far as these go: what these put right may have been there for years."""
    first, each = entry.id, there.get(entry.id)
    while each is not None and (earlier := each.corrects or each.withdraws):
        first, each = earlier, there.get(earlier)
    return first


def _is_of_post(entry: Entry) -> bool:
    return entry.type in STAFFING and entry.type != "worker_allocated" and (entry.type != "worker_ended" or not entry.about)


def _workers(entry: Entry) -> Iterator[str]:
    if entry.type in STAFFING:
        said = entry.data.written()
        yield from (str(said[name]) for name in NAMES if said.get(name))
