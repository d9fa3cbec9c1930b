"""One part of a snapshot evaluated: every family in it, every person of a family, every rule that may begin for them. A process
of the pool and a task of Spark do the same, by this."""

import gc
import resource
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from holdfast.engine.bulk.family_reader import SnapshotFamily, SnapshotPartnership, families, partnership
from holdfast.engine.bulk.result_schema import CLOCKS, LINES, RAISED, STOOD
from holdfast.engine.bulk.row_writer import Rows, clock_values, finding_values, line_values
from holdfast.engine.compiled.alert_end import ended_at
from holdfast.engine.compiled.compact_clock import CompactClock, begins, state
from holdfast.engine.compiled.compiled_rules import CompiledRules, compiled
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.first_shown import CompiledRule, lines
from holdfast.engine.compiled.instants import LAST, NEVER, day_of, instant
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.reference.timeline import PARTNERSHIP
from holdfast.engine.rulebook import in_use
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.standards.local_values import Values

SELDOM = (20_000, 10, 10)
NOBODYS = ""
"""The part that is about nobody: the partnership's own."""


@dataclass(frozen=True)
class Task:
    """What is asked of every part. ``only`` names the rules that are wanted, ``history`` asks when each thing first showed, and
    ``month_ends`` for nothing but how many clocks stood how at each of several moments."""

    snapshot: Path
    directory: Path
    out: Path
    moments: tuple[Moment, ...]
    values: Values
    only: tuple[str, ...] | None = None
    history: bool = False
    month_ends: bool = False


@dataclass(frozen=True)
class Done:
    """What one part took and gave. ``seconds`` are those of the processor, ``peak`` the most memory of its process in MB."""

    part: str
    families: int
    people: int
    clocks: int
    signals: int
    seconds: float
    peak: float


def prepare_process(task: Task) -> None:
    """Make a process ready that evaluates parts and does nothing else."""
    for moment in task.moments:
        rules = compiled(in_use(task.values, london_day(moment.as_at)))
        # Compiled before the first part, and before memory is frozen: what every part needs is then never looked through for
        # garbage.
        for id in task.only or rules.used.ids:
            rules[id]
    partnership(task.snapshot, task.directory)
    # What is compiled stays, and a family is let go of as a whole: looking for what nobody holds would be a fifth of the time.
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SELDOM)


def run_part(task: Task, part: str) -> Done:
    """Evaluate one part of a snapshot, and write what it gives beside the answers of the others."""
    begun = time.process_time()
    run = _OfPart(task, part)
    run.all()
    return Done(part, run.families, run.people, run.clocks, run.signals, time.process_time() - begun, _peak())


def _peak() -> float:
    """The most memory that this process has taken, in MB."""
    try:
        said = Path("/proc/self/status").read_text()
    except OSError:  # not Linux
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    # What the system says of resources counts in whoever started the process.
    return next(int(line.split()[1]) for line in said.splitlines() if line.startswith("VmHWM:")) / 1024


