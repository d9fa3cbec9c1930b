"""Putting something in front of somebody, once for each person and rung however often it is tried."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

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
) -> None:
    """Say that these people are told from ``at`` on. Anyone told of this at this rung already is left as they were."""
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
                carried_in=carried_in,
            )
            for each in told
        ],
        ignore_conflicts=True,
    )


def mark_read(*, at: datetime, by: str, matter: UUID | str) -> None:
    """``by`` has opened it. The first time counts; nothing is put aside by being read."""
    # Only their own row: that a manager has read it says nothing of whether the worker has.
    Delivery.objects.filter(matter=UUID(str(matter)), worker=by, read_at__isnull=True).update(read_at=at)
