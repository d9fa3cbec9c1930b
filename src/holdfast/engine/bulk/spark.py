"""The same queries on Spark: the way past one machine. Needs the extra ``spark`` and a Java of 17 or newer."""

import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import sqlglot
from sqlglot import exp


def translated(query: str) -> str:
    """A query of DuckDB's dialect in Spark's."""
    return sqlglot.parse_one(query, read="duckdb").transform(_plainer).sql(dialect="spark")


def _plainer(node: exp.Expression) -> exp.Expression:
    """What the translator leaves as it is and Spark says otherwise."""
    if isinstance(node, exp.Cast) and node.to.is_type("array") and isinstance(node.this, exp.Array) and not node.this.expressions:
        return exp.Anonymous(this="from_json", expressions=[exp.Literal.string("[]"), exp.Literal.string("array<string>")])
    if isinstance(node, exp.ArrayOverlaps):
        return exp.Anonymous(this="arrays_overlap", expressions=[node.this, node.expression])
    if isinstance(node, exp.Window) and isinstance(node.this, exp.RowNumber) and not node.args.get("order"):
        return exp.Anonymous(this="monotonically_increasing_id")  # any number will do, as long as each has its own
    return node


class Spark:
    """A Spark session of this machine's own cores; as :class:`~holdfast.engine.bulk.machine.Machine`."""

    def __init__(self, *, cores: int = 2, memory: str = "1g") -> None:
        from pyspark.sql import SparkSession

        self._beside = tempfile.TemporaryDirectory(prefix="holdfast-spark-")
        settings = {
            "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1", "spark.ui.enabled": "false",
            "spark.driver.memory": memory, "spark.sql.shuffle.partitions": str(cores), "spark.sql.session.timeZone": "UTC",
            "spark.local.dir": self._beside.name, "spark.sql.warehouse.dir": f"{self._beside.name}/tables",
            "spark.sql.timestampType": "TIMESTAMP_NTZ", "spark.sql.ansi.enabled": "false", "spark.sql.legacy.sizeOfNull": "false",
            "spark.sql.parquet.inferTimestampNTZ.enabled": "true", "spark.log.level": "ERROR",
        }  # fmt: skip
        builder = SparkSession.builder.master(f"local[{cores}]").appName("holdfast-bulk")
        for name, value in settings.items():
            builder = builder.config(name, value)
        self.session = builder.getOrCreate()
        self._number = 0

    def __enter__(self) -> "Spark":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.session.stop()
        self._beside.cleanup()

    def _parquet(self, rows: pa.Table) -> str:
        import pyarrow.parquet as pq

        self._number += 1
        path = f"{self._beside.name}/rows-{self._number}.parquet"
        pq.write_table(rows, path)
        return path

    def files(self, name: str, paths: Sequence[Path], schema: pa.Schema) -> None:
        """A view over Parquet files."""
        read = self.session.read.option("mergeSchema", "true") if len(paths) > 1 else self.session.read
        read.parquet(*([str(path) for path in paths] or [self._parquet(schema.empty_table())])).createOrReplaceTempView(name)

    def put(self, name: str, rows: pa.Table) -> None:
        self.session.read.parquet(self._parquet(rows)).createOrReplaceTempView(name)

    def view(self, name: str, query: str) -> None:
        self.session.sql(translated(query)).createOrReplaceTempView(name)

    def keep(self, name: str, query: str) -> None:
        """Worked out now, and written beside: what is built on it does not grow with how it was made."""
        self._number += 1
        path = f"{self._beside.name}/kept-{self._number}"
        self.session.sql(translated(query)).write.parquet(path)
        self.session.read.parquet(path).createOrReplaceTempView(name)

    def add(self, name: str, query: str) -> None:
        self.keep(name, f"SELECT * FROM {name} UNION ALL {query}")

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return [tuple(_plain(value) for value in row) for row in self.session.sql(translated(query)).collect()]

    def forget(self, name: str) -> None:
        self.session.catalog.dropTempView(name)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value


__all__ = ["Spark", "date", "translated"]
