"""The children whom somebody has a part with, by their ties to each, and what is due next for each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from holdfast.access.decide import may_of_each
from holdfast.access.entry_readers import Reader, grown, may_read
from holdfast.access.permissions import Permission
from holdfast.access.ties import Tie
from holdfast.duty.models import Delivery
from holdfast.duty.rota import staffing_roster
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.pages.contacts.queries.known_children import known_to
from holdfast.record.agency_part import people_named_with
from holdfast.record.models import StoredClock, Worker
from holdfast.record.read import entries_by_id, people
from holdfast.vocabulary.world import KnownPerson

BY_POST = (Tie.POST, Tie.ON_DUTY)
"""What opens every child's record makes nobody's list: a duty worker's would be the whole partnership."""
SCHOOLS = ("school", "nursery", "college")


@dataclass(frozen=True)
class SharedChild:
    """``part`` says in words why they are on the list; ``clock`` is what is due next that the reader may know of, ``late`` how
    much is late already."""

    person: KnownPerson
    part: str
    clock: StoredClock | None
    late: int
    told_at: datetime | None


@dataclass(frozen=True)
class SharedChildren:
    """``roll`` are the children whom a school's record knows and with whom the reader has no part."""

    shared: tuple[SharedChild, ...]
    roll: tuple[str, ...]
    phones: Mapping[str, str]
    now: Roster


def shared_children(worker: Worker, reader: Reader) -> SharedChildren:
    """The children of ``worker``, who is ``reader``."""
    at = reader.moment.as_at
    decided = may_of_each(reader.user, Permission.SEE_CHILD, _candidates(worker, at), reader.moment, but=BY_POST)
    part = {child: decision.basis for child, decision in decided.items() if decision.allowed}
    persons = people(part, reader.moment)
    young = [child for child in part if not grown(child, reader.moment)]
    now, clocks, told = staffing_roster(at), _next_due(young, reader), _told(worker, young, at)
    shared = [_shared(persons[child], part[child], clocks.get(child, []), told.get(child), at) for child in young]
    phones = dict(Worker.objects.exclude(phone="").values_list("pk", "phone"))
    return SharedChildren(tuple(sorted(shared, key=_soonest)), _roll(worker, young, reader), phones, now)


def _shared(person: KnownPerson, part: str, clocks: Sequence[StoredClock], told: datetime | None, at: datetime) -> SharedChild:
    late = [clock for clock in clocks if clock.overdue_from is not None and clock.overdue_from <= at]
    ahead = [clock for clock in clocks if clock not in late]
    return SharedChild(person, part, next(iter(ahead), None), len(late), told)


def _soonest(child: SharedChild) -> tuple[bool, bool, str, str]:
    due = child.clock.due if child.clock is not None else None
    return (not child.late, due is None, str(due or ""), child.person.name)


def _candidates(worker: Worker, at: datetime) -> list[str]:
    """Whoever may be theirs, by what names them: the ties decide."""
    colleagues = Worker.objects.filter(organisation=worker.organisation_id, role=worker.role) if worker.organisation_id else []
    found = people_named_with(worker.pk, sorted({worker.pk, *(each.pk for each in colleagues)}), Moment.live(at))
    told = Delivery.objects.filter(worker=worker, child__isnull=False, told_at__lte=at).values_list("child_id", flat=True)
    return sorted(found | {str(child) for child in told})


def _next_due(children: Sequence[str], reader: Reader) -> dict[str, list[StoredClock]]:
    """The open clocks of each whose reason the reader may read, soonest first."""
    rows = list(StoredClock.objects.filter(child__in=children, open=True, due__isnull=False).order_by("overdue_from", "pk"))
    triggers = entries_by_id({row.trigger for row in rows if row.trigger})
    # Let in about each of them by the ties that made the list.
    let_in = Reader(reader.user, reader.moment, admitted=children)
    readable = {id for id, entry in triggers.items() if may_read(entry, let_in)}
    of_child: dict[str, list[StoredClock]] = {}
    for row in rows:
        if row.trigger is None or row.trigger in readable:
            of_child.setdefault(row.child_id, []).append(row)
    return of_child


def _told(worker: Worker, children: Sequence[str], at: datetime) -> dict[str, datetime]:
    rows = Delivery.objects.filter(worker=worker, child__in=children, told_at__lte=at)
    return {row["child_id"]: row["last"] for row in rows.values("child_id").annotate(last=Max("told_at"))}


def _roll(worker: Worker, shared: Sequence[str], reader: Reader) -> tuple[str, ...]:
    # Only a school has a roll. Of other agencies' children the record says who is theirs by their part alone.
    if worker.organisation is None or worker.organisation.kind not in SCHOOLS:
        return ()
    return tuple(child.name for child in known_to(worker, reader.moment) if child.id not in shared)
