"""Put somebody on the duty rota, or change a shift that has not ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.models import DutyShift
from holdfast.duty.refusals import DutyRefused
from holdfast.duty.rota import staffing_roster
from holdfast.duty.rota_watch import watch_rota
from holdfast.kernel.moment import Moment
from holdfast.record.locks import lock_in_order
from holdfast.record.models import Worker
from holdfast.vocabulary.faults import Fault

LONGEST = timedelta(hours=72)
"""From Friday evening to Monday morning, and no longer."""


@dataclass(frozen=True)
class ShiftAnswers:
    """A shift as somebody sets it; ``change`` is the shift it takes the place of."""

    worker: Worker
    team: str
    starts: datetime
    ends: datetime
    change: DutyShift | None = None


@command(needs(Permission.KEEP_ROTA))
def set_shift(*, by: User, at: datetime, shift: ShiftAnswers) -> DutyShift:
    """Raises ``NotAllowed``, and ``DutyRefused`` with everything that is wrong: a shift that ends before it starts, is over, is
    longer than a weekend or twice the same, or is for somebody who is away or has left."""
    # Before the look at what they have: of two who put one worker on at one moment, the second is told.
    lock_in_order([f"shifts of {shift.worker.pk}"])
    if faults := _wrong_with(shift, at):
        raise DutyRefused(faults)
    row = shift.change or DutyShift()
    row.worker, row.team, row.starts, row.ends = shift.worker, shift.team, shift.starts, shift.ends
    row.set_by, row.set_at = by.worker, at
    row.save()
    watch_rota(at=at)
    return row


def _wrong_with(shift: ShiftAnswers, at: datetime) -> list[Fault]:
    found = []
    if shift.ends <= shift.starts:
        found.append(Fault("$.ends", "It ends before it starts.", "Put the times right: a night ends on the next day."))
    elif shift.ends <= at:
        found.append(Fault("$.ends", "This shift is over.", "What was worked stays as it was. Set one that is to come."))
    elif shift.ends - shift.starts > LONGEST:
        found.append(Fault("$.ends", "That is longer than three days.", "Set a shift for each day or night."))
    if shift.change is not None and shift.change.starts <= at and shift.change.starts != shift.starts:
        found.append(Fault("$.starts", "This shift has begun.", "Leave when it started, and change only when it ends."))
    others = DutyShift.objects.filter(worker=shift.worker, team=shift.team, starts__lt=shift.ends, ends__gt=shift.starts)
    if shift.change is not None:
        others = others.exclude(pk=shift.change.pk)
    if others.exists():
        found.append(
            Fault("$.worker", f"{shift.worker.name} has a shift then already.", "Change that one, or choose somebody else.")
        )
    # By what is recorded of leave: a name on the rota that nobody answers to is a hole that does not show.
    then = staffing_roster(Moment(as_at=max(shift.starts, at), known_at=at))
    if not then.in_post(shift.worker.pk):
        missing = then.missing(shift.worker.pk)
        what = f"{shift.worker.name} is {missing.in_words()}." if missing else f"{shift.worker.name} does not work here."
        found.append(Fault("$.worker", what, "Choose somebody who is there."))
    return found
