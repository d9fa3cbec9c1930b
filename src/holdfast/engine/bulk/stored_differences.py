"""What a run with history found beside what is kept elsewhere: the clocks and the alerts that differ, and in what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk.duckdb_machine import Duck
from holdfast.engine.bulk.result_schema import CLOCKS, LINES
from holdfast.engine.reference.timeline import PARTNERSHIP

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


def differing_clocks(machine: Duck, kept: Iterable[Mapping[str, Any]]) -> Iterator[Differing]:
    """The clocks of the last run, as far as they were there to be seen, against those kept; neither is held whole here."""
    return _differing(machine, "clocks", " WHERE begun", CLOCKS, COMPARED, kept)


def differing_alerts(machine: Duck, kept: Iterable[Mapping[str, Any]]) -> Iterator[Differing]:
    """What first showed when in the last run, which was with history, against the alerts that are kept."""
    return _differing(machine, "lines", "", LINES, COMPARED_OF_ALERTS, kept)


def _differing(
    machine: Duck, name: str, where: str, schema: pa.Schema, compared: tuple[str, ...], kept: Iterable[Mapping[str, Any]]
) -> Iterator[Differing]:
    columns = pa.schema([schema.field(each) for each in ("child", "key", *compared)])
    machine.put("kept", columns.empty_table())
    rows = iter(kept)
    while batch := list(islice(rows, AT_ONCE)):
        machine.put("kept_more", pa.Table.from_pylist(batch, schema=columns))
        machine.add("kept", "SELECT * FROM kept_more")
    once = f"SELECT DISTINCT ON (child, key) * FROM {name}{where}"
    found = f"SELECT * FROM ({once}) AS o WHERE child <> '{PARTNERSHIP}'"
    parts = ", ".join(f"CASE WHEN f.{each} IS DISTINCT FROM k.{each} THEN '{_named(each)}' END" for each in compared)
    what = (
        "CASE WHEN k.key IS NULL THEN 'missing' WHEN f.key IS NULL THEN 'not in the entries' "
        f"ELSE array_to_string(list_distinct(list_filter([{parts}], lambda x: x IS NOT NULL)), ', ') END"
    )
    joined = f"({found}) AS f FULL JOIN kept AS k ON k.child = f.child AND k.key = f.key"
    query = f"SELECT COALESCE(f.child, k.child) AS child, COALESCE(f.key, k.key) AS key, {what} AS what FROM {joined}"
    for child, key, said in machine.rows(f"SELECT * FROM ({query}) AS d WHERE what <> '' ORDER BY child, key"):
        yield Differing(child, key, said)
    machine.forget("kept", "kept_more")


def _named(column: str) -> str:
    """A column by the name people know: two hold a day or an instant of one thing."""
    apart = column.endswith("_day") or column in ("starts_at", "due_at")
    return column.rpartition("_")[0] if apart else column
