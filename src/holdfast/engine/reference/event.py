"""Whether an entry is what a rule means. The meaning of each condition is registered in ``MEANINGS`` by
:mod:`holdfast.engine.reference.conditions`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from holdfast.engine.meanings import Meanings
from holdfast.engine.reference.person_view import PersonView
from holdfast.kernel.unknown import Unknown
from holdfast.rules.event import Condition, Event
from holdfast.vocabulary.entry import Entry

Truth = bool | Unknown


@dataclass(frozen=True)
class EntryContext:
    """What a condition is asked about: an entry, and the entry and person that the clock began with."""

    person: PersonView
    entry: Entry
    start: Entry | None = None
    subject: str | None = None


MEANINGS: Meanings[Callable[[Any, EntryContext], Truth]] = Meanings("condition", "holdfast.engine.reference.conditions")


def holds(condition: Condition, asked: EntryContext) -> Truth:
    """Whether ``condition`` is true of the entry. Refuses a condition that has no meaning."""
    return MEANINGS[type(condition)](condition, asked)


def fits(event: Event, asked: EntryContext) -> Truth:
    """Whether the entry is one the event means: of its types, naming the child where it must, passing every
    condition. Unknown as soon as one condition is, unless another is plainly false."""
    if asked.entry.type not in event.types:
        return False
    # Before the conditions: to be mentioned is not to be seen, whatever else the entry says.
    if event.names is not None and not asked.person.names_child(asked.entry, event.names):
        return False
    unknown: Unknown | None = None
    for condition in event.where:
        answer = holds(condition, asked)
        if isinstance(answer, Unknown):
            # Of several that cannot be told the last is said, in both engines, so that the words are the same.
            unknown = answer
        # Plainly false decides, however much else is unknown.
        elif not answer:
            return False
    return True if unknown is None else unknown


def certainly(event: Event, asked: EntryContext) -> bool:
    """Whether the entry certainly fits: doubt never meets a standard."""
    return fits(event, asked) is True
