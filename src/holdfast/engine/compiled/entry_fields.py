"""How a condition that is written out reads a field of an entry: the cheapest reading that gives what
:mod:`holdfast.engine.reference.entry_fields` gives for entries of those types."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from holdfast.engine.compiled.compiler import Compiler, field_shape, is_list, is_single
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.vocabulary.field_types import Kind

# Kinds that are no text where they are written.
NO_TEXT: frozenset[Kind] = frozenset({"boolean", "integer", "number", "when", "row"})
# Kinds whose written form may be an object.
NO_PLAIN_VALUE: frozenset[Kind] = frozenset({"when", "row"})
SET_ASIDE = re.compile(r"[\W_]+")


def _kinds(types: Sequence[str], field: str) -> set[Kind]:
    found = (field_shape(type, field) for type in types)
    return {kind for shape in found if shape is not None for kind in (shape.kind, *shape.also)}


def written_name(types: Sequence[str], field: str) -> str:
    """The name that a field has in the data."""
    found = (field_shape(type, field) for type in types)
    return next((shape.name for shape in found if shape is not None), field)


def value_text(types: Sequence[str], field: str) -> str:
    """What the entry says in a field, or ``None``."""
    return f"entry.data.get({written_name(types, field)!r})"


def each_text(compiler: Compiler, types: tuple[str, ...], field: str) -> str:
    """What the entry lists in a field."""
    # Nothing of these types has the field: then it need not be looked for in any entry.
    if all(field_shape(type, field) is None for type in types):
        return "()"
    if is_list(types, field):
        # A list in every one of them, so that nothing has to be asked of the value.
        return f"({value_text(types, field)} or ())"
    return f"{compiler.use(listed)}(entry, {written_name(types, field)!r})"


def worded(types: Sequence[str], field: str, value: str) -> str:
    """A value of the field as text, where it is not text already."""
    # Text already in every one of them: making text of it would cost a call for each entry.
    return value if _kinds(types, field).isdisjoint(NO_TEXT) else f"str({value})"


def holds_one_of(compiler: Compiler, types: tuple[str, ...], field: str, values: Iterable[str]) -> str:
    """Whether the field holds one of these texts."""
    kinds, wanted = _kinds(types, field), sorted(set(values))
    # Days and rows are never one of some texts.
    if kinds <= NO_PLAIN_VALUE:
        return "False"
    if is_single(types, field):
        return is_one_of(value_text(types, field), wanted, plain=kinds.isdisjoint(NO_PLAIN_VALUE))
    each = each_text(compiler, types, field)
    if len(wanted) == 1:
        return f"{wanted[0]!r} in {each}"
    return f"any({is_one_of('each', wanted, plain=kinds.isdisjoint(NO_PLAIN_VALUE))} for each in {each})"


def is_one_of(value: str, texts: Iterable[str], *, plain: bool = True) -> str:
    """Whether a value is one of these texts. It is looked up in a set where it is a ``plain`` value, not an object."""
    wanted = sorted(set(texts))
    if not wanted:
        return "False"
    if len(wanted) == 1:
        return f"{value} == {wanted[0]!r}"
    items = ", ".join(map(repr, wanted))
    # A set is looked up at once, but what cannot be hashed cannot be looked for in one.
    return f"{value} in {{{items}}}" if plain else f"{value} in ({items})"


def plain(text: object) -> str:
    """Text as it is compared with the words a rule knows: letters and figures only, in lower case."""
    # By one expression and not by characters as in the reference: the same letters and figures stay, and long texts take less
    # time.
    return SET_ASIDE.sub("", str(text).lower())


def plain_words(words: Iterable[str]) -> tuple[str, ...]:
    """The words of a rule as they are compared, each once."""
    # As the rule is compiled, so that the words of a rule are made plain once and not for each entry.
    return tuple(dict.fromkeys(map(plain, words)))


def plain_values(entry: CompactEntry, field: str) -> set[str]:
    """What the entry lists in a field, each as it is compared."""
    return {plain(each) for each in listed(entry, field)} - {""}


def mention_one_of(texts: Iterable[object], words: tuple[str, ...]) -> bool:
    """Whether one of the words is in one of the texts, as they are compared."""
    for text in texts:
        said = plain(text)
        for word in words:
            if word in said:
                return True
    return False


def column(row: Any, name: str) -> Any:
    """A field of one row of a list; none where plain text stands for the row."""
    # A person may be written as a plain text where a row is expected: it has no columns.
    return row.get(name) if row.__class__ is dict else None
