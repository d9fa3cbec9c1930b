"""A small case with invented names, to be spoilt one way at a time."""

import json
from collections.abc import Iterable
from typing import Any

import pytest

from holdfast.vocabulary.case_file import CaseRefused, read_case

SAMPLE = """{
  "format": "holdfast-case/1",
  "organisations": [{"id": "csc", "kind": "childrens_social_care", "name": "Northmere Children's Services"}],
  "workers": [{"id": "w1", "name": "Sam Poole", "organisation": "csc", "role": "social_worker", "manager": "w9"},
              {"id": "w9", "name": "Amina Khan", "organisation": "csc", "role": "team_manager", "manager": null}],
  "people": [{"id": "chloe", "names": [{"use": "usual", "given": "Chloe", "family": null}],
              "born": "2018-05", "sex": "F", "nhs_number": null},
             {"id": "harper", "names": [], "born": "2017", "sex": null, "nhs_number": "9990000077"},
             {"id": "mother", "names": [{"use": "usual", "given": "Mother", "family": null}],
              "born": null, "sex": "F", "nhs_number": null}],
  "relationships": [{"from": "mother", "to": "chloe", "kind": "mother", "parental_responsibility": true,
                     "start": "2018-05", "end": null}],
  "entries": [{"id": "e1", "type": "visit_made", "happened": "2018-11-02", "recorded_at": "2018-11-05T09:10:00Z",
               "by": "w1", "about": ["chloe", "harper"],
               "data": {"kind": "child_protection", "seen": ["chloe"], "seen_alone": []},
               "source": "4.6", "corrects": null, "withdraws": null, "reason": null},
              {"id": "e2", "type": "contact_received", "happened": "2018-11-06T16:50:00Z", "by": "w9", "about": ["chloe"],
               "data": {"from": {"role": "health_visitor"}, "channel": "phone", "text": "Not brought again."}}]
}"""


def sample() -> dict[str, Any]:
    """The case as an object of one's own."""
    case: dict[str, Any] = json.loads(SAMPLE)
    return case


def with_entries(*entries: dict[str, Any]) -> dict[str, Any]:
    """The case with more entries: ``happened`` and ``about`` are filled in where they are left out."""
    case = sample()
    case["entries"] += [{"happened": "2018-11-07", "about": ["chloe"], "data": {}, **entry} for entry in entries]
    return case


def visit(id: str, **more: Any) -> dict[str, Any]:
    """A visit that fits, for corrections."""
    return {"id": id, "type": "visit_made", "about": ["chloe", "harper"], "data": {"kind": "joint"}, **more}


def withdrawal(id: str, of: str, **more: Any) -> dict[str, Any]:
    """A withdrawal that fits."""
    about = ["chloe", "harper"]
    return {"id": id, "type": "entry_withdrawn", "about": about, "withdraws": of, "reason": "Entered twice", **more}


def refused(case: object) -> dict[str, str]:
    """The faults of a case that has to be refused: path to what is wrong. Each says what to do."""
    text = case if isinstance(case, str | bytes) else json.dumps(case)
    with pytest.raises(CaseRefused) as caught:
        read_case(text)
    faults = caught.value.faults
    assert all(fault.what.endswith((".", "?")) and fault.do.endswith((".", "?", "}.", ".")) for fault in faults), faults
    return {fault.path: fault.what for fault in faults}


def paths(case: object) -> list[str]:
    """Where the faults of a case are, in order."""
    return list(refused(case))


def at(case: dict[str, Any], keys: Iterable[str | int], value: object) -> dict[str, Any]:
    """The case with one place of it changed."""
    *way, last = keys
    place: Any = case
    for key in way:
        place = place[key]
    place[last] = value
    return case
