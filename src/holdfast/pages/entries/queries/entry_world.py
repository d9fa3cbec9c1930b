"""An entry, and the world it is read in."""

from dataclasses import dataclass

from holdfast.access.kept_back_matters import readable
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.record.models import Worker
from holdfast.record.read import entries_of, world_around, world_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.field_types import references
from holdfast.vocabulary.world import World


@dataclass(frozen=True)
class OpenedEntry:
    """An entry that somebody may read, in the world it belongs to."""

    entry: Entry
    world: World
    known: RecordView


def in_its_world(entry: Entry, reader: Worker | None, moment: Moment) -> OpenedEntry:
    """The entry among those it stands with, without what is kept back from its reader."""
    if entry.about:
        world = readable(world_around(entry.about[0], moment), reader, moment)
    else:
        # An entry about nobody has no family to be read in. Its versions are of its own type, or withdrawals.
        world = world_of((), entries_of((entry.type, "entry_withdrawn"), moment), moment)
    return OpenedEntry(entry, world, RecordView(world, moment))


def linked_entries(found: OpenedEntry, versions: list[str]) -> list[Entry]:
    """The other entries that the entry names, or that name one of its ``versions``."""
    named = {each.value for each in references(found.entry.data) if each.kind == "entry"}
    return [
        each
        for each in found.known.entries
        if each.id not in versions
        and (each.id in named or any(ref.kind == "entry" and ref.value in versions for ref in references(each.data)))
    ]


def standing_version(found: OpenedEntry) -> Entry | None:
    """The version that stands; a withdrawal stands unless it was taken back itself."""
    # As known at the moment that is read: what was put right since does not stand yet on a page of the past.
    history, known_at = found.known.history, found.known.moment.known_at
    if found.entry.withdraws is not None:
        return found.entry if history.withdrawal(found.entry, known_at) is None else None
    return history.current(history.by_id[history.root(found.entry.id)], known_at)
