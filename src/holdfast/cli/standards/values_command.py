"""``holdfast standards values``: what this partnership has set, when, by whom and why."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from holdfast.cli.preflight import begin, need_tables
from holdfast.standards.local_values import write_values


def values(
    id: Annotated[str | None, typer.Argument(metavar="ID", help="Only this standard or signal.")] = None,
    file: Annotated[bool, typer.Option("--file", help="Write them as a file for replay --values.")] = False,
) -> None:
    """Every value ever set, the latest first. Nothing is forgotten: a value is replaced, never removed."""
    begin()
    need_tables()
    from holdfast.record import partnership_values

    if file:
        typer.echo(write_values(partnership_values.load_values()), nl=False)
        return
    rows = partnership_values.history(id.strip().upper() if id else None)
    if not rows:
        typer.echo("Nothing has been set: every standard and signal is as published.")
        return
    table = Table("Rule", "What", "Value", "From", "Decided by", "Why", "Set", pad_edge=False)
    for row in rows:
        table.add_row(row.rule, row.name, str(row.value), str(row.since), row.by, row.why, f"{row.set_at:%d %b %Y %H:%M}")
    Console().print(table)
