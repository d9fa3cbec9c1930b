"""What waits for somebody, by consequence. There is no way to put an alert aside: it ends by the entry that meets it, or it is
answered in words and stays in view as answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from holdfast.access.still_here import left_in_words
from holdfast.duty.contact_assignee import open_among
from holdfast.duty.decided_days import DecidedDay, days_ahead, with_whom
from holdfast.duty.kept_items import without_kept_back
from holdfast.duty.models import Delivery, RotaGap
from holdfast.duty.rota import is_on_duty
from holdfast.duty.waiting_contacts import came_in, owed
from holdfast.duty.waiting_item import WaitingItem
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, london_day
from holdfast.record.models import Alert, StoredClock, Worker
from holdfast.record.projection.derivation import alert_id
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS

CONSEQUENCES = (
    "A child may be in danger now",
    "A child may come to harm if this waits",
    "Something promised to a child has not happened",
    "Soon due",
)
"""What may happen to the child if it is left, worst first."""
SOON_DUE = 3
"""The place of what is not late yet."""
NEWS = timedelta(days=7)


def worklist(worker: str, at: datetime) -> tuple[WaitingItem, ...]:
    """What waits for one worker, worst consequence first (among those, what somebody has just told us), answered last. Nothing
    waits for somebody who has left."""
    reader = Worker.objects.filter(pk=worker).first()
    if left_in_words(reader, Moment.live(at)):
        return ()
    return _in_order(without_kept_back(_items(told_to(worker, at), at), reader, at))


def told_to(worker: str, at: datetime) -> list[Delivery]:
    """What was told to one worker and is theirs at this hour, the lowest rung first."""
    rows = list(Delivery.objects.filter(worker=worker, told_at__lte=at).order_by("rung", "told_at"))
    # What they had only because they were on duty is the next shift's now.
    if any(row.way == "duty" for row in rows) and not is_on_duty(worker, at):
        rows = [row for row in rows if row.way != "duty"]
    return rows


def team_worklist(manager: str, now: Roster) -> tuple[WaitingItem, ...]:
    """Everything that waits about the children whose workers this manager manages, directly or through others, by the staff as
    they are ``now``."""
    # By whose manager answers for the child (the anchor), not by who was told: what was told to a cover or to duty is the
    # manager's to see as well.
    at = now.moment.as_at
    below = [worker for worker in now.world.workers if manager in now.managers(worker)]
    now.staff.read_given(below)
    given = dict.fromkeys(child for worker in below for child in now.given(worker))
    children = [child for child in given if manager in now.managers(now.anchor(child) or "")]
    # The same items as a worker's own list, so that one thing is one line to everybody.
    items = _items(list(Delivery.objects.filter(child__in=children, told_at__lte=at).order_by("rung", "told_at")), at)
    return _in_order(without_kept_back(items, Worker.objects.filter(pk=manager).first(), at))


def incidents(at: datetime) -> list[Delivery]:
    """Everything that found nobody at work and is with the on-call mailbox, latest first."""
    return list(Delivery.objects.filter(worker__isnull=True, told_at__lte=at).order_by("-told_at"))


def _in_order(items: Iterable[WaitingItem]) -> tuple[WaitingItem, ...]:
    # Consequence before age: with oldest first, a child in danger since this morning would stand below every form that was ever
    # late. The id last keeps the order still between two readings.
    return tuple(sorted(items, key=_place))


def _place(item: WaitingItem) -> tuple[object, ...]:
    # What is only soon due, by when: when somebody was told of it says nothing of what comes first.
    soon = (item.due or "") if item.consequence == SOON_DUE else ""
    return (item.answered, item.consequence, item.kind != "concern", soon, item.since, str(item.matter))


def _items(rows: Sequence[Delivery], at: datetime) -> list[WaitingItem]:
    alerts = Alert.objects.filter(pk__in={row.matter for row in rows if row.kind == "alert"}, ended_at__isnull=True)
    raised = {alert.pk: alert.raised_at for alert in alerts}
    # Rows come lowest rung first, so that the last of one matter is the highest it has climbed to.
    highest = {(row.kind, row.matter): row for row in rows if _is_of_this(row, raised)}
    of_kind: dict[str, list[UUID]] = {}
    for kind, matter in highest:
        of_kind.setdefault(kind, []).append(matter)
    items = [_of_alert(alert, highest["alert", alert.pk]) for alert in alerts if ("alert", alert.pk) in highest]
    # A warning has no alert yet. Its matter is the id that the alert will have, which can be made from a clock and not turned
    # back into one: the clocks of the children are read, and matched.
    children = {highest["warning", matter].child_id for matter in of_kind.get("warning", ())}
    for clock in StoredClock.objects.filter(child__in=children, open=True, overdue_from__gt=at):
        row = highest.get(("warning", alert_id(clock.child_id, clock.key)))
        items += [_of_warning(clock, row)] if row else []
    # Not ended by being read: a concern leaves a list when it is decided, a message when it is answered.
    came = [matter for kind in ("concern", "message") for matter in of_kind.get(kind, ())]
    still_open = set(open_among(came, at))
    items += came_in([matter for matter in came if matter in still_open], highest)
    items += _of_days([highest["task", matter] for matter in of_kind.get("task", ())], at)
    # What went wrong with the record itself has no end that the record knows: it stays while it is news.
    items += [_of_record(row) for (kind, _), row in highest.items() if kind == "record" and row.told_at > at - NEWS]
    gaps = RotaGap.objects.filter(pk__in=of_kind.get("rota", ()), ended_at__isnull=True)
    items += [_of_gap(gap, highest["rota", gap.pk]) for gap in gaps]
    items += owed([matter for matter in of_kind.get("concern", ()) if matter not in still_open], highest, at)
    told = _told_highest([item.matter for item in items], raised, at)
    own = {(row.kind, row.matter): row.from_at for row in highest.values() if row.from_at is not None and row.from_at > at}
    return [
        replace(
            item,
            with_whom=tuple(told.get(item.matter, ())),
            waits_for=_later(told.get(item.matter, {})),
            from_at=own.get((item.kind, item.matter)),
        )
        for item in items
    ]


def _later(told: Mapping[str, datetime | None]) -> tuple[tuple[str, datetime], ...]:
    return tuple((name, from_at) for name, from_at in told.items() if from_at is not None)


def _is_of_this(row: Delivery, raised: Mapping[UUID, datetime]) -> bool:
    """Whether somebody was told of what waits now, and not of something that was over before it was raised again."""
    return row.told_at >= raised.get(row.matter, row.told_at)


def _told_highest(
    matters: Sequence[UUID], raised: Mapping[UUID, datetime], at: datetime
) -> dict[UUID, dict[str, datetime | None]]:
    """Who was told of each at its highest rung, and when they come to work if they are not there yet."""
    # One query for the whole list. Below the lowest rung there is (-1, the warning), so that the first row always counts.
    rung: dict[UUID, int] = {}
    names: dict[UUID, dict[str, datetime | None]] = {}
    for row in Delivery.objects.filter(matter__in=matters).select_related("worker").order_by("rung", "told_at", "id"):
        if not _is_of_this(row, raised):
            continue
        if row.rung > rung.get(row.matter, -2):
            rung[row.matter], names[row.matter] = row.rung, {}
        later = row.from_at if row.from_at is not None and row.from_at > at else None
        names[row.matter].setdefault(row.worker.name if row.worker else "the on-call mailbox", later)
    return names


def _of_alert(alert: Alert, row: Delivery) -> WaitingItem:
    rule = SIGNALS.get(alert.rule_id) or STANDARDS[alert.rule_id]
    return WaitingItem(
        kind="alert",
        matter=alert.pk,
        child=alert.child_id,
        title=rule.title,
        why=alert.why,
        consequence=consequence(alert.rule_id),
        since=alert.raised_at,
        due=alert.due,
        rung=row.rung,
        role=row.role,
        because=row.because,
        read_at=row.read_at,
        answered_by=alert.answered_by,
        rule=alert.rule_id,
        evidence=tuple(alert.evidence),
        carried_in=row.carried_in,
    )


def _of_warning(clock: StoredClock, row: Delivery) -> WaitingItem:
    rule = STANDARDS[clock.standard]
    return WaitingItem(
        kind="warning",
        matter=row.matter,
        child=clock.child_id,
        title=rule.title,
        why=f"Due {clock.due}: {rule.wanted}.",
        consequence=SOON_DUE,
        since=row.told_at,
        due=clock.due,
        rung=row.rung,
        role=row.role,
        because=row.because,
        read_at=row.read_at,
        rule=clock.standard,
        evidence=(clock.trigger,) if clock.trigger else (),
    )


def _of_gap(gap: RotaGap, row: Delivery) -> WaitingItem:
    return WaitingItem(
        kind="rota",
        matter=gap.pk,
        child=None,
        title=f"Nobody is on the rota: {gap.get_team_display()}",
        why=f"From {When.at(gap.starts).in_words()} to {When.at(gap.ends).in_words()} nobody is on. Put somebody on before then.",
        consequence=1,
        since=gap.found_at,
        due=london_day(gap.starts).isoformat(),
        rung=row.rung,
        role=row.role,
        because=row.because,
        read_at=row.read_at,
    )


def _of_days(rows: Sequence[Delivery], at: datetime) -> list[WaitingItem]:
    """What was decided to happen on a day, with whoever has it now."""
    days, has = days_ahead([str(row.child_id) for row in rows], Moment.live(at)), with_whom([row.matter for row in rows])
    return [_of_day(days[row.matter], row, at) for row in rows if row.matter in days and row.worker_id in has[row.matter]]


def _of_day(day: DecidedDay, row: Delivery, at: datetime) -> WaitingItem:
    today = london_day(at)
    return WaitingItem(
        kind="task",
        matter=row.matter,
        child=row.child_id,
        title=day.title(today),
        why=day.says(today),
        consequence=2 if day.has_passed(today) else SOON_DUE,
        since=day.decision.recorded_at,
        due=day.when.last.isoformat(),
        rung=row.rung,
        role=row.role,
        because=row.because,
        read_at=row.read_at,
        evidence=(day.decision.id,),
    )


def _of_record(row: Delivery) -> WaitingItem:
    return WaitingItem(
        kind="record",
        matter=row.matter,
        child=None,
        title="The record itself",
        why=row.because,
        consequence=2,
        since=row.told_at,
        due=None,
        rung=row.rung,
        role=row.role,
        because="",
        read_at=row.read_at,
    )


def consequence(rule: str) -> int:
    """How bad it may be for the child if this is left: a place in :data:`CONSEQUENCES`."""
    # A signal says itself how bad it is. A standard does not: its ladder and what binds it stand for that.
    if rule in SIGNALS:
        return {"critical": 0, "high": 1}.get(SIGNALS[rule].severity, 2)
    standard = STANDARDS[rule]
    if standard.ladder == "L_IMMEDIATE":
        return 0
    return 1 if standard.binding in ("statute", "statutory_guidance") else 2
