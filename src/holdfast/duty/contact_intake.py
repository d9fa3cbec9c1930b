"""What comes in from outside is put in the record and with a person who is there, in one step; and is moved on when that person
has gone. What was addressed to somebody who is away goes to people in post, and the record says so. What nobody has decided is at
every hour with somebody who is there."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, cast
from uuid import UUID, uuid5

from django.db import transaction

from holdfast.access.kept_back_matters import is_withheld
from holdfast.duty.contact_about_nobody import add_unknown_child, take_on_unknown
from holdfast.duty.contact_assignee import STILL_WATCHED, ContactAssignment, open_matters, recorded_assignee
from holdfast.duty.models import Delivery
from holdfast.duty.outbox import notify
from holdfast.duty.outcome_tasks import still_owed
from holdfast.duty.rota import Assignee, first_recipient, route, staffing_roster, those_who_may_know
from holdfast.engine.responsibility.contact_route import waits_for_nobody
from holdfast.engine.responsibility.roster import Recipient, Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.entry_versions import as_they_stand
from holdfast.record.ledger.append import append
from holdfast.record.locks import lock_in_order
from holdfast.record.models import EntryEnvelope, Organisation, Worker
from holdfast.record.models.person_facts import new_id
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.about_whom import COMES_IN
from holdfast.vocabulary.contact_reference import source_of
from holdfast.vocabulary.contact_text import CHANNEL, ContactPart, apart
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import ContactReceived
from holdfast.vocabulary.kept_back import KeptBackReason
from holdfast.vocabulary.kept_from import KeptFrom

ON_DUTY_ROLES = ("duty_social_worker", "edt", "manager_on_call")

ComesIn = Literal["contact_received", "message_received"]


GOES = ("absence_started", "worker_ended", "worker_leaving", "post_left")
"""What says that somebody is away or gone."""


@transaction.atomic
def receive(
    *,
    at: datetime,
    by: Worker | None,
    type: ComesIn,
    happened: When,
    about: Sequence[str],
    data: Mapping[str, Any],
    id: UUID | str | None = None,
    organisation: Organisation | None = None,
    source: str | None = None,
) -> ContactAssignment:
    """Record a concern, or a message for one worker, and put it with somebody who is there, in one step. Sending it again with
    the same ``id`` changes nothing. Either about nobody is about an unknown child."""
    id = id or new_id()
    # Before the unknown child is looked for: a phone that sends one concern twice would otherwise add them twice.
    lock_in_order([str(id)])
    if not about:
        about = (add_unknown_child(id, at=at, by=by),)
    entry = append(
        at=at,
        by=by,
        type=type,
        happened=happened,
        about=about,
        data=data,
        id=id,
        organisation=organisation,
        source=source,
    )
    return assign(at=at, entry=entry)


@transaction.atomic
def assign(*, at: datetime, entry: Entry, again: bool = False) -> ContactAssignment:
    """Put a concern or message with somebody who is there. Once is enough, unless ``again``: whoever had it has gone."""
    # Two presses of a button, or the minute's work and somebody's absence, may want to place the same matter at once: the second
    # waits here and then finds it placed. Without the lock both would see no delivery and two people would be told it is theirs.
    lock_in_order([entry.id])
    before = recorded_assignee(entry=entry, at=at) if Delivery.objects.filter(matter=entry.id).exists() else None
    if before is not None and not again:
        return before
    child = next(iter(entry.about), None)
    # Before anybody is told: whoever must not know is nobody's choice to tell.
    if before is None:
        keep_back_from(entry, at=at)
    way = route(entry, child, at=at)
    has = first_recipient(way.told)
    if before is None or (has.worker is not None and has.worker != before.assignee.worker):
        _record(entry, has, at, first=before is None, passed_on=way.absent is not None or before is not None)
    if before is not None and has.worker is None and before.assignee.worker is not None:
        # The mailbox may have had it before: this is a new incident, and it is told again.
        again_there = Delivery.objects.filter(matter=entry.id, worker__isnull=True)
        # Its row is there already and one mailbox is told once for each rung, so the row is made new rather than added to.
        again_there.update(told_at=at, because=has.because[:500], gathered_at=None, notice=None)
    kind = Delivery.Kind.CONCERN if entry.type == "contact_received" else Delivery.Kind.MESSAGE
    notify(at=at, kind=kind, matter=entry.id, child=child, rung=0, told=way.told)
    return ContactAssignment(entry, has, way.absent)


def keep_back_from(contact: Entry, *, at: datetime) -> None:
    """Where whoever told us said who must not know of it, that is what the record holds, and governs what is shown to whom."""
    kept_from = _kept_from(contact)
    if not contact.about or kept_from is None:
        return
    data = {
        "what": "That somebody told us, and what they told us.",
        "entry": contact.id,
        "why": KeptBackReason.NOT_SAID.value,
        "said_by": _sender(contact),
        **kept_from.written(),
    }
    _say(contact, at, "kept_back", data, "kept back")


def _kept_from(contact: Entry) -> KeptFrom | None:
    """From whom to keep it: by the field, as far as somebody was asked who is meant; else by the words that stand in its text."""
    if not isinstance(contact.data, ContactReceived):
        return None
    parts = apart(contact.data.text) or ()
    said = next((each.said for each in parts if each.part is ContactPart.NOT_TO_KNOW), "").strip()
    kept_from = KeptFrom.of(contact.data.kept_from or (), contact.data.outsiders or (), said)
    return kept_from if kept_from.parties else None


def as_it_stands(entry: Entry, at: datetime) -> Entry:
    """A concern or message by the id it came with, as it was put right since: about whom, and what it says."""
    # Everything that follows names the first version, and is said about the children it is about now.
    return as_they_stand({entry.id: entry}, Moment.live(at))[entry.id] if entry.type in COMES_IN else entry


def take_on_contacts_about_nobody(*, at: datetime) -> None:
    """Put every concern and message about nobody, however it came to be so, with somebody at work, as about an unknown child."""
    for contact in take_on_unknown(at=at):
        # Old history that an import brings in has its clocks, which climb; it is no concern that came in tonight.
        if contact.recorded_at > at - STILL_WATCHED:
            assign(at=at, entry=as_it_stands(contact, at))


def _record(entry: Entry, has: Assignee, at: datetime, *, first: bool, passed_on: bool) -> None:
    """Say in the record who has it, that it arrived, and that it was passed on from somebody who is away."""
    to = [worker.pk for worker in (has.worker, *has.copied) if worker is not None]
    if entry.type == "contact_received":
        # The turn makes an id that is the same when the step is tried again and another when somebody has it a second time.
        turn = EntryEnvelope.objects.filter(type="contact_assigned", body__data__contact=entry.id).count()
        if has.worker is not None:
            _say(entry, at, "contact_assigned", {"contact": entry.id, "worker": has.worker.pk}, f"assigned {turn}")
        if first:  # also where only the mailbox has it: that it arrived is true, and whoever sent it is owed as much
            _say(entry, at, "contact_acknowledged", {"contact": entry.id, "to": [_sender(entry)]}, "acknowledged")
    # Not where only the mailbox has it: an entry about being passed on names to whom, and there is nobody to name.
    if passed_on and to:
        turn = EntryEnvelope.objects.filter(type="message_rerouted", body__data__message=entry.id).count()
        _say(entry, at, "message_rerouted", {"message": entry.id, "to": to}, f"rerouted {turn}")


def _say(entry: Entry, at: datetime, type: str, data: Mapping[str, Any], turn: str) -> None:
    # By nobody: it is what the duty layer did, and whoever sent the concern did not choose who has it.
    append(at=at, by=None, type=type, happened=When.at(at), about=entry.about, data=data, id=uuid5(UUID(entry.id), turn))


def _sender(contact: Entry) -> str:
    """To whom receipt goes, as exactly as it was said who told us."""
    sent = cast(ContactReceived, contact.data).from_
    return str(sent.worker or sent.organisation or sent.name or sent.role)


def record_child_words(*, at: datetime, by: Worker, child: str, words: str, id: UUID | str, contact: str) -> None:
    """Record the child's own words that came with what is sent as ``id``, beside the ``contact`` they belong to."""
    append(
        at=at,
        by=by,
        type="voice_recorded",
        happened=When.at(at),
        about=(child,),
        data={"child": child, "how": "words", "words": words, "worker": by.pk},
        id=uuid5(UUID(str(id)), "voice"),
        source=source_of(contact),
    )


