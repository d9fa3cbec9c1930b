"""Who holds something at a moment: the engine's roster, read from the live record and the duty rota."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from holdfast.duty.models import DutyShift
from holdfast.engine.responsibility.escalation import out_of_hours
from holdfast.engine.responsibility.roster import Recipient, Roster
from holdfast.kernel.moment import Moment
from holdfast.record.models import Person, Worker
from holdfast.record.read import entries_of, world_around, world_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

STAFFING = ("worker_allocated", "worker_ended", "absence_started", "absence_ended", "cover_named", "entry_withdrawn")
ROTA_REACHES = timedelta(days=28)
"""How near a shift must be for there to be a rota at all. Without one, whoever has a duty worker's title is on duty."""


@dataclass(frozen=True)
class Held:
    """Who holds something now. ``worker`` is ``None`` only when nobody at work was found: the on-call mailbox has it, and
    that is an incident. ``copied`` are told as well."""

    worker: Worker | None
    role: str
    because: str
    copied: tuple[Worker, ...] = ()
    way: str = "holder"

    @property
    def incident(self) -> bool:
        """Whether nobody at work was found."""
        return self.worker is None


def holder(role: str, child: str | None, at: datetime | Moment, concerning: Sequence[str] = ()) -> Held:
    """Who holds ``role`` for ``child`` at that moment: the responsible person, else their cover, else duty, else a manager,
    with the manager copied when somebody is away. Never nobody."""
    return held(roster(child, at).resolve(role, child, concerning))


def held(told: Sequence[Recipient]) -> Held:
    """The first who are told as the holder, the others as copied."""
    workers = Worker.objects.in_bulk([each.worker for each in told if each.worker])
    first, *others = told
    copied = tuple(workers[each.worker] for each in others if each.worker)
    return Held(workers.get(first.worker or ""), first.role, first.because, copied, first.way)


def roster(child: str | None, at: datetime | Moment) -> Roster:
    """Who is at work for a child, by everything recorded about the child and by every absence, whoever it was recorded
    about. Reasons in it use workers' names, never a child's."""
    moment = at if isinstance(at, Moment) else Moment.live(at)
    staffing = entries_of(STAFFING, moment)
    if child is None or not Person.objects.filter(pk=child).exists():
        return _over(world_of((), staffing, moment), moment)
    world = world_around(child, moment)
    known = {entry.id for entry in world.entries}
    return _over(_with(world, [entry for entry in staffing if entry.id not in known]), moment)


def staff(at: datetime | Moment) -> Roster:
    """Who is at work and who leads for whom, over every child at once. It knows staffing alone: not who wrote or attended."""
    moment = at if isinstance(at, Moment) else Moment.live(at)
    return _over(world_of((), entries_of(STAFFING, moment), moment), moment)


def _over(world: World, moment: Moment) -> Roster:
    return Roster(world, moment, rota=on_shift(moment.as_at), name=world.names.worker)


def _with(world: World, more: Sequence[Entry]) -> World:
    return World(world.organisations, world.workers, world.people, world.relationships, (*world.entries, *more))


def on_shift(at: datetime, team: str | None = None) -> tuple[str, ...] | None:
    """Workers on shift, the front door's before the emergency team's; ``None`` where no rota is kept around that time."""
    near = DutyShift.objects.filter(starts__lte=at + ROTA_REACHES, ends__gt=at - ROTA_REACHES)
    if not near.exists():
        return None
    now = near.filter(starts__lte=at, ends__gt=at)
    if team is not None:
        now = now.filter(team=team)
    rows = now.order_by("starts", "worker_id").values_list("team", "worker_id")
    return tuple(dict.fromkeys(worker for _, worker in sorted(rows, key=lambda row: row[0] != DutyShift.Team.FRONT_DOOR)))


def day_duty(at: datetime) -> bool:
    """Whether the front door is staffed: somebody is on its shift, or, where no rota is kept, it is office hours."""
    shift = on_shift(at, DutyShift.Team.FRONT_DOOR)
    return not out_of_hours(at) if shift is None else bool(shift)


def front_door(at: datetime, among: Roster | None = None) -> Held:
    """Who takes what belongs to nobody yet: the front door's duty worker on shift, after hours the emergency duty worker,
    else a manager; never nobody."""
    return held(front_door_told(among or roster(None, at), at))


def front_door_told(now: Roster, at: datetime) -> tuple[Recipient, ...]:
    """As :func:`front_door`, with the reasons."""
    roles = ("duty_social_worker", "edt") if day_duty(at) else ("edt", "duty_social_worker")
    for role in (*roles, "front_door_team_manager"):
        if (found := now.holding(role, None)) is not None:
            return (found,)
    return now.resolve(roles[0], None)


def next_change(at: datetime) -> tuple[datetime, Held] | None:
    """When the shift that is on now ends, and who has the front door from then: "from 17:00 it is with Joe Ellis"."""
    current = on_shift(at)
    if not current:
        return None
    ends = DutyShift.objects.filter(worker_id=current[0], starts__lte=at, ends__gt=at).order_by("ends").first()
    return None if ends is None else (ends.ends, front_door(ends.ends, roster(None, Moment(as_at=ends.ends, known_at=at))))
