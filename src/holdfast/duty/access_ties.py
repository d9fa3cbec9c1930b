"""Two ties that the duty layer knows of: who is on duty now, and whom something about this child has reached."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q

from holdfast.access.role_grants import role_of
from holdfast.duty.models import Delivery
from holdfast.duty.rota import on_shift
from holdfast.kernel.moment import Moment
from holdfast.record.models import Alert, Worker

# How long something that reached a person stays reason enough to open the child's record, if it is not open for longer: they
# have to be able to see what became of it, and must not keep a door to a family whom they helped once.
STILL_THEIRS = timedelta(days=28)

ON_DUTY_BY_TITLE = ("duty_social_worker", "emergency_duty_worker")


def on_duty(worker: str, child: str | None, moment: Moment) -> str | None:
    """On shift by the rota; where no rota is kept, by the title of their post."""
    shift = on_shift(moment.as_at)
    # A rota that is kept is believed, also when it says no: a duty title alone would open every record on every day off.
    if shift is not None:
        return "on duty now, by the rota" if worker in shift else None
    post = Worker.objects.filter(pk=worker).values_list("role", flat=True).first()
    return "on duty by their post; no rota is kept" if role_of(post).id in ON_DUTY_BY_TITLE else None


def told(worker: str, child: str | None, moment: Moment) -> str | None:
    """An alert, a concern or a message about the child has come to them: lately, or it is an alert that is still open."""
    # Asked about nobody in particular, everybody who was ever told anything would hold the tie.
    if child is None:
        return None
    open_alert = Exists(Alert.objects.filter(pk=OuterRef("matter"), ended_at__isnull=True))
    lately = Q(told_at__gt=moment.as_at - STILL_THEIRS)
    reached = Delivery.objects.filter(lately | open_alert, worker=worker, child=child, told_at__lte=moment.as_at)
    latest = reached.order_by("-told_at").first()
    return None if latest is None else f"told of {latest.get_kind_display().lower()} about the child"
