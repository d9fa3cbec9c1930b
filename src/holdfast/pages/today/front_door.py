"""The front door for those who work at it: who is on it now, who is next, and every concern that nobody has decided yet, with
whomever it is."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.contact_routing import undecided, who_has
from holdfast.duty.rota import front_door, next_change
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, london_day
from holdfast.pages.concern.thread import child_name, listed
from holdfast.pages.date_phrases import clock, day
from holdfast.pages.today.lines import briefly, decisions_due, due_words, since_words, tag_of
from holdfast.record.read import entries_by_id, people, world_of

SHOWN = 20


@dataclass(frozen=True)
class Elsewhere:
    """A concern that is with somebody else and not decided yet."""

    id: str
    names: str
    says: str
    since: str
    with_whom: str
    due: str
    tag: str


@dataclass(frozen=True)
class FrontDoor:
    """Who is at the front door, and what waits there."""

    now: str
    then: str
    mine: bool
    elsewhere: tuple[Elsewhere, ...]
    count: int


def at_the_front_door(worker: str, at: datetime) -> FrontDoor:
    """The front door at ``at``, for ``worker`` who works there."""
    has, change = front_door(at), next_change(at)
    then = ""
    if change is not None and change[1].worker is not None and change[1].worker != has.worker:
        when = change[0]
        other_day = "" if london_day(when) == london_day(at) else f" on {day(when)}"
        then = f"From {clock(when)}{other_day}: {change[1].worker.name}."
    mine = has.worker is not None and has.worker.pk == worker
    now = "You have the front door now." if mine else f"{has.worker.name if has.worker else 'Nobody'} has the front door now."
    elsewhere = _elsewhere(worker, at)
    return FrontDoor(now, then, mine, elsewhere[:SHOWN], len(elsewhere))


def _elsewhere(worker: str, at: datetime) -> tuple[Elsewhere, ...]:
    came = [entry for entry in entries_by_id(str(each) for each in undecided(at)).values() if entry.type == "contact_received"]
    held = {entry.id: who_has(entry=entry, at=at).held for entry in came}
    others = [entry for entry in came if held[entry.id].worker is None or held[entry.id].worker.pk != worker]  # type: ignore[union-attr]
    persons = people({person for entry in others for person in entry.about}, Moment.live(at))
    world, due = world_of((), (), Moment.live(at)), decisions_due([entry.id for entry in others])
    found = []
    for entry in sorted(others, key=lambda each: (not value(each, "immediate_harm"), each.recorded_at)):
        has, by = held[entry.id].worker, When.parse(due[entry.id]).last if entry.id in due else None
        found.append(
            Elsewhere(
                id=entry.id,
                names=listed([child_name(persons[id]) for id in entry.about]),
                says=briefly(entry, world),
                since=since_words(entry.recorded_at, at, came_in=True),
                with_whom=has.name if has else "the on-call mailbox",
                due=due_words(by, at),
                tag=tag_of(by, at),
            )
        )
    return tuple(found)
