"""What the commands for everybody share: what is read, the run itself, and what is said of it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from holdfast.cli.case_option import world_in
from holdfast.cli.nearest import did_you_mean
from holdfast.cli.preflight import begin, need_tables, say, stop_with
from holdfast.cli.progress import ProgressBar
from holdfast.cli.values_file import REFUSED, values_in
from holdfast.engine.bulk.duckdb_session import Duck
from holdfast.engine.bulk.everyone import RunResult, run
from holdfast.engine.bulk.report import STATES, RunCount
from holdfast.engine.bulk.snapshot_writer import NotASnapshot, write_world
from holdfast.engine.bulk.spark import NoSpark
from holdfast.kernel.moment import Moment
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import Values


@dataclass(frozen=True)
class Everybody:
    """Rules over one snapshot, by a partnership's own values."""

    machine: Duck
    snapshot: Path
    values: Values
    on: str

    def at(self, moments: Moment | list[Moment], only: list[str] | None) -> RunResult:
        """Evaluate the rules, showing how far it has come."""
        with ProgressBar("Rules") as shown:
            return run(
                self.snapshot, moments, machine=self.machine, only=only, values=self.values, on=self.on, progress=shown.doing
            )


@contextmanager
def everybody(
    *, snapshot: Path | None, cases: list[Path] | None, values: str | None, on: str, memory: str
) -> Iterator[Everybody]:
    """Everybody in a snapshot, in case files, or (where neither is named) in the record, brought into its snapshot first."""
    # Case files are laid out as a snapshot of their own and then read like any other: there is one way to read everybody.
    with Duck(memory=memory) as machine, tempfile.TemporaryDirectory(prefix="holdfast-cases-") as beside:
        directory = snapshot
        if cases:
            directory = Path(beside) / "snapshot"
            write_world(directory, *(world_in(file) for file in cases))
        elif directory is None:
            directory = snapshot_of_the_record()
        # What the partnership has set is for its own record. A snapshot or a case from elsewhere is read as published unless a
        # file says otherwise, and needs no database.
        own = values_in(values) if values or snapshot or cases else _of_the_partnership()
        try:
            yield Everybody(machine, directory, own, on)
        except (NotASnapshot, NoSpark) as error:
            stop_with(str(error), REFUSED)


def snapshot_of_the_record() -> Path:
    """The record's own snapshot, brought up to now."""
    begin()
    need_tables()
    from django.conf import settings

    from holdfast.record import snapshot

    directory = Path(settings.PROJECT) / ".holdfast" / "snapshot"
    with ProgressBar("Snapshot") as shown:
        added = snapshot.write(directory, progress=shown.to)
    say(f"{added:,} entries added to the snapshot in {directory}.")
    return directory


def _of_the_partnership() -> Values:
    from holdfast.record.partnership_values import load_values

    return load_values()


def chosen_rules(text: str | None) -> list[str] | None:
    """The rules that ``--rules`` names; ``None`` where it is not given. Stops at an id that is no rule."""
    if text is None:
        return None
    chosen = [each.strip().upper() for each in text.split(",") if each.strip()]
    for id in chosen:
        if id not in STANDARDS and id not in SIGNALS:
            near = did_you_mean(id, [*STANDARDS, *SIGNALS])
            stop_with(f"--rules: there is no standard or signal {id!r}.{near}", REFUSED)
    return chosen


def state_cells(of: RunCount) -> list[str]:
    """How many of one standard's clocks stand how, as a row of a table has them: nothing where there are none."""
    return [f"{of.states[name]:,}" if of.states[name] else "" for name in STATES]


def say_how_it_went(result: RunResult, rules: int) -> None:
    """How much was asked of how many, and what it took."""
    found = f"{result.clocks:,} clocks and {result.signals:,} signals" if result.signals else f"{result.clocks:,} clocks"
    say(f"{rules} rules for {result.people:,} people in {result.families:,} families: {found}.")
    say(f"{result.seconds:,.0f} s of processors; at most {result.peak:,.0f} MB of memory in one of the processes.")
