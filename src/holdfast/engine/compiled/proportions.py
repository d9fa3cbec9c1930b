"""Which share of some entries are of a kind, by the end of each day."""

from bisect import bisect_right
from typing import NamedTuple

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_lookup import Candidates, readable
from holdfast.engine.compiled.neighbouring_entries import known_by
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.version_timeline import in_order

Asked = tuple[CompiledEvent, CompiledEvent, str | None]
"""The part, the whole, and the field by which only the latest speaks."""


class _Shares(NamedTuple):
    """How many there were of the whole, and of those of the part, once each entry had been read."""

    days: list[int]
    whole: list[int]
    part: list[int]


def is_more_than(
    person: PersonRecord, day: int, part: CompiledEvent, whole: CompiledEvent, *, share: float, latest_by: str | None
) -> bool:
    """Whether of the whole, by the end of a day, more than the share are of the part."""
    asked = (part, whole, latest_by)
    versions = _versions(person, asked)
    settled = part.is_settled(person) and whole.is_settled(person)
    # The same function for both, which of them is kept for how long is the difference.
    find = lambda person: _shares(person, versions, asked)  # noqa: E731
    # What it says of a day rests on that day and those before, as long as no entry's answer hangs on another.
    if settled:
        found: _Shares = known_by(person, (asked, "shares"), find, (versions,), day)
    else:
        found = person.keep((asked, "shares"), find)
    number = bisect_right(found.days, day)
    if not number or not found.whole[number - 1]:
        return False
    return found.part[number - 1] / found.whole[number - 1] > share


def _versions(person: PersonRecord, asked: Asked) -> Candidates:
    """What can speak for the person of either type."""
    found: Candidates | None = person.kept.get((asked, "versions"))
    if found is None:
        part, whole, _ = asked
        there = dict.fromkeys(each for event in (whole, part) for each in readable(person, event))
        found = person.kept[asked, "versions"] = Candidates(sorted(there, key=in_order), None)
    return found


def _shares(person: PersonRecord, versions: Candidates, asked: Asked) -> _Shares:
    part, whole, latest_by = asked
    shares, of_whole, of_part = _Shares([], [], []), 0, 0
    said: dict[str, tuple[bool, bool]] = {}
    root = person.record.root
    for entry in sorted((*versions.exact, *versions.ranges), key=in_order) if versions.ranges else versions.exact:
        if not person.view.saw(entry):
            continue
        counts = _is(person, whole, entry)
        both = counts, counts and _is(person, part, entry)
        if latest_by is not None:
            key = root(str(entry.data.get(latest_by)))
            before = said.get(key, (False, False))
            # A decision about the same thing takes the place of the one before it.
            of_whole, of_part = of_whole - before[0], of_part - before[1]
            said[key] = both
        of_whole, of_part = of_whole + both[0], of_part + both[1]
        shares.days.append(entry.last)
        shares.whole.append(of_whole)
        shares.part.append(of_part)
    return shares


def _is(person: PersonRecord, event: CompiledEvent, entry: CompactEntry) -> bool:
    return entry.type in event.type_set and bool(event.fits_whole(person, entry, None, None))
