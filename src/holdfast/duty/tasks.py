"""The background worker's timetable. This job reads the clock once, as a page does."""

from django.conf import settings
from procrastinate.contrib.django import app

from holdfast.duty.climb import minute


@app.periodic(cron="* * * * *", periodic_id="minute")
@app.task(name="holdfast.minute", queue="minute", queueing_lock="holdfast.minute")
def every_minute(timestamp: int) -> None:
    """Once a minute, and at most one waiting: a slow minute is not followed by a crowd. That only one runs at a time is
    seen to in :func:`holdfast.duty.climb.minute`: a lock of the queue's would outlive a worker that was killed."""
    minute(at=settings.CLOCK())
