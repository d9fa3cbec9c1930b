"""What the conditions mean about who a contact or message came from, and about what it tells of."""

from collections.abc import Callable
from typing import Any

from holdfast.engine.reference import affiliation
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.event import EntryContext, Truth
from holdfast.rules import conditions as c
from holdfast.rules.event import Condition


def _sent_by(condition: c.SentBy, asked: EntryContext) -> Truth:
    known = asked.person.known
    if condition.whom == "same_sender":
        found = affiliation.sender(known, asked.entry)
        return asked.start is not None and found is not None and found == affiliation.sender(known, asked.start)
    sender = affiliation.confirmed_sender(known, asked.entry) or affiliation.sender_of(asked.entry)
    if condition.whom == "professional":
        return affiliation.is_professional(known, sender)
    # A row has a role of its own; a plain word may be an id, a name, or what somebody is to the child.
    if not isinstance(sender, str):
        return affiliation.is_family(sender)
    world = asked.person.world
    return sender in world.people or (
        sender not in world.workers and sender not in world.organisations and affiliation.is_family(sender)
    )


def _tells_of_harm(condition: c.TellsOfHarmToOneWorker, asked: EntryContext) -> Truth:
    if asked.entry.type == "message_received":
        return value(asked.entry, "possible_serious_harm") is True
    # Addressed to one worker it may lie unread while they are away. A contact to the front door is read by whoever is there.
    return value(asked.entry, "immediate_harm") is True and bool(listed(asked.entry, "for"))


MEANINGS: dict[type[Condition], Callable[[Any, EntryContext], Truth]] = {
    c.SentBy: _sent_by,
    c.TellsOfHarmToOneWorker: _tells_of_harm,
}
