"""Where queries run: DuckDB on this machine, or Spark. Queries are written once, in DuckDB's dialect."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

MEMORY = "3GB"
THREADS = 2
HELD_BYTES = 4_000_000
"""How large the files of one entry type may be for it to be held in memory."""


class Machine(Protocol):
    """Runs the query tree. ``keep`` works a query out now and gives the rows a name; ``view`` only names the query."""

    def files(self, name: str, paths: Sequence[Path], schema: pa.Schema) -> None: ...

    def put(self, name: str, rows: pa.Table) -> None: ...

    def view(self, name: str, query: str) -> None: ...

    def keep(self, name: str, query: str) -> None: ...

    def add(self, name: str, query: str) -> None: ...

    def rows(self, query: str) -> list[tuple[Any, ...]]: ...

    def forget(self, name: str) -> None: ...


class Duck:
    """DuckDB, in bounded memory: what does not fit is spilled to a directory that goes away at the end."""

    def __init__(self, *, memory: str = MEMORY, threads: int = THREADS, spill: Path | None = None) -> None:
        self._spill = tempfile.TemporaryDirectory(prefix="holdfast-bulk-", dir=spill)
        self.here = Path(self._spill.name)
        self.connection = duckdb.connect()
        self._kept: set[str] = set()
        for setting, value in (
            ("memory_limit", memory), ("temp_directory", str(self.here)), ("threads", threads), ("TimeZone", "UTC"),
            ("preserve_insertion_order", False), ("enable_progress_bar", False), ("parquet_metadata_cache", True),
        ):  # fmt: skip
            self.connection.execute(f"SET {setting} = {_literal(value)}")

    def __enter__(self) -> "Duck":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.connection.close()
        self._spill.cleanup()

    def files(self, name: str, paths: Sequence[Path], schema: pa.Schema) -> None:
        """A view over Parquet files. An empty one with today's columns is always among them, so that a part written before
        a field was added reads as it should. What is small is read once and held."""
        if not paths:
            self.put(name, schema.empty_table())
            return
        empty = self.here / f"{name}.parquet"
        pq.write_table(schema.empty_table(), empty)
        listed = ", ".join(_literal(str(path)) for path in (empty, *paths))
        small = sum(path.stat().st_size for path in paths) < HELD_BYTES
        query = f"SELECT * FROM read_parquet([{listed}], union_by_name = true)"
        (self.keep if small else self.view)(name, query)

    def put(self, name: str, rows: pa.Table) -> None:
        """A small table from this process."""
        self._kept.add(name)
        self.connection.register("arriving", rows)
        self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT * FROM arriving")
        self.connection.unregister("arriving")

    def view(self, name: str, query: str) -> None:
        self.connection.execute(f"CREATE OR REPLACE VIEW {name} AS {query}")

    def keep(self, name: str, query: str) -> None:
        self._kept.add(name)
        self.connection.execute(f"CREATE OR REPLACE TABLE {name} AS {query}")

    def add(self, name: str, query: str) -> None:
        self.connection.execute(f"INSERT INTO {name} {query}")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(query).fetchall()

    def batches(self, query: str, size: int = 10_000) -> Iterator[dict[str, list[Any]]]:
        """The answer a batch at a time, each as columns, on a cursor of its own so that other queries can run between."""
        cursor = self.connection.cursor()
        for batch in cursor.sql(query).to_arrow_reader(size):
            yield batch.to_pydict()
        cursor.close()

    def forget(self, name: str) -> None:
        if name not in self._kept:
            return
        self._kept.discard(name)
        self.connection.execute(f"DROP TABLE IF EXISTS {name}")


def _literal(value: object) -> str:
    if isinstance(value, bool | int):
        return str(value).lower()
    return "'" + str(value).replace("'", "''") + "'"
