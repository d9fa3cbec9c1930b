"""The night's comparison of what is stored with everybody's entries, and the incident it raises where they do not agree. What
people are found by is put right at once: nobody was told anything by it."""

from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid5

import structlog
from django.conf import settings

from holdfast.duty.models import Delivery
from holdfast.duty.outbox import notify
from holdfast.engine.responsibility.roster import ON_CALL_MAILBOX, Recipient
from holdfast.identity.stored_keys import mend_keys
from holdfast.kernel.when import london_day
from holdfast.record.projection.reconcile import Reconciled, reconcile

NIGHTS = UUID("5d3c6a52-8f5f-5d8e-9a3e-0f9b1c9a7d11")

log = structlog.get_logger("holdfast.duty.nightly_comparison")


def compare_nightly(*, at: datetime, directory: Path | None = None) -> Reconciled:
    """Compare everything, and tell the on-call mailbox of any difference: once for a night."""
    found = reconcile(directory or Path(settings.PROJECT) / ".holdfast" / "snapshot", at=at)
    if not found.differences:
        log.info("what is stored is what everybody's entries say", clocks=found.clocks, alerts=found.alerts)
        return found
    # The log and the message go where a child's record may not: they name rules and say how many, and never a child.
    rules = sorted({each.key.partition("/")[0] for each in found.differences})
    log.error("what is stored is not what the entries say", differences=len(found.differences), rules=rules)
    because = (
        f"{len(found.differences)} of {found.clocks + found.alerts} stored clocks and alerts are not what the entries say "
        f"({', '.join(rules)}). "
        "To see which: holdfast rebuild --check. This is an incident."
    )
    told = Recipient(ON_CALL_MAILBOX, None, because, "mailbox")
    # Named by the day, so that a night's work that is done twice is one incident.
    notify(at=at, kind=Delivery.Kind.RECORD, matter=uuid5(NIGHTS, str(london_day(at))), child=None, rung=0, told=[told])
    return found


def mend_keys_nightly() -> int:
    """Whoever could not be found by all that is said of them can be. Returns how many that were."""
    mended = mend_keys()
    if mended:
        log.error("people could not be found by all that is said of them, and can be now", people=mended)
    return mended
