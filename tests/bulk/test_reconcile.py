"""Every night everybody is worked out at once over the whole record: a stored clock or alert that is not what the entries say
is an incident."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from holdfast.cli import app
from holdfast.duty.models import Delivery
from holdfast.duty.nightly_comparison import compare_nightly
from holdfast.engine.bulk.snapshot_writer import manifest
from holdfast.engine.compiled.compiled_rules import compiled
from holdfast.engine.rulebook import in_use
from holdfast.record import snapshot
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, StoredClock
from holdfast.record.people import add_person
from holdfast.record.projection.refresh import sweep
from holdfast.standards.local_values import NO_VALUES
from tests.record.family import MONDAY, Family, make_family

TUESDAY = MONDAY + timedelta(days=1)  # 2018-10-02
NEXT_MONTH = MONDAY + timedelta(days=35)  # Monday 2018-11-05


@pytest.fixture
def family(db: None) -> Family:
    made = make_family()
    chloe = made.chloe.pk
    decisions = [{"child": chloe, "decision": "plan_made", "category": "NEG", "reasons": "Neglect."}]
    data = {"kind": "initial", "present": [{"worker": "w1", "role": "social_worker"}], "decisions": decisions}
    append(at=MONDAY, by=made.manager, type="conference_held", happened="2018-10-01", about=[chloe], data=data)
    made.contact(at=MONDAY)
    made.visit(at=TUESDAY, happened="2018-10-02")
    return made


def test_a_record_that_is_as_it_should_be_raises_nothing(family: Family, tmp_path: Path) -> None:
    found = compare_nightly(at=TUESDAY, directory=tmp_path / "snapshot")
    assert found.clocks > 10
    assert found.differences == ()
    assert not Delivery.objects.filter(kind="record").exists()


def test_what_only_time_has_changed_since_is_no_mistake(family: Family, tmp_path: Path) -> None:
    assert compare_nightly(at=NEXT_MONTH, directory=tmp_path / "snapshot").differences == ()


def test_a_stored_clock_that_somebody_changed_is_an_incident_in_the_on_call_mailbox(family: Family, tmp_path: Path) -> None:
    StoredClock.objects.filter(standard="CP-20").update(due="2018-12-25")
    found = compare_nightly(at=TUESDAY, directory=tmp_path / "snapshot")
    assert [(each.key.partition("/")[0], each.what) for each in found.differences] == [("CP-20", "differs in due")]
    incident = Delivery.objects.get(kind="record")
    assert incident.incident
    assert "CP-20" in incident.because
    assert family.chloe.pk not in incident.because
    compare_nightly(at=TUESDAY, directory=tmp_path / "snapshot")
    assert Delivery.objects.filter(kind="record").count() == 1


def test_an_alert_that_somebody_changed_is_an_incident_too(family: Family, tmp_path: Path) -> None:
    sweep(at=NEXT_MONTH)
    alert = Alert.objects.filter(child=family.chloe.pk, withdrawn=False).order_by("key")[0]
    assert compare_nightly(at=NEXT_MONTH, directory=tmp_path / "snapshot").differences == ()
    Alert.objects.filter(pk=alert.pk).update(raised_at=alert.raised_at + timedelta(hours=1))
    found = compare_nightly(at=NEXT_MONTH, directory=tmp_path / "snapshot")
    assert [(each.key, each.what) for each in found.differences] == [(alert.key, "differs in raised_at")]
    assert Delivery.objects.filter(kind="record").exists()


def test_a_stored_clock_that_is_gone_is_an_incident_too(family: Family, tmp_path: Path) -> None:
    StoredClock.objects.filter(standard="CP-31").delete()
    found = compare_nightly(at=TUESDAY, directory=tmp_path / "snapshot")
    assert [(each.key.partition("/")[0], each.what) for each in found.differences] == [("CP-31", "missing")]


def test_a_snapshot_of_the_record_takes_in_only_what_is_new(family: Family, tmp_path: Path) -> None:
    directory = tmp_path / "snapshot"
    assert snapshot.write(directory) == 3
    assert snapshot.write(directory) == 0
    family.visit(at=NEXT_MONTH, happened="2018-11-05")
    assert snapshot.write(directory) == 1
    assert len(manifest(directory)["entries"]["visit_made"]) == 2


def test_the_command_reads_the_record_itself(family: Family, tmp_path: Path, settings: Any) -> None:
    settings.PROJECT = tmp_path
    done = CliRunner().invoke(app, ["bulk", "run", "--as-at", "2018-10-02", "--rules", "CP-31", "--format", "json"])
    assert done.exit_code == 0, done.output
    (clock,) = (json.loads(line) for line in done.stdout.splitlines())
    assert (clock["standard"], clock["child"], clock["due"], clock["state"]) == ("CP-31", family.chloe.pk, "2018-10-08", "met")


def test_a_rule_that_is_compiled_wrongly_is_found_by_reading_some_children_by_the_meaning_of_record(
    family: Family, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrongly = compiled(in_use(NO_VALUES, TUESDAY.date()))["CP-20"]
    monkeypatch.setattr(wrongly, "_over_time", lambda person: ())
    monkeypatch.setattr(wrongly, "_now", lambda person: ())
    sweep(at=TUESDAY)
    found = compare_nightly(at=TUESDAY, directory=tmp_path / "snapshot")
    assert "only one of the two engines shows it" in {each.what for each in found.differences}
    assert {each.key.partition("/")[0] for each in found.differences if each.table == "engines"} == {"CP-20"}


def test_a_baby_of_whom_only_the_register_knows_is_read_for_everybody_as_for_anybody(family: Family, tmp_path: Path) -> None:
    add_person(at=MONDAY, by=family.sam, expected="2018-10-19")
    later = MONDAY + timedelta(days=60)
    while sweep(at=later):
        pass
    assert Alert.objects.filter(rule_id="SIG-BIRTH-NOT-KNOWN").count() == 1
    assert compare_nightly(at=later, directory=tmp_path).differences == ()


def test_a_record_in_which_nothing_is_known_but_that_a_birth_is_awaited_is_read_too(db: None, tmp_path: Path) -> None:
    add_person(at=MONDAY, by=None, expected="2018-10-19")
    later = MONDAY + timedelta(days=60)
    while sweep(at=later):
        pass
    found = compare_nightly(at=later, directory=tmp_path)
    assert (found.alerts, found.differences) == (1, ())
