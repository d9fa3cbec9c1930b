"""Agencies whose latest words differ: the meaning of :class:`~holdfast.rules.trigger.Disagree`."""

from collections.abc import Iterable, Iterator, Sequence

from holdfast.engine.compiled.affiliation import agency_of, worker_of
from holdfast.engine.compiled.calendar_arrays import before, span
from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.entry_fields import plain_values
from holdfast.engine.compiled.event_entries import fitting
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger
from holdfast.engine.compiled.version_timeline import in_order
from holdfast.rules.trigger import Disagree

THEY_AGREE = "they agree"


class Word:
    """What an agency said last, and by which entry."""

    __slots__ = ("entry", "says")

    def __init__(self, entry: CompactEntry, says: set[str]) -> None:
        self.entry = entry
        self.says = says


def disagree(compiler: Compiler, trigger: Disagree) -> CompiledTrigger:
    """Two agencies' latest words not being the same."""
    event, explained_by = compiler.event(trigger.event, linked=False), compiler.maybe(*trigger.explained_by, linked=False)
    field, whose, within = trigger.field, trigger.whose, span(trigger.within)

    def every(person: PersonRecord) -> Iterator[CompactStart]:
        latest: dict[str, Word] = {}
        standing: CompactStart | None = None
        said = fitting(person, event)
        for entry, explained in _in_turn(said, () if explained_by is None else fitting(person, explained_by)):
            lapsed = before(entry.last, within)
            latest = {
                agency: word
                for agency, word in latest.items()
                # On the day of the explanation a word stands: it may have been said in answer to it.
                if word.entry.last > lapsed and not (explained and word.entry.last < entry.last)
            }
            agency, says = None if explained else agency_speaking(person, entry, whose), plain_values(entry, field)
            if agency is not None and says:
                latest[agency] = Word(entry, says)
            differing = [word.entry for word in latest.values() if word.says != says]
            if standing is None:
                if agency and differing:
                    standing = start_of(entry, extra=tuple(sorted(differing, key=in_order)))
            elif not _apart(latest.values()):
                yield replaced(standing, excused=(max(entry.last, standing.day), entry, THEY_AGREE))
                standing = None
        if standing is not None:
            yield standing

    return CompiledTrigger(every, event.types)


def _in_turn(said: Sequence[CompactEntry], explanations: Sequence[CompactEntry]) -> Iterable[tuple[CompactEntry, bool]]:
    """Words and explanations as they came, with whether each is an explanation. What is both is a word."""
    words = {entry.id for entry in said}
    found = [(entry, False) for entry in said]
    found += [(entry, True) for entry in explanations if entry.id not in words]
    return sorted(found, key=lambda each: each[0].order)


def _apart(words: Iterable[Word]) -> bool:
    return len({frozenset(word.says) for word in words}) > 1


def agency_speaking(person: PersonRecord, entry: CompactEntry, whose: tuple[str, ...]) -> str | None:
    """Whose word an entry is: that of the first who is named in one of these fields, or else of whoever recorded it."""
    for field in whose:
        for each in listed(entry, field):
            worker = worker_of(person, str(each))
            return (worker.organisation if worker is not None else None) or str(each)
    return agency_of(person, entry)


MEANINGS[Disagree] = disagree
