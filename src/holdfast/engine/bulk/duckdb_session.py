"""DuckDB, for making snapshots and for looking through answers."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import duckdb
import pyarrow as pa

MEMORY = "3GB"


class Duck:
    """DuckDB, in bounded memory: what does not fit is spilled to a directory that goes away at the end."""

    def __init__(self, *, memory: str = MEMORY) -> None:
        # What does not fit into memory holds records of children: it lies in a directory that nobody else can read, and goes
        # with the run.
        self._spill = tempfile.TemporaryDirectory(prefix="holdfast-bulk-")
        self.here = Path(self._spill.name)
        self.connection = duckdb.connect()
        for setting, value in (
            ("memory_limit", memory),
            ("temp_directory", str(self.here)),
            # Instants are stored without a zone. In the machine's own they would be read as another hour twice a year.
            ("TimeZone", "UTC"),
            # Everything that needs an order asks for it; keeping any other would hold whole tables back.
            ("preserve_insertion_order", False),
            ("enable_progress_bar", False),
            ("parquet_metadata_cache", True),
        ):
            self.connection.execute(f"SET {identifier(setting)} = ?", [value])

    def __enter__(self) -> "Duck":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.connection.close()
        self._spill.cleanup()

    def directory(self, name: str) -> Path:
        """An empty directory beside this machine, which goes when it goes."""
        return Path(tempfile.mkdtemp(prefix=f"{name}-", dir=self.here))

    def files(self, name: str, paths: Sequence[Path], schema: pa.Schema) -> None:
        """A view over Parquet files."""
        if paths:
            self.view(name, f"FROM {read_parquet(paths)}")
        else:
            self.load_table(name, schema.empty_table())

    def load_table(self, name: str, rows: pa.Table) -> None:
        """A small table from this process."""
        # Copied and let go: a view of the process's own memory would change under whoever reads it later.
        self.connection.register("arriving", rows)
        self.create_table(name, "SELECT * FROM arriving")
        self.connection.unregister("arriving")

    def view(self, name: str, query: str) -> None:
        """A query under a name."""
        self.connection.execute(f"CREATE OR REPLACE VIEW {identifier(name)} AS {query}")

    def create_table(self, name: str, query: str) -> None:
        """The rows of a query, worked out now, under a name."""
        self.connection.execute(f"CREATE OR REPLACE TABLE {identifier(name)} AS {query}")

    def add(self, name: str, query: str) -> None:
        """Further rows for what is kept."""
        self.connection.execute(f"INSERT INTO {identifier(name)} {query}")

    def set_variable(self, name: str, value: object) -> None:
        """A value under a name, which queries and views ask for with ``getvariable``."""
        # A view cannot be given parameters, and what is asked for while it is read has to be there without being written into it.
        self.connection.execute(f"SET VARIABLE {identifier(name)} = ?", [value])

    def rows(self, query: str, **values: object) -> list[tuple[Any, ...]]:
        """Every row of a query, in which ``$name`` stands for a value."""
        return self.connection.execute(query, values or None).fetchall()

    def records(self, query: str, **values: object) -> list[dict[str, Any]]:
        """The same, each row by the names of its columns."""
        answer = self.connection.execute(query, values or None)
        names = [name for name, *_ in answer.description]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]

    def batches(self, query: str, size: int = 10_000) -> Iterator[dict[str, list[Any]]]:
        """The answer a batch at a time, each as columns, on a cursor of its own so that other queries can run between."""
        # A second query on the same connection would throw away what is left of the first.
        cursor = self.connection.cursor()
        for batch in cursor.sql(query).to_arrow_reader(size):
            yield batch.to_pydict()
        cursor.close()

    def write(self, query: str, path: Path, further: str = "") -> None:
        """The rows of a query as Parquet."""
        self.connection.execute(f"COPY ({query}) TO {literal(path)} (FORMAT parquet{further})")

    def forget(self, *names: str) -> None:
        """Drop what was kept."""
        for name in names:
            self.connection.execute(f"DROP TABLE IF EXISTS {identifier(name)}")


def read_parquet(paths: Sequence[Path]) -> str:
    """Parquet files as a table in a query."""
    return f"read_parquet([{', '.join(literal(path) for path in paths)}])"


def identifier(name: str) -> str:
    """The name of a table, a column or a setting in a statement."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str | Path) -> str:
    """A text or the path of a file in a statement that takes no parameters."""
    # A view takes none, because it is asked again when they are gone, and DuckDB 1.3 takes none for where a copy goes. Everywhere
    # else a value is given beside the statement and never becomes part of it.
    return "'" + str(text).replace("'", "''") + "'"
