"""Turning what a model refuses into faults that a person can act on."""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from holdfast.vocabulary.base import FORMS
from holdfast.vocabulary.faults import Fault, Wrong

# The library's own messages are for programmers. Where a person sends a file, each kind of fault says what to write instead.
_KINDS = {
    "string_type": ("This is not text.", 'Write it in quotation marks, like "text".'),
    "string_too_short": ("This is empty.", "Say who or what is meant, or leave the field out where it may be left out."),
    "string_unicode": ("This holds half a character.", "Save the file again as UTF-8."),
    "bool_type": ("This is neither true nor false.", "Write true or false, or leave it out when nobody recorded it."),
    "tuple_type": ("This is not a list.", "Write it in square brackets."),
    "dict_type": ("This is not an object with named fields.", 'Write it as {"field": value}.'),
    "model_type": ("This is not an object with named fields.", 'Write it as {"field": value}.'),
    "union_tag_invalid": (
        "This is none of the kinds of value that may stand here.",
        "The catalogue of entry types says which may.",
    ),
    "int_type": ("This is not a whole number.", "Write a number without quotation marks."),
    "int_from_float": ("This is not a whole number.", "Write a whole number."),
}
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def json_key(path: str, key: str | int) -> str:
    """``path`` one step further: ``.name``, ``[3]``, or quoted where the name is not a plain word."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if _PLAIN.fullmatch(key) else f"{path}[{key!r}]"


def nearest(given: object, known: Iterable[str]) -> str:
    """What to do about a name that is not known: the names that look most like it, or where to find them all."""
    listed = list(known)
    # A misspelt name is told with those that it looks most like: a list of two hundred is no help.
    close = difflib.get_close_matches(given, listed, n=3) if isinstance(given, str) else []
    if close:
        return f"Did you mean {' or '.join(close)}?"
    return f"Use one of: {', '.join(listed)}." if len(listed) <= 12 else "The documentation lists them all."


def data_faults(model: type[BaseModel], error: ValidationError, path: str) -> list[Fault]:
    """One fault for each thing ``model`` found wrong below ``path``."""
    return [_fault(model, dict(problem), path) for problem in error.errors(include_url=False)]


def _fault(model: type[BaseModel], problem: dict[str, Any], path: str) -> Fault:
    # Which form was tried is no place in anybody's file.
    steps = [step for step in problem["loc"] if step not in FORMS]
    for step in steps:
        path = json_key(path, step)
    kind, message, given = problem["type"], problem["msg"], shown(problem["input"])
    if kind == "missing":
        return Fault(path, "This has to be there and is not.", "Add it.")
    if kind == "extra_forbidden":
        return Fault(path, "There is no such field here.", nearest(steps[-1], _field_names(model, steps[:-1])))
    if kind == "enum":
        return Fault(path, f"{given} is not in the list.", f"Use {problem['ctx']['expected']}.")
    if kind == "value_error":
        return said(path, problem["ctx"]["error"])
    if kind in _KINDS:
        return Fault(path, *_KINDS[kind])
    return Fault(path, f"{given} does not fit: {message[:1].lower()}{message[1:]}.", "Put it right.")


def _field_names(model: type[BaseModel], steps: list[int | str]) -> list[str]:
    for step in steps:
        field = next((field for name, field in model.model_fields.items() if (field.alias or name) == step), None)
        model = next(_models_in(field.annotation), model) if field else model
    return [field.alias or name for name, field in model.model_fields.items()]


def said(path: str, error: ValueError) -> Fault:
    """The fault in an error's own words."""
    message = str(error)
    do = error.do if isinstance(error, Wrong) else "Write what is known, as exactly as it is known."
    return Fault(path, f"{message[:1].upper()}{message[1:]}.", do)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def shown(value: object) -> str:
    """A value in a message, cut short where it is long."""
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
