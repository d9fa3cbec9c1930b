"""Giving a child a worker, and ending it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from holdfast.duty.refusals import refuse
from holdfast.duty.rota import staffing_roster
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry


@transaction.atomic
def allocate(
    *,
    at: datetime,
    by: Worker | None,
    worker: Worker,
    children: Sequence[str],
    role: str = "lead_social_worker",
    happened: When | None = None,
) -> Entry:
    """Give these children to a worker, in a role. A lead replaces the lead before.

    Raises :class:`DutyRefused` when the worker is away: the children would have nobody.
    """
    # Asked before it is recorded and refused with what to do: the roster would pass everything of theirs on at once, and the
    # children would have a lead in name only.
    now = staffing_roster(at)
    if not now.at_work(worker.pk):
        away = now.away(worker.pk)
        what = f"{worker.name} is {away.in_words()}." if away else f"{worker.name} no longer works here."
        raise refuse("$.worker", what, "Choose somebody who is at work, or name cover first.")
    data = {"worker": worker.pk, "role": role}
    return append(at=at, by=by, type="worker_allocated", happened=happened or When.at(at), about=tuple(children), data=data)


@transaction.atomic
def end_allocation(*, at: datetime, by: Worker | None, worker: Worker, children: Sequence[str], reason: str) -> Entry:
    """The worker stops being responsible for these children. Until somebody else is given them, duty and the manager are."""
    data = {"worker": worker.pk, "reason": reason}
    return append(at=at, by=by, type="worker_ended", happened=When.at(at), about=tuple(children), data=data)
