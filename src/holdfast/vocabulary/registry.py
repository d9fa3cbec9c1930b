"""Every entry type there is, by name."""

from holdfast.vocabulary import putting_right
from holdfast.vocabulary.base import ENTRY_TYPES

AREAS = (putting_right,)
"""The areas of practice, in the order a case usually meets them."""

__all__ = ["AREAS", "ENTRY_TYPES"]
