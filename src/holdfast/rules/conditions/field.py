"""What a field of the entry holds: a value, a number, a row, or nothing at all."""

from dataclasses import dataclass

from holdfast.rules.event import Condition


@dataclass(frozen=True)
class FieldIn(Condition):
    """The entry's ``field`` holds one of ``values``."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class FieldIs(Condition):
    """The yes-or-no ``field`` was answered with ``value``. Not recorded is neither, so it is never unknown."""

    field: str
    value: bool


@dataclass(frozen=True)
class Filled(Condition):
    """Something was written in ``field``: text that is not blank, or a list that is not empty."""

    field: str


@dataclass(frozen=True)
class Recorded(Condition):
    """Something was recorded in ``field``, even an empty list or a plain no."""

    field: str


@dataclass(frozen=True)
class NumberUnder(Condition):
    """The number in ``field`` is under ``n``."""

    field: str
    n: float


@dataclass(frozen=True)
class GradeAtLeast(Condition):
    """A neglect tool graded some area of care at ``n`` or worse (1 is best, 5 worst)."""

    n: int


@dataclass(frozen=True)
class RowIn(Condition):
    """Some row of ``field`` has one of ``values`` in ``column``. Unknown where nothing was recorded in ``field``."""

    field: str
    column: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class OwnRowIn(Condition):
    """This child's own row of ``field`` has one of ``values`` in ``column``. A child without a row has none of them."""

    field: str
    column: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Covers(Condition):
    """The time from ``start`` to ``end`` is at least so many days, both counted."""

    start: str
    end: str
    days: int
