"""The clock behind a warning: something that will soon be late, and is no alert yet."""

from uuid import UUID

from holdfast.record.models import StoredClock
from holdfast.record.projection.derivation import alert_id


def clock_of(matter: UUID | str, child: str | None) -> StoredClock | None:
    """The open clock of this child whose alert will have the id ``matter``."""
    # The id can be made from a clock and not turned back into it: a child's open clocks are few.
    clocks = StoredClock.objects.filter(child=child, open=True)
    return next((clock for clock in clocks if str(alert_id(clock.child_id, clock.key)) == str(matter)), None)
