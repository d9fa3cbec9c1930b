"""Who is at work is the same, read worker by worker, as by everything that was ever recorded of anybody."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.record.ledger.append import write
from holdfast.record.models import Organisation, Person, Worker
from holdfast.record.read import entries_of, world_of
from holdfast.record.stored_staff import StoredStaff
from holdfast.rules.conditions.workforce import STAFFING
from holdfast.vocabulary.entry import Entry
from tests.duty.team import at
from tests.sizes import drawn

BEGINS = at("2026-03-02T09:00")
WORKERS = ("a", "b", "c", "d")
CHILDREN = ("x", "y")
who = st.sampled_from(WORKERS)
EVENTS = st.lists(
    st.tuples(
        st.sampled_from((*STAFFING, "corrected", "withdrawn")),
        who,
        who,
        st.sampled_from(((), ("x",), ("y",), ("x", "y"))),
        st.integers(-3, 3),
    ),
    max_size=14,
)


def data_of(type: str, worker: str, other: str) -> dict[str, object]:
    said: dict[str, dict[str, object]] = {
        "worker_allocated": {"worker": worker, "role": "lead_social_worker"},
        "worker_ended": {"worker": worker, "reason": "Left."},
        "worker_leaving": {"worker": worker, "last_day": "2026-03-05"},
        "absence_started": {"worker": worker},
        "absence_ended": {"worker": worker},
        "cover_named": {"for": worker, "cover": other},
        "post_taken_up": {"worker": worker, "post": "team manager"},
        "post_left": {"worker": worker, "post": "team manager"},
    }
    return said[type]


def recorded(events: list[tuple[str, str, str, tuple[str, ...], int]]) -> list[Entry]:
    """One an hour, each dated some days before or ahead; what corrects or withdraws takes the one that came last but one."""
    found: list[Entry] = []
    for number, (type, worker, other, about, days) in enumerate(events):
        when = BEGINS + timedelta(hours=number)
        day = (when + timedelta(days=days)).date().isoformat()
        parts = {"id": str(uuid4()), "happened": day, "recorded_at": when, "by": None}
        earlier = [each for each in found if each.type in STAFFING][-2:][:1]
        if type in ("corrected", "withdrawn"):
            if not earlier:
                continue
            (first,) = earlier
            if type == "withdrawn":
                more = {"type": "entry_withdrawn", "about": first.about, "data": {}, "withdraws": first.id}
            else:
                more = {"type": first.type, "about": about or first.about, "data": data_of(first.type, worker, other)}
                more["corrects"] = first.id
            found.append(Entry.build(**parts, **more, reason="Put right."))
            continue
        about = about or (("x",) if type in ("worker_allocated", "worker_leaving") else ())
        found.append(Entry.build(**parts, type=type, about=about, data=data_of(type, worker, other)))
    return found


def said_of(now: Roster) -> dict[str, object]:
    """Everything that a roster is asked."""
    return {
        "missing": {worker: now.missing(worker) for worker in WORKERS},
        "cover": {(worker, child): now.cover(worker, child) for worker in WORKERS for child in (None, *CHILDREN)},
        "lead": {child: (now.lead(child), now.anchor(child), now.allocations(child)) for child in CHILDREN},
        "given": {worker: now.given(worker) for worker in WORKERS},
        "covers for": {worker: sorted(now.may_cover_for(worker)) for worker in WORKERS},
    }


@pytest.mark.django_db
@drawn("lives of a team", suppress_health_check=list(HealthCheck))
@given(events=EVENTS, batches=st.booleans())
def test_who_is_at_work_is_the_same_read_worker_by_worker_as_by_everybodys_entries(
    events: list[tuple[str, str, str, tuple[str, ...], int]], batches: bool
) -> None:
    with transaction.atomic():
        csc = Organisation.objects.create(id="csc", kind="childrens_social_care", name="Children's services")
        Worker.objects.bulk_create([Worker(id=id, name=id, role="social_worker", organisation=csc) for id in WORKERS])
        Person.objects.bulk_create([Person(id=id, recorded_at=BEGINS) for id in CHILDREN])
        entries = recorded(events)
        # Whether what is put right comes with the same file or was there for years.
        for part in [[each] for each in entries] if batches else [entries]:
            write(part)
        for hours in (0, 3, 8, 14, 24 * 5):
            moment = Moment.live(BEGINS + timedelta(hours=hours))
            everything = world_of((), entries_of((*STAFFING, "entry_withdrawn"), moment), moment)
            by_worker = Roster(world_of((), (), moment), moment, staff=StoredStaff(moment))
            assert said_of(by_worker) == said_of(Roster(everything, moment))
        transaction.set_rollback(True)
