"""Record that a worker is back at work."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty import absence
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry


@command(needs(Permission.ARRANGE_COVER))
def end_absence(*, by: User, at: datetime, worker: Worker) -> Entry:
    """They are back. Raises ``NotAllowed``, and ``DutyRefused`` where they are not away."""
    # Who covered is not undone: cover that was named for this absence is over with it, and the roster reads it so.
    return absence.end_absence(at=at, by=by.worker, worker=worker)
