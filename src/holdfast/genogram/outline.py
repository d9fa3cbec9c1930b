"""The dotted outline of a home: rectangles joined into one shape with rounded corners."""

from bisect import bisect_left
from collections.abc import Sequence

from holdfast.genogram.placement import Box

Point = tuple[float, float]
CORNER = 10.0


def contour(boxes: Sequence[Box]) -> list[list[Point]]:
    """The edges of the shape that ``boxes`` cover together, each as a closed run of corners."""
    xs = sorted({edge for box in boxes for edge in (box.left, box.right)})
    ys = sorted({edge for box in boxes for edge in (box.top, box.bottom)})
    # On the grid of all the boxes' edges: a cell is wholly inside or wholly outside, so the shape of any number of boxes, also
    # overlapping ones, is found by looking at neighbours. No geometry library is worth its weight for this.
    filled = set()
    for box in boxes:
        for i in range(bisect_left(xs, box.left), bisect_left(xs, box.right)):
            for j in range(bisect_left(ys, box.top), bisect_left(ys, box.bottom)):
                filled.add((i, j))
    edges: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in sorted(filled):
        # Each edge runs with the filled side on its right, so that edges join end to start into a closed run by themselves.
        for there, start, end in (
            ((i, j - 1), (i, j), (i + 1, j)),
            ((i + 1, j), (i + 1, j), (i + 1, j + 1)),
            ((i, j + 1), (i + 1, j + 1), (i, j + 1)),
            ((i - 1, j), (i, j + 1), (i, j)),
        ):
            if there not in filled:
                edges.setdefault(start, []).append(end)
    loops = []
    while edges:
        # The smallest corner and not any: the path begins at the same place at every drawing.
        start = min(edges)
        loop, at = [start], start
        while True:
            # Two runs can touch in one corner; whichever edge is taken there, the other is left for the run that began
            # elsewhere.
            following = edges[at].pop()
            if not edges[at]:
                del edges[at]
            at = following
            if at == start:
                break
            loop.append(at)
        loops.append(_corners([(xs[i], ys[j]) for i, j in loop]))
    return loops


def _corners(points: list[Point]) -> list[Point]:
    """``points`` without those that lie on a straight line between their neighbours."""
    kept = []
    for number, (x, y) in enumerate(points):
        before, after = points[number - 1], points[(number + 1) % len(points)]
        if not (before[0] == x == after[0] or before[1] == y == after[1]):
            kept.append((x, y))
    return kept


def rounded(points: Sequence[Point]) -> str:
    """A closed SVG path through ``points`` with rounded corners."""
    parts = []
    for number, (x, y) in enumerate(points):
        start = _towards((x, y), points[number - 1])
        end = _towards((x, y), points[(number + 1) % len(points)])
        parts.append(f"{'L' if number else 'M'}{start[0]:g} {start[1]:g}Q{x:g} {y:g} {end[0]:g} {end[1]:g}")
    return "".join(parts) + "Z"


def _towards(corner: Point, other: Point) -> Point:
    """A point a corner's radius away from ``corner`` on the way to ``other``."""
    length = abs(other[0] - corner[0]) + abs(other[1] - corner[1])
    # Half of a short side at most, or the curves of its two corners would overlap.
    share = min(CORNER, length / 2) / length if length else 0.0
    return (round(corner[0] + (other[0] - corner[0]) * share, 1), round(corner[1] + (other[1] - corner[1]) * share, 1))
