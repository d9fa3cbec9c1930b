"""Nobody covers, confides in, supervises or answers themselves: asked of every entry type that names somebody to do something."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from holdfast.rules.conditions import InPost, InTouch, SomebodyElse
from holdfast.rules.event import Event
from holdfast.rules.signal import Signal
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.field_types import Kind, Shape, shapes
from holdfast.vocabulary.named_fields import other_than
from holdfast.vocabulary.type_registry import ENTRY_TYPES

PEOPLE: set[Kind] = {"person", "worker", "party"}
NAMES_SOMEBODY = ("_named", "_assigned", "_rerouted", "_allocated", "_completed", "_supervised")
NOBODY_TO_BE_MISTAKEN_FOR = {
    ("worker_allocated", "worker"): "whoever had the child before has gone, or may be given the child again",
    ("core_group_named", "members"): "a group of several, in which everybody stands for themselves",
    ("absence_ended", "worker"): "whoever is back is themselves",
    ("training_completed", "agency"): "an agency that has learned something",
    ("training_completed", "worker"): "somebody who has learned something",
    ("safety_check_completed", "carer"): "the one person who is checked",
}
"""Fields that name somebody who cannot be one of those in the other fields, and why."""


def naming() -> list[tuple[str, Shape]]:
    return [
        (type, shape)
        for type, model in ENTRY_TYPES.items()
        if type.endswith(NAMES_SOMEBODY)
        for shape in shapes(model)
        if any(PEOPLE & {each.kind, *each.also} for each in (shape, *shape.fields)) and not _is_set_apart_from(type, shape)
    ]


def _is_set_apart_from(type: str, shape: Shape) -> bool:
    """Whether another field of the type has to be somebody else than this one: then this one says who that is."""
    return any(shape.name in (other.other_than or ()) for other in shapes(ENTRY_TYPES[type]))


@pytest.mark.parametrize(("type", "shape"), [pytest.param(type, shape, id=f"{type}.{shape.name}") for type, shape in naming()])
def test_whoever_is_named_to_do_something_is_set_apart_from_whom_it_is_done_for(type: str, shape: Shape) -> None:
    assert (shape.other_than is not None) != ((type, shape.name) in NOBODY_TO_BE_MISTAKEN_FOR), (
        f"whom has {type}.{shape.name} to be somebody else than? Mark it OtherThan(…), or say here why nobody"
    )


def events(part: Any) -> Iterator[Event]:
    """Every event that a rule speaks of, however deep."""
    if isinstance(part, Event):
        yield part
    if isinstance(part, Signal):
        yield from events(part.shape)
    elif is_dataclass(part):
        for field in fields(part):
            yield from events(getattr(part, field.name))
    elif isinstance(part, tuple):
        for each in part:
            yield from events(each)


def asked_whether_there() -> set[tuple[str, str]]:
    """Every field of every type that a rule asks to name somebody who is there, or somebody else."""
    return {
        (type, condition.field)
        for rule in (*STANDARDS.values(), *SIGNALS.values())
        for event in events(rule)
        for condition in event.where
        if isinstance(condition, InPost | InTouch | SomebodyElse)
        for type in event.types
    }


def test_what_a_rule_asks_of_somebody_named_is_asked_of_somebody_else() -> None:
    asked = asked_whether_there()
    assert asked
    for type, field in asked:
        apart = other_than(type, field) or any(
            shape.other_than == () for shape in shapes(ENTRY_TYPES[type]) if shape.name == field
        )
        assert apart or (type, field) in NOBODY_TO_BE_MISTAKEN_FOR


def test_every_field_that_is_set_apart_is_asked_by_some_rule() -> None:
    set_apart = {
        (type, shape.name) for type, model in ENTRY_TYPES.items() for shape in shapes(model) if shape.other_than is not None
    }
    assert set_apart <= asked_whether_there()
