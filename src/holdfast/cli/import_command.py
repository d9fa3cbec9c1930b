"""``holdfast import``: a case file into the record."""

from pathlib import Path
from typing import Annotated

import typer

from holdfast.cli.preflight import begin, need_tables, now, say, stop_with
from holdfast.cli.progress import ProgressBar

REFUSED = 2


def import_file(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A case file (docs/case-file.md).")],
    name: Annotated[
        str | None,
        typer.Option("--as", help="The name the file is known by. Importing again under one name adds only what is new."),
    ] = None,
) -> None:
    """Take a case file in, whole or not at all. Ends with 2, and every fault, where the file is refused."""
    try:
        # As bytes: which letters they are is for the reader of case files to say, with the place of one that cannot be read.
        text = file.read_bytes()
    except OSError as error:
        stop_with(f"{file} cannot be read: {error.strerror}.", REFUSED)
    begin()
    need_tables()
    from holdfast.exchange.importer import import_case
    from holdfast.vocabulary.case_file import CaseRefused

    try:
        with ProgressBar("Importing") as shown:
            done = import_case(text, origin=name or file.stem, at=now(), progress=shown.to)
    except CaseRefused as refused:
        for fault in refused.faults:
            say(str(fault))
        stop_with(f"{len(refused.faults)} faults: nothing was imported.", REFUSED)
    if done.nothing_new:
        typer.echo(f"Nothing new: all {done.known_entries} entries had been imported as {done.origin}. Nothing was written.")
        return
    for pair in done.alike:
        # By ids: a name has no place in a terminal or in what is kept of it. Both names stand in the question on each record.
        typer.echo(f"  Question: {pair.one.id} has the {pair.alike_in} of {pair.other.id}. Are they one person?")
    if done.alike:
        typer.echo(
            f"{len(done.alike)} may be people whom the record had already: answer each on either record. Nobody was merged."
        )
    typer.echo(f"Imported as {done.origin}: {done.entries} entries about {done.people} new people.")
