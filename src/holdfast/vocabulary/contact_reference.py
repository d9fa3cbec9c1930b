"""The short reference of a concern, a message or an alert: what two people say to each other on the telephone, and what a message
outside Holdfast holds. It has no name in it and no number of anything, only the end of the thing's own id."""

import re
from uuid import UUID

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's alphabet: no I, L, O or U, which are misheard and misread
_LENGTH = 8
_OF_CONCERN = "Concern "
_HEARD_AS = str.maketrans("ILO", "110")
_WRITTEN = re.compile(rf"\bHF[\s–-]*([{_LETTERS}ILO]{{4}})[\s–-]*([{_LETTERS}ILO]{{4}})\b", re.IGNORECASE)
_BESIDE = re.compile(rf"(?:\b(?:your|our|ref|reference|concern|number|no|is)\b[.:]?\s*)*{_WRITTEN.pattern}", re.IGNORECASE)


def reference(entry: str) -> str:
    """The reference of the concern, message or alert with this id: ``HF-7K3M-92QD``."""
    # The end of the id is its random part; the beginning is the time, which two concerns of one minute share.
    number = UUID(entry).int
    letters = []
    for _ in range(_LENGTH):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    code = "".join(reversed(letters))
    return f"HF-{code[:4]}-{code[4:]}"


def reference_in(text: str) -> str | None:
    """The reference in what somebody typed or pasted, however they spaced it and with the letters that are misread put right:
    "ref HF-7K3M-92QD", as pages and messages print it. Nothing where there is none."""
    found = _WRITTEN.search(text)
    return None if found is None else "HF-" + "-".join(part.upper().translate(_HEARD_AS) for part in found.groups())


def without_reference(text: str) -> str:
    """What else was typed beside a reference."""
    return _BESIDE.sub(" ", text)


def end_of_id(written: str) -> str:
    """What the id of the thing with this reference ends in, as an id is written."""
    number = 0
    for letter in written.removeprefix("HF").replace("-", ""):
        number = number * len(_LETTERS) + _LETTERS.index(letter)
    return f"{number:010x}"  # eight letters of five bits each are ten figures of four


def path_to(written: str) -> str:
    """Where the thing with this reference opens, once somebody has signed in."""
    return f"/r/{written}/"


def source_of(contact: str) -> str:
    """What is said later about a concern names it by its reference, as the source of the entry."""
    return f"{_OF_CONCERN}{reference(contact)}"


def is_of_concern(source: str | None) -> bool:
    """Whether an entry with this source was said about a concern."""
    return (source or "").startswith(f"{_OF_CONCERN}HF-")
