"""What is stated of a person goes from one record to another whole: in by a file, and out again the same."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from holdfast.exchange.exporter import export_all
from holdfast.exchange.importer import import_case
from holdfast.kernel.moment import Moment
from holdfast.record.models import PersonFact
from holdfast.record.person_details import details_of
from holdfast.vocabulary.case_file import CaseRefused, read_case, write_case

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
FACTS: list[dict[str, Any]] = [
    {
        "kind": "telephone",
        "value": "01632 960 141",
        "whose": "a neighbour",
        "sort": "landline",
        "since": "2025-11",
        "said_by": "her aunt",
        "source": "rang it",
        "recorded_at": "2025-11-20T10:00:00Z",
        "checked_at": "2026-01-20T10:00:00Z",
        "check_by": "2026-04-14",
    },
    {"kind": "telephone", "value": "07700 900 123"},
    {"kind": "address", "value": "9 Mill Lane, Northmere, NM3 4XX", "sort": "home", "until": "2025"},
    {"kind": "safe_address", "value": "1 Hidden Street"},
    {"kind": "language", "value": "Polish", "interpreter": True},
    {"kind": "danger_to_staff", "value": "Dog loose in the yard.", "whose": "Lee"},
    {"kind": "school", "value": "Hill Lane Primary"},
    {"kind": "gp", "value": "Quay Surgery"},
]


def case_with(*facts: dict[str, Any]) -> str:
    person = {"id": "joy", "names": [{"given": "Joy"}], "facts": list(facts)}
    return json.dumps({"format": "holdfast-case/1", "people": [person], "entries": []})


def faults_of(fact: dict[str, Any]) -> list[str]:
    with pytest.raises(CaseRefused) as refused:
        read_case(case_with(fact))
    return [fault.path for fault in refused.value.faults]


def test_a_case_with_facts_is_read_back_as_it_was_written() -> None:
    world = read_case(case_with(*FACTS))
    assert read_case(write_case(world)) == world


def test_a_case_without_facts_is_written_as_it_always_was() -> None:
    assert "facts" not in write_case(read_case(case_with()))


@pytest.mark.django_db
def test_what_came_in_goes_out_the_same() -> None:
    import_case(case_with(*FACTS), origin="elsewhere", at=AT)
    [person] = json.loads(export_all())["people"]
    learned = {"source": "elsewhere", "recorded_at": "2026-03-02T09:00:00Z"}
    assert person["facts"] == [{**learned, **fact} for fact in FACTS]


@pytest.mark.django_db
def test_the_same_file_again_writes_nothing_and_another_number_is_a_fault() -> None:
    import_case(case_with(*FACTS), origin="elsewhere", at=AT)
    rows = PersonFact.objects.count()
    assert import_case(case_with(*FACTS), origin="elsewhere", at=AT).nothing_new
    assert PersonFact.objects.count() == rows
    with pytest.raises(CaseRefused):
        import_case(case_with({**FACTS[1], "value": "07700 900 124"}), origin="elsewhere", at=AT)


@pytest.mark.django_db
def test_a_fact_that_came_in_is_known_from_when_it_was_learned_elsewhere() -> None:
    import_case(case_with(FACTS[0]), origin="elsewhere", at=AT)
    person = PersonFact.objects.values_list("person_id", flat=True)[0]
    [found] = details_of([person], Moment.live(AT))[person].telephones
    assert (found.recorded_at, found.checked_at) == (
        datetime(2025, 11, 20, 10, tzinfo=UTC),
        datetime(2026, 1, 20, 10, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("fact", "at"),
    [
        ({"kind": "shoe_size", "value": "12"}, "$.people[0].facts[0].kind"),
        ({"kind": "telephone", "value": "0000 000 0000"}, "$.people[0].facts[0]"),
        ({"kind": "telephone", "value": "01632 960 141", "sort": "home"}, "$.people[0].facts[0]"),
        ({"kind": "language", "value": "unknown"}, "$.people[0].facts[0]"),
        ({"kind": "address", "value": "the women's refuge"}, "$.people[0].facts[0]"),
        ({"kind": "school", "value": "Hill Lane", "since": "2026", "until": "2024"}, "$.people[0].facts[0]"),
        ({"kind": "school"}, "$.people[0].facts[0].value"),
    ],
)
def test_what_says_nothing_or_cannot_be_is_refused_where_it_stands(fact: dict[str, Any], at: str) -> None:
    assert faults_of(fact) == [at]
