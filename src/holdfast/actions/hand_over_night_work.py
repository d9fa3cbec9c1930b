"""Telling the day team what was done for a child in the night."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.contact_assignee import ContactAssignment
from holdfast.duty.contact_intake import receive
from holdfast.duty.refusals import refuse
from holdfast.duty.rota import holder, roster
from holdfast.kernel.when import When


@command(needs(Permission.RECORD, child="child"))
def hand_over_night_work(
    *, by: User, at: datetime, child: str, children: Sequence[str], text: str, serious_harm: bool, id: UUID | str | None = None
) -> ContactAssignment:
    """Put ``text`` before the child's lead worker; where they are away it reaches whoever is at work in the same step. It is
    about ``children``: brothers and sisters are seldom seen to one by one in a night."""
    worker = by.worker
    if worker is None:
        raise refuse("$", "You are not recorded as working here.", "Ask whoever looks after accounts to join yours to your post.")
    # The lead worker first, even one who is away: it is theirs to know, and only then passed on. Where nobody leads it goes to
    # whoever holds the role tonight, and where nobody does at all, back to the one who writes it rather than to nobody.
    lead = roster(child, at).lead(child)
    held = holder("lead_social_worker", child, at)
    return receive(
        at=at,
        by=worker,
        type="message_received",
        happened=When.at(at),
        about=children,
        data={
            "for": lead or (held.worker.pk if held.worker else worker.pk),
            "from": {"role": worker.role or "emergency duty worker", "worker": worker.pk},
            "text": text,
            "possible_serious_harm": serious_harm,
        },
        id=id,
    )
