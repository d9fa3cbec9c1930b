"""Who holds something at a moment: the engine's roster, read from the live record and the duty rota."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from holdfast.duty.models import DutyShift
from holdfast.engine.responsibility.contact_route import Route, front_door_recipients, route_of
from holdfast.engine.responsibility.ladder_rungs import out_of_hours
from holdfast.engine.responsibility.roster import Recipient, Roster
from holdfast.kernel.moment import Moment
from holdfast.record.models import Person, StoredSpan, Worker
from holdfast.record.read import entries_of, world_around, world_of
from holdfast.rules.conditions import workforce
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

STAFFING = (*workforce.STAFFING, "entry_withdrawn")
"""What is read to say who is in post: every entry that says so, and what takes one back."""
ROTA_REACHES = timedelta(days=28)
"""How near a shift must be for there to be a rota at all. Without one, whoever has a duty worker's title is on duty."""


@dataclass(frozen=True)
class Assignee:
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


@dataclass(frozen=True)
class LeadNow:
    """Who leads for a child: their name; where they are away or gone, since when, in words, and the name of whoever covers."""

    name: str
    away: str = ""
    cover: str = ""


def lead_now(child: str, at: datetime) -> LeadNow | None:
    """The child's lead worker at this moment, if they have one."""
    now = roster(child, at)
    lead = now.lead(child)
    if lead is None:
        return None
    missing = now.missing(lead)
    if missing is None:
        return LeadNow(now.name(lead))
    cover = now.cover(lead, child)
    return LeadNow(now.name(lead), missing.in_words(), now.name(cover) if cover else "")


def holder(role: str, child: str | None, at: datetime | Moment, concerning: Sequence[str] = ()) -> Assignee:
    """Who holds ``role`` for ``child`` at that moment: the responsible person, else their cover, else duty, else a manager,
    with the manager copied when somebody is away. Never nobody."""
    return first_recipient(roster(child, at).resolve(role, child, concerning))


def first_recipient(told: Sequence[Recipient]) -> Assignee:
    """The first who are told as the holder, the others as copied."""
    workers = Worker.objects.in_bulk([each.worker for each in told if each.worker])
    # The order of those told is kept: the first is whoever has to act, and the others know that somebody was away.
    first, *others = told
    copied = tuple(workers[each.worker] for each in others if each.worker)
    return Assignee(workers.get(first.worker or ""), first.role, first.because, copied, first.way)


def roster(child: str | None, at: datetime | Moment) -> Roster:
    """Who is at work for a child, by everything recorded about the child and by every absence, whoever it was recorded
    about. Reasons in it use workers' names, never a child's."""
    moment = at if isinstance(at, Moment) else Moment.live(at)
    # An absence or a cover may have been recorded about a child of another family: by the entries around this child alone
    # somebody would be at work who has been away for weeks.
    staffing = entries_of(STAFFING, moment)
    if child is None or not Person.objects.filter(pk=child).exists():
        return _over(world_of((), staffing, moment), moment)
    world = world_around(child, moment)
    known = {entry.id for entry in world.entries}
    return _over(_with(world, [entry for entry in staffing if entry.id not in known]), moment)


def staffing_roster(at: datetime | Moment) -> Roster:
    """Who is at work and who leads for whom, over every child at once. It knows staffing alone: not who wrote or attended."""
    moment = at if isinstance(at, Moment) else Moment.live(at)
    return _over(world_of((), entries_of(STAFFING, moment), moment), moment)


def _over(world: World, moment: Moment) -> Roster:
    return Roster(world, moment, rota=on_shift(moment.as_at), name=world.names.worker)


def _with(world: World, more: Sequence[Entry]) -> World:
    return World(world.organisations, world.workers, world.people, world.relationships, (*world.entries, *more))


def on_shift(at: datetime, team: str | None = None) -> tuple[str, ...] | None:
    """Workers on shift, the front door's before the emergency team's; ``None`` where no rota is kept around that time."""
    # Without any shift near by, no rota is kept and titles say who is on duty. A gap in a rota that is kept is something else:
    # then nobody is on shift, and a title must not hide it.
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
    # Whoever is on shift knows better than a clock: a bank holiday that is staffed is staffed.
    shift = on_shift(at, DutyShift.Team.FRONT_DOOR)
    return not out_of_hours(at) if shift is None else bool(shift)


def route(entry: Entry, child: str | None, *, at: datetime) -> Route:
    """Where a concern or message goes at this moment, by the roster of ``child``, the first whom it is about."""
    # A running span keeps a case open though its worker has gone: stored spans say so for every child without their entries.
    running = StoredSpan.objects.filter(child__in=list(entry.about), end__isnull=True).values_list("child_id", flat=True)
    return route_of(entry, roster(child, at), staffed=day_duty(at), open_cases=frozenset(running))


def front_door(at: datetime, among: Roster | None = None) -> Assignee:
    """Who has what belongs to nobody yet, at this moment."""
    return first_recipient(front_door_recipients(among or roster(None, at), staffed=day_duty(at)))


def next_change(at: datetime) -> tuple[datetime, Assignee] | None:
    """When the shift that is on now ends, and who has the front door from then: "from 17:00 it is with Joe Ellis"."""
    current = on_shift(at)
    if not current:
        return None
    # As at the change and as known now: leave that was recorded ahead counts, and nothing is promised of what nobody knows yet.
    ends = DutyShift.objects.filter(worker_id=current[0], starts__lte=at, ends__gt=at).order_by("ends").first()
    return None if ends is None else (ends.ends, front_door(ends.ends, roster(None, Moment(as_at=ends.ends, known_at=at))))
