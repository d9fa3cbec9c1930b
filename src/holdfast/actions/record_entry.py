"""Record what somebody said in the form of an entry type."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from holdfast.access.entry_permissions import require_by_form, require_to_record
from holdfast.access.models import User
from holdfast.actions.command import command
from holdfast.duty.contact_intake import assign, reassign_if_absence
from holdfast.duty.named_worker import require_there
from holdfast.kernel.when import When
from holdfast.record.door_answers import ask_at_the_door, confirm_order
from holdfast.record.ledger.append import append
from holdfast.record.read import is_recorded
from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.entry import Entry

TO_PEOPLE_AT_WORK = ("contact_received", "message_received")
"""What somebody has to have in their hands as soon as it is recorded."""


@dataclass(frozen=True)
class EntryAnswers:
    """What somebody said about one entry, already read and checked; ``reason`` says why, where it corrects an earlier one, and
    ``because`` why it is so though it is unlikely."""

    type: str
    happened: When
    about: tuple[str, ...]
    data: EntryData
    source: str | None = None
    reason: str | None = None
    because: str | None = None

    def draft(self, id: str, at: datetime, corrects: str | None = None) -> Entry:
        """The entry that is to be recorded."""
        return Entry.build(
            id=id,
            type=self.type,
            happened=self.happened.to_json(),
            about=self.about,
            data=self.data,
            recorded_at=at.isoformat(),
            source=self.source,
            corrects=corrects,
            reason=self.reason if corrects else None,
        )


def _about_each(arguments: Mapping[str, Any]) -> None:
    """record an entry of this type about every one of the people it is about"""
    answers: EntryAnswers = arguments["answers"]
    require_by_form(answers.type)
    require_to_record(arguments["by"], answers.type, answers.about, arguments["at"], data=answers.data)


@command(_about_each)
def record_entry(*, by: User, at: datetime, id: str, answers: EntryAnswers) -> Entry:
    """Record the answers. The same ``id`` again changes nothing. Raises ``NotAllowed``, ``AppendRefused``, and
    ``DutyRefused`` where it would give something to somebody who is not there."""
    if not is_recorded(id):
        require_there(answers.type, answers.happened, answers.about, answers.data, at)
    asked = ask_at_the_door(answers.draft(id, at), at=at, because=answers.because)
    # The id is the form's own, given when it was opened. A phone that lost its signal sends again, and the record finds that
    # entry.
    entry = append(
        at=at,
        by=by.worker,
        id=id,
        type=answers.type,
        happened=answers.happened,
        about=answers.about,
        data=answers.data,
        source=answers.source,
    )
    if asked and answers.because:
        confirm_order(entry, answers.because, at=at, by=by.worker)
    # In the same transaction as the entry: a concern that stands in the record and is with nobody is one that is lost.
    if answers.type in TO_PEOPLE_AT_WORK:
        assign(at=at, entry=entry)
    reassign_if_absence(entry, at=at)
    return entry
