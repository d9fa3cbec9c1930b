"""The children somebody is likely to mean: those they recorded something about lately, or are named in the record of."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Max, Q

from holdfast.access.entry_permissions import may_record
from holdfast.access.web import PageRequest
from holdfast.kernel.when import london_day
from holdfast.pages.entries.links import record_url
from holdfast.record.models import EntryAbout
from holdfast.record.read import people

LOOK_BACK = timedelta(days=365)
TRIED, SHOWN = 40, 15
MAJORITY = timedelta(days=365.25 * 18)


@dataclass(frozen=True)
class RecentChild:
    """A child, and the form for them."""

    name: str
    url: str


def recent_children(request: PageRequest, type: str) -> list[RecentChild]:
    """The latest first; only those this may be recorded about by them."""
    worker = request.user.worker
    if worker is None:
        return []
    # What names them counts as what they wrote: an allocation is written by a manager, and is why the child is theirs.
    named = Q(envelope__recorded_by=worker) | Q(envelope__body__data__worker=worker.pk)
    recent = EntryAbout.objects.filter(named, envelope__recorded_at__gt=request.at - LOOK_BACK)
    latest = recent.values("person").annotate(last=Max("envelope__recorded_at")).order_by("-last")[:TRIED]
    found = people([row["person"] for row in latest], request.moment)
    grown_up = london_day(request.at) - MAJORITY
    children = [found[row["person"]] for row in latest]
    young = [child for child in children if child.born is None or child.born.last > grown_up]
    # Each of these questions reads the whole family around a child: that is why no more than the latest 40 are asked about.
    allowed = [child for child in young if may_record(request.user, type, child.id, request.at).allowed]
    return [RecentChild(child.name, record_url(type, child.id)) for child in allowed[:SHOWN]]
