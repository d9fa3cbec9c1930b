"""``holdfast bulk run``: every clock and every signal for everybody, at one moment."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from holdfast.cli.bulk import options
from holdfast.cli.bulk.evaluation_run import chosen_rules, everybody, say_how_it_went, state_cells
from holdfast.cli.case_option import moment_of
from holdfast.cli.preflight import stop_with
from holdfast.cli.values_file import REFUSED
from holdfast.engine.bulk.duckdb_session import MEMORY, Duck
from holdfast.engine.bulk.everyone import HERE
from holdfast.engine.bulk.report import STATES, as_json_lines, counted, signals_counted, write_parquet
from holdfast.kernel.moment import Moment
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS


class BulkFormat(StrEnum):
    """How the answer is written."""

    table = "table"
    json = "json"
    parquet = "parquet"


def run_for_everybody(
    *,
    as_at: Annotated[str | None, typer.Option("--as-at", metavar="DATE", help="Stop the world at the end of this day.")] = None,
    known_at: options.KnownAt = None,
    rules: options.Rules = None,
    format: Annotated[
        BulkFormat, typer.Option("--format", help="table, json (one object a line) or parquet.")
    ] = BulkFormat.table,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where --format parquet writes.")] = None,
    snapshot: options.SnapshotDirectory = None,
    case: options.CaseFiles = None,
    values: options.ValuesFile = None,
    on: options.On = HERE,
    memory: options.Memory = MEMORY,
) -> None:
    """Every clock and signal for everybody. Without --snapshot or --case, the record is brought into a snapshot first."""
    # Refused now and not after an hour's run.
    if format is BulkFormat.parquet and out is None:
        stop_with("--format parquet needs --out DIR to write to.", REFUSED)
    only = chosen_rules(rules)
    moment = moment_of(as_at, known_at)
    with everybody(snapshot=snapshot, cases=case, values=values, on=on, memory=memory) as everyone:
        result = everyone.at(moment, only)
        _print(everyone.machine, moment, format, out)
        say_how_it_went(result, len(only) if only else len(STANDARDS) + len(SIGNALS))


def _print(machine: Duck, moment: Moment, format: BulkFormat, out: Path | None) -> None:
    if format is BulkFormat.json:
        for line in as_json_lines(machine):
            typer.echo(line)
    elif format is BulkFormat.parquet and out is not None:
        for path in write_parquet(machine, out):
            typer.echo(str(path))
    else:
        _print_tables(machine, moment)


def _print_tables(machine: Duck, moment: Moment) -> None:
    table = Table("Rule", "What", *(each.replace("_", " ") for each in STATES), pad_edge=False)
    for each in counted(machine):
        table.add_row(each.standard, STANDARDS[each.standard].title, *state_cells(each))
    console = Console()
    console.print(table)
    raised = Table("Signal", "raised", "still so", pad_edge=False)
    for signal, count, still in signals_counted(machine, moment.as_at):
        raised.add_row(signal, f"{count:,}", f"{still:,}")
    console.print(raised)
