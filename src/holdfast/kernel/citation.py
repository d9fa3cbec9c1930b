"""Where a rule comes from, and how sure we are that it says so."""

from dataclasses import dataclass
from typing import Literal

Verification = Literal["read", "secondary", "heading_seen", "review", "knowledge", "not_verified"]


@dataclass(frozen=True)
class Citation:
    """One source of one rule.

    ``document`` is a short code listed in :mod:`holdfast.standards.sources`; ``locator`` says where in the document;
    ``verification`` says whether anyone has read the words themselves.
    """

    document: str
    locator: str
    verification: Verification

    def __str__(self) -> str:
        return f"{self.document}, {self.locator}"
