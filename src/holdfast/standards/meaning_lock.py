"""The meaning of every standard, edition by edition, as a digest, so that what is in force cannot change silently.

``locked.csv`` holds the digests. A changed meaning is either a new edition (add a ``Edition`` with its day, and what was in
force before stays as it was) or a mistake put right, which ``make lock BECAUSE=…`` writes down with its reason.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from hashlib import sha256
from importlib.resources import files
from io import StringIO
from typing import Any

from holdfast.rules.standard import Edition, Standard
from holdfast.standards import STANDARDS

# A spelling put right must not look like a change of the law, or people learn to lock without reading. So what only explains is
# left out of the digest, and everything else is in it, also what a newcomer adds later.
WORDS = frozenset(
    {
        "title",
        "stage",
        "started",
        "wanted",
        "says",
        "sources",
        "confidence",
        "review_paragraphs",
        "local_variants",
        "note",
        "check_before_release",
        "versions",
        "local",
        "why",
        "asks",
        "because",
        "locator",
        "verification",
        "warn_before",
    }
)
"""What is said about a rule, and not what it means."""
COLUMNS = ("rule", "edition", "digest", "because")
FIRST = "as published first"


@dataclass(frozen=True)
class Locked:
    """The digest of one standard in one edition (empty where it has none), and why it was last written."""

    rule: str
    edition: str
    digest: str
    because: str


def meanings() -> Iterator[tuple[str, str, str]]:
    """Every standard's id, edition and digest."""
    for rule in STANDARDS.values():
        for version in rule.versions or (None,):
            yield rule.id, version.edition if version else "", digest(rule, version)


def digest(rule: Standard, version: Edition | None) -> str:
    """A standard's meaning in one edition: what starts, meets and excuses it, its limit, and the days it is in force."""
    # The edition's own number where it has one; the standard's editions themselves are among WORDS, or every edition's digest
    # would change with each new edition.
    limit = version.limit if version is not None and version.limit is not None else rule.limit
    days = f"{version.since} {version.until}" if version is not None else ""
    return sha256(f"{_plain(replace(rule, limit=limit))} {days}".encode()).hexdigest()[:24]


def _plain(value: Any) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        said = ((each, getattr(value, each.name)) for each in fields(value) if each.name not in WORDS)
        # What is as it is by default says nothing, so that a new kind of field changes no meaning that does not use it.
        inside = ", ".join(f"{each.name}={_plain(found)}" for each, found in said if found != each.default)
        return f"{type(value).__name__}({inside})"
    if isinstance(value, tuple):
        return f"({', '.join(map(_plain, value))})"
    return repr(value)


def locked() -> dict[tuple[str, str], Locked]:
    """What is locked, by standard and edition."""
    text = files("holdfast.standards").joinpath("locked.csv").read_text(encoding="utf-8")
    return {(row["rule"], row["edition"]): Locked(**row) for row in csv.DictReader(StringIO(text))}


def relocked(because: str) -> tuple[str, list[str]]:
    """The table as it would be now, and which meanings changed. Raises ``ValueError`` where one did and nothing says why."""
    before, rows, changed = locked(), [], []
    for rule, edition, now in meanings():
        old = before.get((rule, edition))
        if old is not None and old.digest != now:
            changed.append(f"{rule} {edition}".strip())
            old = None
            why = because
        else:
            why = old.because if old else FIRST
        rows.append((rule, edition, now, why))
    if changed and not because.strip():
        raise ValueError(f"the meaning of {', '.join(changed)} changed: say why with BECAUSE")
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return out.getvalue(), changed
