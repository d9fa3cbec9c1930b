"""``holdfast bulk``: every clock and every signal for everybody, at any moment, from the record, a snapshot or case files."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from holdfast.cli.case_option import moment_of, world_in
from holdfast.cli.preflight import begin, need_tables, say, stop_with
from holdfast.cli.progress import Shown
from holdfast.cli.values_file import REFUSED, values_in
from holdfast.engine.bulk.duckdb_machine import MEMORY, Duck
from holdfast.engine.bulk.everyone import HERE, RunResult, run
from holdfast.engine.bulk.report import STATES, RunCount, as_json_lines, counted, counted_at, signals_counted, write_parquet
from holdfast.engine.bulk.snapshot_writer import NotASnapshot, write_world
from holdfast.engine.bulk.spark import NoSpark
from holdfast.kernel.calendar import add_months
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import day_in_words, end_of_day
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import Values


class BulkFormat(StrEnum):
    """How the answer is written."""

    table = "table"
    json = "json"
    parquet = "parquet"


def bulk(
    as_at: Annotated[str | None, typer.Option("--as-at", metavar="DATE", help="Stop the world at the end of this day.")] = None,
    known_at: Annotated[str | None, typer.Option("--known-at", metavar="INSTANT", help="Hide what was recorded later.")] = None,
    rules: Annotated[str | None, typer.Option("--rules", metavar="ID,…", help="Only these standards and signals.")] = None,
    month_ends: Annotated[
        str | None, typer.Option("--month-ends", metavar="FROM..TO", help="How each standard stood at each month's end.")
    ] = None,
    known_then: Annotated[
        bool, typer.Option("--known-then", help="With --month-ends: each by what was known when that month ended.")
    ] = False,
    format: Annotated[
        BulkFormat, typer.Option("--format", help="table, json (one object a line) or parquet.")
    ] = BulkFormat.table,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where --format parquet writes.")] = None,
    snapshot: Annotated[Path | None, typer.Option("--snapshot", metavar="DIR", help="Read this snapshot as it is.")] = None,
    case: Annotated[list[Path] | None, typer.Option("--case", metavar="FILE", help="Read case files (more than once).")] = None,
    values: Annotated[str | None, typer.Option("--values", metavar="FILE", help="With a partnership's own values.")] = None,
    on: Annotated[
        str, typer.Option("--on", metavar="local|spark://…", help="This machine's own processes, or the master of a Spark.")
    ] = HERE,
    memory: Annotated[
        str, typer.Option("--memory", help="The most memory for making snapshots; the rest goes to disk.")
    ] = MEMORY,
) -> None:
    """Every clock and signal for everybody. Without --snapshot or --case, the record is brought into a snapshot first."""
    if format is BulkFormat.parquet and out is None:
        stop_with("--format parquet needs --out DIR to write to.", REFUSED)
    if as_at and month_ends:
        stop_with("--as-at and --month-ends: each month's end is a moment of its own. Leave one of them out.", REFUSED)
    months = _months(month_ends) if month_ends else []
    only = _chosen(rules)
    moment = moment_of(as_at, known_at)
    with _opened(snapshot, case or [], memory) as (machine, directory):
        own = values_in(values) if values or snapshot or case else _of_the_partnership()
        everyone = _Run(machine, directory, own, on)
        if months:
            ends = [end_of_day(day) for day in months]
            moments = [Moment.live(end) if known_then else Moment(end, moment.known_at) for end in ends]
            answers = everyone.at(moments, [id for id in only or STANDARDS if id in STANDARDS])
            _print_months(machine)
        else:
            answers = everyone.at(moment, only)
            _print_answers(machine, moment, format, out)
        _say_how(answers, len(only) if only else len(STANDARDS) + len(SIGNALS))


def _print_answers(machine: Duck, moment: Moment, format: BulkFormat, out: Path | None) -> None:
    if format is BulkFormat.json:
        for line in as_json_lines(machine):
            typer.echo(line)
    elif format is BulkFormat.parquet and out is not None:
        for path in write_parquet(machine, out):
            typer.echo(str(path))
    else:
        _print_table(machine, moment)


def _chosen(text: str | None) -> list[str] | None:
    if text is None:
        return None
    chosen = [each.strip().upper() for each in text.split(",") if each.strip()]
    for id in chosen:
        if id not in STANDARDS and id not in SIGNALS:
            near = get_close_matches(id, [*STANDARDS, *SIGNALS], n=1)
            stop_with(f"--rules: there is no standard or signal {id!r}." + (f" Did you mean {near[0]}?" if near else ""), REFUSED)
    return chosen


def _months(text: str) -> list[date]:
    """The last day of every month from one to another, both written like 2023-11."""
    try:
        first, last = (date.fromisoformat(f"{each.strip()}-01") for each in text.split(".."))
    except ValueError:
        stop_with(f"--month-ends: {text!r} is not two months. Write it like 2023-11..2026-10.", REFUSED)
    found = []
    while first <= last:
        following = add_months(first, 1)
        found.append(following - timedelta(days=1))
        first = following
    if not found:
        stop_with("--month-ends: the first month is after the last.", REFUSED)
    return found


@contextmanager
def _opened(directory: Path | None, files: list[Path], memory: str) -> Iterator[tuple[Duck, Path]]:
    with Duck(memory=memory) as machine, tempfile.TemporaryDirectory(prefix="holdfast-cases-") as beside:
        if files:
            directory = Path(beside) / "snapshot"
            write_world(directory, *(world_in(file) for file in files))
        elif directory is None:
            directory = _of_the_record()
        try:
            yield machine, directory
        except (NotASnapshot, NoSpark) as error:
            stop_with(str(error), REFUSED)


def _of_the_record() -> Path:
    """The record's own snapshot, brought up to now."""
    begin()
    need_tables()
    from django.conf import settings

    from holdfast.record import snapshot

    directory = Path(settings.PROJECT) / ".holdfast" / "snapshot"
    with Shown("Snapshot") as shown:
        added = snapshot.write(directory, progress=shown.to)
    say(f"{added:,} entries added to the snapshot in {directory}.")
    return directory


