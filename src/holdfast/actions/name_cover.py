"""Name who covers for a worker, child by child."""

from collections.abc import Mapping
from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty import absence
from holdfast.duty.refusals import DutyRefused
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.faults import Fault


@command(needs(Permission.ARRANGE_COVER))
def name_cover(*, by: User, at: datetime, worker: Worker, covers: Mapping[str, Worker]) -> tuple[Entry, ...]:
    """``covers`` says who covers for ``worker`` for each child (its id): one entry for each of them. All are recorded or none:
    raises ``NotAllowed``, and ``DutyRefused`` with everything that is wrong."""
    children: dict[Worker, list[str]] = {}
    for child, cover in covers.items():
        children.setdefault(cover, []).append(child)
    named: list[Entry] = []
    faults: list[Fault] = []
    for cover, theirs in children.items():
        # Every refusal is gathered before any is raised. Somebody who names four people should not have to press the button
        # four times to hear what is wrong with each.
        try:
            named.append(absence.name_cover(at=at, by=by.worker, worker=worker, cover=cover, children=theirs))
        except DutyRefused as refusal:
            faults += refusal.faults
    if faults:
        raise DutyRefused(faults)
    return tuple(named)
