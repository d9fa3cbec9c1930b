"""Telling whoever reported a concern what was decided and why."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from holdfast.access.decide import NotAllowed, may, require
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.refusals import refuse
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.vocabulary.entry import Entry


def _decides_or_has_it(arguments: Mapping[str, Any]) -> None:
    """decide what happens about a concern, or have it"""
    by, contact, moment = arguments["by"], str(arguments["contact"]), Moment.live(arguments["at"])
    if may(by, Permission.DECIDE_CONCERN, None, moment, entry=contact):
        return
    decision = require(by, Permission.READ_CONCERN, None, moment, entry=contact)
    # Whoever has it rings the people who told us; everybody else who reads it may not speak for children's services.
    if by.worker is None or ContactThread.at(contact, moment).assignee.worker != by.worker:
        raise NotAllowed(replace(decision, allowed=False, reason="This concern is with somebody else.", next="Ask them to."))


@command(_decides_or_has_it)
def inform_referrer(*, by: User, at: datetime, contact: str, id: str, outcome: str, how: str = "") -> Entry:
    """Tell the referrer the outcome, in these words and no others: nothing else of the record is theirs to know. Whoever cannot
    sign in to read it is told by a person, who says ``how``."""
    thread = ContactThread.at(contact, Moment.live(at))
    if not how and not thread.read_here:
        what = "Whoever told us cannot sign in here, and would never read this."
        raise refuse("$.how", what, "Ring or write to them first, then say how they were told.")
    # An entry of its own, and not a field of the decision: it may come later, is owed within days of it, and can be told twice.
    return append(
        at=at,
        by=by.worker,
        type="referrer_informed",
        happened=When.at(at),
        about=thread.current.about,
        data={"contact": contact, "outcome": outcome} | ({"how": how} if how else {}),
        id=id,
    )
