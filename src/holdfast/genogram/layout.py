"""A family laid out: every person, line, word and outline with its place. The same family always gives the same picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.genogram import households
from holdfast.genogram.edges import GenogramGap, gap
from holdfast.genogram.generations import generations
from holdfast.genogram.households import AROUND, BAND, HomeShape
from holdfast.genogram.model import GenogramFamily
from holdfast.genogram.outline import contour
from holdfast.genogram.placement import SAY_SIZE, Box, Label, Placed, across, apart, label_of, row_height
from holdfast.genogram.row_order import Order
from holdfast.genogram.strokes import Note, Stroke, gap_height, strokes
from holdfast.genogram.text_metrics import width, wrapped
from holdfast.genogram.unions import Lines, Union, lines

MARGIN = 18.0
TAG_SIZE = 11.0
LEAST_WIDTH = 520.0
LOOSE_CAPTION = "How these people are related has not been recorded"
WORDS_CAPTION = "Also recorded"


@dataclass(frozen=True)
class Outline:
    """The dotted outline of one home and the words on it."""

    home: str
    loops: tuple[tuple[tuple[float, float], ...], ...]
    tag: Note


@dataclass(frozen=True)
class Picture:
    """Everything to draw."""

    family: GenogramFamily
    width: float
    height: float
    people: tuple[Placed, ...]
    strokes: tuple[Stroke, ...]
    notes: tuple[Note, ...]
    outlines: tuple[Outline, ...]


class _Laying:
    def __init__(self, family: GenogramFamily) -> None:
        self.family = family
        rows, groups = generations(family)
        self.lines: Lines = lines(family, rows)
        joined = {key for union in self.lines.unions for key in (*union.parents, *union.children)}
        alone = [keys[0] for keys in groups if len(keys) == 1 and keys[0] not in joined]
        # Somebody joined to nobody has no row. Where nobody at all is joined, the first stands in the family's place, so that a
        # picture of one child alone is not an empty one with a caption.
        self.loose = alone if joined else alone[1:]
        self.order = Order(family, {key: row for key, row in rows.items() if key not in self.loose}, self.lines.unions)
        self.rows = list(self.order.rows)
        # From left to right everything is settled before any height: how far apart rows stand depends on the lines between
        # them.
        self.x = {key: value + MARGIN for key, value in across(family, self.rows, self.lines.unions).items()}
        self.gaps = [gap(family, self._between(number), self.x) for number in range(-1, len(self.rows))]
        self.labels: dict[str, Label] = {member.key: label_of(member) for member in family.members}
        self.notes: list[Note] = []

    def _between(self, number: int) -> list[Union]:
        return self.order.below[number]

    def homes(self) -> list[HomeShape]:
        cells = {}
        for row in self.rows:
            for key in row:
                cell = Placed(self.family.by_key[key], self.labels[key], self.x[key], 0.0).cell
                cells[key] = (cell.left, cell.right)
        shapes = [households.shape(home, households.runs_of(home, self.rows, cells)) for home in self.family.homes]
        return [shape for shape in shapes if shape.runs]

    def heights(self, shapes: Sequence[HomeShape]) -> tuple[list[float], list[float], dict[tuple[str, int], int]]:
        """Tops and bottoms of the rows, and how many homes need a band under or over each."""
        bands: dict[tuple[str, int], int] = {}
        for shape in shapes:
            for place in {(p.band, p.one.row if p.band == "under" else p.other.row) for p in shape.passages if p.band != "none"}:
                bands[place] = bands.get(place, 0) + 1
        tops, bottoms, y = [], [], MARGIN
        for number in range(len(self.rows)):
            above: GenogramGap = self.gaps[number]
            y += bands.get(("under", number - 1), 0) * BAND + gap_height(above, first=number == 0)
            y += bands.get(("over", number), 0) * BAND + AROUND
            tops.append(y)
            y += row_height([self.labels[key] for key in self.rows[number]])
            bottoms.append(y)
            y += AROUND
        return tops, bottoms, bands

    def outlines(
        self, shapes: Sequence[HomeShape], tops: list[float], bottoms: list[float], bands: dict[tuple[str, int], int]
    ) -> list[Outline]:
        found = []
        used: dict[tuple[str, int], int] = {}
        for shape in shapes:
            places = {(p.band, p.one.row if p.band == "under" else p.other.row) for p in shape.passages if p.band != "none"}
            # One lane for the whole home, the outermost that any of its passages needs: an outline that changed lanes would
            # cross itself.
            lane = max((used.get(place, 0) for place in places), default=0)
            used.update(dict.fromkeys(places, lane + 1))
            loops = contour(households.boxes(shape, tops, bottoms, lane, bands))
            run = shape.runs[0]
            tag = (wrapped(shape.home.name, run.right - run.left - 14, TAG_SIZE, most=1) or ("",))[0]
            long = width(tag, TAG_SIZE)
            # Right-aligned on the upper edge of the home's first row, where no line of the family begins.
            box = Box(run.right - 8 - long, tops[run.row] - AROUND + 1, run.right - 8, tops[run.row] - AROUND + 14)
            found.append(Outline(shape.home.key, tuple(tuple(loop) for loop in loops), Note(tag, box, "tag")))
        return found

    def people(self, tops: list[float]) -> list[Placed]:
        return [
            Placed(self.family.by_key[key], self.labels[key], self.x[key], tops[number] + 24.0)
            for number, row in enumerate(self.rows)
            for key in row
        ]

    def loose_people(self, y: float, room: float) -> tuple[list[Placed], float]:
        """People joined to nobody, in rows of their own under the family."""
        found: list[Placed] = []
        if not self.loose:
            return found, y
        y += 26.0
        self.notes.append(_caption(LOOSE_CAPTION, MARGIN, y))
        y += 24.0
        row: list[Placed] = []
        for key in self.loose:
            placed = Placed(self.family.by_key[key], self.labels[key], 0.0, 0.0)
            x = row[-1].x + apart(row[-1].label, placed.label) if row else MARGIN + 36.0
            # Placed at x = 0 until now, so its words reach as far right as they are wide.
            if row and x + placed.words.right + 12 > room:
                y += row_height([p.label for p in row]) + 22.0
                found, row, x = [*found, *row], [], MARGIN + 36.0
            row.append(Placed(placed.member, placed.label, x, y + 24.0))
        return [*found, *row], y + row_height([p.label for p in row])

    def words_below(self, y: float, room: float) -> float:
        """Relationships that no line can show, in words."""
        texts = {link.key: link.words for link in self.family.links}
        # Nothing recorded may be missing from the picture, also when there is no line that could show it.
        if not self.lines.in_words_only:
            return y
        y += 26.0
        self.notes.append(_caption(WORDS_CAPTION, MARGIN, y))
        for key in self.lines.in_words_only:
            for line in wrapped(texts[key], room - 2 * MARGIN, SAY_SIZE, most=3):
                y += 18.0
                self.notes.append(Note(line, Box(MARGIN, y, MARGIN + width(line, SAY_SIZE), y + 14), "words", (key,)))
        return y + 14.0


def _caption(text: str, x: float, y: float) -> Note:
    return Note(text, Box(x, y, x + width(text, SAY_SIZE, bold=True), y + 14), "caption")


def lay_out(family: GenogramFamily) -> Picture:
    """Place everything. Never raises for a family that makes no sense: what cannot be drawn is told in words."""
    laying = _Laying(family)
    shapes = laying.homes()
    tops, bottoms, bands = laying.heights(shapes)
    people = laying.people(tops)
    drawn, notes = strokes(laying.gaps, tops, bottoms, bands)
    room = max([LEAST_WIDTH, *(placed.cell.right + MARGIN for placed in people)])
    # The last gap holds what hangs below the lowest row: couples whose children are not recorded.
    y = (bottoms[-1] + AROUND if bottoms else MARGIN) + gap_height(laying.gaps[-1], first=True)
    loose, y = laying.loose_people(y, room)
    y = laying.words_below(y, room)
    everyone = [*people, *loose]
    texts = [*notes, *laying.notes]
    return Picture(
        family,
        round(max([room, *(note.box.right + MARGIN for note in texts), *(p.cell.right + MARGIN for p in everyone)]), 1),
        round(y + MARGIN, 1),
        tuple(everyone),
        tuple(drawn),
        tuple(texts),
        tuple(laying.outlines(shapes, tops, bottoms, bands)),
    )
