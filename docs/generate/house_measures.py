"""The numbers of the tree beside those of code bases that we admire, put between two marks in ``docs/architecture.md``."""

import re
from pathlib import Path

from scripts.measure_house import measure
from scripts.tree import modules

from generate.writing import table

ARCHITECTURE = Path(__file__).parents[1] / "architecture.md"
MARKS = re.compile(r"(<!-- measured: [^>]+ -->\n).*?(<!-- /measured -->)", re.DOTALL)
# Read on 30 November 2026, with this script, in the versions of that day. They are no target and do not move: they say what a
# tree looks like in which newcomers are known to find their way.
ADMIRED = (
    ("ehrQL", "7 · 42 · 133", "10.9%", "0", "–"),
    ("job-server", "9 · 51 · 173", "7.7%", "2%", "–"),
    ("procrastinate", "8 · 45 · 126", "3.7%", "2%", "1"),
    ("sqlglot", "9 · 49 · 319", "4.3%", "1%", "–"),
    ("beancount", "17 · 76 · 263", "8.2%", "3%", "1"),
)
ALSO_MEASURED = (
    "length of functions: half, 95 of 100, longest",
    "lines of comment",
    "modules named by a verb in -ing",
    "class names twice",
)
OURS_ALONE = {
    "modules in circles of imports": "modules in circles of imports",
    "module names used twice": "module names twice, rooms and parallel files apart",
    "blocks said twice": "blocks of eight lines said twice",
    "modules entered by one standard for one child": "way of one standard, in modules",
    "modules entered by the rule that enters most": "way of the longest rule, in modules",
    "modules entered by one append": "way of one entry into the record, in modules",
}


def page() -> str:
    """The page with the numbers as they are now."""
    return MARKS.sub(lambda marks: f"{marks[1]}{_measured()}{marks[2]}", ARCHITECTURE.read_text(encoding="utf-8"))


def _measured() -> str:
    found = measure(modules())
    lengths = (found[f"function length, {which}"] for which in ("median", "95th of 100", "longest"))
    ours = (
        " · ".join(f"{length:g}" for length in lengths),
        # Whole per cents: a tenth would change with every commit, and a page that is always out of date is not looked at.
        f"{found['comment lines, % of code']:.0f}%",
        f"{found['modules ending in -ing'] / found['modules']:.0%}",
        f"{found['class names used twice']:g}",
    )
    beside = [(what, f"**{here}**", *theirs) for what, here, theirs in zip(ALSO_MEASURED, ours, _rows(), strict=True)]
    alone = [(what, f"**{found[name]:g}**", *("",) * len(ADMIRED)) for name, what in OURS_ALONE.items()]
    return table(("", "Holdfast", *(name for name, *_ in ADMIRED)), [*beside, *alone])


def _rows() -> list[tuple[str, ...]]:
    return list(zip(*(numbers for _, *numbers in ADMIRED), strict=True))
