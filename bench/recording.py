"""Writing an entry, with everything that follows from it, against inserting and committing the bare rows durably.

Nothing is kept between writes, so a process that has written about a family before and one that has not are the same.
"""

import gc
import os
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from bench.engine import profile
from bench.lives import history
from bench.timing import Ratio, side_by_side
from holdfast.config import postgres
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.record.ledger import append as appending
from holdfast.record.models import Organisation, Person, Worker
from holdfast.record.people import add_person
from holdfast.record.projection.refresh import bring_up_to_date, sweep_waiting
from holdfast.record.warm_up import warm_up
from holdfast.vocabulary.entry import Entry

SIZES = (20, 100, 300, 1000, 3000)
GOALS = {300: 3}
FAMILIES = 30
BARE_TABLES = """
CREATE TABLE bench_envelope (id uuid PRIMARY KEY, type text, happened date, recorded_at timestamptz);
CREATE TABLE bench_body (envelope_id uuid PRIMARY KEY, data jsonb);
GRANT SELECT, INSERT ON bench_envelope, bench_body TO holdfast_app;
"""
BARE = """
WITH envelope AS (
  INSERT INTO bench_envelope (id, type, happened, recorded_at) VALUES (%s, %s, %s, %s) RETURNING id
) INSERT INTO bench_body (envelope_id, data) SELECT %s, %s::jsonb
"""
BARE_WORDS = "a bare durable insert and commit"
OTHER = "import sys, django; django.setup(); from bench.recording import other_process; other_process(*sys.argv[1:])"
ALLOCATED = {"worker": "sam", "role": "lead social worker"}


def kinds(child: str, day: str) -> dict[str, dict[str, Any]]:
    """What is written: an ordinary visit, what somebody saw, and what most rules read."""
    return {
        "visit_made": {"kind": "child_protection", "seen": [child], "seen_alone": [child], "sleeping_place_seen": True},
        "observation_recorded": {"neglect": [], "other": ["calm"], "text": "Settled and warm.", "setting": "school"},
        "conference_held": {
            "kind": "review",
            "present": [{"worker": "sam", "role": "social_worker"}],
            "decisions": [{"child": child, "decision": "plan_continued", "category": "NEG", "reasons": "Neglect."}],
        },
    }


def ratios() -> Iterator[Ratio | str]:
    """An append on a child with a few, some and many entries; two processes in turn; leave that touches many families."""
    with postgres.superuser(settings.DATABASES["default"]["NAME"]) as owner:
        owner.execute(BARE_TABLES)
    place = Organisation.objects.create(id="bench-csc", kind="childrens_social_care", name="Northmere Children's Services")
    manager = Worker.objects.create(id="kay", name="Kay Ash", role="team_manager", organisation=place)
    by = Worker.objects.create(id="sam", name="Sam Poole", role="social_worker", organisation=place, manager=manager)
    warm_up()  # as the server and the worker do when they start
    for size in SIZES:
        yield from _on_a_child_with(size, by)
    yield from _two_processes(by)
    yield from _leave(by)
    gc.collect()
    kept = sum(isinstance(each, FamilyRecord) for each in gc.get_objects())
    yield f"{kept:8,}     families kept in memory after all of it"


def _child(name: str, size: int, by: Worker) -> tuple[str, datetime]:
    """A child with so many entries, worked out, and when the last was recorded."""
    parts = history(size)
    child = add_person(at=parts[0]["recorded_at"], by=by, id=name, born="2015-04-02").pk
    written = [Entry.build(id=str(uuid.uuid4()), about=(child,), by=by.pk, **part) for part in history(size, child)]
    last = max(entry.recorded_at for entry in written)
    with transaction.atomic():
        appending.write(written, organisation=by.organisation)
        bring_up_to_date([child], at=last)
    return child, last


def _appends(child: str, last: datetime, by: Worker) -> dict[str, Callable[[], object]]:
    minutes = count(1)

    def one(type: str) -> None:
        at = last + timedelta(minutes=next(minutes))
        day = at.date().isoformat()
        appending.append(at=at, by=by, type=type, happened=day, about=[child], data=kinds(child, day)[type])

    return {type: lambda type=type: one(type) for type in kinds(child, "")}  # type: ignore[misc]


def bare() -> None:
    """Two bare rows and nothing that follows from them."""
    with transaction.atomic(), connection.cursor() as cursor:
        id = uuid.uuid4()
        cursor.execute(BARE, [id, "observation_recorded", "2022-01-03", "2022-01-03T18:00Z", id, '{"text": "Settled and warm."}'])


def _on_a_child_with(size: int, by: Worker) -> Iterator[Ratio | str]:
    writes = _appends(*_child(f"bench-{size}", size, by), by)
    goal = f" (goal {GOALS[size]} x)" if size in GOALS else ""
    for one in writes.values():
        for _ in range(3):
            one()
    for type, one in writes.items():
        yield side_by_side(f"append of {type}, child with {size:,} entries{goal}", one, BARE_WORDS, bare, 21)
    if size in GOALS:
        yield from profile(lambda: [one() for one in writes.values() for _ in range(7)], "seven appends of each")


def _two_processes(by: Worker) -> Iterator[Ratio]:
    """Another process writes about the same family before each of ours."""
    child, last = _child("bench-two", 300, by)
    one = _appends(child, last, by)["visit_made"]
    arguments = [settings.DATABASES["default"]["NAME"], child, last.isoformat()]
    other = subprocess.Popen(
        [sys.executable, "-c", OTHER, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ
    )
    assert other.stdin is not None
    assert other.stdout is not None
    taken = []
    for _ in range(12):
        other.stdin.write("\n")
        other.stdin.flush()
        other.stdout.readline()
        taken.append(side_by_side("", one, "", bare, 1))
    other.stdin.close()
    other.wait()
    mine, theirs = sorted(each.seconds for each in taken), sorted(each.base for each in taken)
    yield Ratio("two processes in turn about a child with 300 entries, the second's append", BARE_WORDS, mine[6], theirs[6])


def other_process(database: str, child: str, last: str) -> None:
    """Write about a child each time a line comes in, half a minute before the first process does, and say when it is done."""
    from tests.databases import _point_at

    _point_at(database)
    one = _appends(child, datetime.fromisoformat(last) - timedelta(seconds=30), Worker.objects.get(pk="sam"))["visit_made"]
    for _ in sys.stdin:
        one()
        print(flush=True)


def _leave(by: Worker) -> Iterator[Ratio]:
    last = None
    for number in range(FAMILIES):
        child, last = _child(f"bench-leave-{number}", 100, by)
        with transaction.atomic():
            appending.append(
                at=last, by=by, type="worker_allocated", happened=last.date().isoformat(), about=[child], data=ALLOCATED
            )
    assert last is not None
    minutes = count(1)

    def leave() -> None:
        at = last + timedelta(minutes=next(minutes))
        appending.append(at=at, by=by, type="absence_started", happened=at.date().isoformat(), about=[], data={"worker": "sam"})

    def each_family() -> None:
        leave()
        sweep_waiting(at=last + timedelta(minutes=next(minutes)))

    children = Person.objects.filter(pk__startswith="bench-").count()
    yield side_by_side(f"leave that touches {children} families: the write", leave, BARE_WORDS, bare, 5)
    yield side_by_side("the same with the job that does them one by one", each_family, BARE_WORDS, bare, 3)
