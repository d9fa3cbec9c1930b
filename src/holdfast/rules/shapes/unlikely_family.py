"""Shapes of a family that can hardly be: found in who people are and how they are related, with no entry needed."""

from dataclasses import dataclass

from holdfast.rules.node import FromFamily


@dataclass(frozen=True)
class ParentAge(FromFamily):
    """A parent by birth who was certainly under ``youngest`` when this person was born (for a grandparent, so many years for each
    generation), or a mother certainly over ``oldest``."""

    youngest: int
    oldest: int


@dataclass(frozen=True)
class BirthParents(FromFamily):
    """More than ``most`` women recorded as having borne this person, or more than so many men as the father."""

    most: int


@dataclass(frozen=True)
class ParentDead(FromFamily):
    """A mother who had certainly died before this person was born, or a father more than ``weeks`` before."""

    weeks: int


@dataclass(frozen=True)
class BirthsApart(FromFamily):
    """Twins born certainly more than ``twin_days`` apart; or two children of one mother, no twins, born certainly more than
    ``days`` and less than ``weeks`` apart."""

    twin_days: int
    days: int
    weeks: int
