"""A database that was made before a change goes over: nothing in it is lost, and what is worked out from it stays true."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from holdfast.kernel.when import london_day, start_of_day
from holdfast.record.ledger.verification import verify
from holdfast.record.models import AboutNobody, Alert, EntryEnvelope, Seal
from holdfast.record.projection.derivation import NO_LONGER_SHOWN
from holdfast.record.projection.rebuild import differences, rebuild
from holdfast.record.table_upgrade import upgrade_tables
from tests.databases import restored
from tests.sizes import one_in

DUMP = Path(__file__).parent / "before/demonstration.sql.xz"
AT = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)  # when it was left
BETWEEN_ENGINES = one_in("people of an earlier record, by the meaning of record")
"""One in so many people is compared with the reference engine too, which takes its time."""

# What happened on a day and was written down by its end counts as known all day (docs/counting.md). So these first showed
# when the day began, and not in the hour in which something unrelated was written down,
EARLIER_THAT_DAY = {"SIG-NEGLECT-CUMULATIVE": 3, "SIG-NOT-SEEN-TWICE": 2, "SIG-INFO-NOT-JOINED": 1}
# and these never, and are withdrawn: what they asked for was done and written down on the day they would have shown.
DONE_THAT_DAY = {"SIG-WEEKS-UNSEEN": 6, "CP-52": 2}
# These nobody asked then: a family was offered a meeting, and nobody has said what they answered; two people are recorded as the
# mother of one child; and an action was due, and nobody has said whether it was done.
NEWLY_ASKED = {"SIG-PROPOSAL-OPEN": 10, "SIG-BIRTH-PARENTS": 2, "SIG-ACTION-PAST-DUE": 1}
# And these had been over for weeks when the record stopped bearing them out. They ended when they were over.
OVER_SOONER = {"SIG-VIEWS-STALE": 2, "SIG-WEEKS-UNSEEN": 1}


@dataclass(frozen=True)
class Before:
    """What was in the database as it was left."""

    entries: list[tuple[UUID, str, str]]
    alerts: dict[UUID, Alert]
    head: str


@pytest.fixture(scope="module")
def before(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[Before]:
    """The database, brought up to date and rebuilt."""
    with django_db_blocker.unblock(), restored(DUMP):  # type: ignore[attr-defined]
        upgrade_tables(verbosity=0)
        yield _as_it_was_left()


def _as_it_was_left() -> Before:
    was = Before(_entries(), {alert.pk: alert for alert in Alert.objects.all()}, Seal.objects.latest("number").head)
    rebuild(at=AT)
    return was


def _entries() -> list[tuple[UUID, str, str]]:
    return list(EntryEnvelope.objects.order_by("sequence").values_list("pk", "type", "body_digest"))


def test_no_entry_is_lost_and_none_is_added(before: Before):
    assert len(before.entries) == 5421
    assert _entries() == before.entries


def test_its_seals_show_that_nothing_was_altered_removed_or_back_dated(before: Before):
    report = verify(held=before.head)
    assert report.ok, report.findings
    assert (report.seals, report.unsealed) == (2, 0)


def test_everything_worked_out_is_what_the_entries_say(before: Before):
    assert list(map(str, differences(every=BETWEEN_ENGINES))) == []


def test_what_had_been_raised_is_still_there_and_withdrawn_if_it_was_done_on_the_very_day(before: Before):
    now = {alert.pk: alert for alert in Alert.objects.all()}
    asked = Counter(alert.rule_id for key, alert in now.items() if key not in before.alerts)
    assert asked == NEWLY_ASKED
    assert now.keys() >= before.alerts.keys()
    withdrawn = [alert for alert in now.values() if alert.ended_why == NO_LONGER_SHOWN]
    assert Counter(alert.rule_id for alert in withdrawn) == DONE_THAT_DAY
    for alert in withdrawn:
        was = before.alerts[alert.pk]
        assert alert.withdrawn
        assert (alert.raised_at, alert.ended_at, alert.why, alert.answered_by) == (was.raised_at, was.ended_at, was.why, None)
        assert alert.ended_at is not None
        assert london_day(alert.ended_at) == london_day(alert.raised_at)


def test_what_had_been_raised_says_when_as_it_did_unless_only_the_day_counts(before: Before):
    moved, sooner = Counter[str](), Counter[str]()
    for alert in Alert.objects.all():
        was = before.alerts.get(alert.pk)
        if was is None:
            continue
        assert alert.answered_by == was.answered_by
        if alert.ended_at != was.ended_at:
            assert was.withdrawn
            assert alert.raised_at < alert.ended_at < was.ended_at
            sooner[alert.rule_id] += 1
        assert alert.withdrawn == (was.withdrawn or alert.ended_why == NO_LONGER_SHOWN)
        if alert.raised_at != was.raised_at:
            assert alert.raised_at == start_of_day(london_day(was.raised_at))
            moved[alert.rule_id] += 1
    assert moved == EARLIER_THAT_DAY
    assert sooner == OVER_SOONER


def test_an_absence_that_was_put_right_and_then_withdrawn_still_concerns_who_was_said_to_be_away(before: Before):
    withdrawn = AboutNobody.objects.get(envelope__recorded_at__gt=AT.replace(day=23), envelope__withdraws__isnull=False)
    story = AboutNobody.objects.filter(chain=withdrawn.chain).order_by("envelope__sequence")
    assert [each.envelope.type for each in story] == ["absence_started", "absence_started", "entry_withdrawn"]
    assert all("tom.ridley" in each.concerns for each in story[:2])
