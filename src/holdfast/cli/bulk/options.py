"""The options that the commands for everybody share: what is read, by which values, and where it runs."""

from pathlib import Path
from typing import Annotated

import typer

KnownAt = Annotated[str | None, typer.Option("--known-at", metavar="INSTANT", help="Hide what was recorded later.")]
Rules = Annotated[str | None, typer.Option("--rules", metavar="ID,…", help="Only these standards and signals.")]
SnapshotDirectory = Annotated[Path | None, typer.Option("--snapshot", metavar="DIR", help="Read this snapshot as it is.")]
CaseFiles = Annotated[list[Path] | None, typer.Option("--case", metavar="FILE", help="Read case files (more than once).")]
ValuesFile = Annotated[str | None, typer.Option("--values", metavar="FILE", help="With a partnership's own values.")]
On = Annotated[str, typer.Option("--on", metavar="local|spark://…", help="This machine's own processes, or a Spark's master.")]
Memory = Annotated[str, typer.Option("--memory", help="The most memory for making snapshots; the rest goes to disk.")]
