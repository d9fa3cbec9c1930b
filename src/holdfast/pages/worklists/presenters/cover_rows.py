"""Who covers, as a row for each child: who is proposed and why, who covers now, and what waits."""

from collections.abc import Mapping
from dataclasses import dataclass

from holdfast.pages.child_names import child_name
from holdfast.pages.entries.links import child_url
from holdfast.pages.worklists.presenters.worklist_line import lines_of
from holdfast.pages.worklists.queries.cover_choices import CoverChoices

FEW = 5
"""How much of what waits for a child is listed while cover is being named."""


@dataclass(frozen=True)
class CoverRow:
    """One child. ``chosen`` is the worker whose name is filled in; ``proposed`` and ``now`` are names."""

    id: str
    name: str
    url: str
    waiting: tuple[str, ...]
    more: int
    chosen: str
    because: str
    proposed: str
    now: str


def cover_rows(found: CoverChoices, sent: Mapping[str, str]) -> list[CoverRow]:
    """The children for whom most waits first. ``sent`` is what somebody chose and could not have, by the name of its box."""
    waiting = _waiting(found)
    rows = [_row(child, waiting.get(child, []), found, sent) for child in found.children]
    return sorted(rows, key=lambda row: (-len(row.waiting) - row.more, row.name))


def _row(child: str, waiting: list[str], found: CoverChoices, sent: Mapping[str, str]) -> CoverRow:
    proposal, covers = found.proposals[child], found.now.cover(found.worker.pk, child)
    return CoverRow(
        id=child,
        name=child_name(found.facts.persons[child]),
        url=child_url(child),
        waiting=tuple(waiting[:FEW]),
        more=max(0, len(waiting) - FEW),
        # What was just chosen, else who covers, else who is proposed: opening the page again changes nobody's cover.
        chosen=sent.get(f"cover_{child}", covers or proposal.cover or ""),
        because=proposal.because,
        proposed=found.now.name(proposal.cover) if proposal.cover else "",
        now=found.now.name(covers) if covers else "",
    )


def _waiting(found: CoverChoices) -> dict[str, list[str]]:
    """What waits for each child, by what happens to them if it does."""
    said: dict[str, list[str]] = {}
    lines = lines_of(found.waiting, found.facts, owner=False)
    for item, line in zip(found.waiting, lines, strict=True):
        said.setdefault(str(item.child), []).append(f"{line.says}{f' ({line.due})' if line.due else ''}")
    return said
