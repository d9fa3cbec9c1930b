"""What each field of an entry type is, read off its annotation once: the single source for forms, checks and schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from holdfast.kernel.when import When
from holdfast.vocabulary.base import Ahead, Codes, EntryRef, OtherThan, Ref, Reference, Row, Written

Kind = Literal[
    "text",
    "long_text",
    "words",
    "boolean",
    "code",
    "when",
    "integer",
    "number",
    "person",
    "worker",
    "organisation",
    "party",
    "entry",
    "row",
]


@dataclass(frozen=True)
class Shape:
    """One field. ``name`` is its name in the case file, ``attribute`` its name in Python.

    ``required``: an entry without it is refused. ``asked``: it belongs to the type, and left out it means *not recorded*.
    Neither: optional. ``many``: a list. ``codes`` are (code, label) pairs; where ``kind`` is ``entry`` a code may stand
    instead of an id. ``entry_types`` are the types an entry reference may point to, empty for any. ``also`` are other kinds
    that may stand instead. ``ahead``: a date that is still to come when it is said. ``earlier``: why that date, or the entry that
    points at another, may come before what it follows. ``other_than``: it names somebody else than these fields do (empty: than
    the child). ``row`` is the model of a row, ``fields`` its fields.
    """

    name: str
    attribute: str
    label: str
    kind: Kind
    required: bool
    asked: bool
    many: bool = False
    codes: tuple[tuple[str, str], ...] = ()
    entry_types: tuple[str, ...] = ()
    also: tuple[Kind, ...] = ()
    ahead: Ahead | None = None
    earlier: str = ""
    other_than: tuple[str, ...] | None = None
    lowest: float | None = None
    highest: float | None = None
    row: type[Row] | None = None
    fields: "tuple[Shape, ...]" = ()


# Reading annotations is slow, and every form, check and import asks for the same few hundred models.
@cache
def shapes(model: type[BaseModel]) -> tuple[Shape, ...]:
    """The fields of an entry type or a row, in the order they are written."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(_shape(name, hints[name], field) for name, field in model.model_fields.items())


def _shape(attribute: str, hint: Any, field: FieldInfo) -> Shape:
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    blank = Shape(
        name=field.alias or attribute,
        attribute=attribute,
        label=field.description or "",
        kind="text",
        required=field.is_required(),
        asked=bool(extra.get("x-asked")),
    )
    return _read(blank, hint, ())


def _read(shape: Shape, hint: Any, marks: tuple[Any, ...]) -> Shape:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        found = _read(shape, args[0], (*marks, *args[1:]))
        apart = next((mark for mark in args[1:] if isinstance(mark, OtherThan)), None)
        return found if apart is None else replace(found, other_than=apart.fields)
    if origin in {Union, UnionType}:
        return _read_union(shape, [arg for arg in args if arg is not NoneType], marks)
    # Marks outside a list are about the list; inside it a kind begins afresh.
    if origin is tuple:
        return replace(_read(shape, args[0], ()), many=True)
    return _read_plain(shape, hint, marks)


def _read_union(shape: Shape, args: list[Any], marks: tuple[Any, ...]) -> Shape:
    if len(args) == 1:
        return _read(shape, args[0], marks)
    # The first form gives the field its kind; the others are read beside it.
    first, *others = (_read(shape, arg, marks) for arg in args)
    also = tuple(dict.fromkeys(other.kind for other in others if other.kind != first.kind))
    return replace(first, also=also)


def _read_plain(shape: Shape, hint: Any, marks: tuple[Any, ...]) -> Shape:
    # A mark says more than the type under it, since ids, texts and references are all strings.
    for mark in marks:
        if isinstance(mark, Ref):
            return replace(shape, kind=mark.kind)
        if isinstance(mark, EntryRef):
            also: tuple[Kind, ...] = ("text",) if mark.or_text else ()
            codes = _pairs(mark.codes)
            return replace(shape, kind="entry", entry_types=mark.types, codes=codes, also=also, earlier=mark.earlier)
        if isinstance(mark, Ahead):
            return replace(shape, kind="when", ahead=mark, earlier=mark.earlier)
        if isinstance(mark, Written):
            return replace(shape, kind=mark.kind)
    if hint is str:
        return shape
    if issubclass(hint, Codes):
        return replace(shape, kind="code", codes=_pairs(hint))
    if issubclass(hint, Row):
        return replace(shape, kind="row", row=hint, fields=shapes(hint))
    if issubclass(hint, When):
        return replace(shape, kind="when")
    # Before numbers: a bool is an int to Python.
    if issubclass(hint, bool):
        return replace(shape, kind="boolean")
    return _read_number(shape, hint, marks)


def _read_number(shape: Shape, hint: Any, marks: tuple[Any, ...]) -> Shape:
    if not issubclass(hint, (int, float)):
        # As the type is first described and not when somebody opens its form.
        raise TypeError(f"the field {shape.attribute} is a {hint!r}, which has no kind")
    limits = [limit for mark in marks for limit in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]
    lowest = next((limit.ge for limit in limits if isinstance(limit, Ge)), None)
    highest = next((limit.le for limit in limits if isinstance(limit, Le)), None)
    return replace(shape, kind="integer" if issubclass(hint, int) else "number", lowest=lowest, highest=highest)  # type: ignore[arg-type]


def references(data: BaseModel) -> Iterator[Reference]:
    """Everything in ``data`` that points at a person, a worker, an organisation or an entry, rows included. A code that
    stands instead of an entry's id is no reference."""
    return _references(shapes(type(data)), data, "")


def written_references(model: type[BaseModel], data: Mapping[str, Any]) -> Iterator[Reference]:
    """The same for data as it is written, whether or not it fits: what does not fit points at nothing."""
    return _references(shapes(model), data, "")


def _references(fields: tuple[Shape, ...], data: object, path: str) -> Iterator[Reference]:
    for shape in fields:
        here = f"{path}.{shape.name}" if path else shape.name
        value = data.get(shape.name) if isinstance(data, Mapping) else getattr(data, shape.attribute, None)
        if shape.many and isinstance(value, (list, tuple)):
            for index, each in enumerate(value):
                yield from _references_in(shape, each, f"{here}[{index}]")
        else:
            yield from _references_in(shape, value, here)


def _references_in(shape: Shape, value: object, path: str) -> Iterator[Reference]:
    if isinstance(value, (Row, Mapping)):
        yield from _references(shape.fields, value, path)
    elif not isinstance(value, str) or not value:
        return
    elif shape.kind == "entry":
        if value not in {code for code, _ in shape.codes}:
            # Unchecked where plain words may stand there: they cannot be told from an id that is missing.
            yield Reference(path, "entry", value, shape.entry_types, checked="text" not in shape.also)
    elif shape.kind in {"person", "worker", "organisation"}:
        yield Reference(path, shape.kind, value)
    elif shape.kind == "party" or "party" in shape.also:
        yield Reference(path, "party", value, checked=False)


def people_named(data: BaseModel) -> set[str]:
    """The ids of the people ``data`` names. A party is left out: only the case can say whether it is a person."""
    return {reference.value for reference in references(data) if reference.kind == "person"}


def _pairs(codes: type[Codes] | None) -> tuple[tuple[str, str], ...]:
    return tuple((code.value, code.label) for code in codes) if codes else ()
