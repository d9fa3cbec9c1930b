"""``holdfast rebuild``: what is stored for speed, worked out again from the entries."""

from typing import Annotated

import typer

from holdfast.cli.preflight import begin, need_tables, now
from holdfast.cli.progress import ProgressBar


def rebuild(
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing: print what differs, and end with 1 if anything does.")
    ] = False,
) -> None:
    """Rebuild spans, clocks and alerts from the entries, or prove that they are what the entries say."""
    begin()
    need_tables()
    from holdfast.record.projection import rebuild as rebuilding

    if not check:
        with ProgressBar("Working out") as shown:
            people = rebuilding.rebuild(at=now(), progress=shown.to)
        typer.echo(f"Spans, clocks and alerts of {people} people are what their entries say.")
        return
    count = 0
    with ProgressBar("Checking") as shown:
        # Printed as they are found: with the meaning of record it takes seconds a child, and the first difference is the one to
        # look at.
        for difference in rebuilding.differences(progress=shown.to):
            count += 1
            typer.echo(str(difference))
    if count:
        typer.echo(f"{count} stored otherwise than the entries say. To put that right:\n  holdfast rebuild")
        raise typer.Exit(1)
    typer.echo("Everything stored is what the entries say.")
