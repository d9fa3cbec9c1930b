"""Which people belong together: whoever is read with one must be read with all of them.

Relationships tie people, and so do entries that are about several, name others, or refer to another's entry.
"""

from array import array
from collections.abc import Iterator
from functools import cache

import pyarrow as pa

from holdfast.engine.bulk.duckdb_session import Duck
from holdfast.engine.bulk.partition_queries import NAMED_TOGETHER, NUMBERED, POINTED_AT, RELATED, TIED_BY_NUMBER
from holdfast.vocabulary.field_types import Shape, shapes
from holdfast.vocabulary.type_registry import ENTRY_TYPES


class Groups:
    """Sets of numbers that grow together (union-find with path halving), in as much memory as the numbers take."""

    def __init__(self, count: int) -> None:
        # An array of numbers and not a dictionary of ids: everybody in a region has to fit into it at once.
        self._parent = array("q", range(count))

    def of(self, one: int) -> int:
        """Which number stands for the group of ``one``."""
        parent = self._parent
        while parent[one] != one:
            # Each look halves the way for the next, so that chains stay short without a second pass.
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def join(self, one: int, other: int) -> None:
        """They belong together."""
        a, b = self.of(one), self.of(other)
        # The lower number stands for both: the same family has the same number whatever order its ties came in.
        if a < b:
            self._parent[b] = a
        elif b < a:
            self._parent[a] = b

    def numbers(self) -> range:
        """Every number."""
        return range(len(self._parent))

    def heads(self) -> Iterator[int]:
        """Which number stands for each."""
        return map(self.of, self.numbers())


def number_people(machine: Duck) -> None:
    """The table ``numbered``: everyone whom the record knows or an entry is about, each with a number."""
    machine.create_table("numbered", NUMBERED)


def tie_together(machine: Duck) -> pa.Table:
    """Everyone's number with that of their ``family``."""
    machine.set_variable("pointing_types", [type for type in ENTRY_TYPES if _points(type)])
    groups = Groups(machine.rows("SELECT count(*) FROM numbered")[0][0])
    for ties in (RELATED, NAMED_TOGETHER, POINTED_AT):
        # One kind of tie after another, each in batches, so that no more than a batch of pairs is ever held here.
        machine.view("tied", ties)
        for batch in machine.batches(TIED_BY_NUMBER, 100_000):
            for one, other in zip(batch["one"], batch["other"], strict=True):
                groups.join(one, other)
    return pa.table({"number": pa.array(groups.numbers(), pa.int64()), "family": pa.array(groups.heads(), pa.int64())})


@cache
def _points(type: str) -> bool:
    """Whether something in an entry of this type may be another entry."""

    def found(fields: tuple[Shape, ...]) -> bool:
        return any("entry" in (each.kind, *each.also) or found(each.fields) for each in fields)

    return found(shapes(ENTRY_TYPES[type]))
