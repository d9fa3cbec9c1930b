"""The picture of the house, drawn from the code: its layers from the contract that holds them, how many modules each has from the
tree, what each is from the table in ``docs/architecture.md``, and one entry's way through them along imports that are declared.
"""

import re
import tomllib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from scripts.tree import PACKAGE, imports, modules

ROOT = Path(__file__).parents[2]
TITLE = "The house, and one entry's way through it"
PURE = ("engine", "signals", "standards", "rules", "vocabulary", "kernel", "genogram")
"""Layers that know no framework, no database and no clock."""

# Narrow, so that it can be read on a telephone without being enlarged: at 390 pixels a letter of 15 is still one of 13.
WIDTH, MARGIN, ROW, LANE = 440, 16, 48, 21
LONGEST_PHRASE = 40


@dataclass(frozen=True)
class Stop:
    """Where an entry is on its way: the module, what happens there, and which module asked it to."""

    module: str
    says: str
    asked_by: str = ""


# An entry of a form, because every other way (a contact, a file, the demonstration) joins it at the ledger.
WAY = (
    Stop("pages.entries.views.new_entry", "A form is sent; what is missing is asked for again."),
    Stop("actions.record_entry", "May they? One transaction begins.", "pages.entries.views.new_entry"),
    Stop("record.ledger.append", "The family is locked, and the entry written once.", "actions.record_entry"),
    Stop("record.ledger.validation", "It fits whole or is refused with every fault.", "record.ledger.append"),
    Stop("record.projection.refresh", "What follows is worked out at once.", "record.ledger.append"),
    Stop("engine.compiled.evaluate", "The rules that read its type are asked.", "record.projection.refresh"),
    Stop("record.projection.store", "Clocks, spans and alerts that differ are stored.", "record.projection.refresh"),
    Stop("duty.escalation_job", "Whoever is at work is told, until they answer."),
)


def picture() -> str:
    """The whole picture."""
    check_way()
    layers = list(layers_with_counts())
    top = 84
    stops = "".join(_way(layers, top))
    rows = "".join(_layer(layer, top + place * ROW) for place, layer in enumerate(layers))
    legend = top + len(layers) * ROW + 36
    captions = "".join(_caption(number, stop, legend + (number - 1) * 44) for number, stop in enumerate(WAY, 1))
    height = legend + len(WAY) * 44 + 8
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        'aria-labelledby="title desc" font-family="Helvetica, Arial, sans-serif" font-size="15" fill="#0b0c0c">\n'
        f'<title id="title">{TITLE}</title>\n'
        f'<desc id="desc">{escape(in_words(layers))}</desc>\n'
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>\n'
        f'<text x="{MARGIN}" y="28" font-size="18" font-weight="bold">{TITLE}</text>\n'
        f'<text x="{MARGIN}" y="50">A layer imports only from the layers below it.</text>\n'
        f'<text x="{MARGIN}" y="70">Green: no framework, database or clock. Numbers: modules.</text>\n'
        f"{rows}{stops}{captions}</svg>\n"
    )


@dataclass(frozen=True)
class Layer:
    """One layer: its packages, how many modules they have, and what it is."""

    packages: tuple[str, ...]
    count: int
    says: str

    @property
    def name(self) -> str:
        return ", ".join(self.packages)

    @property
    def pure(self) -> bool:
        return all(each in PURE for each in self.packages)


