"""Putting one thing of each kind to somebody, as the house does, and the message outside that says so."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from django.test import Client

from holdfast.access.models import User
from holdfast.duty import outbox
from holdfast.duty.contact_intake import receive
from holdfast.duty.decided_days import matter_of
from holdfast.duty.delivery import deliver
from holdfast.duty.models import Delivery, Notice, RotaGap
from holdfast.engine.responsibility.roster import Recipient
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert, Organisation, StoredClock, Worker
from holdfast.record.projection.derivation import alert_id
from holdfast.standards import STANDARDS
from tests.pages.partnership import FRIDAY, Place

LATER = FRIDAY + timedelta(minutes=1)
RULE = "CP-30"


@dataclass(frozen=True)
class Put:
    """What was put to somebody: the thing, and words that stand on its page and nowhere else."""

    matter: UUID
    words: str


def person(role: str, organisation: str, *, number: int = 0) -> User:
    """Somebody of this role who works in an organisation of their own."""
    place, _ = Organisation.objects.get_or_create(id=organisation, defaults={"kind": "agency", "name": organisation.title()})
    id = f"{role}.{organisation}.{number}"
    worker = Worker.objects.create(id=id, name=f"Robin {role}", role=role, organisation=place, email=f"{id}@example.org")
    return User.objects.create(username=id, worker=worker)


def tell(kind: Delivery.Kind, matter: UUID, child: str | None, to: User, because: str = "you are told") -> None:
    """Put it in front of them."""
    assert to.worker is not None
    told = [Recipient(to.worker.role or "", to.worker.pk, because)]
    outbox.notify(at=FRIDAY, kind=kind, matter=matter, child=child, rung=0, told=told)


def an_alert(place: Place, to: User) -> Put:
    words = f"Nobody has seen her for {uuid4().int % 10_000} days."
    ava = place.children["Ava"]
    alert = Alert.objects.create(id=uuid4(), child=ava, key=str(uuid4()), rule_id=RULE, why=words, raised_at=FRIDAY)
    tell(Delivery.Kind.ALERT, alert.pk, ava.pk, to)
    return Put(alert.pk, words)


def a_warning(place: Place, to: User) -> Put:
    ava, key = place.children["Ava"].pk, f"{RULE}/{uuid4()}"
    StoredClock.objects.create(
        child_id=ava, key=key, standard=RULE, due="2026-11-24", overdue_from=FRIDAY + timedelta(days=4), open=True
    )
    tell(Delivery.Kind.WARNING, alert_id(ava, key), ava, to)
    return Put(alert_id(ava, key), STANDARDS[RULE].title)


def a_concern(place: Place, to: User) -> Put:
    words, ava = f"He came in without shoes, {uuid4()}.", place.children["Ava"].pk
    data = {"from": {"role": "neighbour", "name": "A neighbour"}, "channel": "phone", "text": words}
    at = When.at(FRIDAY)
    taken = receive(at=FRIDAY, by=None, type="contact_received", happened=at, about=(ava,), data=data)
    matter = UUID(taken.entry.id)
    tell(Delivery.Kind.CONCERN, matter, ava, to)
    return Put(matter, words)


def a_message(place: Place, to: User, *children: str) -> Put:
    assert to.worker is not None
    words, about = f"Please bring her book on Monday, {uuid4()}.", children or (place.children["Ava"].pk,)
    data = {"for": to.worker.pk, "from": {"role": "teacher", "name": "A teacher"}, "text": words}
    taken = receive(at=FRIDAY, by=None, type="message_received", happened=When.at(FRIDAY), about=about, data=data)
    tell(Delivery.Kind.MESSAGE, UUID(taken.entry.id), about[0], to)
    return Put(UUID(taken.entry.id), words)


def an_incident(place: Place, to: User) -> Put:
    words, matter = f"{uuid4().int % 10_000} of 9,999 stored clocks are not what the entries say.", uuid4()
    tell(Delivery.Kind.RECORD, matter, None, to, words)
    return Put(matter, words)


def a_gap(place: Place, to: User) -> Put:
    starts = FRIDAY + timedelta(days=2, minutes=uuid4().int % 10_000)
    gap = RotaGap.objects.create(team="front_door", starts=starts, ends=starts + timedelta(hours=7), found_at=FRIDAY)
    tell(Delivery.Kind.ROTA, gap.pk, None, to)
    return Put(gap.pk, "Nobody is on the rota: Front door duty")


def a_task(place: Place, to: User) -> Put:
    """The day on which what was decided about a child is to happen."""
    ava, at = place.children["Ava"].pk, When.at(FRIDAY)
    data = {"from": {"role": "neighbour", "name": "A neighbour"}, "channel": "phone", "text": "He was out at ten."}
    contact = append(at=FRIDAY, by=None, type="contact_received", happened=at, about=(ava,), data=data)
    data = {"contact": contact.id, "decision": "assessment", "reasons": "See her.", "when": "2026-11-24"}
    decided = append(at=FRIDAY, by=None, type="contact_decided", happened=at, about=(ava,), data=data)
    matter = matter_of(decided.id, ava)
    tell(Delivery.Kind.TASK, matter, ava, to)
    return Put(matter, "Assessment: the day that was decided")


MAKERS: dict[str, Callable[[Place, User], Put]] = {
    Delivery.Kind.ALERT: an_alert,
    Delivery.Kind.WARNING: a_warning,
    Delivery.Kind.CONCERN: a_concern,
    Delivery.Kind.MESSAGE: a_message,
    Delivery.Kind.RECORD: an_incident,
    Delivery.Kind.ROTA: a_gap,
    Delivery.Kind.TASK: a_task,
}
"""One maker for each kind of delivery there is."""


def link_sent_to(user: User) -> str:
    """The path in the message outside that told them, as it would be tapped on a telephone."""
    deliver(at=LATER)
    assert user.worker is not None
    notice = Notice.objects.filter(worker=user.worker).latest("made_at")
    found = re.findall(r"https?://[^/\s]+(/r/HF-\w{4}-\w{4}/)", notice.body)
    assert found, f"the message leads nowhere: {notice.body}"
    return str(found[-1])


def signed_in(user: User) -> Client:
    """A browser in which they are signed in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
