"""Waiting for whoever else is writing about the same things."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection

from holdfast.kernel.moment import Moment

AT_ONE_MOMENT = timedelta(seconds=30)
"""How far apart the clocks of two who wait for each other may be."""


def lock_in_order(keys: Iterable[str | None]) -> None:
    """Wait, until this transaction ends, for anybody else who is writing about the same things. Always in one order, so that
    two who want the same do not wait for each other."""
    wanted = [key for key in keys if key]
    if not wanted:
        return
    # In the order of their numbers: two who want the same two things, each in the order it thought of them, would otherwise wait
    # for each other for ever. An advisory lock and not a row's, because what is locked (the id of an entry, a person's derived
    # rows) may not be there yet. Two texts that come to one number only wait without need.
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(key) FROM"
            " (SELECT DISTINCT hashtextextended(key, 0) AS key FROM unnest(%s::text[]) AS key ORDER BY 1) AS keys",
            [wanted],
        )


def after_waiting(at: datetime) -> Moment:
    """The moment at which to look, after a lock was waited for, whether somebody else was first."""
    # Of two who press together the first to be let in may have pressed the later: by the other's own clock, what the first wrote
    # would not be there yet.
    return Moment.live(at + AT_ONE_MOMENT)
