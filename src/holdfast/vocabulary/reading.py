"""Turning what a model refuses into faults that a person can act on."""

import difflib
import re
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ValidationError

from holdfast.vocabulary.faults import Fault

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def json_key(path: str, key: str | int) -> str:
    """``path`` one step further: ``.name``, ``[3]``, or quoted where the name is not a plain word."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    return f"{path}.{key}" if _PLAIN.fullmatch(key) else f"{path}[{key!r}]"


def nearest(given: object, known: Iterable[str]) -> str:
    """What to do about a name that is not known: the names that look most like it, or where to find them all."""
    listed = list(known)
    close = difflib.get_close_matches(given, listed, n=3) if isinstance(given, str) else []
    if close:
        return f"Did you mean {' or '.join(close)}?"
    return f"Use one of: {', '.join(listed)}." if len(listed) <= 12 else "The documentation lists them all."


def data_faults(model: type[BaseModel], error: ValidationError, path: str) -> list[Fault]:
    """One fault for each thing ``model`` found wrong below ``path``."""
    return [_fault(model, dict(problem), path) for problem in error.errors(include_url=False)]


def _fault(model: type[BaseModel], problem: dict[str, Any], path: str) -> Fault:
    for step in problem["loc"]:
        path = json_key(path, step)
    kind, message = problem["type"], problem["msg"]
    if kind == "missing":
        return Fault(path, "This has to be there and is not.", "Add it.")
    if kind == "extra_forbidden":
        return Fault(path, "There is no such field here.", nearest(problem["loc"][-1], _field_names(model)))
    if kind == "enum":
        return Fault(path, f"{_shown(problem['input'])} is not in the list.", f"Use {problem['ctx']['expected']}.")
    if kind == "value_error":
        return Fault(path, f"{message.removeprefix('Value error, ')}.", "Write what is known, as exactly as it is known.")
    return Fault(path, f"{_shown(problem['input'])} does not fit: {message[:1].lower()}{message[1:]}.", "Put it right.")


def _field_names(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
