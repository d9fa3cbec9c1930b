"""The shape of a worry about a baby who was to be born by now, and nobody has said what became of the pregnancy."""

from dataclasses import dataclass

from holdfast.rules.limit import Amount
from holdfast.rules.node import Beginning, Node, Rules


@dataclass(frozen=True)
class AwaitedBirth(Node):
    """The record shows a pregnancy and no birth ``after`` the last day on which the baby was expected; or, where nobody wrote
    down when that was, ``unsaid`` after the pregnancy was first on the record. The birth ends it. ``by_register`` is said where
    nothing had been recorded about the baby by then."""

    after: Amount
    unsaid: Amount
    by_register: str
    reads: tuple[str, ...]

    def begins(self, rules: Rules) -> Beginning:
        """Any of the types it reads, and none: before a birth the entries may all be about the mother, and a register may come in
        with no entry at all."""
        return Beginning(frozenset(self.reads), own=True, each=False, always=True)
