"""Half-open spans of days: the first day belongs to the span, the day it ended on does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, order=True)
class Span:
    """Days from ``start`` up to but not including ``end``. ``end`` of ``None`` means it has not ended."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        # A span may end on the day it starts: it holds on no day, and yet something began and ended.
        if self.end is not None and self.end < self.start:
            raise ValueError(f"a span cannot end ({self.end}) before it starts ({self.start})")

    def covers(self, day: date) -> bool:
        """Whether ``day`` is one of the span's days."""
        return self.start <= day and (self.end is None or day < self.end)


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same days as ``spans`` cover between them, as the fewest spans, earliest first. Empty spans vanish."""
    joined: list[Span] = []
    for span in sorted((s for s in spans if s.end is None or s.end > s.start), key=lambda s: s.start):
        # Touching spans are one: the day on which one ends is the day on which the next begins, and no day lies between them.
        if joined and (joined[-1].end is None or span.start <= joined[-1].end):
            previous = joined[-1]
            end = None if previous.end is None or span.end is None else max(previous.end, span.end)
            joined[-1] = Span(previous.start, end)
        else:
            joined.append(span)
    return tuple(joined)
