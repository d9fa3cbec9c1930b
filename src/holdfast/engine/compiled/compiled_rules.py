"""Every rule in use, compiled once and shared by whoever evaluates it: one child, a family, or everyone."""

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache

from holdfast.engine.compiled import conditions, limit, shapes, triggers
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.first_shown import CompiledRule
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.signal import compile_signal
from holdfast.engine.compiled.standard import compile_standard
from holdfast.engine.reference.version_timeline import PARTNERSHIP
from holdfast.engine.rulebook import InUse, of_the_partnership

__all__ = ["CompiledRules", "compiled", "conditions", "limit", "shapes", "triggers"]


class CompiledRules:
    """The standards and signals in use as functions. ``caching`` off finds a condition that looks at more than it says."""

    def __init__(self, used: InUse, *, caching: bool = True) -> None:
        self.used = used
        self.compiler = Compiler(used.standards, caching=caching)
        self._rules: dict[str, CompiledRule] = {}

    def __getitem__(self, id: str) -> CompiledRule:
        # Compiled when it is first asked for: a command that explains one rule should not compile the rest. A process that
        # evaluates everybody asks for all of them at its start.
        found = self._rules.get(id)
        if found is None:
            found = self._rules[id] = self._compiled(id)
        return found

    def _compiled(self, id: str) -> CompiledRule:
        if id in self.used.standards:
            return compile_standard(self.compiler, self.used.standards[id])
        return compile_signal(self.compiler, self.used.signals[id])

    def compile_all(self) -> "CompiledRules":
        """Compile what has not been, as a process does at its start."""
        for id in self.used.ids:
            self[id]
        return self

    def that_may_begin(self, person: PersonRecord, only: Collection[str] | None = None) -> Iterator[CompiledRule]:
        """The rules (of ``only``, where given) that could show anything for a person by what is on the record."""
        # One bit for each rule: which rules may begin is a union over the types that are there, asked for every child, and
        # bits are joined sooner than sets of ids.
        begin = self._without_entries
        for type in person.record.there(person.id):
            begin |= self._begin_of_their_own.get(type, 0)
        for type in person.record.there():
            begin |= self._begin_of_anybodys.get(type, 0)
        ids = self.used.ids
        if only is not None:
            begin &= self._as_bits(only)
        if person.id == PARTNERSHIP:
            begin &= self._as_bits(of_the_partnership())
        # The lowest bit first, so that rules are gone through in the order of the catalogue, always the same.
        while begin:
            lowest = begin & -begin
            yield self[ids[lowest.bit_length() - 1]]
            begin ^= lowest

    def _as_bits(self, ids: Iterable[str]) -> int:
        return sum(1 << place for place in {self._places[id] for id in ids})

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self.used.ids)}

    @cached_property
    def _without_entries(self) -> int:
        """The rules that need no entry."""
        return self._as_bits(id for id, begins in self.used.begins.items() if begins.always)

    @cached_property
    def _begin_of_their_own(self) -> dict[str, int]:
        """For each entry type, the rules that one about the person themselves may begin: a bit for each, in their order."""
        return self._begin(own=True)

    @cached_property
    def _begin_of_anybodys(self) -> dict[str, int]:
        return self._begin(own=False)

    def _begin(self, *, own: bool) -> dict[str, int]:
        found: dict[str, int] = {}
        for id, begins in self.used.begins.items():
            for type in begins.types if begins.own == own else ():
                found[type] = found.get(type, 0) | 1 << self._places[id]
        return found


# By the rules in use and not by the day: of one partnership there are as many as it has set values.
@lru_cache(maxsize=8)
def compiled(used: InUse) -> CompiledRules:
    """The rules in use, compiled."""
    return CompiledRules(used)
