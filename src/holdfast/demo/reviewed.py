"""The published review's case in the demonstration, at its own dates and under its own pseudonyms.

Its breaches are years old and its people are nobody's colleagues today, so each alert is put away with an answer that says
so: it stays in view on the children's pages, and waits for nobody.
"""

from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from holdfast.demo.seeds import ident
from holdfast.exchange.importer import import_case
from holdfast.kernel.when import When
from holdfast.record.ledger.append import write
from holdfast.record.models import Alert, ImportedId
from holdfast.record.projection.refresh import bring_up_to_date
from holdfast.vocabulary.entry import Entry

ORIGIN = "the published review"
ANSWER = (
    "This is the published review's case, kept as it stood. What was not done then is history: "
    "holdfast replay shows what would have been said, to whom and when."
)


def load_review(at: datetime) -> None:
    """Take in ``cases/review.json`` and put its alerts away. Once in, loading it again changes nothing."""
    case = Path(settings.PROJECT) / "cases/review.json"
    # Installed as a package there are no cases beside it; and what was imported before is left alone, with its answers.
    if not case.exists() or import_case(case.read_bytes(), origin=ORIGIN, at=at).nothing_new:
        return
    people = list(ImportedId.objects.filter(origin=ORIGIN, kind="person").values_list("internal_id", flat=True))
    # An entry for each, because no alert is put away otherwise. Written as history and not by the command: that asks for a worker
    # to whom it was put, and nobody of the review works here.
    open_alerts = Alert.objects.filter(child__in=people, ended_at__isnull=True)
    write([_put_away(alert.pk, alert.child_id, at) for alert in open_alerts], imported_from=ORIGIN)
    bring_up_to_date(people, at=at)


def _put_away(alert: UUID, child: str, at: datetime) -> Entry:
    return Entry.build(
        id=ident("put away", str(alert)),
        type="alert_answered",
        happened=When.at(at),
        recorded_at=at,
        about=(child,),
        data={"alert": str(alert), "answer": ANSWER},
        source=ORIGIN,
    )
