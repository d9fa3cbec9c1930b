"""An NHS number: ten digits, of which the last is worked out from the others, and unique to one person in England."""

import re

from nhs_number.validate import is_valid

LENGTH = 10
_LABEL = re.compile(r"^\s*NHS(\s*(number|no\.?))?\s*:?", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s-]")
_COUNTED = "01234567890123456789"


class NotAnNhsNumber(ValueError):
    """What was written is no NHS number; the message says why, for the middle of a sentence."""


def read_number(written: str) -> str:
    """The ten digits of a number as somebody wrote it. Spaces, hyphens and the label "NHS" are taken off; nothing else is put
    right by guessing. Raises :class:`NotAnNhsNumber`."""
    digits = _BETWEEN.sub("", _LABEL.sub("", written))
    # Named apart, because it looks right on a screen and the sender would search for something else.
    if "O" in digits.upper():
        raise NotAnNhsNumber(f"{written!r} has the letter O where the digit 0 belongs")
    if not (digits.isascii() and digits.isdigit()):
        raise NotAnNhsNumber(f"{written!r} is not an NHS number: it is ten digits")
    # Not padded: nine digits may as well be one that was left out in the middle.
    if len(digits) == LENGTH - 1:
        raise NotAnNhsNumber(f"{written!r} has nine digits: a zero at its start may have been lost in a spreadsheet")
    if len(digits) != LENGTH:
        raise NotAnNhsNumber(f"{written!r} has {len(digits)} digits: an NHS number has ten")
    # Before the check digit, which most of them pass: "0000000000" would join everybody of whom nobody knew the number.
    if is_filler(digits):
        raise NotAnNhsNumber(f"{written!r} stands for a number that nobody knew: it is nobody's")
    if not is_valid(digits):
        raise NotAnNhsNumber(f"{written!r} is not an NHS number: its last digit does not fit the others")
    return digits


def is_filler(digits: str) -> bool:
    """Whether ten digits only fill a box that had to be filled: one digit ten times, or counting up or down."""
    return len(set(digits)) == 1 or digits in _COUNTED or digits[::-1] in _COUNTED


def in_groups(digits: str) -> str:
    """A number as it is read aloud and printed: "999 000 0077"."""
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
