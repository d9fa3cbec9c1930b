"""Writing an entry, with everything that follows from it, against inserting and committing the bare rows."""

import uuid
from collections.abc import Iterator
from datetime import timedelta

from django.db import connection, transaction

from bench.engine import profile
from bench.lives import history
from bench.timing import Ratio, side_by_side
from holdfast.record import append as appending
from holdfast.record import held
from holdfast.record.models import Organisation, Rechecked, Worker
from holdfast.record.people import add_person
from holdfast.record.recheck import bring_up_to_date
from holdfast.vocabulary.entry import Entry

SIZES = (20, 100, 300, 3000)
GOALS = {300: 4, 3000: 10}
WHOLE_HISTORY = 300
BARE = """
WITH envelope AS (
  INSERT INTO bench_envelope (id, type, happened, recorded_at) VALUES (%s, %s, %s, %s) RETURNING id
) INSERT INTO bench_body (envelope_id, data) SELECT id, %s::jsonb FROM envelope
"""


def make_bare_tables() -> None:
    """Two plain tables of the same shape, with nothing that follows from a row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE bench_envelope (id uuid PRIMARY KEY, type text, happened date, recorded_at timestamptz)"
        )
        cursor.execute("CREATE TEMP TABLE bench_body (envelope_id uuid PRIMARY KEY, data jsonb)")


def ratios() -> Iterator[Ratio | str]:
    """An append on a child with a few, some and many entries: in a process that has been writing about the child, in one that
    has not, and where the time goes."""
    make_bare_tables()
    place = Organisation.objects.create(id="bench-csc", kind="childrens_social_care", name="Northmere Children's Services")
    manager = Worker.objects.create(id="kay", name="Kay Ash", role="team_manager", organisation=place)
    by = Worker.objects.create(id="sam", name="Sam Poole", role="social_worker", organisation=place, manager=manager)
    for size in SIZES:
        yield from _on_a_child_with(size, by)


def _on_a_child_with(size: int, by: Worker) -> Iterator[Ratio | str]:
    parts = history(size)
    start = parts[0]["recorded_at"]
    child = add_person(at=start, by=by, id=f"bench-{size}").pk
    parts = history(size, child)
    written = [Entry.build(id=str(uuid.uuid4()), about=(child,), by=by.pk, **part) for part in parts]
    last = max(entry.recorded_at for entry in written)
    with transaction.atomic():
        appending.write(written, organisation=by.organisation)
        if size <= WHOLE_HISTORY:
            bring_up_to_date([child], at=last)
        else:  # as if it had been worked out all along: reading that much history at once takes minutes
            Rechecked.objects.create(person_id=child, at=last)
    following = iter(range(1, 1000))

    def one() -> None:
        at = last + timedelta(minutes=next(following))
        appending.append(
            at=at, by=by, type="observation_recorded", happened=at.date().isoformat(), about=[child],
            data={"neglect": [], "other": ["calm"], "text": "Settled and warm.", "setting": "school"},
        )  # fmt: skip

    def bare() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(BARE, [uuid.uuid4(), "observation_recorded", last.date(), last, '{"text": "Settled and warm."}'])

    def cold() -> None:
        held.forget()
        one()

    goal = f" (goal {GOALS[size]} x)" if size in GOALS else ""
    bare_words, times = "a bare insert and commit", 21 if size < 1000 else 7
    for _ in range(3):
        one()
    yield side_by_side(f"append, every rule rechecked, child with {size:,} entries{goal}", one, bare_words, bare, times)
    yield side_by_side("the same in a process that has not written about the child", cold, bare_words, bare, 5)
    for _ in range(3):
        one()
    if size in GOALS:
        yield from profile(lambda: [one() for _ in range(5)])
