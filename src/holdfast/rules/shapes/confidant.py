"""The shape of a worry about the one person whom a child trusts."""

from dataclasses import dataclass

from holdfast.rules.conditions.workforce import IN_TOUCH
from holdfast.rules.event import Event
from holdfast.rules.node import Beginning, Node, Rules


@dataclass(frozen=True)
class OutOfTouch(Node):
    """Whoever an entry of ``named`` names as somebody the child trusts was in touch with them, and is no more. Being in touch
    again ends it, and so does naming somebody who is."""

    named: Event
    reads = IN_TOUCH

    def begins(self, rules: Rules) -> Beginning:
        """Naming somebody."""
        return Beginning(frozenset(self.named.types), own=True, each=False)
