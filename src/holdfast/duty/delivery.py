"""Messages outside Holdfast: that something is waiting and where, never about whom.

What somebody has been told waits here until the next minute and goes out as one message for each person, so that a busy
minute, or ten years of history read in at once, is not a flood. A message is marked as being sent before the outside is
asked, and carries its own id as its reference, so that after a stop we ask what became of it and never send it twice.
"""

from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet

from holdfast.duty.message_gateway import GatewayFailed, GatewayReceipt, MessageGateway
from holdfast.duty.models import Delivery, Notice
from holdfast.vocabulary.contact_reference import path_to, reference

SUBJECT = "Something needs you in Holdfast"
URGENT_ROLES = ("edt", "duty_social_worker", "manager_on_call")
STUCK_AFTER = timedelta(minutes=2)
ATTEMPTS = 5
LONGEST_REFERENCES = 5

log = structlog.get_logger("holdfast.duty.delivery")


class LocalGateway:
    """The default: the message stays here, where it can be read, and the log says that there is one."""

    name = "outbox"

    def send(self, notice: Notice) -> GatewayReceipt:
        """Kept. The log has the id and never the address or the words."""
        log.info("notice kept in the outbox", notice=str(notice.pk), channel=notice.channel)
        return GatewayReceipt("")

    def find(self, notice: Notice) -> GatewayReceipt | None:
        """Never in doubt: keeping it and marking it are one step."""
        return None


def message_gateway() -> MessageGateway:
    """GOV.UK Notify where there is a key for it, else the outbox."""
    if not settings.NOTIFY_API_KEY:
        return LocalGateway()
    # Only where there is a key: the client brings a library that nobody else needs in memory.
    from holdfast.duty.notify_client import Notify

    return Notify.from_settings()


def deliver(*, at: datetime) -> int:
    """Bundle what people were told into messages and send them. Safe to stop anywhere and run again. Returns how many went."""
    gather(at=at)
    by = message_gateway()
    # One that has been "being sent" for two minutes was left by a worker who was stopped between asking and hearing.
    waiting = Notice.objects.filter(Q(status="waiting") | Q(status="sending", tried_at__lt=at - STUCK_AFTER)).order_by("made_at")
    return sum(send_one(notice, by, at=at) for notice in waiting)


def gather(*, at: datetime) -> list[Notice]:
    """One message for each person with something new."""
    new = _due(at).values_list("worker_id", flat=True).distinct()
    return [notice for worker in list(new.order_by("worker_id")) if (notice := _gather_for(worker, at)) is not None]


def _due(at: datetime) -> QuerySet[Delivery]:
    # Nobody's telephone goes at one in the morning about what waits until they are at work: of what cannot, others were told.
    return Delivery.objects.filter(Q(from_at__isnull=True) | Q(from_at__lte=at), gathered_at__isnull=True)


@transaction.atomic
def _gather_for(worker: str | None, at: datetime) -> Notice | None:
    # Whoever another worker has in hand is passed over and not waited for: they are in that worker's message.
    waiting = _due(at).select_for_update(skip_locked=True, of=("self",)).filter(worker=worker)
    rows = list(waiting.select_related("worker").order_by("told_at", "id"))
    if not rows:
        return None
    notice = None
    if (where := _address(rows)) is not None:
        channel, to = where
        notice = Notice.objects.create(worker_id=worker, channel=channel, to=to, subject=SUBJECT, body=_body(rows), made_at=at)
    # Without an address the list in Holdfast is all there is, and a later minute need not look again.
    Delivery.objects.filter(pk__in=[row.pk for row in rows]).update(notice=notice, gathered_at=at)
    return notice


def _address(rows: list[Delivery]) -> tuple[Notice.Channel, str] | None:
    worker = rows[0].worker
    if worker is None:
        return Notice.Channel.EMAIL, settings.ON_CALL_MAILBOX
    # A text reaches somebody who is driving between families; what an import carried in is history and can wait for e-mail.
    urgent = any(row.role in URGENT_ROLES and not row.carried_in for row in rows)
    if worker.phone and (urgent or not worker.email):
        return Notice.Channel.TEXT, worker.phone
    return (Notice.Channel.EMAIL, worker.email) if worker.email else None


def _body(rows: list[Delivery]) -> str:
    """How many things wait, and where each of the first of them opens, by its reference."""
    # Never a child's name, nor what it is about: a phone lies on a table, and a gateway keeps what it took.
    first = list(dict.fromkeys(str(row.matter) for row in rows))
    what = "Something needs" if len(first) == 1 else f"{len(first)} things need"
    opens = [f"Open it: {settings.ORIGIN}{path_to(reference(matter))}" for matter in first[:LONGEST_REFERENCES]]
    lines = [f"{what} you in Holdfast.", *opens]
    if len(first) > LONGEST_REFERENCES:
        lines.append(f"And {len(first) - LONGEST_REFERENCES} more: {settings.ORIGIN}/")
    if any(row.incident for row in rows):
        lines.insert(1, "Nobody at work could be found to tell, and that is an incident. Please find somebody now.")
    return "\n".join(lines)


def send_one(notice: Notice, by: MessageGateway, *, at: datetime) -> bool:
    """Send one message, or find out that it went. ``False`` when it could not go now."""
    # Marked and committed before the outside is asked: a worker that is killed in between leaves a mark that says it may have
    # gone, so that it is neither forgotten nor sent twice. And nothing is locked while the outside takes its time.
    with transaction.atomic():
        held = Notice.objects.select_for_update(skip_locked=True).filter(pk=notice.pk).first()
        if held is None or held.status not in ("waiting", "sending"):
            return False
        if held.status == "sending" and held.tried_at is not None and held.tried_at > at - STUCK_AFTER:
            return False
        # It may have gone, and we were stopped, or the answer was lost on its way back: then it is asked for and not sent again.
        tried_before = held.attempts > 0
        held.status, held.tried_at, held.attempts = "sending", at, held.attempts + 1
        held.save(update_fields=["status", "tried_at", "attempts"])
    try:
        went = (by.find(held) if tried_before else None) or by.send(held)
    except GatewayFailed as failure:
        _not_sent(held, failure)
        return False
    Notice.objects.filter(pk=held.pk).update(status="sent", sent_at=at, carrier=by.name, carrier_reference=went.reference)
    return True


def _not_sent(notice: Notice, failure: GatewayFailed) -> None:
    """Try again next minute, or give up and say so. It stays in front of the person in Holdfast either way."""
    given_up = failure.for_good or notice.attempts >= ATTEMPTS
    log.warning("notice not sent", notice=str(notice.pk), given_up=given_up)
    Notice.objects.filter(pk=notice.pk).update(status="failed" if given_up else "waiting", failed_why=str(failure)[:300])
