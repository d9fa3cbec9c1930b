"""Entries and whole cases made up from the catalogue, for property tests. All names are invented."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from holdfast.kernel.when import When
from holdfast.vocabulary.about_whom import OF_A_CHILD
from holdfast.vocabulary.field_types import Shape
from holdfast.vocabulary.type_catalogue import Described, catalogue

PEOPLE = ("chloe", "harper", "mother")
WORKERS = ("w1", "w9")
ORGANISATIONS = ("csc", "nursery")

days = st.dates(date(1900, 1, 2), date(2100, 1, 1))
instants = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))
whens = st.one_of(
    days.map(When.day),
    instants.map(When.at),
    st.tuples(days, days).map(lambda pair: When.between(min(pair), max(pair))),
    days.map(lambda day: When.parse(f"{day:%Y-%m}")),
    days.map(lambda day: When.parse(f"{day:%Y}")),
)
written_whens = whens.map(When.to_json)
# Of people who are born by the day on which the tests take a file in.
births = whens.filter(lambda when: when.first < date(2026, 11, 1)).map(When.to_json)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=20)
# Made printable and not drawn until they are: what is thrown away too often ends a run.
names = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" "), min_size=1, max_size=20)


def values(shape: Shape, entry_ids: dict[str, str]) -> st.SearchStrategy[Any]:
    """Values for one field, ``entry_ids`` being an entry's id for each type there is."""
    one = names if shape.name == "name" else _one(shape, entry_ids)
    return st.lists(one, max_size=3) if shape.many else one


def _one(shape: Shape, entry_ids: dict[str, str]) -> st.SearchStrategy[Any]:
    choices = [_of_kind(kind, shape, entry_ids) for kind in (shape.kind, *shape.also)]
    if shape.kind == "entry" and shape.codes:
        choices.append(st.sampled_from([code for code, _ in shape.codes]))
    return st.one_of(choices)


def _of_kind(kind: str, shape: Shape, entry_ids: dict[str, str]) -> st.SearchStrategy[Any]:
    if kind == "code":
        return st.sampled_from([code for code, _ in shape.codes])
    if kind == "entry":
        return st.sampled_from([entry_ids[name] for name in shape.entry_types or entry_ids])
    if kind == "row":
        return rows(shape.fields, entry_ids)
    if kind == "integer":
        return st.integers(int(shape.lowest or 0), int(shape.highest or 100))
    return {
        "text": texts,
        "long_text": texts,
        "words": texts,
        "boolean": st.booleans(),
        "when": written_whens,
        "number": st.floats(0, 100) | st.integers(0, 100),
        "person": st.sampled_from(PEOPLE),
        "worker": st.sampled_from(WORKERS),
        "organisation": st.sampled_from(ORGANISATIONS),
        "party": st.sampled_from((*PEOPLE, *WORKERS, *ORGANISATIONS, "the duty lawyer")),
    }[kind]


def rows(fields: tuple[Shape, ...], entry_ids: dict[str, str]) -> st.SearchStrategy[dict[str, Any]]:
    """An object with every required field and some of the others."""
    required = {shape.name: values(shape, entry_ids) for shape in fields if shape.required}
    others = {shape.name: values(shape, entry_ids) for shape in fields if not shape.required}
    return st.fixed_dictionaries(required, optional=others)


def data_of(described: Described, entry_ids: dict[str, str]) -> st.SearchStrategy[dict[str, Any]]:
    """The data of one entry of a type."""
    return rows(described.fields, entry_ids)


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """A case file as an object: a family, two workers, an entry of every kind an entry may refer to, and some more."""
    entry_ids = {name: f"e-{name}" for name in sorted(referred_to())}
    more = draw(st.lists(st.sampled_from([each for each in catalogue() if each.name != "entry_withdrawn"]), max_size=4))
    by_name = {each.name: each for each in catalogue()}
    drawn = [(by_name[name], id) for name, id in entry_ids.items()]
    drawn += [(described, f"x{index}") for index, described in enumerate(more)]
    return draw(_family()) | {"entries": [draw(_entry(described, id, entry_ids)) for described, id in drawn]}


def referred_to() -> set[str]:
    """The types of entry that another entry may refer to."""
    return {name for each in catalogue() for shape in each.fields for name in shape.entry_types}


@st.composite
def _family(draw: st.DrawFn) -> dict[str, Any]:
    """A case file with two agencies, two workers, two children and their mother, and no entry."""
    return {
        "format": "holdfast-case/1",
        "organisations": [{"id": id, "kind": "school", "name": draw(names) + "x"} for id in ORGANISATIONS],
        "workers": [{"id": id, "name": "Sam Poole", "organisation": "csc", "role": None, "manager": "w9"} for id in WORKERS],
        "people": [
            {"id": id, "names": [{"use": "usual", "given": id.title(), "family": None}], "born": draw(st.none() | births)}
            for id in PEOPLE
        ],
        "relationships": [{"from": "mother", "to": "chloe", "kind": "mother", "start": draw(st.none() | written_whens)}],
    }


@st.composite
def about_nobody(draw: st.DrawFn) -> dict[str, Any]:
    """A case file with a child who has a worker, and a whole entry of every type: about nobody, where it may be."""
    types = [each for each in catalogue() if each.name != "entry_withdrawn"]
    entry_ids = {each.name: f"e-{each.name}" for each in types}
    entries = [
        {
            "id": id,
            "type": each.name,
            "happened": "2018-11-02",
            "by": "w1",
            "about": ["chloe"] if each.name in OF_A_CHILD else [],
            "data": draw(_whole(each.fields, entry_ids)),
        }
        for each, id in zip(types, entry_ids.values(), strict=True)
    ]
    lead = {"worker": "w1", "role": "social_worker"}
    theirs = {"id": "lead", "type": "worker_allocated", "happened": "2018-11-01", "by": "w9", "about": ["chloe"], "data": lead}
    return draw(_family()) | {"entries": [theirs, *entries]}


def _whole(fields: tuple[Shape, ...], entry_ids: dict[str, str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({shape.name: values(shape, entry_ids) for shape in fields})


@st.composite
def _entry(draw: st.DrawFn, described: Described, id: str, entry_ids: dict[str, str]) -> dict[str, Any]:
    entry = {
        "id": id,
        "type": described.name,
        "happened": draw(written_whens),
        "by": draw(st.none() | st.sampled_from(WORKERS)),
        "about": draw(st.lists(st.sampled_from(PEOPLE), min_size=int(described.name in OF_A_CHILD), max_size=2, unique=True)),
        "data": draw(data_of(described, entry_ids)),
    }
    if draw(st.booleans()):
        entry["recorded_at"] = draw(instants).isoformat()
    return entry
