"""What is divided in one place is divided alike in others: the rules' language and both engines, the product and its tests."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/holdfast"
ENGINES = ("reference", "compiled")
SAY_NO_KIND = {"limit": {"amount", "counted"}, "shapes": {"numbers", "named_standards"}, "conditions": set[str]()}
"""Files of the rules in which nothing is said that an engine has to give a meaning to."""


def files(folder: Path) -> set[str]:
    """The names of a folder's files."""
    return {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}


@pytest.mark.parametrize("folder", SAY_NO_KIND)
@pytest.mark.parametrize("engine", ENGINES)
def test_each_engine_has_a_file_of_the_same_name_for_each_file_of_the_rules(engine: str, folder: str) -> None:
    missing = files(SOURCE / "rules" / folder) - SAY_NO_KIND[folder] - files(SOURCE / "engine" / engine / folder)
    assert not missing, (
        f"rules/{folder} has {', '.join(sorted(missing))}, and engine/{engine}/{folder} has no file of that name: "
        "what one says, the other gives its meaning to"
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_no_engine_divides_conditions_otherwise_than_the_rules_do(engine: str) -> None:
    assert files(SOURCE / "engine" / engine / "conditions") == files(SOURCE / "rules/conditions")


def test_what_the_meaning_of_record_says_of_triggers_the_compiled_rules_say_in_a_file_of_the_same_name() -> None:
    assert files(SOURCE / "engine/reference/triggers") <= files(SOURCE / "engine/compiled/triggers")


def test_every_part_of_the_product_has_tests_in_a_folder_of_its_name() -> None:
    parts = {path.name for path in SOURCE.iterdir() if (path / "__init__.py").is_file()}
    missing = sorted(parts - {path.name for path in (ROOT / "tests").iterdir() if list(path.glob("test_*.py")) or path.is_dir()})
    assert not missing, f"{', '.join(missing)}: its tests belong in a folder of the same name in tests/"
