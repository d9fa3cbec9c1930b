"""What a run with history found beside what is kept elsewhere: the clocks and the alerts that differ, and in what."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk.duckdb_session import Duck, identifier, literal
from holdfast.engine.bulk.result_schema import CLOCKS, LINES
from holdfast.engine.reference.version_timeline import PARTNERSHIP

COMPARED = (
    "standard",
    "trigger",
    "starts_day",
    "starts_at",
    "due_day",
    "due_at",
    "met_by",
    "met_on",
    "excused_by",
    "excused_on",
    "missing",
    "approximate",
)
"""What is compared of a clock."""
COMPARED_OF_ALERTS = ("rule", "trigger", "evidence", "due_day", "due_at", "raised_at", "ended_at", "withdrawn")
"""What is compared of an alert: what first showed when, by what, and until when."""
AT_ONCE = 20_000
RowsByChild = dict[str, dict[str, dict[str, Any]]]
"""Rows by child and key."""


@dataclass(frozen=True)
class Differing:
    """One clock or alert that is kept otherwise than the run found it: ``what`` names the columns, never what they hold."""

    child: str
    key: str
    what: str


FOUND_CLOCKS = "SELECT DISTINCT ON (child, key) * FROM clocks WHERE begun"
FOUND_ALERTS = "SELECT DISTINCT ON (child, key) * FROM lines"
CLOCKS_OF = "SELECT * FROM clocks WHERE begun AND child IN (SELECT unnest($children::VARCHAR[]))"
ALERTS_OF = "SELECT * FROM lines WHERE child IN (SELECT unnest($children::VARCHAR[]))"
DIFFERING = """
CREATE OR REPLACE MACRO differing(one, other, name) AS CASE WHEN one IS DISTINCT FROM other THEN name END
"""
DIFFERENCES = """
WITH found AS (SELECT * FROM found_of_all WHERE child <> $partnership),
compared AS (
    SELECT
        coalesce(found.child, kept.child) AS child,
        coalesce(found.key, kept.key) AS key,
        CASE
            WHEN kept.key IS NULL THEN 'missing'
            WHEN found.key IS NULL THEN 'not in the entries'
            ELSE array_to_string(list_distinct(list_filter([{columns}], lambda name: name IS NOT NULL)), ', ')
        END AS what
    FROM found FULL JOIN kept ON kept.child = found.child AND kept.key = found.key
)
SELECT child, key, what FROM compared WHERE what <> '' ORDER BY child, key
"""


def differing_clocks(machine: Duck, kept: Iterable[Mapping[str, Any]]) -> Iterator[Differing]:
    """The clocks of the last run, as far as they were there to be seen, against those kept; neither is held whole here."""
    return _differing(machine, FOUND_CLOCKS, CLOCKS, COMPARED, kept)


def differing_alerts(machine: Duck, kept: Iterable[Mapping[str, Any]]) -> Iterator[Differing]:
    """What first showed when in the last run, which was with history, against the alerts that are kept."""
    return _differing(machine, FOUND_ALERTS, LINES, COMPARED_OF_ALERTS, kept)


def clocks_of(machine: Duck, children: Collection[str]) -> RowsByChild:
    """The clocks that the last run found of some children, as far as they were there to be seen."""
    return _of_children(machine, CLOCKS_OF, children)


def alerts_of(machine: Duck, children: Collection[str]) -> RowsByChild:
    """What first showed when of some children, in the last run, which was with history."""
    return _of_children(machine, ALERTS_OF, children)


def _of_children(machine: Duck, query: str, children: Collection[str]) -> RowsByChild:
    found: RowsByChild = defaultdict(dict)
    for row in machine.records(query, children=list(children)):
        found[row["child"]][row["key"]] = row
    return found


def _differing(
    machine: Duck, found: str, schema: pa.Schema, compared: tuple[str, ...], kept: Iterable[Mapping[str, Any]]
) -> Iterator[Differing]:
    # Typed as the run's own, or every date would differ from the text it came as.
    columns = pa.schema([schema.field(each) for each in ("child", "key", *compared)])
    machine.load_table("kept", columns.empty_table())
    rows = iter(kept)
    # Kept clocks are as many as found ones: neither is held here whole.
    while batch := list(islice(rows, AT_ONCE)):
        machine.load_table("kept_more", pa.Table.from_pylist(batch, schema=columns))
        machine.add("kept", "SELECT * FROM kept_more")
    machine.view("found_of_all", found)
    machine.connection.execute(DIFFERING)
    each = ", ".join(map(_differing_in, compared))
    for child, key, said in machine.rows(DIFFERENCES.format(columns=each), partnership=PARTNERSHIP):
        yield Differing(child, key, said)
    machine.forget("kept", "kept_more")


def _differing_in(column: str) -> str:
    name = identifier(column)
    return f"differing(found.{name}, kept.{name}, {literal(_named(column))})"


def _named(column: str) -> str:
    """A column by the name people know: two hold a day or an instant of one thing."""
    # What differs is told without its values: an incident is read by people who may not see the child.
    apart = column.endswith("_day") or column in ("starts_at", "due_at")
    return column.rpartition("_")[0] if apart else column
