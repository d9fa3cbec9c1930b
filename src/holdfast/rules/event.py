"""How a rule says which entries it is about: small frozen nodes that say nothing about how they are looked up.

Two engines give them meaning: ``engine.reference`` reads them as they are, ``engine.compiled`` makes functions of them. They
describe themselves, so the published catalogue is written from them too. The conditions an event is narrowed by are in
:mod:`holdfast.rules.conditions`.
"""

from dataclasses import dataclass
from typing import Literal

from holdfast.rules.node import Beginning, Node, Rules, check_entry_types

ChildField = Literal["seen", "seen_alone", "child", "decisions", "child_views"]


class Condition(Node):
    """A yes-or-no question about one entry, seen from one child and, where there is one, from the entry that started
    the clock. The answer may be unknown. It ``reads`` what it looks at beyond that entry."""


@dataclass(frozen=True)
class Event(Node):
    """Entries of one of ``types`` about the child that pass every condition.

    ``names`` is the field that must name the child: being in ``about`` is not being seen.
    """

    types: tuple[str, ...]
    where: tuple[Condition, ...] = ()
    names: ChildField | None = None

    # A misspelt type is no error to anybody else: nothing is ever of it, so a standard would never start, and nobody would
    # miss it.
    def __post_init__(self) -> None:
        check_entry_types(self.types)

    def looks_at(self, rules: Rules) -> frozenset[str]:
        """Its own types, and those its conditions look at."""
        return frozenset(self.types) | super().looks_at(rules)

    def begins(self, rules: Rules) -> Beginning:
        """Any of its types, about the person."""
        # Not each by itself: what is asked for as an event may be looked for among other entries, which then matter too.
        return Beginning(frozenset(self.types), own=True, each=False)


def on(*types: str, where: tuple[Condition, ...] = (), names: ChildField | None = None) -> Event:
    """Say an event in one line."""
    return Event(types, where, names)


@dataclass(frozen=True)
class State(Node):
    """A state that lasts, folded from entries per child: it holds from a starting event to an ending one.

    A state made of others (``any_of``) holds while any of them does. One that ``restarts`` may be ended and begun again by one
    and the same entry, as a move ends one placement and begins the next.
    """

    id: str
    title: str
    starts: tuple[Event, ...]
    ends: tuple[Event, ...]
    any_of: tuple["State", ...] = ()
    restarts: bool = False

    def begins(self, rules: Rules) -> Beginning:
        """What starts it, or one of the states it is made of."""
        return Beginning.any_of(each.begins(rules) for each in (*self.starts, *self.any_of))
