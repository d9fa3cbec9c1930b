"""Asking something of entries in a query: which column a field is, and what has to be joined to answer.

A question is put to rows of one entry type, named ``e``, seen from one child, whose row of ``person`` is ``p``, and, where a
clock has started, from the row of its start, ``s``. An answer is a pair of expressions: whether it holds, never empty, and
what is missing where that cannot be told, empty where it can.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from holdfast.engine.bulk.layout import column, text_column
from holdfast.rules.event import Condition, Event
from holdfast.rules.standard import Standard
from holdfast.vocabulary.registry import ENTRY_TYPES
from holdfast.vocabulary.shapes import Shape, shapes

TEXTS = frozenset({"text", "long_text", "words", "code", "person", "worker", "organisation", "party", "entry"})
TRUE, FALSE, KNOWN = "TRUE", "FALSE", "CAST(NULL AS VARCHAR)"


class CannotCompile(Exception):
    """A rule that no query can say yet, and why: it goes to the reference engine in batches."""


def text(value: str) -> str:
    """A text in a query."""
    return "'" + value.replace("'", "''") + "'"


def texts(values: Any) -> str:
    """Texts in a query, for ``IN``."""
    return "(" + ", ".join(text(str(each)) for each in sorted(values)) + ")"


def some(values: Any) -> str:
    """Texts in a query, as a list."""
    return "[" + ", ".join(text(str(each)) for each in sorted(values)) + "]"


@dataclass(frozen=True)
class Answer:
    """``holds`` is never empty; where ``unknown`` says what is missing, whether it holds cannot be told."""

    holds: str
    unknown: str = KNOWN

    @property
    def certain(self) -> str:
        """Whether it certainly holds: doubt never meets a standard."""
        return self.holds if self.unknown == KNOWN else f"({self.holds} AND {self.unknown} IS NULL)"


@dataclass
class Asked:
    """Questions put to entries of one type. ``joins`` gathers what they need; ``prepare`` makes what several rules share,
    once. ``child`` is the expression for the child's id; ``filed_anywhere``: the entry need not be about the child. ``source``
    is what the tables of the entries are called by the child they are read for."""

    type: str
    prepare: "Preparing"
    child: str = "e.child"
    started: bool = False
    filed_anywhere: bool = False
    source: str = "each"
    joins: dict[str, str] = field(default_factory=dict)

    def shape(self, name: str) -> Shape | None:
        """The field of this name, if the type has one."""
        return next((each for each in shapes(ENTRY_TYPES[self.type]) if name in (each.name, each.attribute)), None)

    def join(self, table: str, on: str) -> str:
        """The alias of a table joined, where there is one, to each entry; the same one however often it is asked for."""
        key = f"{table} {on}"
        alias = next((each for each, known in self.joins.items() if known == key), None)
        if alias is None:
            alias = f"j{len(self.joins)}"
            self.joins[alias] = key
        return alias

    def joined(self) -> str:
        """The joins, ready for a query."""
        found = ""
        for alias, key in self.joins.items():
            table, _, on = key.partition(" ")
            found += f" LEFT JOIN {table} AS {alias} ON {on.replace('{it}', alias)}"
        return found

    def one(self, name: str) -> str | None:
        """The column of a field that holds one text; ``None`` where the type has none of the name."""
        shape = self.shape(name)
        if shape is None:
            return None
        if shape.many:
            raise CannotCompile(f"{self.type}.{name} is a list")
        return f"e.{self._texts_column(shape)}"

    def _texts_column(self, shape: Shape) -> str:
        if shape.kind in TEXTS:
            return column(shape.name)
        if {"text", "party"} & set(shape.also):
            return text_column(shape.name)
        raise CannotCompile(f"{self.type}.{shape.name} holds no text")

    def listed(self, name: str) -> str | None:
        """A field as a list of texts, empty where nothing was recorded; ``None`` where the type has no such field."""
        shape = self.shape(name)
        if shape is None:
            return None
        found = f"e.{self._texts_column(shape)}"
        empty = "CAST([] AS VARCHAR[])"
        return f"COALESCE({found}, {empty})" if shape.many else f"(CASE WHEN {found} IS NULL THEN {empty} ELSE [{found}] END)"

    def root(self, name: str) -> str | None:
        """The first version of the entry that a field refers to; ``None`` where the type has no such field."""
        found = self.one(name)
        if found is None:
            return None
        if not self.prepare.put_right:
            return found
        return f"COALESCE({self.join('roots', f'{{it}}.id = {found}')}.root, {found})"


@dataclass
class Preparing:
    """What rules share, made on the machine when first asked for. ``reads`` are the types that the rule being
    compiled reads; ``partnership`` says that it is a signal raised of the partnership too."""

    machine: Any
    snapshot: Any
    standards: Mapping[str, Standard] = field(default_factory=dict)
    reads: frozenset[str] = frozenset()
    partnership: bool = False
    made: dict[str, str] = field(default_factory=dict)

    @property
    def put_right(self) -> bool:
        """Whether any entry corrects another."""
        return bool(self.snapshot.roots)

    def table(self, name: str, make: Callable[[], str]) -> str:
        """The name of a table worked out by the query that ``make`` gives, once."""
        if name not in self.made:
            self.machine.keep(name, make())
            self.made[name] = name
        return name

    def put(self, name: str, make: Callable[[], Any]) -> str:
        """The name of a table worked out in this process, once."""
        if name not in self.made:
            self.machine.put(name, make())
            self.made[name] = name
        return name


Meaning = Callable[[Any, Asked], Answer]
MEANINGS: dict[type[Condition], Meaning] = {}


def meaning(*kinds: type[Condition]) -> Callable[[Meaning], Meaning]:
    """Registers the meaning of a condition."""

    def register(function: Meaning) -> Meaning:
        for kind in kinds:
            MEANINGS[kind] = function
        return function

    return register


def answer(condition: Condition, asked: Asked) -> Answer:
    """What a condition means in a query. Raises :class:`CannotCompile` for one that no query can say."""
    found = MEANINGS.get(type(condition))
    if found is None:
        raise CannotCompile(f"the condition {type(condition).__name__}")
    return found(condition, asked)


def naming(event: Event, asked: Asked) -> str:
    """Whether the field that must name the child does. Before the birth, naming the mother does."""
    shape = None if event.names is None else asked.shape(event.names)
    if event.names is None:
        return TRUE
    if shape is None:
        return FALSE
    if shape.kind == "row":
        rows = f"e.{column(shape.name)}"
        return f"COALESCE(array_length(list_filter({rows}, lambda x: x.child = {asked.child})) > 0, FALSE)"
    names = asked.listed(event.names)
    found = f"list_contains({names}, {asked.child})"
    if event.names not in ("seen", "seen_alone"):
        return found
    unborn = "(CASE WHEN p.born_first IS NULL THEN p.expected ELSE e.last < p.born_first END)"
    return f"({found} OR ({unborn} AND list_has_any({names}, p.mothers)))"


def certainly(event: Event, asked: Asked) -> str:
    """Whether the entry certainly is one the event means."""
    parts = [naming(event, asked), *(answer(each, asked).certain for each in event.where)]
    return " AND ".join(part for part in parts if part != TRUE) or TRUE
