"""Record that a worker is away from now on. What waits for them goes at once to somebody who is at work."""

from datetime import date, datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.absence import start_absence
from holdfast.kernel.when import When
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry


@command(needs(Permission.ARRANGE_COVER))
def record_absence(*, by: User, at: datetime, worker: Worker, expected_until: date | None = None) -> Entry:
    """``expected_until`` is the day they are expected back, where anybody knows. Raises ``NotAllowed``, and ``DutyRefused`` where
    they are away already."""
    # A day, not an instant: that somebody is back on the twelfth says nothing of the hour.
    back = When.day(expected_until) if expected_until is not None else None
    return start_absence(at=at, by=by.worker, worker=worker, expected_until=back)
