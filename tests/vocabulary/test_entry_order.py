"""Nothing that ends or answers may come before what it ends, of whatever type: asked of every entry type that there is."""

from collections.abc import Iterator

import pytest

from holdfast.vocabulary.entry_order import DAYS_AHEAD, ENDS, NAMED_BY, NAMES_EARLIER
from holdfast.vocabulary.field_types import Shape, shapes
from holdfast.vocabulary.type_registry import ENTRY_TYPES

BEGINNINGS = (
    "_started",
    "_requested",
    "_identified",
    "_raised",
    "_received",
    "_made",
    "_set",
    "_taken",
    "_taken_up",
    "_allocated",
    "_recorded",
    "_decided",
    "_published",
)
ENDINGS = (
    "_ended",
    "_left",
    "_completed",
    "_closed",
    "_resolved",
    "_released",
    "_answered",
    "_acknowledged",
    "_notified",
    "_told",
    "_sent",
    "_held",
    "_assessed",
    "_withdrawn",
    "_published",
)
NEED_NOT_FOLLOW = {
    ("contact_decided", "contact_acknowledged"): "the sender may be told that it arrived after it was decided, or before",
    ("practice_review_published", "practice_review_sent"): "a review is sent to those who have to have it before it is published",
    ("carer_approval_decided", "carer_approval_ended"): "an approval for the time being ends before the full one is decided",
    ("legal_planning_requested", "legal_planning_held"): "lawyers call such a meeting without being asked for one",
    ("practice_review_started", "practice_review_withdrawn"): "it ends the publication, which comes after the review",
}
"""Pairs of one name of which the second may come first, and why."""
BEGUN_BY_MORE_THAN_ONE_ENTRY = {
    "looked_after_ended": "it begins with a stay, an order or police protection",
    "treatment_ended": "when an adult's treatment began is not recorded",
    "entry_withdrawn": "it names what it takes back, which may be of any day",
}
"""Ends whose beginning has no entry type of its own, and why."""
SAID_OF_THE_PAST = {
    ("allegation_closed", "subject_born"): "a birth",
    ("attendance_recorded", "from"): "a first day",
    ("address_changed", "until"): "until when it was home",
    ("address_held", "until"): "until when it was theirs",
    ("private_fostering_notified", "begins"): "it may have begun long before anybody was told",
}
"""Dates that may well be earlier than the entry that holds them, and why."""


def fields(shape: Shape) -> Iterator[Shape]:
    yield shape
    for each in shape.fields:
        yield from fields(each)


EVERY_FIELD = [(type, each) for type, model in ENTRY_TYPES.items() for shape in shapes(model) for each in fields(shape)]


@pytest.mark.parametrize(
    ("type", "shape"),
    [pytest.param(type, shape, id=f"{type}.{shape.name}") for type, shape in EVERY_FIELD if shape.kind == "entry"],
)
def test_an_entry_that_names_another_comes_after_it_or_says_why_not(type: str, shape: Shape) -> None:
    assert shape in shapes(ENTRY_TYPES[type]), "a row that names an entry is read by no rule of order: teach it to"
    assert ((type, shape.name) in NAMES_EARLIER) != bool(shape.earlier)
    assert shape.earlier or set(shape.entry_types or ENTRY_TYPES) <= NAMED_BY


@pytest.mark.parametrize(
    ("type", "shape"),
    [pytest.param(type, shape, id=f"{type}.{shape.name}") for type, shape in EVERY_FIELD if shape.kind == "when"],
)
def test_a_date_is_still_ahead_when_it_is_said_or_of_the_past(type: str, shape: Shape) -> None:
    if shape.ahead is None:
        assert (type, shape.name) in SAID_OF_THE_PAST, f"is {type}.{shape.name} still to come when it is said? Mark it Ahead"
        return
    own = [each.name for each in shapes(ENTRY_TYPES[type])]
    assert shape.name in own, "a date in a row is read in place of the entry's own, which has to have the same name"
    assert bool(shape.earlier) != any((type, shape.name) == (of, last) for of, _, last in DAYS_AHEAD)


def pairs_by_name() -> Iterator[tuple[str, str]]:
    for ended in ENTRY_TYPES:
        for ending in ENDINGS:
            for beginning in BEGINNINGS:
                begun = ended.removesuffix(ending) + beginning
                if ended.endswith(ending) and begun in ENTRY_TYPES and begun != ended:
                    yield begun, ended


@pytest.mark.parametrize(("begun", "ended"), [pytest.param(*pair, id=" and ".join(pair)) for pair in pairs_by_name()])
def test_what_ends_comes_after_what_it_ends(begun: str, ended: str) -> None:
    names = any(type == ended and begun in (shape.entry_types or ()) for type, shape in EVERY_FIELD if shape.kind == "entry")
    paired = (ended, begun) in {(type, ends.begun) for type, ends in ENDS}
    assert (names or paired) != ((begun, ended) in NEED_NOT_FOLLOW), (
        f"can {ended} come before {begun}? Say Ends(…) on the type, name the entry it ends, or say here why it can"
    )


def test_every_end_says_what_it_ends() -> None:
    ends = {type for type in ENTRY_TYPES if type.endswith(("_ended", "_completed", "_closed", "_left", "_withdrawn"))}
    told = {type for type, _ in NAMES_EARLIER} | {type for type, _ in ENDS} | {ended for _, ended in NEED_NOT_FOLLOW}
    silent = ends - told - set(BEGUN_BY_MORE_THAN_ONE_ENTRY)
    assert silent == set(STANDS_ALONE), f"what do these end? {sorted(silent ^ set(STANDS_ALONE))}"


STANDS_ALONE = {
    "audit_completed": "one case looked at",
    "case_closed": "a case that was closed may be opened again",
    "handover_completed": "done in one go",
    "neglect_tool_completed": "a form filled in",
    "safety_check_completed": "checks made",
    "school_left": "a child leaves a school whose first day is not recorded",
    "training_completed": "a course done",
}
"""Entries called an end that end nothing on the record, and why."""


def test_a_pair_is_told_apart_by_fields_that_both_have() -> None:
    for type, ends in ENDS:
        for end in (type, ends.begun):
            assert set(ends.same) <= {shape.name for shape in shapes(ENTRY_TYPES[end])}
        assert set(ends.also) <= set(ENTRY_TYPES)
