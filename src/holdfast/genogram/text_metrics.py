"""How wide words are in the letters of the picture, and how a name is broken into lines.

Widths are those of Arial (and its metric twins), in thousandths of the letter size.
"""

import re
import unicodedata

# Measured by us because the server has no browser to ask: the picture is laid out before it is sent, and no script may move it
# afterwards. A letter not listed counts as a wide one, so a label comes out narrower than its box but never wider.
_NARROW = dict.fromkeys("ijlI|.,:;!'’‘`()[]/\\ tfr-", 340)
_WIDE = dict.fromkeys("mMWwŴ@%—", 950)
_CAPITALS = dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZ&", 725)
_WIDTHS = {**dict.fromkeys('abcdeghknopqsuvxyz0123456789?“”"–+=<>_*#$£', 560), **_CAPITALS, **_NARROW, **_WIDE}
_BOLD = 1.07
# Control, format, surrogate, private and unassigned characters, and separators of lines and paragraphs.
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def plain(text: str) -> str:
    """``text`` without control and direction-changing characters, which could disguise a name in a picture."""
    return " ".join("".join(" " if unicodedata.category(c) in _HIDDEN else c for c in text).split())


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of ``text`` in the units of the picture."""
    total = 0.0
    for letter in unicodedata.normalize("NFC", text):
        # Accents written as letters of their own take no room; names come in both forms.
        if unicodedata.combining(letter):
            continue
        # Below 0x250 are the Latin letters with accents, as wide as those without; anything else may be as wide as it is tall.
        total += _WIDTHS.get(letter) or (730 if letter.isalpha() and ord(letter) < 0x250 else 1020)
    return total / 1000 * size * (_BOLD if bold else 1.0)


def wrapped(text: str, limit: float, size: float, *, bold: bool = False, most: int = 4) -> tuple[str, ...]:
    """``text`` in lines no wider than ``limit``. More than ``most`` lines end in "…": the whole stands in the words below."""
    lines: list[str] = []
    current = ""
    for piece in _pieces(plain(text), limit, size, bold):
        if current and width((current + piece).rstrip(), size, bold=bold) > limit:
            lines.append(current.rstrip())
            current = ""
        current += piece
    if current.strip():
        lines.append(current.rstrip())
    if len(lines) > most:
        kept = lines[most - 1]
        # Cut by letters, not words: a name with no space in it is the usual reason why it does not fit.
        while kept and width(kept + "…", size, bold=bold) > limit:
            kept = kept[:-1]
        lines = [*lines[: most - 1], kept.rstrip() + "…"]
    return tuple(lines)


def _pieces(text: str, limit: float, size: float, bold: bool) -> list[str]:
    """Where ``text`` may be broken: after a space, after a hyphen, and inside a word that is too long for any line."""
    pieces: list[str] = []
    # The hyphen stays with what stands before it, as people break a double-barrelled name by hand.
    for part in re.findall(r"[^\s-]*-\s?|[^\s-]+\s?", text):
        piece = ""
        for letter in part:
            if piece and width((piece + letter).rstrip(), size, bold=bold) > limit:
                pieces.append(piece)
                piece = ""
            piece += letter
        pieces.append(piece)
    return pieces
