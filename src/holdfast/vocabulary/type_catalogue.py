"""Every entry type and its fields, described: the single source for forms, documentation and schema."""

import inspect
from dataclasses import dataclass
from functools import cache

from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.field_types import Shape, shapes
from holdfast.vocabulary.type_registry import AREAS, ENTRY_TYPES


@dataclass(frozen=True)
class Described:
    """One entry type: its name in the case file, its title, its area of practice, what it means, and its fields."""

    name: str
    title: str
    area: str
    area_title: str
    meaning: str
    version: int
    fields: tuple[Shape, ...]
    model: type[EntryData]


# Asked for by every form and every page of the documentation; entry types cannot change while the program runs.
@cache
def catalogue() -> tuple[Described, ...]:
    """All entry types, by area in the order a case usually meets them, as they are written in the code."""
    areas = list(AREAS)
    described = (_describe(model) for model in ENTRY_TYPES.values())
    return tuple(sorted(described, key=lambda each: areas.index(each.area)))


def describe(name: str) -> Described:
    """One entry type. Raises ``KeyError`` when there is none of that name."""
    return _describe(ENTRY_TYPES[name])


def _describe(model: type[EntryData]) -> Described:
    meaning = " ".join(inspect.cleandoc(model.__doc__ or "").split())
    return Described(model.type_name, model.title, model.area, AREAS[model.area], meaning, model.version, shapes(model), model)
