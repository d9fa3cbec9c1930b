"""Every condition and every kind of limit a rule can be said in has two meanings, the obvious one and the compiled; those of
conditions are in files of the same name."""

import importlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from holdfast.engine.compiled import compiler
from holdfast.engine.compiled import conditions as compiled
from holdfast.engine.compiled.compiled_rules import limit as compiled_limits
from holdfast.engine.compiled.standard import KINDS
from holdfast.engine.reference import conditions as meanings
from holdfast.engine.reference import event
from holdfast.engine.reference import standard as kinds
from holdfast.rules import conditions
from holdfast.rules.event import Condition, on
from holdfast.rules.limit import Limit
from holdfast.standards.states import ANY_PLAN


def files(package: ModuleType) -> list[str]:
    """The names of its files."""
    return sorted(path.stem for path in Path(package.__path__[0]).glob("*.py") if path.stem != "__init__")


def test_conditions_and_their_meanings_are_divided_alike() -> None:
    assert files(meanings) == files(compiled) == files(conditions)


@pytest.mark.parametrize("name", files(conditions))
def test_each_condition_is_given_its_meaning_in_the_file_of_the_same_name(name: str) -> None:
    said = importlib.import_module(f"{conditions.__name__}.{name}")
    meant = importlib.import_module(f"{meanings.__name__}.{name}")
    classes = {each for each in Condition.__subclasses__() if each.__module__ == said.__name__}
    assert classes == set(meant.MEANINGS)
    assert {each: event.MEANINGS[each] for each in classes} == meant.MEANINGS


@pytest.mark.parametrize("name", files(conditions))
def test_each_condition_is_compiled_in_the_file_of_the_same_name(name: str) -> None:
    importlib.import_module(f"{compiled.__name__}.{name}")
    said = {each for each in Condition.__subclasses__() if each.__module__ == f"{conditions.__name__}.{name}"}
    assert {compiler.MEANINGS[each].__module__ for each in said} == {f"{compiled.__name__}.{name}"}


def test_every_condition_can_be_imported_from_the_package() -> None:
    defined = {each.__name__ for each in Condition.__subclasses__() if each.__module__.startswith(conditions.__name__)}
    assert set(conditions.__all__) == defined


@pytest.mark.parametrize(
    ("contradiction", "says"),
    [
        (lambda: conditions.Attended("social_worker", 0), "nobody need attend"),
        (lambda: conditions.Attended("adult", 2), "only one adult"),
        (lambda: conditions.ByRole(("team_manager",), "allocated", unsaid=True), "always said"),
        (lambda: conditions.Earlier(on("visit_made"), since=ANY_PLAN, unless=(on("contact_missed"),)), "since a state began"),
        (lambda: conditions.Happened((on("visit_made"),), either_side=True), "how long before and after"),
    ],
)
def test_a_question_that_contradicts_itself_cannot_be_made(contradiction: Callable[[], Condition], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        contradiction()


@pytest.mark.parametrize("package", [meanings, compiled])
def test_a_condition_without_a_meaning_is_refused_as_the_meanings_are_imported(package: ModuleType) -> None:
    unmeant = f"from holdfast.rules.event import Condition\nclass Unheard(Condition): pass\nimport {package.__name__}\n"
    done = subprocess.run([sys.executable, "-c", unmeant], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Unheard" in done.stderr.rpartition("ImportError: ")[2]


def test_every_kind_of_limit_is_given_both_meanings() -> None:
    assert compiled_limits.__all__, "importing them registers them"
    assert set(get_args(Limit)) == set(kinds.KINDS) == set(KINDS)
