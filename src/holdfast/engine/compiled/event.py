"""Events as functions: whether an entry is one."""

from collections.abc import Callable, Sequence
from typing import Any

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.reference.met_by import ABOUT_WORKERS, BY_REFERENCE

Test = Callable[[PersonRecord, CompactEntry, CompactEntry | None, str | None], Any]
"""Whether an entry, seen from a person and from a starting entry and subject, is what is meant."""
Select = Callable[[PersonRecord, Sequence[CompactEntry]], list[CompactEntry]]
"""Those of some entries that certainly are what is meant, where that does not depend on a start."""
Roots = Callable[[PersonRecord, CompactEntry], list[str]]


class CompiledEvent:
    """Any of several events, as one function.

    ``fits`` says whether an entry certainly is one of them, ``meets`` the same with the starting entry itself set aside where
    the event does not mean it; ``select`` picks those that fit from several. What the function looks at decides how often it is
    asked: where that is nothing but the entry, the entries that fit are listed once for a person. Where it looks at the start
    (``per_start``) that cannot be; where it looks at other entries (``by_others``), at who the person is or at the versions of
    what an entry points at, only while those read the same in every state of knowledge. ``link`` gives the entries that an
    entry points at, where pointing at the start is all it asks of it; ``fits_whole`` is then the test with that question, which
    ``fits`` leaves out."""

    __slots__ = (
        "anyones",
        "by_identity",
        "by_others",
        "by_reference",
        "elsewhere",
        "fits",
        "fits_whole",
        "link",
        "meets",
        "name",
        "of_workers",
        "per_start",
        "select",
        "type_set",
        "types",
    )

    def __init__(
        self,
        name: str,
        types: tuple[str, ...],
        *,
        anyones: tuple[str, ...],
        fits: Test,
        meets: Test,
        select: Select,
        per_start: bool,
        by_others: bool,
        by_identity: bool,
        by_reference: bool,
        link: Roots | None = None,
        fits_whole: Test | None = None,
    ) -> None:
        self.name = name
        self.types = types
        self.type_set = frozenset(types)
        self.anyones = anyones
        self.fits = fits
        self.fits_whole = fits_whole or fits
        self.meets = meets
        self.select = select
        # Types that speak for whoever they concern, wherever they were filed: they have to be looked for beyond the child's
        # own entries.
        self.elsewhere = tuple(dict.fromkeys((*anyones, *(type for type in types if type in BY_REFERENCE))))
        self.of_workers = tuple(type for type in types if type in ABOUT_WORKERS)
        self.per_start = per_start
        self.by_others = by_others
        self.by_identity = by_identity
        self.by_reference = by_reference
        self.link = link

    def is_settled(self, person: PersonRecord) -> bool:
        """Whether it can be asked of each entry once and for all."""
        # Each start is another question, so that there is no list of what fits.
        if self.per_start:
            return False
        # One state of knowledge: nothing can read otherwise later.
        if person.steady:
            return True
        # An entry by itself never changes. What others say may, and so may who the person is, until everything about that was
        # known as it happened.
        return not self.by_others and not self.by_reference and (not self.by_identity or person.settled)
