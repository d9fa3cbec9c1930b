"""What a run with history found beside what is kept elsewhere: the clocks and the alerts that differ, and in what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk.duckdb_session import Duck, literal
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


@dataclass(frozen=True)
class Differing:
    """One clock or alert that is kept otherwise than the run found it: ``what`` names the columns, never what they hold."""

    child: str
    key: str
    what: str


FOUND_CLOCKS = "SELECT DISTINCT ON (child, key) * FROM clocks WHERE begun"
FOUND_ALERTS = "SELECT DISTINCT ON (child, key) * FROM lines"
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
    each = ", ".join(f"differing(found.{column}, kept.{column}, {literal(_named(column))})" for column in compared)
    for child, key, said in machine.rows(DIFFERENCES.format(columns=each), partnership=PARTNERSHIP):
        yield Differing(child, key, said)
    machine.forget("kept", "kept_more")


def _named(column: str) -> str:
    """A column by the name people know: two hold a day or an instant of one thing."""
    # What differs is told without its values: an incident is read by people who may not see the child.
    apart = column.endswith("_day") or column in ("starts_at", "due_at")
    return column.rpartition("_")[0] if apart else column
