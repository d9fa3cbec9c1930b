"""What starts clocks, or raises worries, as functions. Each trigger of :mod:`holdfast.rules.trigger` is compiled by the function
registered for it in :data:`MEANINGS` (:mod:`holdfast.engine.compiled.triggers`)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time, joined, starts_over_time
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.meanings import Meanings

Starts = Callable[[PersonRecord], Iterable[CompactStart]]


class CompiledTrigger:
    """``every`` gives every start in the state of knowledge being looked at, also those that are rather somebody else's.
    ``types`` are those of the entries that can be the start itself. ``tiles`` gives every start over time, where that is known
    better than by working all of it out in each state. ``alone``: whether an entry is a start depends on no other entry."""

    def __init__(
        self,
        every: Starts,
        types: tuple[str, ...],
        tiles: Callable[[PersonRecord], Iterable[Tile[CompactStart]]] | None = None,
        *,
        alone: bool = False,
    ) -> None:
        self.alone = alone
        self.every = every
        self.types = types
        self._tiles = tiles

    def starts(self, person: PersonRecord) -> Sequence[CompactStart]:
        """What starts this person's own clocks: the same list for every rule that has this trigger."""
        # Whose start it is may hang on when somebody's birth became known, so it is asked in each state.
        if not person.steady:
            return [start for start in self.every(person) if owns(person, start)]
        found: Sequence[CompactStart] | None = person.kept.get(self)
        if found is None:
            every = self.every(person)
            if not every:
                found = ()
            # A child whose birthday is known: nearly every start is told by one comparison.
            elif person.plain:
                majority = person.majority
                found = [each for each in every if (each.entry.last < majority and not each.extra) or owns(person, each)]
            else:
                found = [each for each in every if owns(person, each)]
            person.kept[self] = found
        return found

    def every_over_time(self, person: PersonRecord) -> Iterable[Tile[CompactStart]]:
        """Every start in every state of knowledge, also those that are rather somebody else's."""
        return starts_over_time(person, self.every) if self._tiles is None else self._tiles(person)

    def over_time(self, person: PersonRecord) -> Iterator[Tile[CompactStart]]:
        """The same in every state of knowledge."""
        # Nothing better is known than to work out all of it in each state.
        if self._tiles is None:
            return starts_over_time(person, self.starts)
        own = each_over_time(person, self._tiles(person), lambda person, start: (start,) if owns(person, start) else ())
        return joined(own)


def owns(person: PersonRecord, start: CompactStart) -> bool:
    """Whether a start is this person's own."""
    if not start.extra:
        return person.owns(start.entry)
    return person.owns(start.entry) and all(person.owns(entry) for entry in start.extra)


Meaning = Callable[[Compiler, Any], CompiledTrigger]
MEANINGS: Meanings[Meaning] = Meanings("trigger", "holdfast.engine.compiled.triggers")


def compile_trigger(compiler: Compiler, trigger: Any) -> CompiledTrigger:
    """A trigger as functions, the same for every rule that has it."""
    made: dict[Any, CompiledTrigger] = compiler.kept.setdefault("triggers", {})
    if trigger not in made:
        made[trigger] = MEANINGS[type(trigger)](compiler, trigger)
    return made[trigger]
