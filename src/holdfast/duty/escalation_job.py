"""Time moves alerts up their ladders. Once a minute; safe to stop anywhere, safe to run twice.

Each alert is moved in a transaction of its own: what it adds is there whole or not at all, and nobody is told twice of one
rung. When somebody who was told goes away, whoever stands in for them is told at the same rung.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog
from django.db import connection, transaction

from holdfast.duty.contact_intake import reassign_from_absent, take_on_contacts_about_nobody
from holdfast.duty.decided_days import put_days_before
from holdfast.duty.delivery import deliver
from holdfast.duty.models import Climb, Delivery
from holdfast.duty.outbox import notify
from holdfast.duty.rota import roster, staffing_roster, those_who_may_know
from holdfast.duty.rota_watch import watch_rota
from holdfast.duty.unclear_names import ask_who_is_meant
from holdfast.engine.responsibility.ladder_rungs import WARNING, climb, told_at
from holdfast.engine.responsibility.rungs_reached import Reached, reached, starts_at, told_from
from holdfast.engine.responsibility.urgency import cannot_wait
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.locks import lock_in_order
from holdfast.record.models import Alert, EntryEnvelope, StoredClock
from holdfast.record.projection import refresh
from holdfast.record.projection.derivation import alert_id
from holdfast.rules.conditions.workforce import STAFFING
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.ladders import LADDERS, Ladder
from holdfast.standards.signal_ladders import signal_ladder

MINUTE = 7307
"""The advisory lock of the minute's work."""

OLD_WHEN_FIRST_SEEN = timedelta(days=1)
"""An imported breach older than this when we first see it is history: those who can act on it now are told, once, and its
ladder counts from now, so that the first day of a new record is not a flood of messages to directors."""

log = structlog.get_logger("holdfast.duty.escalation_job")


def run_minute_jobs(*, at: datetime) -> None:
    """What happens once a minute: work out what has come due, and see that people at work know. (Sealing is a job of its
    own in the record, so that a slow minute here never keeps the record unsealed.)

    One at a time: a minute that begins while another is at work does nothing. A step that fails does not keep the others
    from happening; the first failure is raised at the end.
    """
    with _alone() as alone:
        if alone:
            _steps(at)


@contextmanager
def _alone() -> Iterator[bool]:
    """Whether nobody else is at it. The database lets go when a worker is killed, as it lets go of everything of theirs."""
    with connection.cursor() as cursor:
        # Of the session and not of a transaction: the minute's work is many transactions. Tried and not waited for, because a
        # minute that waited would begin when the next one does.
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [MINUTE])
        alone = bool(cursor.fetchone()[0])
    try:
        yield alone
    finally:
        if alone:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [MINUTE])


def _steps(at: datetime) -> None:
    failures: list[Exception] = []
    # In this order: what has come due is an alert before anybody is told of alerts, and whoever is told is told before messages
    # go out. A step that fails is tried again in a minute; the others must not wait for it.
    for step in (
        take_on_contacts_about_nobody,
        refresh.sweep,
        reassign_from_absent,
        put_days_before,
        ask_who_is_meant,
        warn,
        escalate,
        watch_rota,
        deliver,
    ):
        try:
            step(at=at)
        except Exception as failure:  # each step stands on its own, and the next minute tries again
            log.exception("a step of the minute failed", step=step.__name__)
            failures.append(failure)
    if failures:
        raise failures[0]


def escalate(*, at: datetime) -> int:
    """Tell whoever has to be told by now of every alert that nobody has answered. Returns how many were moved."""
    # Once for all alerts: who is at work is a reading over every worker's leave.
    staffing = staffing_mark(at)
    moved = 0
    alerts = waiting(at)
    states = Climb.objects.in_bulk([alert.pk for alert in alerts])
    failures: list[Exception] = []
    for alert in alerts:
        try:
            moved += _escalate_one(alert, states.get(alert.pk), staffing.of(alert), at)
        except Exception as failure:  # one alert that cannot be read must not keep the others from anybody
            log.exception("an alert could not be moved up", alert=str(alert.pk), rule=alert.rule_id)
            failures.append(failure)
    if failures:
        raise failures[0]
    return moved


def waiting(at: datetime) -> list[Alert]:
    """Alerts that are neither over nor answered, oldest first."""
    unanswered = Alert.objects.filter(ended_at__isnull=True, answered_by__isnull=True, raised_at__lte=at)
    return list(unanswered.order_by("raised_at", "pk"))


def ladder_of(alert: Alert) -> Ladder:
    """The ladder of people that an alert climbs."""
    if alert.rule_id in SIGNALS:
        signal = SIGNALS[alert.rule_id]
        return signal_ladder(signal.tell, signal.severity)
    return LADDERS[STANDARDS[alert.rule_id].ladder]


def concerning(alert: Alert) -> tuple[str, ...]:
    """The entries an alert is about, the trigger first."""
    return tuple(dict.fromkeys(id for id in (alert.trigger, *alert.evidence) if id))


def _up_to_date(alert: Alert, state: Climb | None, staffing: str, at: datetime) -> bool:
    if state is None or state.staffing != staffing or _shows_again(alert, state):
        return False
    return state.rung == reached(ladder_of(alert), state.counting_from, None, Moment.live(at))[-1].number


