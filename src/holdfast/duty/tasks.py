"""The background worker's timetable. This job reads the clock once, as a page does."""

from datetime import UTC, datetime

from django.conf import settings
from procrastinate.contrib.django import app

from holdfast.duty.escalation_job import run_minute_jobs
from holdfast.duty.nightly_comparison import compare_nightly, mend_keys_nightly
from holdfast.duty.unclear_names import ask_who_is_meant

FIRST_DAY = datetime(1900, 1, 1, tzinfo=UTC)


@app.periodic(cron="* * * * *", periodic_id="minute")
@app.task(name="holdfast.minute", queue="minute", queueing_lock="holdfast.minute")
def every_minute(timestamp: int) -> None:
    """Once a minute, and at most one waiting: a slow minute is not followed by a crowd. That only one runs at a time is
    seen to in :func:`holdfast.duty.escalation_job.run_minute_jobs`: a lock of the queue's would outlive a worker that was
    killed."""
    run_minute_jobs(at=settings.CLOCK())


@app.periodic(cron="15 3 * * *", periodic_id="night")
@app.task(name="holdfast.night", queue="night", queueing_lock="holdfast.night", lock="holdfast.night")
def every_night(timestamp: int) -> None:
    """At a quarter past three: work everybody out a second way and compare. It raises an incident where it must, puts right
    what people are found by, and asks who is meant wherever nobody has said who must not know, also in what came with a file."""
    at = settings.CLOCK()
    # First: they are soon done, and a comparison that fails must not leave a child who cannot be found.
    mend_keys_nightly()
    ask_who_is_meant(at=at, since=FIRST_DAY)
    compare_nightly(at=at)
