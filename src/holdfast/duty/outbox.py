"""Putting something in front of somebody, once for each person and rung however often it is tried."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from holdfast.duty.models import Delivery
from holdfast.engine.responsibility.roster import Recipient


def notify(
    *,
    at: datetime,
    kind: Delivery.Kind,
    matter: UUID | str,
    child: str | None,
    rung: int,
    told: Iterable[Recipient],
    carried_in: bool = False,
    since: datetime | None = None,
) -> None:
    """Say that these people are told from ``at`` on, outside Holdfast when they come to work. Anyone told of this at this rung
    already is left as they were, unless that was before ``since``: then it is told anew, with a message of its own."""
    told = tuple(told)
    if since is not None:
        _tell_anew(Delivery.objects.filter(kind=kind, matter=UUID(str(matter)), rung=rung, told_at__lt=since), told, at)
    # The database refuses the second (one row for each matter, rung and person, with no person counted as one), so that a minute
    # that runs twice tells nobody twice and needs to ask nothing first.
    Delivery.objects.bulk_create(
        [
            Delivery(
                kind=kind,
                matter=UUID(str(matter)),
                child_id=child,
                rung=rung,
                worker_id=each.worker,
                role=each.role,
                because=each.because[:500],
                way=each.way,
                told_at=at,
                from_at=each.from_,
                carried_in=carried_in,
            )
            for each in told
        ],
        ignore_conflicts=True,
    )
    # Told last night for this morning, and here sooner than was thought.
    here = [each.worker for each in told if each.from_ is None]
    waiting = Delivery.objects.filter(kind=kind, matter=UUID(str(matter)), rung=rung, worker__in=here, from_at__gt=at)
    waiting.update(from_at=None)


def _tell_anew(rows: QuerySet[Delivery], told: Iterable[Recipient], at: datetime) -> None:
    """What had been told and was over has come again: to whoever hears of it again it is new, and unread."""
    for each in told:
        again = rows.filter(worker=each.worker)
        again.update(
            told_at=at,
            from_at=each.from_,
            role=each.role,
            because=each.because[:500],
            way=each.way,
            read_at=None,
            gathered_at=None,
            notice=None,
        )


def mark_read(*, at: datetime, by: str, matter: UUID | str) -> None:
    """``by`` has opened it. The first time counts; nothing is put aside by being read."""
    # Only their own row: that a manager has read it says nothing of whether the worker has.
    Delivery.objects.filter(matter=UUID(str(matter)), worker=by, read_at__isnull=True).update(read_at=at)
