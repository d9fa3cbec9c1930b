"""Answer an alert in words: what was decided or done about it, and why."""

from datetime import datetime
from uuid import UUID

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.refusals import refuse, require_worker
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Alert
from holdfast.vocabulary.entry import Entry


@command(needs(Permission.ANSWER_ALERT, child="alert.child_id", matter="alert"))
def answer_alert(*, by: User, at: datetime, alert: Alert, words: str, id: UUID | str | None = None) -> Entry:
    """Record the answer. The alert stays in view as answered. Raises ``NotAllowed`` where it was not put to them, and
    ``DutyRefused`` where it is over or the words are missing."""
    worker = require_worker(by.worker)
    # An answer to something over would stand in the record as if it had been needed.
    if alert.ended_at is not None:
        raise refuse("$.alert", f"This is over: {alert.ended_why}", "There is nothing left to answer.")
    # A full stop, "1" or a tick would put an alert aside, which nothing is to do. Whether the words say anything, only a person
    # can tell.
    if not any(character.isalpha() for character in words):
        raise refuse("$.answer", "There is no answer yet.", "Say in your own words what you decided or did about it, and why.")
    data = {"alert": str(alert.pk), "answer": words}
    return append(at=at, by=worker, type="alert_answered", happened=When.at(at), about=(alert.child_id,), data=data, id=id)
