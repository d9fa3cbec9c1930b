"""Which people belong together: whoever is read with one must be read with all of them.

Relationships tie people, and so do entries that are about several, name others, or refer to another's entry.
"""

from array import array
from collections.abc import Iterator, Mapping
from functools import cache

import pyarrow as pa

from holdfast.engine.bulk.duckdb_machine import Duck
from holdfast.vocabulary.field_types import Shape, shapes
from holdfast.vocabulary.registry import ENTRY_TYPES


class Groups:
    """Sets of numbers that grow together (union-find with path halving), in as much memory as the numbers take."""

    def __init__(self, count: int) -> None:
        self._parent = array("q", range(count))

    def of(self, one: int) -> int:
        """Which number stands for the group of ``one``."""
        parent = self._parent
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def join(self, one: int, other: int) -> None:
        """They belong together."""
        a, b = self.of(one), self.of(other)
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


def number_people(machine: Duck, entries: Mapping[str, str]) -> None:
    """The table ``numbered``: everyone whom the record knows or an entry is about, each with a number. ``entries`` are the
    tables of the entries by type."""
    every = ["SELECT id FROM all_people", "SELECT from_person AS id FROM all_relationships"]
    every.append("SELECT to_person AS id FROM all_relationships")
    every += [f"SELECT UNNEST(about) AS id FROM {table}" for table in entries.values()]
    machine.keep("numbered", f"SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM ({' UNION '.join(every)})")


def tie_together(machine: Duck, entries: Mapping[str, str]) -> pa.Table:
    """Everyone's number ``n`` with that of their ``family``."""
    groups = Groups(machine.rows("SELECT count(*) FROM numbered")[0][0])
    for query in _every_tie(machine, entries):
        numbers = f"SELECT DISTINCT a.n AS one, b.n AS other FROM ({query}) AS t JOIN numbered AS a ON a.id = t.one "
        for batch in machine.batches(f"{numbers} JOIN numbered AS b ON b.id = t.other WHERE a.n <> b.n", 100_000):
            for one, other in zip(batch["one"], batch["other"], strict=True):
                groups.join(one, other)
    return pa.table({"n": pa.array(groups.numbers(), pa.int64()), "family": pa.array(groups.heads(), pa.int64())})


def _every_tie(machine: Duck, entries: Mapping[str, str]) -> Iterator[str]:
    yield "SELECT from_person AS one, to_person AS other FROM all_relationships"
    for table in entries.values():
        named = "SELECT about[1] AS one, UNNEST(list_concat(about, named)) AS other"
        yield f"{named} FROM {table} WHERE len(about) > 0 AND len(about) + len(named) > 1"
    # An entry may point at one that is about somebody else, or put it right.
    pointing = [
        f"SELECT about[1] AS one, UNNEST(named) AS id FROM {table} WHERE len(about) > 0"
        + ("" if _points(type) else " AND (corrects IS NOT NULL OR withdraws IS NOT NULL)")
        for type, table in entries.items()
    ]
    if pointing:
        about = "SELECT id, about[1] AS other FROM {} WHERE len(about) > 0"
        places = " UNION ALL ".join(about.format(table) for table in entries.values())
        joined = f"({' UNION ALL '.join(pointing)}) AS p JOIN ({places}) AS q ON q.id = p.id"
        yield f"SELECT DISTINCT p.one, q.other FROM {joined} WHERE p.one <> q.other"


@cache
def _points(type: str) -> bool:
    """Whether something in an entry of this type may be another entry."""

    def found(fields: tuple[Shape, ...]) -> bool:
        return any("entry" in (each.kind, *each.also) or found(each.fields) for each in fields)

    return found(shapes(ENTRY_TYPES[type]))
