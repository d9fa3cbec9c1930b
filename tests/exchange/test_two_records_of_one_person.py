"""The same child brought in twice, or given a number that somebody else has, is a question on both records. Nobody is merged."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from holdfast.exchange.importer import Imported, import_case
from holdfast.record import people
from holdfast.record.models import Alert, EntryEnvelope, Person, PersonFact
from holdfast.record.projection.rebuild import differences
from holdfast.vocabulary.case_file import CaseRefused
from holdfast.vocabulary.world import PersonName

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # Monday
NUMBER, ANOTHER = "9990000077", "9990000212"

pytestmark = pytest.mark.django_db


def case(number: str | None = NUMBER, given: str = "Quenby", born: str | None = "2015-05-05") -> dict[str, Any]:
    person = {"id": "kid", "names": [{"use": "usual", "given": given, "family": "Zadler"}], "born": born, "nhs_number": number}
    return {"format": "holdfast-case/1", "people": [person, {"id": "mum"}], "entries": [], "relationships": []}


def bring_in(made: dict[str, Any], origin: str) -> Imported:
    return import_case(json.dumps(made), origin=origin, at=NOW)


def asked() -> dict[str, str]:
    """The questions on the record, by whom they are about."""
    entries = EntryEnvelope.objects.filter(type="identity_question_raised")
    return {entry.abouts.get().person_id: entry.body.data["alike_in"] for entry in entries}


def test_one_file_under_two_names_asks_about_each_child_on_both_records() -> None:
    bring_in(case(), "first")
    done = bring_in(case(), "second")
    (pair,) = done.alike
    assert pair.alike_in == "NHS number" and asked() == {pair.one.id: "NHS number", pair.other.id: "NHS number"}
    assert Person.objects.count() == 4, "nobody is merged"
    other = EntryEnvelope.objects.get(abouts__person_id=pair.one.id).body.data["other"]
    assert other == "Quenby Zadler, born 5 May 2015"
    raised = Alert.objects.filter(rule_id="SIG-TWO-RECORDS", ended_at=None)
    assert {alert.child_id for alert in raised} == {pair.one.id, pair.other.id}
    assert not list(differences())


def test_the_same_file_again_under_one_name_asks_nothing() -> None:
    bring_in(case(), "first")
    assert bring_in(case(), "first").nothing_new and not asked()


@pytest.mark.parametrize(
    ("second", "alike"),
    [
        (case(None), "name and date of birth"),
        (case(None, given="QUENBY"), "name and date of birth"),
        (case(ANOTHER), "name and date of birth"),
        (case(NUMBER, given="Ash", born="2011"), "NHS number"),
        (case(None, given="Ash"), None),
        (case(None, born="2015-05-06"), None),
        (case(None, born="2015-05"), None),
        (case(None, born=None), None),
    ],
)
def test_a_number_or_a_full_name_with_the_day_of_birth_is_a_question_and_a_name_alone_is_none(
    second: dict[str, Any], alike: str | None
) -> None:
    bring_in(case(), "first")
    assert [pair.alike_in for pair in bring_in(second, "second").alike] == ([alike] if alike else [])


def test_a_number_stated_for_somebody_else_is_a_question_and_one_of_ones_own_is_none() -> None:
    bring_in(case(), "first")
    ben = people.add_person(at=NOW, by=None, names=[PersonName("usual", "Ben", "Rowe")], born="2012-02-02")
    fact = people.state_fact(at=NOW, by=None, person=ben, kind="nhs_number", value="999 000 0212")
    assert fact.value == ANOTHER and not asked()
    people.state_fact(at=NOW, by=None, person=ben, kind="nhs_number", value=NUMBER, replaces=fact, reason="Read again.")
    assert len(asked()) == 2 and ben.pk in asked()


def test_a_number_that_was_taken_back_is_nobodys() -> None:
    bring_in(case(), "first")
    fact = PersonFact.objects.get(kind="nhs_number")
    people.state_fact(at=NOW, by=None, person=fact.person, kind="nhs_number", value=None, replaces=fact, reason="Mistyped.")
    people.add_person(at=NOW, by=None, nhs_number=NUMBER)
    assert not asked()


@pytest.mark.parametrize("number", ["0000000000", "999 999 9999", "1234567890", "9990000000", "12"])
def test_what_is_no_number_is_stated_of_nobody(number: str) -> None:
    with pytest.raises(people.FactRefused):
        people.add_person(at=NOW, by=None, nhs_number=number)


@pytest.mark.parametrize("name", [PersonName("usual", "  "), PersonName("usual", "-", "Rowe"), PersonName("usual", "Unknown")])
def test_what_is_no_name_is_stated_of_nobody(name: PersonName) -> None:
    with pytest.raises(people.FactRefused):
        people.add_person(at=NOW, by=None, names=[name])


def test_nobody_becomes_their_own_ancestor_through_what_the_record_holds() -> None:
    one, other, third = (people.add_person(at=NOW, by=None) for _ in range(3))
    first = people.relate(at=NOW, by=None, from_person=one, to_person=other, kind="mother")
    people.relate(at=NOW, by=None, from_person=third, to_person=other, kind="child")
    with pytest.raises(people.FactRefused) as caught:
        people.relate(at=NOW, by=None, from_person=third, to_person=one, kind="maternal_grandmother")
    assert [fault.path for fault in caught.value.faults] == ["$.kind"]
    # The tie that was the wrong way round is put right, and what it forbade is a family like any other.
    people.relate(at=NOW, by=None, from_person=one, to_person=other, kind="aunt", replaces=first, reason="She is the aunt.")
    people.relate(at=NOW, by=None, from_person=third, to_person=one, kind="maternal_grandmother")


@pytest.mark.parametrize("kind", ["mothr", "Mother", "zzqx"])
def test_a_kind_that_there_is_not_is_refused_on_the_record_too(kind: str) -> None:
    one, other = (people.add_person(at=NOW, by=None) for _ in range(2))
    with pytest.raises(people.FactRefused) as caught:
        people.relate(at=NOW, by=None, from_person=one, to_person=other, kind=kind)
    assert [fault.path for fault in caught.value.faults] == ["$.kind"]


def test_a_longer_file_under_one_name_makes_nobody_their_own_ancestor() -> None:
    made = case() | {"relationships": [{"from": "mum", "to": "kid", "kind": "mother"}]}
    bring_in(made, "first")
    made["relationships"] = [{"from": "kid", "to": "mum", "kind": "father"}]
    with pytest.raises(CaseRefused) as caught:
        bring_in(made, "first")
    assert [fault.path for fault in caught.value.faults] == ["$.relationships[0]"]


@pytest.mark.parametrize(
    ("field", "value", "fits"),
    [
        ("born", "2026-11-23", True),
        ("born", "2026-11-24", False),
        ("born", "2026", True),
        ("born", "2036-01-01", False),
        ("expected", "2027-09-27", True),
        ("expected", "2027-09-28", False),
    ],
)
def test_a_birth_that_is_still_to_come_is_refused_and_one_that_is_expected_is_not(field: str, value: str, *, fits: bool) -> None:
    made = case(born=None)
    made["people"][0][field] = value
    if fits:
        bring_in(made, "first")
        people.state_fact(at=NOW, by=None, person=people.add_person(at=NOW, by=None), kind=field, value=value)
        return
    with pytest.raises(CaseRefused) as caught:
        bring_in(made, "first")
    assert [fault.path for fault in caught.value.faults] == [f"$.people[0].{field}"]
    with pytest.raises(people.FactRefused):
        people.state_fact(at=NOW, by=None, person=people.add_person(at=NOW, by=None), kind=field, value=value)
