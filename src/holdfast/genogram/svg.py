"""The picture as SVG: classes, never inline styles (the pages' security policy refuses those), a title, a description, and a
link on each person where the reader may go there."""

from collections.abc import Iterator
from html import escape

from holdfast.genogram.layout import Picture, lay_out
from holdfast.genogram.model import GenogramFamily, GenogramMember
from holdfast.genogram.outline import rounded
from holdfast.genogram.placement import NAME_LINE, SAY_LINE, SYMBOL, Placed
from holdfast.genogram.strokes import Note, Stroke
from holdfast.genogram.text_metrics import plain

HALF = SYMBOL / 2
INNER = HALF - 6


def draw(picture: Picture, anchor: str = "genogram") -> str:
    """One ``<svg>`` element. ``anchor`` begins the ids inside it, so that several pictures can stand on one page.

    With links inside, the picture is a group that a keyboard walks through; without, it is one image.
    """
    # An image with role "img" hides what is inside it from a screen reader, links too. With somebody to go to, it has to be a
    # group; with nobody, one image is one thing to step over instead of forty.
    linked = any(placed.member.href for placed in picture.people)
    title, description = f"{anchor}-title", f"{anchor}-description"
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="hf-geno" width="{picture.width:g}" height="{picture.height:g}" ',
            f'viewBox="0 0 {picture.width:g} {picture.height:g}" role="{"group" if linked else "img"}" ',
            f'aria-labelledby="{title}" aria-describedby="{description}" focusable="false">',
            f'<title id="{title}">{_text(picture.family.title)}</title>',
            f'<desc id="{description}">{_text(describe(picture))}</desc>',
            # Painted in this order: outlines, lines, words, people. Symbols are filled and cover the ends of the lines behind
            # them.
            *_homes(picture),
            *(_stroke(stroke) for stroke in picture.strokes),
            *(_note(note) for note in picture.notes),
            *(_person(placed) for placed in picture.people),
            "</svg>",
        )
    )


def describe(picture: Picture) -> str:
    """One sentence for people who do not see the picture."""
    known = [placed.member for placed in picture.people if not placed.member.stands_for_unknown]
    subjects = [plain(member.name) for member in known if member.subject]
    about = f", drawn around {' and '.join(subjects)}" if subjects else ""
    count = "1 person" if len(known) == 1 else f"{len(known)} people"
    return f"A family diagram of {count}{about}. Everything it shows is also in words after it."


def _text(text: str) -> str:
    # The names of people are what anybody typed: escaped here, once, because the page marks this picture as safe.
    return escape(plain(text), quote=True)


def _homes(picture: Picture) -> Iterator[str]:
    for outline in picture.outlines:
        yield f'<path class="hf-geno__home" d="{"".join(rounded(loop) for loop in outline.loops)}"/>'
    for outline in picture.outlines:
        yield _note(outline.tag)


def _path(points: tuple[tuple[float, float], ...]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points)


def _stroke(stroke: Stroke) -> str:
    d = "".join(_path(path) for path in stroke.paths)
    shows = f' data-shows="{_text(" ".join(stroke.shows))}"' if stroke.shows else ""
    line = f'<path class="hf-geno__line hf-geno__line--{stroke.kind}" d="{d}"{shows}/>'
    # A double line is a thick one with a thinner in the colour of the page over it: it stays double round every corner.
    return line + (f'<path class="hf-geno__line hf-geno__line--between" d="{d}"/>' if stroke.kind == "married" else "")


def _note(note: Note) -> str:
    shows = f' data-shows="{_text(" ".join(note.shows))}"' if note.shows else ""
    return (
        f'<text class="hf-geno__{note.kind}" x="{note.box.left:g}" y="{note.box.bottom - 3:g}"{shows}>{_text(note.text)}</text>'
    )


def _person(placed: Placed) -> str:
    member = placed.member
    inside = "".join((_symbol(placed), _inside(placed), _label(placed)))
    spoken = _text(spoken_name(member))
    key = f'data-person="{_text(member.key)}"'
    # An adult leads nowhere, and a child only where the reader may go: a link that ends in a refusal tells that there is one.
    if member.href:
        return f'<a class="hf-geno__person" {key} href="{escape(member.href, quote=True)}" aria-label="{spoken}">{inside}</a>'
    return f'<g class="hf-geno__person" {key}><title>{spoken}</title>{inside}</g>'


