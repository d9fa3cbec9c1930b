"""What the tree is like to find one's way in, in numbers: ``python scripts/measure_house.py``; with ``--list``, what each is made
of; with ``--check``, whether they are held to what was reached before.

Sizes are lines of code as they stand. A comment counts where a line is nothing else. A block is said twice where so many lines in
a row are the same but for indentation; lists of what is imported are none. Imports count wherever they stand: under
``TYPE_CHECKING`` and inside functions too. The ways through modules are counted by ``scripts/module_ways.py``.
"""

import ast
import re
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from scripts.module_ways import longest_way_of_a_rule, way_of_one_standard  # noqa: E402
from scripts.tree import PACKAGE, Module, circles, modules  # noqa: E402

BLOCK = 8
"""How many lines in a row that are the same are one thing said twice."""
PRACTICE = frozenset(
    {
        *("safeguarding", "training", "visiting", "fostering", "parenting", "learning", "meeting", "missing"),
        *("private_fostering", "legal_planning", "information_sharing"),
    }
)
"""Words of practice, which may end in -ing: each is what the field itself calls the thing."""
ROOMS = frozenset({"urls", "views", "forms", "queries", "presenters", "apps", "models", "tasks", "admin"})
"""Names that every place has, by the framework or by the house."""
PARALLEL = (("rules", "engine.reference", "engine.compiled"), ("vocabulary", "standards", "signals"))
"""Where one file name says one thing on purpose: a node in the language of rules and what it means in each engine; an area of
practice in what can happen, what should, and what should worry us."""
# What names a worker is listed as it is written, so that pages read staff worker by worker and not everybody's.
MODULES_OF_ONE_APPEND = 30
"""Counted where there is a database, by ``tests/record/test_the_way_of_an_append.py``, which holds that it is so."""
RATCHETS: dict[str, float] = {
    "function length, longest": 46,
    "module length, longest": 300,
    "modules ending in -ing": 0,
    "class names used twice": 4,
    "module names used twice": 2,
    "comment lines, % of code": 4.0,
    "public things with a docstring, %": 99,
    "modules in circles of imports": 0,
    "blocks said twice": 0,
    "functions with over five positional parameters": 0,
    "public functions with a positional yes-or-no": 0,
    "modules entered by one standard for one child": 29,
    "modules entered by the rule that enters most": 52,
    "modules entered by one append": 30,
}
"""What was reached: nothing may get worse. Of the share of comments and docstrings more is better; both are floors and not the
last number reached, or each new function without a comment would fail."""


