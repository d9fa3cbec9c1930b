"""Every night: the bulk engine, over the whole record, beside the clocks that are stored.

Two ways of working out the same thing must agree. Where they do not, each child concerned is worked out once more by the
engine that is the meaning of record, so that what only time has changed since is not taken for a mistake.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from holdfast.engine.bulk.comparing import COMPARED, Differing, differing
from holdfast.engine.bulk.everything import run
from holdfast.engine.bulk.machine import Duck
from holdfast.engine.bulk.reading import Snapshot
from holdfast.kernel.moment import Moment
from holdfast.record import snapshot
from holdfast.record.models import StoredClock
from holdfast.record.rebuild import Difference, _of_person
from holdfast.record.recheck import EARLIEST, work_out
from holdfast.record.values import values
from holdfast.standards import STANDARDS

AS_STORED = ("key", "standard", "trigger", "met_by", "excused_by", "missing", "approximate")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Reconciled:
    """How many clocks were compared, and every difference that is not a matter of time."""

    clocks: int
    differences: tuple[Difference, ...]


def reconcile(directory: Path, *, at: datetime, progress: Progress | None = None) -> Reconciled:
    """Compare everything stored with the bulk engine's answer as at ``at``, by way of the snapshot in ``directory``."""
    snapshot.write(directory)
    with Duck() as machine:
        run(machine, Snapshot(machine, directory), Moment.live(at), only=list(STANDARDS), values=values(), progress=progress)
        found = list(differing(machine, _stored(StoredClock.objects.iterator(chunk_size=2_000))))
        in_bulk = _of_bulk(machine, {each.child for each in found})
    by_child: dict[str, list[Differing]] = defaultdict(list)
    for each in found:
        by_child[each.child].append(each)
    return Reconciled(StoredClock.objects.count(), tuple(_looked_into(by_child, in_bulk, at)))


def _looked_into(by_child: dict[str, list[Differing]], in_bulk: dict[str, dict[str, Any]], at: datetime) -> Iterator[Difference]:
    """Of the children whose clocks differ: what is stored otherwise than their entries say, and what the two engines say
    otherwise of the same moment."""
    people = sorted(by_child)
    for person, derived, _ in work_out(people, at=EARLIEST):
        yield from _of_person(person, derived)
    for person, derived, _ in work_out(people, at=at):
        reference = {row["key"]: row for row in _stored(derived.clocks)}
        bulk = in_bulk.get(person, {})
        for key in sorted(reference.keys() | bulk.keys()):
            one, other = reference.get(key), bulk.get(key)
            if one is None or other is None or any(one[name] != other[name] for name in COMPARED):
                yield Difference(person, "bulk engine", key, "the two engines do not agree")


def _of_bulk(machine: Duck, children: set[str]) -> dict[str, dict[str, Any]]:
    """The bulk engine's clocks of some children, by key."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    names = ("child", "key", *COMPARED)
    for values_ in machine.rows(f"SELECT {', '.join(names)} FROM clocks WHERE begun") if children else ():  # noqa: S608
        row = dict(zip(names, values_, strict=True))
        if row["child"] in children:
            found[row["child"]][row["key"]] = row
    return found


def _stored(rows: Iterable[StoredClock]) -> Iterator[dict[str, Any]]:
    """Stored clocks as the bulk engine writes them."""
    for row in rows:
        yield {
            "child": row.child_id,
            **_apart("starts", row.starts),
            **_apart("due", row.due),
            "met_on": _day(row.met_on),
            "excused_on": _day(row.excused_on),
            **{name: getattr(row, name) for name in AS_STORED},
        }


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _apart(name: str, written: str | None) -> dict[str, Any]:
    timed = written is not None and "T" in written
    instant = datetime.fromisoformat(written).astimezone(UTC).replace(tzinfo=None) if timed and written else None
    return {f"{name}_day": None if timed else _day(written), f"{name}_at": instant}
