"""What was put to people, found by the reference that stands on its page, in a receipt and in the message outside."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast, Right

from holdfast.access.decide import may
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.duty.clocks_soon_due import clock_of
from holdfast.duty.decided_days import days_ahead
from holdfast.duty.models import Delivery
from holdfast.kernel.moment import Moment
from holdfast.record.models import Alert, EntryEnvelope
from holdfast.vocabulary.contact_reference import end_of_id, reference_in


@dataclass(frozen=True)
class SentThing:
    """One thing that was put to people. ``kind`` is a kind of delivery, or ``own_concern`` where the reader reported it; ``over``
    says that there is no page of it any more, because it was done or what was known was put right."""

    kind: str
    matter: UUID
    child: str | None
    over: bool = False


def find_by_reference(text: str, reader: User, at: datetime) -> SentThing | None:
    """The thing with the reference that somebody typed, where ``reader`` may open it. One that is not theirs is not found: that
    it is there would tell something."""
    written = reference_in(text)
    if written is None:
        return None
    ends = end_of_id(written)
    # What came in with a file or a ledger was never put to anybody here, and its sender reads its reference all the same.
    things = dict.fromkeys((*_put_to_people(ends, at), *_came_in(ends, at)))
    return next((opened for kind, matter, child in things if (opened := _opened(kind, matter, child, reader, at))), None)


def _put_to_people(ends: str, at: datetime) -> list[tuple[str, UUID, str | None]]:
    rows = Delivery.objects.alias(ends=Right(Cast("matter", TextField()), 10)).filter(ends=ends, told_at__lte=at)
    return [(row.kind, row.matter, row.child_id) for row in rows.order_by("told_at", "id")]


CAME_IN = {"contact_received": Delivery.Kind.CONCERN, "message_received": Delivery.Kind.MESSAGE}
"""As what each type of what came in is put to people."""


def _came_in(ends: str, at: datetime) -> list[tuple[str, UUID, str | None]]:
    rows = EntryEnvelope.objects.alias(ends=Right(Cast("id", TextField()), 10)).filter(
        ends=ends, type__in=["contact_received", "message_received"], corrects__isnull=True, recorded_at__lte=at
    )
    found = [(CAME_IN[row.type], row.pk, row.abouts.order_by("position").first()) for row in rows]
    return [(str(kind), matter, about.person_id if about else None) for kind, matter, about in found]


def _opened(kind: str, matter: UUID, child: str | None, reader: User, at: datetime) -> SentThing | None:
    for as_kind, permission in WAYS[kind]:
        entry = str(matter) if kind in (Delivery.Kind.CONCERN, Delivery.Kind.MESSAGE) else None
        about = None if entry is not None else child
        if may(reader, permission, about, Moment.live(at), entry=entry, matter=str(matter)):
            return _as_it_is(as_kind, matter, child, at)
    return None


def _as_it_is(kind: str, matter: UUID, child: str | None, at: datetime) -> SentThing:
    if kind == Delivery.Kind.TASK:
        return SentThing(kind, matter, child, over=matter not in days_ahead([str(child)], Moment.live(at)))
    if kind not in (Delivery.Kind.ALERT, Delivery.Kind.WARNING):
        return SentThing(kind, matter, child)
    # A warning is an alert under the same reference once it is late.
    if Alert.objects.filter(pk=matter).exists():
        return SentThing(str(Delivery.Kind.ALERT), matter, child)
    waits = kind == Delivery.Kind.WARNING and clock_of(matter, child) is not None
    return SentThing(kind, matter, child, over=not waits)


WAYS: dict[str, tuple[tuple[str, Permission], ...]] = {
    Delivery.Kind.ALERT: (("alert", Permission.READ_ALERT),),
    Delivery.Kind.WARNING: (("warning", Permission.READ_ALERT),),
    Delivery.Kind.CONCERN: (("concern", Permission.READ_CONCERN), ("own_concern", Permission.SEE_OWN_CONCERN)),
    Delivery.Kind.MESSAGE: (("message", Permission.READ_MESSAGE),),
    Delivery.Kind.RECORD: (("record", Permission.READ_INCIDENT),),
    Delivery.Kind.TASK: (("task", Permission.READ_ALERT),),
    Delivery.Kind.ROTA: (("rota", Permission.READ_ROTA_GAP),),
}
"""How each kind of thing is opened, and by what permission."""
