"""Who holds something at a moment: the engine's roster, read from the live record, the duty rota and the partnership's hours."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from holdfast.access.kept_back_matters import those_who_must_not
from holdfast.duty.models import DutyShift
from holdfast.engine.responsibility.contact_route import Route, front_door_recipients, route_of
from holdfast.engine.responsibility.roster import Recipient, Roster
from holdfast.engine.responsibility.shifts import ROTA_REACHES
from holdfast.kernel.moment import Moment
from holdfast.record.models import Person, StoredSpan, Worker
from holdfast.record.partnership_values import load_values
from holdfast.record.read import world_around, world_of
from holdfast.record.stored_staff import StoredStaff
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.working_hours import KnownShift
from holdfast.vocabulary.world import KnownOrganisation, KnownWorker, World

INSTEAD = ("front_door_team_manager", "service_manager", "director_of_childrens_services")
"""Whose it is where those who would be told must not know, in this order, after whoever is on duty and the managers above."""
BECAUSE = "nobody nearer may have it"
"""What they are told of why. No more: whom it is kept from is on its own page, for those who may know."""


@dataclass(frozen=True)
class Assignee:
    """Who holds something now. ``worker`` is ``None`` only when nobody was found: the on-call mailbox has it, and
    that is an incident. ``copied`` are told as well."""

    worker: Worker | None
    role: str
    because: str
    copied: tuple[Worker, ...] = ()
    way: str = "holder"
    from_: datetime | None = None

    @property
    def incident(self) -> bool:
        """Whether nobody was found."""
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
    # The order of those told is kept: the first is whoever has to act, and the others know that somebody was away. The mailbox
    # has it only where no person does.
    first, *others = sorted(told, key=lambda each: each.worker is None)
    copied = tuple(workers[each.worker] for each in others if each.worker)
    return Assignee(workers.get(first.worker or ""), first.role, first.because, copied, first.way, first.from_)


def roster(child: str | None, at: datetime | Moment) -> Roster:
    """Who is at work for a child, by everything recorded about the child and by whatever is recorded of each worker who is
    asked about, whoever it was recorded about. Reasons in it use workers' names, never a child's."""
    moment = at if isinstance(at, Moment) else Moment.live(at)
    if child is None or not Person.objects.filter(pk=child).exists():
        return staffing_roster(moment)
    return _over(world_around(child, moment), moment)


def staffing_roster(at: datetime | Moment, among: Iterable[str] = ()) -> Roster:
    """Who is at work and who leads for whom, whichever child is asked about. It knows staffing alone: not who wrote or attended.
    What is recorded of those ``among`` it is read at once, of anybody else when they are asked about."""
    moment = at if isinstance(at, Moment) else Moment.live(at)
    now = _over(world_of((), (), moment), moment)
    now.staff.read(among)
    return now


def _over(world: World, moment: Moment) -> Roster:
    # An absence or a cover may have been recorded about a child of another family: by the entries around this child alone
    # somebody would be at work who has been away for weeks.
    return Roster(staffed(world, moment.as_at), moment, name=world.names.worker, staff=StoredStaff(moment))


def staffed(world: World, at: datetime) -> World:
    """The same world with the partnership's hours and the rota around ``at``."""
    return replace(world, hours=load_values().hours, rota=shifts_around(at))


def shifts_around(at: datetime) -> tuple[KnownShift, ...]:
    """The shifts of the rota near enough to ``at`` to say who is on it."""
    near = DutyShift.objects.filter(starts__lte=at + ROTA_REACHES, ends__gt=at - ROTA_REACHES)
    rows = near.order_by("starts", "worker_id").values_list("worker_id", "team", "starts", "ends")
    return tuple(KnownShift(*row) for row in rows)


def roster_among(workers: Iterable[str], at: datetime | Moment) -> Roster:
    """Which of these workers are in post and on shift, with nobody else read: for what is asked of one at every page."""
    moment, asked = at if isinstance(at, Moment) else Moment.live(at), list(workers)
    now = _over(World(*_parties_of(asked), {}, (), ()), moment)
    now.staff.read(asked)
    return now


def _parties_of(among: Iterable[str]) -> tuple[dict[str, KnownOrganisation], dict[str, KnownWorker]]:
    rows = Worker.objects.filter(pk__in=list(among)).select_related("organisation")
    homes = [each.organisation for each in rows if each.organisation is not None]
    return {each.pk: each.as_known() for each in homes}, {each.pk: each.as_known() for each in rows}


def is_on_duty(worker: str, at: datetime) -> bool:
    """Whether this worker takes what is nobody's at this instant, by the rota or by the hours of their post."""
    return worker in roster_among([worker], at).on_duty()


def route(entry: Entry, child: str | None, *, at: datetime) -> Route:
    """Where a concern or message goes at this moment, by the roster of ``child``, the first whom it is about."""
    # A running span keeps a case open though its worker has gone: stored spans say so for every child without their entries.
    running = StoredSpan.objects.filter(child__in=list(entry.about), end__isnull=True).values_list("child_id", flat=True)
    now = roster(child, at)
    way = route_of(entry, now, open_cases=frozenset(running))
    return replace(way, told=those_who_may_know(way.told, [entry.id], child, now))


def those_who_may_know(
    told: Sequence[Recipient], entries: Sequence[str], child: str | None, now: Roster
) -> tuple[Recipient, ...]:
    """``told`` without those from whom any of these entries is kept back. Where nobody who is there is left, somebody who may
    know is told instead; where there is none, the on-call mailbox."""
    must_not = those_who_must_not([each.worker for each in told if each.worker], entries, now.moment)
    left = tuple(each for each in told if each.worker not in must_not)
    if not must_not or any(each.worker is not None and each.from_ is None for each in left):
        return left
    others = list(_instead(told, child, now))
    must_not |= those_who_must_not([each.worker for each in others if each.worker], entries, now.moment)
    if (other := next((each for each in others if each.worker and each.worker not in must_not), None)) is not None:
        return (*now.reaching([other], urgent=False), *left)
    return left if any(each.incident for each in left) else (*left, Recipient(told[0].role, None, BECAUSE, "mailbox"))


def _instead(told: Sequence[Recipient], child: str | None, now: Roster) -> Iterator[Recipient]:
    for worker in now.on_duty():
        yield Recipient("duty_social_worker", worker, BECAUSE)
    for manager in (above for each in told if each.worker for above in now.managers(each.worker)):
        if now.in_post(manager):
            yield Recipient("team_manager", manager, BECAUSE)
    for manager in now.managers_there():
        yield Recipient("manager_on_call", manager, BECAUSE)
    for role in INSTEAD:
        for each in now.resolve(role, child):
            yield replace(each, because=BECAUSE)


def front_door(at: datetime, among: Roster | None = None) -> Assignee:
    """Who has what belongs to nobody yet, at this moment."""
    return first_recipient(front_door_recipients(among or roster(None, at)))


def next_change(at: datetime) -> tuple[datetime, Assignee] | None:
    """When somebody else is on duty, and who has the front door from then: "from 17:00 it is with Joe Ellis"."""
    now = roster(None, at)
    current = now.on_duty()
    for edge in now.shifts.changes(at) if current else ():
        # As at the change and as known now: leave recorded ahead counts, and nothing is promised of what nobody knows yet.
        then = now.at_hour(edge)
        if then.on_duty()[:1] != current[:1]:
            return edge, front_door(edge, then)
    return None