def sender_of(worker: Worker) -> dict[str, object]:
    """A worker, as the record says whom something is from."""
    sender = {"name": worker.name, "role": worker.role or "professional", "worker": worker.pk}
    return sender | ({"organisation": worker.organisation_id} if worker.organisation_id else {})


def contact_data(worker: Worker, *, text: str, immediate: bool | None, kept_from: KeptFrom | None = None) -> dict[str, object]:
    """The data of a concern from somebody who works here with children."""
    data: dict[str, object] = {"from": sender_of(worker), "channel": CHANNEL, "text": text}
    if kept_from is not None and kept_from.parties:
        data |= {name: value for name, value in kept_from.written("kept_from").items() if name != "said_as"}
    # Nobody knows is not no: what was not answered is left out, and a rule that asks gets an unknown.
    return data if immediate is None else {**data, "immediate_harm": immediate}


def reassign_from_absent(*, at: datetime) -> int:
    """Move what is waiting with somebody who has gone, or unopened with somebody who has gone home, to somebody who is there;
    and where it stays with them, see that somebody on duty knows."""
    # One roster of all the staff for every matter: who is at work does not hang on the child, and this is asked every minute.
    now = staffing_roster(at)
    moved = 0
    # With what is left of a decided one: the call to whoever told us must not stay with somebody who has gone.
    for matter in (*open_matters(at), *still_owed(at)):
        entry = as_it_stands(entry_by_id(str(matter)), at)
        if _has_gone(recorded_assignee(entry=entry, at=at).assignee, entry, now):
            assign(at=at, entry=entry, again=True)
            moved += 1
        elif waits_for_nobody(entry):
            _on_duty_knows(entry, now, at)
    return moved


