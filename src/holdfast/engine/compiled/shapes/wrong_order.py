"""Worries that the record itself cannot be so. As :mod:`holdfast.engine.reference.shapes.wrong_order` says it."""

from collections.abc import Iterable, Iterator

from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry, listed, planned
from holdfast.engine.compiled.findings import CompactMatch, began
from holdfast.engine.compiled.instants import FAR_OFF, instant
from holdfast.engine.compiled.person import BORN, PersonRecord
from holdfast.engine.compiled.shape import MEANINGS, CompiledShape
from holdfast.engine.compiled.shapes.matches import ended_by, from_each_start
from holdfast.engine.compiled.trigger import compile_trigger
from holdfast.engine.reference.shapes.wrong_order import AFTER, BEFORE, PAST
from holdfast.rules.shapes import OutOfLife, OutOfOrder, Pair, ToldAfterDeath


def _out_of_life(compiler: Compiler, shape: OutOfLife) -> CompiledShape:
    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        for type, field in shape.there:
            for entry in person.read((type,)):
                for id in dict.fromkeys(_there(person, entry, field)):
                    if id != person.id and id in entry.about:
                        continue
                    if (found := _outside(person.other(id), entry)) is not None:
                        why, extra = found
                        yield CompactMatch(_told(entry, *extra), (*extra, entry), who=(id,), why=why)

    return CompiledShape(now)


def _there(person: PersonRecord, entry: CompactEntry, field: str) -> Iterator[str]:
    if not field:
        yield person.id
    for each in listed(entry, field) if field else ():
        named = each.get("person") if each.__class__ is dict else each
        if named is not None and named in person.record.people.by_id:
            yield named


def _outside(who: PersonRecord, entry: CompactEntry) -> tuple[str, tuple[CompactEntry, ...]] | None:
    life = who.identity()
    if life.born_first is not None and entry.last < life.born_first:
        born = next((each for each in who.anybodys(BORN) if each.data.get("child") == who.id), None)
        return BEFORE, () if born is None else (born,)
    if life.died is None or life.dead_from == FAR_OFF:
        return None
    timed = entry.instant is not None and life.died.instant is not None
    certain = entry.start > life.died.start if timed else entry.first > life.dead_from
    return (AFTER, (life.died,)) if certain else None


def _told_after_death(compiler: Compiler, shape: ToldAfterDeath) -> CompiledShape:
    settled = compiler.maybe(*shape.ended_by)

    def worries(person: PersonRecord, start: CompactStart) -> Iterable[CompactMatch]:
        found = _outside(person, start.entry)
        if found is None or found[0] != AFTER:
            return ()
        return (CompactMatch(began(start), (*found[1], start.entry), ended_by(person, settled, start)),)

    return from_each_start(compile_trigger(compiler, shape.trigger), worries)


def _out_of_order(compiler: Compiler, shape: OutOfOrder) -> CompiledShape:
    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        for match in _every(person, shape):
            if person.owns(match.entries[-1]):
                yield match

    return CompiledShape(now)


def _every(person: PersonRecord, shape: OutOfOrder) -> Iterator[CompactMatch]:
    for type, field in shape.follows:
        for entry in person.read((type,)):
            for id in listed(entry, field):
                named = person.record.current(str(id))
                if named is not None and entry.end < named.start:
                    yield CompactMatch(_told(entry, named), (named, entry))
    for type, begins, ends in shape.lasts:
        for entry in person.read((type,)):
            said, last = planned(entry, begins) if begins else None, planned(entry, ends)
            first = entry.start if not begins else None if said is None else instant(said.start)
            if first is not None and last is not None and instant(last.end) < first:
                yield CompactMatch(entry.recorded, (entry,), part=ends, why=PAST)
    for pair in shape.pairs:
        yield from _reversed(person, pair)


def _reversed(person: PersonRecord, pair: Pair) -> Iterator[CompactMatch]:
    ended = person.read((pair.ended,))
    if not ended:
        return
    begun, also = person.read((pair.begun,)), person.read(pair.also) if pair.also else ()
    for entry in ended:
        same = [each for each in begun if _same(pair, each, entry)]
        if not same or any(each.start <= entry.end for each in (*same, *also)):
            continue
        later = same[0]
        if not any(_same(pair, each, later) and each.end >= later.start for each in ended):
            yield CompactMatch(_told(entry, later), (later, entry))


def _same(pair: Pair, one: CompactEntry, other: CompactEntry) -> bool:
    return all(one.data.get(field) == other.data.get(field) for field in pair.same)


def _told(*entries: CompactEntry) -> int:
    """The instant by which all of them were on the record."""
    return max(each.recorded for each in entries)


MEANINGS.update({OutOfLife: _out_of_life, ToldAfterDeath: _told_after_death, OutOfOrder: _out_of_order})
