"""Living an invented case through in the record: its people first, then one entry at a time as each was recorded."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from holdfast.exchange.case_ids import KINDS, IdMap, internal_id
from holdfast.exchange.importer import import_world
from holdfast.record.ledger.append import write
from holdfast.record.projection import refresh
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World


def put_in(world: World, *, at: datetime) -> list[Entry]:
    """Take in everybody of a world and nothing that happened. Returns its entries as the record names them, in the order in
    which they were recorded."""
    import_world(replace(world, entries=()), origin="life", at=at)
    lists = (world.organisations, world.workers, world.people, {entry.id: entry for entry in world.entries})
    ids = {kind: {id: internal_id("life", kind, id) for id in listed} for kind, listed in zip(KINDS, lists, strict=True)}
    return sorted(IdMap(ids).world(world).entries, key=lambda entry: (entry.recorded_at, entry.arrived))


@transaction.atomic
def live(entry: Entry) -> None:
    """Record it when it was recorded, with all that follows from it, whoever has to be told by the job at once."""
    refresh.project(write([entry]), at=entry.recorded_at)
    refresh.sweep_waiting(at=entry.recorded_at)


def lived(entries: list[Entry]) -> Iterator[Entry]:
    """Each of these entries after it was recorded, with what time alone brought just before."""
    for number, entry in enumerate(entries):
        if number % 3 == 2:
            while refresh.sweep(at=entry.recorded_at):
                pass
        live(entry)
        yield entry
