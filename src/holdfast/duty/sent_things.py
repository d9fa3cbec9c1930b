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
from holdfast.duty.models import Delivery
from holdfast.kernel.moment import Moment
from holdfast.record.models import Alert
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
    ends = Right(Cast("matter", TextField()), 10)
    rows = Delivery.objects.alias(ends=ends).filter(ends=end_of_id(written), told_at__lte=at).order_by("told_at", "id")
    things = dict.fromkeys((row.kind, row.matter, row.child_id) for row in rows)
    return next((opened for kind, matter, child in things if (opened := _opened(kind, matter, child, reader, at))), None)


def _opened(kind: str, matter: UUID, child: str | None, reader: User, at: datetime) -> SentThing | None:
    for as_kind, permission in WAYS[kind]:
        entry = str(matter) if kind in (Delivery.Kind.CONCERN, Delivery.Kind.MESSAGE) else None
        about = None if entry is not None else child
        if may(reader, permission, about, Moment.live(at), entry=entry, matter=str(matter)):
            return _as_it_is(as_kind, matter, child)
    return None


def _as_it_is(kind: str, matter: UUID, child: str | None) -> SentThing:
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
    Delivery.Kind.ROTA: (("rota", Permission.READ_ROTA_GAP),),
}
"""How each kind of thing is opened, and by what permission."""
