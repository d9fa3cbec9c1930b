"""A case goes out and comes in as one file: whole and equal, or refused whole with every fault."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from holdfast.kernel.when import When
from holdfast.vocabulary.case_file import json_schema, read_case, write_case
from holdfast.vocabulary.challenge import DisagreementAnswered
from tests.sizes import drawn
from tests.vocabulary.generated import cases
from tests.vocabulary.samples import SAMPLE, at, paths, refused, sample, visit, with_entries, withdrawal


def test_a_case_is_read_as_it_is_written() -> None:
    world = read_case(SAMPLE)
    assert list(world.people) == ["chloe", "harper", "mother"]
    assert world.workers["w1"].manager == "w9"
    assert world.people["chloe"].born == When.parse("2018-05")
    assert world.people["chloe"].name == "Chloe" and world.people["harper"].name == "harper"
    assert world.relationships[0].parental_responsibility is True
    first, second = world.entries
    assert first.recorded_at == datetime(2018, 11, 5, 9, 10, tzinfo=UTC)
    assert second.recorded_at == second.happened.instant, "left out, it is the end of happened"
    assert first.data.sentence(world.names) == "Child protection visit. Seen: Chloe. Seen alone: nobody."


def test_recorded_at_left_out_is_the_last_moment_of_the_day_in_england() -> None:
    (entry,) = [
        each for each in read_case(json.dumps(with_entries(visit("e9", happened="2019-07-05")))).entries if each.id == "e9"
    ]
    assert entry.recorded_at == datetime(2019, 7, 5, 22, 59, 59, 999999, tzinfo=UTC)  # a Friday in summer time


@given(case=cases())
@drawn("case files written", suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_case_comes_back_equal_and_writes_the_same_bytes_again(case: dict[str, Any]) -> None:
    world = read_case(json.dumps(case))
    written = write_case(world)
    assert read_case(written) == world
    assert read_case(written.encode()) == world
    assert write_case(read_case(written)) == written


@given(case=cases())
@drawn("case files held to the schema", suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_what_is_written_fits_the_published_schema(case: dict[str, Any]) -> None:
    assert not list(SCHEMA.iter_errors(json.loads(write_case(read_case(json.dumps(case))))))


SCHEMA = Draft202012Validator(json_schema())


def test_the_schema_is_a_schema_and_takes_the_sample() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert not list(SCHEMA.iter_errors(sample()))
    assert json.dumps(json_schema()) == json.dumps(json_schema())


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["format"], "holdfast-case/2"),
        (["entries", 0, "type"], "visit_maid"),
        (["entries", 0, "data", "kind"], "surprise"),
        (["entries", 0, "data", "colour"], "blue"),
        (["entries", 0, "data", "seen"], "chloe"),
        (["entries", 0, "happened"], "2/11/2018"),
        (["entries", 1, "data"], {"text": "no sender"}),
        (["people", 0, "nickname"], "Coco"),
        (["notes"], []),
    ],
)
def test_what_the_schema_refuses_the_reader_refuses_too(keys: list[str | int], value: object) -> None:
    spoilt = at(sample(), keys, value)
    assert list(SCHEMA.iter_errors(spoilt))
    assert paths(spoilt)


def test_relationships_workers_and_organisations_may_be_left_out_but_not_people_or_entries() -> None:
    world = read_case('{"format": "holdfast-case/1", "people": [], "entries": []}')
    assert (world.workers, world.organisations, world.relationships) == ({}, {}, ())
    assert paths({"format": "holdfast-case/1"}) == ["$.people", "$.entries"]


SPOILT: list[tuple[str, list[str | int], object, str]] = [
    ("another format", ["format"], "holdfast-case/2", "$.format"),
    ("a list nobody knows", ["notes"], [], "$.notes"),
    ("a list that is none", ["workers"], {}, "$.workers"),
    ("a person that is none", ["people", 1], "harper", "$.people[1]"),
    ("an empty id", ["people", 2, "id"], "", "$.people[2].id"),
    ("an id twice", ["people", 1, "id"], "chloe", "$.people[1].id"),
    ("an entry's id twice", ["entries", 1, "id"], "e1", "$.entries[1].id"),
    ("an unknown field of a person", ["people", 0, "postcode"], "X", "$.people[0].postcode"),
    ("an unknown field of a name", ["people", 0, "names", 0, "middle"], "X", "$.people[0].names[0].middle"),
    ("a code for sex that is none", ["people", 0, "sex"], "female", "$.people[0].sex"),
    ("an unknown organisation", ["workers", 0, "organisation"], "x", "$.workers[0].organisation"),
    ("an unknown manager", ["workers", 0, "manager"], "x", "$.workers[0].manager"),
    ("an unknown relative", ["relationships", 0, "from"], "x", "$.relationships[0].from"),
    ("one's own mother", ["relationships", 0, "to"], "mother", "$.relationships[0].to"),
    ("a relationship that ends first", ["relationships", 0, "end"], "2017", "$.relationships[0]"),
    (
        "responsibility by word",
        ["relationships", 0, "parental_responsibility"],
        "yes",
        "$.relationships[0].parental_responsibility",
    ),
    ("an unknown type", ["entries", 0, "type"], "visit_maid", "$.entries[0].type"),
    ("a type that is none", ["entries", 0, "type"], 7, "$.entries[0].type"),
    ("an unknown field", ["entries", 0, "data", "colour"], "blue", "$.entries[0].data.colour"),
    ("an unknown field of an entry", ["entries", 0, "notes"], "x", "$.entries[0].notes"),
    ("a wrong code", ["entries", 0, "data", "kind"], "surprise", "$.entries[0].data.kind"),
    ("a child nobody knows", ["entries", 0, "data", "seen"], ["chloe", "x"], "$.entries[0].data.seen[1]"),
    ("a worker nobody knows", ["entries", 0, "data", "worker"], "x", "$.entries[0].data.worker"),
    ("a worker where a person belongs", ["entries", 0, "about"], ["w1"], "$.entries[0].about[0]"),
    ("a recorder nobody knows", ["entries", 0, "by"], "x", "$.entries[0].by"),
    ("data that is a list", ["entries", 0, "data"], [], "$.entries[0].data"),
    ("a field inside a row", ["entries", 1, "data", "from", "rol"], "x", "$.entries[1].data.from.rol"),
    ("a year before the record's time", ["entries", 0, "happened"], "1799-12-31", "$.entries[0].happened"),
    ("an instant before the record's time", ["entries", 0, "happened"], "1799-06-01T10:00:00Z", "$.entries[0].happened"),
    ("an instant before all time", ["entries", 0, "recorded_at"], "0001-01-01T00:00:00+14:00", "$.entries[0].recorded_at"),
    ("digits that are not plain", ["entries", 0, "happened"], "٢٠١٩", "$.entries[0].happened"),
    ("a day where an instant belongs", ["entries", 0, "recorded_at"], "2018-11-05", "$.entries[0].recorded_at"),
    ("a day that is none", ["entries", 0, "happened"], "2019-02-29", "$.entries[0].happened"),
    ("a month that is none", ["entries", 0, "happened"], "2019-13", "$.entries[0].happened"),
    ("a range backwards", ["entries", 0, "happened"], {"from": "2019-02-01", "to": "2019-01-01"}, "$.entries[0].happened"),
    ("an hour the clocks skipped", ["entries", 0, "happened"], "2019-03-31T01:30", "$.entries[0].happened"),
    ("a reason without anything to put right", ["entries", 0, "withdraws"], "e2", "$.entries[0].type"),
]


@pytest.mark.parametrize(("keys", "value", "path"), [each[1:] for each in SPOILT], ids=[each[0] for each in SPOILT])
def test_each_thing_that_does_not_fit_is_named_by_its_place(keys: list[str | int], value: object, path: str) -> None:
    assert path in paths(at(sample(), keys, value))


def test_every_fault_is_told_at_once_in_the_order_of_the_file() -> None:
    case = with_entries(
        {"id": "e3", "type": "contact_decided", "by": "nobody", "data": {"contact": "e1", "decision": "wait", "x": 1}},
        {"id": "e4", "type": "voice_answered", "data": {"voice": "e99", "answer": 5}},
    )
    case["workers"][0]["manager"] = "w7"
    case["people"][0] |= {"born": "5 May", "colour": "red"}
    assert paths(case) == [
        "$.workers[0].manager",
        "$.people[0].born",
        "$.people[0].colour",
        "$.entries[2].data.decision",
        "$.entries[2].data.reasons",
        "$.entries[2].data.x",
        "$.entries[2].by",
        "$.entries[2].data.contact",
        "$.entries[3].data.answer",
        "$.entries[3].data.voice",
    ]


def test_a_reference_to_an_entry_of_the_wrong_type_says_which_type_it_is() -> None:
    decided = {"id": "e3", "type": "contact_decided", "data": {"contact": "e1", "decision": "assessment", "reasons": "x"}}
    assert refused(with_entries(decided)) == {"$.entries[2].data.contact": "'e1' is a visit_made."}


def test_a_plan_is_named_by_its_kind_or_by_the_entry_that_started_it_and_by_nothing_else() -> None:
    started = {"id": "p", "type": "plan_started", "data": {"plan": "child_protection", "category": "NEG"}}
    for plan in ("child_protection", "p"):
        ended = {"id": "q", "type": "plan_ended", "data": {"plan": plan, "reason": "x"}}
        assert len(read_case(json.dumps(with_entries(started, ended))).entries) == 4
    unknown = {"id": "q", "type": "plan_ended", "data": {"plan": "the plan", "reason": "x"}}
    assert paths(with_entries(started, unknown)) == ["$.entries[3].data.plan"]


def test_a_concern_raised_again_may_be_named_in_words_or_by_its_entry() -> None:
    for concern in ("Home conditions", "e2"):
        assert read_case(json.dumps(with_entries({"id": "e3", "type": "concern_repeated", "data": {"concern": concern}})))


def test_people_who_have_no_id_may_be_named_in_words_where_anyone_may() -> None:
    stay = {"with": "a friend of the family", "arrangement": "family", "agreed_by": ["mother", "the duty worker"]}
    entry = read_case(json.dumps(with_entries({"id": "e3", "type": "stay_started", "data": stay}))).entries[2]
    assert entry.data.written()["with"] == ["a friend of the family"]


def test_absence_is_about_a_worker_and_needs_no_people_but_a_contact_does() -> None:
    case = sample()
    case["entries"].append({"id": "a", "type": "absence_started", "happened": "2019-01", "data": {"worker": "w1"}})
    assert read_case(json.dumps(case)).entries[-1].about == ()
    del case["entries"][1]["about"]
    assert paths(case) == ["$.entries[1].about"]


PUTTING_RIGHT: list[tuple[str, list[dict[str, Any]], str]] = [
    ("a correction without a reason", [visit("c", corrects="e1")], "$.entries[2].reason"),
    ("a reason of blanks", [visit("c", corrects="e1", reason="  ")], "$.entries[2].reason"),
    ("a correction of nothing there", [visit("c", corrects="e0", reason="x")], "$.entries[2].corrects"),
    ("a correction with another type", [visit("c", corrects="e2", reason="x")], "$.entries[2].corrects"),
    ("a correction of itself", [visit("c", corrects="c", reason="x")], "$.entries[2].corrects"),
    (
        "a circle of corrections",
        [visit("a", corrects="b", reason="x"), visit("b", corrects="a", reason="x")],
        "$.entries[3].corrects",
    ),
    (
        "two corrections of one entry",
        [visit("a", corrects="e1", reason="x"), visit("b", corrects="e1", reason="x")],
        "$.entries[3].corrects",
    ),
    ("a withdrawal without a reason", [withdrawal("w", "e1", reason=None)], "$.entries[2].reason"),
    ("a withdrawal of nothing there", [withdrawal("w", "e0")], "$.entries[2].withdraws"),
    ("a withdrawal that names nothing", [withdrawal("w", "e1", withdraws=None)], "$.entries[2].withdraws"),
    ("a withdrawal that says something", [withdrawal("w", "e1", data={"text": "x"})], "$.entries[2].data.text"),
    ("a withdrawal about other people", [withdrawal("w", "e1", about=["chloe"])], "$.entries[2].about"),
    ("a withdrawal that corrects", [withdrawal("w", "e1", corrects="e1")], "$.entries[2].withdraws"),
    ("a visit that withdraws", [visit("v", withdraws="e1", reason="x")], "$.entries[2].type"),
]


@pytest.mark.parametrize(("entries", "path"), [each[1:] for each in PUTTING_RIGHT], ids=[each[0] for each in PUTTING_RIGHT])
def test_a_correction_or_withdrawal_that_cannot_stand_is_refused(entries: list[dict[str, Any]], path: str) -> None:
    assert path in paths(with_entries(*entries))


def test_a_correction_may_change_whom_the_entry_is_about() -> None:
    moved = visit("c", corrects="e1", reason="It was Harper alone", about=["harper"])
    assert read_case(json.dumps(with_entries(moved))).entries[2].about == ("harper",)


def test_a_correction_may_be_corrected_and_a_withdrawn_correction_makes_room_for_another() -> None:
    first, second = visit("a", corrects="e1", reason="x"), visit("b", corrects="a", reason="x")
    assert read_case(json.dumps(with_entries(first, second)))
    again = visit("c", corrects="e1", reason="x")
    assert read_case(json.dumps(with_entries(first, withdrawal("w", "a"), again)))
    undone = withdrawal("v", "w")
    assert "$.entries[5].corrects" in paths(with_entries(first, withdrawal("w", "a"), undone, again))


def test_a_person_listed_twice_in_about_is_there_once() -> None:
    entry = read_case(json.dumps(with_entries(visit("v", about=["harper", "chloe", "harper"])))).entries[2]
    assert entry.about == ("harper", "chloe")


def test_a_written_case_can_be_read_by_a_person() -> None:
    written = write_case(read_case(SAMPLE.replace("Sam Poole", "Siân Ŵyn")))
    assert '"name": "Siân Ŵyn"' in written and written.endswith("}\n")


@given(st.permutations(range(6)))
def test_the_order_of_entries_in_the_file_is_kept(order: list[int]) -> None:
    case = sample() | {"entries": [visit(f"v{n}", happened="2019-01-01") for n in order]}
    assert [entry.id for entry in read_case(json.dumps(case)).entries] == [f"v{n}" for n in order]


def test_a_stage_of_a_disagreement_may_be_written_as_its_number() -> None:
    by_number = DisagreementAnswered.model_validate({"disagreement": "d", "stage": 2, "answer": "No."})
    assert by_number == DisagreementAnswered.model_validate({"disagreement": "d", "stage": "2", "answer": "No."})
    with pytest.raises(ValueError, match="stage"):
        DisagreementAnswered.model_validate({"disagreement": "d", "stage": 2.5, "answer": "No."})
