"""What a run found beside what is kept elsewhere: the clocks that differ, and in what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk.answers import CLOCKS
from holdfast.engine.bulk.machine import Duck
from holdfast.engine.reference.tracks import PARTNERSHIP

COMPARED = (
    "standard", "trigger", "starts_day", "starts_at", "due_day", "due_at", "met_by", "met_on", "excused_by", "excused_on",
    "missing", "approximate",
)  # fmt: skip
KEPT = pa.schema([CLOCKS.field(name) for name in ("child", "key", *COMPARED)])
AT_ONCE = 20_000


@dataclass(frozen=True)
class Differing:
    """One clock that is kept otherwise than the run found it: ``what`` names the columns, never what they hold."""

    child: str
    key: str
    what: str


def differing(machine: Duck, kept: Iterable[Mapping[str, Any]]) -> Iterator[Differing]:
    """The clocks of the last run, as far as they were there to be seen, against those kept; neither is held whole here."""
    machine.put("kept", KEPT.empty_table())
    rows = iter(kept)
    while batch := list(islice(rows, AT_ONCE)):
        machine.put("kept_more", pa.Table.from_pylist(batch, schema=KEPT))
        machine.add("kept", "SELECT * FROM kept_more")
    found = f"SELECT DISTINCT ON (child, key) * FROM clocks WHERE begun AND child <> '{PARTNERSHIP}'"
    parts = ", ".join(
        f"CASE WHEN f.{name} IS DISTINCT FROM k.{name} THEN '{name.rpartition('_')[0] or name}' END" for name in COMPARED
    )
    what = (
        "CASE WHEN k.key IS NULL THEN 'missing' WHEN f.key IS NULL THEN 'not in the entries' "
        f"ELSE array_to_string(list_distinct(list_filter([{parts}], lambda x: x IS NOT NULL)), ', ') END"
    )
    joined = f"({found}) AS f FULL JOIN kept AS k ON k.child = f.child AND k.key = f.key"
    query = f"SELECT COALESCE(f.child, k.child) AS child, COALESCE(f.key, k.key) AS key, {what} AS what FROM {joined}"
    for child, key, said in machine.rows(f"SELECT * FROM ({query}) AS d WHERE what <> '' ORDER BY child, key"):
        yield Differing(child, key, said)
