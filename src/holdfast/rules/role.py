"""What a role is: who a standard, a ladder or a signal names, and how the record finds who holds it."""

from dataclasses import dataclass
from typing import Literal

Layer = Literal["cover", "duty", "manager"]
"""Who stands in when nobody who holds the role is at work: the named cover, a duty worker, a manager."""

Found = Literal[
    "lead",
    "line",
    "post",
    "tied",
    "author",
    "visitor",
    "sender",
    "raisers",
    "managers_of_both",
    "manager_of_named",
    "members",
    "duty",
    "none",
]
"""How the record finds the holder.

``lead``: allocated to the child as lead. ``line``: up the line of management from the lead. ``post``: whoever has the
title, those tied to this child before others. ``tied``: whoever has the title *and* is named somewhere in this child's
record, never a stranger with the same title. ``author``, ``visitor``, ``sender``, ``raisers``, ``managers_of_both``,
``manager_of_named`` (of the worker whom they name): read from the entries the alert came from. ``members``: who came to the
child's last core group. ``duty``: on duty.
``none``: not a professional who could be told.
"""


@dataclass(frozen=True)
class Role:
    """One role. ``titles`` are the words a worker's own role may be written in; ``rank`` is how many steps up the line
    from the lead worker it normally sits (0: not in the line); ``everyone`` means all who hold it are told, not one;
    ``either`` lists roles of which the first that somebody at work holds will do; ``spoken`` is what people say where
    the id is not that."""

    id: str
    says: str
    found: Found
    falls_back_to: Layer
    titles: tuple[str, ...] = ()
    rank: int = 0
    everyone: bool = False
    either: tuple[str, ...] = ()
    spoken: str = ""

    @property
    def words(self) -> str:
        """The role as people say it in a sentence."""
        # An id is words with underscores, and says most roles as people do.
        return self.spoken or self.id.replace("_", " ")
