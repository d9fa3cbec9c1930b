"""Shapes of a worry that the record cannot be so: somebody seen who was not born or had died, an end before its beginning."""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.rules.event import Event
from holdfast.rules.node import Beginning, Node, Rules, check_entry_types
from holdfast.rules.trigger import Trigger
from holdfast.vocabulary.entry_order import NAMED_BY


@dataclass(frozen=True)
class OutOfLife(Node):
    """Somebody was there, by an entry of a type and the field that names them (empty: whom it is about), on a day that was
    certainly before their birth or after their death."""

    there: tuple[tuple[str, str], ...]
    reads = ("birth_recorded", "death_recorded")

    def __post_init__(self) -> None:
        check_entry_types(type for type, _ in self.there)

    def looks_at(self, rules: Rules) -> frozenset[str]:
        """The types in which somebody is there, and what says when a life began and ended."""
        return frozenset((*self.reads, *(type for type, _ in self.there)))

    def begins(self, rules: Rules) -> Beginning:
        """Any of the types in which somebody is there."""
        return _any(type for type, _ in self.there)


@dataclass(frozen=True)
class ToldAfterDeath(Node):
    """``trigger`` was told of this person on a day that was certainly after their death, until one of ``ended_by``."""

    trigger: Trigger
    ended_by: tuple[Event, ...]
    reads = ("death_recorded",)


@dataclass(frozen=True)
class Pair(Node):
    """What begins something and what ends it, told by their types, and the fields in which both say the same. ``also`` may have
    begun it as well, so that where one of these came before nothing is certain."""

    begun: str
    ended: str
    same: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_entry_types((self.begun, self.ended, *self.also))

    def looks_at(self, rules: Rules) -> frozenset[str]:
        """The types of its beginning and its end."""
        return frozenset((self.begun, self.ended, *self.also))


@dataclass(frozen=True)
class OutOfOrder(Node):
    """Something ended certainly before it began: an entry of a type in ``follows`` happened before the one that its field names;
    one in ``lasts`` says in a field a last or planned day before its first (the field that names it, or empty: the entry's own
    day); or of
    one of ``pairs`` the end came first, nothing before it could have begun it, and what began later has no end."""

    follows: tuple[tuple[str, str], ...]
    lasts: tuple[tuple[str, str, str], ...]
    pairs: tuple[Pair, ...]

    def __post_init__(self) -> None:
        check_entry_types(self._claiming())

    def _claiming(self) -> list[str]:
        own = [*(type for type, _ in self.follows), *(type for type, *_ in self.lasts)]
        return [*own, *(pair.ended for pair in self.pairs)]

    def looks_at(self, rules: Rules) -> frozenset[str]:
        """The types that end something, and those of what they end."""
        # What an entry follows is found by its id, whatever its type, and is there before it can be named; that it was put right
        # is what each of these types has to be looked at for.
        return super().looks_at(rules).union(self._claiming(), NAMED_BY)

    def begins(self, rules: Rules) -> Beginning:
        """Any of the types that end something."""
        return _any(self._claiming())


def _any(types: Iterable[str]) -> Beginning:
    return Beginning(frozenset(types), own=True, each=False)
