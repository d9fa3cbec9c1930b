"""The small invented cases that teach: a correction, an absence with cover, and the months before court."""

from datetime import date

import pytest

from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.case_writer import write_case
from tests.cases.telling import CASES, shown

EXAMPLES = sorted(path.stem for path in (CASES / "examples").glob("*.json"))


def test_there_are_three() -> None:
    assert EXAMPLES == ["before-court", "cover", "twins"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_is_written_as_holdfast_writes_it(name: str) -> None:
    text = (CASES / "examples" / f"{name}.json").read_text(encoding="utf-8")
    assert write_case(read_case(text)) == text


# A bruise on the wrong twin ------------------------------------------------------------------------------------------


def test_before_the_correction_it_is_nell_whose_medical_is_due() -> None:
    then = shown("examples/twins", date(2025, 3, 4))  # Tuesday
    assert then.one("CP-60", "nell")["state"] in ("running", "due_soon")
    assert not then.of("CP-60", "ida")
    assert then.one("FD-02", "nell")["state"] == "met"


def test_after_it_the_medical_was_due_for_ida_all_along() -> None:
    now = shown("examples/twins", date(2025, 3, 6))  # Thursday
    ida, nell = now.one("CP-60", "ida"), now.one("CP-60", "nell")
    assert (ida["state"], ida["due"], ida["met_by"]) == ("met_late", "2025-03-05T14:00:00Z", "medical")
    assert (nell["state"], nell["raised_on"]) == ("not_required", "2025-03-05")  # it was raised, and that is kept
    assert "wrong twin" in nell["why"]


def test_the_day_before_is_still_told_as_it_was_known_then() -> None:
    as_then = shown("examples/twins", date(2025, 3, 4), known_at=date(2025, 3, 4))
    as_now = shown("examples/twins", date(2025, 3, 4), known_at=date(2025, 3, 6))
    assert {line["child"] for line in as_then.of("CP-06")} == {"nell"}
    assert {line["child"] for line in as_now.of("CP-06") if line["state"] != "not_required"} == {"ida"}


# Away, with cover -----------------------------------------------------------------------------------------------------


def test_a_message_to_a_worker_who_is_away_is_passed_on_and_answered_within_the_hour() -> None:
    now = shown("examples/cover", date(2025, 5, 20))  # Tuesday
    assert [now.one(rule, "tomos")["state"] for rule in ("WK-01", "WK-02", "FD-05", "WK-03")] == ["met"] * 4
    assert not now.of("SIG-MSG-ABSENT-WORKER")


def test_the_cover_visits_and_hears_the_child_and_the_child_is_answered() -> None:
    now = shown("examples/cover", date(2025, 5, 20))
    assert {line["state"] for line in now.of("CP-30", "tomos")} == {"met", "running"}
    assert now.of("CP-35", "tomos")[0]["met_by"] == "told-tomos"


def test_what_goes_overdue_while_she_is_away_is_told_to_people_at_work() -> None:
    now = shown("examples/cover", date(2025, 5, 20))
    line = now.one("CP-20", "tomos")
    assert (line["state"], line["raised_on"]) == ("overdue", "2025-05-14")
    everybody = {tell["worker"] for each in now.lines for tell in each["tells"] if tell["on"] > "2025-05-12"}
    assert "ines" not in everybody
    assert {"ruth", "david"} <= now.told(line)


# Before court ------------------------------------------------------------------------------------------------------------


def test_one_signature_is_not_two() -> None:
    now = shown("examples/before-court", date(2025, 6, 30))  # Monday
    states = {(line["child"], tuple(line["about"])): line["state"] for line in now.of("PLO-04")}
    assert states == {("kuba", ("mother",)): "met", ("kuba", ("father",)): "met_late", ("zofia", ("mother",)): "met"}
    assert set(now.raised("SIG-PLO-UNSIGNED")) == {"kuba"}


def test_ten_working_days_of_silence_are_seen_each_time() -> None:
    now = shown("examples/before-court", date(2025, 6, 30))
    assert now.raised("SIG-PLO-IDLE") == {child: {"2025-03-05", "2025-04-15"} for child in ("kuba", "zofia")}
    assert {"ruth", "colin", "yvonne"} <= now.told(now.of("SIG-PLO-IDLE", "kuba")[0])


def test_it_took_more_than_sixteen_weeks() -> None:
    now = shown("examples/before-court", date(2025, 6, 30))
    line = now.one("PLO-06", "zofia")
    assert (line["due"], line["state"], line["raised_on"], line["met_by"]) == ("2025-05-27", "met_late", "2025-05-28", "applied")


def test_a_week_before_the_sixteen_were_up_it_was_due_soon_and_nothing_more() -> None:
    then = shown("examples/before-court", date(2025, 5, 20))  # Tuesday
    assert then.one("PLO-06", "zofia")["state"] == "due_soon"
    assert then.one("PLO-06", "zofia")["raised_on"] is None
