"""What the record adds up to for one person."""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.engine.clock import Clock
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.reference.person_view import BRINGS_UP
from holdfast.engine.reference.version_timeline import PARTNERSHIP
from holdfast.engine.rulebook import begins_of_nobody
from holdfast.engine.unknown_child import with_unknown_children
from holdfast.vocabulary.world import World


@dataclass(frozen=True)
class PersonEvaluation:
    """Every clock and every signal for one person at a moment, with when each first showed."""

    clocks: tuple[HistoryLine, ...]
    signals: tuple[HistoryLine, ...]

    @classmethod
    def of(cls, lines: Iterable[HistoryLine]) -> "PersonEvaluation":
        """Lines, apart by what they are."""
        every = tuple(lines)
        clocks = tuple(line for line in every if isinstance(line.what, Clock))
        return cls(clocks, tuple(line for line in every if not isinstance(line.what, Clock)))

    @property
    def lines(self) -> tuple[HistoryLine, ...]:
        """All of it."""
        return self.clocks + self.signals


def people_read(world: World) -> tuple[str, ...]:
    """Everyone that some entry is about, whose parent or carer one is about, or whose birth is awaited, in the order of the case;
    then any the case does not list, and last the partnership where what begins a standard of its own is about nobody."""
    world = with_unknown_children(world)
    about = dict.fromkeys(person for entry in world.entries for person in entry.about)
    # In the order of the case and not of the entries, so that a replay reads the same however the entries came.
    brought_up = {link.to_person for link in world.relationships if link.from_person in about and link.kind in BRINGS_UP}
    listed = [id for id, person in world.people.items() if id in about or id in brought_up or person.expected is not None]
    # An entry about nobody makes the partnership somebody only where a standard of its own can begin with it: leave of a
    # worker is about nobody too.
    nobody = any(not entry.about and entry.type in begins_of_nobody() for entry in world.entries)
    return (*listed, *(person for person in about if person not in world.people), *((PARTNERSHIP,) if nobody else ()))
