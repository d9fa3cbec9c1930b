"""Put somebody on the duty rota, or change a shift that has not ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.models import DutyShift
from holdfast.duty.refusals import DutyRefused
from holdfast.duty.rota import staffing_roster
from holdfast.duty.rota_watch import ROTA, watch_rota
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
    longer than a weekend or twice the same, or is for somebody who is away or has left. Of a shift under way what was worked
    stays: somebody else takes over from now on."""
    # Before anything is looked at: of two who put one person on at once the second has to find what the first did.
    lock_in_order([ROTA])
    taken = _as_it_is(shift.change)
    if faults := _wrong_with(shift, taken, at):
        raise DutyRefused(faults)
    row, starts = taken or DutyShift(), shift.starts
    if taken is not None and _taken_over(shift, taken, at):
        # Who was on until this minute is what a look at any child's record tonight is explained by.
        starts = max(at, shift.starts)
        DutyShift.objects.filter(pk=taken.pk).update(ends=min(taken.ends, starts), set_by=by.worker, set_at=at)
        row = DutyShift()
    row.worker, row.team, row.starts, row.ends = shift.worker, shift.team, starts, shift.ends
    row.set_by, row.set_at = by.worker, at
    row.save()
    watch_rota(at=at)
    return row


def _as_it_is(change: DutyShift | None) -> DutyShift | None:
    """The shift that is changed, as it is now and not as it was when somebody opened the form."""
    if change is None:
        return None
    found = DutyShift.objects.filter(pk=change.pk).first()
    if found is None:
        raise DutyRefused([Fault("$.worker", "Somebody has taken this shift off the rota.", "Put whoever should be on it anew.")])
    return found


def _begun(taken: DutyShift, at: datetime) -> bool:
    return taken.starts < at


def _taken_over(shift: ShiftAnswers, taken: DutyShift, at: datetime) -> bool:
    """Whether somebody else, or another team, has the rest of a shift that is under way."""
    return _begun(taken, at) and (shift.worker.pk, shift.team) != (taken.worker_id, taken.team)


def _wrong_with(shift: ShiftAnswers, taken: DutyShift | None, at: datetime) -> list[Fault]:
    if taken is not None and taken.ends <= at:
        do = "What was worked stays as it was. Set a shift that is to come."
        return [Fault("$.ends", f"{taken.worker.name} has worked this shift, and it is over.", do)]
    found = [*_wrong_times(shift, at)]
    # Kept to the minute, or from now on: in between lies what somebody has worked.
    moved = taken is not None and _begun(taken, at) and shift.starts != taken.starts
    if taken is not None and moved and (shift.starts < at or not _taken_over(shift, taken, at)):
        found.append(Fault("$.starts", "This shift has begun.", "Leave when it started, and change only when it ends."))
    starts = max(at, shift.starts) if taken is not None and _taken_over(shift, taken, at) else shift.starts
    others = DutyShift.objects.filter(worker=shift.worker, team=shift.team, starts__lt=shift.ends, ends__gt=starts)
    if taken is not None:
        others = others.exclude(pk=taken.pk)
    if others.exists():
        found.append(
            Fault("$.worker", f"{shift.worker.name} has a shift then already.", "Change that one, or choose somebody else.")
        )
    # By what is recorded of leave: a name on the rota that nobody answers to is a hole that does not show.
    then = staffing_roster(Moment(as_at=max(starts, at), known_at=at))
    if not then.in_post(shift.worker.pk):
        missing = then.missing(shift.worker.pk)
        what = f"{shift.worker.name} is {missing.in_words()}." if missing else f"{shift.worker.name} does not work here."
        found.append(Fault("$.worker", what, "Choose somebody who is there."))
    return found


def _wrong_times(shift: ShiftAnswers, at: datetime) -> Iterator[Fault]:
    if shift.ends <= shift.starts:
        yield Fault("$.ends", "It ends before it starts.", "Put the times right: a night ends on the next day.")
    elif shift.ends <= at:
        yield Fault("$.ends", "This shift is over.", "What was worked stays as it was. Set one that is to come.")
    elif shift.ends - shift.starts > LONGEST:
        yield Fault("$.ends", "That is longer than three days.", "Set a shift for each day or night.")
