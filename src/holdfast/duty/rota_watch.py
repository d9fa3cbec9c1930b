"""A gap in the duty rota is told to whoever keeps it, before it comes, and is over when somebody fills it."""

from datetime import datetime, timedelta

from django.db import transaction

from holdfast.duty.models import Delivery, RotaGap
from holdfast.duty.outbox import notify
from holdfast.duty.rota import shifts_around, staffing_roster
from holdfast.engine.responsibility.roster import Roster
from holdfast.engine.responsibility.rota_gaps import Gap, gaps
from holdfast.record.locks import lock_in_order

LOOKS_AHEAD = timedelta(days=7)
SOON = timedelta(hours=24)
"""A gap that is this near goes up to the next manager as well."""
KEEPERS = {"front_door": "front_door_team_manager", "emergency_duty": "service_manager", "manager_on_call": "service_manager"}
"""Who keeps each team's rota, and hears of a hole in it."""
NEXT_UP = {"front_door": "service_manager", "emergency_duty": "assistant_director", "manager_on_call": "assistant_director"}


@transaction.atomic
def watch_rota(*, at: datetime) -> int:
    """Find the gaps of the next seven days, tell whoever keeps the rota, and end those that are filled or past. Returns how many
    stand."""
    if not shifts_around(at) and not RotaGap.objects.filter(ended_at__isnull=True).exists():
        return 0
    lock_in_order(["the duty rota"])
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
    for rung, role in ((0, KEEPERS[gap.team]), *(((1, NEXT_UP[gap.team]),) if gap.starts <= at + SOON else ())):
        told = now.reaching(now.resolve(role, None, floor=rung), urgent=False)
        notify(at=at, kind=Delivery.Kind.ROTA, matter=row.pk, child=None, rung=rung, told=told)
    return row
