"""The JSON Schema of the case file, generated from the entry types."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from holdfast.vocabulary.case_file_parts import PARTS, EntryPart
from holdfast.vocabulary.case_writer import FORMAT
from holdfast.vocabulary.field_types import shapes
from holdfast.vocabulary.type_registry import ENTRY_TYPES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema of a case file. It says what each part looks like; that ids exist, and that corrections and withdrawals
    hold together, no schema can say: ``read_case`` checks it."""
    models: list[type[BaseModel]] = [*PARTS.values(), *ENTRY_TYPES.values()]
    names, whole = models_json_schema([(model, "validation") for model in models], ref_template="#/$defs/{model}")
    definitions = whole["$defs"]
    entry = definitions[names[EntryPart, "validation"]["$ref"].rpartition("/")[2]]
    entry["properties"]["type"] = {"enum": list(ENTRY_TYPES), "description": "Entry type"}
    # One condition for each type and not one union of all: a checker then names the field that is wrong in this type, and not two
    # hundred types that it is not.
    entry["allOf"] = [_when_type(name, names[model, "validation"], model) for name, model in ENTRY_TYPES.items()]
    entry["allOf"].append(_withdrawal())
    lists = {name: {"type": "array", "items": names[part, "validation"]} for name, part in PARTS.items()}
    return {
        "$schema": _DIALECT,
        "title": "Holdfast case file",
        "type": "object",
        "properties": {"format": {"const": FORMAT}, **lists},
        "required": ["format", "people", "entries"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }


def _when_type(name: str, reference: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    then: dict[str, Any] = {"properties": {"data": reference}}
    if any(shape.required for shape in shapes(model)):
        # Only where a field is required. Types that say nothing beyond their day may leave data out.
        then["required"] = ["data"]
    return {"if": {"properties": {"type": {"const": name}}, "required": ["type"]}, "then": then}


def _withdrawal() -> dict[str, Any]:
    return {
        "if": {"properties": {"type": {"const": "entry_withdrawn"}}, "required": ["type"]},
        "then": {
            "properties": {"withdraws": {"type": "string"}, "reason": {"type": "string"}},
            "required": ["withdraws", "reason"],
        },
        "else": {"properties": {"withdraws": {"type": "null"}}},
    }
