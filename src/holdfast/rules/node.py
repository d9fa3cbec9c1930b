"""What every part of a rule says of itself: the entries it looks at, and those without which it can show nothing.

A rule is a tree of frozen values. A part looks at what its own parts look at, and is begun by one of them; only what is otherwise
is said, on the part it is true of, and nowhere again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Protocol

from holdfast.kernel.unknown_name import UnknownName
from holdfast.vocabulary.type_registry import ENTRY_TYPES

# These decide for every rule whether there is a child to have a clock at all. Were they left out of what a rule looks at, a
# birth recorded late would change clocks that nobody works out again.
WHO_IT_IS = ("birth_recorded", "death_recorded", "conference_held", "assessment_started", "plan_started")
"""What is asked of every rule: who is a child, whether they have been born, and what a plan's id means."""


NO_STANDARD = "A shape names standards by the ids they have in holdfast.standards."
NO_ENTRY_TYPE = "Entry types are given in holdfast.vocabulary, a file for each area."
HASH = "_hash"
"""Where a part of a rule keeps its hash, once it has been asked for."""


class Rules(Protocol):
    """The standards and signals that a part of a rule may name by their ids."""

    @property
    def standards(self) -> Mapping[str, "Node"]:
        """The standards, by id."""

    @property
    def signals(self) -> Mapping[str, "Node"]:
        """The signals, by id."""


@dataclass(frozen=True)
class Beginning:
    """Without an entry of one of ``types`` nothing can be shown. ``own``: it must be about the person themselves. ``each``:
    what one of them starts is the same whatever the others start, so that each can be worked out by itself. ``always``: no entry
    is needed."""

    types: frozenset[str]
    own: bool
    each: bool
    always: bool = False

    @classmethod
    def any_of(cls, parts: Iterable["Beginning"]) -> "Beginning":
        """What may begin with any of several."""
        found = list(parts)
        types = frozenset[str]().union(*(each.types for each in found))
        # One part that may begin with something about anybody is enough: then the rule has to be asked where nothing is about
        # the person.
        return cls(
            types,
            own=all(each.own for each in found),
            each=all(each.each for each in found),
            always=any(each.always for each in found),
        )


def _hashed_once(node: "Node") -> int:
    # A rule is a deep tree, and the engines find what they have worked out by the part of a rule it was worked out for. Hashing
    # the tree anew for each such look would cost more than the work it saves.
    found: int | None = node.__dict__.get(HASH)
    if found is None:
        found = node.__dict__[HASH] = hash((type(node), *(getattr(node, each.name) for each in fields(node))))  # type: ignore[arg-type]
    return found


class Node:
    """Part of a rule. ``reads`` are the entry types it looks at beyond those its parts look at, ``begun_by`` the field that holds
    what begins it."""

    reads: tuple[str, ...] = ()
    begun_by: ClassVar[str] = "trigger"

    def __init_subclass__(cls) -> None:
        # A dataclass writes a hash of its own into every class that has none in its own body: one inherited would be lost.
        super().__init_subclass__()
        cls.__hash__ = _hashed_once  # type: ignore[assignment]

    def __getstate__(self) -> dict[str, Any]:
        # Text hashes otherwise in every process: a hash that was carried along would find nothing there.
        return {name: value for name, value in self.__dict__.items() if name != HASH}

    def looks_at(self, rules: Rules) -> frozenset[str]:
        """Every entry type it looks at."""
        parts = (getattr(self, field.name) for field in fields(self))  # type: ignore[arg-type]
        # Too much is only slow; too little is wrong: a write works out again those rules alone that look at what it wrote.
        return frozenset(self.reads).union(*(node.looks_at(rules) for node in nodes(tuple(parts))))

    def begins(self, rules: Rules) -> Beginning:
        """What must be on the record before it can show anything."""
        return Beginning.any_of(node.begins(rules) for node in nodes(getattr(self, self.begun_by)))


class FromFamily(Node):
    """Part of a rule that is found in dates of birth and ties alone."""

    def begins(self, rules: Rules) -> Beginning:
        """Nothing has to be recorded first: a family may come in with no entry at all."""
        return Beginning(frozenset(), own=False, each=False, always=True)


def check_entry_types(types: Iterable[str]) -> None:
    """Refuse a type that no entry has: nothing would ever be of it, and what looks for it would be silent."""
    for type in types:
        if type not in ENTRY_TYPES:
            raise UnknownName("entry type", type, ENTRY_TYPES, NO_ENTRY_TYPE)


def standard_named(rules: Rules, id: str) -> Node:
    """The standard of an id that a shape names. Refuses one that is not there."""
    if id not in rules.standards:
        raise UnknownName("standard", id, rules.standards, NO_STANDARD)
    return rules.standards[id]


def nodes(part: Any) -> Iterator[Node]:
    """The parts of a rule in a field, however many it holds."""
    if isinstance(part, Node):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from nodes(each)
