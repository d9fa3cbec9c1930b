"""The engine's glossary knows every word of the engine, and no other."""

import ast
import re
from pathlib import Path

from scripts.tree import PACKAGE, SOURCE, Module, modules

GLOSSARY = Path(__file__).parents[2] / "docs" / "engine-glossary.md"
ROW = re.compile(r"^\| [^|]+ \| [^|]+ \| (`.+`) \|$", re.MULTILINE)


def named() -> list[str]:
    """What the last column of each row names."""
    return [name for row in ROW.findall(GLOSSARY.read_text(encoding="utf-8")) for name in re.findall(r"`([\w.]+)`", row)]


def classes(module: Module) -> set[str]:
    """The classes a module shows to others, by their whole name without the package's."""
    inside = module.name.removeprefix(f"{PACKAGE}.")
    return {f"{inside}.{node.name}" for node in module.tree.body if isinstance(node, ast.ClassDef) and node.name[0] != "_"}


def test_what_the_glossary_names_is_there() -> None:
    every = modules()
    known = {module.name.removeprefix(f"{PACKAGE}.") for module in every}.union(*(classes(module) for module in every))
    assert [name for name in named() if name not in known] == []


def test_every_class_of_the_engine_is_in_the_glossary() -> None:
    engine = [module for module in modules() if module.path.is_relative_to(SOURCE / "engine")]
    missing = sorted(set().union(*(classes(module) for module in engine)) - set(named()))
    assert missing == [], f"Say in docs/engine-glossary.md what these mean: {', '.join(missing)}"
