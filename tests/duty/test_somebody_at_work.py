"""Whatever happens to staff, every alert and every concern has a person in post at that moment, or the on-call mailbox and an
incident: never nobody, never somebody who is away, and a manager is told whenever the responsible person is away. What cannot
wait has somebody who is there at that very hour."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, given
from hypothesis import strategies as st

from holdfast.duty.contact_assignee import current_assignee
from holdfast.duty.contact_intake import receive
from holdfast.duty.escalation_job import run_minute_jobs, waiting
from holdfast.duty.models import Delivery, DutyShift
from holdfast.duty.rota import roster
from holdfast.engine.responsibility.roster import Roster
from holdfast.engine.responsibility.urgency import cannot_wait
from holdfast.kernel.when import When
from holdfast.record.ledger.append import write
from holdfast.vocabulary.entry import Entry
from tests.duty.team import Team, at, make_team, rota
from tests.sizes import drawn

FIRST = date(2019, 8, 15)  # Thursday: the first core group is due tonight, so that from Friday an alert is waiting
STAFF = st.sampled_from(["w1", "w9", "d1", "e1", "w2", "w20", "c1"])
KINDS = st.sampled_from(["sick", "cover", "back", "left", "allocated", "ended", "vague", "sick"])
STEPS = st.lists(
    st.tuples(st.sampled_from([1, 9, 16, 30]), st.lists(st.tuples(KINDS, STAFF, STAFF), min_size=1, max_size=5)),
    min_size=2,
    max_size=4,
)
"""So many hours later, these things have happened to staff."""


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


def fits(rows: list[Delivery], now: Roster, when: datetime, *, urgent: bool) -> None:
    """At least one of these people is in post (of what cannot wait: there now), and none of those told just now is away."""
    assert rows, "never nobody"
    assert any(row.worker_id is None or now.in_post(row.worker_id) for row in rows), "somebody is in post"
    if urgent:
        assert any(row.worker_id is None or now.reached(row.worker_id, urgent=True) for row in rows), "somebody is there"
    just_now = [row for row in rows if row.told_at == when]
    for row in just_now:
        if row.worker_id is None:
            assert (row.role, row.incident) == ("on_call_mailbox", True)
        else:
            assert now.in_post(row.worker_id), "never somebody who is away"
            assert row.from_at is None or row.from_at > when, "what waits waits for a time to come"
            assert row.from_at is None or not now.on_shift(row.worker_id), "and not for somebody who is there"
        if row.way == "duty" and row.from_at is None:
            assert row.worker_id in now.on_duty(), "duty means on shift"


def manager_knows(rows: list[Delivery], now: Roster, child: str) -> None:
    """Where the child's own worker is away, a manager was told too (or the mailbox, when every manager is away)."""
    lead = now.lead(child)
    if lead is None or now.in_post(lead):
        return
    manager = now.on_call_manager(child, above=lead)
    expected = {manager[0]} if manager else {None} if now.managers(lead) else set()
    assert expected <= {row.worker_id for row in rows}, "always with a manager told"


def deliveries(matter: UUID) -> list[Delivery]:
    rows = list(Delivery.objects.filter(matter=matter))
    highest = max((row.rung for row in rows), default=0)
    return [row for row in rows if row.rung == highest]


@pytest.mark.django_db
@drawn("lives of a team", phases=[Phase.explicit, Phase.reuse, Phase.generate], suppress_health_check=list(HealthCheck))
@given(
    starts=st.sampled_from(["2019-08-15T08:00", "2019-08-15T16:00"]),
    steps=STEPS,
    kept=st.booleans(),
    holes=st.sets(st.integers(0, 6)),
)
def test_every_alert_and_every_concern_has_somebody_at_work(
    starts: str, steps: list[tuple[int, list[tuple[str, str, str]]]], kept: bool, holes: set[int]
):
    with transaction.atomic():
        team = make_team()
        if kept:
            rota(team, FIRST, days=6)
            for number, shift in enumerate(DutyShift.objects.order_by("starts")):
                if number in holes:
                    shift.delete()
        team.plan()
        when, concerns = at(starts), list[Entry]()
        for hours, events in steps:
            when += timedelta(hours=hours)
            write([happened(*event, when, team.chloe.pk) for event in events])
            concerns.append(one_step(team, when, concerns))
        transaction.set_rollback(True)


def one_step(team: Team, when: datetime, before: list[Entry]) -> Entry:
    """A concern comes in, a minute's work is done, and everything is with somebody."""
    child = team.chloe.pk
    data = team.concern()
    new = receive(
        at=when, by=team.maya, type="contact_received", happened=When.at(when), about=(child,), data=data, id=uuid4()
    ).entry
    now = roster(child, when)
    fits(deliveries(UUID(new.id)), now, when, urgent=True)
    manager_knows(deliveries(UUID(new.id)), now, child)
    run_minute_jobs(at=when)
    assert waiting(when)
    for alert in waiting(when):
        fits(deliveries(alert.pk), now, when, urgent=cannot_wait(alert.rule_id))
    for concern in (*before, new):
        held = current_assignee(entry=concern, at=when).assignee
        assert held.worker is None or now.reached(held.worker.pk, urgent=True), "whoever has it is there"
    return new
