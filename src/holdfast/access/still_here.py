"""Whether somebody still works here: no post and no tie opens anything to whoever has left for good."""

from datetime import timedelta

from holdfast.engine.reference.in_post import PostHolders
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import start_of_day
from holdfast.record.models import Worker
from holdfast.record.stored_staff import StoredStaff

DAY = timedelta(days=1)


def left_in_words(worker: Worker | None, moment: Moment) -> str:
    """How a worker certainly left, for a sentence; empty for anybody who may still be here, and for whoever is away."""
    if worker is None:
        return ""
    gone = PostHolders(StoredStaff(moment).posts, moment.as_at, {}).left(worker.pk)
    # Only for certain: where it is known to a month that somebody goes, they are told of nothing any more and locked out of
    # nothing yet. A doubt must not shut the door on whoever stands in a hallway with a child.
    if gone is None or moment.as_at < start_of_day(gone.last_day.last + DAY):
        return ""
    return gone.in_words()
