"""A case file into the record: whole or not at all, and harmless to repeat."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from holdfast.exchange import staffing_rows
from holdfast.exchange.carried_facts import fact_rows
from holdfast.exchange.case_ids import KINDS, IdMap, internal_id
from holdfast.kernel.when import london_day
from holdfast.record import models
from holdfast.record.ledger.append import write
from holdfast.record.ledger.canonical import canonical
from holdfast.record.lineage import circles_with
from holdfast.record.locks import lock_in_order
from holdfast.record.people import name_value
from holdfast.record.projection import refresh
from holdfast.record.read import entries_by_id
from holdfast.record.shared_identity import AlikePair, alike_on_record, questions_for
from holdfast.vocabulary.case_file import CaseRefused, read_case
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.family_faults import PUT_RIGHT, circle_in_words
from holdfast.vocabulary.faults import Fault
from holdfast.vocabulary.kinship import descent
from holdfast.vocabulary.world import KnownPerson, World

Progress = Callable[[int, int], None]
BATCH = 1000


@dataclass(frozen=True)
class Imported:
    """What an import did. ``alike`` are those of its people who may be somebody whom the record had: each is a question there.
    Nothing new means that the file had been imported before and the record was left alone."""

    origin: str
    people: int
    entries: int
    known_people: int
    known_entries: int
    alike: tuple[AlikePair, ...] = ()

    @property
    def nothing_new(self) -> bool:
        """Whether nothing was written."""
        return not self.people and not self.entries


def import_case(text: str | bytes, *, origin: str, at: datetime, progress: Progress | None = None) -> Imported:
    """Take in a case file under the name ``origin``. Its history keeps the instants at which it was first recorded.

    ``progress`` is told how many entries of how many are in. Raises ``CaseRefused`` with every fault, and then nothing at
    all was written.
    """
    return import_world(read_case(text, london_day(at)), origin=origin, at=at, progress=progress)


@transaction.atomic
def import_world(world: World, *, origin: str, at: datetime, progress: Progress | None = None) -> Imported:
    """As :func:`import_case`, for a case already read."""
    # Two who import one file at once would both find nothing there. By the name and not for all imports: two files do not touch.
    lock_in_order([f"import {origin}"])
    lists = (world.organisations, world.workers, world.people, {entry.id: entry for entry in world.entries})
    ids = {kind: {id: internal_id(origin, kind, id) for id in listed} for kind, listed in zip(KINDS, lists, strict=True)}
    renamed = IdMap(ids).world(world)
    before = {
        kind: set(models.ImportedId.objects.filter(origin=origin, kind=kind).values_list("internal_id", flat=True))
        for kind in KINDS
    }
    _refuse_what_does_not_fit(renamed, world, before)
    new_people = [person for person in renamed.people.values() if person.id not in before["person"]]
    new_entries = [entry for entry in renamed.entries if entry.id not in before["entry"]]
    # The file does not say when anybody was first known. They were by the first thing that was recorded about any of them, or no
    # page of that day could show a name.
    learned = min((entry.recorded_at for entry in new_entries), default=at)
    # In this order, because each refers to what is before it: workers to agencies, facts to people, entries to all of them.
    _parties(renamed)
    _people(new_people, origin, learned)
    _relationships(renamed, origin, learned)
    _note_ids(ids, before, origin)
    staffing_rows.take_in(renamed, origin=origin, at=at)
    for start in range(0, len(new_entries), BATCH):
        write(new_entries[start : start + BATCH], imported_from=origin)
        if progress:
            progress(min(start + BATCH, len(new_entries)), len(new_entries))
    alike = _bring_up_to_date(new_people, new_entries, at)
    return Imported(
        origin,
        len(new_people),
        len(new_entries),
        len(renamed.people) - len(new_people),
        len(world.entries) - len(new_entries),
        tuple(alike),
    )


def _refuse_what_does_not_fit(renamed: World, world: World, before: Mapping[str, set[str]]) -> None:
    """Raise ``CaseRefused`` where the file does not go with what the record holds."""
    # Before anything is written, and all of them: a file of ten years comes from another agency, who should have to mend it once.
    faults = [
        *_changed_entries(renamed, before["entry"]),
        *_changed_people(renamed, before["person"]),
        *_own_ancestors(renamed, world),
    ]
    if faults:
        raise CaseRefused(faults)


def _bring_up_to_date(new_people: list[KnownPerson], new_entries: list[Entry], at: datetime) -> list[AlikePair]:
    """Work out what follows from all that came in, and ask about whoever the record may have had. Returns those."""
    alike = alike_on_record({person.id: person for person in new_people}, at)
    # On the record of both, and never by itself more than a question.
    questions = write(questions_for(alike, at))
    # Once for the whole file and not for each batch: an entry of the last batch may put right one of the first, and each family
    # would be read as often as there are batches.
    if new_entries or new_people:
        people = [*(person.id for person in new_people), *(pair.other.id for pair in alike)]
        refresh.project([*new_entries, *questions], at=at, people=people)
    return alike


def _changed_entries(renamed: World, before: set[str]) -> Iterator[Fault]:
    there = entries_by_id(entry.id for entry in renamed.entries if entry.id in before)
    for position, entry in enumerate(renamed.entries):
        # A file that says otherwise what it said before would rewrite history if it were believed. A correction is an entry of
        # its own.
        if entry.id in there and there[entry.id] != entry:
            what = "This entry was imported before under the same name, and says something else now."
            yield Fault(f"$.entries[{position}]", what, "Give a correction its own id, with corrects and a reason.")


def _changed_people(renamed: World, before: set[str]) -> Iterator[Fault]:
    there = {
        fact.pk: fact.value for fact in models.PersonFact.objects.filter(person__in=before, replaces=None).only("id", "value")
    }
    for position, person in enumerate(renamed.people.values()):
        first = [fact for fact in _facts(person) if fact.replaces_id is None]
        if person.id in before and any(there.get(fact.pk, ...) != fact.value for fact in first):
            what = "This person was imported before under the same name, and something known of them differs now."
            yield Fault(f"$.people[{position}]", what, "State the change in the record itself, with its source and reason.")


def _own_ancestors(renamed: World, world: World) -> Iterator[Fault]:
    """Ties that make somebody their own ancestor together with what the record holds of those who were imported before."""
    lines = [descent(each.from_person, each.kind, each.to_person) for each in renamed.relationships]
    outside = dict(zip(renamed.people, world.people, strict=True))
    for place, circle in circles_with(lines).items():
        names = [repr(outside.get(id, "somebody of the record")) for id in circle]
        yield Fault(f"$.relationships[{place}]", circle_in_words(names), PUT_RIGHT)


def _parties(renamed: World) -> None:
    models.Organisation.objects.bulk_create(
        [models.Organisation(id=each.id, kind=each.kind, name=each.name) for each in renamed.organisations.values()],
        update_conflicts=True,
        unique_fields=["id"],
        # Agencies and workers are no part of the ledger: who works where may be put right by a later file.
        update_fields=["kind", "name"],
    )
    models.Worker.objects.bulk_create(
        [
            models.Worker(id=each.id, name=each.name, organisation_id=each.organisation, role=each.role, manager_id=each.manager)
            for each in renamed.workers.values()
        ],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["name", "organisation", "role", "manager"],
    )


def _people(people: list[KnownPerson], origin: str, learned: datetime) -> None:
    models.Person.objects.bulk_create([models.Person(id=person.id, recorded_at=learned) for person in people])
    facts = [fact for person in people for fact in _facts(person)]
    for fact in facts:
        # What is stated says itself when it was learned and how anybody knows, where the file does.
        fact.recorded_at, fact.source = fact.recorded_at or learned, fact.source or origin
    models.PersonFact.objects.bulk_create(facts, batch_size=BATCH)


def _facts(person: KnownPerson) -> list[models.PersonFact]:
    values = [("name", name_value(name)) for name in person.names]
    values += [
        (kind, value)
        for kind, value in (
            ("born", person.born and person.born.to_json()),
            ("sex", person.sex),
            ("nhs_number", person.nhs_number),
            ("expected", person.expected and person.expected.to_json()),
        )
        if value is not None
    ]
    rows = [
        models.PersonFact(
            id=UUID(internal_id(person.id, "fact", f"{kind} {position}")),
            person_id=person.id,
            kind=kind,
            value=value,
            position=position,
        )
        for position, (kind, value) in enumerate(values)
    ]
    return [*rows, *(row for place, fact in enumerate(person.facts) for row in fact_rows(person.id, fact, place))]


def _relationships(renamed: World, origin: str, learned: datetime) -> None:
    rows, seen = [], dict[bytes, int]()
    for position, each in enumerate(renamed.relationships):
        start, end = each.start and each.start.to_json(), each.end and each.end.to_json()
        said = canonical([each.from_person, each.to_person, each.kind, each.parental_responsibility, start, end])
        # A relationship has no id in a file. What it says is its id here, and how many say the same: so a second import finds the
        # same rows, and two that are really two stay two.
        seen[said] = seen.get(said, 0) + 1
        rows.append(
            models.Relationship(
                id=UUID(internal_id(origin, "relationship", f"{said.decode()} {seen[said]}")),
                from_person_id=each.from_person,
                to_person_id=each.to_person,
                kind=each.kind,
                parental_responsibility=each.parental_responsibility,
                start=start,
                end=end,
                source=origin,
                recorded_at=learned,
                position=position,
            )
        )
    models.Relationship.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)


def _note_ids(ids: dict[str, dict[str, str]], before: dict[str, set[str]], origin: str) -> None:
    models.ImportedId.objects.bulk_create(
        [
            models.ImportedId(origin=origin, kind=kind, external_id=external, internal_id=internal)
            for kind, of_kind in ids.items()
            for external, internal in of_kind.items()
            if internal not in before[kind]
        ],
        batch_size=BATCH,
    )


__all__ = ["Entry", "Imported", "import_case", "import_world"]
