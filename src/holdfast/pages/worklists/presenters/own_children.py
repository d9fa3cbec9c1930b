"""The children somebody leads or covers for, and, for somebody who is away, who has them and what has reached them since."""

from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import When
from holdfast.pages.child_names import child_name
from holdfast.pages.entries.links import child_url
from holdfast.pages.worklists.presenters.worklist_line import briefly
from holdfast.pages.worklists.queries.worker_children import WorkerChildren
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World


@dataclass(frozen=True)
class OwnChild:
    """A child, and who has them where it is not this worker."""

    name: str
    url: str
    says: str
    nobody: bool


@dataclass(frozen=True)
class ReachedSince:
    """Something that reached the children while somebody was away."""

    when: When
    says: str
    words: bool = False
    who: str = ""


@dataclass(frozen=True)
class OwnChildren:
    """A worker's children."""

    away: str
    children: tuple[OwnChild, ...]
    since: tuple[ReachedSince, ...]


def own_children(found: WorkerChildren) -> OwnChildren:
    """The worker's own children, then those of others."""
    led = [_led(child, found) for child in found.held]
    # By the lead's name: whoever covers for two colleagues has to know for whom.
    covers = [
        OwnChild(_name(child, found), child_url(child), f"You cover for {found.now.name(str(found.now.lead(child)))}", False)
        for child in found.covered
    ]
    since = [_reached(entry, found.world) for entry in found.reached] if found.world is not None else []
    return OwnChildren(found.absence.in_words() if found.absence else "", (*led, *covers), tuple(since))


def _name(child: str, found: WorkerChildren) -> str:
    return child_name(found.persons[child])


def _led(child: str, found: WorkerChildren) -> OwnChild:
    name, address = _name(child, found), child_url(child)
    if found.absence is None:
        return OwnChild(name, address, "You lead", False)
    cover = found.now.cover(found.worker, child)
    if cover is None:
        return OwnChild(name, address, "Nobody is named to cover. Duty and your manager have what comes in.", True)
    return OwnChild(name, address, f"{found.now.name(cover)} covers for you", False)


def _reached(entry: Entry, world: World) -> ReachedSince:
    # What a child said is never put into a sentence of ours.
    if entry.type == "voice_recorded":
        names, told = world.names, value(entry, "worker")
        who = f"{names.person(value(entry, 'child'))}{f', to {names.worker(told)}' if told else ''}"
        return ReachedSince(entry.happened, value(entry, "words"), words=True, who=who)
    if entry.type in ("contact_received", "message_received"):
        return ReachedSince(entry.happened, briefly(entry, world))
    return ReachedSince(entry.happened, entry.data.sentence(world.names))
