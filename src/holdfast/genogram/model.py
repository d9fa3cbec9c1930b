"""What a genogram is drawn from: the people, who is a parent of whom, who is or was a couple, and who shares a home.

Everything is already in words a person can read; the drawing adds nothing and guesses nothing. What nobody recorded is a
member of its own ("Not known"), because an empty place in a family is a fact somebody should see.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Sex = Literal["male", "female", "unknown"]
CoupleKind = Literal["married", "cohabiting", "couple"]
Ended = Literal["separated", "divorced", "ended"]
Care = Literal["birth", "adoptive", "step", "foster", "carer"]


@dataclass(frozen=True)
class GenogramMember:
    """One person in the picture.

    ``inside`` is what stands in the symbol: an age, a range of ages ("1–2") or "?". ``says`` are the lines that tell this person
    from another of the same name. ``stands_for_unknown`` marks a parent nobody has recorded.
    """

    key: str
    name: str
    says: tuple[str, ...] = ()
    sex: Sex = "unknown"
    # Never guessed: an age nobody knows is drawn as a question mark, and a sex nobody recorded as a diamond.
    inside: str = "?"
    age: str = "age not known"
    died: str | None = None
    due: str | None = None
    subject: bool = False
    born: date | None = None
    # `born` may be the first day of a range and is for putting people in order; only an exact `birthday` makes two people
    # twins.
    birthday: date | None = None
    href: str | None = None
    stands_for_unknown: bool = False

    @property
    def unborn(self) -> bool:
        """Whether this is an unborn baby, drawn as a triangle."""
        return self.due is not None


@dataclass(frozen=True)
class Parenthood:
    """``parent`` is a parent of ``child``: by birth, or in one of the other ways a person can be. ``ended`` says that care is
    over, and when ("ended 2019"); who bore a child does not end."""

    key: str
    parent: str
    child: str
    words: str
    care: Care = "birth"
    ended: str = ""


@dataclass(frozen=True)
class Couple:
    """Two people who are or were together. ``ended`` is None both when it lasts and when nobody recorded that it ended. Of
    several of one pair, the one that ``stands`` says how they are now."""

    key: str
    one: str
    other: str
    words: str
    kind: CoupleKind = "couple"
    ended: Ended | None = None
    note: str = ""
    stands: bool = True


@dataclass(frozen=True)
class GenogramTie:
    """Any other relationship. ``down`` is how many generations ``other`` is below ``one`` (an aunt and her nephew: 1), or None
    where the relationship does not say (a friend). ``siblings`` marks brothers and sisters, whole, half or step, and
    ``born_together`` those of them who are recorded as twins."""

    key: str
    one: str
    other: str
    words: str
    down: int | None = None
    siblings: bool = False
    label: str = ""
    born_together: bool = False


@dataclass(frozen=True)
class Home:
    """People who live together, as the record knows it. ``name`` is what the outline is called, never more than may be shown."""

    key: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class GenogramFamily:
    """Everything the picture shows. Members come in the order the words list them."""

    members: tuple[GenogramMember, ...]
    parenthoods: tuple[Parenthood, ...] = ()
    couples: tuple[Couple, ...] = ()
    ties: tuple[GenogramTie, ...] = ()
    homes: tuple[Home, ...] = ()
    title: str = "Family picture"
    by_key: dict[str, GenogramMember] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Frozen, so this is the only way to keep it; made once, because every step of the layout looks people up by their key.
        object.__setattr__(self, "by_key", {member.key: member for member in self.members})

    @property
    def links(self) -> tuple[Parenthood | Couple | GenogramTie, ...]:
        """Every relationship, in the order the words give them."""
        return (*self.couples, *self.parenthoods, *self.ties)
