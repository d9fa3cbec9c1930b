"""Put an entry right: a whole entry beside the first one, with the reason between them. Nothing is removed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from holdfast.access.entry_permissions import may_readdress, require_to_put_right, require_to_record
from holdfast.access.models import User
from holdfast.actions.command import command
from holdfast.actions.record_entry import EntryAnswers
from holdfast.duty.contact_intake import reassign_if_absence, take_on_contacts_about_nobody
from holdfast.duty.named_worker import require_there
from holdfast.record.door_answers import ask_at_the_door, confirm_order
from holdfast.record.ledger.append import append
from holdfast.record.read import is_recorded
from holdfast.vocabulary.entry import Entry


def _is_theirs(arguments: Mapping[str, Any]) -> None:
    """have written the entry, or manage whoever did, and record such an entry about everybody whom the corrected one is about"""
    answers: EntryAnswers = arguments["answers"]
    standing: Entry = arguments["entry"]
    by, at = arguments["by"], arguments["at"]
    if answers.data != standing.data or not may_readdress(by, standing, at):
        require_to_put_right(by, standing, at)
    # Of whom it is about now as well, and by what it says now: putting a record on another child needs a tie to that child.
    require_to_record(by, answers.type, answers.about, at, standing=standing.id, data=answers.data)


@command(_is_theirs)
def correct_entry(*, by: User, at: datetime, id: str, entry: Entry, answers: EntryAnswers) -> Entry:
    """Record the answers as a correction of ``entry``. The same ``id`` again changes nothing. Raises ``NotAllowed``,
    ``AppendRefused``, and ``DutyRefused`` where it would give something to somebody who is not there."""
    if not is_recorded(id):
        require_there(answers.type, answers.happened, answers.about, answers.data, at)
    asked = ask_at_the_door(answers.draft(id, at, corrects=entry.id), at=at, because=answers.because)
    corrected = append(
        at=at,
        by=by.worker,
        id=id,
        corrects=entry.id,
        reason=answers.reason,
        type=answers.type,
        happened=answers.happened,
        about=answers.about,
        data=answers.data,
        source=answers.source,
    )
    if asked and answers.because:
        confirm_order(corrected, answers.because, at=at, by=by.worker)
    # A concern put right stays with whoever has it: only somebody newly away leaves work behind.
    reassign_if_absence(corrected, at=at)
    # Taken off the only child it named, what came in is about somebody all the same.
    if not corrected.about:
        take_on_contacts_about_nobody(at=at)
    return corrected
