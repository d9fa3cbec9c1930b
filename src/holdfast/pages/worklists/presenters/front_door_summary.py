"""The front door for those who work at it: who is on it now, who is next, and every concern that nobody has decided yet, with
whomever it is."""

from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import When, london_day
from holdfast.pages.child_names import child_name, listed
from holdfast.pages.date_phrases import clock, day
from holdfast.pages.worklists.presenters.worklist_line import briefly, danger_words, due_words, since_words, tag_of
from holdfast.pages.worklists.queries.front_door_queue import FrontDoorQueue, HeldConcern

SHOWN = 20


@dataclass(frozen=True)
class QueuedConcern:
    """A concern that is with somebody else and not decided yet."""

    id: str
    names: str
    says: str
    since: str
    with_whom: str
    due: str
    tag: str
    danger: str


@dataclass(frozen=True)
class FrontDoorSummary:
    """Who is at the front door, and what waits there."""

    now: str
    then: str
    mine: bool
    elsewhere: tuple[QueuedConcern, ...]
    count: int


def front_door_summary(queue: FrontDoorQueue, worker: str) -> FrontDoorSummary:
    """The front door for ``worker``, who works there."""
    at, here = queue.facts.at, queue.on_it
    then = ""
    if queue.next_on_it is not None and queue.next_on_it != here:
        other_day = "" if london_day(queue.changes_at) == london_day(at) else f" on {day(queue.changes_at)}"
        then = f"From {clock(queue.changes_at)}{other_day}: {queue.next_on_it.name}."
    mine = here is not None and here.pk == worker
    now = "You have the front door now." if mine else f"{here.name if here else 'Nobody'} has the front door now."
    # Somebody in danger now comes first, however long the others have waited.
    others = sorted(queue.elsewhere, key=lambda each: (not value(each.concern, "immediate_harm"), each.concern.recorded_at))
    elsewhere = tuple(_queued(each, queue) for each in others)
    return FrontDoorSummary(now, then, mine, elsewhere[:SHOWN], len(elsewhere))


def _queued(held: HeldConcern, queue: FrontDoorQueue) -> QueuedConcern:
    entry, facts = held.concern, queue.facts
    by = When.parse(facts.decide_by[entry.id]).last if entry.id in facts.decide_by else None
    return QueuedConcern(
        id=entry.id,
        names=listed([child_name(facts.persons[id]) for id in entry.about]),
        says=briefly(entry, facts.world),
        since=since_words(entry.recorded_at, facts.at, came_in=True),
        with_whom=held.worker.name if held.worker else "the on-call mailbox",
        due=due_words(by, facts.at),
        tag=tag_of(by, facts.at),
        danger=danger_words("concern", entry) if value(entry, "immediate_harm") else "",
    )
