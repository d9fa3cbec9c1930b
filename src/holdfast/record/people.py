"""Adding a person, stating a fact about one, saying how two are related. Each is a new row; none changes an old one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from holdfast.kernel.when import When
from holdfast.record.models import Person, PersonFact, Relationship, Worker
from holdfast.record.models.person_facts import new_id, new_person_id
from holdfast.record.projection import refresh
from holdfast.vocabulary.faults import Fault, Refused
from holdfast.vocabulary.world import PersonName

Written = When | str | dict[str, str]


class FactRefused(Refused):
    """A fact about a person, or a relationship, does not fit. Nothing was written."""


@transaction.atomic
def add_person(
    *,
    at: datetime,
    by: Worker | None,
    names: Sequence[PersonName] = (),
    born: Written | None = None,
    sex: str | None = None,
    nhs_number: str | None = None,
    expected: Written | None = None,
    address: str | None = None,
    source: str | None = None,
    id: str | None = None,
) -> Person:
    """A new person with what is known of them. Whether they are somebody the record already has is for a person to say."""
    faults = [*_date_fault("$.born", born), *_date_fault("$.expected", expected)]
    if faults:
        raise FactRefused(faults)
    person = Person.objects.create(id=id or new_person_id(), recorded_at=at)
    stated: list[tuple[str, Any]] = [("name", name_value(name)) for name in names]
    stated += [("born", born), ("sex", sex), ("nhs_number", nhs_number), ("expected", expected), ("address", address)]
    for position, (kind, value) in enumerate(stated):
        if value is not None:
            _state(at=at, by=by, person=person, kind=kind, value=value, source=source, position=position)
    return person


def name_value(name: PersonName) -> dict[str, str | None]:
    """A name as a fact stores it."""
    return {"use": name.use, "given": name.given, "family": name.family}


@transaction.atomic
def state_fact(
    *,
    at: datetime,
    by: Worker | None,
    person: Person | str,
    kind: str,
    value: Any,
    start: Written | None = None,
    end: Written | None = None,
    source: str | None = None,
    replaces: PersonFact | UUID | None = None,
    reason: str | None = None,
    position: int = 0,
) -> PersonFact:
    """State one fact. ``replaces`` puts an earlier fact right, or ends it; a ``value`` of ``None`` then takes it back.

    Raises :class:`FactRefused` where a date, the kind or the fact it replaces does not fit.
    """
    fact = _state(
        at=at,
        by=by,
        person=person,
        kind=kind,
        value=value,
        start=start,
        end=end,
        source=source,
        replaces=replaces,
        reason=reason,
        position=position,
    )
    refresh.after([], at=at, people=[fact.person_id])
    return fact


def _state(
    *,
    at: datetime,
    by: Worker | None,
    person: Person | str,
    kind: str,
    value: Any,
    start: Written | None = None,
    end: Written | None = None,
    source: str | None = None,
    replaces: PersonFact | UUID | None = None,
    reason: str | None = None,
    position: int = 0,
) -> PersonFact:
    faults: list[Fault] = [*_date_fault("$.start", start), *_date_fault("$.end", end)]
    if kind not in PersonFact.Kind.values:
        faults.append(
            Fault("$.kind", f"{kind!r} is not something said of a person.", f"Use {', '.join(PersonFact.Kind.values)}.")
        )
    if kind in ("born", "expected"):
        faults += _date_fault("$.value", value)
    earlier = PersonFact.objects.filter(pk=_key(replaces)).first() if replaces else None
    person_id = person if isinstance(person, str) else person.pk
    faults += _replacing_faults(replaces, reason, earlier and (earlier.person_id, earlier.kind) == (person_id, kind), earlier)
    if not replaces and value is None:
        faults.append(Fault("$.value", "There is nothing to state.", "Give the value, or name the fact it takes back."))
    if faults:
        raise FactRefused(faults)
    return PersonFact.objects.create(
        person_id=person_id,
        kind=kind,
        value=_written(value) if kind in ("born", "expected") else value,
        start=_written(start),
        end=_written(end),
        source=source,
        recorded_at=at,
        recorded_by=by,
        replaces=earlier,
        reason=reason,
        position=earlier.position if earlier else position,
    )


@transaction.atomic
def relate(
    *,
    at: datetime,
    by: Worker | None,
    from_person: Person | str,
    to_person: Person | str,
    kind: str,
    parental_responsibility: bool | None = None,
    start: Written | None = None,
    end: Written | None = None,
    source: str | None = None,
    replaces: Relationship | UUID | None = None,
    reason: str | None = None,
    position: int = 0,
) -> Relationship:
    """Say that ``from_person`` is the ``kind`` of ``to_person``. ``replaces`` ends or puts right an earlier row; an empty
    ``kind`` then takes it back. Raises :class:`FactRefused`."""
    faults: list[Fault] = [*_date_fault("$.start", start), *_date_fault("$.end", end)]
    one, other = _person_id(from_person), _person_id(to_person)
    if one == other:
        faults.append(Fault("$.to", "Nobody is related to themselves.", "Name the other person."))
    earlier = Relationship.objects.filter(pk=_key(replaces)).first() if replaces else None
    same = earlier and (earlier.from_person_id, earlier.to_person_id) == (one, other)
    faults += _replacing_faults(replaces, reason, same, earlier)
    if not replaces and not kind:
        faults.append(Fault("$.kind", "It is not said how they are related.", "Name it, such as mother or half_sibling."))
    if faults:
        raise FactRefused(faults)
    relationship = Relationship.objects.create(
        id=new_id(),
        from_person_id=one,
        to_person_id=other,
        kind=kind,
        parental_responsibility=parental_responsibility,
        start=_written(start),
        end=_written(end),
        source=source,
        recorded_at=at,
        recorded_by=by,
        replaces=earlier,
        reason=reason,
        position=earlier.position if earlier else position,
    )
    refresh.after([], at=at, people=[one, other])
    return relationship


def _replacing_faults(replaces: Any, reason: str | None, same: Any, earlier: Any) -> list[Fault]:
    faults = []
    if replaces and not same:
        faults.append(
            Fault("$.replaces", "It does not replace what it says it replaces.", "Name the earlier row about the same thing.")
        )
    if earlier is not None and type(earlier).objects.filter(replaces=earlier).exists():
        faults.append(Fault("$.replaces", "That has already been replaced.", "Replace the latest row instead."))
    if replaces and not (reason or "").strip():
        faults.append(Fault("$.reason", "A replacement has no reason.", "Say in a few words why."))
    return faults


def _person_id(person: Person | str) -> str:
    return person if isinstance(person, str) else person.pk


def _key(row: PersonFact | Relationship | UUID) -> UUID:
    return row if isinstance(row, UUID) else row.pk


def _written(value: Any) -> Any:
    return None if value is None else When.parse(value).to_json()


def _date_fault(path: str, value: Any) -> list[Fault]:
    try:
        if value is not None:
            When.parse(value)
    except ValueError as error:
        return [Fault(path, f"{error}.", "Write what is known, as exactly as it is known.")]
    return []
