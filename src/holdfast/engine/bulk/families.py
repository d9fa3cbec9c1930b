"""Which people belong together: whoever is read with one must be read with all of them.

Relationships tie people, and so do entries that are about several, name others, or refer to another's entry.
"""

from collections.abc import Collection, Iterator

from holdfast.engine.bulk.layout import column
from holdfast.engine.bulk.machine import Machine
from holdfast.vocabulary.registry import ENTRY_TYPES
from holdfast.vocabulary.shapes import shapes


class Groups:
    """Sets that grow together (union-find with path halving)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def of(self, one: str) -> str:
        """Who stands for the group of ``one``."""
        parent = self._parent
        parent.setdefault(one, one)
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    def join(self, one: str, other: str) -> None:
        """They belong together."""
        a, b = sorted((self.of(one), self.of(other)))
        self._parent[b] = a

    def all(self) -> dict[str, str]:
        """Everyone, with who stands for their group."""
        return {one: self.of(one) for one in list(self._parent)}


def families(machine: Machine, types: Collection[str]) -> dict[str, str]:
    """Everyone whom entries of ``types`` are about, and whoever is tied to them, by who stands for their family."""
    groups = Groups()
    for one, other in machine.rows("SELECT DISTINCT from_person, to_person FROM relationships"):
        groups.join(one, other)
    for type in sorted(types):
        for (one,) in machine.rows(f"SELECT DISTINCT UNNEST(about) AS person FROM raw_{type}"):
            groups.of(one)
        for one, other in machine.rows(_ties(type)):
            groups.join(one, other)
    for query in _references(machine, sorted(types)):
        for one, other in machine.rows(query):
            groups.join(one, other)
    return groups.all()


def _ties(type: str) -> str:
    """Pairs of people whom one entry is about or names."""
    both = f"SELECT about[1] AS one, UNNEST(list_concat(about, named)) AS other FROM raw_{type}"
    people = f"SELECT id FROM all_people UNION SELECT UNNEST(about) AS id FROM raw_{type}"
    return f"SELECT DISTINCT one, other FROM ({both}) WHERE one <> other AND other IN ({people})"


def _references(machine: Machine, types: list[str]) -> Iterator[str]:
    """Pairs of people where an entry about one refers to, or puts right, an entry about the other."""
    pointing = {
        type: [shape for shape in shapes(ENTRY_TYPES[type]) if shape.kind == "entry" and not shape.many] for type in types
    }
    named = {target for fields in pointing.values() for shape in fields for target in shape.entry_types}
    places = [f"SELECT id, about[1] AS person FROM raw_{type} WHERE about[1] IS NOT NULL" for type in types if type in named]
    places += [
        f"SELECT id, about[1] AS person FROM raw_{type} WHERE id IN (SELECT id FROM put_right)"
        for type in types
        if type not in named
    ]
    if not places:
        return
    machine.keep("places", " UNION ALL ".join(places))
    for type in types:
        fields = [column(shape.name) for shape in pointing[type]] + (["withdraws"] if type == "entry_withdrawn" else ["corrects"])
        for field in fields:
            yield (
                f"SELECT DISTINCT e.about[1] AS one, t.person AS other FROM raw_{type} AS e JOIN places AS t ON t.id = e.{field} "
                f"WHERE e.{field} IS NOT NULL AND e.about[1] <> t.person"
            )
    machine.forget("places")
