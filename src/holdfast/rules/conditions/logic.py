"""Conditions made of conditions."""

from dataclasses import dataclass

from holdfast.rules.event import Condition


@dataclass(frozen=True)
class Not(Condition):
    """The condition does not hold. Unknown stays unknown."""

    condition: Condition


@dataclass(frozen=True)
class AnyOf(Condition):
    """One of several conditions holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class AllOf(Condition):
    """Every one of several conditions holds."""

    conditions: tuple[Condition, ...]


@dataclass(frozen=True)
class Surely(Condition):
    """The condition certainly holds. Unknown counts as not so, which matters under :class:`Not`: a child of unknown age is
    then not taken for one who is young."""

    condition: Condition
