"""Every night: everybody at once, over the whole record, beside the clocks and alerts that are stored.

Two ways of coming to the same thing must agree: what is stored was worked out write by write from what was stored before, and
everybody's answer from the entries alone. Where they do not, each child concerned is worked out once more by themselves, so
that what only time has changed since is not taken for a mistake.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from holdfast.engine.bulk.duckdb_session import Duck
from holdfast.engine.bulk.everyone import run
from holdfast.engine.bulk.stored_differences import (
    COMPARED,
    COMPARED_OF_ALERTS,
    RowsByChild,
    alerts_of,
    clocks_of,
    differing_alerts,
    differing_clocks,
)
from holdfast.engine.compiled.instants import moment
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.record import snapshot
from holdfast.record.models import Alert, Rechecked, StoredClock
from holdfast.record.partnership_values import load_values
from holdfast.record.projection.derivation import NO_LONGER_SHOWN, AlertRow, StoredClockRow
from holdfast.record.projection.rebuild import Difference, between_engines, compared, worked_out
from holdfast.record.projection.refresh import everybody
from holdfast.record.projection.store import read_stored

AT_ONCE = 2_000
EACH_NIGHT = 20
"""How many children the meaning of record reads in a night. A long record takes it seconds."""
Progress = Callable[[str, int, int], None]
Row = dict[str, Any]


@dataclass(frozen=True)
class Reconciled:
    """How many clocks and alerts were compared, and every difference that is not a matter of time."""

    clocks: int
    alerts: int
    differences: tuple[Difference, ...]


def reconcile(directory: Path, *, at: datetime, progress: Progress | None = None) -> Reconciled:
    """Compare everything stored with everybody's answer as at ``at``, by way of the snapshot in ``directory``."""
    snapshot.write(directory)
    with Duck() as machine:
        run(directory, Moment.live(at), machine=machine, values=load_values(), history=True, progress=progress)
        clocks = (_clock(row.child_id, row.key, row) for row in StoredClock.objects.iterator(chunk_size=AT_ONCE))
        # Only children for whom something differs are looked into one by one: millions of rows are compared by DuckDB, and a
        # child takes seconds.
        children = {each.child for each in differing_clocks(machine, clocks)}
        borne = Alert.objects.exclude(ended_why=NO_LONGER_SHOWN)  # kept, though no entries give it
        alerts = (_alert(row.child_id, row.key, row) for row in borne.iterator(chunk_size=AT_ONCE))
        children |= {each.child for each in differing_alerts(machine, alerts)}
        everybodys_clocks, everybodys_alerts = clocks_of(machine, children), alerts_of(machine, children)
    found = (*_looked_into(sorted(children), everybodys_clocks, everybodys_alerts, at), *_by_the_meaning_of_record(at))
    differences = tuple(dict.fromkeys(found))
    return Reconciled(StoredClock.objects.count(), Alert.objects.count(), differences)


def _by_the_meaning_of_record(at: datetime) -> Iterator[Difference]:
    """What the compiled rules say otherwise than the meaning of record, of those whose turn it is tonight."""
    everyone = sorted(everybody())
    # Others every night, by the day's number: nothing has to be remembered from one night to the next, and everybody's turn
    # comes.
    turn = london_day(at).toordinal() * EACH_NIGHT
    tonight = {everyone[place % len(everyone)] for place in range(turn, turn + EACH_NIGHT)} if everyone else set()
    for person, evaluation in worked_out(sorted(tonight), dict.fromkeys(tonight, at)):
        yield from between_engines(person, evaluation)


def _looked_into(people: list[str], clocks: RowsByChild, lines: RowsByChild, at: datetime) -> Iterator[Difference]:
    """Of the children for whom something differs: what is stored otherwise than their entries say, and what is found otherwise
    for them alone than for everybody at the same moment."""
    checked = dict(Rechecked.objects.filter(person__in=people).values_list("person_id", "at"))
    # Twice: as at their last look, where a difference is a mistake in what was stored; and as at now, where it is a mistake in
    # how everybody is read.
    for person, evaluation in worked_out(people, checked):
        yield from compared(person, read_stored([person])[person], evaluation.whole(person))
    for person, evaluation in worked_out(people, dict.fromkeys(people, at)):
        derived = evaluation.whole(person)
        own_clocks = {key: _clock(person, key, row) for key, row in derived.clocks.items()}
        own_alerts = {key: _alert(person, key, row) for key, row in derived.alerts.items()}
        for own, everybodys, names in ((own_clocks, clocks, COMPARED), (own_alerts, lines, COMPARED_OF_ALERTS)):
            yield from _between(person, own, everybodys[person], names)


def _between(person: str, own: Mapping[str, Row], everybodys: Mapping[str, Row], names: tuple[str, ...]) -> Iterator[Difference]:
    for key in sorted(own.keys() | everybodys.keys()):
        one, other = own.get(key), everybodys.get(key)
        if one is None or other is None or any(one[name] != other[name] for name in names):
            yield Difference(person, "everybody", key, "is not what it is for this child alone")


def _clock(child: str, key: str, row: StoredClock | StoredClockRow) -> Row:
    """A stored clock as a run for everybody writes it."""
    return {
        "child": child,
        "key": key,
        **_apart("starts", row.starts),
        **_apart("due", row.due),
        "met_on": _day(row.met_on),
        "excused_on": _day(row.excused_on),
        **{name: getattr(row, name) for name in ("standard", "trigger", "met_by", "excused_by", "missing", "approximate")},
    }


def _alert(child: str, key: str, row: Alert | AlertRow) -> Row:
    """An alert the same."""
    return {
        "child": child,
        "key": key,
        "rule": row.rule_id,
        "trigger": row.trigger,
        "evidence": json.loads(row.evidence) if isinstance(row.evidence, str) else row.evidence,
        **_apart("due", row.due),
        "raised_at": _utc(row.raised_at),
        "ended_at": _utc(row.ended_at),
        "withdrawn": row.withdrawn,
    }


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _utc(at: datetime | int | None) -> datetime | None:
    if at is None:
        return None
    return (moment(at) if isinstance(at, int) else at).astimezone(UTC).replace(tzinfo=None)


def _apart(name: str, written: str | None) -> Row:
    timed = written is not None and "T" in written
    instant = _utc(datetime.fromisoformat(written)) if timed and written else None
    return {f"{name}_day": None if timed else _day(written), f"{name}_at": instant}
