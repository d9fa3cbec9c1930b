"""Who holds a role for a child, in the order they would be asked. Whether they are at work is not asked here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.reference.timeline import EntryVersion
from holdfast.engine.reference.version_history import VersionHistory
from holdfast.rules.role import Found, Role
from holdfast.standards.professions import normal
from holdfast.standards.roles import ROLES
from holdfast.vocabulary.entry import Entry

if TYPE_CHECKING:
    from holdfast.engine.responsibility.roster import Roster


@dataclass(frozen=True)
class RoleHolder:
    """A worker who holds a role, and why we say so. ``own`` is true where the role is theirs for this very child, so
    that if they are away somebody stands in for them; otherwise another holder of the same role will do."""

    worker: str
    because: str
    own: bool = True


def holders(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> tuple[RoleHolder, ...]:
    """Those who hold ``role`` for ``child``, most fitting first, nobody twice."""
    found = _FINDERS[role.found](roster, role, child, concerning)
    first: dict[str, RoleHolder] = {}
    for holder in found:
        first.setdefault(holder.worker, holder)
    return tuple(first.values())


class Naming:
    """Where each worker is named in each child's record, in every version that was ever known."""

    def __init__(self, chains: VersionHistory) -> None:
        self._chains = chains
        self._of: dict[str, dict[str, list[EntryVersion]]] = {}

    def of(self, child: str) -> dict[str, list[EntryVersion]]:
        """The versions that name each worker: as one they are allocated to, who was present, who wrote or sent it."""
        found = self._of.get(child)
        if found is None:
            found = self._of[child] = {}
            for (person, _), versions in self._chains.lists(timed=False).items():
                for version in versions if person == child else ():
                    for worker in dict.fromkeys(_named_in(version.entry)):
                        found.setdefault(worker, []).append(version)
        return found


def tied_to(roster: "Roster", child: str) -> frozenset[str]:
    """Every worker who is named somewhere in this child's record."""
    return frozenset(worker for worker in roster.naming.of(child) if is_tied(roster, worker, child))


def is_tied(roster: "Roster", worker: str, child: str | None) -> bool:
    """Whether the worker is named somewhere in this child's record."""
    return child is not None and any(map(roster.known.shows, roster.naming.of(child).get(worker, ())))


def _named_in(entry: Entry) -> Iterator[str]:
    if entry.by is not None:
        yield entry.by
    for field in ("worker", "for", "cover", "to", "manager"):
        yield from (str(named) for named in listed(entry, field))
    for field in ("from", "present", "between"):
        for row in listed(entry, field):
            if (worker := row_value(row, "worker") or (row if isinstance(row, str) else None)) is not None:
                yield worker


def _lead(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleHolder]:
    if child is not None and (lead := roster.lead(child)) is not None:
        yield RoleHolder(lead, "lead worker")


def _line(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleHolder]:
    anchor = roster.anchor(child)
    if anchor is None:
        yield from _post(roster, role, child, concerning)
        return
    line = roster.managers(anchor)
    for place, manager in enumerate(line):
        if _has_title(roster, manager, role):
            yield RoleHolder(manager, roster.manager_of(anchor, place))
            return
    # Whoever manages the lead worker is their team manager, whatever the post is called.
    if len(line) >= role.rank and (role.rank == 1 or not _has_another_rank(roster, line[role.rank - 1], role)):
        yield RoleHolder(line[role.rank - 1], roster.manager_of(anchor, role.rank - 1))
        return
    yield from _post(roster, role, child, concerning)


def _post(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleHolder]:
    yield from _allocated_as(roster, role, child)
    titled = [worker for worker in roster.world.workers if _has_title(roster, worker, role)]
    for worker in sorted(titled, key=lambda each: (not is_tied(roster, each, child), each)):
        yield RoleHolder(worker, f"{role.words} by title", own=len(titled) == 1)


def _tied(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleHolder]:
    yield from _allocated_as(roster, role, child)
    if child is None:
        return
    for worker in sorted(tied_to(roster, child)):
        if _has_title(roster, worker, role):
            yield RoleHolder(worker, f"{role.words} named in this child's record")
    if role.id == "contributing_agencies":
        yield from _authors(roster, role, child, concerning)


def _allocated_as(roster: "Roster", role: Role, child: str | None) -> Iterator[RoleHolder]:
    for entry in reversed(roster.allocations(child)):
        if normal(str(value(entry, "role"))) in role.titles:
            yield RoleHolder(str(value(entry, "worker")), f"allocated as {role.words}")


def _has_title(roster: "Roster", worker: str, role: Role) -> bool:
    found = roster.world.workers.get(worker)
    return found is not None and normal(found.role) in role.titles


def _has_another_rank(roster: "Roster", worker: str, role: Role) -> bool:
    return any(_has_title(roster, worker, other) for other in ROLES.values() if other.rank and other.rank != role.rank)


def _authors(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleHolder]:
    for entry in concerning:
        if entry.by is not None:
            yield RoleHolder(entry.by, f"recorded {entry.id}")


def _visitors(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleHolder]:
    for entry in concerning:
        if (worker := value(entry, "worker") or entry.by) is not None:
            yield RoleHolder(str(worker), f"made the visit in {entry.id}")


def _senders(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleHolder]:
    for entry in concerning:
        sent = value(entry, "from")
        worker = sent if isinstance(sent, str) else row_value(sent, "worker")
        if worker in roster.world.workers:
            yield RoleHolder(str(worker), f"sent {entry.id}")


def _raisers(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleHolder]:
    yield from _senders(roster, role, child, concerning)
    yield from _authors(roster, role, child, concerning)


def _managers_of_both(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleHolder]:
    sides = [holder.worker for holder in _authors(roster, role, child, concerning)]
    anchor = roster.anchor(child)
    for worker in dict.fromkeys((*sides, *((anchor,) if anchor else ()))):
        if managers := roster.managers(worker):
            yield RoleHolder(managers[0], roster.manager_of(worker, 0))


def _members(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleHolder]:
    held = roster.known.about(child, "core_group_held") if child is not None else ()
    for row in listed(held[-1], "present") if held else ():
        if (worker := row_value(row, "worker")) is not None:
            yield RoleHolder(str(worker), "in the core group")


def _on_duty(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterable[RoleHolder]:
    mine = [worker for worker in roster.on_duty() if _has_title(roster, worker, role)]
    return [RoleHolder(worker, "on duty", own=False) for worker in (*mine, *roster.on_duty())]


def _nobody(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterable[RoleHolder]:
    return ()


_Finder = Callable[["Roster", Role, str | None, Sequence[Entry]], Iterable[RoleHolder]]
_FINDERS: Mapping[Found, _Finder] = {
    "lead": _lead,
    "line": _line,
    "post": _post,
    "tied": _tied,
    "author": _authors,
    "visitor": _visitors,
    "sender": _senders,
    "raisers": _raisers,
    "managers_of_both": _managers_of_both,
    "members": _members,
    "duty": _on_duty,
    "none": _nobody,
}
