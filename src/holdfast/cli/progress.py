"""How far a long command has come: a bar for a person at a terminal, nothing for a file or a build machine."""

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


class ProgressBar:
    """A bar on standard error while the block runs."""

    def __init__(self, doing: str) -> None:
        self.bar = Progress(
            *(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()),
            console=Console(stderr=True),
            # A build machine's log would have a line for every step of the bar.
            disable=not sys.stderr.isatty(),
            # Gone when it is done: what was found is what stays on the screen.
            transient=True,
        )
        self.task = self.bar.add_task(doing, total=None)

    def __enter__(self) -> "ProgressBar":
        self.bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.bar.stop()

    def to(self, done: int, total: int) -> None:
        """So many of so many."""
        self.bar.update(self.task, completed=done, total=total)

    def doing(self, what: str, done: int, total: int) -> None:
        """So many of so many of another thing."""
        self.bar.update(self.task, description=what, completed=done, total=total)
