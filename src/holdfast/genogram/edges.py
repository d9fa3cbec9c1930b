"""The lines between two rows: who is joined to whom, each line at a height of its own so that none runs along another.

Couples hang below their row, brothers and sisters from a bar above theirs; between the two, one line down. All from left to
right is settled here; heights are counted in lanes and turned into places when every row is known.
"""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from holdfast.genogram.births import born_together
from holdfast.genogram.model import GenogramFamily
from holdfast.genogram.placement import SYMBOL
from holdfast.genogram.text_metrics import width
from holdfast.genogram.unions import Union

CLEAR = 9.0
NOTE_SIZE = 12.0
SLASHES = 26.0


@dataclass
class GenogramEdge:
    """One union between two rows, from left to right. Lanes count from the top; None where there is no level stretch."""

    union: Union
    parents: dict[str, float]
    children: dict[str, float]
    drop: float | None = None
    note: str = ""
    note_at: float = 0.0
    couple_lane: int | None = None
    bar_lane: int | None = None
    twins: tuple[tuple[str, ...], ...] = ()

    @property
    def couple(self) -> tuple[float, float]:
        """The level stretch between two parents, with room for what is written on it."""
        ends = list(self.parents.values())
        half = width(self.note, NOTE_SIZE) / 2 + 4 if self.note else 0.0
        # What is written on a couple's line belongs to it: another line in the same lane would run through the words.
        return min(*ends, self.note_at - half if self.note else ends[0]), max(
            *ends, self.note_at + half if self.note else ends[0]
        )

    @property
    def stems(self) -> list[float]:
        """Where lines leave the bar downwards: one for each child, one for each set of twins."""
        together = {key for twins in self.twins for key in twins}
        return [
            *(x for key, x in self.children.items() if key not in together),
            *(sum(self.children[key] for key in twins) / len(twins) for twins in self.twins),
        ]

    @property
    def bar(self) -> tuple[float, float]:
        """The level stretch above the children, with room for what is written on it."""
        ends = [*self.stems, *([self.drop] if self.drop is not None else [])]
        return min(ends), max(ends) + (width(self.union.label, NOTE_SIZE) + 10 if self.union.label else 0.0)

    @property
    def needs_bar(self) -> bool:
        ends = [*self.stems, *([self.drop] if self.drop is not None else [])]
        # Half a pixel apart is straight below: a bar of no length would be drawn as a dot.
        return bool(self.children) and (max(ends) - min(ends) > 0.5 or bool(self.union.label) or bool(self.twins))


@dataclass
class GenogramGap:
    """All lines between two neighbouring rows."""

    edges: list[GenogramEdge] = field(default_factory=list)
    couple_lanes: int = 0
    bar_lanes: int = 0

    @property
    def written(self) -> bool:
        return any(edge.note for edge in self.edges)

    @property
    def labelled(self) -> bool:
        return any(edge.union.label for edge in self.edges)


def _spread(count: int) -> list[float]:
    """Where on a symbol ``count`` lines begin, from its middle."""
    # Twelve keeps two lines apart to the eye; many lines share what the symbol is wide, less its corners.
    step = min(12.0, (SYMBOL - 14) / max(count - 1, 1))
    return [(number - (count - 1) / 2) * step for number in range(count)]


def _parent_pins(unions: Sequence[Union], x: Mapping[str, float]) -> dict[tuple[int, str], float]:
    """Where each union leaves each parent. The nearest partner on either side takes the outermost place, so that deeper lines
    never cross shallower ones of the same person."""
    held: dict[str, list[tuple[tuple[int, float], int]]] = {}
    for number, union in enumerate(unions):
        for key in union.parents:
            away = sum(x[p] - x[key] for p in union.parents)
            # Partners on the left leave from the left half, those on the right from the right; on each side the nearest leaves
            # outermost. The other way round the line to a far partner would cut through that to a near one.
            order = (-1, -away) if away < 0 else (1, -away) if away > 0 else (0, 0.0)
            # Somebody's care of a child alone leaves beside their birth children's line, never on top of it.
            if union.line != "birth" and not away:
                order = (0, 1.0)
            held.setdefault(key, []).append((order, number))
    pins: dict[tuple[int, str], float] = {}
    for key, wanted in held.items():
        for (_, number), offset in zip(sorted(wanted), _spread(len(wanted)), strict=True):
            pins[(number, key)] = x[key] + offset
    return pins


def _child_pins(unions: Sequence[Union], x: Mapping[str, float]) -> dict[tuple[int, str], float]:
    held: dict[str, list[int]] = {}
    for number, union in enumerate(unions):
        for key in union.children:
            held.setdefault(key, []).append(number)
    pins: dict[tuple[int, str], float] = {}
    for key, numbers in held.items():
        for number, offset in zip(numbers, _spread(len(numbers)), strict=True):
            pins[(number, key)] = x[key] + offset
    return pins


def _twins(together: Sequence[tuple[str, ...]], union: Union) -> tuple[tuple[str, ...], ...]:
    """Those of a union's children who were born together are drawn from one point, also where somebody adopted both."""
    sets = (tuple(key for key in union.children if key in keys) for keys in together)
    return tuple(keys for keys in sets if len(keys) > 1)


