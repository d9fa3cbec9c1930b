"""The review's case lived through, one entry at a time as each was recorded, gives what a replay of its file gives."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from holdfast.exchange.case_ids import KINDS, IdMap, internal_id
from holdfast.exchange.importer import import_world
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, StoredClock, StoredSpan, Worker
from holdfast.record.projection.rebuild import differences, rebuild
from holdfast.record.projection.refresh import everybody, sweep
from holdfast.vocabulary.case_file import read_case
from tests.sizes import one_in

REVIEW = Path(__file__).parents[2] / "cases" / "review.json"
BEFORE = datetime(2010, 1, 1, tzinfo=UTC)
OF_THE_REVIEW = "people of the review, by the meaning of record as their case is lived"
AFTERWARDS = datetime(2021, 1, 4, 9, 0, tzinfo=UTC)  # Monday


def shown() -> list[tuple[object, ...]]:
    """Every alert with when it first showed and when it ended, every clock and every span."""
    alerts = Alert.objects.values_list("pk", "rule_id", "raised_at", "ended_at", "withdrawn", "why", "evidence")
    clocks = StoredClock.objects.values_list("child", "key", "due", "met_by", "met_on", "excused_on", "open")
    spans = StoredSpan.objects.values_list("child", "kind", "start", "end", "entry")
    return sorted(map(repr, [*alerts, *clocks, *spans]))  # type: ignore[type-var, return-value]


@pytest.mark.django_db
def test_what_showed_as_the_case_was_lived_is_what_a_replay_says_would_have_shown():
    world = read_case(REVIEW.read_text())
    without = json.loads(REVIEW.read_text()) | {"entries": []}
    # Held against no day: two of these children are born while their case is lived.
    import_world(read_case(json.dumps(without)), origin="review", at=BEFORE)
    lists = (world.organisations, world.workers, world.people, {entry.id: entry for entry in world.entries})
    ids = {kind: {id: internal_id("review", kind, id) for id in listed} for kind, listed in zip(KINDS, lists, strict=True)}
    lived = IdMap(ids).world(world)
    workers = {worker.pk: worker for worker in Worker.objects.all()}
    for number, entry in enumerate(sorted(lived.entries, key=lambda entry: entry.recorded_at)):
        append(
            at=entry.recorded_at,
            by=workers[entry.by] if entry.by else None,
            type=entry.type,
            happened=entry.happened,
            about=entry.about,
            data=entry.data,
            id=entry.id,
            source=entry.source,
            corrects=entry.corrects,
            withdraws=entry.withdraws,
            reason=entry.reason,
        )
        if number % 25 == 0:
            assert list(differences(every=one_in(OF_THE_REVIEW))) == []
    while sweep(at=AFTERWARDS):
        pass
    assert len(everybody()) > 4
    as_lived = shown()
    assert list(differences()) == []
    rebuild(at=AFTERWARDS)
    assert shown() == as_lived
