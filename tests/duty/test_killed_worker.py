"""The background worker is killed in the middle of its work, and nothing is lost and nothing is doubled."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.conf import settings
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from holdfast.duty.escalation_job import run_minute_jobs, waiting
from holdfast.duty.models import Delivery, Notice
from holdfast.duty.tasks import every_minute
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.vocabulary.world import PersonName
from tests.duty.team import BEFORE, TUESDAY, Team, make_team

CHILDREN = 12
WORKER = [sys.executable, "-m", "django", "procrastinate", "worker", "-q", "minute", "--one-shot"]


def address(alias: str) -> str:
    where = settings.DATABASES[alias]
    options = f"&options={quote(where['OPTIONS']['options'])}" if where["OPTIONS"].get("options") else ""
    who = quote(where["USER"]) + (f":{quote(where['PASSWORD'])}" if where["PASSWORD"] else "")
    port = f":{where['PORT']}" if where["PORT"] else ""
    return f"postgresql://{who}@{port}/{where['NAME']}?host={quote(where['HOST'], safe='')}{options}"


@contextmanager
def a_worker() -> Iterator[subprocess.Popen[bytes]]:
    """A real background worker, in a process of its own, on the database of this test, with its clock held on the Tuesday."""
    environment = os.environ | {
        "DATABASE_URL": address("default"),
        "DATABASE_OWNER_URL": address("owner"),
        "DJANGO_SETTINGS_MODULE": "holdfast.config.settings",
        "HOLDFAST_FIXED_NOW": TUESDAY.isoformat(),
        "PYTHONPATH": str(settings.PROJECT / "src"),
    }
    process = subprocess.Popen(WORKER, env=environment, cwd=settings.PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=30)
        assert process.stderr is not None
        process.stderr.close()


@pytest.fixture
def busy(transactional_db: None) -> Team:
    team = make_team()
    for number in range(CHILDREN):
        child = people.add_person(at=BEFORE, by=team.sam, names=[PersonName(use="usual", given=f"Child {number}")], born="2012")
        data = {"worker": "w1", "role": "lead_social_worker"}
        append(at=BEFORE, by=team.grace, type="worker_allocated", happened="2019-08-01", about=(child.pk,), data=data)
        plan = {"plan": "child_protection", "category": "NEG"}
        append(at=BEFORE, by=team.peter, type="plan_started", happened="2019-08-01", about=(child.pk,), data=plan)
    return team


def everything_told() -> Counter[tuple[object, ...]]:
    return Counter(Delivery.objects.values_list("kind", "matter", "rung", "worker"))


@pytest.mark.parametrize("caught_after", [1, 40])
def test_a_worker_killed_half_way_loses_nothing_and_tells_nobody_twice(busy: Team, caught_after: int):
    cut_off = every_minute.defer(timestamp=0)
    with a_worker() as worker:
        patience = time.monotonic() + 60
        while Delivery.objects.filter(kind="alert").count() < caught_after:
            assert worker.poll() is None, worker.stderr.read().decode()[-2000:]
            assert time.monotonic() < patience, "the worker told nobody"
            time.sleep(0.002)
        os.kill(worker.pid, signal.SIGKILL)
        assert worker.wait(timeout=30) == -signal.SIGKILL
    half_way = everything_told()
    assert ProcrastinateJob.objects.get(pk=cut_off).status == "doing", "the job was cut off in the middle"

    with suppress(AlreadyEnqueued):  # the worker's own timetable may have been quicker
        every_minute.defer(timestamp=60)
    with a_worker() as worker:
        assert worker.wait(timeout=120) == 0

    alerts = {alert.pk for alert in waiting(TUESDAY)}
    assert len(alerts) >= 5 * CHILDREN
    told = everything_told()
    assert sum(half_way.values()) < sum(told.values()), "it was killed before it had finished"
    assert set(told.values()) == {1}, "nobody is told twice of one rung"
    assert {matter for kind, matter, _, _ in told if kind == "alert"} == alerts, "nothing is lost"
    assert half_way.keys() <= told.keys(), "what had been told stays told"
    run_minute_jobs(at=TUESDAY + timedelta(minutes=1))
    assert everything_told() == told
    assert set(Notice.objects.values_list("status", flat=True)) == {"sent"}
    assert all(row.gathered_at for row in Delivery.objects.all())