def spoken_name(member: GenogramMember) -> str:
    """A person as a screen reader says them: name, what they are, age, and whether they have died or are not yet born."""
    parts = [member.name, *member.says]
    if not member.stands_for_unknown:
        # When they died says how old they were: nobody grows older after it.
        parts.append(member.died or member.due or member.age)
        parts.extend(["the child this picture is about"] if member.subject else [])
    return ", ".join(parts)


def _symbol(placed: Placed) -> str:
    member, x, y = placed.member, placed.x, placed.y
    side, left, top = SYMBOL + 10, x - HALF - 5, y - HALF - 5
    focus = f'<rect class="hf-geno__focus" x="{left:g}" y="{top:g}" width="{side:g}" height="{side:g}"/>'
    kind = "hf-geno__symbol hf-geno__symbol--not-known" if member.stands_for_unknown else "hf-geno__symbol"
    # A rectangle of our own round the symbol is shown at focus: what a browser draws round a link in a picture takes in the
    # whole label.
    shapes = [focus if member.href else "", _shape(member, x, y, HALF, kind)]
    if member.subject:
        shapes.append(_shape(member, x, y, INNER, "hf-geno__symbol"))
    if member.died:
        d = f"M{x - HALF:g} {y - HALF:g}L{x + HALF:g} {y + HALF:g}M{x - HALF:g} {y + HALF:g}L{x + HALF:g} {y - HALF:g}"
        if member.sex == "female":
            # The cross of a death ends on the circle: corner to corner it would stick out of it.
            r = HALF * 0.7071
            d = f"M{x - r:g} {y - r:g}L{x + r:g} {y + r:g}M{x - r:g} {y + r:g}L{x + r:g} {y - r:g}"
        elif member.sex == "unknown" or member.unborn:
            r = HALF * 0.5
            d = f"M{x - r:g} {y - r:g}L{x + r:g} {y + r:g}M{x - r:g} {y + r:g}L{x + r:g} {y - r:g}"
        shapes.append(f'<path class="hf-geno__cross" d="{d}"/>')
    return "".join(shapes)


def _shape(member: GenogramMember, x: float, y: float, half: float, kind: str) -> str:
    """A square, a circle, a diamond where the sex is not known, a triangle before birth."""
    if member.unborn:
        drop = (HALF - half) * 0.6
        foot = y + half - drop
        return f'<path class="{kind}" d="M{x:g} {y - half + drop:g}L{x + half:g} {foot:g}L{x - half:g} {foot:g}Z"/>'
    if member.sex == "male":
        return f'<rect class="{kind}" x="{x - half:g}" y="{y - half:g}" width="{half * 2:g}" height="{half * 2:g}"/>'
    if member.sex == "female":
        return f'<circle class="{kind}" cx="{x:g}" cy="{y:g}" r="{half:g}"/>'
    return f'<path class="{kind}" d="M{x:g} {y - half:g}L{x + half:g} {y:g}L{x:g} {y + half:g}L{x - half:g} {y:g}Z"/>'


def _inside(placed: Placed) -> str:
    # The cross goes through the middle, where the age would stand; the age at death is not always known.
    if placed.member.died:
        return ""
    # A triangle's room for words is near its foot.
    lower = 13 if placed.member.unborn else 5
    small = " hf-geno__age--small" if len(placed.member.inside) > 3 else ""
    return f'<text class="hf-geno__age{small}" x="{placed.x:g}" y="{placed.y + lower:g}">{_text(placed.member.inside)}</text>'


def _label(placed: Placed) -> str:
    box = placed.words
    y = box.top
    parts = []
    for line in placed.label.name:
        parts.append(f'<text class="hf-geno__name" x="{box.left:g}" y="{y + NAME_LINE - 4:g}">{_text(line)}</text>')
        y += NAME_LINE
    for line in placed.label.says:
        parts.append(f'<text class="hf-geno__says" x="{box.left:g}" y="{y + SAY_LINE - 4:g}">{_text(line)}</text>')
        y += SAY_LINE
    return "".join(parts)


def genogram(family: GenogramFamily, anchor: str = "genogram") -> str:
    """Lay out a family and draw it in one step."""
    return draw(lay_out(family), anchor)
