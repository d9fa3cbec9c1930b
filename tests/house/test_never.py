"""What no module may import, wherever in it the import stands, as far as import-linter cannot say it: it sees Django as one
thing, and circles of packages but not of the modules inside two of them."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from scripts.tree import circles, modules

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "holdfast"


def imported(text: str) -> Iterator[str]:
    """Everything a module imports, by its whole name: under ``TYPE_CHECKING`` and inside functions too."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_within(name: str, package: str) -> bool:
    """Whether what is imported is the package or something of it."""
    return f"{name}.".startswith(f"{package}.")


def breaks(text: str, never: tuple[str, ...]) -> list[str]:
    """What a module imports and may not."""
    return sorted({name for name in imported(text) for each in never if is_within(name, each)})


UNASKED = ("details_of", "safe_addresses_of", "stated_of")
"""What is stated of people, whoever reads it."""


def test_what_is_stated_of_a_person_is_read_for_one_reader_wherever_it_is_shown() -> None:
    """An address may be kept back from whoever opens the page: ``access.details_shown.details_for`` asks, and nothing above it
    may read past it. An export is of the whole record, and has no reader."""
    below = ("access", "record", "exchange")
    above = [path for path in sorted(SOURCE.rglob("*.py")) if path.relative_to(SOURCE).parts[0] not in below]
    never = (*(f"holdfast.record.person_details.{name}" for name in UNASKED), "holdfast.record.person_details.person_details")
    found = {str(path.relative_to(ROOT)): wrong for path in above if (wrong := breaks(path.read_text(encoding="utf-8"), never))}
    module = "from holdfast.record import person_details"
    found |= {str(path.relative_to(ROOT)): [module] for path in above if module in path.read_text(encoding="utf-8")}
    assert found == {}


@pytest.mark.parametrize("name", UNASKED)
def test_the_rule_above_would_see_it(name: str) -> None:
    assert breaks(f"from holdfast.record.person_details import {name}", (f"holdfast.record.person_details.{name}",))


@pytest.mark.parametrize(
    ("folder", "never", "instead"),
    [
        pytest.param(
            "actions",
            ("holdfast.pages", "django.http", "django.forms"),
            "A command takes plain values and says what it did, so that the command line and an interface for programs can call "
            "it too. Take what the form found as arguments, and let the view make the answer.",
            id="a command knows no page, no request and no form",
        ),
        pytest.param(
            "pages",
            ("django.db.transaction", "holdfast.record.ledger", "holdfast.duty.outbox"),
            "A page writes nothing itself. Make a command of it in actions/, with its own permission, and call it from the view.",
            id="a page holds no transaction and writes no entry",
        ),
    ],
)
def test_a_layer_leaves_to_another_what_is_the_others(folder: str, never: tuple[str, ...], instead: str) -> None:
    found = {
        str(path.relative_to(ROOT)): wrong
        for path in sorted((SOURCE / folder).rglob("*.py"))
        if (wrong := breaks(path.read_text(encoding="utf-8"), never))
    }
    assert found == {}, f"{found}\n{instead}"


def test_an_import_is_found_wherever_it_stands() -> None:
    hidden = """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from django.http import HttpRequest
def answer():
    import django.forms
    from django.db import transaction
"""
    assert breaks(hidden, ("django.http", "django.forms", "django.db.transaction")) == [
        "django.db.transaction",
        "django.forms",
        "django.http.HttpRequest",
    ]
    assert breaks("from django.https import x", ("django.http",)) == []


def test_no_module_imports_itself_in_whatever_number_of_steps() -> None:
    found = circles(modules())
    assert found == [], (
        f"These import one another: {found}. Move what both need into a module below them, or give it to the one that is asked."
    )


def test_nothing_tells_import_linter_to_look_away() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert not settings.get("exclude_type_checking_imports", False)
    layers = next(each for each in settings["contracts"] if each["type"] == "layers")
    assert layers["exhaustive"] is True
    assert "ignore_imports" not in layers


WHO_IS_THERE = {
    "engine/reference/in_post.py": "the meaning",
    "engine/compiled/in_post.py": "its twin",
    "engine/reference/departure.py": "the meaning of going and coming back",
    "engine/compiled/departure.py": "its twin",
    "engine/reference/lead_worker.py": "from when a child has nobody",
    "engine/compiled/lead_worker.py": "its twin",
    "engine/reference/met_by.py": "for whom an entry about a worker speaks",
    "engine/reference/shapes/occurrence.py": "the state that a rule names, by the rule's own entries",
    "engine/compiled/shapes/occurrence.py": "its twin",
    "duty/contact_intake.py": "after which entry to ask again",
    "access/entry_permissions.py": "which of it is about no child",
    "access/entry_writers.py": "who may record it",
    "actions/record_absence.py": "recording it",
    "actions/end_absence.py": "recording it",
}
"""The only modules that name the entries by which somebody goes or comes back, and what for."""


def test_only_one_module_of_each_engine_says_who_is_away_or_gone() -> None:
    said = ("absence_started", "absence_ended", "worker_leaving", "post_left", "post_taken_up")
    found = {
        str(path.relative_to(SOURCE))
        for folder in ("engine", "duty", "access", "actions", "pages", "record", "exchange")
        for path in (SOURCE / folder).rglob("*.py")
        if "migrations" not in path.parts and any(f'"{type}"' in path.read_text(encoding="utf-8") for type in said)
    }
    assert found == set(WHO_IS_THERE), (
        "Ask engine/reference/in_post.py, or the roster, who is there: a second answer would differ."
    )
