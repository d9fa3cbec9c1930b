"""A gap in the duty rota is told to whoever keeps it, before it comes, and is over when somebody fills it."""

from datetime import datetime, timedelta

from django.db import transaction

from holdfast.access.permissions import Permission
from holdfast.access.role_grants import role_of
from holdfast.duty.models import Delivery, DutyShift, RotaGap
from holdfast.duty.outbox import notify
from holdfast.duty.rota import shifts_around, staffing_roster
from holdfast.engine.responsibility.roster import Recipient, Roster
from holdfast.engine.responsibility.rota_gaps import Gap, gaps
from holdfast.engine.responsibility.shifts import ROTA_REACHES
from holdfast.record.locks import lock_in_order

ROTA = "the duty rota"
"""The lock of the rota: whoever changes it, or looks for holes in it, does so one after the other."""

LOOKS_AHEAD = timedelta(days=7)
SOON = timedelta(hours=24)
"""A gap that is this near goes up to the next manager as well."""
KEEPERS = {"front_door": "front_door_team_manager", "emergency_duty": "service_manager", "manager_on_call": "service_manager"}
"""Whose business each team's rota is first of all, by title."""
NEXT_UP = {"front_door": "service_manager", "emergency_duty": "assistant_director", "manager_on_call": "assistant_director"}


@transaction.atomic
def watch_rota(*, at: datetime) -> int:
    """Find the gaps of the next seven days, tell whoever keeps the rota, and end those that are filled or past. Returns how many
    stand."""
    if not shifts_around(at) and not RotaGap.objects.filter(ended_at__isnull=True).exists():
        return 0
    lock_in_order([ROTA])
    now = staffing_roster(at)
    found = gaps(now, at, at + LOOKS_AHEAD)
    standing = list(RotaGap.objects.filter(ended_at__isnull=True).order_by("starts"))
    kept = {row.pk for gap in found if (row := _tell(gap, standing, now, at)) is not None}
    RotaGap.objects.filter(pk__in=[row.pk for row in standing if row.pk not in kept]).update(ended_at=at)
    return len(found)


def week_gaps(now: Roster, first: datetime, last: datetime) -> tuple[Gap, ...]:
    """The gaps between two instants, by the rota and the leave that a roster knows of."""
    return gaps(now, first, last)


def _tell(gap: Gap, standing: list[RotaGap], now: Roster, at: datetime) -> RotaGap:
    # The same gap though half of it was filled: whoever was told is not told again of what is left.
    same = (row for row in standing if row.team == gap.team and row.starts < gap.ends and row.ends > gap.starts)
    row = next(same, None) or RotaGap(team=gap.team, found_at=at)
    row.starts, row.ends = gap.starts, gap.ends
    row.save()
    rungs = {0: keepers(gap.team, now)}
    if gap.starts <= at + SOON:
        rungs[1] = now.resolve(NEXT_UP[gap.team], None, floor=1)
    for rung, told in rungs.items():
        reached = now.reaching(told, urgent=False)
        notify(at=at, kind=Delivery.Kind.ROTA, matter=row.pk, child=None, rung=rung, told=reached)
    return row


def keepers(team: str, now: Roster) -> tuple[Recipient, ...]:
    """Who is told of a hole in the rota of ``team``: those in post who may fill it, the nearest to the team; only where nobody
    may, whoever is above."""
    # By what somebody may do and not by what they are called: to a director who leaves the rota to others a gap is news that
    # mends nothing.
    by_title = now.resolve(KEEPERS[team], None)
    if fit := tuple(each for each in by_title if each.worker is not None and _keeps(each.worker, now)):
        return fit
    everybody = tuple(id for id in sorted(now.world.workers) if _keeps(id, now))
    for near, why in (
        (_managers_of(team, now), "manages those who are on it"),
        (_who_set_it(team, now), "set shifts of it"),
        (everybody, "may put somebody on the duty rota"),
    ):
        if found := now.those_in_post(id for id in everybody if id in near):
            return tuple(Recipient(KEEPERS[team], id, why) for id in found)
    return by_title


def _keeps(worker: str, now: Roster) -> bool:
    return bool(role_of(now.world.workers[worker].role).ties(Permission.KEEP_ROTA))


def _managers_of(team: str, now: Roster) -> set[str]:
    on_it = {each.worker for each in now.world.rota if each.team == team}
    return {manager for worker in on_it for manager in now.managers(worker)}


def _who_set_it(team: str, now: Roster) -> set[str]:
    lately = DutyShift.objects.filter(team=team, ends__gt=now.hour - ROTA_REACHES, set_by__isnull=False)
    return set(lately.values_list("set_by", flat=True))
