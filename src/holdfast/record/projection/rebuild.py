"""Proving that what is stored for speed says what the entries say, and making it so."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import partial
from typing import Any

from django.db.models import Model

from holdfast.engine.compiled.compiled_rules import compiled
from holdfast.engine.compiled.evaluate import lines_for
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.readable_results import line_of
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.reference.evaluate import evaluate
from holdfast.engine.reference.first_shown import ReferenceEvaluator
from holdfast.engine.reference.state import spans
from holdfast.engine.rulebook import counted, in_use
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.record import read
from holdfast.record.ledger import entry_rows
from holdfast.record.models import Alert, Rechecked, StoredClock, StoredSpan
from holdfast.record.partnership_values import load_values
from holdfast.record.projection.affected_people import EVER
from holdfast.record.projection.derivation import FOLDED, NO_LONGER_SHOWN, AlertRow, Derived, SpanRow, spans_of
from holdfast.record.projection.family_evaluation import FamilyEvaluation
from holdfast.record.projection.refresh import bring_up_to_date, everybody
from holdfast.record.projection.store import delete_orphans, read_stored

Progress = Callable[[int, int], None]
TABLES: dict[str, type[Model]] = {"spans": StoredSpan, "clocks": StoredClock, "alerts": Alert}
# Each batch is a transaction of its own: a rebuild that is stopped has done what it has done, and holds up nobody who writes
# about the others.
BATCH = 50


@dataclass(frozen=True)
class Difference:
    """One thing that is stored otherwise than the entries give it. Names ids and columns, never what they hold."""

    person: str
    table: str
    key: str
    what: str

    def __str__(self) -> str:
        return f"{self.person} {self.table} {self.key}: {self.what}"


def differences(*, progress: Progress | None = None, every: int = 1) -> Iterator[Difference]:
    """Work everybody out afresh, as at the instant their rows were last worked out, and compare; and compare one in ``every``
    of them with the reference engine, which is the meaning of record."""
    people = everybody()
    # Each as at the instant of their own rows: what only time has brought since is the minute's to bring, and no difference.
    checked = dict(Rechecked.objects.values_list("person_id", "at"))
    for model in TABLES.values():
        stored = model._default_manager.exclude(child__in=people)
        stored = stored.exclude(withdrawn=True) if model is Alert else stored
        for person in stored.values_list("child_id", flat=True).distinct():
            yield Difference(person, model._meta.db_table, "*", "stored for somebody no entry is about")
    known = [person for person in people if person in checked]
    for person in people:
        if person not in checked:
            yield Difference(person, "record_rechecked", "*", "never worked out")
    waiting = {person for (person,) in entry_rows.ask("SELECT person_id FROM record_waiting", {})}
    for done, (person, evaluation) in enumerate(worked_out(known, checked), start=1):
        if person in waiting:
            yield Difference(person, "record_waiting", "*", "waits to be worked out")
        else:
            yield from compared(person, read_stored([person])[person], evaluation.whole(person))
        if (done - 1) % every == 0:
            yield from between_engines(person, evaluation)
        if progress:
            progress(done, len(known))


def worked_out(people: Iterable[str], at: Mapping[str, datetime]) -> Iterator[tuple[str, FamilyEvaluation]]:
    """Each of these people with what works them out at their instant; those of one family, who share a reading, together."""
    own = load_values()
    found: dict[tuple[tuple[str, ...], datetime], list[str]] = defaultdict(list)
    for person in people:
        if person in at:
            found[read.network(person, Moment.live(at[person])), at[person]].append(person)
    for (family, instant), members in found.items():
        evaluation = FamilyEvaluation(family, instant, own, compiled(in_use(own, london_day(instant))))
        yield from ((person, evaluation) for person in members)


def compared(person: str, stored: Derived, derived: Derived) -> Iterator[Difference]:
    """What is stored otherwise than the entries give it. A withdrawn alert that they no longer give is as it
    should be; and one that stands as it was when they no longer gave it may go by a key of which more has come and gone."""
    there, wanted = _by_key(stored.spans), _by_key(derived.spans)
    yield from _of_table(person, "spans", there, wanted)
    yield from _of_table(person, "clocks", stored.clocks, derived.clocks)
    kept = {key for key, alert in stored.alerts.items() if _is_kept(alert, derived.alerts.get(key))}
    alerts = ({key: alert for key, alert in found.items() if key not in kept} for found in (stored.alerts, derived.alerts))
    yield from _of_table(person, "alerts", *alerts)


def _is_kept(stored: AlertRow, derived: AlertRow | None) -> bool:
    if derived is None:
        return stored.withdrawn
    return stored.ended_why == NO_LONGER_SHOWN and derived.withdrawn


def _by_key(found: Iterable[SpanRow] | None) -> dict[str, SpanRow]:
    return {f"{span.kind} {span.start} {span.entry}": span for span in found or ()}


def _of_table(person: str, name: str, stored: Mapping[str, Any], derived: Mapping[str, Any]) -> Iterator[Difference]:
    table = TABLES[name]._meta.db_table
    for key, wanted in derived.items():
        there = stored.get(key)
        if there is None:
            yield Difference(person, table, key, "missing")
        elif there != wanted:
            differing = [column for column in wanted._fields if getattr(there, column) != getattr(wanted, column)]
            yield Difference(person, table, key, f"differs in {', '.join(differing)}")
    for key in stored:
        if key not in derived:
            yield Difference(person, table, key, "not in the entries")


def between_engines(person: str, evaluation: FamilyEvaluation) -> Iterator[Difference]:
    """What the reference engine says otherwise, reading the whole world as pages do."""
    who = PersonRecord.of(evaluation.record, person)
    found = {line.what.key: line for line in map(partial(line_of, who), lines_for(evaluation.record, person, evaluation.rules))}
    moment, own = Moment.live(evaluation.at), load_values()
    world = counted(read.world_around(person, moment), own)
    meant = {line.what.key: line for line in evaluate(world, person, moment, values=own).lines}
    for key in sorted(found.keys() | meant.keys()):
        one, other = found.get(key), meant.get(key)
        if one is None or other is None:
            yield Difference(person, "engines", key, "only one of the two engines shows it")
        elif names := list(differing(one, other)):
            yield Difference(person, "engines", key, f"the two engines differ in {', '.join(names)}")
    view = ReferenceEvaluator(world, moment).view(person, moment.known_at)
    folded = {(id, span.start.isoformat(), span.started_by.id) for id, state in FOLDED.items() for span in spans(view, state)}
    for kind, start, entry in folded ^ {(kind, start, entry) for kind, start, _, entry in spans_of(who, evaluation.rules)}:
        yield Difference(person, "engines", f"{kind} {start} {entry}", "only one of the two engines shows it")


def differing(one: HistoryLine, other: HistoryLine) -> Iterator[str]:
    """In what two lines of one key differ."""
    if one.what.__class__ is not other.what.__class__:
        yield "what it is"
        return
    for name in ("raised_at", "withdrawn_at", "withdrawn_why", "ceased_at"):
        if _in_utc(getattr(one, name)) != _in_utc(getattr(other, name)):
            yield name
    for each in fields(one.what):
        if each.compare and _in_utc(getattr(one.what, each.name)) != _in_utc(getattr(other.what, each.name)):
            yield each.name


def _in_utc(value: Any) -> Any:
    """An instant in UTC: in the hour that comes twice, the same instant said in two time zones compares as unequal (PEP 495)."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def rebuild(*, at: datetime, progress: Progress | None = None) -> int:
    """Work everybody out afresh as at ``at`` and store it. Returns how many people."""
    people = everybody()
    families = read.networks(people, EVER)
    # Those who share a reading, together: a family is read once for all its children of a batch.
    people.sort(key=lambda person: families[person])
    delete_orphans(people, at)
    for start in range(0, len(people), BATCH):
        bring_up_to_date(people[start : start + BATCH], at=at)
        if progress:
            progress(min(start + BATCH, len(people)), len(people))
    return len(people)
