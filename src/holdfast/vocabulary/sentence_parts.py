"""Small words for sentences. What is not recorded is said to be not recorded; nothing is filled in."""

import re
from collections.abc import Callable, Iterable
from typing import Protocol

from holdfast.kernel.when import When
from holdfast.vocabulary.base import Codes, NameLookup

NOT_RECORDED = "not recorded"


def listed(parts: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    named = list(parts)
    return named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}" if named else ""


# Three look-ups in a fixed order: ids are unique within a kind and not across kinds, and what is none of them is plain words.
def party(names: NameLookup, value: str) -> str:
    """The name of a person, a worker or an organisation, or the plain text that stands for one."""
    for lookup in (names.person, names.worker, names.organisation):
        if (name := lookup(value)) != value:
            return name
    return value


def parties(names: NameLookup, values: Iterable[str] | None, nobody: str = "nobody") -> str:
    """The names of several, ``nobody`` when the list is empty, "not recorded" when there is no list."""
    if values is None:
        return NOT_RECORDED
    return listed(party(names, value) for value in values) or nobody


def people(names: NameLookup, values: Iterable[str] | None, nobody: str = "nobody") -> str:
    """As :func:`parties`, for people alone."""
    return NOT_RECORDED if values is None else listed(names.person(value) for value in values) or nobody


def texts(values: Iterable[str] | None, none: str = "none") -> str:
    """Plain texts in a row."""
    return NOT_RECORDED if values is None else listed(values) or none


def labels(values: Iterable[Codes] | None, none: str = "none") -> str:
    """The labels of codes in a row, in lower case so that they sit in a sentence."""
    return NOT_RECORDED if values is None else listed(lower(value.label) for value in values) or none


def yes_no(value: bool | None) -> str:
    """``yes``, ``no`` or ``not recorded``."""
    return NOT_RECORDED if value is None else "yes" if value else "no"


def lower(text: str) -> str:
    """``text`` with a small first letter, unless it starts with an abbreviation."""
    # "GP" and "A1" keep their capitals.
    return text if text[1:2].isupper() or text[1:2].isdigit() else f"{text[:1].lower()}{text[1:]}"


def upper(text: str) -> str:
    """``text`` with a capital first letter."""
    return f"{text[:1].upper()}{text[1:]}"


# Only what looks like a code is unmade. Underscores in somebody's own words stay.
_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")


def spoken(text: str) -> str:
    """Text as part of a sentence: ``health_visitor`` as "health visitor", other text as it is with a small first letter."""
    return text.replace("_", " ") if _CODE.fullmatch(text) else lower(text)


def stopped(text: str) -> str:
    """``text`` ending in exactly one full stop, unless it ends with a mark of its own."""
    text = text.rstrip()
    return text if text.endswith((".", "!", "?", "…", "”")) else f"{text}."


def quoted(text: str) -> str:
    """Somebody's text, exactly, in quotation marks."""
    return f"“{text}”"


def by(name: Callable[[str], str], id: str | None) -> str:
    """`` by Sam Poole``, or nothing when nobody is named."""
    return f" by {name(id)}" if id else ""


def on(when: When) -> str:
    """A date in a sentence: ``on 5 Oct 2018``, ``in October 2018``, ``between …``."""
    if when.precision in {"day", "instant"}:
        return f"on {when.in_words()}"
    return when.in_words() if when.precision == "range" else f"in {when.in_words()}"


class Present(Protocol):
    """Somebody at a meeting, as a row of an entry."""

    @property
    def role(self) -> str | None: ...

    @property
    def organisation(self) -> str | None: ...


def attended(names: NameLookup, present: Iterable[Present] | None) -> str:
    """Who was at a meeting: each by name, else by role and organisation."""
    return NOT_RECORDED if present is None else listed(_attendee(names, row) for row in present) or "nobody"


def _attendee(names: NameLookup, row: Present) -> str:
    person, worker = getattr(row, "person", None), getattr(row, "worker", None)
    name = names.person(person) if person else names.worker(worker) if worker else None
    role = (row.role or "").replace("_", " ")
    place = party(names, row.organisation) if row.organisation else ""
    said = ", ".join(part for part in (role, place) if part)
    return f"{name} ({said})" if name and said else name or said or "someone"
