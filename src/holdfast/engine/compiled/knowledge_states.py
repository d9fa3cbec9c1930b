"""Working something out for every state of knowledge that can tell it apart, and for none that cannot: each answer comes with the
instants from and until which it was what was known."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.instants import ALWAYS, LAST, NEVER
from holdfast.engine.compiled.person import PersonRecord

What = TypeVar("What")
Tile = tuple[What, int, int]
"""Something, and from when until when it was what was known."""


def in_each_state(person: PersonRecord, find: Callable[[PersonRecord], Iterable[What]]) -> Iterator[Tile[What]]:
    """What ``find`` finds, worked out whole in each state of knowledge that it can tell apart."""
    # From the beginning: what was known as it happened is the first state.
    view, at = person.view, ALWAYS
    while at <= LAST:
        view.at, view.until = at, NEVER
        found = list(find(person))
        # Whatever was read brought it forward to when it reads otherwise. What was not read cannot have changed the answer,
        # so nothing in between has to be looked at.
        until = view.until
        yield from ((each, at, until) for each in found)
        at = until


def starts_over_time(
    person: PersonRecord, find: Callable[[PersonRecord], Iterable[CompactStart]]
) -> Iterator[Tile[CompactStart]]:
    """Every start, with from when until when it was one."""
    view, at = person.view, ALWAYS
    running: dict[tuple[object, ...], tuple[CompactStart, int]] = {}
    while at <= LAST:
        view.at, view.until = at, NEVER
        # By what they say: the same start found again in the next state is the same one going on.
        now = {start.key(): start for start in find(person)}
        until = view.until
        # A list first, because what is run through is changed.
        for key in [key for key in running if key not in now]:
            start, since = running.pop(key)
            yield start, since, at
        for key, start in now.items():
            running.setdefault(key, (start, at))
        at = until
    for start, since in running.values():
        yield start, since, NEVER


def joined(tiles: Iterable[Tile[CompactStart]]) -> Iterator[Tile[CompactStart]]:
    """The same starts, each that goes on as it was said once."""
    last: Tile[CompactStart] | None = None
    for tile in tiles:
        if last is not None and last[2] == tile[1] and (last[0] is tile[0] or last[0].key() == tile[0].key()):
            last = (last[0], last[1], tile[2])
            continue
        if last is not None:
            yield last
        last = tile
    if last is not None:
        yield last


def each_over_time(
    person: PersonRecord, tiles: Iterable[Tile[What]], work_out: Callable[[PersonRecord, What], "Iterable[Answer]"]
) -> "Iterator[Tile[Answer]]":
    """What ``work_out`` makes of each, apart for every state of knowledge in which it makes something else of it."""
    view = person.view
    for what, since, end in tiles:
        at = since
        while at < end:
            # No further than the start itself stands: what it makes after that is nobody's.
            view.at, view.until = at, end
            found = list(work_out(person, what))
            until = view.until
            yield from ((each, at, until) for each in found)
            at = until


Answer = TypeVar("Answer")
