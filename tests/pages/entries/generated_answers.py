"""Valid things to say in each entry type, made by Hypothesis from its fields, as far as a form can say them."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from holdfast.kernel.when import When
from holdfast.pages.entries.queries.reference_choices import ReferenceChoices
from holdfast.vocabulary.field_types import Shape
from holdfast.vocabulary.type_catalogue import Described
from tests.pages.entries.family import ALERT

HOSTILE = (
    "<script>alert('x')</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE record_entryenvelope; --",
    "{{ 7 * 7 }}{% load static %}",
    "  two spaces, then a tab\tand an end  ",
    "Ó Súilleabháin — 李小龍 — مريم — 👩‍👧‍👦",
    "\u202egnirts desrever",
    "first line\n\n\nlast line",
    "\nstarts with a line end",
    "&amp; &lt;b&gt; %00 \\u0000 null None",
    "x" * 3000,
)
LINE = st.one_of(
    st.sampled_from(HOSTILE), st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
)
TEXT = LINE.filter(lambda text: bool(text.strip()))
PLAIN = st.text("abcdefgh ij", min_size=1, max_size=12).filter(lambda text: bool(text.strip()))


BORN, YESTERDAY = date(2014, 1, 1), date(2018, 11, 4)
"""Both girls are there, and nothing is later than the hour at which it is said."""
AHEAD = date(2019, 12, 31)
"""What is planned comes after what it is planned in."""


@st.composite
def written_dates(draw: st.DrawFn, *, with_time: bool, since: date = BORN) -> Any:
    """A date as exactly as somebody may know it."""
    day = draw(st.dates(min_value=since, max_value=YESTERDAY))
    kinds = ["day", "month", "year", "range", *(["instant"] if with_time else [])]
    match draw(st.sampled_from(kinds)):
        case "month":
            return f"{day:%Y-%m}"
        case "year":
            return f"{day:%Y}"
        case "range":
            later = draw(st.dates(min_value=day.replace(day=1), max_value=YESTERDAY))
            first, last = sorted([day, later])
            return first.isoformat() if first == last else {"from": first.isoformat(), "to": last.isoformat()}
        case "instant":
            return f"{day:%Y-%m-%d}T{draw(st.integers(3, 21)):02d}:{draw(st.integers(0, 59)):02d}:00Z"
    return day.isoformat()


def data_of(described: Described, around: ReferenceChoices) -> st.SearchStrategy[dict[str, Any]]:
    """What an entry of this type can say about the people of ``around``."""
    fields = described.fields
    return _fields(fields, around, described.name).filter(_can_be).filter(lambda data: _somebody_else(fields, data))


SENDERS = {"contact": "priya", "message": "Gran"}
"""Who sent what the family has received."""


def _somebody_else(shapes: tuple[Shape, ...], data: dict[str, Any]) -> bool:
    """Whether whoever is named is another than they have to be: what is not is refused, and tried elsewhere."""
    for shape in shapes:
        named = data.get(shape.name)
        others = [SENDERS.get(each, data.get(each)) for each in shape.other_than or ()]
        if any(each is not None and each in others for each in (named if isinstance(named, list) else [named])):
            return False
    return True


def _can_be(data: dict[str, Any]) -> bool:
    """Whether it is in an order that can be: what cannot is refused, and tried elsewhere."""
    if data.get("for") and data.get("for") == data.get("cover"):
        return False
    # Of a handover these are workers, and of what is kept back people: only days have an order.
    begun, ended = (each if isinstance(each, str) and each[:1].isdigit() else None for each in (data.get("from"), data.get("to")))
    return begun is None or ended is None or When.parse(begun).first <= When.parse(ended).last


def _fields(shapes: tuple[Shape, ...], around: ReferenceChoices, type: str) -> st.SearchStrategy[dict[str, Any]]:
    needed = {shape.name: _value(shape, around, type) for shape in shapes if shape.required}
    others = {shape.name: _value(shape, around, type) for shape in shapes if not shape.required}
    return st.fixed_dictionaries(needed, optional=others)


def _value(shape: Shape, around: ReferenceChoices, type: str) -> st.SearchStrategy[Any]:
    if not shape.many:
        return _one(shape, around, type)
    if shape.kind in ("code", "person"):
        offered = [code for code, _ in shape.codes] if shape.kind == "code" else [c.value for c in around.people()]
        return st.sets(st.sampled_from(offered), min_size=int(shape.required)).map(lambda s: [o for o in offered if o in s])
    if any(field.name == "child" and field.required for field in shape.fields):
        children = [choice.value for choice in around.children()]
        row = _fields(tuple(field for field in shape.fields if field.name != "child"), around, type)
        return st.lists(row, max_size=len(children)).map(
            lambda rows: [{"child": c, **r} for c, r in zip(children, rows, strict=False)]
        )
    return st.lists(_one(shape, around, type), min_size=int(shape.required), max_size=3)


def _one(shape: Shape, around: ReferenceChoices, type: str) -> st.SearchStrategy[Any]:
    if shape.name == "alert":
        return st.just(ALERT)
    text = PLAIN if shape.name == "name" else TEXT  # a name with characters that do not show is refused
    match shape.kind:
        case "boolean":
            return st.booleans() | text if "text" in shape.also else st.booleans()
        case "code":
            return st.sampled_from([code for code, _ in shape.codes])
        case "when" if shape.ahead is not None:
            return st.dates(min_value=YESTERDAY, max_value=AHEAD).map(date.isoformat)
        case "when":
            return written_dates(with_time=shape.name == "for")
        case "integer":
            return st.integers(int(shape.lowest or 0), int(shape.highest or 9))
        case "number":
            return st.integers(0, 100) | st.sampled_from([0.5, 87.25, 99.9])
        case "person" if shape.name == "child":
            return st.sampled_from([choice.value for choice in around.children()])
        case "person":
            return st.sampled_from([choice.value for choice in around.people()])
        case "worker":
            return st.sampled_from([choice.value for choice in around.workers()])
        case "organisation":
            return st.sampled_from([choice.value for choice in around.organisations()])
        case "party":
            return st.sampled_from([choice.value for choice in around.parties()]) | TEXT
        case "entry":
            choices = [code for code, _ in shape.codes] + [c.value for c in around.entries(*shape.entry_types)]
            return st.sampled_from(choices) | TEXT if "text" in shape.also else st.sampled_from(choices)
        case "row":
            row = _fields(shape.fields, around, type).filter(bool)
            return row | st.sampled_from([c.value for c in around.parties()]) | TEXT if "party" in shape.also else row
    return text
