"""Deciding what happens about a concern, with reasons for each child."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.actions.inform_referrer import inform_referrer
from holdfast.duty.contact_messages import settle_message
from holdfast.duty.contact_thread import ContactThread
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append


@dataclass(frozen=True)
class DecisionForChild:
    """What is decided for one child, and why."""

    child: str
    decision: str
    reasons: str


@command(needs(Permission.DECIDE_CONCERN, entry="contact"))
def decide_contact(
    *, by: User, at: datetime, contact: str, id: str, decisions: Sequence[DecisionForChild], outcome: str = ""
) -> None:
    """Record the decision about each child, and tell the referrer the ``outcome``, or nothing yet where it is empty. Pressing
    twice decides once."""
    worker, thread = by.worker, ContactThread.at(contact, Moment.live(at))
    for each in decisions:
        append(
            at=at,
            by=worker,
            type="contact_decided",
            happened=When.at(at),
            about=(each.child,),
            data={"contact": contact, "decision": each.decision, "reasons": each.reasons},
            # One id for each child of one sending: brothers and sisters are decided apart, and a second press is the first.
            id=uuid5(UUID(id), each.child),
        )
    if outcome:
        inform_referrer(by=by, at=at, contact=contact, id=str(uuid5(UUID(id), "told")), outcome=outcome)
    if worker is None:
        return
    # Whoever decides has read what was written to them about it. A message to the referrer waits for the referrer all the same.
    for message in thread.since:
        if message.type == "message_received" and value(message, "for") != thread.contact.by:
            settle_message(thread, message.id, at=at, by=worker)
