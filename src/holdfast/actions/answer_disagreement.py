"""Answering somebody who sees the decision about a concern differently."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.duty.contact_messages import settle_message
from holdfast.duty.contact_thread import ContactThread, disagreement_message
from holdfast.duty.refusals import refuse
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.vocabulary.entry import Entry


@command(needs(Permission.DECIDE_CONCERN, entry="contact"))
def answer_disagreement(*, by: User, at: datetime, contact: str, disagreement: str, id: str, answer: str) -> Entry:
    """Answer a disagreement with reasons. The answer is on the child's record and on the referrer's page."""
    worker, thread = worker_of(by), ContactThread.at(contact, Moment.live(at))
    # Only one about this concern: leave to decide about one concern is not leave to answer what was said about another.
    raised = next((each for each in thread.disagreements if each.id == disagreement), None)
    if raised is None:
        raise refuse(
            "$.disagreement", "There is no such disagreement about this concern.", "Open the concern and answer it from there."
        )
    entry = append(
        at=at,
        by=worker,
        type="disagreement_answered",
        happened=When.at(at),
        about=raised.about,
        data={"disagreement": disagreement, "stage": "first answer", "answer": answer},
        id=id,
    )
    settle_message(thread, disagreement_message(disagreement), at=at, by=worker)
    return entry
