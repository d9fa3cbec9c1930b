"""``holdfast bulk report``: how each standard stood at each month's end, for years, from one run."""

from datetime import date, timedelta
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
from holdfast.engine.bulk.report import STATES, counted_at
from holdfast.kernel.calendar import add_months
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import day_in_words, end_of_day
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS


def report_month_ends(
    months: Annotated[str, typer.Argument(metavar="FROM..TO", help="Two months, such as 2023-11..2026-10.")],
    *,
    known_at: options.KnownAt = None,
    known_then: Annotated[
        bool, typer.Option("--known-then", help="Each by what was known when that month ended, not by what is known now.")
    ] = False,
    rules: options.Rules = None,
    snapshot: options.SnapshotDirectory = None,
    case: options.CaseFiles = None,
    values: options.ValuesFile = None,
    on: options.On = HERE,
    memory: options.Memory = MEMORY,
) -> None:
    """How each standard stood at each month's end. Without --snapshot or --case, the record is brought into a snapshot first."""
    ends = [end_of_day(day) for day in _last_days(months)]
    only = chosen_rules(rules)
    known = moment_of(None, known_at).known_at
    # One run over all of them: a family is read once and evaluated at each month's end.
    moments = [Moment.live(end) if known_then else Moment(end, known) for end in ends]
    with everybody(snapshot=snapshot, cases=case, values=values, on=on, memory=memory) as everyone:
        # A run at several moments counts how many clocks stood how, and keeps no line of them: signals have no such state.
        result = everyone.at(moments, [id for id in only or STANDARDS if id in STANDARDS])
        _print_months(everyone.machine)
        say_how_it_went(result, len(only) if only else len(STANDARDS) + len(SIGNALS))


def _last_days(text: str) -> list[date]:
    """The last day of every month from one to another, both written like 2023-11."""
    try:
        first, last = (date.fromisoformat(f"{each.strip()}-01") for each in text.split(".."))
    except ValueError:
        stop_with(f"FROM..TO: {text!r} is not two months. Write it like 2023-11..2026-10.", REFUSED)
    found = []
    while first <= last:
        following = add_months(first, 1)
        found.append(following - timedelta(days=1))
        first = following
    if not found:
        stop_with("FROM..TO: the first month is after the last.", REFUSED)
    return found


def _print_months(machine: Duck) -> None:
    table = Table("Month end", "Rule", *(each.replace("_", " ") for each in STATES), pad_edge=False)
    for each in counted_at(machine):
        assert each.day is not None
        table.add_row(day_in_words(each.day), each.standard, *state_cells(each))
    Console().print(table)
