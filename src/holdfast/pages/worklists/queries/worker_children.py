"""The children somebody leads or covers for, and what has reached those of somebody who is away."""

from dataclasses import dataclass

from holdfast.access.kept_back_matters import hidden_about
from holdfast.duty.cover_proposals import children_held
from holdfast.engine.reference.in_post import Absence
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.pages.worklists.queries.waiting_work import covered
from holdfast.record.models import EntryEnvelope, Worker
from holdfast.record.read import entries_by_id, people, world_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson, World

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
class WorkerChildren:
    """``held`` are theirs, ``covered`` somebody else's who is away; ``reached`` is what came while they were away themselves."""

    worker: str
    now: Roster
    held: tuple[str, ...]
    covered: tuple[str, ...]
    absence: Absence | None
    persons: dict[str, KnownPerson]
    reached: tuple[Entry, ...]
    world: World | None


def worker_children(worker: str, now: Roster) -> WorkerChildren | None:
    """The children of ``worker`` as staff are ``now``; nothing for somebody who has none."""
    held, standing_in = children_held(worker, now), covered(worker, now)
    if not held and not standing_in:
        return None
    moment, absence = Moment.live(now.moment.as_at), now.away(worker)
    persons = people({*held, *standing_in}, moment)
    reached = _reached(worker, held, absence, moment) if absence else ()
    world = world_of(held, list(reached), moment) if absence else None
    return WorkerChildren(worker, now, held, standing_in, absence, persons, reached, world)


def _reached(worker: str, children: tuple[str, ...], absence: Absence, moment: Moment) -> tuple[Entry, ...]:
    # By when it was recorded, not by when it happened: what somebody does not know is what was written down after they had gone.
    # A correction is left out: it says again what was said before, and would look like something new.
    rows = EntryEnvelope.objects.filter(
        type__in=REACHED, abouts__person__in=children, recorded_at__gte=absence.started.start, corrects__isnull=True
    )
    found = entries_by_id(str(pk) for pk in rows.distinct().order_by("-recorded_at").values_list("pk", flat=True)[:SHOWN])
    hidden = hidden_about(children, Worker.objects.filter(pk=worker).first(), moment)
    found = {id: entry for id, entry in found.items() if id not in hidden}
    return tuple(sorted(found.values(), key=lambda entry: entry.recorded_at, reverse=True))
