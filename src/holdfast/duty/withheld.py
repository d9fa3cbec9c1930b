"""What somebody was told, in the words that they may read: where part of what it comes from is not theirs, its effect is left,
and that there is more, and whom to ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from holdfast.access.entry_readers import Reader, kept_by_kind, may_read
from holdfast.duty.alerts import CONSEQUENCES
from holdfast.duty.waiting_item import WaitingItem
from holdfast.record.models import Worker
from holdfast.record.read import entries_by_id
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.sentence_parts import listed


@dataclass(frozen=True)
class ShownPart:
    """Of some entries, those that a reader may read. ``not_for_you`` says of the others that they are there; ``silent`` that even
    the heading of what they make would tell what they say."""

    entries: tuple[Entry, ...]
    not_for_you: str
    silent: bool

    @property
    def whole(self) -> bool:
        """Whether nothing is withheld."""
        return not self.not_for_you


def shown_part(entries: Iterable[Entry], reader: Reader) -> ShownPart:
    """The part of ``entries`` that ``reader`` may read."""
    every = tuple(entries)
    kept = [entry for entry in every if not may_read(entry, reader)]
    if not kept:
        return ShownPart(every, "", silent=False)
    left = tuple(entry for entry in every if entry not in kept)
    return ShownPart(left, _not_for_you(kept), any(kept_by_kind(entry, reader) for entry in kept))


def _not_for_you(kept: Sequence[Entry]) -> str:
    workers = Worker.objects.select_related("organisation").in_bulk([entry.by for entry in kept if entry.by])
    # By agency and not by name: who told us is itself kept from others where the entry is.
    named = [str(workers[entry.by].organisation or "") for entry in kept if entry.by in workers]
    whose = list(dict.fromkeys(name for name in named if name))
    what = "an entry" if len(kept) == 1 else f"{len(kept)} entries"
    by = f" by {listed(whose)}" if whose else ""
    return f"Not for you: {what}{by}. Ask {'them' if whose else 'the front door'}, or the child’s social worker."


def as_read_by(items: Sequence[WaitingItem], reader: Reader) -> tuple[WaitingItem, ...]:
    """The same items, each saying what ``reader`` may read of it."""
    # Whoever is kept from no kind of entry was told all of it, and nothing has to be read to say so.
    if reader.reads_every_kind:
        return tuple(items)
    of_rules = [item for item in items if item.kind in ("alert", "warning", "task")]
    entries = entries_by_id({id for item in of_rules for id in item.evidence})
    return tuple(_as_read(item, entries, reader) if item in of_rules else item for item in items)


def _as_read(item: WaitingItem, entries: dict[str, Entry], reader: Reader) -> WaitingItem:
    part = shown_part([entries[id] for id in item.evidence if id in entries], reader)
    if part.whole:
        return item
    evidence = tuple(entry.id for entry in part.entries)
    title = CONSEQUENCES[item.consequence] if part.silent else item.title
    # Without its rule a line offers no form: what is to be recorded would say what was withheld.
    rule = None if part.silent else item.rule
    return replace(item, title=title, why="", rule=rule, evidence=evidence, withheld=part.not_for_you)