def layers_with_counts() -> Iterator[Layer]:
    """The layers from the top down, as the contract lists them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    contract = next(each for each in settings["contracts"] if each["type"] == "layers")
    names = [module.name for module in modules()]
    says = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", (ROOT / "docs/architecture.md").read_text(encoding="utf-8"), re.MULTILINE))
    for listed in contract["layers"]:
        packages = tuple(each.strip() for each in listed.split("|"))
        count = sum(f"{name}.".startswith(f"{PACKAGE}.{each}.") for name in names for each in packages)
        yield Layer(packages, count, short(says.get(packages[0], "")))


def short(says: str) -> str:
    """As much of what a layer is as fits on one line."""
    plain = re.split(r"[:;]", says.replace("`", ""))[0]
    while len(plain) > LONGEST_PHRASE and "," in plain:
        plain = plain.rpartition(",")[0]
    return plain


def check_way() -> None:
    """Raises ``ValueError`` where the way leads through a module that is not there, or by an import that nobody declares."""
    graph = imports(modules())
    for stop in WAY:
        for module in (stop.module, stop.asked_by):
            if module and f"{PACKAGE}.{module}" not in graph:
                raise ValueError(f"{module} is no module: say in docs/generate/house_picture.py where an entry's way leads now")
        if stop.asked_by and not reaches(graph, f"{PACKAGE}.{stop.asked_by}", f"{PACKAGE}.{stop.module}"):
            raise ValueError(
                f"{stop.asked_by} does not ask {stop.module} any more: say in docs/generate/house_picture.py who does"
            )


def reaches(graph: dict[str, set[str]], start: str, end: str, steps: int = 3) -> bool:
    """Whether a module imports another, itself or in few steps."""
    waiting, seen = deque([(start, 0)]), {start}
    while waiting:
        module, gone = waiting.popleft()
        if module == end:
            return True
        for other in sorted(graph[module] - seen if gone < steps else ()):
            seen.add(other)
            waiting.append((other, gone + 1))
    return False


def in_words(layers: Iterable[Layer]) -> str:
    """The picture for somebody who does not see it."""
    listed = "; ".join(f"{layer.name} ({layer.count} modules{f', {layer.says}' if layer.says else ''})" for layer in layers)
    way = " ".join(f"{number}. {path(stop.module)}: {stop.says}" for number, stop in enumerate(WAY, 1))
    return f"Layers from the top down, each importing only from those below it: {listed}. One entry's way: {way}"


def path(module: str) -> str:
    """A module as it stands in the listing."""
    return module.replace(".", "/")


def _layer(layer: Layer, y: int) -> str:
    fill = "#e0f0e8" if layer.pure else "#eaf1f7"
    # The words keep clear of the lanes on the right, in which the way is drawn.
    return (
        f'<rect x="{MARGIN}" y="{y}" width="{WIDTH - 2 * MARGIN}" height="{ROW - 6}" rx="3" fill="{fill}"/>\n'
        f'<text x="{MARGIN + 10}" y="{y + 18}"><tspan font-weight="bold">{escape(layer.name)}</tspan>'
        f'<tspan dx="8" fill="#505a5f">{layer.count}</tspan></text>\n'
        f'<text x="{MARGIN + 10}" y="{y + 36}" font-size="14">{escape(layer.says)}</text>\n'
    )


def _way(layers: list[Layer], top: int) -> Iterator[str]:
    rows = {package: place for place, layer in enumerate(layers) for package in layer.packages}
    first = WIDTH - MARGIN - LANE * len(WAY)
    points = [
        (first + LANE * place + LANE // 2, top + rows[stop.module.split(".")[0]] * ROW + ROW // 2 - 3)
        for place, stop in enumerate(WAY)
    ]
    drawn = " ".join(f"{x},{y}" for x, y in points)
    yield f'<polyline points="{drawn}" fill="none" stroke="#1d70b8" stroke-width="2"/>\n'
    for number, (x, y) in enumerate(points, 1):
        yield _number(number, x, y)


def _number(number: int, x: int, y: int) -> str:
    return (
        f'<circle cx="{x}" cy="{y}" r="10" fill="#1d70b8"/>'
        f'<text x="{x}" y="{y + 5}" text-anchor="middle" fill="#ffffff" font-size="14" font-weight="bold">{number}</text>\n'
    )


def _caption(number: int, stop: Stop, y: int) -> str:
    return (
        _number(number, MARGIN + 10, y - 4)
        + f'<text x="{MARGIN + 30}" y="{y}" font-family="Menlo, Consolas, monospace" font-size="14">{path(stop.module)}</text>\n'
        f'<text x="{MARGIN + 30}" y="{y + 18}">{escape(stop.says)}</text>\n'
    )
