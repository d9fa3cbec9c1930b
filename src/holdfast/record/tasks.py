"""What the worker does for the record: every minute, and when somebody's entry touches many families."""

from django.conf import settings
from procrastinate.contrib.django import app

from holdfast.record.ledger.seals import seal
from holdfast.record.projection import refresh


# With a lock on the queue: where the worker has fallen behind, one seal takes in what several minutes brought, and a queue of
# seals would only stand in the way of messages.
@app.periodic(cron="* * * * *")
@app.task(queueing_lock="record-seal", pass_context=False)
def seal_the_minute(timestamp: int) -> None:
    """Seal what the last minute brought. A minute that was missed is sealed with the next."""
    seal(at=settings.CLOCK())


@app.task(name=refresh.JOB, queue="waiting")
def process_pending() -> None:
    """Bring up to date whoever a worker's own entry touches, such as leave. The minute's sweep does so too."""
    refresh.sweep_waiting(at=settings.CLOCK())
