"""Where each person stands: rows by generation, room for every name, parents over their children. Units are those of the picture
(CSS pixels at its natural size)."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.genogram.model import GenogramFamily, GenogramMember
from holdfast.genogram.text_metrics import width, wrapped
from holdfast.genogram.unions import Union

SYMBOL = 48.0
NAME_SIZE, SAY_SIZE = 14.0, 12.0
NAME_LINE, SAY_LINE = 17.0, 15.0
LABEL_WIDTH = 122.0
LABEL_GAP = 7.0
SIDE = 12.0
BETWEEN = 16.0
SWEEPS = 80
WIDE_APART = 260.0


@dataclass(frozen=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            # A hundredth of a pixel is an edge shared: places are sums of rounded numbers.
            self.left < other.right - 0.01
            and other.left < self.right - 0.01
            and self.top < other.bottom - 0.01
            and other.top < self.bottom - 0.01
        )


@dataclass(frozen=True)
class Label:
    """The words beside a symbol, broken into lines: the name, then what tells this person from another."""

    name: tuple[str, ...]
    says: tuple[str, ...]

    @property
    def width(self) -> float:
        names = [width(line, NAME_SIZE, bold=True) for line in self.name]
        return max([*names, *(width(line, SAY_SIZE) for line in self.says)], default=0.0)

    @property
    def height(self) -> float:
        return len(self.name) * NAME_LINE + len(self.says) * SAY_LINE


def label_of(member: GenogramMember) -> Label:
    """The label of one person: at most three lines of name and six of what they are."""
    says: list[str] = []
    for line in (*member.says, *([member.died] if member.died else []), *([member.due] if member.due else [])):
        says.extend(wrapped(line, LABEL_WIDTH, SAY_SIZE, most=3))
    # More is told in words under the picture: a label longer than its symbol is tall would push the rows apart for everybody.
    return Label(wrapped(member.name, LABEL_WIDTH, NAME_SIZE, bold=True, most=3), tuple(says[:6]))


@dataclass(frozen=True)
class Placed:
    """A person in the picture: the middle of the symbol, and the label beside it."""

    member: GenogramMember
    label: Label
    x: float
    y: float

    @property
    def symbol(self) -> Box:
        half = SYMBOL / 2
        return Box(self.x - half, self.y - half, self.x + half, self.y + half)

    @property
    def words(self) -> Box:
        """The box of the label: level with the symbol, or hanging below it when there is much to say."""
        left = self.x + SYMBOL / 2 + LABEL_GAP
        top = self.y - min(self.label.height, SYMBOL) / 2
        return Box(left, top, left + self.label.width, top + self.label.height)

    @property
    def cell(self) -> Box:
        """Everything of this person, with a margin."""
        bottom = max(self.symbol.bottom, self.words.bottom)
        return Box(self.symbol.left - SIDE, self.symbol.top, max(self.words.right, self.symbol.right) + SIDE, bottom)


def row_height(labels: Sequence[Label]) -> float:
    """How tall a row of people is."""
    tallest = max((label.height for label in labels), default=0.0)
    # A tall label begins level with the top of its symbol and hangs below; only what hangs makes the row taller.
    return max(SYMBOL, (SYMBOL - min(tallest, SYMBOL)) / 2 + tallest)


def _left(_: Label) -> float:
    return SYMBOL / 2 + SIDE


def _right(label: Label) -> float:
    return SYMBOL / 2 + LABEL_GAP + label.width + SIDE


def apart(one: Label, other: Label) -> float:
    """The least distance between the middles of two neighbours."""
    return _right(one) + BETWEEN + _left(other)


def nearest_in_order(wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """The places nearest to those ``wanted`` (least squares) that keep the order and the ``least`` distances apart."""
    if not wanted:
        return []
    offsets = [0.0]
    for distance in least:
        offsets.append(offsets[-1] + distance)
    # Pool adjacent violators: whoever would overtake a neighbour is moved with them as one block to the mean of what both want.
    # It gives the exact least squares in one pass, where pushing neighbours apart step by step would depend on where it began.
    pools: list[tuple[float, int]] = []
    for value in (want - offset for want, offset in zip(wanted, offsets, strict=True)):
        mean, count = value, 1
        while pools and pools[-1][0] > mean:
            other, size = pools.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        pools.append((mean, count))
    flat = [mean for mean, count in pools for _ in range(count)]
    return [value + offset for value, offset in zip(flat, offsets, strict=True)]


def across(family: GenogramFamily, rows: Sequence[Sequence[str]], unions: Sequence[Union]) -> dict[str, float]:
    """The middle of each symbol from left to right: parents over their children as far as the room for names allows."""
    labels = {key: label_of(family.by_key[key]) for row in rows for key in row}
    least = [[apart(labels[a], labels[b]) for a, b in itertools.pairwise(row)] for row in rows]
    x: dict[str, float] = {}
    for row, gaps in zip(rows, least, strict=True):
        places = nearest_in_order([0.0] * len(row), gaps)
        x.update(zip(row, places, strict=True))
    # Down and up in turn, like the order of the rows: parents pull children and children parents, and each sweep starts from
    # what the last one left. A fixed number, so that the same family is always drawn the same way.
    for sweep in range(SWEEPS):
        for number in range(len(rows)) if sweep % 2 == 0 else reversed(range(len(rows))):
            row = rows[number]
            pulls: dict[str, list[float]] = {key: [] for key in row}
            for union in unions:
                _pull(union, x, pulls)
                _together(union, x, pulls, row, least[number])
            # Whom nothing pulls stays: a person without family in the picture must not drift from sweep to sweep.
            wanted = [sum(pulls[key]) / len(pulls[key]) if pulls[key] else x[key] for key in row]
            x.update(zip(row, nearest_in_order(wanted, least[number]), strict=True))
    # Only differences mattered until here; the picture begins at the leftmost symbol.
    edge = min((x[key] - _left(labels[key]) for key in x), default=0.0)
    return {key: round(value - edge, 1) for key, value in x.items()}


def _pull(union: Union, x: dict[str, float], pulls: dict[str, list[float]]) -> None:
    """Parents want to stand over the middle of their children, children under the middle of their parents."""
    if union.children and union.parents:
        ends = [x[key] for key in union.children]
        middle = (min(ends) + max(ends)) / 2
        above = [x[key] for key in union.parents]
        shift = middle - sum(above) / len(above)
        # Parents far apart do not have to be centred: it is enough that their children hang somewhere under the line between
        # them. Centring would drag a whole branch of the family across the picture.
        if max(above) - min(above) > WIDE_APART:
            shift = middle - min(max(middle, min(above) + SIDE), max(above) - SIDE)
        for key in union.parents:
            if key in pulls:
                pulls[key].append(x[key] + shift)
        for key in union.children:
            if key in pulls:
                pulls[key].append(x[key] - shift)


def _together(
    union: Union, x: dict[str, float], pulls: dict[str, list[float]], row: Sequence[str], least: Sequence[float]
) -> None:
    """Two partners want to stand no further apart than whoever stands between them needs."""
    if len(union.parents) != 2 or not all(key in pulls for key in union.parents):
        return
    one, other = sorted(union.parents, key=row.index)
    # Whoever stands between two partners is there for a reason of their own; the two come as near as that allows.
    room = sum(least[row.index(one) : row.index(other)])
    middle = (x[one] + x[other]) / 2
    pulls[one].append(middle - room / 2)
    pulls[other].append(middle + room / 2)
