"""Whatever happens to staff, every alert and every concern has a person at work at that moment, or the on-call mailbox and an
incident: never nobody, never somebody who is away, and a manager is told whenever the responsible person is away."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.duty.climb import minute, waiting
from holdfast.duty.concerns import receive_concern, who_has
from holdfast.duty.models import Delivery, DutyShift
from holdfast.duty.who import on_shift, roster
from holdfast.engine.at_work import Roster
from holdfast.kernel.when import When
from holdfast.record.append import write
from holdfast.vocabulary.entry import Entry
from tests.duty.team import Team, at, make_team, rota

FIRST = date(2019, 8, 12)  # Monday
STAFF = st.sampled_from(["w1", "w2", "w9", "w20", "d1", "e1", "c1"])
MOMENTS = st.integers(0, 10 * 24 * 4).map(lambda quarter: at("2019-08-12T00:00") + quarter * timedelta(minutes=15))
EVENTS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["sick", "vague", "back", "left", "allocated", "ended"]), STAFF, STAFF, MOMENTS),
        st.tuples(st.just("cover"), STAFF, STAFF, MOMENTS),
    ),
    max_size=12,
)


def happened(kind: str, worker: str, other: str, when: datetime, child: str) -> Entry:
    """One thing that happens to staff, known at once."""
    until = (when + timedelta(days=4)).date().isoformat()
    type, about, data, on = {
        "sick": ("absence_started", (), {"worker": worker}, None),
        "vague": ("absence_started", (), {"worker": worker}, {"from": when.date().isoformat(), "to": until}),
        "back": ("absence_ended", (), {"worker": worker}, None),
        "left": ("worker_ended", (), {"worker": worker, "reason": "left"}, None),
        "allocated": ("worker_allocated", (child,), {"worker": worker, "role": "lead_social_worker"}, None),
        "ended": ("worker_ended", (child,), {"worker": worker, "reason": "moved"}, None),
        "cover": ("cover_named", (child,), {"for": worker, "cover": other}, None),
    }[kind]
    return Entry.build(id=str(uuid4()), type=type, happened=on or When.at(when), about=about, data=data, recorded_at=when)


def fits(rows: list[Delivery], now: Roster, when: datetime) -> None:
    """At least one of these people is there, and none of those told just now is away."""
    assert rows, "never nobody"
    assert any(row.worker_id is None or now.at_work(row.worker_id) for row in rows), "somebody is at work"
    just_now = [row for row in rows if row.told_at == when]
    for row in just_now:
        if row.worker_id is None:
            assert (row.role, row.incident) == ("on_call_mailbox", True)
        else:
            assert now.at_work(row.worker_id), "never somebody who is away"
        if row.way == "duty" and on_shift(when) is not None:
            assert row.worker_id in (on_shift(when) or ()), "duty means on shift"


def manager_knows(rows: list[Delivery], now: Roster, child: str) -> None:
    """Where the child's own worker is away, a manager was told too (or the mailbox, when every manager is away)."""
    lead = now.lead(child)
    if lead is None or now.at_work(lead):
        return
    manager = now.on_call_manager(child, above=lead)
    expected = {manager[0]} if manager else {None} if now.managers(lead) else set()
    assert expected <= {row.worker_id for row in rows}, "always with a manager told"


def deliveries(matter: UUID) -> list[Delivery]:
    rows = list(Delivery.objects.filter(matter=matter))
    highest = max((row.rung for row in rows), default=0)
    return [row for row in rows if row.rung == highest]


@pytest.mark.django_db
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    derandomize=True,
)
@given(events=EVENTS, kept=st.booleans(), holes=st.sets(st.integers(0, 12)), moments=st.lists(MOMENTS, min_size=2, max_size=3))
def test_every_alert_and_every_concern_has_somebody_at_work(
    events: list[tuple[str, str, str, datetime]], kept: bool, holes: set[int], moments: list[datetime]
):
    with transaction.atomic():
        team = make_team()
        if kept:
            rota(team, FIRST, days=12)
            for number, shift in enumerate(DutyShift.objects.order_by("starts")):
                if number in holes:
                    shift.delete()
        team.plan()
        happens_to(team, events, sorted(moments))
        transaction.set_rollback(True)


def happens_to(team: Team, events: list[tuple[str, str, str, datetime]], moments: list[datetime]) -> None:
    child = team.chloe.pk
    todo = sorted(events, key=lambda event: event[3])
    concerns: list[Entry] = []
    for when in moments:
        now_known = [event for event in todo if event[3] <= when]
        todo = todo[len(now_known) :]
        write([happened(*event, child) for event in now_known])
        taken = receive_concern(at=when, by=team.maya, happened=When.at(when), about=(child,), data=team.concern(), id=uuid4())
        concerns.append(taken.entry)
        now = roster(child, when)
        fits(deliveries(UUID(taken.entry.id)), now, when)
        manager_knows(deliveries(UUID(taken.entry.id)), now, child)
        minute(at=when)
        assert waiting(when) or when < at("2019-08-16T00:00")
        for alert in waiting(when):
            fits(deliveries(alert.pk), now, when)
        for concern in concerns:
            held = who_has(entry=concern, at=when).held
            assert held.worker is None or now.at_work(held.worker.pk), "whoever has it is at work"
