"""Every version of some entries, and which of them stands."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from holdfast.engine.reference.entry_fields import value
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


VERSIONS = """e.recorded_at <= %(known)s AND (e.id = ANY(%(before)s::uuid[]) OR e.corrects_id = ANY(%(ids)s::uuid[])
    OR e.withdraws_id = ANY(%(ids)s::uuid[]))"""


def with_versions(entries: Iterable[Entry], moment: Moment) -> list[Entry]:
    """These entries with all that put them right, or that they put right, whoever those are about, in the order of arrival."""
    new = list(entries)
    every = {entry.id: entry for entry in new}
    while new:
        before = [entry.corrects for entry in new if entry.corrects]
        ids = [entry.id for entry in new]
        versions = entry_rows.entries(VERSIONS, before=before, ids=ids, known=moment.known_at)
        new = [entry for entry in versions if entry.id not in every]
        every |= {entry.id: entry for entry in new}
    return sorted(every.values(), key=lambda entry: entry.arrived)


def standing_that_name(field: str, named: Iterable[str], types: tuple[str, ...], moment: Moment) -> dict[str, list[Entry]]:
    """The entries of these types that name each of these in ``field`` as they stand, by what they name, in the order in which
    they were first recorded. What was withdrawn, or was put right to name another, is none of them."""
    wanted = [str(each) for each in named]
    rows = EntryEnvelope.objects.filter(
        **{"type__in": types, f"body__data__{field}__in": wanted, "recorded_at__lte": moment.known_at}
    )
    ids = [str(pk) for pk in rows.values_list("pk", flat=True)] if wanted else []
    entries = with_versions(entry_rows.entries("e.id = ANY(%(ids)s::uuid[])", ids=ids), moment) if ids else []
    history, found = VersionHistory(entries), dict[str, list[Entry]]()
    for first in entries:
        now = history.current(first, moment.known_at) if first.type in types and first.corrects is None else None
        if now is not None and str(value(now, field)) in wanted:
            found.setdefault(str(value(now, field)), []).append(now)
    return found


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
    """These entries, by the ids they have and from when they came, as they were put right since. Those that were withdrawn stay
    as they are."""
    history = history_of(entries, moment)
    found = {}
    for id, entry in entries.items():
        now = history.current(history.by_id[id], moment.known_at) if id in history.by_id else None
        # By the first version's id, which is what everything that follows names.
        found[id] = entry if now is None else replace(now, id=id, recorded_at=entry.recorded_at)
    return found


def for_each_child(entry: Entry) -> dict[str, Entry]:
    """An entry that says something of each child, as it reads for each: of a decision with rows, that child's own."""
    named = about_named(entry)
    return {child: own(named, child) for child in named.about}
