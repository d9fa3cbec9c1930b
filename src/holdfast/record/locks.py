"""Waiting for whoever else is writing about the same things."""

from collections.abc import Iterable

from django.db import connection


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
