"""The background worker's timetable. This job reads the clock once, as a page does."""

from django.conf import settings
from procrastinate.contrib.django import app

from holdfast.duty.climb import minute


@app.periodic(cron="* * * * *", periodic_id="minute")
@app.task(name="holdfast.minute", queue="minute", queueing_lock="holdfast.minute", lock="holdfast.minute", pass_context=False)
def every_minute(timestamp: int) -> None:
    """Once a minute. One at a time, and at most one waiting: a slow minute is not followed by a crowd."""
    minute(at=settings.CLOCK())
