"""``holdfast bulk`` as it is typed."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from holdfast.cli import app
from holdfast.vocabulary.case_file import write_case
from tests.specs.kit import Example, conference, visit

CASE = Example(
    "A plan, one visit, then none.",
    (conference("plan", "Mon 2018-10-01"), visit("seen", "Fri 2018-10-05")),
    "Fri 2018-11-30",
    (),
)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "case.json"
    file.write_text(write_case(CASE.world()))
    return file


def run(*typed: str, command: str = "run") -> tuple[int, str]:
    done = CliRunner().invoke(app, ["bulk", command, *typed])
    return done.exit_code, done.stdout


def test_each_clock_is_one_object_on_a_line(case: Path) -> None:
    code, said = run("--case", str(case), "--as-at", "2018-11-30", "--rules", "cp-30,CP-31", "--format", "json")
    assert code == 0
    found = {(each["standard"], each["starts"]): (each["due"], each["state"]) for each in map(json.loads, said.splitlines())}
    assert found == {
        ("CP-30", "2018-10-01"): ("2018-10-15", "met"),  # Monday, ten working days
        ("CP-30", "2018-10-05"): ("2018-10-19", "overdue"),  # Friday, ten working days
        ("CP-31", "2018-10-01"): ("2018-10-08", "met"),
    }


def test_month_ends_are_read_from_one_run_and_by_what_was_known_then(case: Path) -> None:
    typed = ("2018-09..2018-11", "--case", str(case), "--rules", "CP-31")
    for known_then in ((), ("--known-then",)):
        code, said = run(*typed, *known_then, command="report")
        assert code == 0
        assert "31 Oct" in said
        assert "30 Nov" in said
        assert "30 Sep" not in said  # nothing had begun


def test_the_whole_answer_can_be_had_as_parquet(case: Path, tmp_path: Path) -> None:
    code, _ = run(
        "--case", str(case), "--rules", "CP-31", "--as-at", "2018-11-30", "--format", "parquet", "--out", str(tmp_path / "out")
    )
    assert code == 0
    assert pq.read_table(tmp_path / "out" / "clocks.parquet").num_rows == 1


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (("run", "--rules", "CP-3O"), "Did you mean"),
        (("report", "2018"), "2023-11..2026-10"),
        (("report", "2018-11..2018-10"), "after the last"),
        (("report", "2018-10..2018-11", "--as-at", "2018-10-31"), "No such option"),
        (("run", "--format", "parquet"), "--out"),
    ],
)
def test_what_cannot_be_done_is_refused_with_what_to_do(case: Path, typed: tuple[str, ...], says: str) -> None:
    done = CliRunner().invoke(app, ["bulk", *typed, "--case", str(case)])
    assert done.exit_code == 2
    assert says in done.output


def test_a_directory_that_holds_no_snapshot_is_refused(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["bulk", "run", "--snapshot", str(tmp_path)])
    assert done.exit_code == 2
    assert "holds no snapshot" in done.output
