"""From the paragraphs of the published review to what serves each: standards, signals, places and tests."""

import csv
from pathlib import Path

from tests.specs.judging import specs

from generate.writing import NOTICE, table, words
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS

FACTS = Path(__file__).parent.parent / "facts"
CASE = "tests/cases/test_review.py"


def page() -> str:
    """One row for each paragraph; what is not yet served says so."""
    places = {row["capability"]: row["places"] for row in _rows("capabilities.csv")}
    tabled = {spec.rule for spec in specs()}
    case = (FACTS.parent.parent / CASE).read_text(encoding="utf-8") if (FACTS.parent.parent / CASE).exists() else ""
    rows, served = [], 0
    for row in _rows("review_paragraphs.csv"):
        cells, done = _row(row, places, tabled, case)
        rows.append(cells)
        served += done
    text = NOTICE + "# From the review's paragraphs to Holdfast\n\n"
    text += (
        f"{served} of {len(rows)} paragraphs are served in whole or in part today. A rule in brackets is asked for and\n"
        "not built yet. Context paragraphs ask nothing of software.\n\n"
    )
    return text + table(("Paragraph", "About", "Kind", "Standards and signals", "Places", "Tests"), rows)


def _rows(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _row(row: dict[str, str], places: dict[str, str], tabled: set[str], case: str) -> tuple[tuple[str, ...], bool]:
    wanted = (*row["rules"].split(), *row["signals"].split())
    built = [id for id in wanted if id in STANDARDS or id in SIGNALS]
    rules = ", ".join(id if id in built else f"({id})" for id in wanted)
    where = sorted(
        {place.strip() for cap in row["capabilities"].split() for place in places.get(cap, "").split(";") if place.strip()}
    )
    tests = [f"tests/specs: {id}" for id in built if id in tabled]
    if f'"{row["paragraph"]}"' in case:
        tests.append(CASE)
    served = bool(built or where)
    context = row["classification"] == "context_only"
    place = ", ".join(where) or ("context" if context else "**not yet served**" if not built else "")
    cells = (row["paragraph"], row["gist"], words(row["classification"]), rules, place, "; ".join(tests))
    return cells, served
