"""Who is at the front door, who is next, and the concerns that nobody has decided yet and that are with somebody else."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.access.kept_back_matters import is_withheld
from holdfast.duty.alerts import told_to
from holdfast.duty.contact_assignee import current_assignee, open_matters
from holdfast.duty.rota import front_door, next_change, staffing_roster
from holdfast.kernel.moment import Moment
from holdfast.pages.worklists.queries.line_facts import LineFacts, decisions_due
from holdfast.record.contact_sender import as_confirmed
from holdfast.record.entry_versions import as_they_stand
from holdfast.record.models import Worker
from holdfast.record.read import entries_by_id, people, world_of
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class HeldConcern:
    """A concern, and who has it; the on-call mailbox where nobody has."""

    concern: Entry
    worker: Worker | None


@dataclass(frozen=True)
class FrontDoorQueue:
    """``next_on_it`` takes over at ``changes_at``, where the rota says so."""

    on_it: Worker | None
    next_on_it: Worker | None
    changes_at: datetime
    elsewhere: tuple[HeldConcern, ...]
    facts: LineFacts


def front_door_queue(worker: str, at: datetime) -> FrontDoorQueue:
    """The front door at ``at``, for ``worker`` who works there."""
    # No rota says nothing about who is next. Then nothing is said, rather than that nobody is.
    change = next_change(at)
    changes_at, next_on_it = (change[0], change[1].worker) if change is not None else (at, None)
    moment = Moment.live(at)
    entries = entries_by_id(str(each) for each in open_matters(at))
    reader = Worker.objects.filter(pk=worker).first()
    contacts = {id: each for id, each in entries.items() if each.type == "contact_received"}
    stand = as_confirmed(as_they_stand(contacts, moment), moment)
    came = [each for each in stand.values() if not is_withheld(each, reader, moment)]
    now = staffing_roster(at)
    # What was put to the worker stands at the top of their own list already, whoever else has it too.
    own = {str(row.matter) for row in told_to(worker, at)}
    others = [entry for entry in came if entry.id not in own]
    elsewhere = tuple(HeldConcern(entry, current_assignee(entry=entry, at=at, now=now).assignee.worker) for entry in others)
    concerns = {each.concern.id: each.concern for each in elsewhere}
    persons = people({person for entry in concerns.values() for person in entry.about}, moment)
    facts = LineFacts(at, concerns, persons, world_of((), (), moment), decisions_due(list(concerns), moment), {})
    return FrontDoorQueue(front_door(at).worker, next_on_it, changes_at, elsewhere, facts)
