"""Who must be told at a moment when a role has something to answer, and from when it reaches them.

The responsible person, else the cover named for them, else a duty worker, else a manager: always with the manager told
too when somebody was away, never nobody, and never somebody lower than was asked for. What cannot wait reaches whoever is on
duty at that hour as well. Read from the case's own workers, allocations, absences, cover, hours and rota, as they were known
at that moment.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from holdfast.engine.responsibility.personnel import Personnel
from holdfast.engine.responsibility.role_candidates import RoleCandidate, holders
from holdfast.kernel.unknown_name import UnknownName
from holdfast.rules.role import Role
from holdfast.standards.professions import normal
from holdfast.standards.roles import ROLES

ON_CALL_MAILBOX = "on_call_mailbox"
"""The partnership's mailbox that somebody always reads. That something reached it is itself an incident."""


Way = Literal["holder", "cover", "duty", "manager", "copy", "mailbox"]


@dataclass(frozen=True)
class Recipient:
    """Somebody who is told. ``role`` is the role asked for; ``worker`` is a worker's id, or ``None`` for the on-call
    mailbox; ``because`` says why it is they, and ``way`` how they were found. ``from_`` is when they next come to work, where
    they are not there now: until then it waits for them."""

    role: str
    worker: str | None
    because: str
    way: Way = field(default="holder", compare=False)
    from_: datetime | None = field(default=None, compare=False)

    @property
    def incident(self) -> bool:
        """Whether nobody was found."""
        return self.worker is None


