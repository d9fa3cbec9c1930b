"""Who shares a home: the boxes that the dotted outline goes round, also where other people stand in between."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from holdfast.genogram.model import Home
from holdfast.genogram.placement import Box

AROUND = 15.0
BAND = 16.0
PASSAGE = 34.0


@dataclass(frozen=True)
class Run:
    """Neighbours in one row who share a home: the row, and from where to where."""

    row: int
    left: float
    right: float


@dataclass(frozen=True)
class Passage:
    """A way from one run to another. ``band`` says where it runs level: under its upper row, over its lower row, or nowhere."""

    one: Run
    other: Run
    band: str


@dataclass(frozen=True)
class HomeShape:
    """One home: its runs and the passages that join them into one shape."""

    home: Home
    runs: tuple[Run, ...]
    passages: tuple[Passage, ...]


def runs_of(home: Home, rows: Sequence[Sequence[str]], cells: Mapping[str, tuple[float, float]]) -> tuple[Run, ...]:
    """The runs of one home, from the top row down."""
    found: list[Run] = []
    for number, row in enumerate(rows):
        open_run: Run | None = None
        for key in row:
            if key not in home.members:
                open_run = None
                continue
            left, right = cells[key]
            if open_run is None:
                open_run = Run(number, left, right)
                found.append(open_run)
            else:
                open_run = found[-1] = Run(number, open_run.left, right)
    return tuple(found)


def shape(home: Home, runs: tuple[Run, ...]) -> HomeShape:
    """Join the runs: straight down where one stands over the other, round whoever stands between, else not at all."""
    group = list(range(len(runs)))
    passages: list[Passage] = []
    # The plainest first: two parts of a home that already hang together by a straight way need no second one round the outside.
    for wanted in ("straight", "level", "bent"):
        for a, one in enumerate(runs):
            for b, other in enumerate(runs[a + 1 :], a + 1):
                if group[a] != group[b] and (passage := _passage(one, other, wanted)):
                    passages.append(passage)
                    # Joined parts count as one from now on, so that a home never closes to a ring with other people inside it.
                    group = [group[a] if g == group[b] else g for g in group]
    return HomeShape(home, runs, tuple(passages))


def _passage(one: Run, other: Run, wanted: str) -> Passage | None:
    overlap = min(one.right, other.right) - max(one.left, other.left)
    # With room to spare on both sides, or the corners of the passage would stand on those of the two boxes.
    if wanted == "straight" and other.row == one.row + 1 and overlap >= PASSAGE + 8:
        return Passage(one, other, "none")
    if wanted == "level" and other.row == one.row:
        return Passage(one, other, "under")
    if wanted == "bent" and other.row == one.row + 1:
        return Passage(one, other, "over")
    # Further apart than one row: the home is drawn in two outlines with one name, which is better than a line through people.
    return None


def boxes(
    home: HomeShape, tops: Sequence[float], bottoms: Sequence[float], lane: int, lanes: Mapping[tuple[str, int], int]
) -> list[Box]:
    """The boxes of one home. ``lane`` numbers this home among those with a band in the same place."""
    found = [Box(run.left, tops[run.row] - AROUND, run.right, bottoms[run.row] + AROUND) for run in home.runs]
    for passage in home.passages:
        one, other = passage.one, passage.other
        floor, ceiling = bottoms[one.row] + AROUND, tops[other.row] - AROUND
        if passage.band == "none":
            middle = (max(one.left, other.left) + min(one.right, other.right)) / 2
            found.append(Box(middle - PASSAGE / 2, floor, middle + PASSAGE / 2, ceiling))
        elif passage.band == "under":
            found.extend(_level(one, other, floor, lane))
        else:
            found.extend(_bent(one, other, floor, ceiling, lanes.get(("over", other.row), 1) - 1 - lane))
    return found


def _level(one: Run, other: Run, floor: float, lane: int) -> list[Box]:
    left, right = (one, other) if one.left < other.left else (other, one)
    top = floor + lane * BAND
    # Four less than the band: two homes with lanes side by side must not look like one.
    found = [Box(left.left, top, right.right, top + BAND - 4)]
    if lane:
        found += [Box(left.left, floor, left.right, top), Box(right.left, floor, right.right, top)]
    return found


def _bent(one: Run, other: Run, floor: float, ceiling: float, lane: int) -> list[Box]:
    down_left = other.left > one.left
    start = (one.right - PASSAGE, one.right) if down_left else (one.left, one.left + PASSAGE)
    end = (other.left, other.right)
    bottom = ceiling - lane * BAND
    found = [
        Box(start[0], floor, start[1], bottom),
        Box(min(start[0], end[0]), bottom - BAND + 4, max(start[1], end[1]), bottom),
    ]
    if lane:
        found.append(Box(end[0], bottom - BAND + 4, end[1], ceiling))
    return found
