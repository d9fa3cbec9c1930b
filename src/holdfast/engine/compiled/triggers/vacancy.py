"""Somebody who was given something goes: as :mod:`holdfast.engine.reference.triggers.vacancy` says it."""

from collections.abc import Iterable, Iterator, Sequence

from holdfast.engine.compiled.clock_start import CompactStart, replaced, start_of
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.departure import edges, known_from, takes_effect
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_entries import certainly, fitting
from holdfast.engine.compiled.in_post import KnownStaff, is_represented, staff
from holdfast.engine.compiled.instants import day_of
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger
from holdfast.rules.vacancy import Vacated


def vacated(compiler: Compiler, trigger: Vacated) -> CompiledTrigger:
    """What was given to somebody is nobody's any more, from the instant at which the roster has none of them."""
    event, over = compiler.event(trigger.event, linked=False), compiler.event(*trigger.over, linked=False)

    def every(person: PersonRecord) -> Iterator[CompactStart]:
        for entry in fitting(person, event):
            named = [str(each) for each in listed(entry, trigger.held_by)]
            lost = _lost(person, named, takes_effect(entry)[-1])
            if lost is not None and not _over(person, over, entry, lost[0]):
                at, by = lost
                yield replaced(start_of(entry, (by,)), day=day_of(at), instant=at, exact=at == known_from(by), began=trigger.says)

    return CompiledTrigger(lambda person: list(every(person)), trigger.event.types)


def _lost(person: PersonRecord, named: Sequence[str], given: int) -> tuple[int, CompactEntry] | None:
    """The first instant after it was given at which none of them is there any more, and by which entry."""
    known = staff(person)
    # Most are given to somebody of whom nothing is ever said again.
    entries = {entry: None for each in named for entry in known.concerned(each)}
    changes = [(at, entry) for at, entry in edges(entries) if at > given]
    if not changes or not _anybody_there(person, known, named, given):
        return None
    for at, entry in changes:
        if not _anybody_there(person, known, named, at) and _anybody_there(person, known, named, at - 1):
            return at, entry
    return None


def _anybody_there(person: PersonRecord, known: KnownStaff, named: Iterable[str], at: int) -> bool:
    return any(is_represented(known, each, person.id, at) for each in named)


def _over(person: PersonRecord, over: CompiledEvent, given: CompactEntry, at: int) -> bool:
    return any(
        entry.id != given.id and entry.order > given.order and entry.start <= at for entry in certainly(person, over, given)
    )


MEANINGS[Vacated] = vacated
