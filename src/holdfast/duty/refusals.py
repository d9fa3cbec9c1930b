"""What commands refuse because a child or a piece of work would be left with nobody to do it, and how they say so."""

from holdfast.record.models import Worker
from holdfast.vocabulary.faults import Fault, Refused


class DutyRefused(Refused):
    """Nothing was written: it would have left work with somebody who cannot do it. ``faults`` say what to do instead."""


def refuse(path: str, what: str, do: str) -> DutyRefused:
    """One fault, ready to raise."""
    # Made here and raised by the caller, so that a reader of the caller sees that it ends there.
    return DutyRefused([Fault(path, what, do)])


def require_worker(worker: Worker | None) -> Worker:
    """Somebody who signs in and is no worker (who manages accounts, say) has no work to answer for."""
    if worker is None:
        raise refuse("$.by", "Only somebody who works here can answer.", "Ask one of those who were told to answer it.")
    return worker
