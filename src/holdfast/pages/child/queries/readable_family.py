"""A family by what one reader may read of it. The rules were asked of the whole: that an entry is not somebody's to read does not
make it undone."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from holdfast.access.entry_readers import Reader, may_read
from holdfast.engine.clock import Clock
from holdfast.engine.history_line import HistoryLine
from holdfast.pages.child.queries.case import CaseFamily


class ReadableFamily(CaseFamily):
    """A family without the entries that are not the reader's to read."""

    def __init__(self, whole: CaseFamily, kept: Collection[str], withheld: int) -> None:
        world = replace(whole.world, entries=tuple(entry for entry in whole.world.entries if entry.id in kept))
        super().__init__(world, whole.moment, roster=whole.roster, details=whole.details)
        self.whole, self._withheld = whole, withheld

    @property
    def withheld(self) -> int:
        return self._withheld

    def clocks_of(self, child: str) -> tuple[HistoryLine, ...]:
        """Those of the child's clocks whose reason the reader may read: by its name alone another would tell what began it."""
        return tuple(line for line in self.whole.clocks_of(child) if _is_told(line, self.history.by_id))

    def signals_of(self, child: str) -> tuple[HistoryLine, ...]:
        return self.whole.signals_of(child)


def _is_told(line: HistoryLine, readable: Collection[str]) -> bool:
    return not isinstance(line.what, Clock) or not line.what.trigger or line.what.trigger in readable


def readable_family(family: CaseFamily, children: Iterable[str], reader: Reader | None) -> CaseFamily:
    """The family as its reader may read it; the same where no kind of entry is kept from them."""
    if reader is None or reader.reads_every_kind:
        return family
    # Before anything is made of them: a sentence, a list of carers or a warning would each tell some of what they say.
    kept = {entry.id for entry in family.world.entries if may_read(entry, reader)}
    about = set(children)
    hidden = [entry for entry in family.known.entries if entry.id not in kept and not about.isdisjoint(entry.about)]
    return ReadableFamily(family, kept, len(hidden))
