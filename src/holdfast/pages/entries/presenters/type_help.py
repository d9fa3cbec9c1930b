"""What an entry type means, in words for a page: its definition without the marks that are for programmers."""

import re

from holdfast.vocabulary.type_catalogue import Described

_MARKED = re.compile(r"``([^`]+)``")


def in_full(described: Described) -> str:
    """The whole meaning. A field named in it is called by its label, a code by its words."""
    # Definitions mark names as code for whoever adds a type. On a page they are the words that stand on it.
    labels = {field.name: f"“{field.label}”" for field in described.fields}
    codes = {code: label.lower() for field in described.fields for code, label in field.codes}
    return _MARKED.sub(lambda found: labels.get(found[1]) or codes.get(found[1]) or found[1].replace("_", " "), described.meaning)


def in_short(described: Described) -> str:
    """The first sentence of it."""
    sentence, stop, _ = in_full(described).partition(". ")
    return f"{sentence}." if stop else sentence
