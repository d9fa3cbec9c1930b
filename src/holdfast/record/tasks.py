"""What the worker does for the record every minute."""

from django.conf import settings
from procrastinate.contrib.django import app

from holdfast.record.seal import seal


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="record-seal", pass_context=False)
def seal_the_minute(timestamp: int) -> None:
    """Seal what the last minute brought. A minute that was missed is sealed with the next."""
    seal(at=settings.CLOCK())
