"""Why a clock stands as it does, as it is typed; and how it would stand had something happened on another day."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from holdfast.cli import app
from tests.specs.kit import CHILD, ORGANISATIONS, PEOPLE, RELATIONSHIPS, WORKERS, conference, given


def typed(*words: str) -> Result:
    """``holdfast explain`` with these words."""
    return CliRunner().invoke(app, ["explain", *words])


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A conference held a working day late, over a bank holiday."""
    from holdfast.vocabulary.case_file import write_case
    from holdfast.vocabulary.world import World

    entries = (
        given("lead", "worker_allocated", "Mon 2018-09-03", worker="sam", role="lead_social_worker"),
        given("sd", "strategy_discussion_held", "Fri 2018-12-14", decision="section47", medical_agreed=False),
        conference("ic", "Thu 2019-01-10"),
    )
    path = tmp_path / "case.json"
    world = World(ORGANISATIONS, WORKERS, PEOPLE, RELATIONSHIPS, tuple(each.entry() for each in entries))
    path.write_text(write_case(world), encoding="utf-8")
    return str(path)


def test_the_sentence_the_count_the_entries_the_source_and_who_was_told_are_all_there(case: str) -> None:
    said = typed(CHILD, "CP-06", "--case", case, "--as-at", "2019-01-31").stdout
    for part in (
        "met late",
        "initial conference on 10 Jan 2019, late: it was due by 9 Jan 2019",
        "25 Dec 2018: Christmas Day, not counted",
        "9 Jan 2019: working day 15",
        "sd  14 Dec 2018",
        "WT2018",
        "10 Jan 2019: Kay Adeyemi, team manager",
    ):
        assert part in said, part


def test_had_the_conference_been_on_the_ninth_it_would_have_been_in_time(case: str) -> None:
    before = Path(case).read_bytes()
    words = (CHILD, "CP-06", "--case", case, "--as-at", "2019-01-31", "--format", "json", "--what-if", "ic=2019-01-09")
    (line,) = map(json.loads, typed(*words).stdout.splitlines())
    assert (line["state"], line["met_on"], line["raised_on"]) == ("met", "2019-01-09", None)
    assert Path(case).read_bytes() == before


def test_had_it_never_been_held_it_would_be_overdue(case: str) -> None:
    words = (CHILD, "CP-06", "--case", case, "--as-at", "2019-01-31", "--format", "json", "--what-if", "ic=never")
    (line,) = map(json.loads, typed(*words).stdout.splitlines())
    assert (line["state"], line["raised_on"]) == ("overdue", "2019-01-10")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nobody", "CP-06"), "nobody with the id"),
        ((CHILD, "CP-066"), "Did you mean CP-06"),
        ((CHILD, "CP-06", "--what-if", "ic"), "ENTRY=WHEN"),
        ((CHILD, "CP-06", "--what-if", "e99=never"), "no entry"),
    ],
)
def test_what_cannot_be_explained_is_refused_with_what_to_do(case: str, words: tuple[str, ...], said: str) -> None:
    result = typed(*words, "--case", case)
    assert result.exit_code == 2
    assert said in result.output
