"""Whoever can rewrite the database cannot do it unseen."""

from datetime import date, timedelta

import pytest
from django.db import connection, connections

from holdfast.config import postgres
from holdfast.record.ledger.seals import seal
from holdfast.record.ledger.verification import verify
from holdfast.record.models import Seal, SealedLeaf
from holdfast.record.people import state_fact
from tests.record.family import MONDAY, Family, make_family

MINUTE = timedelta(minutes=1)


def tamper(statement: str) -> None:
    """As the superuser of the database, past every refusal."""
    with postgres.superuser(connection.settings_dict["NAME"]) as intruder:
        intruder.execute("SET session_replication_role = replica")
        assert intruder.execute(statement).rowcount > 0


@pytest.fixture
def sealed(transactional_db: None) -> Family:
    family = make_family()
    family.visit(at=MONDAY)
    family.contact(at=MONDAY)
    seal(at=MONDAY + MINUTE)
    family.visit(at=MONDAY + 2 * MINUTE, happened="2018-09-25")
    seal(at=MONDAY + 3 * MINUTE)
    return family


def test_a_record_nobody_touched_verifies(sealed: Family):
    report = verify()
    assert report.ok, report.findings
    assert (report.seals, report.unsealed) == (2, 0)
    assert report.leaves == 2 + 1 + 6 + 2  # two contacts and visits, one more, the facts, the relationships


def test_a_minute_in_which_nothing_was_recorded_needs_no_seal(sealed: Family):
    assert seal(at=MONDAY + 4 * MINUTE) is None
    assert Seal.objects.count() == 2


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        (
            "UPDATE record_entrybody SET data = jsonb_set(data, '{text}', '\"Fine.\"') WHERE data ? 'text'",
            "body of this entry was changed",
        ),
        ("DELETE FROM record_entrybody WHERE data ? 'text'", "body of this entry was removed"),
        ("UPDATE record_entryenvelope SET recorded_at = recorded_at - interval '1 microsecond'", "entry was changed"),
        ("UPDATE record_entryenvelope SET recorded_by_id = 'w9' WHERE type = 'contact_received'", "entry was changed"),
        ("UPDATE record_entryenvelope SET happened_last = happened_last - 1", "happened was changed"),
        ("DELETE FROM record_entryenvelope WHERE type = 'contact_received'", "entry was removed"),
        ("DELETE FROM record_entryabout", "entry was changed"),
        ("UPDATE record_personfact SET value = '\"2010\"' WHERE kind = 'born'", "fact was changed"),
        ("UPDATE record_relationship SET parental_responsibility = false", "relationship was changed"),
        ("DELETE FROM record_relationship", "relationship was removed"),
        ("UPDATE record_sealedleaf SET leaf = repeat('0', 64) WHERE position = 0", "do not give its root"),
        ("UPDATE record_seal SET sealed_at = sealed_at - interval '1 day' WHERE number = 1", "does not follow"),
        ("DELETE FROM record_seal WHERE number = 1", "seal before this one is gone"),
    ],
)
def test_a_changed_or_removed_byte_is_found(sealed: Family, statement: str, found: str):
    tamper(statement)
    assert found in "\n".join(map(str, verify().findings))


def test_an_entry_slipped_in_with_an_earlier_date_of_recording_is_found_before_and_after_it_is_sealed(sealed: Family):
    slipped = sealed.visit(at=MONDAY - timedelta(days=10))
    assert [finding.row for finding in verify().findings] == [slipped.id]
    seal(at=MONDAY + 5 * MINUTE)
    assert [finding.row for finding in verify().findings] == [slipped.id]


def test_a_head_that_a_partner_agency_holds_shows_that_later_seals_were_removed(sealed: Family):
    held = verify().head
    assert verify(held=held).ok
    tamper("DELETE FROM record_sealedleaf WHERE seal_id = 2")
    tamper("DELETE FROM record_seal WHERE number = 2")
    assert verify().ok  # the chain alone cannot tell, which is why somebody else holds its head
    assert not verify(held=held).ok


def test_a_seal_is_the_same_in_every_time_zone(sealed: Family, monkeypatch: pytest.MonkeyPatch):
    connection.close()
    monkeypatch.setitem(connection.settings_dict, "TIME_ZONE", "Pacific/Auckland")
    for lazy in ("timezone", "timezone_name"):
        connections["default"].__dict__.pop(lazy, None)
    with connection.cursor() as cursor:
        cursor.execute("SHOW TimeZone")
        assert cursor.fetchone() == ("Pacific/Auckland",)
    assert verify().ok, verify().findings
    connection.close()
    for lazy in ("timezone", "timezone_name"):
        connections["default"].__dict__.pop(lazy, None)


def test_what_a_report_says_names_rows_and_never_their_words(sealed: Family):
    tamper("UPDATE record_entrybody SET data = jsonb_set(data, '{text}', '\"Fine.\"') WHERE data ? 'text'")
    said = "\n".join(map(str, verify().findings))
    assert "Fine" not in said
    assert "coat" not in said


def test_every_row_has_one_leaf(sealed: Family):
    assert SealedLeaf.objects.values("row").distinct().count() == SealedLeaf.objects.count()


@pytest.mark.parametrize("change", ["check_by = '2029-01-01'", "said_by = NULL", "detail = '{}'::jsonb"])
def test_a_changed_review_day_or_source_of_a_fact_is_found(sealed: Family, change: str):
    state_fact(
        person=sealed.mother,
        kind="telephone",
        value="01632 960 141",
        at=MONDAY + 4 * MINUTE,
        by=sealed.sam,
        check_by=date(2019, 1, 1),
        said_by="school",
        detail={"sort": "mobile"},
    )
    seal(at=MONDAY + 5 * MINUTE)
    assert verify().ok
    tamper(f"UPDATE record_personfact SET {change} WHERE kind = 'telephone'")
    assert not verify().ok
