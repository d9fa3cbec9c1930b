"""Saying openly that one sees a decision about a concern, or its having none, differently."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs, worker_of
from holdfast.duty.contact_assignee import ContactAssignment
from holdfast.duty.contact_messages import send_message, somebody_to_write_to, tell_mailbox_again
from holdfast.duty.contact_thread import ContactThread, disagreement_message
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import Worker
from holdfast.vocabulary.contact_reference import source_of


@command(needs(Permission.SEE_OWN_CONCERN, entry="contact"))
def raise_disagreement(*, by: User, at: datetime, contact: str, id: str, text: str, immediate_risk: bool) -> ContactAssignment:
    """Say openly that one sees it differently. It goes on the child's record, and to whoever decided (or has it)."""
    worker, thread = worker_of(by), ContactThread.at(contact, Moment.live(at))
    decisions = list(thread.decisions.values())
    subject = decisions[-1].id if decisions else contact
    raised = append(
        at=at,
        by=worker,
        type="disagreement_raised",
        happened=When.at(at),
        about=thread.current.about,
        data={"about_entry": subject, "text": text, "immediate_risk": immediate_risk},
        id=id,
        source=source_of(contact),
    )
    # The entry alone starts the clock of an answer, and nobody is told before that is due: the message beside it reaches somebody
    # now.
    decider = Worker.objects.filter(pk=decisions[-1].by).first() if decisions and decisions[-1].by else None
    decider = decider or somebody_to_write_to(thread, at=at)
    if decider is None:
        # A message has to be for somebody, and nobody ever held this: a disagreement must not wait for a post to be filled.
        return ContactAssignment(raised, tell_mailbox_again(thread, at=at))
    said = f"I see this differently: {text}"
    carried_by = disagreement_message(id)
    return send_message(thread, at=at, by=worker, to=decider, id=carried_by, text=said, serious=immediate_risk)