def measure(every: list[Module]) -> dict[str, float]:
    """Every number, by its name."""
    lengths = sorted(_length(node) for module in every for node in _functions(module))
    sizes = sorted(len(module.lines) for module in every)
    code = sum(1 for module in every for line in module.lines if line.strip())
    comments = sum(1 for module in every for line in module.lines if re.match(r"\s*#(?!!)", line))
    documented = [bool(ast.get_docstring(node)) for module in every for node in _public(module)]
    return {
        "functions": len(lengths),
        "function length, median": statistics.median(lengths),
        "function length, 95th of 100": lengths[len(lengths) * 95 // 100],
        "function length, longest": lengths[-1],
        "modules": len(sizes),
        "module length, median": statistics.median(sizes),
        "module length, longest": sizes[-1],
        "modules ending in -ing": len(ending_in_ing(every)),
        "class names used twice": len(repeated_classes(every)),
        "module names used twice": len(repeated_modules(every)),
        "comment lines, % of code": round(100 * comments / code, 1),
        "public things with a docstring, %": round(100 * sum(documented) / len(documented), 1),
        "modules in circles of imports": sum(map(len, circles(every))),
        "blocks said twice": len(said_twice(every)),
        "functions with over five positional parameters": len(long_parameter_lists(every)),
        "public functions with a positional yes-or-no": len(positional_booleans(every)),
        "modules entered by one standard for one child": len(way_of_one_standard()),
        "modules entered by the rule that enters most": len(longest_way_of_a_rule()),
        "modules entered by one append": MODULES_OF_ONE_APPEND,
    }


def _functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _public(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module]:
    yield module.tree
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def ending_in_ing(every: list[Module]) -> list[str]:
    """Modules named by what somebody does and not by what they hold."""
    return [each.name for each in every if each.stem.split("_")[-1].endswith("ing") and each.stem not in PRACTICE]


def repeated_classes(every: list[Module]) -> dict[str, list[str]]:
    """Names that are more than one class."""
    found: dict[str, list[str]] = defaultdict(list)
    for module in every:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and node.name not in ("Meta", "Kind"):
                found[node.name].append(module.name)
    return {name: places for name, places in sorted(found.items()) if len(places) > 1}


def repeated_modules(every: list[Module]) -> dict[str, list[str]]:
    """Names that are more than one module; the rooms that every place has apart. The files of one node in the rules and in both
    engines are one thing, and so are those of one area of practice in the content."""
    found: dict[str, list[str]] = defaultdict(list)
    for module in every:
        if module.path.stem != "__init__" and module.stem not in ROOMS:
            found[module.stem].append(module.name)
    return {name: places for name, places in sorted(found.items()) if _things(places) > 1}


def _things(places: list[str]) -> int:
    """How many things modules of one name are."""
    parallel = sum(max(sum(place.startswith(f"{PACKAGE}.{part}.") for place in places) for part in parts) for parts in PARALLEL)
    alone = (place for place in places if not any(place.startswith(f"{PACKAGE}.{part}.") for parts in PARALLEL for part in parts))
    return parallel + len(list(alone))


def said_twice(every: list[Module]) -> list[tuple[str, str]]:
    """Where each block begins that stands somewhere before as well."""
    seen: dict[tuple[str, ...], str] = {}
    found: list[tuple[str, str]] = []
    for module in every:
        imported = _lines_of_imports(module)
        lines = [(n, line.strip()) for n, line in enumerate(module.lines, 1) if n not in imported and _says_something(line)]
        reached = 0
        for place in range(len(lines) - BLOCK + 1):
            block = tuple(text for _, text in lines[place : place + BLOCK])
            here = f"{module.name}:{lines[place][0]}"
            first = seen.setdefault(block, here)
            if first != here and place >= reached:
                found.append((first, here))
                reached = place + BLOCK
    return found


def _says_something(line: str) -> bool:
    text = line.strip()
    return bool(text) and not text.startswith("#") and text not in (")", "]", "}", "),", "],", "},")


def _lines_of_imports(module: Module) -> set[int]:
    """What is imported has to be named in each file that uses it: the formatter gives every name a line, and none of them says
    anything twice."""
    imports = (node for node in ast.walk(module.tree) if isinstance(node, ast.Import | ast.ImportFrom))
    return {line for node in imports for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)}


def long_parameter_lists(every: list[Module]) -> list[str]:
    """Functions that take more than five things by their place alone."""
    return [
        f"{module.name}.{node.name}"
        for module in every
        for node in _functions(module)
        if len(node.args.posonlyargs) + len(node.args.args) - _bound(node) > 5
    ]


def _bound(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return 1 if node.args.args and node.args.args[0].arg in ("self", "cls") else 0


def positional_booleans(every: list[Module]) -> list[str]:
    """Public functions that take a yes or no by its place, where a reader of the call cannot tell what it answers."""
    found = []
    for module in every:
        for node in _functions(module):
            booleans = [each for each in node.args.args if isinstance(each.annotation, ast.Name) and each.annotation.id == "bool"]
            if booleans and not node.name.startswith("_"):
                found.append(f"{module.name}.{node.name}")
    return found


LISTS = {
    "modules ending in -ing": ending_in_ing,
    "class names used twice": repeated_classes,
    "module names used twice": repeated_modules,
    "modules in circles of imports": circles,
    "blocks said twice": said_twice,
    "functions with over five positional parameters": long_parameter_lists,
    "public functions with a positional yes-or-no": positional_booleans,
}


def worse(found: dict[str, float]) -> list[str]:
    """What is worse than it was."""
    return [
        f"{name}: {found[name]:g}, and it was {reached:g}"
        for name, reached in RATCHETS.items()
        if (found[name] < reached if "%" in name else found[name] > reached)
    ]


def main(*arguments: str) -> int:
    """Print the numbers; with ``--list``, also what each is made of; with ``--check``, 1 where one is worse."""
    every = modules()
    found = measure(every)
    for name, value in found.items():
        print(f"{value:8g}  {name}")
        if "--list" in arguments and name in LISTS:
            listed = LISTS[name](every)
            for each in listed.items() if isinstance(listed, dict) else listed:
                print("         ", each)
    if "--check" not in arguments:
        return 0
    wrong = worse(found)
    print("\n".join(wrong) or "Nothing is worse than it was.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
