"""``holdfast bulk snapshot``: the record as Parquet, brought up to now, and nothing more."""

from holdfast.cli.bulk.evaluation_run import snapshot_of_the_record


def write_snapshot() -> None:
    """Bring the record's snapshot up to now, for another machine or a Spark to read with --snapshot."""
    snapshot_of_the_record()
