"""The list of what can be recorded: every type by area of practice."""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.pages.entries.links import record_url
from holdfast.pages.entries.presenters.type_help import in_short
from holdfast.vocabulary.type_catalogue import Described


@dataclass(frozen=True)
class TypeLink:
    """One type on the list. ``words`` are what the search looks through."""

    title: str
    meaning: str
    url: str
    words: str


@dataclass(frozen=True)
class TypeArea:
    """An area of practice and its types."""

    title: str
    anchor: str
    types: tuple[TypeLink, ...]


def mentions(each: Described, asked: str) -> bool:
    """Whether every word that somebody looks for stands somewhere in the type or its questions."""
    words = _words(each)
    return all(part in words for part in asked.casefold().split())


def type_link(each: Described, child: str | None) -> TypeLink:
    """A type as one line of the list."""
    return TypeLink(each.title, in_short(each), record_url(each.name, child), _words(each))


def by_area(found: Iterable[Described], child: str | None) -> list[TypeArea]:
    """The types under the headings of their areas, in the order of the vocabulary."""
    areas: dict[str, list[Described]] = {}
    for each in found:
        areas.setdefault(each.area, []).append(each)
    return [TypeArea(types[0].area_title, area, tuple(type_link(each, child) for each in types)) for area, types in areas.items()]


def _words(each: Described) -> str:
    # The labels of its questions too: somebody who looks for "blood pressure" does not know what the type that holds it is
    # called.
    labels = " ".join(field.label for field in each.fields)
    return f"{each.title} {each.meaning} {each.area_title} {labels} {each.name.replace('_', ' ')}".casefold()
