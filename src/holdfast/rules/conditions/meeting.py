"""Who was at a meeting, and what it decided for this child."""

from dataclasses import dataclass
from typing import Literal

from holdfast.rules.event import Condition
from holdfast.rules.node import Rules

Attender = Literal["social_worker", "professional", "social_care", "agency", "agency_beside_social_care", "adult"]


@dataclass(frozen=True)
class Attended(Condition):
    """At least so many of ``who`` were present. Unknown where attendance was not recorded.

    They are said by words that a role, an agency or a kind of agency speaks of, or are one of these: a ``social_worker``, the
    lead or whoever was named to cover; a ``professional``, who is anybody but the family; anybody of children's
    ``social_care``; an ``agency_beside_social_care`` that speaks for itself, which counts where social care does so too; the
    ``agency`` or the ``adult`` that this is about, the adult by name or by what they are to the child.
    """

    who: Attender | tuple[str, ...]
    at_least: int = 1

    def __post_init__(self) -> None:
        if self.at_least < 1:
            raise ValueError("a meeting that nobody need attend asks nothing")
        # The one that the clock is about is one person or one agency; two of them is a rule that nothing could ever meet.
        if self.at_least > 1 and self.who in ("agency", "adult"):
            raise ValueError(f"there is only one {self.who} that this is about")

    def looks_at(self, rules: Rules) -> frozenset[str]:
        """Cover is named in entries of its own."""
        return frozenset({"cover_named"} if self.who == "social_worker" else ())


@dataclass(frozen=True)
class OfThatConference(Condition):
    """``field`` names the conference booking that started the clock, or the conference held by that booking: the first of
    its kind since."""

    field: str
    reads = ("conference_held",)


@dataclass(frozen=True)
class DecidedWithReasons(Condition):
    """This child has a decision with reasons of their own, and a category where a plan was made."""
