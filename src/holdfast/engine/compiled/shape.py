"""What a signal looks for, as functions. Each shape of :mod:`holdfast.rules.shapes` is compiled by the function registered for it
in :data:`MEANINGS` (:mod:`holdfast.engine.compiled.shapes`)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.findings import CompactMatch
from holdfast.engine.compiled.knowledge_states import Tile, in_each_state
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.terms import Terms
from holdfast.engine.meanings import Meanings

Now = Callable[[PersonRecord], Iterable[CompactMatch]]
OverTime = Callable[[PersonRecord], Iterable[Tile[CompactMatch]]]


class CompiledShape:
    """What a shape finds for a person, worked out once in a reading for all who look at it. Without ``over_time`` it is worked
    out whole in each state of knowledge that it can tell apart."""

    def __init__(self, now: Now, over_time: OverTime | None = None, of: tuple[Terms, ...] = ()) -> None:
        self._now = now
        self._over_time = over_time
        self.of = of
        """The standards whose every clock that was overdue is a match, where it says nothing else."""

    def now(self, person: PersonRecord) -> Sequence[CompactMatch]:
        """What it finds in the state of knowledge being looked at, in the order in which the reference says it."""
        found: Sequence[CompactMatch] | None
        # Some starts are left out for the rule that is asking now: that must not be kept for another.
        if self.of and person.over_of(self.of[0]):
            return list(self._now(person))
        if person.steady:
            # By the shape itself, which one signal and another that counts it share.
            found = person.kept.get(self)
            if found is None:
                found = person.kept[self] = list(self._now(person))
            return found
        found = person.keep((self, "now"), lambda person: list(self._now(person)))
        return found

    def over_time(self, person: PersonRecord) -> Sequence[Tile[CompactMatch]]:
        """The same in every state of knowledge."""
        if self._over_time is not None and self.of and person.over_of(self.of[0]):
            return list(self._over_time(person))
        found: Sequence[Tile[CompactMatch]] | None = person.kept.get((self, "over time"))
        if found is None:
            # Worked out whole in each state where nothing better is known: right for any shape, and slow only for those that
            # look at much.
            tiles = in_each_state(person, self.now) if self._over_time is None else self._over_time(person)
            found = person.kept[self, "over time"] = list(tiles)
        return found


Meaning = Callable[[Compiler, Any], CompiledShape]
MEANINGS: Meanings[Meaning] = Meanings("shape", "holdfast.engine.compiled.shapes")


def compile_shape(compiler: Compiler, shape: Any) -> CompiledShape:
    """A shape as functions, the same for whoever asks; what it says of standards is said of the compiler's."""
    made: dict[Any, CompiledShape] = compiler.kept.setdefault("shapes", {})
    if shape not in made:
        made[shape] = MEANINGS[type(shape)](compiler, shape)
    return made[shape]