@transaction.atomic
def _escalate_one(alert: Alert, seen: Climb | None, staffing: str, at: datetime) -> bool:
    # Looked at before it is locked, because most alerts stand where they stood; and read again after, because another worker may
    # have moved it meanwhile.
    if _up_to_date(alert, seen, staffing, at):
        return False
    lock_in_order([f"climb {alert.pk}"])
    state = Climb.objects.filter(pk=alert.pk).first()
    if state is not None and _shows_again(alert, state):
        state = None
    carried_in = state is None and _is_history(alert, at)
    counting_from = state.counting_from if state else at if carried_in else _told_from(alert)
    rungs = reached(ladder_of(alert), counting_from, None, Moment.live(at))
    now = roster(alert.child_id, at)
    here = [replace(rung, moment=now.moment, day_only=False) for rung in rungs]
    matter = alert.child_id, concerning(alert)
    for rung, told in climb(here, lambda rung: now, matter, urgent=cannot_wait(alert.rule_id)):
        # New rungs, and the highest one again: whoever was told there may have gone.
        if state is not None and rung.number < state.rung:
            continue
        notify(
            at=at,
            kind=Delivery.Kind.ALERT,
            matter=alert.pk,
            child=alert.child_id,
            rung=rung.number,
            told=those_who_may_know(told, concerning(alert), alert.child_id, now),
            carried_in=carried_in,
            since=alert.raised_at,
        )
    # In the transaction of what was told: a worker that is killed here has told nobody, and the next minute does it whole.
    Climb.objects.update_or_create(
        alert=alert.pk, defaults={"counting_from": counting_from, "rung": rungs[-1].number, "staffing": staffing}
    )
    return True


def _told_from(alert: Alert) -> datetime:
    """What shows from the morning on and was written down at noon climbs from noon."""
    ids = alert.evidence if alert.rule_id in SIGNALS else [alert.trigger]
    recorded = EntryEnvelope.objects.filter(pk__in=[id for id in ids if id]).values_list("recorded_at", flat=True)
    return starts_at(told_from(alert.raised_at, recorded))


def _shows_again(alert: Alert, state: Climb) -> bool:
    """Whether it was over since it was told so far, and has come again: then nobody has been told of it yet."""
    return alert.raised_at > state.counting_from


def _is_history(alert: Alert, at: datetime) -> bool:
    """Whether it was raised long before we first saw it, by entries that an import brought."""
    if alert.raised_at > at - OLD_WHEN_FIRST_SEEN:
        return False
    # By where its entries came from, not by its age alone: an alert of this record that nobody saw for a day must climb as it
    # would have.
    entries = EntryEnvelope.objects.filter(pk__in=concerning(alert))
    # What rests on no entry was found in who people are, and shows from a past day only where that was stated today.
    return not entries.filter(imported_from__isnull=True).exists()


@dataclass(frozen=True)
class StaffingMarks:
    """Each changes when somebody else may have to be told: of anything (``in_post``), and of what cannot wait, where who is there
    changes with the hour (``by_hour``)."""

    in_post: str
    by_hour: str

    def of(self, alert: Alert) -> str:
        """The mark of one alert."""
        return self.by_hour if cannot_wait(alert.rule_id) else self.in_post


def staffing_mark(at: datetime) -> StaffingMarks:
    """Changes whenever who is in post, on duty, on shift or allocated may have changed."""
    now = staffing_roster(at)
    entries = EntryEnvelope.objects.filter(type__in=(*STAFFING, "entry_withdrawn"), recorded_at__lte=at)
    last = entries.order_by("-sequence").values_list("sequence", flat=True).first()
    # Not only entries change who is there: a shift ends by the clock, and a post is changed by hand.
    gone = sorted({*now.world.workers} - {*now.those_in_post(now.world.workers)})
    posts = sorted((each.id, each.role or "", each.manager or "") for each in now.world.workers.values())
    in_post = repr((last, gone, now.on_duty(), posts))
    there = sorted(worker for worker in now.world.workers if now.shifts.working(worker, at))
    by_hour = repr((in_post, there, now.on_call(), now.shifts.desk_open(at)))
    return StaffingMarks(*(hashlib.sha256(mark.encode()).hexdigest() for mark in (in_post, by_hour)))


def warn(*, at: datetime) -> int:
    """Tell whoever a ladder warns of what will soon be overdue, once."""
    told = 0
    for clock, begins in _soon_due(at):
        matter = alert_id(clock.child_id, clock.key)
        ladder = LADDERS[STANDARDS[clock.standard].ladder]
        now = roster(clock.child_id, at)
        trigger = (clock.trigger,) if clock.trigger else ()
        rung = Reached(WARNING, begins, now.moment, ladder.warning)
        notify(
            at=at,
            kind=Delivery.Kind.WARNING,
            matter=matter,
            child=clock.child_id,
            rung=WARNING,
            told=those_who_may_know(told_at(now, rung, clock.child_id, trigger, urgent=False), trigger, clock.child_id, now),
        )
        told += 1
    return told


def _soon_due(at: datetime) -> Iterator[tuple[StoredClock, datetime]]:
    """Open clocks whose warning has come and whose breach has not, with nobody warned yet. An overdue one is an alert."""
    rows = StoredClock.objects.filter(open=True, warn_from__isnull=False, overdue_from__gt=at)
    soon = {}
    for clock in rows.order_by("overdue_from", "pk"):
        if (begins := When.parse(clock.warn_from).start) <= at and LADDERS[STANDARDS[clock.standard].ladder].warning:
            soon[alert_id(clock.child_id, clock.key)] = (clock, begins)
    warned = Delivery.objects.filter(kind=Delivery.Kind.WARNING, matter__in=list(soon)).values_list("matter", flat=True)
    # Warned once, whoever holds it later: what nobody does is an alert soon enough.
    for matter in warned.distinct():
        del soon[matter]
    yield from soon.values()
