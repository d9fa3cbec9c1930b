"""Parts evaluated side by side on this machine: a process for each core, a part a task."""

import os
from collections.abc import Iterator, Sequence
from multiprocessing import get_context

import pyarrow as pa

from holdfast.engine.bulk.evaluate_part import Done, Task, prepare_process, run_part
from holdfast.engine.bulk.partitions import WorkUnit

# A process takes a second to start and to compile every rule: for a small record all of it is done by then.
IN_THIS_PROCESS = 20_000
"""How many entries are sooner evaluated here than by processes that have to be started."""
PASSED_ON = {"OMP_NUM_THREADS": "1", "ARROW_IO_THREADS": "1"}


def run_in_pool(task: Task, parts: Sequence[WorkUnit], *, processes: int | None = None) -> Iterator[Done]:
    """Every part, as each is done. Memory is bounded by the part: a process holds one family and the rows not yet written."""
    cores = processes or len(os.sched_getaffinity(0))
    # The largest first, so that none is left over at the end to run alone.
    wanted = [part.path for part in sorted(parts, key=lambda part: -part.entries)]
    if processes is None and sum(part.entries for part in parts) < IN_THIS_PROCESS:
        cores = 1
    if cores == 1 or len(wanted) < 2:
        for path in wanted:
            yield run_part(task, path)
        return
    # Not forked: Arrow and DuckDB have threads by then, and a fork would copy their locks without them.
    context = get_context("spawn")
    before = {name: os.environ.get(name) for name in PASSED_ON}
    # Set before the processes start, because the libraries read it as they are imported, and put back for this one.
    os.environ.update(PASSED_ON)
    try:
        pool = context.Pool(min(cores, len(wanted)), _start, (task,))
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
    with pool:
        yield from pool.imap_unordered(_PoolRun(task), wanted)


def _start(task: Task) -> None:
    # There is a process for each core already: threads of their own would fight for the same ones.
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    prepare_process(task)


class _PoolRun:
    """The same task for every part, as it is sent to a process."""

    def __init__(self, task: Task) -> None:
        self.task = task

    def __call__(self, path: str) -> Done:
        return run_part(self.task, path)
