"""What the people of a case file cannot be together: two with one NHS number, or somebody their own ancestor."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from holdfast.kernel.when import When
from holdfast.vocabulary.faults import Fault
from holdfast.vocabulary.kinship import Descent, descent, own_ancestors
from holdfast.vocabulary.model_faults import shown
from holdfast.vocabulary.scalars import read_birth, read_nhs_number

Rows = Sequence[tuple[str, Any]]
"""The rows of one list of a file, each with its place."""


def number_faults(people: Rows) -> Iterator[Fault]:
    """People who are given the NHS number of somebody before them in the file."""
    held: dict[str, str] = {}
    for path, row in people:
        number = _number(row)
        if number is None:
            continue
        if number in held:
            what = f"This NHS number is given to {held[number]} too, and belongs to one person."
            do = "If they are one person, list them once. If not, ask whose number it is, and leave the other null."
            yield Fault(f"{path}.nhs_number", what, do)
        held.setdefault(number, shown(row.get("id")))


LONGEST_PREGNANCY = timedelta(weeks=44)


def birth_faults(people: Rows, today: date) -> Iterator[Fault]:
    """Births that are said to have been and are still to come, and babies expected after any pregnancy would have ended."""
    for path, row in people:
        for name, last in (("born", today), ("expected", today + LONGEST_PREGNANCY)):
            when = _birth(row, name)
            if when is not None and when.first > last:
                yield Fault(f"{path}.{name}", *AHEAD[name])


AHEAD = {
    "born": (
        "This day has not come yet.",
        "For a baby who is still to be born write the day as expected; otherwise put it right.",
    ),
    "expected": ("No pregnancy lasts until then.", "Put the day right, or leave it out where nobody knows it."),
}
"""What is wrong with a birth that lies too far ahead, and what to do."""


def _birth(row: Any, name: str) -> When | None:
    try:
        return read_birth(row.get(name)) if isinstance(row, Mapping) else None
    except ValueError:
        return None


def _number(row: Any) -> str | None:
    try:
        return read_nhs_number(row.get("nhs_number")) if isinstance(row, Mapping) else None
    except ValueError:
        # It has a fault of its own already.
        return None


def ancestor_faults(relationships: Rows) -> Iterator[Fault]:
    """Relationships by which somebody would be their own ancestor, at however many generations."""
    for place, circle in own_ancestors([_descent(row) for _, row in relationships]).items():
        # By their ids, as in all a file's faults: a name has no place in what is printed and sent on.
        yield Fault(relationships[place][0], circle_in_words([shown(id) for id in circle]), PUT_RIGHT)


PUT_RIGHT = "Look at which of these ties is the wrong way round, and put that one right."


def circle_in_words(names: Sequence[str]) -> str:
    """That somebody would be their own ancestor, and by which way. ``names`` go down from the first to the last, who would be
    above the first."""
    way = ", who is above ".join((*names, names[0]))
    return f"By this {names[0]} would be their own ancestor: {way}."


def _descent(row: Any) -> Descent | None:
    if not isinstance(row, Mapping):
        return None
    one, kind, other = row.get("from"), row.get("kind"), row.get("to")
    # Somebody who is related to themselves is a fault of its own.
    if not (isinstance(one, str) and isinstance(kind, str) and isinstance(other, str)) or one == other:
        return None
    return descent(one, kind, other)
