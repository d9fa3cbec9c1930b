"""Record that a worker is away from now on. What waits for them goes at once to somebody who is at work."""

from datetime import date, datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.contact_intake import reassign_if_absence
from holdfast.duty.refusals import refuse
from holdfast.duty.rota import staffing_roster
from holdfast.kernel.when import When, london_day
from holdfast.record.ledger.append import append
from holdfast.record.locks import after_waiting, lock_in_order
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry


@command(needs(Permission.ARRANGE_COVER))
def record_absence(*, by: User, at: datetime, worker: Worker, expected_until: date | None = None) -> Entry:
    """``expected_until`` is the day they are expected back, where anybody knows. Raises ``NotAllowed``, and ``DutyRefused`` where
    they are away already."""
    # Before the look: two who record it at one moment would both find them at work.
    lock_in_order([f"leave of {worker.pk}"])
    current = staffing_roster(after_waiting(at)).away(worker.pk)
    # Somebody only possibly away (the dates allow it and no more) may be recorded as away: that makes it certain.
    if current is not None and current.certain:
        do = "Record that they are back first, or leave it: they are away until somebody says they are back."
        raise refuse("$.worker", f"{worker.name} is already recorded as {current.in_words()}.", do)
    if expected_until is not None and expected_until < london_day(at):
        raise refuse("$.expected_until", "That day has passed already.", "Give a day from today on, or leave it out.")
    data: dict[str, object] = {"worker": worker.pk}
    if expected_until is not None:
        # A day, not an instant: that somebody is back on the twelfth says nothing of the hour.
        data["expected_until"] = When.day(expected_until).to_json()
    # About nobody: it holds for every child of theirs, and whoever reads about one of them is not told of the others.
    entry = append(at=at, by=by.worker, type="absence_started", happened=When.at(at), about=(), data=data)
    reassign_if_absence(entry, at=at)
    return entry
