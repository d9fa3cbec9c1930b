"""Reports that a person has said are of one event: two people saw it, and it happened once. As
:mod:`holdfast.engine.reference.triggers.occasions` says it."""

from collections.abc import Iterable, Sequence

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.person import PersonRecord
from holdfast.rules import participants

LINKS = (participants.LINKS,)


class Events:
    """Which reports are of one event, by what has been said so far."""

    __slots__ = ("_of", "_person")

    def __init__(self, person: PersonRecord) -> None:
        self._person = person
        self._of: dict[str, str] = {}

    def _event(self, root: str) -> str:
        of = self._of
        while (found := of.get(root, root)) != root:
            root = found
        return root

    def are_one(self, link: CompactEntry) -> None:
        """Two reports are said to be of one event."""
        root = self._person.record.root
        # In a fixed order, so that the event has the same name whichever of two reports was linked to which.
        one, other = sorted(self._event(root(str(link.data.get(field)))) for field in ("entry", "same_as"))
        self._of[other] = one

    def among(self, reports: Iterable[CompactEntry]) -> int:
        """How many events these reports are of."""
        return len({self._event(report.root) for report in reports})


def occasions(person: PersonRecord, reports: Iterable[CompactEntry], day: int) -> int:
    """How many events the reports are of, by what had been said of this child's by the end of a day."""
    events = Events(person)
    for link in person.read(LINKS):
        if link.first <= day:
            events.are_one(link)
    return events.among(reports)


def falls_below(person: PersonRecord, reports: Sequence[CompactEntry], n: int, day: int) -> CompactEntry | None:
    """What first showed after a day that the reports are of fewer than so many events."""
    events = Events(person)
    links: Sequence[CompactEntry] = person.read(LINKS)
    for link in links:
        events.are_one(link)
        if link.first > day and events.among(reports) < n:
            return link
    return None
