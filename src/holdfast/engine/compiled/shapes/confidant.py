"""A worry about the one person whom a child trusts. As :mod:`holdfast.engine.reference.shapes.confidant` says it."""

from collections.abc import Iterator, Sequence

from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry, certainly_by
from holdfast.engine.compiled.event_entries import fitting
from holdfast.engine.compiled.findings import CompactMatch
from holdfast.engine.compiled.in_touch import Change, changes, in_touch
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import MEANINGS, CompiledShape
from holdfast.engine.reference.in_touch import times_lost
from holdfast.engine.reference.shapes.confidant import GONE, TIE_OVER
from holdfast.rules.shapes import OutOfTouch


def _out_of_touch(compiler: Compiler, shape: OutOfTouch) -> CompiledShape:
    event = compiler.event(shape.named, linked=False)

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        named = fitting(person, event)
        for place, entry in enumerate(named):
            yield from _lost(person, entry, named[place + 1 :])

    return CompiledShape(now)


def _lost(person: PersonRecord, entry: CompactEntry, later: Sequence[CompactEntry]) -> Iterator[CompactMatch]:
    who = str(entry.data.get("person"))
    every = sorted(changes(person, who), key=lambda change: (change[0], (change[1] or entry).order))
    until = certainly_by(later[0]) if later else None
    for gone, back in times_lost(every, lambda at: in_touch(person, who, at), certainly_by(entry), until):
        if back is not None:
            yield _match(entry, gone, (back[0], back[1] or entry))
            continue
        found = next((each for each in later if in_touch(person, str(each.data.get("person")), certainly_by(each))), None)
        yield _match(entry, gone, None if found is None else (certainly_by(found), found))


def _match(entry: CompactEntry, lost: Change, ended: tuple[int, CompactEntry] | None) -> CompactMatch:
    at, cause = lost
    return CompactMatch(at, (cause,), ended, why=GONE) if cause is not None else CompactMatch(at, (entry,), ended, why=TIE_OVER)


MEANINGS.update({OutOfTouch: _out_of_touch})
