"""Who somebody was, as far as the record says: their role, their agency, who was at a meeting. As
:mod:`holdfast.engine.reference.affiliation` and :mod:`holdfast.engine.reference.triggers.missing_agencies` say it."""

from collections.abc import Iterable
from typing import Any

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.entry_fields import column
from holdfast.engine.compiled.person import PersonRecord
from holdfast.standards import professions
from holdfast.vocabulary.world import KnownWorker

Present = tuple[str, str | None, str | None]
"""The role, the organisation and the worker of somebody who was present."""
Words = tuple[str | None, ...]
"""What is known of somebody, or of an organisation, for recognising what they are."""


def worker_of(person: PersonRecord, id: str | None) -> KnownWorker | None:
    """The worker with this id, if the case names them."""
    return person.record.people.workers.get(id) if id else None


def role_of(person: PersonRecord, id: str | None) -> str:
    """A worker's role, ready to compare; empty where it is not known."""
    worker = person.record.people.workers.get(id) if id else None
    return professions.normal(worker.role) if worker is not None else ""


def may_be_social_worker(person: PersonRecord, id: str) -> bool:
    """Whether the worker is a social worker or manages some, or nothing says that they are not."""
    worker = worker_of(person, id)
    return worker is None or professions.may_be_social_worker(worker.role, *organisation_words(person, worker.organisation))


def agency_of(person: PersonRecord, entry: CompactEntry) -> str | None:
    """The organisation whose record this is: that of whoever recorded it."""
    worker = worker_of(person, entry.by)
    return worker.organisation if worker is not None else None


def organisation_words(person: PersonRecord, id: str | None) -> Words:
    """What is known of an organisation."""
    found = person.record.people.organisations.get(id) if id else None
    return (id, found.kind, found.name) if found is not None else (id,)


def roles_present(person: PersonRecord, entry: CompactEntry) -> list[Present] | None:
    """Everybody present, the role taken from the worker where the row has none. ``None`` where attendance was not recorded."""
    rows = entry.data.get("present")
    if rows is None:
        return None
    found: list[Present] = []
    for row in rows:
        id = column(row, "worker")
        worker = worker_of(person, id)
        role = professions.normal(column(row, "role")) or (professions.normal(worker.role) if worker is not None else "")
        found.append((role, column(row, "organisation") or (worker.organisation if worker is not None else None), id))
    return found


def those_present(person: PersonRecord, entry: CompactEntry) -> list[Words] | None:
    """The role of everybody present, and what is known of their organisation."""
    present = roles_present(person, entry)
    if present is None:
        return None
    return [(role, *organisation_words(person, organisation)) for role, organisation, _ in present]


def is_social_care(texts: Words) -> bool:
    """Whether somebody, their role first, is of children's social care."""
    role = texts[0]
    return (
        role in professions.SOCIAL_WORKERS
        or role in professions.SOCIAL_CARE_MANAGERS
        or professions.speaks_of(professions.SOCIAL_CARE_WORDS, *texts)
    )


def agencies(person: PersonRecord, rows: Iterable[Any] | None) -> set[str]:
    """The agencies that rows of people speak for: by organisation, or where none is known by the role itself. The family is
    no agency."""
    found = set()
    for row in rows or ():
        worker, role = worker_of(person, column(row, "worker")), professions.normal(column(row, "role"))
        agency = column(row, "organisation") or (worker.organisation if worker is not None else None) or role.replace("_", " ")
        if agency and column(row, "person") is None and role not in professions.FAMILY_ROLES:
            found.add(str(agency))
    return found