def _free(wanted: float, taken: Sequence[float], own: Sequence[float], low: float, high: float) -> float:
    """The place nearest to ``wanted`` that keeps clear of other lines, in line with an own child where one is near."""
    # In line with a child where that is near: a straight line down is plainer than a small step to the side.
    for place in own:
        if abs(place - wanted) < 2 * CLEAR and low <= place <= high:
            return place
    # Outwards from where it should be, a little at a time, and not for ever: a crowded row may have no free place at all.
    for step in range(200):
        for place in (wanted - step * 3, wanted + step * 3):
            if low <= place <= high and all(abs(place - other) >= CLEAR for other in taken):
                return place
    # No room is left: better too near another line than outside the couple it belongs to.
    return min(max(wanted, low), high)


def _lanes(stretches: Sequence[tuple[float, float]]) -> list[int]:
    """A lane for each stretch so that no two in one lane come near each other; short ones on top."""
    lanes: list[list[tuple[float, float]]] = []
    chosen = [0] * len(stretches)
    # Short ones on top, so that a long one passes below them and not through the lines that leave them downwards.
    for number in sorted(range(len(stretches)), key=lambda n: (stretches[n][1] - stretches[n][0], n)):
        low, high = stretches[number]
        for lane, held in enumerate(lanes):
            # Twelve apart, or two level stretches of different families would look like one line with a gap in it.
            if all(high + 12 < a or b + 12 < low for a, b in held):
                held.append((low, high))
                chosen[number] = lane
                break
        else:
            lanes.append([(low, high)])
            chosen[number] = len(lanes) - 1
    return chosen


def gap(family: GenogramFamily, unions: Sequence[Union], x: Mapping[str, float]) -> GenogramGap:
    """The lines of all ``unions`` between one row and the next."""
    tops, bottoms, together = _parent_pins(unions, x), _child_pins(unions, x), born_together(family)
    edges = [
        GenogramEdge(
            union,
            {key: tops[(number, key)] for key in union.parents},
            {key: bottoms[(number, key)] for key in union.children},
            note=union.couple.note if union.couple else "",
            twins=_twins(together, union),
        )
        for number, union in enumerate(unions)
    ]
    # Every pin is taken before any line down is placed: where it runs depends on all of them, not on those seen so far.
    taken = [*tops.values(), *bottoms.values()]
    for edge in edges:
        _drop(edge, taken)
    result = GenogramGap(edges)
    # After the lines down and before the lanes: a note needs a stretch that no line crosses, and makes its couple's line
    # longer.
    _note_places(result)
    pairs = [edge for edge in edges if len(edge.parents) == 2]
    for edge, lane in zip(pairs, _lanes([edge.couple for edge in pairs]), strict=True):
        edge.couple_lane = lane
    bars = [edge for edge in edges if edge.needs_bar]
    for edge, lane in zip(bars, _lanes([edge.bar for edge in bars]), strict=True):
        edge.bar_lane = lane
    result.couple_lanes = 1 + max((edge.couple_lane or 0 for edge in pairs), default=-1)
    result.bar_lanes = 1 + max((edge.bar_lane or 0 for edge in bars), default=-1)
    return result


def _drop(edge: GenogramEdge, taken: list[float]) -> None:
    """Where the line down to the children runs."""
    if not edge.children or not edge.parents:
        return
    stems = edge.stems
    if len(edge.parents) == 1:
        (edge.drop,) = edge.parents.values()
        # One parent over one child and all but in line: a kink of a few pixels would look like a mistake.
        if len(stems) == 1 and not edge.twins and abs(stems[0] - edge.drop) < CLEAR:
            edge.children = dict.fromkeys(edge.children, edge.drop)
        return
    low, high = min(edge.parents.values()), max(edge.parents.values())
    # Not at the very end, where the line down would run along that of a parent.
    inside = min(24.0, (high - low) / 4)
    low, high = low + inside, high - (SLASHES + CLEAR if _slashed(edge.union) else inside)
    wanted = min(max((min(stems) + max(stems)) / 2, low), high)
    edge.drop = _free(wanted, taken, stems, low, high)
    taken.append(edge.drop)


def _slashed(union: Union) -> bool:
    return union.couple is not None and union.couple.ended in ("separated", "divorced")


def _note_places(result: GenogramGap) -> None:
    """What is written on a couple's line stands in its longest stretch that no other line crosses."""
    for edge in result.edges:
        if not edge.note or len(edge.parents) != 2:
            continue
        low, high = sorted(edge.parents.values())
        # The slashes of a separation stand at the right end; words over them would hide what they say.
        if _slashed(edge.union):
            high = max(high - SLASHES, low + 1)
        others = [
            x for other in result.edges if other is not edge for x in (*other.parents.values(), other.drop) if x is not None
        ]
        cuts = sorted([low, high, *(x for x in others if low < x < high)])
        left, right = max(itertools.pairwise(cuts), key=lambda pair: (pair[1] - pair[0], -pair[0]), default=(low, high))
        edge.note_at = (left + right) / 2
