"""``holdfast replay``: tell a case again, and see what would have shown, to whom and when. Needs no database."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from holdfast.cli.case_option import moment_of, world_in
from holdfast.cli.nearest import did_you_mean
from holdfast.cli.preflight import stop_with
from holdfast.cli.replay_page import page
from holdfast.cli.values_file import REFUSED, values_in
from holdfast.engine.clock import Clock
from holdfast.engine.reference.evaluate import rules
from holdfast.engine.replay import ReplayLine, as_json_lines, replay
from holdfast.engine.sentences import in_words
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import day_in_words
from holdfast.vocabulary.world import World


class ReplayFormat(StrEnum):
    """How the lines are written."""

    table = "table"
    json = "json"
    html = "html"


def replay_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A case file (docs/case-file.md).")],
    *,
    as_at: Annotated[str | None, typer.Option("--as-at", metavar="DATE", help="Stop the world at the end of this day.")] = None,
    known_at: Annotated[str | None, typer.Option("--known-at", metavar="INSTANT", help="Hide what was recorded later.")] = None,
    standards: Annotated[
        str | None, typer.Option("--standards", metavar="ID,…", help="Only these standards and signals.")
    ] = None,
    format: Annotated[
        ReplayFormat, typer.Option("--format", help="table, json (one object a line) or html.")
    ] = ReplayFormat.table,
    values: Annotated[str | None, typer.Option("--values", metavar="FILE", help="With a partnership's own values.")] = None,
) -> None:
    """Every clock and signal for everyone in FILE, oldest first: what was due, what met it, when it first showed and to whom.

    Ends with 0 even where things are overdue, and with 2 where the file is refused.
    """
    only = _chosen(standards)
    moment = moment_of(as_at, known_at)
    world = world_in(file)
    lines = replay(world, moment, only, values_in(values))
    if format is ReplayFormat.json:
        for line in as_json_lines(lines):
            typer.echo(line)
    elif format is ReplayFormat.html:
        typer.echo(page(world, lines, moment))
    else:
        _print_table(world, lines, moment)


def _chosen(standards: str | None) -> list[str] | None:
    if standards is None:
        return None
    chosen = [each.strip().upper() for each in standards.split(",") if each.strip()]
    for id in chosen:
        if id not in rules():
            stop_with(f"--standards: there is no standard or signal {id!r}.{did_you_mean(id, rules())}", REFUSED)
    return chosen


def _print_table(world: World, lines: list[ReplayLine], moment: Moment) -> None:
    console = Console()
    shown = [line for line in lines if line.line.raised_on is not None]
    table = Table("First shown", "Rule", "Who", "Due", "State", "Why", "Told first", show_lines=False, pad_edge=False)
    # What showed, because a review asks what would have been seen. Where nothing did, what was in time is better than an empty
    # table.
    for row in _rows(world, shown or lines):
        table.add_row(*row)
    console.print(table)
    quiet = len(lines) - len(shown)
    day = day_in_words(moment.as_at.date())
    console.print(f"As at {day}: {len(shown)} first shown as overdue or worrying; {quiet} more in time, running or not required.")


def _rows(world: World, lines: list[ReplayLine]) -> list[tuple[str, ...]]:
    """A row for each thing said, with everyone it is said of: brothers and sisters often share one."""
    who: dict[tuple[str, ...], list[str]] = {}
    for line in lines:
        who.setdefault(_cells(world, line), []).append(world.names.person(line.line.what.child))
    return [(*cells[:2], ", ".join(dict.fromkeys(names)), *cells[2:]) for cells, names in who.items()]


def _cells(world: World, line: ReplayLine) -> tuple[str, ...]:
    what = line.line.what
    told = "; ".join(
        f"{world.names.worker(tell.worker) if tell.worker else 'on-call mailbox'} ({tell.role.replace('_', ' ')})"
        for tell in line.tells
        # Those told first: whom it climbed to is in the other two forms, and would make a row a page.
        if tell.rung == 0
    )
    due = in_words(what.due) if isinstance(what, Clock) and what.due is not None else ""
    first = day_in_words(line.line.raised_on) if line.line.raised_on else ""
    doubt = " (about)" if what.approximate else ""
    return first, line.line.rule, due + doubt if due else "", line.state.replace("_", " "), line.why, told
