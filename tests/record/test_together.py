"""Two people at once: neither is lost, nothing is doubled, and what is derived is true to both."""

import threading
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from holdfast.record.ledger.append import AppendRefused
from holdfast.record.models import EntryEnvelope
from holdfast.record.projection.rebuild import differences
from tests.record.family import MONDAY, Family, make_family


@pytest.fixture
def family_of_many(transactional_db: None) -> Family:
    return make_family()


def at_once(*actions: Callable[[], object]) -> list[Exception]:
    """Run these together, each in a thread and a connection of its own. Returns what went wrong."""
    ready, failed = threading.Barrier(len(actions)), list[Exception]()

    def run(action: Callable[[], object]) -> None:
        try:
            ready.wait(timeout=30)
            action()
        except Exception as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(action,)) for action in actions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return failed


def test_a_phone_that_sends_the_same_entry_twice_at_once_writes_it_once(family_of_many: Family):
    id = uuid4()
    failed = at_once(*[lambda: family_of_many.visit(id=id)] * 4)
    assert failed == []
    assert EntryEnvelope.objects.count() == 1


def test_two_corrections_of_one_entry_at_once_leave_one_and_tell_the_other(family_of_many: Family):
    visit = family_of_many.visit()
    at = MONDAY + timedelta(days=1)
    failed = at_once(*[lambda: family_of_many.visit(at=at, corrects=visit.id, reason="Date.", happened="2018-09-30")] * 3)
    assert EntryEnvelope.objects.filter(corrects=visit.id).count() == 1
    assert len(failed) == 2
    assert all(isinstance(error, AppendRefused) for error in failed)


def test_entries_about_one_family_at_once_are_all_in_what_is_derived(family_of_many: Family):
    chloe, harper = family_of_many.chloe.pk, family_of_many.harper.pk

    def visit(day: int, child: str) -> Callable[[], object]:
        return lambda: family_of_many.visit(happened=f"2018-09-{day:02}", about=(child,), seen=(child,))

    failed = at_once(*[visit(day, child) for day in range(3, 7) for child in (chloe, harper)])
    assert failed == []
    assert EntryEnvelope.objects.count() == 8
    assert list(differences()) == []
