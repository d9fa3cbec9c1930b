"""Putting Northmere into the record: people, history with the instants at which it was recorded, rota, and people who sign in."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from holdfast.access.demo_people import DEMO_PEOPLE
from holdfast.access.models import User
from holdfast.demo.duty_shifts import make_shifts
from holdfast.demo.invented_partnership import Northmere, Progress
from holdfast.demo.northmere import build
from holdfast.demo.past_answers import settle
from holdfast.demo.residents import InventedFamily, Resident
from holdfast.demo.reviewed import load_review
from holdfast.demo.seeds import ORIGIN, ident
from holdfast.duty.contact_intake import assign
from holdfast.duty.escalation_job import escalate, warn
from holdfast.kernel.when import london_day
from holdfast.record import models
from holdfast.record.ledger.append import write
from holdfast.record.ledger.seals import seal
from holdfast.record.people import name_value
from holdfast.record.projection.refresh import bring_up_to_date
from holdfast.record.read import entry_by_id

BATCH = 1000
STILL_GOOD = timedelta(weeks=6)
"""For how long the numbers of those who could have the children are relied on."""


def load_northmere(at: datetime, progress: Progress | None = None, *, part: float = 1) -> list[tuple[str, str]]:
    """Make the demonstration as at ``at`` if it is not there yet. Returns who can sign in, with what they do. ``part`` is that
    of :func:`holdfast.demo.northmere.build`."""
    tell = progress or _quiet
    # Children's services are what no partnership is without: where they are there, so is everything, because it went in whole.
    if not models.Organisation.objects.filter(pk="csc").exists():
        _make(at, tell, part)
    make_shifts(at)
    _sign_in()
    for step in (seal, warn, escalate):  # what the first minute does, but for sending anything out
        step(at=at)
    return [(each.name, each.title) for each in DEMO_PEOPLE]


@transaction.atomic
def _make(at: datetime, tell: Progress, part: float) -> None:
    """All of it, or nothing: somebody who stops it half-way can begin again."""
    models.InventedRecord.objects.create(made_at=at, name=ORIGIN)
    made = build(at, tell, part=part)
    _store(made, tell)
    _work_out(made, tell)
    settle(made, tell)
    # By the same step that a concern takes from the form: what the demonstration shows of it is what the program does.
    for entry in made.arriving:
        assign(at=at, entry=entry_by_id(entry))
    load_review(at)


def _quiet(what: str, done: int, total: int) -> None:
    """Nobody is watching."""


def _store(made: Northmere, tell: Progress) -> None:
    _partnership(made)
    everybody = [(one, family) for family in made.families for one in family.everybody]
    first = _first_known(made)
    models.Person.objects.bulk_create([models.Person(id=one.id, recorded_at=first[family.key]) for one, family in everybody])
    checked = london_day(made.at) + STILL_GOOD
    facts = [fact for one, family in everybody for fact in _facts(one, family, first[family.key], checked)]
    models.PersonFact.objects.bulk_create(facts, batch_size=BATCH)
    models.Relationship.objects.bulk_create(_relationships(made, first), batch_size=BATCH)
    entries = made.entries
    for start in range(0, len(entries), BATCH):
        # As history that was brought in, with the instants it was recorded at: it would otherwise look back-dated to whoever
        # verifies the record.
        write(entries[start : start + BATCH], imported_from=ORIGIN)
        tell("entries", min(start + BATCH, len(entries)), len(entries))


def _work_out(made: Northmere, tell: Progress) -> None:
    """Clocks and alerts, family by family, so that each family is read once."""
    families = made.families
    for done, family in enumerate(families, start=1):
        bring_up_to_date([child.id for child in family.children], at=made.at)
        if done % 20 == 0 or done == len(families):
            tell("clocks and alerts", done, len(families))


def _partnership(made: Northmere) -> None:
    staff = made.staff
    models.Organisation.objects.bulk_create(
        models.Organisation(id=each.id, kind=each.kind, name=each.name, phone=staff.phones[each.id])
        for each in staff.organisations.values()
    )
    models.Worker.objects.bulk_create(
        models.Worker(
            id=each.id,
            name=each.name,
            organisation_id=each.organisation,
            role=each.role,
            manager_id=each.manager,
            phone=staff.phones[each.id],
            email=f"{each.id}@northmere.example",
        )
        for each in staff.workers.values()
    )


def _first_known(made: Northmere) -> dict[str, datetime]:
    """From when the record knows of each family: a little before the first thing recorded about it."""
    return {
        story.family.key: min((entry.recorded_at for entry in story.entries), default=made.at) - timedelta(minutes=5)
        for story in made.stories
    }


def _facts(one: Resident, family: InventedFamily, known: datetime, checked: date) -> Iterator[models.PersonFact]:
    person = one.person()
    said: list[tuple[str, Any]] = [("name", name_value(name)) for name in person.names]
    said += [("born", person.born and person.born.to_json()), ("sex", person.sex), ("nhs_number", person.nhs_number)]
    said += [("expected", person.expected and person.expected.to_json())]
    if one in family.children or one in family.adults:
        said += [("address", family.address)]
    # Whoever could have the children tonight was rung lately: the others' numbers say themselves that nobody did.
    reached = [("address", one.address), ("telephone", one.telephone)]
    for position, (kind, value) in enumerate([*said, *reached]):
        if value is not None:
            yield models.PersonFact(
                id=UUID(ident("fact", one.id, position)),
                person_id=one.id,
                kind=kind,
                value=value,
                position=position,
                recorded_at=known,
                source=ORIGIN,
                check_by=checked if (kind, value) in reached else None,
            )


def _relationships(made: Northmere, first: dict[str, datetime]) -> Iterator[models.Relationship]:
    for family in made.families:
        for position, each in enumerate(family.relationships):
            yield models.Relationship(
                id=UUID(ident("relationship", family.key, position)),
                from_person_id=each.from_person,
                to_person_id=each.to_person,
                kind=each.kind,
                parental_responsibility=each.parental_responsibility,
                start=each.start and each.start.to_json(),
                end=each.end and each.end.to_json(),
                recorded_at=first[family.key],
                source=ORIGIN,
                position=position,
            )


def _sign_in() -> None:
    """Those whom one signs in as, with one tap: they have no password."""
    for each in DEMO_PEOPLE:
        user, new = User.objects.get_or_create(
            username=each.username, defaults={"worker_id": each.username, "email": f"{each.username}@northmere.example"}
        )
        if new:
            # In a demonstration one tap signs in. A password that everybody knows would one day be typed somewhere else.
            user.set_unusable_password()
            user.save()
