"""One version of one entry as the compiled rules read it: slots instead of models, numbers instead of dates, the data as it is
written in JSON. Nothing of it is checked here: it was when it was recorded."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from holdfast.engine.compiled.instants import (
    ALWAYS,
    FIRST_DAY,
    LAST_DAY,
    MIDNIGHTS,
    NEVER,
    day_of,
    instant,
    midnight,
)
from holdfast.kernel.when import When
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import shapes
from holdfast.vocabulary.type_registry import ENTRY_TYPES

Order = tuple[int, int, int, int, str]
"""As things are read: when they had certainly happened, when they can have begun, when they were known, as they were told."""


class CompactEntry:
    """``first`` and ``last`` are the days it can have happened, ``start`` and ``end`` the same as instants, ``instant`` the
    time where it is known, ``when`` the same as it was written. It is read from ``since`` until ``until``; ``root`` is the id
    of its first version. ``ahead`` says that it tells of a day after it was recorded."""

    # Millions of these are made when everybody is read: slots take less room than a dictionary, and are found sooner.
    __slots__ = (
        "about",
        "ahead",
        "arrived",
        "by",
        "corrects",
        "data",
        "end",
        "exact",
        "first",
        "id",
        "instant",
        "last",
        "order",
        "parsed",
        "reason",
        "recorded",
        "recorded_day",
        "root",
        "since",
        "start",
        "type",
        "until",
        "when",
        "withdraws",
    )

    about: tuple[str, ...]
    ahead: bool
    arrived: int
    by: str | None
    corrects: str | None
    data: Any  # as JSON is
    end: int
    exact: bool
    first: int
    id: str
    instant: int | None
    last: int
    order: Order
    parsed: dict[str, list[When]] | None
    reason: str | None
    recorded: int
    recorded_day: int
    root: str
    since: int
    start: int
    type: str
    until: int
    when: Any
    withdraws: str | None

    def __repr__(self) -> str:
        return f"<{self.id} {self.type}>"


class EntryRow(NamedTuple):
    """An entry as it is stored, in the order in which :func:`compact` takes it."""

    id: str
    type: str
    first: int
    last: int
    at: int | None
    recorded: int
    by: str | None
    about: tuple[str, ...]
    data: Mapping[str, Any]
    corrects: str | None
    withdraws: str | None
    arrived: int
    when: Any
    reason: str | None


def compact(row: EntryRow | tuple[Any, ...]) -> CompactEntry:
    """An entry from its row. A plain tuple will do: of everybody there are twenty million, and naming each part takes time."""
    id, type, first, last, at, recorded, by, about, data, corrects, withdraws, arrived, when, reason = row
    entry = CompactEntry()
    # Its own first version, until it is found to correct another.
    entry.id = entry.root = id
    entry.type, entry.first, entry.last, entry.instant = type, first, last, at
    entry.recorded, entry.by, entry.about, entry.data = recorded, by, about, data
    entry.corrects, entry.withdraws, entry.arrived = corrects, withdraws, arrived
    entry.exact = first == last
    entry.parsed = None
    entry.when, entry.reason = when, reason
    entry.since, entry.until = ALWAYS, NEVER
    if at is not None:
        entry.start = entry.end = at
    # Nearly always: midnights are looked up, because turning one day into an instant by time zone takes longer than all the
    # rest of this.
    elif first >= FIRST_DAY and last + 1 < LAST_DAY:  # nearly always
        # The last microsecond of its last day, as the reference has it: what happens at midnight is of the next day.
        entry.start, entry.end = MIDNIGHTS[first - FIRST_DAY], MIDNIGHTS[last + 1 - FIRST_DAY] - 1
    else:
        entry.start, entry.end = midnight(first), midnight(last + 1) - 1
    place = bisect_right(MIDNIGHTS, recorded) - 1
    entry.recorded_day = place + FIRST_DAY if 0 <= place < len(MIDNIGHTS) - 1 else day_of(recorded)
    entry.ahead = first > entry.recorded_day
    # Worked out once: everything is sorted and searched by it.
    entry.order = (entry.end, entry.start, recorded, arrived, id)
    return entry


def of_entry(entry: Entry) -> CompactEntry:
    """The same of an entry that has been read as a model."""
    when = entry.happened
    return compact(
        EntryRow(
            id=entry.id,
            type=entry.type,
            first=when.first.toordinal(),
            last=when.last.toordinal(),
            at=None if when.instant is None else instant(when.instant),
            recorded=instant(entry.recorded_at),
            by=entry.by,
            about=entry.about,
            data=entry.data.written(),
            corrects=entry.corrects,
            withdraws=entry.withdraws,
            arrived=entry.arrived,
            when=when,
            reason=entry.reason,
        )
    )


def copy(entry: CompactEntry) -> CompactEntry:
    """Another object that says the same, for another version or another state of knowledge."""
    other = CompactEntry()
    # Each by its name and not in a loop over the slots: a record of how things were copies every entry of a family, and setting
    # an attribute by a name that is looked up takes several times as long.
    other.about, other.ahead, other.arrived, other.by = entry.about, entry.ahead, entry.arrived, entry.by
    other.corrects, other.data, other.end, other.exact = entry.corrects, entry.data, entry.end, entry.exact
    other.first, other.id, other.instant, other.last = entry.first, entry.id, entry.instant, entry.last
    other.order, other.parsed, other.reason, other.recorded = entry.order, entry.parsed, entry.reason, entry.recorded
    other.recorded_day, other.root, other.since, other.start = entry.recorded_day, entry.root, entry.since, entry.start
    other.type, other.until, other.when, other.withdraws = entry.type, entry.until, entry.when, entry.withdraws
    return other


def listed(entry: CompactEntry, field: str) -> tuple[Any, ...] | list[Any]:
    """What the entry lists in a field: one value counts as a list of one, and nothing recorded as an empty list."""
    found = entry.data.get(field)
    if found is None:
        return ()
    # By class and not by ``isinstance``: data as JSON has it has no subclasses, and this is asked of every field.
    return found if found.__class__ is list or found.__class__ is tuple else (found,)


def planned(entry: CompactEntry, field: str) -> When | None:
    """The day that the entry says in a field, which holds a day or a list of them."""
    found = days(entry, field)
    return found[0] if found else None


def days(entry: CompactEntry, field: str) -> list[When]:
    """Every day that the entry says in a field."""
    found = entry.data.get(field)
    if found is None:
        return []
    if entry.parsed is None:
        entry.parsed = {}
    # Read when a rule first asks: of most entries no rule asks for a day beyond its own.
    if field not in entry.parsed:
        there = listed(entry, field) if _holds_days(entry.type, field) else ()
        entry.parsed[field] = [When.parse(each) for each in there]
    return entry.parsed[field]


@cache
def _holds_days(type: str, field: str) -> bool:
    # The same name may stand for a day in one type and for a worker in another.
    return any(shape.name == field and shape.kind == "when" for shape in shapes(ENTRY_TYPES[type]))


def happened(entry: CompactEntry) -> When:
    """When it happened, as precisely as somebody said it."""
    return When.parse(entry.when)


def certainly_by(entry: CompactEntry) -> int:
    """The instant from which it had certainly happened where a day is taken whole, from its morning."""
    return entry.instant if entry.instant is not None else midnight(entry.last)


def by_end_of(entry: CompactEntry) -> int:
    """The instant by which an entry about it counts as recorded on its day: the end of the first day it can have been."""
    # The midnight that ends the first day it can have been, less the last microsecond.
    place = entry.first + 1 - FIRST_DAY
    return (MIDNIGHTS[place] if 0 <= place < len(MIDNIGHTS) else midnight(entry.first + 1)) - 1
