"""Whom the entry is about or names: this child, a brother or sister, a parent, anybody."""

from dataclasses import dataclass
from typing import Literal

from holdfast.rules.event import Condition, Event, State

Named = Literal["child", "subject", "parent", "adult", "family", "professional"]


@dataclass(frozen=True)
class Names(Condition):
    """``field`` names one of ``who``.

    It is this ``child`` (before the birth, in ``seen``, their mother); the adult or agency that this clock is about, the
    ``subject`` of it, where it is about one; the child's mother or father, a ``parent``; an ``adult``, who is anybody that is not
    a child of the record; somebody of the ``family``, one of the people of the case or a word for one; or somebody else, a
    ``professional``. Of the child and the family it is unknown where nothing was recorded in the field.
    """

    field: str
    who: Named


@dataclass(frozen=True)
class NamesSibling(Condition):
    """``field`` names a brother or sister, and the state held that day for one of them or for this child."""

    field: str
    state: State


@dataclass(frozen=True)
class About(Condition):
    """The entry is about this ``child``; about the person this clock is about, its ``subject``; about all the ``siblings``, every
    living brother and sister who is a child, not this child alone; about adults alone, one of whom is this child's ``parent`` or
    brings the child up; or about ``anyone``: the event's other conditions say how it belongs to this child."""

    whom: Literal["child", "subject", "siblings", "parent", "anyone"]


@dataclass(frozen=True)
class BringsUpNobody(Condition):
    """The person it is about is a child, or an adult of whom no child is known: what is said of the parent of a known child is
    that child's."""


@dataclass(frozen=True)
class HasResponsibility(Condition):
    """The adult this is about is recorded as having parental responsibility. A mother has it unless the record says not."""


@dataclass(frozen=True)
class OfSibling(Condition):
    """A brother or sister had had, by then, an entry that certainly is one of ``events``."""

    events: tuple[Event, ...]
