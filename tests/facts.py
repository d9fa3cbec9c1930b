"""Tables of what was established by reading the sources, and what somebody reads whose rule has no row in one."""

import csv
from pathlib import Path

Row = dict[str, str]


class NoRow(AssertionError):
    """A rule of which a table that is kept beside the code says nothing."""


class Facts(dict[str, Row]):
    """The rows of a table by the ids of the rules they are of."""

    def __init__(self, table: Path) -> None:
        super().__init__((row["id"], row) for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
        self.table = table

    def __missing__(self, id: str) -> Row:
        raise NoRow(self.missing([id]))

    def missing(self, ids: list[str]) -> str:
        """What to do about rules that have no row."""
        columns = ", ".join(next(iter(self.values())))
        table = "/".join(self.table.parts[-3:])
        return (
            f"{', '.join(ids)} has no row in {table}: read its sources again and write down, apart from the code, what they say "
            f"({columns})."
        )

    def without(self, ids: list[str]) -> str:
        """What to do about rows that are of no rule."""
        return f"{', '.join(ids)} stands in {'/'.join(self.table.parts[-3:])} and is no rule: say the rule, or take the row away."
