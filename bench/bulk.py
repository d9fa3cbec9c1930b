"""Every rule for everybody on this machine's own processes: at one, three and ten times a size, and against the meaning of
record over some of the same children.

``python -m bench.bulk`` takes a few minutes. ``python -m bench.bulk --nation`` is 400,000 children with some 50 entries each:
minutes of making them, and long over it; it says how far it has come.
"""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.region import NOW, make
from bench.timing import Ratio
from holdfast.engine.bulk.duckdb_session import Duck
from holdfast.engine.bulk.everyone import RunResult, run
from holdfast.engine.bulk.family_reader import SnapshotFamily, SnapshotPartnership, families, partnership
from holdfast.engine.bulk.partitions import Partitions, partitioned
from holdfast.engine.compiled.entries import happened
from holdfast.engine.compiled.instants import LAST
from holdfast.engine.compiled.readable_results import at
from holdfast.engine.reference.evaluate import rules
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.rulebook import published
from holdfast.kernel.birthdays import ON_1_MARCH
from holdfast.vocabulary.entry import Entry, parse_data
from holdfast.vocabulary.world import World

SMALLEST = 3_000
NATION, VISITS_OF_THE_NATION = 400_000, 38
SAMPLE = 40
"""How many families the meaning of record reads, which takes some twenty times as long."""


def _processors() -> float:
    """The seconds of processors that this process and those it started have taken."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def measured(children: int, directory: Path, *, visits: int = 20, show: bool = False) -> Iterator[str]:
    """One size: making it, laying it out by family, and all rules for everybody."""
    count = make(directory, children, visits=visits)
    yield f"{children:,} children, {count:,} entries"
    with Duck() as machine:
        begun, used = time.perf_counter(), _processors()
        partitions = partitioned(directory, machine)
        yield f"   by family: {_processors() - used:.1f} s of processors, {time.perf_counter() - begun:.1f} s"
        begun, used = time.perf_counter(), _processors()
        answers = run(directory, NOW, machine=machine, progress=_Shown() if show else None)
        used, took = _processors() - used, time.perf_counter() - begun
        each = 1000 * answers.seconds / children
        yield f"   {answers.clocks:,} clocks and {answers.signals:,} signals by {len(published().ids)} rules: {took:.1f} s"
        yield f"   {used:.1f} s of processors, {each:.2f} ms a child without starting; at most {answers.peak:,.0f} MB a process"
        if not show:
            yield str(_against_the_meaning_of_record(partitions, answers, children))


class _Shown:
    """How far it has come, and how long it will take if it goes on so."""

    def __init__(self) -> None:
        self._begun: dict[str, float] = {}

    def __call__(self, what: str, done: int, total: int) -> None:
        begun = self._begun.setdefault(what, time.perf_counter())
        left = (time.perf_counter() - begun) / done * (total - done) if done else 0.0
        sys.stderr.write(f"\r{what} {done:,} of {total:,}, about {left / 60:.0f} minutes left  ")
        sys.stderr.flush()


def _against_the_meaning_of_record(partitions: Partitions, answers: RunResult, children: int) -> Ratio:
    """The same rules, in one state of knowledge, over some of the families."""
    shared = partnership(partitions.snapshot, partitions.directory)
    some = islice(families(partitions.directory / partitions.parts[0].path), SAMPLE)
    read = [(_world(family, shared), family.everybody()) for family in some]
    begun = time.process_time()
    for world, everybody in read:
        known = RecordView(world, NOW)
        for person in everybody:
            for rule in rules().values():
                list(rule.shows(PersonView.of(known, person)))
    took = (time.process_time() - begun) / sum(len(everybody) for _, everybody in read)
    return Ratio("the meaning of record, for one child", "everybody, for one child", took, answers.seconds / children)


def _world(family: SnapshotFamily, shared: SnapshotPartnership) -> World:
    people = family.people_at(LAST, shared, ON_1_MARCH)
    entries = tuple(
        Entry(
            each.id,
            each.type,
            happened(each),
            at(each.recorded),
            each.by,
            each.about,
            parse_data(each.type, each.data),
            None,
            each.corrects,
            each.withdraws,
            each.reason,
            each.arrived,
        )
        for each in family.entries
    )
    return World(shared.organisations, shared.workers, people.by_id, tuple(people.links), entries)


def ratios(sizes: tuple[int, ...] = (SMALLEST, 3 * SMALLEST, 10 * SMALLEST)) -> Iterator[str]:
    """All rules for everybody at each size."""
    for children in sizes:
        with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as beside:
            yield from measured(children, Path(beside) / "snapshot")


def main() -> None:
    """Print the ratios as they are measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, help="one size only")
    parser.add_argument("--nation", action="store_true", help=f"{NATION:,} children with some 50 entries each")
    asked = parser.parse_args()
    if asked.nation:
        with tempfile.TemporaryDirectory(prefix="holdfast-bench-") as beside:
            for line in measured(NATION, Path(beside) / "snapshot", visits=VISITS_OF_THE_NATION, show=True):
                print(line, flush=True)
        return
    for line in ratios((asked.children,)) if asked.children else ratios():
        print(line, flush=True)


if __name__ == "__main__":
    main()
