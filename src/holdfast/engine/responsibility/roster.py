"""Who is at work for a child at a moment, and who must be told when a role has something to answer.

The responsible person, else the cover named for them, else a duty worker, else a manager: always with the manager told
too when somebody was away, and never nobody. Read from the case's own workers, allocations, absences and cover, as they
were known at that moment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
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
    mailbox; ``because`` says why it is they, and ``way`` how they were found."""

    role: str
    worker: str | None
    because: str
    way: Way = field(default="holder", compare=False)

    @property
    def incident(self) -> bool:
        """Whether nobody at work was found."""
        return self.worker is None


class Roster(Personnel):
    """Who must be told at a moment when a role has something to answer."""

    def on_call_manager(self, child: str | None, above: str | None = None, rank: int = 1) -> tuple[str, str] | None:
        """A manager at work and why they: up the line of ``above`` (else of the child's worker) from ``rank`` on, then
        below it, then whoever covers for one of them, then anyone with a manager's title."""
        anchor = above or self.anchor(child)
        line = [*enumerate(self.managers(anchor))] if anchor else []
        # From the rank that was asked for upwards, and only then down: who is above can decide what those below may.
        line = line[rank - 1 :] + line[: rank - 1][::-1]
        for place, manager in line:
            if self.in_post(manager):
                return manager, self.manager_of(str(anchor), place)
        for _, manager in line:
            if (cover := self.cover(manager, child)) is not None:
                return cover, f"named cover for {self.name(manager)}, {self._absence(manager)}"
        # Nobody of the line is there, nor anybody for them: then whoever has a manager's title, the lowest rank first.
        for role in sorted((role for role in ROLES.values() if role.rank), key=lambda role: role.rank):
            for worker in sorted(self.world.workers):
                if normal(self.world.workers[worker].role) in role.titles and self.in_post(worker):
                    return worker, f"{role.words} by title"
        return None

    def resolve(self, role: str, child: str | None, concerning: Sequence[str] = ()) -> tuple[Recipient, ...]:
        """Who is told when ``role`` must hear something about ``child``: never empty, and never somebody who is away.

        ``concerning`` are the ids of the entries it is about, for roles such as whoever made the visit. A role that
        standards.roles does not list is taken as one that nobody holds.
        """
        # A role from a case file of another version must not stop anybody from being told: nobody holds it, so somebody
        # stands in.
        asked = ROLES.get(role) or Role(role, "", "none", "duty")
        entries = [entry for id in concerning if (entry := self.known.current(id)) is not None]
        # The first of several that somebody at work holds will do, but it is told in the name of the one that was asked for.
        for other in asked.either:
            if (held := self.holding(other, child, concerning)) is not None:
                return (replace(held, role=role),)
        found = holders(self, asked, child, entries)
        if asked.everyone and found:
            return once(told for holder in found for told in self._one(asked, holder, child))
        # Theirs, though they are away, before another who holds the same by title: whoever stands in for them knows the
        # child.
        chosen = next((holder for holder in found if holder.own or self.in_post(holder.worker)), next(iter(found), None))
        return once(self._one(asked, chosen, child))

    def holding(self, role: str, child: str | None, concerning: Sequence[str] = ()) -> Recipient | None:
        """The first person at work who holds the role themselves, with nobody standing in."""
        entries = [entry for id in concerning if (entry := self.known.current(id)) is not None]
        if role not in ROLES:
            raise UnknownName("role", role, ROLES, "Roles are listed in holdfast.standards.roles.")
        for holder in holders(self, ROLES[role], child, entries):
            if self.in_post(holder.worker):
                return Recipient(role, holder.worker, holder.because)
        return None

    def _one(self, role: Role, holder: RoleCandidate | None, child: str | None) -> Iterator[Recipient]:
        if holder is not None and self.in_post(holder.worker):
            yield Recipient(role.id, holder.worker, holder.because)
            return
        yield self._stand_in(role, holder, child)
        # The manager was told in the role's place already.
        if holder is None and role.falls_back_to == "manager":
            return
        manager = self.on_call_manager(child, above=holder.worker if holder else None)
        if manager is not None:
            why = (
                f"{self.name(holder.worker)} is {self._absence(holder.worker, '')}"
                if holder
                else f"the record names no {role.words}"
            )
            yield Recipient("team_manager", manager[0], f"{manager[1]}; told as well because {why}", "copy")
        # Somebody was away and there is no manager to know it: that is an incident by itself.
        elif holder is not None and self.managers(holder.worker):
            yield self._incident(f"no manager of {self.name(holder.worker)} is at work")

    def _stand_in(self, role: Role, holder: RoleCandidate | None, child: str | None) -> Recipient:
        missing = f"the record names no {role.words}"
        if holder is not None:
            missing = f"{self.name(holder.worker)} is {self._absence(holder.worker, '')}"
            if (cover := self.cover(holder.worker, child)) is not None:
                return Recipient(
                    role.id, cover, f"named cover for {self.name(holder.worker)}, {self._absence(holder.worker)}", "cover"
                )
        elif role.falls_back_to == "cover" and role.found != "lead" and (lead := self._lead_or_cover(child)) is not None:
            return Recipient(role.id, lead, f"with the child now; {missing}", "cover")
        # Asked for before anybody is chosen, because either way it may be they.
        manager = self.on_call_manager(child, holder.worker if holder else None, 1 if holder else max(role.rank, 1))
        duty = next(iter(self.on_duty()), None)
        if manager is not None and (role.falls_back_to == "manager" or duty is None):
            return Recipient(role.id, manager[0], f"{manager[1]}; {missing}", "manager")
        if duty is not None:
            return Recipient(role.id, duty, f"on duty; {missing}", "duty")
        return self._incident(f"nobody in the record holds {role.words} or stands in for it")

    def _lead_or_cover(self, child: str | None) -> str | None:
        lead = self.lead(child) if child is not None else None
        return lead if lead is None or self.in_post(lead) else self.cover(lead, child)

    def _absence(self, worker: str, lead_in: str = "who is ") -> str:
        current = self.away(worker)
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
