"""Lines with their places: from lanes between rows to the points a pen would follow."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from holdfast.genogram.edges import NOTE_SIZE, GenogramEdge, GenogramGap
from holdfast.genogram.households import AROUND, BAND
from holdfast.genogram.placement import SYMBOL, Box
from holdfast.genogram.text_metrics import width

COUPLE_LANE, WRITTEN_LANE = 16.0, 28.0
BAR_LANE, LABELLED_LANE = 16.0, 24.0
AIR = 14.0
SLASH = 8.0


@dataclass(frozen=True)
class Note:
    """Words in the picture that are not a person's label. ``kind`` is the class it is drawn with; ``shows`` are the
    relationships it tells."""

    text: str
    box: Box
    kind: str
    shows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stroke:
    """One pen stroke. ``kind`` is how it looks: birth, married, cohabiting, care, tie, slash."""

    kind: str
    paths: tuple[tuple[tuple[float, float], ...], ...]
    shows: tuple[str, ...] = ()


def gap_height(lines: GenogramGap, *, first: bool = False) -> float:
    """How much height the lines between two rows need. ``first``: above the first row or below the last there may be none."""
    lanes = lines.couple_lanes * _couple_lane(lines) + lines.bar_lanes * _bar_lane(lines)
    # Outside the family there is nothing to keep apart, so no lanes means no height at all.
    if first:
        return lanes + (AIR if lanes else 0.0)
    return max(lanes + 2 * AIR, 34.0)


def _couple_lane(lines: GenogramGap) -> float:
    return WRITTEN_LANE if lines.written else COUPLE_LANE


def _bar_lane(lines: GenogramGap) -> float:
    return LABELLED_LANE if lines.labelled else BAR_LANE


def strokes(
    gaps: Sequence[GenogramGap], tops: Sequence[float], bottoms: Sequence[float], bands: dict[tuple[str, int], int]
) -> tuple[list[Stroke], list[Note]]:
    """All strokes and the words on them. ``gaps[0]`` is above the first row."""
    drawn: list[Stroke] = []
    notes: list[Note] = []
    for number, lines in enumerate(gaps):
        row = number - 1
        # Bands of homes lie next to the people, lines between the bands: an outline that a line crosses still reads, words
        # would not.
        floor = bottoms[row] + AROUND + bands.get(("under", row), 0) * BAND if row >= 0 else 0.0
        ceiling = tops[number] - AROUND - bands.get(("over", number), 0) * BAND if number < len(tops) else 0.0
        pen = _Pen(
            lines,
            tops[row] + SYMBOL / 2 if row >= 0 else 0.0,
            floor,
            ceiling,
            tops[number] + SYMBOL / 2 if number < len(tops) else 0.0,
        )
        for edge in lines.edges:
            drawn.extend(pen.stroke(edge))
            notes.extend(pen.notes(edge))
    return drawn, notes


class _Pen:
    """Draws the lines of one gap. Lines begin and end in the middle of symbols, which are drawn over them."""

    def __init__(self, lines: GenogramGap, above: float, floor: float, ceiling: float, below: float) -> None:
        self.lines = lines
        self.above, self.floor, self.ceiling, self.below = above, floor, ceiling, below

    def couple_y(self, edge: GenogramEdge) -> float:
        lane = _couple_lane(self.lines)
        return self.floor + (AIR if lane == COUPLE_LANE else AIR + 8) + (edge.couple_lane or 0) * lane

    def bar_y(self, edge: GenogramEdge) -> float:
        lane = _bar_lane(self.lines)
        return self.ceiling - AIR - (self.lines.bar_lanes - 1 - (edge.bar_lane or 0)) * lane

    def stroke(self, edge: GenogramEdge) -> Iterator[Stroke]:
        shows = edge.union.shows
        # A couple's line also tells of the couple; the lines to their children tell only of the children, whose keys it has
        # shown already. One parent, or none, has no such line, so the children's carries everything.
        if len(edge.parents) == 2:
            y = self.couple_y(edge)
            (one, other) = sorted(edge.parents.values())
            yield Stroke(self._look(edge), (((one, self.above), (one, y), (other, y), (other, self.above)),), shows)
            yield from self._slashes(edge, y, one, other)
            yield from self._children(edge, y, ())
        elif edge.parents:
            yield from self._children(edge, self.above, shows)
        else:
            yield from self._children(edge, self.bar_y(edge), shows)

    def _look(self, edge: GenogramEdge) -> str:
        couple = edge.union.couple
        if couple is None:
            return "birth" if edge.union.line == "birth" else edge.union.line
        if couple.kind == "married":
            # The double line of a marriage is for one that lasts. That it was one is said in words.
            return "birth" if couple.ended in ("divorced", "ended") else "married"
        return "cohabiting" if couple.kind == "cohabiting" or couple.ended else "birth"

    def _slashes(self, edge: GenogramEdge, y: float, one: float, other: float) -> Iterator[Stroke]:
        count = {"separated": 1, "divorced": 2}.get(edge.union.couple.ended or "", 0) if edge.union.couple else 0
        if not count:
            return
        # At the right end, clear of the line down to the children, which keeps away from here for that reason.
        at = other - 18.0
        yield Stroke("slash", tuple(((at + i * 7 - 4, y + SLASH), (at + i * 7 + 4, y - SLASH)) for i in range(count)))

    def _children(self, edge: GenogramEdge, start: float, shows: tuple[str, ...]) -> Iterator[Stroke]:
        if not edge.children:
            return
        kind = edge.union.line
        if not edge.needs_bar:
            x = edge.stems[0]
            yield Stroke(kind, (((x, start), (x, self.below)),), shows)
            return
        y = self.bar_y(edge)
        ends = [*edge.stems, *([edge.drop] if edge.drop is not None else [])]
        paths: list[tuple[tuple[float, float], ...]] = []
        if edge.drop is not None:
            paths.append(((edge.drop, start), (edge.drop, y)))
        if max(ends) - min(ends) > 0.5:
            paths.append(((min(ends), y), (max(ends), y)))
        together = {key for twins in edge.twins for key in twins}
        paths.extend(((x, y), (x, self.below)) for key, x in edge.children.items() if key not in together)
        for twins in edge.twins:
            middle = sum(edge.children[key] for key in twins) / len(twins)
            # To the top of the symbol and not its middle: the two slanting lines have to be seen to meet in one point above.
            paths.extend(((middle, y), (edge.children[key], self.below - SYMBOL / 2)) for key in twins)
        yield Stroke(kind, tuple(paths), shows)

    def notes(self, edge: GenogramEdge) -> Iterator[Note]:
        if edge.note and len(edge.parents) == 2:
            y, half = self.couple_y(edge), width(edge.note, NOTE_SIZE) / 2
            yield Note(edge.note, Box(edge.note_at - half, y - 18, edge.note_at + half, y - 4), "note")
        if edge.union.label and edge.children:
            y = self.bar_y(edge)
            left = max([*edge.stems, *([edge.drop] if edge.drop is not None else [])]) + 5
            yield Note(edge.union.label, Box(left, y - 15, left + width(edge.union.label, NOTE_SIZE), y - 1), "note")
