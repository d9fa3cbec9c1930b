"""What a compiled clock counts from."""

from typing import Any

from holdfast.engine.compiled.entries import CompactEntry

Excuse = tuple[int, CompactEntry | None, str]
"""The day on which the need ended, by which entry, and the code of why (:mod:`~holdfast.engine.compiled.readable_results`)."""


class CompactStart:
    """As :class:`holdfast.engine.reference.due_day.Start`, with numbers for days."""

    day: int
    entry: CompactEntry
    exact: bool
    instant: int | None
    # As most starts have it: set on those that do not.
    about: tuple[str, ...] = ()
    already: CompactEntry | None = None
    excused: Excuse | None = None
    extra: tuple[CompactEntry, ...] = ()
    follows: bool = False
    missing: str | None = None
    plain: bool = False
    """Whether it is nothing but an entry, counted from when that happened."""
    shown_from: int | None = None
    began: str | None = None

    # Every field but ``plain``, which is how it was made and not what it says.
    def key(self) -> tuple[Any, ...]:
        """What tells it from another: the same start is the same in every state of knowledge in which it is found."""
        return (
            self.entry,
            self.about,
            self.day,
            self.instant,
            self.exact,
            self.extra,
            self.excused,
            self.already,
            self.missing,
            self.follows,
            self.shown_from,
            self.began,
        )


def start_of(entry: CompactEntry, extra: tuple[CompactEntry, ...] = (), about: tuple[str, ...] = ()) -> CompactStart:
    """Counting from when an entry happened."""
    start = CompactStart()
    start.entry, start.day, start.instant, start.exact = entry, entry.last, entry.instant, entry.exact
    if extra:
        start.extra = extra
    if about:
        start.about = about
    if not extra and not about:
        start.plain = True
    return start


def replaced(start: CompactStart, **other: Any) -> CompactStart:
    """The same start, with what is named otherwise."""
    found = CompactStart()
    # Only what was set: the rest is said by the class, and is so for the copy too.
    found.__dict__.update(start.__dict__)
    # Something is otherwise about it, so what is written out whole has to leave it to the general way.
    found.plain = False
    found.__dict__.update(other)
    return found
