"""Which row each person stands in: parents above children, couples and siblings side by side.

Real families disagree with themselves (a man the partner of a mother and later of her daughter; a record in which two people are
each other's parent). A relationship that contradicts the rows already settled is left out of the layout, never forced, and is
told in words under the picture instead.
"""

from collections.abc import Iterator

from holdfast.genogram.model import GenogramFamily


# A plain search from the subject outwards would let whatever is met first decide. Groups that are joined by one link at a time
# let a surer relationship, asked first, win over one that contradicts it, in whatever order the record gives them.
class _Heights:
    """Groups of people whose rows relative to each other are settled (a union-find that carries the difference in rows)."""

    def __init__(self, keys: list[str]) -> None:
        self._above = {key: (key, 0) for key in keys}

    def find(self, key: str) -> tuple[str, int]:
        """The group of ``key`` and how many rows ``key`` is below the group's own row."""
        below = 0
        # The way up is not shortened: a family is too small for that to matter, and the sum of steps stays easy to follow.
        while self._above[key][0] != key:
            parent, step = self._above[key]
            key, below = parent, below + step
        return key, below

    def settle(self, upper: str, lower: str, down: int) -> bool:
        """Say that ``lower`` is ``down`` rows below ``upper``. False where what is settled already says otherwise."""
        (group, a), (other, b) = self.find(upper), self.find(lower)
        # Two people already in one group stand where they stand. A record that says otherwise is answered, not obeyed.
        if group == other:
            return b - a == down
        self._above[other] = (group, a + down - b)
        return True


def _constraints(family: GenogramFamily) -> Iterator[tuple[str, str, str, int]]:
    """Relationships that say something about rows, the surest first."""
    for link in family.parenthoods:
        if link.care == "birth":
            yield link.key, link.parent, link.child, 1
    for couple in family.couples:
        yield couple.key, couple.one, couple.other, 0
    for link in family.parenthoods:
        if link.care != "birth":
            yield link.key, link.parent, link.child, 1
    # Siblings before aunts and friends: a brother's row is certain, an aunt can be younger than her niece.
    for tie in sorted(family.ties, key=lambda tie: not tie.siblings):
        if tie.down is not None:
            yield tie.key, tie.one, tie.other, tie.down


def generations(family: GenogramFamily) -> tuple[dict[str, int], list[list[str]]]:
    """Rows from 0 (oldest) by person, and the separate groups of people that nothing recorded joins to each other.

    The first group is the one with the subject child; a group of one person has no row to speak of.
    """
    heights = _Heights([member.key for member in family.members])
    for _, upper, lower, down in _constraints(family):
        if upper != lower and upper in family.by_key and lower in family.by_key:
            heights.settle(upper, lower, down)
    groups: dict[str, list[str]] = {}
    for member in family.members:
        groups.setdefault(heights.find(member.key)[0], []).append(member.key)
    # sorted() keeps equals in order, so the other groups stay in the order in which the family lists their people.
    ordered = sorted(groups.values(), key=lambda keys: not any(family.by_key[key].subject for key in keys))
    rows: dict[str, int] = {}
    for keys in ordered:
        # Numbered from the oldest within each group: nothing recorded says how two groups stand to one another.
        top = min(heights.find(key)[1] for key in keys)
        rows.update({key: heights.find(key)[1] - top for key in keys})
    _align(family, ordered, rows)
    return rows, ordered


def _align(family: GenogramFamily, groups: list[list[str]], rows: dict[str, int]) -> None:
    """Stand a second group of several people on the same floor as the first: the youngest rows level."""
    if not groups:
        return
    floor = max((rows[key] for key in groups[0]), default=0)
    for keys in groups[1:]:
        # Youngest rows level, because those are the children: what has been recorded of one family's grandparents must not push
        # its children a row below the other's.
        down = max(floor - max(rows[key] for key in keys), 0)
        for key in keys:
            rows[key] += down
