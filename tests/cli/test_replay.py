"""Replay as it is typed: no database, one line a clock or signal, refused whole or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from holdfast.cli import app
from tests.specs.kit import ORGANISATIONS, PEOPLE, RELATIONSHIPS, WORKERS, conference, given, visit

CASES = Path(__file__).parents[2] / "cases"


def typed(*words: str) -> Result:
    """``holdfast replay`` with these words."""
    return CliRunner().invoke(app, ["replay", *words])


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A conference a working day late, and a visit made in time and recorded late."""
    from holdfast.vocabulary.case_file import write_case
    from holdfast.vocabulary.world import World

    entries = (
        given("lead", "worker_allocated", "Mon 2018-09-03", worker="sam", role="lead_social_worker"),
        given("sd", "strategy_discussion_held", "Fri 2018-09-14", decision="section47", medical_agreed=False),
        conference("ic", "Mon 2018-10-08"),
        visit("v", "Mon 2018-10-15", recorded="Thu 2018-11-01"),
    )
    path = tmp_path / "case.json"
    path.write_text(
        write_case(World(ORGANISATIONS, WORKERS, PEOPLE, RELATIONSHIPS, tuple(each.entry() for each in entries))),
        encoding="utf-8",
    )
    return path


def lines(result: Result) -> list[dict[str, Any]]:
    """The JSON lines that were printed."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_late_conference_says_what_was_due_what_met_it_and_who_was_told_first(case: Path) -> None:
    result = typed(str(case), "--as-at", "2018-11-30", "--standards", "CP-06", "--format", "json")
    assert result.exit_code == 0
    (line,) = lines(result)
    assert (line["state"], line["due"], line["met_by"], line["raised_on"]) == ("met_late", "2018-10-05", "ic", "2018-10-06")
    first = line["tells"][0]
    assert (first["rung"], first["on"], first["role"], first["worker"]) == (0, "2018-10-06", "team_manager", "kay")
    assert "manager of sam" in first["because"]


def test_things_being_overdue_is_not_an_error(case: Path) -> None:
    result = typed(str(case), "--as-at", "2018-10-07", "--standards", "CP-06", "--format", "json")
    assert (result.exit_code, [line["state"] for line in lines(result)]) == (0, ["overdue"])


def test_what_was_recorded_later_is_hidden_by_known_at(case: Path) -> None:
    before = lines(
        typed(str(case), "--as-at", "2018-11-30", "--known-at", "2018-10-31", "--standards", "CP-31", "--format", "json")
    )
    after = lines(typed(str(case), "--as-at", "2018-11-30", "--standards", "CP-31", "--format", "json"))
    assert [(line["state"], line["raised_on"]) for line in before] == [("overdue", "2018-10-16")]
    assert [(line["state"], line["raised_on"]) for line in after] == [("met", "2018-10-16")]


def test_lines_come_oldest_first_then_by_standard_then_by_child(case: Path) -> None:
    shown = [line for line in lines(typed(str(case), "--as-at", "2018-11-30", "--format", "json")) if line["raised_on"]]
    keys = [(line["raised_on"], line["standard"], line["child"]) for line in shown]
    assert len(keys) > 5
    assert keys == sorted(keys)


def test_a_case_that_does_not_fit_is_refused_whole_with_every_fault_by_its_path(case: Path) -> None:
    broken = json.loads(case.read_text())
    broken["entries"][0]["type"] = "worker_alocated"
    broken["entries"][2]["data"]["decisions"][0]["child"] = "nobody"
    case.write_text(json.dumps(broken))
    result = typed(str(case), "--as-at", "2018-11-30", "--format", "json")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "$.entries[0].type" in result.stderr
    assert "$.entries[2].data.decisions[0].child" in result.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--as-at", "2018-13-01"), "--as-at"),
        (("--as-at", "2018"), "not one day"),
        (("--standards", "CP-6"), "Did you mean CP-"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_what_to_write(case: Path, words: tuple[str, ...], says: str) -> None:
    result = typed(str(case), *words)
    assert (result.exit_code, says in result.stderr) == (2, True), result.stderr


def test_a_file_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    result = typed(str(tmp_path / "nothing.json"))
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr


def test_the_page_shows_what_people_wrote_as_text(case: Path) -> None:
    named = case.read_text().replace("Sam Poole", "<script>alert(1)</script>")
    case.write_text(named)
    result = typed(str(case), "--as-at", "2018-11-30", "--format", "html")
    assert result.exit_code == 0
    assert "<script>" not in result.stdout
    assert "<h2>Ash Rowan</h2>" in result.stdout


def test_the_table_says_brothers_and_sisters_share_a_line() -> None:
    result = typed(str(CASES / "review.json"), "--as-at", "2019-12-31", "--standards", "MAS-01")
    assert result.exit_code == 0
    assert result.stdout.count("MAS-01") == 1
    assert "As at 31 Dec 2019" in result.stdout
