"""A moment has two faces: how far the world had gone, and how much of it the record knew."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from holdfast.kernel.when import end_of_day

FOREVER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)


@dataclass(frozen=True)
class Moment:
    """``as_at`` stops the world: what happened later is not there. ``known_at`` stops the record: what was recorded
    later is not there, even if it happened before. Both are instants with an offset."""

    as_at: datetime
    known_at: datetime

    def __post_init__(self) -> None:
        # Without an offset the same value is another instant in summer and in winter, and what was known when is decided to
        # the microsecond.
        for name in ("as_at", "known_at"):
            if getattr(self, name).tzinfo is None:
                raise ValueError(f"{name} needs an offset, so that it is one instant everywhere")

    @classmethod
    def live(cls, at: datetime) -> "Moment":
        """The ordinary moment of a page: the world as it stands, with what the record knows by then."""
        return cls(as_at=at, known_at=at)

    @classmethod
    def at_end_of(cls, day: date) -> "Moment":
        """The page as it stood when ``day`` ended: nothing later had happened and nothing later was known."""
        return cls.live(end_of_day(day))

    @classmethod
    def with_hindsight(cls, as_at: datetime) -> "Moment":
        """The world stopped at ``as_at``, told with everything the record learned since."""
        return cls(as_at=as_at, known_at=FOREVER)
