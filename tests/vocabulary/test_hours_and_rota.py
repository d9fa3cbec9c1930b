"""A case file may say when people work and who is on shift: read, written back, and refused by path where it cannot be."""

import json

import pytest

from holdfast.vocabulary.case_file import CaseRefused, read_case, write_case

HOURS = [
    {"worker": "w1", "hours": "Mon-Fri 09:30-15:00", "since": "2019-04-01"},
    {"organisation": "csc", "hours": "Mon-Fri 09:00-17:00", "since": None},
]
ROTA = [{"worker": "w1", "team": "emergency_duty", "starts": "2019-12-01T17:00:00Z", "ends": "2019-12-02T08:30:00Z"}]


def case(**rest: object) -> str:
    organisations = [{"id": "csc", "kind": "childrens_social_care", "name": "Northmere"}]
    workers = [{"id": "w1", "name": "Sam Poole", "organisation": "csc", "role": "social_worker", "manager": None}]
    whole = {"format": "holdfast-case/1", "organisations": organisations, "workers": workers, "people": [], "entries": []}
    return json.dumps(whole | rest)


def test_they_come_back_as_they_went_in() -> None:
    written = json.loads(write_case(read_case(case(hours=HOURS, rota=ROTA))))
    assert (written["hours"], written["rota"]) == (HOURS, ROTA)


def test_a_file_without_them_is_written_without_them() -> None:
    assert not {"hours", "rota"} & set(json.loads(write_case(read_case(case()))))


@pytest.mark.parametrize(
    ("rest", "path"),
    [
        ({"hours": [{"worker": "w9", "hours": "always"}]}, "$.hours[0].worker"),
        ({"hours": [{"worker": "w1", "organisation": "csc", "hours": "always"}]}, "$.hours[0]"),
        ({"hours": [{"worker": "w1", "hours": "nine to five"}]}, "$.hours[0]"),
        ({"rota": [ROTA[0] | {"worker": "w9"}]}, "$.rota[0].worker"),
        ({"rota": [ROTA[0] | {"team": "night"}]}, "$.rota[0].team"),
        ({"rota": [ROTA[0] | {"ends": "2019-12-01T17:00:00Z"}]}, "$.rota[0]"),
    ],
)
def test_what_cannot_be_is_refused_where_it_stands(rest: dict[str, object], path: str) -> None:
    with pytest.raises(CaseRefused) as refused:
        read_case(case(**rest))
    assert [fault.path for fault in refused.value.faults] == [path]
