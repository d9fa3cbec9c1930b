"""Whom what is kept back reaches: those it is said about, and everybody whom the entry that is kept back, in any of its versions,
is about."""

from collections.abc import Iterable

from holdfast.kernel.moment import Moment
from holdfast.record.ledger import entry_rows
from holdfast.record.read import entries_about_of
from holdfast.vocabulary.entry import Entry

KEPT_BACK = ("kept_back", "kept_back_ended", "entry_withdrawn")

# By what it points at and not only by whom it was said about: an entry about two brothers is kept back in the words of one
# record, and one that was put right to be about somebody else says the same words there.
POINTING = """
SELECT DISTINCT a.person_id FROM record_entrybody b JOIN record_entryabout a ON a.envelope_id = b.envelope_id
JOIN record_entryenvelope e ON e.id = b.envelope_id
WHERE b.data ? 'entry' AND b.data ? 'from' AND e.type = 'kept_back' AND e.recorded_at <= %(known)s
  AND b.data ->> 'entry' = ANY(ARRAY(
    SELECT envelope_id::text FROM record_entryabout WHERE person_id = ANY(%(people)s::varchar[])
    UNION SELECT envelope_id::text FROM record_movedentry WHERE person_id = ANY(%(people)s::varchar[])))
"""
WHOSE = """
SELECT person_id FROM record_entryabout WHERE envelope_id = ANY(%(ids)s::uuid[])
UNION SELECT person_id FROM record_movedentry WHERE envelope_id = ANY(%(ids)s::uuid[])
"""


def kept_back_near(people: Iterable[str], moment: Moment) -> list[Entry]:
    """Every entry that keeps something back about these people, or an entry about one of them, and whatever ends
    that."""
    asked = list(dict.fromkeys(people))
    if not asked:
        return []
    further = [person for (person,) in entry_rows.ask(POINTING, {"people": asked, "known": moment.known_at})]
    return entries_about_of(dict.fromkeys((*asked, *further)), KEPT_BACK, moment)


def people_of(entries: Iterable[str]) -> tuple[str, ...]:
    """Everybody whom these entries are about, in any version."""
    ids = list(dict.fromkeys(entries))
    return tuple(person for (person,) in entry_rows.ask(WHOSE, {"ids": ids})) if ids else ()
