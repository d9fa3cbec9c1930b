"""A case comes in whole or not at all, and goes out as the same case."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given

from holdfast.engine.evaluation import people_read
from holdfast.engine.reference.evaluate import evaluate
from holdfast.exchange.case_ids import internal_id
from holdfast.exchange.exporter import export_all, export_child, person_called
from holdfast.exchange.importer import import_case
from holdfast.kernel.moment import Moment
from holdfast.record.ledger.seals import seal
from holdfast.record.ledger.verification import verify
from holdfast.record.models import Alert, EntryEnvelope, ImportedId, Person, PersonFact, Relationship, StoredClock
from holdfast.record.projection.rebuild import differences
from holdfast.record.read import entries_about, world_around
from holdfast.vocabulary.case_file import CaseRefused, read_case, write_case
from tests.sizes import drawn
from tests.vocabulary.generated import about_nobody, cases

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # Monday
REVIEW = Path(__file__).parents[2] / "cases" / "review.json"

pytestmark = pytest.mark.django_db


def case(**changes: Any) -> dict[str, Any]:
    """A child, her mother, two workers, and a visit recorded three days late."""
    made: dict[str, Any] = {
        "format": "holdfast-case/1",
        "organisations": [{"id": "csc", "kind": "childrens_social_care", "name": "Northmere"}],
        "workers": [
            {"id": "w1", "name": "Sam Poole", "organisation": "csc", "role": "social_worker", "manager": "w9"},
            {"id": "w9", "name": "Priya Nair", "organisation": "csc", "role": "team_manager", "manager": None},
        ],
        "people": [
            {"id": "chloe", "names": [{"use": "usual", "given": "Chloe", "family": None}], "born": "2018-05", "sex": "F"},
            {"id": "mother", "names": [], "born": None},
        ],
        "relationships": [{"from": "mother", "to": "chloe", "kind": "mother", "parental_responsibility": True}],
        "entries": [
            {
                **{"id": "e1", "type": "visit_made", "happened": "2018-11-02", "recorded_at": "2018-11-05T09:10:00Z"},
                **{"by": "w1", "about": ["chloe"], "data": {"kind": "child_protection", "seen": ["chloe"], "seen_alone": []}},
            }
        ],
    }
    return made | changes


def bring_in(made: dict[str, Any], origin: str = "northmere") -> Any:
    return import_case(json.dumps(made), origin=origin, at=NOW)


def test_history_keeps_the_instant_at_which_it_was_first_recorded():
    bring_in(case())
    chloe = internal_id("northmere", "person", "chloe")
    (visit,) = entries_about(chloe, Moment.live(NOW))
    assert visit.recorded_at == datetime(2018, 11, 5, 9, 10, tzinfo=UTC)
    assert entries_about(chloe, Moment.live(datetime(2018, 11, 4, tzinfo=UTC))) == []


def test_nobodys_name_becomes_their_id():
    bring_in(case())
    assert not Person.objects.filter(pk__in=["chloe", "mother"]).exists()
    assert person_called("chloe") == internal_id("northmere", "person", "chloe")


def test_a_second_import_writes_nothing_and_says_so():
    first, second = bring_in(case()), bring_in(case())
    assert not first.nothing_new
    assert second.nothing_new
    assert (second.known_people, second.known_entries) == (2, 1)
    assert (EntryEnvelope.objects.count(), PersonFact.objects.count(), Relationship.objects.count()) == (1, 3, 1)


def test_a_longer_file_under_the_same_name_adds_what_is_new():
    bring_in(case())
    longer = case()
    longer["entries"].append({**longer["entries"][0], "id": "e2", "happened": "2018-11-16"})
    assert bring_in(longer).entries == 1
    assert EntryEnvelope.objects.count() == 2


def test_two_files_that_use_the_same_ids_stay_two_cases():
    bring_in(case(), "northmere")
    bring_in(case(), "southmere")
    assert Person.objects.count() == 4
    assert person_called("chloe") is None
    exported = read_case(export_all())
    assert len(exported.people) == 4
    assert "chloe" not in exported.people


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda entry: entry["data"].update(seen=[]), "$.entries[0]"),
        (lambda entry: entry.update(recorded_at="2018-11-02T10:00:00Z"), "$.entries[0]"),
        (lambda entry: entry.update(about=["mother"]), "$.entries[0]"),
    ],
)
def test_an_entry_changed_behind_the_records_back_is_refused(change: Any, path: str):
    bring_in(case())
    changed = case()
    change(changed["entries"][0])
    with pytest.raises(CaseRefused) as refused:
        bring_in(changed)
    assert [fault.path for fault in refused.value.faults] == [path]


def test_a_person_changed_behind_the_records_back_is_refused():
    bring_in(case())
    changed = case()
    changed["people"][0]["born"] = "2017-05"
    with pytest.raises(CaseRefused) as refused:
        bring_in(changed)
    assert [fault.path for fault in refused.value.faults] == ["$.people[0]"]


def test_one_fault_keeps_the_whole_file_out():
    wrong = case()
    wrong["entries"].append({**wrong["entries"][0], "id": "e2", "by": "w77"})
    with pytest.raises(CaseRefused):
        bring_in(wrong)
    assert not Person.objects.exists()
    assert not EntryEnvelope.objects.exists()


def test_a_failure_half_way_leaves_nothing(monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the machine goes down")

    monkeypatch.setattr("holdfast.record.projection.refresh.project", fail)
    with pytest.raises(RuntimeError):
        bring_in(case())
    assert not Person.objects.exists()
    assert not ImportedId.objects.exists()


@drawn("cases brought in and out", suppress_health_check=list(HealthCheck))
@given(made=cases())
def test_the_export_of_an_import_is_the_same_case(made: dict[str, Any]):
    with transaction.atomic():
        bring_in(made)
        assert export_all() == write_case(read_case(json.dumps(made)))
        seal(at=NOW)
        assert verify().ok
        assert list(differences()) == []
        transaction.set_rollback(True)


@drawn("what is about nobody", phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(made=about_nobody())
def test_every_kind_of_entry_about_nobody_comes_in_whatever_its_fields_hold(made: dict[str, Any]):
    with transaction.atomic():
        bring_in(made)
        assert list(differences()) == []
        transaction.set_rollback(True)


def test_the_reviews_case_goes_through_the_record_unchanged():
    text = REVIEW.read_text()
    import_case(text, origin="review", at=NOW)
    assert export_all() == write_case(read_case(text))
    assert list(differences()) == []


def test_what_the_record_stores_is_what_a_replay_of_the_file_finds():
    text = REVIEW.read_text()
    world = read_case(text)
    import_case(text, origin="review", at=NOW)
    for person in people_read(world):
        here = internal_id("review", "person", person)
        lines = evaluate(world, person, Moment.live(NOW)).lines
        raised = sorted((line.rule, line.raised_at) for line in lines if line.raised_at)
        assert sorted(Alert.objects.filter(child=here).values_list("rule_id", "raised_at")) == raised
        clocks = sorted(line.rule for line in lines if hasattr(line.what, "due") and not line.withdrawn_at)
        assert sorted(StoredClock.objects.filter(child=here).values_list("standard", flat=True)) == clocks


def test_one_childs_case_goes_out_without_other_families():
    bring_in(case())
    bring_in(case(people=[{"id": "lucas", "names": []}], relationships=[], entries=[]), "other")
    exported = read_case(export_child(internal_id("northmere", "person", "chloe")))
    assert set(exported.people) == {"chloe", "mother"}
    assert [entry.id for entry in exported.entries] == ["e1"]
    assert set(exported.workers) <= {"w1", "w9", *exported.workers}


def test_the_engine_reads_an_imported_childs_world_as_it_reads_the_file():
    bring_in(case())
    around = world_around(internal_id("northmere", "person", "chloe"), Moment.live(NOW))
    assert len(around.relationships) == 1
    assert around.people[internal_id("northmere", "person", "chloe")].name == "Chloe"


@pytest.mark.django_db
def test_hours_and_shifts_come_in_go_out_the_same_and_twice_change_nothing() -> None:
    csc = {"id": "csc", "kind": "childrens_social_care", "name": "Northmere"}
    worker = {"id": "w1", "name": "Sam Poole", "organisation": "csc", "role": "social_worker", "manager": None}
    shift = {"worker": "w1", "team": "emergency_duty", "starts": "2019-12-01T17:00:00Z", "ends": "2019-12-02T08:30:00Z"}
    case = {
        "format": "holdfast-case/1",
        "organisations": [csc],
        "workers": [worker],
        "people": [],
        "entries": [],
        "hours": [{"worker": "w1", "hours": "Mon-Fri 09:30-15:00", "since": None}],
        "rota": [shift],
    }
    for _ in range(2):
        import_case(json.dumps(case), origin="hours.json", at=datetime(2019, 12, 1, tzinfo=UTC))
    written = json.loads(export_all())
    assert (written["hours"], written["rota"]) == (case["hours"], case["rota"])
