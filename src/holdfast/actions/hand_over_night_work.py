"""Telling the day team what was done for a child in the night."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs_for_each, worker_of
from holdfast.duty.contact_assignee import ContactAssignment
from holdfast.duty.contact_intake import receive, sender_of
from holdfast.duty.rota import first_recipient, roster
from holdfast.kernel.when import When


@command(needs_for_each(Permission.RECORD, children=("child", "children")))
def hand_over_night_work(
    *, by: User, at: datetime, child: str, children: Sequence[str], text: str, serious_harm: bool, id: UUID | str | None = None
) -> ContactAssignment:
    """Put ``text`` before the child's lead worker; where they are away it reaches whoever is at work in the same step. It is
    about ``children``: brothers and sisters are seldom seen to one by one in a night."""
    worker = worker_of(by)
    # The lead worker first, even one who is away: it is theirs to know, and only then passed on. Where nobody leads it goes to
    # whoever holds the role tonight, and where nobody does at all, back to the one who writes it rather than to nobody.
    now = roster(child, at)
    addressed = now.lead(child)
    if addressed is None:
        held = first_recipient(now.resolve("lead_social_worker", child)).worker
        addressed = (held or worker).pk
    return receive(
        at=at,
        by=worker,
        type="message_received",
        happened=When.at(at),
        about=children,
        data={
            "for": addressed,
            "from": sender_of(worker),
            "text": text,
            "possible_serious_harm": serious_harm,
        },
        id=id,
    )
