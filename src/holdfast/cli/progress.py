"""How far a long command has come: a bar for a person at a terminal, a plain line now and then for a file or a build machine."""

import sys
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

PARTS = 5
"""Into how many lines one thing is told where there is no terminal."""


class ProgressBar:
    """A bar on standard error while the block runs; where that is no terminal, lines."""

    def __init__(self, doing: str) -> None:
        self.what, self.told = doing, -1
        self.shown = sys.stderr.isatty()
        self.bar = Progress(
            *(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()),
            console=Console(stderr=True),
            # A build machine's log would have a line for every step of the bar.
            disable=not self.shown,
            # Gone when it is done: what was found is what stays on the screen.
            transient=True,
        )
        self.task = self.bar.add_task(doing, total=None)

    def __enter__(self) -> "ProgressBar":
        self.bar.start()
        # Said before anything is done: whoever waits at a file for minutes takes silence for a fault.
        if not self.shown:
            self._say(f"{self.what} …")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.bar.stop()

    def to(self, done: int, total: int) -> None:
        """So many of so many."""
        self.doing(self.what, done, total)

    def doing(self, what: str, done: int, total: int) -> None:
        """So many of so many of another thing."""
        self.bar.update(self.task, description=what, completed=done, total=total)
        if self.shown:
            return
        part = PARTS * done // total if total else PARTS
        if (what, part) != (self.what, self.told):
            self._say(f"  {what}: {done} of {total}")
        self.what, self.told = what, part

    @staticmethod
    def _say(line: str) -> None:
        print(line, file=sys.stderr, flush=True)  # noqa: T201
