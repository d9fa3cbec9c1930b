"""What stands in every family's world: the agencies, everybody who works in them, and entries about nobody, such as leave.
Each process reads them once, and again when they have changed."""

from dataclasses import dataclass, replace

from django.db import connection

from holdfast.record import models, rows
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import Organisation, Worker

# A row's xmin is the transaction that wrote it: whatever is changed, added or removed, by whom ever, changes count or sum.
PARTIES_VERSION = """
(SELECT count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) FROM record_worker) || ' ' ||
(SELECT count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) FROM record_organisation)
"""
ABOUT_NOBODY_VERSION = """
coalesce((SELECT max(sequence) FROM record_aboutnobody), 0),
(SELECT count(*) = 1 FROM record_aboutnobody WHERE sequence = %(about_nobody)s)
"""
"""The last entry about nobody, and whether the last this process has is there: what is written in a transaction that fails
is not. They are written one at a time, in the order of their sequence, so nothing comes before another later."""
VERSION = f"{PARTIES_VERSION}, {ABOUT_NOBODY_VERSION}"


@dataclass(frozen=True)
class Outside:
    """The parties at one version, and the entries about nobody up to one sequence."""

    parties: str
    last: int
    organisations: dict[str, Organisation]
    workers: dict[str, Worker]
    entries: tuple[Entry, ...]

    def since(self, last: int) -> tuple[Entry, ...]:
        """The entries about nobody that came after ``last``."""
        return tuple(entry for entry in self.entries if entry.arrived > last)


_kept: dict[str, Outside] = {}
"""By the database: tests have one for each process."""
NOTHING = Outside("", 0, {}, {}, ())


def known() -> dict[str, int]:
    """What the question ``VERSION`` is asked with."""
    return {"about_nobody": _kept.get(_database(), NOTHING).last}


def kept() -> Outside:
    """What this process read last."""
    return _kept.get(_database(), NOTHING)


def outside() -> Outside:
    """What stands in every world now."""
    return as_of(*rows.ask(f"SELECT {VERSION}", known())[0])


def as_of(parties: str, last: int, last_is_there: bool) -> Outside:
    """The same where the answer to ``VERSION`` has just been read."""
    there = _kept.get(_database(), NOTHING)
    if not last_is_there:
        there = replace(there, last=0, entries=())
    if there.parties != parties:
        there = replace(there, parties=parties, organisations=_organisations(), workers=_workers())
    if there.last < last:
        sequences = "SELECT envelope_id FROM record_aboutnobody WHERE sequence > %(since)s AND sequence <= %(last)s"
        found = rows.entries(f"e.id IN ({sequences})", since=there.last, last=last)
        there = replace(there, last=last, entries=(*there.entries, *found))
    _kept[_database()] = there
    return there


def _database() -> str:
    return str(connection.settings_dict["NAME"])


def _organisations() -> dict[str, Organisation]:
    return {row.pk: Organisation(row.pk, row.kind, row.name) for row in models.Organisation.objects.all()}


def _workers() -> dict[str, Worker]:
    return {
        row.pk: Worker(row.pk, row.name, row.organisation_id, row.role, row.manager_id) for row in models.Worker.objects.all()
    }
