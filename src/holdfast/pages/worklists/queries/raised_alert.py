"""One alert, and what belongs to it: the entries behind it, its answer, and who was told."""

from dataclasses import dataclass

from holdfast.duty.models import Delivery
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment
from holdfast.record.models import Alert
from holdfast.record.read import entries_by_id, entry_by_id, world_of
from holdfast.vocabulary.base import NameLookup
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class AlertEvidence:
    """``trigger`` is the entry that its clock started from, ``told`` the names of those it was put to, first told first."""

    entries: tuple[Entry, ...]
    names: NameLookup
    trigger: Entry | None
    answer: str
    told: tuple[str, ...]


def alert_evidence(alert: Alert, moment: Moment) -> AlertEvidence:
    """What is known of an alert."""
    behind = entries_by_id(str(id) for id in alert.evidence)
    answered = entry_by_id(alert.answered_by) if alert.answered_by else None
    rows = Delivery.objects.filter(matter=alert.pk, worker__isnull=False).select_related("worker").order_by("told_at")
    return AlertEvidence(
        entries=tuple(sorted(behind.values(), key=lambda each: each.happened.start)),
        names=world_of(alert.about, list(behind.values()), moment).names,
        # The trigger need not be among the evidence: a clock that nobody met has no other entry to show for itself.
        trigger=entries_by_id([alert.trigger]).get(alert.trigger) if alert.trigger else None,
        answer=value(answered, "answer") if answered else "",
        told=tuple(dict.fromkeys(row.worker.name for row in rows if row.worker)),
    )
