"""What the rules are compiled to can be read, has line numbers, and is checked as any other code is."""

import subprocess
import sys
import traceback
from pathlib import Path

from holdfast.engine.compiled.compiled_rules import CompiledRules
from holdfast.engine.compiled.generated_source import module_of, python_source_of
from holdfast.engine.rulebook import published

CHECKING = "[mypy]\nstrict = true\nfollow_imports = silent\nmypy_path = {source}\n"
SOURCE = Path(__file__).parents[3] / "src"


def test_every_rule_is_compiled_to_source_that_a_type_checker_finds_nothing_wrong_with(tmp_path: Path) -> None:
    rules = CompiledRules(published()).compile_all()
    (tmp_path / "rules_compiled.py").write_text(module_of(rules.compiler))
    (tmp_path / "mypy.ini").write_text(CHECKING.format(source=SOURCE))
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", "mypy.ini", "rules_compiled.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout[-3000:]


def test_the_source_of_a_standard_says_what_it_is_and_what_it_looks_for() -> None:
    source = python_source_of("CP-30", published())
    assert "def CP_30" in source
    assert "visit_made" in source
    assert published().standards["CP-30"].title in source


def test_a_failure_in_compiled_source_shows_its_line() -> None:
    compiler = CompiledRules(published()).compiler
    test = compiler.function("entry.nothing_of_the_kind", "something that is not there")
    try:
        test(None, None, None, None)  # type: ignore[arg-type]
    except AttributeError:
        assert "return entry.nothing_of_the_kind" in traceback.format_exc()
    else:
        raise AssertionError("it should have failed")


def test_rules_that_say_the_same_share_what_they_are_compiled_to() -> None:
    one = CompiledRules(published())
    alone = sum(len(_compiled_alone(id)) for id in ("CP-30", "CP-33", "CP-34"))
    for id in ("CP-30", "CP-33", "CP-34"):
        one[id]
    assert len(one.compiler.written) < alone


def _compiled_alone(id: str) -> dict[str, str]:
    rules = CompiledRules(published())
    rules[id]
    return rules.compiler.written
