"""Who holds a role for a child, in the order they would be asked. Whether they are there is not asked here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.responsibility.personnel import Personnel
from holdfast.rules.role import Found, Role
from holdfast.standards.professions import normal
from holdfast.standards.roles import ROLES
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class RoleCandidate:
    """A worker who holds a role, and why we say so. ``own`` is true where the role is theirs for this very child, so
    that if they are away somebody stands in for them; otherwise another holder of the same role will do."""

    worker: str
    because: str
    own: bool = True


def holders(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> tuple[RoleCandidate, ...]:
    """Those who hold ``role`` for ``child``, most fitting first, nobody twice."""
    found = _FINDERS[role.found](staff, role, child, concerning)
    first: dict[str, RoleCandidate] = {}
    for holder in found:
        # For the first reason, which is the most fitting one.
        first.setdefault(holder.worker, holder)
    return tuple(first.values())


def _lead(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleCandidate]:
    if child is not None and (lead := staff.lead(child)) is not None:
        yield RoleCandidate(lead, "lead worker")


def _line(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleCandidate]:
    anchor = staff.anchor(child)
    # No worker was ever given the child, so there is no line to go up: somebody of that title has to do.
    if anchor is None:
        yield from _post(staff, role, child, concerning)
        return
    line = staff.managers(anchor)
    # By title first, whatever rank it has in this line: some teams have a manager between, some do not.
    for place, manager in enumerate(line):
        if _has_title(staff, manager, role):
            yield RoleCandidate(manager, staff.manager_of(anchor, place))
            return
    # Whoever manages the lead worker is their team manager, whatever the post is called.
    if len(line) >= role.rank and (role.rank == 1 or not _has_another_rank(staff, line[role.rank - 1], role)):
        yield RoleCandidate(line[role.rank - 1], staff.manager_of(anchor, role.rank - 1))
        return
    yield from _post(staff, role, child, concerning)


def _post(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleCandidate]:
    yield from _allocated_as(staff, role, child)
    titled = [worker for worker in staff.world.workers if _has_title(staff, worker, role)]
    # Those who are named in this child's record first, and then by id, so that it is the same one tomorrow.
    for worker in sorted(titled, key=lambda each: (not staff.is_tied(each, child), each)):
        # Theirs alone if nobody else has the title: then somebody stands in for them; otherwise another of them will do.
        yield RoleCandidate(worker, f"{role.words} by title", own=len(titled) == 1)


def _tied(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleCandidate]:
    yield from _allocated_as(staff, role, child)
    if child is None:
        return
    for worker in sorted(staff.tied_to(child)):
        if _has_title(staff, worker, role):
            yield RoleCandidate(worker, f"{role.words} named in this child's record")
    # An agency may have sent a report without being named anywhere else.
    if role.id == "contributing_agencies":
        yield from _authors(staff, role, child, concerning)


def _allocated_as(staff: Personnel, role: Role, child: str | None) -> Iterator[RoleCandidate]:
    # The latest first: whoever was given it last has it.
    for entry in reversed(staff.allocations(child)):
        if normal(str(value(entry, "role"))) in role.titles:
            yield RoleCandidate(str(value(entry, "worker")), f"allocated as {role.words}")


def _has_title(staff: Personnel, worker: str, role: Role) -> bool:
    found = staff.world.workers.get(worker)
    return found is not None and normal(found.role) in role.titles


def _has_another_rank(staff: Personnel, worker: str, role: Role) -> bool:
    return any(_has_title(staff, worker, other) for other in ROLES.values() if other.rank and other.rank != role.rank)


def _authors(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleCandidate]:
    for entry in concerning:
        if entry.by is not None:
            yield RoleCandidate(entry.by, f"recorded {entry.id}")


def _visitors(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleCandidate]:
    for entry in concerning:
        if (worker := value(entry, "worker") or entry.by) is not None:
            yield RoleCandidate(str(worker), f"made the visit in {entry.id}")


def _senders(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleCandidate]:
    for entry in concerning:
        sent = value(entry, "from")
        worker = sent if isinstance(sent, str) else row_value(sent, "worker")
        if worker in staff.world.workers:
            yield RoleCandidate(str(worker), f"sent {entry.id}")


def _raisers(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleCandidate]:
    yield from _senders(staff, role, child, concerning)
    yield from _authors(staff, role, child, concerning)


def _managers_of_both(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleCandidate]:
    sides = [holder.worker for holder in _authors(staff, role, child, concerning)]
    anchor = staff.anchor(child)
    # Both sides of a disagreement: each hears it from somebody who is not the other's manager.
    for worker in dict.fromkeys((*sides, *((anchor,) if anchor else ()))):
        if managers := staff.managers(worker):
            yield RoleCandidate(managers[0], staff.manager_of(worker, 0))


def _manager_of_named(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleCandidate]:
    for entry in concerning:
        if (worker := value(entry, "worker")) is not None and (managers := staff.managers(str(worker))):
            yield RoleCandidate(managers[0], staff.manager_of(str(worker), 0))


def _members(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[RoleCandidate]:
    held = staff.known.about(child, "core_group_held") if child is not None else ()
    for row in listed(held[-1], "present") if held else ():
        if (worker := row_value(row, "worker")) is not None:
            yield RoleCandidate(str(worker), "in the core group")


def _on_duty(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterable[RoleCandidate]:
    # Of those on duty somebody of the role first, and then anybody: the phone is answered.
    mine = [worker for worker in staff.on_duty() if _has_title(staff, worker, role)]
    now = [RoleCandidate(worker, "on duty", own=False) for worker in (*mine, *staff.on_duty())]
    # With nobody on duty it waits for whoever comes first.
    return now or [
        RoleCandidate(worker, "next on duty", own=False) for worker in staff.next_on_duty() if _has_title(staff, worker, role)
    ]


def _nobody(staff: Personnel, role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterable[RoleCandidate]:
    return ()


_Finder = Callable[[Personnel, Role, str | None, Sequence[Entry]], Iterable[RoleCandidate]]
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
    "manager_of_named": _manager_of_named,
    "members": _members,
    "duty": _on_duty,
    "none": _nobody,
}
