"""The standards as they are listed, what is due when, and a partnership's own values: as they are typed."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from holdfast.cli import app
from holdfast.record.models import LocalSetting
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS

FIELDS = {
    "id",
    "title",
    "kind",
    "binding",
    "limit",
    "unit",
    "versions",
    "responsible",
    "ladder",
    "source",
    "review_paragraphs",
    "on",
    "reason",
}


def typed(*words: str) -> Result:
    """``holdfast`` with these words."""
    return CliRunner().invoke(app, list(words))


def listed(*words: str) -> dict[str, dict[str, Any]]:
    """The list of rules, by id."""
    result = typed("standards", "list", "--format", "json", *words)
    assert result.exit_code == 0, result.output
    return {each["id"]: each for each in map(json.loads, result.stdout.splitlines())}


def test_every_standard_and_signal_is_a_line_of_its_own() -> None:
    rows = listed()
    assert set(rows) == {*STANDARDS, *SIGNALS}
    assert all(set(row) >= FIELDS for row in rows.values())
    assert {row["kind"] for row in rows.values()} == {"standard", "signal"}


def test_what_ships_off_says_why() -> None:
    off = {id: row["reason"] for id, row in listed().items() if not row["on"]}
    assert set(off) == {id for id, rule in STANDARDS.items() if rule.switch is not None}
    assert all(off.values())


def test_a_list_can_be_narrowed_by_words() -> None:
    assert set(listed("--find", "cp-06")) == {"CP-06"}


@pytest.mark.parametrize(
    ("rule", "trigger", "due"),
    [
        ("CP-06", "2018-09-14", "2018-10-05"),
        ("CP-06", "2018-12-14", "2019-01-09"),  # Christmas Day, Boxing Day and New Year's Day are not counted
        ("CP-20", "2018-12-17", "2019-01-03"),
        ("CP-40", "2018-11-30", "2019-02-28"),  # no 30 February
        ("CP-01", "2019-03-30T12:00:00Z", "2019-03-31T12:00:00Z"),  # 24 hours, through the clocks going forward
        ("FD-06", "2019-11-29", "2019-11-29"),
    ],
)
def test_when_something_is_due_is_counted_as_the_guidance_says(rule: str, trigger: str, due: str) -> None:
    result = typed("due", rule, "--trigger", trigger, "--format", "json")
    assert json.loads(result.stdout)["due"] == due


def test_the_count_names_the_holidays_it_leaves_out() -> None:
    result = typed("due", "CP-06", "--trigger", "2018-12-14")
    assert "25 Dec 2018: Christmas Day, not counted" in result.stdout
    assert "9 Jan 2019: working day 15" in result.stdout


def test_a_month_as_a_start_counts_from_its_last_day_and_says_so() -> None:
    answer = json.loads(typed("due", "CP-06", "--trigger", "2018-09", "--format", "json").stdout)
    assert (answer["due"], answer["approximate"]) == ("2018-10-19", True)


def test_a_day_beyond_the_calendar_is_not_guessed() -> None:
    answer = json.loads(typed("due", "CP-06", "--trigger", "2090-01-02", "--format", "json").stdout)
    assert answer["due"] is None
    assert "bank holidays" in answer["missing"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("due", "CP-66", "--trigger", "2018-09-14"), "Did you mean"),
        (("due", "SIG-MOVES", "--trigger", "2018-09-14"), "never due"),
        (("due", "CP-06", "--trigger", "2018-02-30"), "--trigger"),
        (("standards", "list", "--values", "nowhere.json"), "cannot be read"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_what_to_do(words: tuple[str, ...], said: str) -> None:
    result = typed(*words)
    assert result.exit_code == 2
    assert said in result.output


def values_file(path: Path, **value: Any) -> str:
    """A file with one value."""
    row = {"rule": "CP-21", "name": "limit", "value": 4, "since": "2018-01-01", "by": "The board", "why": "Agreed."} | value
    path.write_text(json.dumps({"format": "holdfast-values/1", "values": [row]}), encoding="utf-8")
    return str(path)


def test_a_local_value_counts_from_its_day(tmp_path: Path) -> None:
    file = values_file(tmp_path / "values.json", rule="CP-20", value=8, since="2019-01-01")
    before, after = (
        json.loads(typed("due", "CP-20", "--trigger", day, "--values", file, "--format", "json").stdout)["due"]
        for day in ("2018-12-31", "2019-01-01")
    )
    assert (before, after) == ("2019-01-15", "2019-01-11")


def test_what_guidance_sets_cannot_be_made_looser_in_a_file_either(tmp_path: Path) -> None:
    result = typed(
        "due", "CP-06", "--trigger", "2019-01-02", "--values", values_file(tmp_path / "v.json", rule="CP-06", value=16)
    )
    assert result.exit_code == 2
    assert "tighter, never looser" in result.output


@pytest.mark.django_db
def test_a_value_is_tried_out_then_set_and_its_history_kept() -> None:
    words = ("CP-21", "4", "--since", "2026-01-01", "--by", "Jo Moss, service manager", "--why", "Agreed by the board.")
    tried = typed("standards", "set", *words, "--preview")
    assert tried.exit_code == 0, tried.output
    assert not LocalSetting.objects.exists()
    done = typed("standards", "set", *words)
    assert done.exit_code == 0, done.output
    assert "CP-21: limit is 4 from 2026-01-01" in done.stdout
    assert "Agreed by the board." in typed("standards", "values", "--file").stdout


@pytest.mark.django_db
def test_a_looser_value_for_the_law_is_refused_and_nothing_is_kept() -> None:
    result = typed("standards", "set", "CP-06", "16", "--since", "2026-01-01", "--by", "A", "--why", "B")
    assert result.exit_code == 2
    assert "never looser" in result.output
    assert not LocalSetting.objects.exists()


@pytest.mark.parametrize(
    "trigger",
    [
        "2019-02-30",
        "0001-01-01",
        "9999-12-31",
        "0001-01-01T00:00:00+05:00",
        "9999-12-31T23:59:59-05:00",
        "tomorrow",
        "",
        "2019-03-31T01:30:00",
        "2019-10-27T01:30:00",
        '{"from": "2019-01-03", "to": "2019-01-01"}',
        "{",
    ],
)
def test_a_start_that_cannot_be_is_refused_in_a_sentence(trigger: str) -> None:
    result = typed("due", "EM-01", "--trigger", trigger, "--format", "json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--trigger" in result.stderr
    assert "Traceback" not in result.output


def test_a_range_as_a_start_counts_from_its_last_day_and_says_so() -> None:
    written = '{"from": "2018-09-10", "to": "2018-09-14"}'  # Monday to Friday
    answer = json.loads(typed("due", "CP-06", "--trigger", written, "--format", "json").stdout)
    assert (answer["due"], answer["approximate"]) == ("2018-10-05", True)


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("REV-05", "7 working days before it is 23 Apr 2026"),
        ("CP-02", "4 May 2026: asked as it happens"),
        ("PF-01", "23 Mar 2026: 6 weeks before"),
        ("LAC-05", "11 May 2026: 1 week is up"),
        ("CP-33", "the days of the 2 visits after it"),
        ("GOV-03", "31 May 2026: the month ends"),
    ],
)
def test_the_count_is_said_as_people_say_it(rule: str, says: str) -> None:
    assert says in typed("due", rule, "--trigger", "2026-05-04").stdout  # Monday
