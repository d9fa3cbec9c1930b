"""What follows from an entry is stored in one way, whoever brings the entry: one at a time, a file, or a rebuild."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from holdfast.exchange.importer import import_world
from holdfast.record.models import Alert, StoredClock, StoredSpan
from holdfast.record.projection.rebuild import differences, rebuild
from holdfast.record.projection.refresh import sweep
from holdfast.vocabulary.world import World
from tests.record.lived import lived, put_in
from tests.specs.kit import Example, conference, visit

SOURCE = Path(__file__).parents[2] / "src/holdfast"
STATEMENTS, STORE = "record/projection/projection_statements.py", "record/projection/store.py"
BY_MODEL = re.compile(
    r"\b(?:StoredClock|StoredSpan|Alert|Rechecked|Waiting|model)\.(?:objects|_default_manager)\b[^\n]*"
    r"\.(?:create|bulk_create|get_or_create|update_or_create|update|bulk_update|delete)\("
    r"|\b(?:StoredClock|StoredSpan|Rechecked|Waiting)\([a-z_]+="
)
BY_STATEMENT = re.compile(r"(?:INSERT INTO|UPDATE|DELETE FROM)\s+record_(?:storedclock|storedspan|alert|rechecked|waiting)\b")
CASE = Example(
    "A plan, a visit, a visit recorded late and one that is put right, then none.",
    (
        conference("plan", "Mon 2018-10-01"),
        visit("seen", "Fri 2018-10-05"),
        visit("late", "Thu 2018-10-18", recorded="Tue 2018-10-23"),
        visit("wrong day", "Fri 2018-11-02"),
        visit("right day", "Mon 2018-11-05", corrects="wrong day", recorded="Tue 2018-11-06", reason="It was the Monday."),
    ),
    "Fri 2018-12-28",
    (),
)
LONG_AFTER = timedelta(days=30)


def stored() -> dict[str, list[dict[str, Any]]]:
    """Every row but for the numbers that the database gives rows."""
    found = {model.__name__: list(model.objects.values()) for model in (StoredSpan, StoredClock, Alert)}
    for rows in found.values():
        for row in rows:
            if isinstance(row["id"], int):
                del row["id"]
        rows.sort(key=repr)
    return found


def one_by_one(world: World, at: Any) -> dict[str, list[dict[str, Any]]]:
    for _ in lived(put_in(world, at=min(entry.recorded_at for entry in world.entries) - timedelta(days=1))):
        pass
    while sweep(at=at):
        pass
    return stored()


def from_a_file(world: World, at: Any) -> dict[str, list[dict[str, Any]]]:
    import_world(world, origin="life", at=at)
    return stored()


def rebuilt(world: World, at: Any) -> dict[str, list[dict[str, Any]]]:
    one_by_one(world, at)
    rebuild(at=at)
    return stored()


@pytest.mark.django_db
def test_one_by_one_from_a_file_and_rebuilt_the_same_rows_are_stored() -> None:
    world = CASE.world()
    at = max(entry.recorded_at for entry in world.entries) + LONG_AFTER
    found = []
    for way in (one_by_one, from_a_file, rebuilt):
        with transaction.atomic():
            found.append(way(world, at))
            assert list(differences()) == []
            transaction.set_rollback(True)
    assert all(found[0].values()), "the case has spans, clocks and alerts"
    assert found[1] == found[0]
    assert found[2] == found[0]


def test_no_other_module_writes_what_is_derived() -> None:
    writes = [
        str(path.relative_to(SOURCE))
        for path in sorted(SOURCE.rglob("*.py"))
        if "migrations" not in path.parts and (BY_MODEL.search(text := path.read_text()) or BY_STATEMENT.search(text))
    ]
    assert writes == [STATEMENTS, STORE]
    asking = [str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.py") if "projection_statements" in path.read_text()]
    assert asking == [STORE]
