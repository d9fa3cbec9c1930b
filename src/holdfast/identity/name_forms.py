"""Names as they are compared: without accents, case and punctuation, and by how they sound.

What was typed is never changed; these are keys beside it. The same keys are made in SQL by the functions of
:mod:`holdfast.identity.migrations.0001_name_keys`, so that the database can find candidates without reading everyone; a test
holds the two together.
"""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, and letters of other scripts that look like Latin ones.
LETTERS = {
    "ı": "i",
    "ł": "l",
    "Ł": "l",
    "ø": "o",
    "Ø": "o",
    "đ": "d",
    "Đ": "d",
    "ð": "d",
    "Ð": "d",
    "ħ": "h",
    "Ħ": "h",
    "ŋ": "n",
    "Ŋ": "n",
    "а": "a",
    "А": "a",
    "в": "b",
    "В": "b",
    "е": "e",
    "Е": "e",
    "ё": "e",
    "к": "k",
    "К": "k",
    "м": "m",
    "М": "m",
    "н": "h",
    "Н": "h",
    "о": "o",
    "О": "o",
    "р": "p",
    "Р": "p",
    "с": "c",
    "С": "c",
    "т": "t",
    "Т": "t",
    "у": "y",
    "У": "y",
    "х": "x",
    "Х": "x",
    "і": "i",
    "І": "i",
    "ј": "j",
    "ѕ": "s",
    "α": "a",
    "Α": "a",
    "Β": "b",
    "ε": "e",
    "Ε": "e",
    "Ζ": "z",
    "Η": "h",
    "ι": "i",
    "Ι": "i",
    "κ": "k",
    "Κ": "k",
    "Μ": "m",
    "Ν": "n",
    "ο": "o",
    "Ο": "o",
    "ρ": "p",
    "Ρ": "p",
    "Τ": "t",
    "υ": "u",
    "Υ": "y",
    "Χ": "x",
}
PAIRS = {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"}
MARKS = re.compile("[\u0300-\u036f'\u2019\u2018`\u00b4\u02bc\u02bb]")
"""Accents, once taken apart, and marks inside a name that some people write and some do not: O'Neill, O’Neill, ONeill."""
BETWEEN = re.compile("[^a-z0-9\u0370-\u1fff\u2c00-\u2dff\u3040-\ud7ff\U00010000-\U0010ffff]+")
"""What stands between words. Letters of other scripts are kept: a name in Arabic or Bengali is found as it was written."""

# How a spelling sounds to an English ear, in this order. Vowels fall away afterwards, but for the first.
SOUNDS = (
    ("^(kn|gn|pn)", "n"),
    ("^wr", "r"),
    ("^ps", "s"),
    ("^wh", "w"),
    ("^x", "s"),
    ("sch", "x"),
    ("sh", "x"),
    ("tch", "x"),
    ("ch([lr])", r"k\1"),
    ("ch", "x"),
    ("ph", "f"),
    ("gh", "g"),
    ("th", "t"),
    ("dge", "j"),
    ("dg", "j"),
    ("ck", "k"),
    ("sc([eiy])", r"s\1"),
    ("c([eiy])", r"s\1"),
    ("c", "k"),
    ("q", "k"),
    ("x$", "ks"),
    ("z", "s"),
    ("v", "f"),
    ("j", "g"),
    ("mb$", "m"),
)


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """``text`` in plain small letters, digits and single spaces: "Zoë O’Neill-Łukasik" as "zoe oneill lukasik"."""
    plain = "".join(LETTERS.get(letter, letter) for letter in unicodedata.normalize("NFC", text))
    apart = MARKS.sub("", unicodedata.normalize("NFKD", plain))
    letters = "".join(LETTERS.get(letter, PAIRS.get(letter, letter)) for letter in apart.lower())
    return " ".join(BETWEEN.sub(" ", letters).split())


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a name, and all of it run together: "O Neill" gives "o", "neill" and "oneill"."""
    parts = folded(text).split()
    # Run together as well: "O'Neill", "O Neill" and "ONeill" are one name that three people typed.
    return tuple(dict.fromkeys([*parts, "".join(parts)])) if parts else ()


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """What a word sounds like: "smyth" and "smith" alike, "catherine" and "kathryn" alike. Short of a guess about accents."""
    said = re.sub(r"[^a-z]", "", word)
    for spelling, heard in SOUNDS:
        said = re.sub(spelling, heard, said)
    # Any vowel that begins a name sounds like any other to somebody who hears it on the telephone: Elia, Ilia.
    first = "a" if said[:1] and said[:1] in "aeiouy" else said[:1]
    rest = re.sub(r"[aeiouyhw]", "", said[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)


PLACEHOLDER = re.compile(r"\b(unknown|unborn|tbc|tba|baby (boy|girl)|baby|twin (\d|one|two|i+)|infant|not known|no name)\b")


@lru_cache(maxsize=65536)
def is_placeholder(text: str) -> bool:
    """Whether it stands for a name that is not known yet ("Baby Boy Smith", "TBC"). Two placeholders are never a match."""
    return not folded(text) or bool(PLACEHOLDER.search(folded(text)))


def mixes_scripts(text: str) -> bool:
    """Whether letters that look Latin come from elsewhere too: a reason to look twice at a name."""
    scripts = {unicodedata.name(letter, "").split()[0] for letter in text if letter.isalpha()}
    return len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1
