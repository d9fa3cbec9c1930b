"""Proving that what is stored for speed says what the entries say, and making it so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model

from holdfast.record import read
from holdfast.record.derive import Derived, fields
from holdfast.record.models import Alert, Rechecked, StoredClock, StoredSpan
from holdfast.record.recheck import EARLIEST, EVER, bring_up_to_date, everybody, work_out

Progress = Callable[[int, int], None]
TABLES: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (StoredSpan, ("kind", "start", "entry")),
    (StoredClock, ("key",)),
    (Alert, ("key",)),
)
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


def differences(*, progress: Progress | None = None) -> Iterator[Difference]:
    """Work everybody out afresh, as at the instant their rows were last worked out, and compare."""
    people = everybody()
    checked = dict(Rechecked.objects.values_list("person_id", "at"))
    for model, _ in TABLES:
        for person in model._default_manager.exclude(child__in=people).values_list("child_id", flat=True).distinct():
            yield Difference(person, model._meta.db_table, "*", "stored for somebody no entry is about")
    known = [person for person in people if person in checked]
    for person in people:
        if person not in checked:
            yield Difference(person, "record_rechecked", "*", "never worked out")
    for done, (person, derived, _) in enumerate(work_out(known, at=EARLIEST), start=1):
        yield from _of_person(person, derived)
        if progress:
            progress(done, len(known))


def _of_person(person: str, derived: Derived) -> Iterator[Difference]:
    for (model, key), wanted in zip(TABLES, (derived.spans or (), derived.clocks, derived.alerts), strict=True):
        stored = {tuple(getattr(row, name) for name in key): row for row in model._default_manager.filter(child=person)}
        table = model._meta.db_table
        for row in wanted:
            at = tuple(getattr(row, name) for name in key)
            name = " ".join(map(str, at))
            old = stored.pop(at, None)
            if old is None:
                yield Difference(person, table, name, "missing")
                continue
            before, now = fields(old), fields(row)
            differing = [column for column in now if before[column] != now[column]]
            if differing:
                yield Difference(person, table, name, f"differs in {', '.join(differing)}")
        for at in stored:
            yield Difference(person, table, " ".join(map(str, at)), "not in the entries")


def rebuild(*, at: datetime, progress: Progress | None = None) -> int:
    """Work everybody out afresh as at ``at`` and store it. Returns how many people."""
    people = everybody()
    families = read.networks(people, EVER)
    people.sort(key=lambda person: families[person])  # those who share a reading, together
    for model, _ in TABLES:
        model._default_manager.exclude(child__in=people).delete()
    for start in range(0, len(people), BATCH):
        bring_up_to_date(people[start : start + BATCH], at=at)
        if progress:
            progress(min(start + BATCH, len(people)), len(people))
    return len(people)
