"""Who of several people has died, and when, as the record knows it at a moment."""

from collections.abc import Collection, Sequence

from django.db import connection

from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record import read
from holdfast.vocabulary.world import World

# With whatever puts one right or takes it back, whomever that is filed under.
DEATHS = """
WITH RECURSIVE died AS (
  SELECT e.id FROM record_entryabout a JOIN record_entryenvelope e ON e.id = a.envelope_id
  WHERE a.person_id = ANY(%(ids)s) AND e.type = 'death_recorded' AND e.recorded_at <= %(known)s
  UNION
  SELECT o.id FROM died JOIN record_entryenvelope o ON o.corrects_id = died.id OR o.withdraws_id = died.id
  WHERE o.recorded_at <= %(known)s
) SELECT id::text FROM died
"""


def deaths_of(ids: Sequence[str], moment: Moment, hidden: Collection[str]) -> dict[str, When]:
    """When each of those who have died did, by the entries that are not ``hidden``."""
    with connection.cursor() as cursor:
        cursor.execute(DEATHS, {"ids": list(ids), "known": moment.known_at})
        found = [id for (id,) in cursor.fetchall() if id not in hidden]
    # Of nearly everybody there is nothing more to read.
    if not found:
        return {}
    entries = read.entries_by_id(found)
    known = RecordView(World({}, {}, {}, (), tuple(entries.values())), moment)
    views = (PersonView.of(known, id) for id in ids)
    return {view.id: view.died.happened for view in views if view.died is not None}
