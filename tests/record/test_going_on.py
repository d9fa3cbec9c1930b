"""Who is missing or in police protection tonight is a stored stretch: it ends with what ends it, comes back when that is
withdrawn, and stands in a record that was there before stretches were stored."""

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from holdfast.record.ledger.append import append
from holdfast.record.models import StoredSpan
from holdfast.record.projection.rebuild import differences
from holdfast.standards.states import MISSING, POLICE_PROTECTION
from holdfast.vocabulary.entry import Entry
from tests.record.family import MONDAY, Family

HOUR = timedelta(hours=1)


def tell(family: Family, type: str, hours: int, **parts: Any) -> Entry:
    about = parts.pop("about", (family.chloe.pk,))
    at = MONDAY + hours * HOUR
    return append(at=at, by=family.sam, type=type, happened=at.isoformat(), about=about, data={}, **parts)


def going_on(kind: str) -> set[str]:
    return set(StoredSpan.objects.filter(kind=kind, end__isnull=True).values_list("child_id", flat=True))


@pytest.mark.parametrize("kind", [MISSING.id, POLICE_PROTECTION.id])
def test_it_goes_on_until_what_ends_it_and_again_when_that_is_withdrawn(family: Family, kind: str):
    tell(family, f"{kind}_started", 0)
    assert going_on(kind) == {family.chloe.pk}
    ended = tell(family, f"{kind}_ended", 1)
    assert going_on(kind) == set()
    tell(family, "entry_withdrawn", 2, withdraws=ended.id, reason="It was her sister who came home.")
    assert going_on(kind) == {family.chloe.pk}
    tell(family, f"{kind}_ended", 3)
    assert going_on(kind) == set()
    tell(family, f"{kind}_started", 4)
    assert going_on(kind) == {family.chloe.pk}


def test_who_was_missing_before_stretches_were_stored_is_missing_after(family: Family):
    tell(family, "missing_started", 0)
    tell(family, "missing_started", 0, about=(family.harper.pk,))
    tell(family, "missing_ended", 1, about=(family.harper.pk,))
    tell(family, "police_protection_started", 1, about=(family.harper.pk,))
    before = set(StoredSpan.objects.filter(end__isnull=True).values_list("child_id", "kind", "start", "entry"))
    StoredSpan.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(import_module("holdfast.record.migrations.0015_named_by_key").GOING_ON)
    assert set(StoredSpan.objects.values_list("child_id", "kind", "start", "entry")) == before
    assert {(child, kind) for child, kind, *_ in before} == {
        (family.chloe.pk, MISSING.id),
        (family.harper.pk, POLICE_PROTECTION.id),
    }


def test_what_is_stored_is_what_the_record_says(family: Family):
    tell(family, "missing_started", 0)
    tell(family, "missing_ended", 1)
    tell(family, "police_protection_started", 2)
    assert list(differences()) == []
