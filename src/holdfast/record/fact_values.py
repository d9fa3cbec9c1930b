"""What can stand as a fact of a person: a name that is one, an NHS number that is somebody's."""

from collections.abc import Iterator
from typing import Any

from holdfast.vocabulary.faults import Fault, Wrong
from holdfast.vocabulary.model_faults import said
from holdfast.vocabulary.scalars import is_nobodys_name, read_lettered_name, read_nhs_number
from holdfast.vocabulary.stated_facts import FactKind, read_value


def value_faults(kind: str, value: Any, path: str) -> Iterator[Fault]:
    """What is wrong with a value of a kind; nothing where there is none, or where the kind takes any."""
    if value is None:
        return
    try:
        kept_value(kind, value)
    except ValueError as error:
        yield said(path, error)


def kept_value(kind: str, value: Any) -> Any:
    """A value as it is kept. Raises ``ValueError``."""
    if value is None:
        return None
    if kind == "nhs_number":
        return read_nhs_number(value)
    if kind == "name":
        _check_name(value)
    stated = FactKind.of(kind)
    # What is stated of a person beside their name is words of a kind: an address, a telephone number, a language.
    return read_value(stated, value) if stated is not None and isinstance(value, str) else value


def _check_name(value: Any) -> None:
    parts = [value.get(part) for part in ("given", "family")] if isinstance(value, dict) else [value]
    for part in parts:
        read_lettered_name(part)
    if is_nobodys_name(*parts) or not any(parts):
        raise Wrong("this is no name", "Leave the name out where nobody knows it: the page says that it is not known.")
