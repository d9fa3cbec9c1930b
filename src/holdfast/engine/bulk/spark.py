"""Parts evaluated by Spark, beyond one machine: the same task for each part as in the pool. Needs the extra ``spark`` and a
Java of 17 or newer; the snapshot and the answers must lie where every machine reaches them by the same path."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import Any

from holdfast.engine.bulk.evaluate_part import Done, Task, prepare_process, run_part
from holdfast.engine.bulk.partitions import WorkUnit

LOOKED = 0.5
"""How many seconds go by between two looks at how far it has come."""
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.task.maxFailures": "4",
}
HERE = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}


class NoSpark(Exception):
    """There is no Spark to run on, and what to do about it."""


def run_on_spark(task: Task, parts: Sequence[WorkUnit], master: str, told: Callable[[int], None]) -> list[Done]:
    """Every part, as a task of a Spark; ``told`` hears how many have been done. Raises :class:`NoSpark`."""
    context = _context(master)
    try:
        wanted = [part.path for part in sorted(parts, key=lambda part: -part.entries)]
        # Nothing but the names of the parts goes out and nothing but what each took comes back: the answers are files.
        # A task for each part: parts are of one size already, and Spark would put several together.
        run = context.parallelize(wanted, len(wanted)).map(_Evaluate(task))
        # Collecting waits until all is done. Beside it somebody can be told how far it has come.
        with ThreadPoolExecutor(1) as beside:
            collected = beside.submit(run.collect)
            while not wait([collected], LOOKED).done:
                told(_done(context))
            found: list[Done] = collected.result()
            return found
    finally:
        context.stop()


def _done(context: Any) -> int:
    tracker = context.statusTracker()
    stages = (tracker.getStageInfo(id) for id in tracker.getActiveStageIds())
    return sum(stage.numCompletedTasks for stage in stages if stage is not None)


class _Evaluate:
    """One part, in whatever process Spark runs it."""

    ready: tuple[Any, ...] = ()

    def __init__(self, task: Task) -> None:
        self.task = task

    def __call__(self, path: str) -> Done:
        made_ready = (self.task.values, self.task.moments, self.task.directory)
        # A worker of Spark's is used again for other parts, and for other runs with other values.
        if _Evaluate.ready != made_ready:
            prepare_process(self.task)
            _Evaluate.ready = made_ready
        return run_part(self.task, path)


def _context(master: str) -> Any:
    try:
        from pyspark import SparkConf, SparkContext
    except ImportError as error:
        raise NoSpark("Spark is not installed here. To have it:\n  pip install 'holdfast[spark]'") from error
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        raise NoSpark("Spark needs a Java of 17 or newer. To have it:\n  sudo apt-get install -y openjdk-17-jre-headless")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = SETTINGS | (HERE if master.startswith("local") else {})
    conf = SparkConf().setMaster(master).setAppName("holdfast bulk").setAll(list(settings.items()))
    # Its processes are started by Java, which knows nothing of how this one was.
    conf.setExecutorEnv("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
    try:
        return SparkContext(conf=conf)
    # Whatever Java says of a place it cannot reach: the first line of it is for people, the rest is a stack.
    except Exception as error:
        raise NoSpark(f"Spark could not be reached at {master}: {str(error).splitlines()[0]}") from error