class Roster(Personnel):
    """Who must be told at a moment when a role has something to answer."""

    def reaching(self, told: Iterable[Recipient], *, urgent: bool, way: Way = "duty") -> tuple[Recipient, ...]:
        """Each of ``told`` with from when it reaches them. What is ``urgent`` reaches somebody who is there now: where none of
        them is, or the day teams have gone home, whoever is on duty as well (by ``way``: ``holder``, where it is theirs until
        they pass it on)."""
        timed = [self._timed(each, urgent=urgent) for each in told]
        there = [each for each in timed if each.worker is not None and self.reached(each.worker, urgent=urgent)]
        if urgent and not self._enough(there) and (more := self.on_duty_now(or_manager=not there)) is not None:
            timed.append(replace(more, way=way) if more.way == "duty" else more)
        return once(iter(timed))

    def _enough(self, there: Sequence[Recipient]) -> bool:
        # A manager who is rung at home can decide, and cannot drive out: at night somebody on duty knows too.
        on_duty = () if self.shifts.desk_open(self.hour) else self.on_duty()
        return any(not on_duty or each.worker in on_duty for each in there)

    def on_duty_now(self, *, or_manager: bool) -> Recipient | None:
        """Whoever takes at this hour what cannot wait: somebody on duty, else a manager on call, else the mailbox."""
        open_now = self.shifts.desk_open(self.hour)
        role, says = ("duty_social_worker", "on duty now") if open_now else ("edt", "on duty now: the day teams have gone home")
        if (worker := next(iter(self.on_duty()), None)) is not None:
            return Recipient(role, worker, says, "duty")
        if not or_manager:
            return None
        if (manager := next(iter(self.managers_there()), None)) is not None:
            says = "at work" if self.on_shift(manager) else "on call"
            return Recipient("manager_on_call", manager, f"{says} now, with nobody on duty", "manager")
        return self._incident("nobody is on duty or on call at this hour")

    def _timed(self, each: Recipient, *, urgent: bool) -> Recipient:
        if each.worker is None or each.worker not in self.world.workers or self.reached(each.worker, urgent=urgent):
            return each
        return replace(each, from_=self.comes_to_work(each.worker))

    def reached(self, worker: str, *, urgent: bool) -> bool:
        """Whether the worker is there at this hour; for what is ``urgent``, or answers the telephone."""
        return self.on_shift(worker) or (urgent and worker in self.on_call())

    def on_call_manager(
        self, child: str | None, above: str | None = None, *, rank: int = 0, floor: int = 0
    ) -> tuple[str, str] | None:
        """A manager in post and why they, nobody below ``rank``: up the line of ``above`` (else of the child's worker), then
        whoever covers for one of them and is not below ``floor``, then whoever has a title as high, the lowest first."""
        anchor = above or self.anchor(child)
        line = [each for each in self._line_above(anchor) if each[0] >= rank] if anchor else []
        for _, manager, why in line:
            if self.in_post(manager):
                return manager, why
        for _, manager, _ in line:
            # Cover does not lift whoever has it: named for the director, a teacher is no step up from whoever was told before.
            if (cover := self.cover(manager, child)) is not None and self.rank(cover) >= floor:
                return cover, f"named cover for {self.name(manager)}, {self._absence(manager)}"
        # A worker without a manager, or who is named as their own, does not end it: the titles go on where the line stops.
        titled = sorted((self.rank(id), id) for id in self.world.workers if self.rank(id) >= max(rank, 1) and id != above)
        found = next((id for _, id in titled if self.in_post(id)), None)
        return None if found is None else (found, f"{self._title_of(found)} by title")

    def _line_above(self, worker: str) -> Iterator[tuple[int, str, str]]:
        """The managers above a worker, nearest first: how far up each stands, who, and why they."""
        rank = self.rank(worker)
        for place, manager in enumerate(self.managers(worker)):
            # A post with a title of its own stands one above whoever it manages.
            rank = max(self.rank(manager) or rank + 1, rank)
            yield rank, manager, self.manager_of(worker, place)

    def _title_of(self, worker: str) -> str:
        title = normal(self.world.workers[worker].role)
        return next((role.words for role in ROLES.values() if role.rank and title in role.titles), title.replace("_", " "))

    def resolve(self, role: str, child: str | None, concerning: Sequence[str] = (), *, floor: int = 0) -> tuple[Recipient, ...]:
        """Who is told when ``role`` must hear something about ``child``: never empty, and never somebody who is away.

        ``concerning`` are the ids of the entries it is about, for roles such as whoever made the visit. ``floor`` is how high
        was told before: nobody who stands in is lower. A role that standards.roles does not list is taken as one that nobody
        holds.
        """
        # A role from a case file of another version must not stop anybody from being told: nobody holds it, so somebody
        # stands in.
        asked = ROLES.get(role) or Role(role, "", "none", "duty")
        entries = [entry for id in concerning if (entry := self.known.current(id)) is not None]
        # The first of several that somebody holds will do, one who is there before one who is not; it is told in the name of the
        # one that was asked for.
        if (held := self.first_holding(asked.either, child, concerning)) is not None:
            return (replace(held, role=role),)
        found = holders(self, asked, child, entries)
        if asked.everyone and found:
            return once(told for holder in found for told in self._one(asked, holder, child, floor))
        # Theirs, though they are away, before another who holds the same by title: whoever stands in for them knows the
        # child.
        chosen = next((holder for holder in found if holder.own or self.in_post(holder.worker)), next(iter(found), None))
        if chosen is not None and asked.found == "line" and self.rank(chosen.worker) < floor:
            # Their manager is the director herself, and the director was told already: it does not go back to whoever is below.
            lower = f"{self.name(chosen.worker)} ({chosen.because}) stands lower than whoever was told before"
            return once(iter((self._instead(asked, None, child, floor, lower),)))
        return once(self._one(asked, chosen, child, floor))

    def first_holding(self, roles: Sequence[str], child: str | None, concerning: Sequence[str] = ()) -> Recipient | None:
        """Whoever holds the first of these roles that somebody at work at this hour holds, else that somebody in post holds."""
        held = [found for role in roles if (found := self.holding(role, child, concerning)) is not None]
        return next((each for each in held if each.worker and self.on_shift(each.worker)), next(iter(held), None))

    def holding(self, role: str, child: str | None, concerning: Sequence[str] = ()) -> Recipient | None:
        """The first person in post who holds the role themselves, with nobody standing in."""
        entries = [entry for id in concerning if (entry := self.known.current(id)) is not None]
        if role not in ROLES:
            raise UnknownName("role", role, ROLES, "Roles are listed in holdfast.standards.roles.")
        for holder in holders(self, ROLES[role], child, entries):
            if self.in_post(holder.worker):
                return Recipient(role, holder.worker, holder.because)
        return None

    def _one(self, role: Role, holder: RoleCandidate | None, child: str | None, floor: int) -> Iterator[Recipient]:
        if holder is not None and self.in_post(holder.worker):
            yield Recipient(role.id, holder.worker, holder.because)
            return
        missing = f"the record names no {role.words}"
        if holder is not None:
            missing = f"{self.name(holder.worker)} is {self._absence(holder.worker, '')}"
        told = self._stand_in(role, holder, child, floor, missing)
        yield told
        # The manager was told in the role's place already.
        if holder is None and (role.falls_back_to == "manager" or floor):
            return
        manager = self._manager(role, holder, child, floor)
        if manager is not None:
            yield Recipient("team_manager", manager[0], f"{manager[1]}; told as well because {missing}", "copy")
        # Somebody was away and there is no manager to know it: that is an incident by itself. So is it where nobody has it but
        # cover that stands lower than whoever was told before.
        elif holder is not None and (self.managers(holder.worker) or self._goes_down(told, floor)):
            above = f"no manager of {self.name(holder.worker)}"
            yield self._incident(f"{above} who is as high as was told before is at work" if floor else f"{above} is at work")

    def _manager(self, role: Role, holder: RoleCandidate | None, child: str | None, floor: int) -> tuple[str, str] | None:
        above = holder.worker if holder else None
        return self.on_call_manager(child, above, rank=self._lowest(role, floor), floor=floor)

    def _goes_down(self, told: Recipient, floor: int) -> bool:
        return told.way == "cover" and told.worker is not None and self.rank(told.worker) < floor

    def _stand_in(self, role: Role, holder: RoleCandidate | None, child: str | None, floor: int, missing: str) -> Recipient:
        if holder is not None:
            if (cover := self.cover(holder.worker, child)) is not None:
                return Recipient(
                    role.id, cover, f"named cover for {self.name(holder.worker)}, {self._absence(holder.worker)}", "cover"
                )
        elif (
            role.falls_back_to == "cover"
            and role.found != "lead"
            and not self._lowest(role, floor)
            and (lead := self._lead_or_cover(child)) is not None
        ):
            return Recipient(role.id, lead, f"with the child now; {missing}", "cover")
        return self._instead(role, holder, child, floor, missing)

    def _instead(self, role: Role, holder: RoleCandidate | None, child: str | None, floor: int, missing: str) -> Recipient:
        """A manager or a duty worker in the place of whoever holds a role, and never one lower than was told before."""
        low = self._lowest(role, floor)
        # Asked for before anybody is chosen, because either way it may be they.
        manager = self._manager(role, holder, child, floor)
        # Somebody on duty can stand in for a worker. For whoever is above one they cannot: a ladder does not go down.
        duty = None if low else self.duty_for_the_day()
        if manager is not None and (role.falls_back_to == "manager" or duty is None):
            return Recipient(role.id, manager[0], f"{manager[1]}; {missing}", "manager")
        if duty is not None:
            says = "on duty" if self.on_shift(duty) else "next on duty"
            return Recipient(role.id, duty, f"{says}; {missing}", "duty")
        return self._incident(f"nobody in the record holds {role.words} or stands in for it")

    def duty_for_the_day(self) -> str | None:
        """Who takes what can wait for the day team: whoever is on duty, and at night whoever is next at the front door."""
        # What can wait until the morning is not emergency duty's, unless there is no other duty worker at all.
        by_day = self.on_duty() if self.shifts.desk_open(self.hour) else self.next_on_duty()
        return next(iter((*by_day, *self.on_duty())), None)

    def _lowest(self, role: Role, floor: int) -> int:
        """The lowest rank that can stand in for ``role``: as high as was asked for, and as was told before."""
        # Where the record knows of nobody so high, the highest there are: that a register leaves out its director must not take
        # the alert from everybody.
        return min(max(role.rank, floor), max(map(self.rank, self.world.workers), default=0))

    def _lead_or_cover(self, child: str | None) -> str | None:
        lead = self.lead(child) if child is not None else None
        return lead if lead is None or self.in_post(lead) else self.cover(lead, child)

    def _absence(self, worker: str, lead_in: str = "who is ") -> str:
        current = self.missing(worker)
        return f"{lead_in}{current.in_words()}" if current else f"{lead_in}no longer at work here"

    @staticmethod
    def _incident(what: str) -> Recipient:
        return Recipient(ON_CALL_MAILBOX, None, f"{what}: this is an incident", "mailbox")


def once(told: Iterator[Recipient]) -> tuple[Recipient, ...]:
    """Each person once, for the first reason given."""
    first: dict[str | None, Recipient] = {}
    for each in told:
        first.setdefault(each.worker, each)
    return tuple(first.values())
