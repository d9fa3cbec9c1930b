"""Telling whoever reported a concern what was decided and why."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.contact_thread import ContactThread
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.vocabulary.entry import Entry


@command(needs(Permission.DECIDE_CONCERN, entry="contact"))
def inform_referrer(*, by: User, at: datetime, contact: str, id: str, outcome: str) -> Entry:
    """Tell the referrer the outcome, in these words and no others: nothing else of the record is theirs to know."""
    # An entry of its own, and not a field of the decision: it may come later, is owed within days of it, and can be told twice.
    return append(
        at=at,
        by=by.worker,
        type="referrer_informed",
        happened=When.at(at),
        about=ContactThread.at(contact, Moment.live(at)).contact.about,
        data={"contact": contact, "outcome": outcome},
        id=id,
    )
