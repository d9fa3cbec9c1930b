"""Every command is called by name, by somebody, at an instant, with a permission of its own."""

import ast
import inspect
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import pytest

import holdfast.actions
from holdfast.access.decide import NotAllowed
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import COMMANDS, command, needs

FOLDER = Path(holdfast.actions.__file__).parent
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in ("__init__", "command"))


def test_a_function_whose_arguments_are_not_named_is_not_a_command() -> None:
    with pytest.raises(TypeError, match="given by name"):

        @command(needs(Permission.RECORD))
        def record(by: object, *, at: object) -> None: ...


def test_a_command_says_who_does_it_and_when() -> None:
    with pytest.raises(TypeError, match=r"lacks \['at'\]"):

        @command(needs(Permission.RECORD))
        def record(*, by: object) -> None: ...


@pytest.mark.django_db
def test_nothing_is_begun_for_somebody_who_may_not() -> None:
    begun = []

    @command(needs(Permission.ARRANGE_COVER))
    def arrange(*, by: object, at: object) -> None:
        begun.append(by)

    with pytest.raises(NotAllowed):
        arrange(by=User(username="nobody", is_active=True), at=NOW)
    assert begun == []


@pytest.mark.parametrize("module", MODULES)
def test_each_file_is_one_command_of_its_own_name_with_a_permission(module: str) -> None:
    """What else a file says in public are the values it takes and gives, never another thing that can be done."""
    tree = ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))
    changing = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and any("command" in ast.unparse(each) or "atomic" in ast.unparse(each) for each in node.decorator_list)
    ]
    assert changing == [module], f"{module}.py holds one command, of the file's own name; it has {changing}"
    function = getattr(import_module(f"holdfast.actions.{module}"), module)
    assert {"by", "at"} <= set(inspect.signature(function).parameters)
    assert COMMANDS[f"holdfast.actions.{module}.{module}"].needs
