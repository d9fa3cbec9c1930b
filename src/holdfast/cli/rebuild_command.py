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
    """Rebuild spans, clocks, alerts and what people are found by, or prove that they are what the entries and facts say."""
    begin()
    need_tables()
    from holdfast.identity.stored_keys import mend_keys, wrong_keys
    from holdfast.record.projection import rebuild as rebuilding

    if not check:
        with ProgressBar("Working out") as shown:
            people = rebuilding.rebuild(at=now(), progress=shown.to)
        typer.echo(f"Spans, clocks and alerts of {people} people are what their entries say.")
        if mended := mend_keys():
            typer.echo(f"What people can be found by was put right. People: {mended}.")
        return
    count = 0
    with ProgressBar("Checking") as shown:
        # Printed as they are found: with the meaning of record it takes seconds a child, and the first difference is the one to
        # look at.
        for difference in rebuilding.differences(progress=shown.to):
            count += 1
            typer.echo(str(difference))
        for person in wrong_keys():
            count += 1
            typer.echo(f"{person}: is found by something else than what is said of them")
    if count:
        typer.echo(f"{count} stored otherwise than the entries say. To put that right:\n  holdfast rebuild")
        raise typer.Exit(1)
    typer.echo("Everything stored is what the entries say.")
