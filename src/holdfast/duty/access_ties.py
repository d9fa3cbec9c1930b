"""What the duty layer knows of ties: who is on duty now, whom something about this child has reached, and whose one alert,
concern or message is."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from holdfast.duty.clocks_soon_due import clock_of
from holdfast.duty.contact_assignee import settled
from holdfast.duty.decided_days import days_ahead
from holdfast.duty.escalation_job import ladder_of
from holdfast.duty.models import Delivery
from holdfast.duty.rota import roster, roster_among
from holdfast.engine.responsibility.shifts import DUTY_TEAMS
from holdfast.kernel.moment import Moment
from holdfast.record.models import Alert

# How long something that reached a person stays reason enough to open the child's record, if it is not open for longer: they
# have to be able to see what became of it, and must not keep a door to a family whom they helped once.
STILL_THEIRS = timedelta(days=28)


def on_duty(worker: str, child: str | None, moment: Moment) -> str | None:
    """In post and on shift by the rota; where their team keeps none, by the hours of their post."""
    # A rota that is kept is believed, also when it says no: a duty title alone would open every record on every day off. A name
    # that was left on it through somebody's leave, or after their last day, puts nobody on duty.
    now = roster_among([worker], moment)
    if not now.in_post(worker):
        return None
    found, at = now.shifts, now.hour
    if worker in now.on_duty():
        by_rota = any(found.kept(team, at) and worker in found.on_rota(team, at) for team in DUTY_TEAMS)
        return "on duty now, by the rota" if by_rota else "on duty now, by the hours of their post"
    return "the manager on call now, by the rota" if worker in found.on_rota("manager_on_call", at) else None


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


def put_to(worker: str, matter: str, moment: Moment) -> str | None:
    """This alert, concern or message has come to them: lately, or it still waits for somebody, or it did until lately."""
    first = Delivery.objects.filter(worker=worker, matter=matter, told_at__lte=moment.as_at).order_by("rung", "told_at").first()
    if first is None or not _still_theirs(first, moment.as_at):
        return None
    return f"told of it as {first.role.replace('_', ' ')}"


def _still_theirs(row: Delivery, at: datetime) -> bool:
    if row.told_at > at - STILL_THEIRS:
        return True
    if row.kind in (Delivery.Kind.CONCERN, Delivery.Kind.MESSAGE):
        return str(row.matter) not in settled([str(row.matter)], Moment.live(at))
    if row.kind == Delivery.Kind.WARNING and clock_of(row.matter, row.child_id) is not None:
        return True
    if row.kind == Delivery.Kind.TASK and row.matter in days_ahead([str(row.child_id)], Moment.live(at)):
        return True
    ended = Q(ended_at__isnull=True) | Q(ended_at__gt=at - STILL_THEIRS)
    return Alert.objects.filter(ended, pk=row.matter).exists()


def holds(worker: str, matter: str, moment: Moment) -> str | None:
    """They hold the post that an alert is put to."""
    alert = Alert.objects.filter(pk=matter).first()
    if alert is None:
        return None
    # Somebody who took the post a moment ago has not been told of it yet, and it is theirs to answer.
    now = roster(alert.child_id, moment)
    told = {each.worker for to in ladder_of(alert).rungs[0].tells for each in now.resolve(to.role, alert.child_id)}
    return "holds what it is put to" if worker in told else None
