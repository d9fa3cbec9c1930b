"""What the worker does for the pages, once a day."""

from django.conf import settings
from procrastinate.contrib.django import app

from holdfast.pages.unsent import tell_and_remove


# In the morning: whoever is told can still ask a colleague that day.
@app.periodic(cron="30 8 * * *", periodic_id="drafts")
@app.task(name="holdfast.drafts", queueing_lock="holdfast.drafts", lock="holdfast.drafts")
def see_to_old_drafts(timestamp: int) -> None:
    """Tell of what was begun and not sent, and remove what nobody came back to."""
    tell_and_remove(at=settings.CLOCK())
