"""``holdfast export``: the record out as a case file."""

from typing import Annotated

import typer

from holdfast.cli.preflight import begin, need_tables, stop_with


def export(
    child: Annotated[str | None, typer.Argument(metavar="CHILD", help="The child's id.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="The whole record.")] = False,
) -> None:
    """Write one child's case, or the whole record, to standard output as a case file."""
    # The whole record is asked for by name: a child's id that was left out must not bring out everybody.
    if everything == (child is not None):
        stop_with("Say which child, by id, or --all for the whole record:\n  holdfast export CHILD > case.json", 2)
    begin()
    need_tables()
    from holdfast.exchange.exporter import export_all, export_child, person_called

    if child is None:
        # The file ends as it was written: not even a line's end is added to it.
        typer.echo(export_all(), nl=False)
        return
    person = person_called(child)
    if person is None:
        stop_with("The record has no person with that id.", 2)
    typer.echo(export_child(person), nl=False)
