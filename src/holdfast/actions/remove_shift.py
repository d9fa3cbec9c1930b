"""Take a shift off the duty rota."""

from datetime import datetime

from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.actions.command import command, needs
from holdfast.duty.models import DutyShift
from holdfast.duty.refusals import DutyRefused
from holdfast.duty.rota_watch import ROTA, watch_rota
from holdfast.record.locks import lock_in_order
from holdfast.vocabulary.faults import Fault


@command(needs(Permission.KEEP_ROTA))
def remove_shift(*, by: User, at: datetime, shift: DutyShift) -> None:
    """A shift that has not begun is gone; one that has ends now. Taking it off twice takes it off once. Raises ``NotAllowed``,
    and ``DutyRefused`` for one that is over."""
    lock_in_order([ROTA])
    shift = DutyShift.objects.filter(pk=shift.pk).first() or shift
    if shift.ends == shift.set_at:
        return
    if shift.ends <= at:
        raise DutyRefused([Fault("$.shift", "This shift is over.", "What has been worked stays as it was.")])
    # Who was on until this minute is what a look at any child's record tonight is explained by.
    if shift.starts < at:
        DutyShift.objects.filter(pk=shift.pk).update(ends=at, set_by=by.worker, set_at=at)
    else:
        shift.delete()
    watch_rota(at=at)
