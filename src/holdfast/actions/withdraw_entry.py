"""Take an entry back, in the open: it stays in the record with the reason, and counts for nothing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from holdfast.access.entry_permissions import require_to_put_right
from holdfast.access.models import User
from holdfast.actions.command import command
from holdfast.duty.contact_intake import take_on_contacts_about_nobody
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from holdfast.record.models import EntryEnvelope
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.entry import Entry


def _is_theirs(arguments: Mapping[str, Any]) -> None:
    """have written the entry, or manage whoever did, and record such an entry about everybody whom it is about"""
    require_to_put_right(arguments["by"], arguments["entry"], arguments["at"])


@command(_is_theirs)
def withdraw_entry(*, by: User, at: datetime, id: str, entry: Entry, reason: str) -> Entry:
    """Withdraw ``entry``; a withdrawal withdrawn puts the entry back. Raises ``NotAllowed`` and ``AppendRefused``."""
    withdrawn = append(
        at=at,
        by=by.worker,
        id=id,
        type="entry_withdrawn",
        # The form does not ask when: it is now. A second press of the button comes a moment later, and the record would refuse
        # the same id with another time, so that it says what the first one said.
        happened=_first_sent(id) or When.at(at),
        about=entry.about,
        data={},
        withdraws=entry.id,
        reason=reason,
    )
    # What said whom a concern is about may be what was taken back: the concern stands, and is about somebody.
    if entry.type == "contact_received" and entry.corrects is not None:
        take_on_contacts_about_nobody(at=at)
    return withdrawn


def _first_sent(id: str) -> When | None:
    """When the same withdrawal was sent before, if it was."""
    try:
        return entry_by_id(id).happened
    except EntryEnvelope.DoesNotExist:
        return None
