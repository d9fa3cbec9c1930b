"""A worry about a baby who was to be born by now. As :mod:`holdfast.engine.reference.shapes.awaited_birth` says it."""

from collections.abc import Iterator

from holdfast.engine.compiled.calendar_arrays import after, span
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.findings import CompactMatch, seen_at
from holdfast.engine.compiled.instants import midnight
from holdfast.engine.compiled.person import BORN, EXPECTED, PersonRecord
from holdfast.engine.compiled.shape import MEANINGS, CompiledShape
from holdfast.rules.shapes import AwaitedBirth


def _awaited_birth(compiler: Compiler, shape: AwaitedBirth) -> CompiledShape:
    late, unsaid = span(shape.after), span(shape.unsaid)
    types = tuple(type for type in shape.reads if type not in BORN)
    assert late is not None
    assert unsaid is not None

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        expected = None if person.person is None else person.person.expected
        # Nearly everybody: no date was ever expected, and nobody met about them before they were born.
        if expected is None and not any(entry.data.get("kind") == "pre_birth" for entry in person.read(EXPECTED)):
            return
        born = next((each for each in person.anybodys(BORN) if each.data.get("child") == person.id), None)
        if born is None and person.identity().born_first is not None:
            return
        told, ended = _first_told(person, types), None if born is None else (seen_at(born), born)
        if expected is not None:
            last = after(expected.last.toordinal(), late)
        elif told is not None:
            last = after(told.last, unsaid)
        else:
            return
        if last is None:
            return
        at = midnight(last + 1)
        # The register knew of the baby all the while: what is recorded of them only afterwards is not what it rests on.
        if told is None or (expected is not None and person.record.by_id[told.root].recorded >= at):
            due = None if expected is None else expected.last.toordinal()
            yield CompactMatch(at, (), ended, due=due, who=(person.id,), why=shape.by_register)
        else:
            yield CompactMatch(max(at, seen_at(told)), (told,), ended)

    return CompiledShape(now)


def _first_told(person: PersonRecord, types: tuple[str, ...]) -> CompactEntry | None:
    """What was recorded first about the child: whatever is learned later, that stays the first."""
    by_id = person.record.by_id
    return min(person.read(types), key=lambda entry: (by_id[entry.root].recorded, entry.root), default=None)


MEANINGS.update({AwaitedBirth: _awaited_birth})
