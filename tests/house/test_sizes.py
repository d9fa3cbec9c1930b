"""How long the generated tests are is said in one place, and the long run is never the shorter one."""

from pathlib import Path

from tests.sizes import DRAWN, LONGEST_FIRST, ONE_IN, TAKEN

TESTS = Path(__file__).parents[1]


def test_no_test_says_for_itself_how_many_examples_are_drawn() -> None:
    apart = (TESTS / "sizes.py", Path(__file__))
    assert [str(path) for path in TESTS.rglob("*.py") if path not in apart and "max_examples" in path.read_text()] == []


def test_every_size_is_used() -> None:
    texts = "\n".join(path.read_text() for path in TESTS.rglob("*.py") if path != Path(__file__))
    assert [what for what in (*DRAWN, *TAKEN, *ONE_IN) if texts.count(f'"{what}"') < 2] == []


def test_the_long_run_leaves_nothing_out_that_the_short_one_does() -> None:
    more = {**DRAWN, **TAKEN, **{what: (long, short) for what, (short, long) in ONE_IN.items()}}
    assert [what for what, (short, long) in more.items() if not 0 < short <= long] == []


def test_every_module_that_is_to_be_begun_first_is_there() -> None:
    assert [name for name in LONGEST_FIRST if not (TESTS / name).is_file()] == []
