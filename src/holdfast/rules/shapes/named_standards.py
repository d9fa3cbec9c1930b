"""What shapes have in common that name standards by their ids."""

from dataclasses import dataclass

from holdfast.rules.node import Beginning, Node, Rules, standard_named


@dataclass(frozen=True)
class OfStandards(Node):
    """What says something of the clocks of ``standards``, which it names by their ids."""

    standards: tuple[str, ...]

    def looks_at(self, rules: Rules) -> frozenset[str]:
        """What it looks at itself, and what they look at."""
        return super().looks_at(rules).union(*(standard_named(rules, id).looks_at(rules) for id in self.standards))

    def begins(self, rules: Rules) -> Beginning:
        """What begins any of them."""
        return Beginning.any_of(standard_named(rules, id).begins(rules) for id in self.standards)
