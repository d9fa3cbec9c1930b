"""Who looked at a child, and why they could, cannot be changed by anybody who looks."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction

from holdfast.access.models import Look, LookKept, User

FRIDAY = datetime(2019, 11, 29, 16, 50, tzinfo=UTC)  # a Friday


@pytest.fixture
def look(db: None) -> Look:
    user = User.objects.create(username="looker")
    said: dict[str, Any] = {"page": "a page", "permission": "see_child", "allowed": True, "basis": "lead social worker"}
    return Look.objects.create(at=FRIDAY, as_at=FRIDAY, user=user, child="ava", **said)


def test_a_look_is_written_once(look: Look) -> None:
    look.basis = "no reason"
    with pytest.raises(LookKept):
        look.save()
    with pytest.raises(LookKept):
        look.delete()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE access_look SET basis = 'x'", "DELETE FROM access_look", "TRUNCATE access_look", "DROP TABLE access_look"],
)
def test_the_web_app_cannot_change_a_look_even_in_sql(look: Look, statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Look.objects.get().basis == "lead social worker"


@pytest.mark.django_db(databases=["default", "owner"], transaction=True)
@pytest.mark.parametrize("statement", ["UPDATE access_look SET basis = 'x'", "DELETE FROM access_look", "TRUNCATE access_look"])
def test_not_even_the_owner_of_the_table_changes_a_look_by_mistake(statement: str) -> None:
    user = User.objects.create(username="looker")
    Look.objects.create(
        at=FRIDAY, as_at=FRIDAY, user=user, child="ava", page="a page", permission="see_child", allowed=True, basis="lead"
    )
    with pytest.raises(DatabaseError, match="kept as it was written"), connections["owner"].cursor() as cursor:
        cursor.execute(statement)
    assert Look.objects.get().basis == "lead"


def test_django_cannot_change_many_looks_at_once(look: Look) -> None:
    for attempt in (lambda: Look.objects.update(basis="x"), lambda: Look.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
