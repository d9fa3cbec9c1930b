"""Answer an alert in words: what was decided or done about it, and why."""

from datetime import datetime
from uuid import UUID

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.alerts import answer
from holdfast.duty.refusals import require_worker
from holdfast.record.models import Alert
from holdfast.vocabulary.entry import Entry


# Two questions, and both are asked. The permission says that somebody has to do with the child; duty.alerts then asks whether
# this very alert was put to them, which hangs on who is on duty now and not on any tie.
@command(needs(Permission.ANSWER_ALERT, child="alert.child_id"))
def answer_alert(*, by: User, at: datetime, alert: Alert, words: str, id: UUID | str | None = None) -> Entry:
    """Record the answer. The alert stays in view as answered. Raises ``NotAllowed`` and ``DutyRefused``."""
    return answer(at=at, by=require_worker(by.worker), alert=alert, words=words, id=id)
