"""The workers and agencies that entries name, found in the data as they are written."""

from collections.abc import Iterable, Mapping
from typing import Any

from holdfast.engine.reference.met_by import ABOUT_WORKERS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import Kind
from holdfast.vocabulary.named_fields import Fields, fields_naming
from holdfast.vocabulary.type_registry import ENTRY_TYPES

PARTIES: frozenset[Kind] = frozenset({"worker", "organisation", "party"})


def name_parties(type: str, data: Mapping[str, Any], found: set[str]) -> None:
    """Add every worker and agency that an entry may name. What is plain words is added too: nobody goes by it."""
    # By the names of fields that can name somebody, and not by reading the entry into its class: every entry of a family is gone
    # through with every write.
    for name, inside in fields_naming(type, PARTIES):
        value = data.get(name)
        if value is not None:
            _add(value, inside, found)


def _add(value: Any, inside: Fields, found: set[str]) -> None:
    if value.__class__ is str:
        found.add(value)
    elif value.__class__ is dict:
        for name, further in inside:
            part = value.get(name)
            if part is not None:
                _add(part, further, found)
    elif value.__class__ is list:
        for each in value:
            _add(each, inside, found)


def concerned(entry: Entry) -> list[str]:
    """Whom an entry about nobody concerns: the workers it names; with its type after a colon, everybody."""
    found: set[str] = set()
    name_parties(entry.type, entry.data.written(), found)
    return sorted(found | ({everybody(entry.type)} - {everybody(type) for type in (*ABOUT_WORKERS, "entry_withdrawn")}))


def everybody(type: str) -> str:
    """What stands among those concerned where entries of a type concern everybody."""
    return f":{type}"


def of_everybody(types: Iterable[str] | None) -> list[str]:
    """The same for each of these types that concerns everybody (of all types, where none are named)."""
    return [everybody(type) for type in (ENTRY_TYPES if types is None else types) if type not in ABOUT_WORKERS]
