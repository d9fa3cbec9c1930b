"""Record that a worker is back at work."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.refusals import refuse
from holdfast.duty.rota import staffing_roster
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.locks import after_waiting, lock_in_order
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry


@command(needs(Permission.ARRANGE_COVER))
def end_absence(*, by: User, at: datetime, worker: Worker) -> Entry:
    """They are back. Raises ``NotAllowed``, and ``DutyRefused`` where they are not away."""
    lock_in_order([f"leave of {worker.pk}"])
    # Not asked: whether the day they were expected back has come. A day that was said ends nothing, only somebody who says that
    # they are back does.
    if staffing_roster(after_waiting(at)).away(worker.pk) is None:
        raise refuse("$.worker", f"{worker.name} is not recorded as away.", "There is nothing to end.")
    # Who covered is not undone: cover that was named for this absence is over with it, and the roster reads it so.
    return append(at=at, by=by.worker, type="absence_ended", happened=When.at(at), about=(), data={"worker": worker.pk})
