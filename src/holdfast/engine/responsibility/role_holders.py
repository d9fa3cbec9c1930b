"""Who holds a role for a child, in the order they would be asked. Whether they are at work is not asked here."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from holdfast.engine.reference.fields import listed, row_value, value
from holdfast.rules.role import Found, Role
from holdfast.standards.professions import normal
from holdfast.standards.roles import ROLES
from holdfast.vocabulary.entry import Entry

if TYPE_CHECKING:
    from holdfast.engine.responsibility.roster import Roster


@dataclass(frozen=True)
class Holder:
    """A worker who holds a role, and why we say so. ``own`` is true where the role is theirs for this very child, so
    that if they are away somebody stands in for them; otherwise another holder of the same role will do."""

    worker: str
    because: str
    own: bool = True


def holders(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> tuple[Holder, ...]:
    """Those who hold ``role`` for ``child``, most fitting first, nobody twice."""
    found = _FINDERS[role.found](roster, role, child, concerning)
    first: dict[str, Holder] = {}
    for holder in found:
        first.setdefault(holder.worker, holder)
    return tuple(first.values())


def tied_to(roster: "Roster", child: str) -> frozenset[str]:
    """Every worker who is named somewhere in this child's record: allocated, present, writing, sending."""
    if child not in roster.tied:
        named: set[str] = set()
        for entry in roster.known.entries:
            if child in entry.about:
                named |= roster.chains.of_entry(entry, "named", lambda each: frozenset(_named_in(each)))
        roster.tied[child] = frozenset(named)
    return roster.tied[child]


def _named_in(entry: Entry) -> Iterator[str]:
    if entry.by is not None:
        yield entry.by
    for field in ("worker", "for", "cover", "to", "manager"):
        yield from (str(named) for named in listed(entry, field))
    for field in ("from", "present", "between"):
        for row in listed(entry, field):
            if (worker := row_value(row, "worker") or (row if isinstance(row, str) else None)) is not None:
                yield worker


def _lead(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[Holder]:
    if child is not None and (lead := roster.lead(child)) is not None:
        yield Holder(lead, "lead worker")


def _line(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[Holder]:
    anchor = roster.anchor(child)
    if anchor is None:
        yield from _post(roster, role, child, concerning)
        return
    line = roster.managers(anchor)
    for place, manager in enumerate(line):
        if _has_title(roster, manager, role):
            yield Holder(manager, roster.manager_of(anchor, place))
            return
    # Whoever manages the lead worker is their team manager, whatever the post is called.
    if len(line) >= role.rank and (role.rank == 1 or not _has_another_rank(roster, line[role.rank - 1], role)):
        yield Holder(line[role.rank - 1], roster.manager_of(anchor, role.rank - 1))
        return
    yield from _post(roster, role, child, concerning)


def _post(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[Holder]:
    yield from _allocated_as(roster, role, child)
    tied = tied_to(roster, child) if child is not None else frozenset()
    titled = [worker for worker in roster.world.workers if _has_title(roster, worker, role)]
    for worker in sorted(titled, key=lambda each: (each not in tied, each)):
        yield Holder(worker, f"{role.words} by title", own=len(titled) == 1)


def _tied(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[Holder]:
    yield from _allocated_as(roster, role, child)
    if child is None:
        return
    for worker in sorted(tied_to(roster, child)):
        if _has_title(roster, worker, role):
            yield Holder(worker, f"{role.words} named in this child's record")
    if role.id == "contributing_agencies":
        yield from _authors(roster, role, child, concerning)


def _allocated_as(roster: "Roster", role: Role, child: str | None) -> Iterator[Holder]:
    for entry in reversed(roster.allocations(child)):
        if normal(str(value(entry, "role"))) in role.titles:
            yield Holder(str(value(entry, "worker")), f"allocated as {role.words}")


def _has_title(roster: "Roster", worker: str, role: Role) -> bool:
    found = roster.world.workers.get(worker)
    return found is not None and normal(found.role) in role.titles


def _has_another_rank(roster: "Roster", worker: str, role: Role) -> bool:
    return any(_has_title(roster, worker, other) for other in ROLES.values() if other.rank and other.rank != role.rank)


def _authors(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[Holder]:
    for entry in concerning:
        if entry.by is not None:
            yield Holder(entry.by, f"recorded {entry.id}")


def _visitors(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[Holder]:
    for entry in concerning:
        if (worker := value(entry, "worker") or entry.by) is not None:
            yield Holder(str(worker), f"made the visit in {entry.id}")


def _senders(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[Holder]:
    for entry in concerning:
        sent = value(entry, "from")
        worker = sent if isinstance(sent, str) else row_value(sent, "worker")
        if worker in roster.world.workers:
            yield Holder(str(worker), f"sent {entry.id}")


def _raisers(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[Holder]:
    yield from _senders(roster, role, child, concerning)
    yield from _authors(roster, role, child, concerning)


def _managers_of_both(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[Holder]:
    sides = [holder.worker for holder in _authors(roster, role, child, concerning)]
    anchor = roster.anchor(child)
    for worker in dict.fromkeys((*sides, *((anchor,) if anchor else ()))):
        if managers := roster.managers(worker):
            yield Holder(managers[0], roster.manager_of(worker, 0))


def _members(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterator[Holder]:
    held = roster.known.about(child, "core_group_held") if child is not None else ()
    for row in listed(held[-1], "present") if held else ():
        if (worker := row_value(row, "worker")) is not None:
            yield Holder(str(worker), "in the core group")


def _on_duty(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterable[Holder]:
    mine = [worker for worker in roster.on_duty() if _has_title(roster, worker, role)]
    return [Holder(worker, "on duty", own=False) for worker in (*mine, *roster.on_duty())]


def _nobody(roster: "Roster", role: Role, child: str | None, concerning: Sequence[Entry]) -> Iterable[Holder]:
    return ()


_Finder = Callable[["Roster", Role, str | None, Sequence[Entry]], Iterable[Holder]]
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
