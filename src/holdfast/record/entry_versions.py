"""Every version of some entries, and which of them stands."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from holdfast.engine.reference.own_row import about_named, own
from holdfast.engine.reference.version_history import VersionHistory
from holdfast.kernel.moment import Moment
from holdfast.record.ledger import entry_rows
from holdfast.record.models import EntryEnvelope
from holdfast.vocabulary.entry import Entry

# From the first version onwards, over what corrects it and what withdraws either. Two joins and not one with "or", so that each
# is found by its index; and into a list, because of "in" the database guesses so many that it goes through every entry.
CHAINS = """e.recorded_at <= %(known)s AND e.id = ANY(ARRAY(
    WITH RECURSIVE chain(id) AS (
        SELECT unnest(%(ids)s::uuid[])
        UNION
        SELECT later.id FROM chain c CROSS JOIN LATERAL (
            SELECT v.id FROM record_entryenvelope v WHERE v.corrects_id = c.id
            UNION ALL
            SELECT w.id FROM record_entryenvelope w WHERE w.withdraws_id = c.id
        ) later
    ) SELECT id FROM chain
))"""


def history_of(ids: Iterable[str], moment: Moment) -> VersionHistory:
    """These entries with all that corrects or withdraws them by the moment."""
    return VersionHistory(entry_rows.entries(CHAINS, ids=list(ids), known=moment.known_at))


def standing(id: str, moment: Moment) -> Entry | None:
    """The version that is read of the entry whose first version has this id; nothing where it was withdrawn, or is not there."""
    history = history_of([id], moment)
    first = history.by_id.get(id)
    return None if first is None else history.current(first, moment.known_at)


def first_version(entry: Entry) -> Entry:
    """The entry that this one puts right, or what that puts right; itself, where it puts nothing right."""
    seen = {entry.id}
    while entry.corrects is not None and entry.corrects not in seen:
        entry = entry_rows.entries("e.id = %(id)s::uuid", id=entry.corrects)[0]
        seen.add(entry.id)
    return entry


def is_imported(id: str) -> bool:
    """Whether a file brought the entry: its author wrote it elsewhere, before the record was kept here."""
    return EntryEnvelope.objects.filter(pk=id, imported_from__isnull=False).exists()


def versions_of(firsts: Iterable[str], moment: Moment) -> dict[str, str]:
    """Every version of these entries by its id, and the first of each: a clock names the version that began it."""
    history = history_of(firsts, moment)
    return {entry.id: history.root(entry.id) for entry in history.by_id.values() if entry.type != "entry_withdrawn"}


def as_they_stand(entries: Mapping[str, Entry], moment: Moment) -> dict[str, Entry]:
    """These entries, by the ids they have, as they were put right since. Those that were withdrawn stay as they are."""
    history = history_of(entries, moment)
    found = {}
    for id, entry in entries.items():
        now = history.current(history.by_id[id], moment.known_at) if id in history.by_id else None
        # By the first version's id, which is what everything that follows names.
        found[id] = entry if now is None else replace(now, id=id)
    return found


def for_each_child(entry: Entry) -> dict[str, Entry]:
    """An entry that says something of each child, as it reads for each: of a decision with rows, that child's own."""
    named = about_named(entry)
    return {child: own(named, child) for child in named.about}
