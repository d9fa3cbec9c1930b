"""Who a contact or message came from, and what it tells of."""

from dataclasses import dataclass
from typing import Literal

from holdfast.rules.event import Condition


@dataclass(frozen=True)
class SentBy(Condition):
    """The contact or message came from a ``professional``, somebody at work in an agency; from the ``family``: the child, a
    parent, a carer or a relative; or from the ``same_sender`` as the starting entry. Of a contact that somebody else typed in it
    is whoever was confirmed to have told us."""

    whom: Literal["professional", "family", "same_sender"]
    reads = ("sender_confirmed",)


@dataclass(frozen=True)
class TellsOfHarmToOneWorker(Condition):
    """A message flagged for possible serious harm, or a contact addressed to one worker that tells of immediate harm."""
