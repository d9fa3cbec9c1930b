"""Deciding what happens about a concern, with reasons for each child, and whose task it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs_for_each, worker_of
from holdfast.actions.inform_referrer import inform_referrer
from holdfast.duty.contact_children import take_in
from holdfast.duty.contact_messages import settle_message
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.decision_tasks import give_task
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append


@dataclass(frozen=True)
class DecisionForChild:
    """What is decided for one child, and why; who does what follows, and by when, where that is settled."""

    child: str
    decision: str
    reasons: str
    who: str | None = None
    when: When | None = None

    def data(self, contact: str) -> dict[str, Any]:
        """The data of the entry that says so."""
        follows = {"who": self.who, "when": self.when.to_json() if self.when else None}
        said = {name: each for name, each in follows.items() if each}
        return {"contact": contact, "decision": self.decision, "reasons": self.reasons, **said}


@command(needs_for_each(Permission.DECIDE_CONCERN, children=("decisions",), entry="contact"))
def decide_contact(
    *, by: User, at: datetime, contact: str, id: str, decisions: Sequence[DecisionForChild], outcome: str = ""
) -> None:
    """Record the decision about each child, give what follows to whoever was named, and tell the referrer the ``outcome``, or
    nothing yet where it is empty. A brother or sister whom the concern did not name is in it from now on. Pressing twice decides
    once."""
    worker, thread = worker_of(by), ContactThread.at(contact, Moment.live(at))
    # Before anything is written: what is given to somebody below is a message too, and waits for them.
    written = [message for message in thread.since if message.type == "message_received"]
    take_in(thread, [each.child for each in decisions], at=at, by=worker)
    decided = [
        append(
            at=at,
            by=worker,
            type="contact_decided",
            happened=When.at(at),
            # An entry for each child and not one with a row for each: the reasons for one child are no part of a half-brother's
            # record, which others may ask to read.
            about=(each.child,),
            data=each.data(contact),
            # One id for each child of one sending, so that a second press is the first.
            id=uuid5(UUID(id), each.child),
        )
        for each in decisions
    ]
    for entry in decided:
        give_task(entry, entry.about[0], thread, at=at, by=worker)
    if outcome:
        inform_referrer(by=by, at=at, contact=contact, id=str(uuid5(UUID(id), "told")), outcome=outcome)
    # Whoever decides has read what was written to them about it. A message to the referrer waits for the referrer all the same.
    for message in written:
        # Whoever typed in what was rung through is not whoever rang: what was written to them is read like anybody's.
        if value(message, "for") != thread.sent.worker:
            settle_message(thread, message.id, at=at, by=worker)
