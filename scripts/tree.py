"""The modules of the house as they stand in the tree, and which imports which."""

import ast
import sys
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "holdfast"
PACKAGE = "holdfast"


@dataclass(frozen=True)
class Module:
    """One module, read."""

    path: Path
    name: str
    lines: tuple[str, ...]
    tree: ast.Module

    @property
    def stem(self) -> str:
        """Its own name; of a package, that of the folder."""
        return self.path.parent.name if self.path.stem == "__init__" else self.path.stem


def modules() -> list[Module]:
    """Every module of the product but migrations."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        text = path.read_text(encoding="utf-8")
        parts = path.relative_to(SOURCE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(path, name, tuple(text.splitlines()), ast.parse(text)))
    return found


def imports(every: list[Module]) -> dict[str, set[str]]:
    """The modules of ours that each imports, wherever in it."""
    names = {module.name for module in every}
    found: dict[str, set[str]] = {module.name: set() for module in every}
    for module in every:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                inside = {f"{node.module}.{alias.name}" for alias in node.names}
                found[module.name] |= (inside & names) or ({node.module} & names)
            elif isinstance(node, ast.Import):
                found[module.name] |= {alias.name for alias in node.names} & names
        found[module.name].discard(module.name)
    return found


def circles(every: list[Module]) -> list[list[str]]:
    """Modules that import one another, in whatever number of steps (Tarjan's strongly connected components)."""
    graph, index, low = imports(every), dict[str, int](), dict[str, int]()
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(name: str) -> None:
        index[name] = low[name] = len(index)
        stack.append(name)
        for other in sorted(graph[name]):
            if other not in index:
                visit(other)
                low[name] = min(low[name], low[other])
            elif other in stack:
                low[name] = min(low[name], index[other])
        if low[name] == index[name]:
            place = stack.index(name)
            together = stack[place:]
            del stack[place:]
            if len(together) > 1:
                found.append(sorted(together))

    sys.setrecursionlimit(10_000)
    for name in sorted(graph):
        if name not in index:
            visit(name)
    return found
