"""The children somebody leads or covers for, and, for somebody who is away, who has them and what has reached them since."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.duty.absence import children_held
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.worker_absence import Absence
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.concern.thread import child_name
from holdfast.pages.today.lines import briefly
from holdfast.pages.today.links import child_page
from holdfast.pages.today.mine import covered
from holdfast.record.models import EntryEnvelope
from holdfast.record.read import entries_by_id, people, world_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

REACHED = (
    "contact_received",
    "message_received",
    "voice_recorded",
    "incident_recorded",
    "missing_started",
    "stay_started",
    "police_protection_started",
    "strategy_discussion_held",
)
"""What somebody who comes back has to know first."""
SHOWN = 12


@dataclass(frozen=True)
class OwnChild:
    """A child, and who has them where it is not this worker."""

    name: str
    url: str
    says: str
    nobody: bool


@dataclass(frozen=True)
class Since:
    """Something that reached the children while somebody was away."""

    when: When
    says: str
    words: bool = False
    who: str = ""


@dataclass(frozen=True)
class Own:
    """A worker's children."""

    away: str
    children: tuple[OwnChild, ...]
    since: tuple[Since, ...]


def own(worker: str, now: Roster) -> Own | None:
    """The children of ``worker`` as staff are ``now``; nothing for somebody who has none."""
    at = now.moment.as_at
    held, standing_in = children_held(worker, now), covered(worker, now)
    if not held and not standing_in:
        return None
    absence = now.away(worker)
    persons = people({*held, *standing_in}, Moment.live(at))
    names = {id: child_name(person) for id, person in persons.items()}
    led = [_led(child, names[child], worker, now, absence) for child in held]
    covers = [
        OwnChild(names[child], child_page(child), f"You cover for {now.name(str(now.lead(child)))}", False)
        for child in standing_in
    ]
    since = _since(held, absence, at) if absence else ()
    return Own(absence.in_words() if absence else "", (*led, *covers), since)


def _led(child: str, name: str, worker: str, now: Roster, absence: Absence | None) -> OwnChild:
    if absence is None:
        return OwnChild(name, child_page(child), "You lead", False)
    cover = now.cover(worker, child)
    says = f"{now.name(cover)} covers for you" if cover else "Nobody is named to cover. Duty and your manager have what comes in."
    return OwnChild(name, child_page(child), says, cover is None)


def _since(children: tuple[str, ...], absence: Absence, at: datetime) -> tuple[Since, ...]:
    moment = Moment.live(at)
    rows = EntryEnvelope.objects.filter(
        type__in=REACHED, abouts__person__in=children, recorded_at__gte=absence.started.start, corrects__isnull=True
    )
    found = entries_by_id(str(pk) for pk in rows.distinct().order_by("-recorded_at").values_list("pk", flat=True)[:SHOWN])
    world = world_of(children, list(found.values()), moment)
    latest = sorted(found.values(), key=lambda entry: entry.recorded_at, reverse=True)[:SHOWN]
    return tuple(_reached(entry, world) for entry in latest)


def _reached(entry: Entry, world: World) -> Since:
    if entry.type == "voice_recorded":
        names, told = world.names, value(entry, "worker")
        who = f"{names.person(value(entry, 'child'))}{f', to {names.worker(told)}' if told else ''}"
        return Since(entry.happened, value(entry, "words"), words=True, who=who)
    if entry.type in ("contact_received", "message_received"):
        return Since(entry.happened, briefly(entry, world))
    return Since(entry.happened, entry.data.sentence(world.names))