class _OfPart:
    """The evaluation of one part."""

    def __init__(self, task: Task, part: str) -> None:
        self.task = task
        self.part = part
        self.shared = partnership(task.snapshot, task.directory)
        self.rules = [_Chosen(task, moment) for moment in task.moments]
        self.families = self.people = self.clocks = self.signals = 0

    def all(self) -> None:
        """Every family of the part."""
        # Three loops and not one with three questions in it: they are gone through for every clock of every child.
        if self.task.month_ends:
            self._count_month_ends()
        elif self.task.history:
            self._write_lines()
        else:
            self._write()

    def _each(self) -> Iterator[tuple[SnapshotFamily, list[str]]]:
        if self.part == NOBODYS:
            # The partnership is read like a person who is no child, with everything that is about nobody.
            yield SnapshotFamily(self.shared.entries(), [], [], []), [PARTNERSHIP]
            return
        for family in families(self.task.directory / self.part):
            everybody = family.everybody()
            if family.asks or self.shared.by_type:
                types = family.types()
                # Of what is about nobody only what the rules of this family can look at: otherwise every family would carry
                # all of it.
                looked_at = frozenset[str]().union(*(chosen.looks_at(types, self.shared) for chosen in self.rules))
                family.entries += self.shared.asked_by(family.asks, looked_at)
            self.families += 1
            self.people += len(everybody)
            yield family, everybody

    def _rows(self, name: str, schema: pa.Schema) -> Rows:
        return Rows(self.task.out / f"{name}-{Path(self.part).stem or 'nobodys'}.parquet", schema)

    def _write(self) -> None:
        # One moment: several are asked for nothing but how many stood how.
        (chosen,) = self.rules
        clocks, signals = self._rows("clocks", CLOCKS), self._rows("signals", RAISED)
        # Looked up once: there are many clocks for each child.
        add_clock, add_signal, as_at = clocks.add, signals.add, chosen.as_at
        for family, everybody in self._each():
            record = chosen.record(family, self.shared)
            for id in everybody:
                person = PersonRecord.of(record, id)
                for rule in chosen.that_may_begin(person):
                    for what in rule.now(person):
                        if what.__class__ is CompactClock:
                            add_clock(clock_values(what, as_at))
                        else:
                            add_signal(finding_values(what))  # type: ignore[arg-type]
            # Before the next family is read: memory is bounded by one of them.
            _let_go(record)
            clocks.flush_some()
            signals.flush_some()
        self._close(clocks, signals)

    def _close(self, clocks: Rows, signals: Rows) -> None:
        clocks.close()
        signals.close()
        self.clocks, self.signals = clocks.count, signals.count

    def _write_lines(self) -> None:
        (chosen,) = self.rules
        clocks, signals, shown = self._rows("clocks", CLOCKS), self._rows("signals", RAISED), self._rows("lines", LINES)
        for family, everybody in self._each():
            record = chosen.record(family, self.shared, now=False)
            for id in everybody:
                person = PersonRecord.of(record, id)
                for rule in chosen.that_may_begin(person):
                    for line in lines(rule, PersonRecord.of(record.hourly, id) if rule.hourly else person):
                        if line.raised_at is not None and line.raised_at <= chosen.as_at:
                            ended = ended_at(record, line, line.raised_at, chosen.reads[rule.id])
                            shown.add(line_values(line, ended))
                        if line.withdrawn_at is not None:
                            continue
                        if isinstance(line.what, CompactClock):
                            clocks.add(clock_values(line.what, chosen.as_at))
                        else:
                            signals.add(finding_values(line.what))
            _let_go(record)
            for rows in (clocks, signals, shown):
                rows.flush_some()
        shown.close()
        self._close(clocks, signals)

    def _count_month_ends(self) -> None:
        """How many clocks of each standard stood how at each moment: a record of the family at each, of the same entries."""
        counts: Counter[tuple[int, str, str]] = Counter()
        for family, everybody in self._each():
            # A family of which nothing had happened by a month's end has no clock then.
            begun = min((entry.start for entry in family.entries), default=NEVER)
            for chosen in self.rules:
                if begun > chosen.as_at:
                    continue
                record = chosen.record(family, self.shared)
                for id in everybody:
                    person = PersonRecord.of(record, id)
                    for rule in chosen.that_may_begin(person):
                        for clock in rule.now(person):
                            if begins(clock) <= chosen.as_at:  # type: ignore[arg-type]
                                counts[chosen.as_at, rule.id, state(clock, chosen.as_at)] += 1  # type: ignore[arg-type]
                _let_go(record)
        rows = [(date.fromordinal(day_of(at)), id, stood, count) for (at, id, stood), count in sorted(counts.items())]
        self.clocks = sum(counts.values())
        columns = zip(*rows, strict=True) if rows else [[] for _ in STOOD]
        arrays = [pa.array(values, field.type) for values, field in zip(columns, STOOD, strict=True)]
        path = self.task.out / f"stood-{Path(self.part).stem or 'nobodys'}.parquet"
        pq.write_table(pa.Table.from_arrays(arrays, schema=STOOD), path)


def _let_go(record: FamilyRecord) -> None:
    """Untie a record and its people from each other, so that all of it goes at once."""
    timed = record.hourly
    # A record knows its people and they know it. Emptied, both go at once; otherwise they would wait for a garbage collection
    # that is put off.
    for each in (timed, record):
        for person in each.persons.values():
            vars(person).clear()
    vars(timed).clear()
    vars(record).clear()


class _Chosen:
    """The rules that are wanted at one moment."""

    def __init__(self, task: Task, moment: Moment) -> None:
        self.as_at = instant(moment.as_at)
        self.known_at = min(instant(moment.known_at), LAST)
        self._leap_birthdays = task.values.leap_birthdays
        self._only = task.only
        self._rules: CompiledRules = compiled(in_use(task.values, london_day(moment.as_at)))
        self.reads = self._rules.used.reads
        self._looks_at: dict[frozenset[str], frozenset[str]] = {}
        self._may_begin: dict[tuple[bool, frozenset[str], frozenset[str]], list[CompiledRule]] = {}

    def record(self, family: SnapshotFamily, shared: SnapshotPartnership, *, now: bool = True) -> FamilyRecord:
        """A family as it is known then."""
        people = family.people_at(self.known_at, shared, self._leap_birthdays)
        return FamilyRecord(family.entries, people, self.as_at, self.known_at, now=now)

    def that_may_begin(self, person: PersonRecord) -> list[CompiledRule]:
        """The rules that could show anything for a person: the same for all of whom the same types of entries are recorded."""
        record = person.record
        # Which rules may begin hangs on the types that are there and on nothing else, and most children have the same few
        # sets of them.
        key = person.id == PARTNERSHIP, frozenset(record.there(person.id)), frozenset(record.there())
        found = self._may_begin.get(key)
        if found is None:
            found = self._may_begin[key] = list(self._rules.that_may_begin(person, self._only))
        return found

    def looks_at(self, types: frozenset[str], shared: SnapshotPartnership) -> frozenset[str]:
        """The types of what is about nobody that the rules of a family of whom these types are recorded may look at. What is
        about nobody begins a rule of theirs only if the rule begins by what is about anybody."""
        found = self._looks_at.get(types)
        if found is None:
            used = self._rules.used
            read = set[str]()
            for id in used.ids if self._only is None else self._only:
                begins = used.begins[id]
                # A rule that begins by the person's own entries cannot be begun by what is about nobody.
                if not begins.types.isdisjoint(types if begins.own else types | shared.by_type.keys()):
                    read |= used.reads[id]
            found = self._looks_at[types] = frozenset(read & shared.by_type.keys())
        return found