def _of_the_partnership() -> Values:
    from holdfast.record.partnership_values import values

    return values()


@dataclass(frozen=True)
class _Run:
    """Rules over one snapshot, by a partnership's own values."""

    machine: Duck
    snapshot: Path
    values: Values
    on: str

    def at(self, moments: Moment | list[Moment], only: list[str] | None) -> RunResult:
        with Shown("Rules") as shown:
            return run(
                self.snapshot, moments, machine=self.machine, only=only, values=self.values, on=self.on, progress=shown.doing
            )


def _print_table(machine: Duck, moment: Moment) -> None:
    table = Table("Rule", "What", *(each.replace("_", " ") for each in STATES), pad_edge=False)
    for each in counted(machine):
        table.add_row(each.standard, STANDARDS[each.standard].title, *_cells(each))
    console = Console()
    console.print(table)
    raised = Table("Signal", "raised", "still so", pad_edge=False)
    for signal, count, still in signals_counted(machine, moment.as_at):
        raised.add_row(signal, f"{count:,}", f"{still:,}")
    console.print(raised)


def _print_months(machine: Duck) -> None:
    table = Table("Month end", "Rule", *(each.replace("_", " ") for each in STATES), pad_edge=False)
    for each in counted_at(machine):
        assert each.day is not None
        table.add_row(day_in_words(each.day), each.standard, *_cells(each))
    Console().print(table)


def _cells(of: RunCount) -> list[str]:
    return [f"{of.states[name]:,}" if of.states[name] else "" for name in STATES]


def _say_how(answers: RunResult, rules: int) -> None:
    found = f"{answers.clocks:,} clocks and {answers.signals:,} signals" if answers.signals else f"{answers.clocks:,} clocks"
    say(f"{rules} rules for {answers.people:,} people in {answers.families:,} families: {found}.")
    say(f"{answers.seconds:,.0f} s of processors; at most {answers.peak:,.0f} MB of memory in one of the processes.")