def _on_duty_knows(entry: Entry, now: Roster, at: datetime) -> None:
    """Tell whoever is on duty too, where nobody who was told is there at this hour."""
    rows = list(Delivery.objects.filter(matter=entry.id).order_by("told_at", "id"))
    told = [Recipient(row.role, row.worker_id, row.because) for row in rows]
    known = {each.worker for each in told}
    more = [each for each in now.reaching(told, urgent=True) if each.worker not in known]
    more = [each for each in those_who_may_know(more, [entry.id], rows[0].child_id, now) if each.worker not in known]
    if more:
        notify(at=at, kind=Delivery.Kind(rows[0].kind), matter=entry.id, child=rows[0].child_id, rung=0, told=more)


def reassign_if_absence(entry: Entry, *, at: datetime) -> None:
    """Where an entry says that somebody is away or gone, move what waits for them to somebody at work; after any other do
    nothing."""
    # By every command that can record one, in its own transaction: between an absence that stands and work that has not
    # moved yet, a concern would be with nobody.
    if entry.type in GOES:
        reassign_from_absent(at=at)


def _has_gone(has: Assignee, entry: Entry, now: Roster) -> bool:
    if has.worker is None:  # with the mailbox: each minute looks for the first who comes back
        return True
    if not now.in_post(has.worker.pk):
        return True
    # Somebody said since that they must not know of it. It is theirs no longer.
    if is_withheld(entry, has.worker, now.moment):
        return True
    # The hour at which they go home moves what cannot wait, or was theirs only because they were on duty, and what nobody has
    # opened. Whoever has opened it has begun to think about a child, and keeps it until they pass it on themselves.
    if now.reached(has.worker.pk, urgent=True) or not (waits_for_nobody(entry) or has.role in ON_DUTY_ROLES):
        return False
    return not Delivery.objects.filter(matter=entry.id, worker=has.worker, read_at__isnull=False).exists()
