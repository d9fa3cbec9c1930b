"""Hours and shifts of a case file into the record, and out of it."""

from datetime import date, datetime

from holdfast.duty.models import DutyShift
from holdfast.record.models import LocalSetting
from holdfast.record.partnership_values import load_values
from holdfast.standards.local_values import HOURS
from holdfast.vocabulary.working_hours import KnownShift, StatedHours
from holdfast.vocabulary.world import World

ALWAYS_WAS = date(1900, 1, 1)
"""From when hours hold of which no first day is said."""


def take_in(world: World, *, origin: str, at: datetime) -> None:
    """Put the hours and the rota of a case in. Again they change nothing: what is there stays as it is."""
    shifts = [DutyShift(worker_id=each.worker, team=each.team, starts=each.starts, ends=each.ends) for each in world.rota]
    DutyShift.objects.bulk_create(shifts, ignore_conflicts=True)
    why = f"It came with {origin}."
    for each in world.hours:
        whose = f"worker:{each.worker}" if each.worker is not None else f"organisation:{each.organisation}"
        said = {"rule": HOURS, "name": whose, "value": each.hours, "since": each.since or ALWAYS_WAS}
        if not LocalSetting.objects.filter(**said).exists():
            LocalSetting.objects.create(**said, by=origin, why=why, set_at=at)


def hours_of(world: World) -> tuple[StatedHours, ...]:
    """The hours that were set for the workers and organisations of a case."""
    return tuple(
        StatedHours(each.hours, each.worker, each.organisation, None if each.since == ALWAYS_WAS else each.since)
        for each in load_values().hours
        if each.worker in world.workers or each.organisation in world.organisations
    )


def rota_of(world: World) -> tuple[KnownShift, ...]:
    """The shifts of the workers of a case."""
    rows = DutyShift.objects.filter(worker__in=list(world.workers)).order_by("starts", "worker_id", "team")
    return tuple(KnownShift(*row) for row in rows.values_list("worker_id", "team", "starts", "ends"))
