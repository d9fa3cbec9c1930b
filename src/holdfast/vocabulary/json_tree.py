"""From bytes to a tree of JSON, with what JSON itself would let through or trip over found and named by its path."""

import json
import math
import re
from typing import Any

from holdfast.vocabulary.faults import CaseRefused, Fault
from holdfast.vocabulary.model_faults import json_key, shown

LARGEST = 200_000_000
"""The longest case file that is read, in bytes (characters, for text)."""

# Far beyond any case and far short of where Python's own reader gives up with an error that nobody can act on.
DEEPEST = 50
# Python gives up on numbers of thousands of digits, in words for programmers. Nobody's age or attendance has more than a few.
_LONGEST_NUMBER = 40
# Strings are matched as wholes, so that a bracket in somebody's words opens nothing; possessive, or a long string without its end
# would be tried from every letter.
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
# PostgreSQL takes neither, and refusing here names the place in the file.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


# JSON keeps the last of two equal keys without a word. Which of two dates of birth was meant only the sender can say.
class _Object(dict[str, Any]):
    """An object that remembers which of its keys came twice."""

    twice: tuple[str, ...] = ()


class NotANumber:
    """Stands where the file says NaN, Infinity, or a number too large to be one."""

    def __init__(self, written: str) -> None:
        self.written = written

    def __repr__(self) -> str:
        return self.written[:20]


def load(text: str | bytes) -> tuple[Any, list[Fault]]:
    """The tree, and the faults that leave it readable. Raises :class:`CaseRefused` when there is no tree."""
    if len(text) > LARGEST:
        raise _refused(f"The file is larger than {LARGEST // 1_000_000} MB.", "Split it into one file for each family.")
    decoded = _decoded(text)
    if not decoded.strip():
        raise _refused("The file is empty.", "Export the case again from the system it came from.")
    _check_depth(decoded)
    try:
        tree = json.loads(decoded, object_pairs_hook=_pairs, parse_constant=NotANumber, parse_int=_integer, parse_float=_decimal)
    except json.JSONDecodeError as error:
        where = f"at line {error.lineno}, column {error.colno}"
        raise _refused(f"The file is not JSON: {error.msg} {where}.", "Put that right, or export it again.") from error
    faults: list[Fault] = []
    _inspect(tree, "$", faults)
    return tree, faults


def _decoded(text: str | bytes) -> str:
    if isinstance(text, str):
        # Spreadsheets put a mark at the start of what they save.
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(f"The file is not UTF-8 (byte {error.start}).", "Save it again as UTF-8.") from error


# Before parsing, since the parser itself would run out of depth first.
def _check_depth(text: str) -> None:
    depth = 0
    for match in _BRACKETS.finditer(text):
        bracket = match.group()[0]
        if bracket != '"':
            depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            raise _refused(f"The file is nested more than {DEEPEST} levels deep.", "No case is: export it again.")


def _pairs(pairs: list[tuple[str, Any]]) -> _Object:
    found = _Object(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        found.twice = tuple(dict.fromkeys(key for key in keys if keys.count(key) > 1))
    return found


def _integer(written: str) -> int | NotANumber:
    return int(written) if len(written) <= _LONGEST_NUMBER else NotANumber(written)


def _decimal(written: str) -> float | NotANumber:
    value = float(written)
    return value if math.isfinite(value) else NotANumber(written)


def _inspect(value: Any, path: str, faults: list[Fault]) -> None:
    if isinstance(value, _Object):
        for key in value.twice:
            faults.append(Fault(json_key(path, key), "This is given twice in one object.", "Keep the one that is right."))
        for key, each in value.items():
            if _UNSTORABLE.search(key):
                faults.append(Fault(path, "A field's name holds a character that is no text.", "Take it out."))
            _inspect(each, json_key(path, key), faults)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            _inspect(each, f"{path}[{index}]", faults)
    elif isinstance(value, NotANumber):
        faults.append(Fault(path, f"{shown(value)} is not a number.", "Write the number, or null when it is not known."))
    elif isinstance(value, str) and _UNSTORABLE.search(value):
        faults.append(Fault(path, "The text holds a zero byte or half a character.", "Take it out."))


def _refused(what: str, do: str) -> CaseRefused:
    return CaseRefused([Fault("$", what, do)])
