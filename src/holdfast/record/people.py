"""Adding a person, stating a fact about one, saying how two are related. Each is a new row; none changes an old one."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Required, TypedDict, TypeVar, Unpack
from uuid import UUID

from django.db import transaction

from holdfast.kernel.when import When, london_day
from holdfast.record.fact_values import kept_value, value_faults
from holdfast.record.ledger.append import write
from holdfast.record.lineage import circles_with
from holdfast.record.locks import after_waiting
from holdfast.record.models import Person, PersonFact, Relationship, Worker
from holdfast.record.models.person_facts import new_id, new_person_id
from holdfast.record.projection import refresh
from holdfast.record.read import people as known_people
from holdfast.record.shared_identity import alike_on_record, questions_for
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.family_faults import AHEAD, LONGEST_PREGNANCY, PUT_RIGHT
from holdfast.vocabulary.faults import Fault, Refused
from holdfast.vocabulary.kinship import descent, read_kind
from holdfast.vocabulary.model_faults import said as said_of
from holdfast.vocabulary.scalars import read_when
from holdfast.vocabulary.world import PersonName

Written = When | str | dict[str, str]
Row = TypeVar("Row", PersonFact, Relationship)


class Statement(TypedDict, total=False):
    """How a fact or a relationship comes to be known. ``start`` and ``end``: from when until when it held. ``replaces`` puts an
    earlier row right, or ends it, and then needs a ``reason``. ``position`` is its place among others of its kind. Facts alone
    have ``said_by``, ``check_by`` and a ``detail``, and an ``id`` where whoever sends it has given one."""

    at: Required[datetime]
    by: Required[Worker | None]
    start: Written | None
    end: Written | None
    source: str | None
    replaces: PersonFact | Relationship | UUID | None
    reason: str | None
    position: int
    said_by: str | None
    check_by: date | None
    detail: dict[str, Any] | None
    id: UUID | None


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
    faults = [
        *_date_fault("$.born", born),
        *_date_fault("$.expected", expected),
        *value_faults("nhs_number", nhs_number, "$.nhs_number"),
    ]
    faults += [fault for place, name in enumerate(names) for fault in value_faults("name", name_value(name), f"$.names[{place}]")]
    if faults:
        raise FactRefused(faults)
    person = Person.objects.create(id=id or new_person_id(), recorded_at=at)
    stated: list[tuple[str, Any]] = [("name", name_value(name)) for name in names]
    stated += [("born", born), ("sex", sex), ("nhs_number", nhs_number), ("expected", expected), ("address", address)]
    for position, (kind, value) in enumerate(stated):
        if value is not None:
            _state(person.pk, kind, value, at=at, by=by, source=source, position=position)
    alike = _ask_whose(person.pk, at) if nhs_number else []
    # A baby to come is asked about from the day that is too late, whether or not anything is ever recorded of them.
    concerned = [*(id for entry in alike for id in entry.about), *((person.pk,) if expected is not None else ())]
    if concerned:
        refresh.project(alike, at=at, people=concerned)
    return person


def name_value(name: PersonName) -> dict[str, str | None]:
    """A name as a fact stores it."""
    return {"use": name.use, "given": name.given, "family": name.family}


@transaction.atomic
def state_fact(*, person: Person | str, kind: str, value: Any, **said: Unpack[Statement]) -> PersonFact:
    """State one fact. A ``value`` of ``None`` takes back the fact it replaces.

    Raises :class:`FactRefused` where a date, the kind or the fact it replaces does not fit.
    """
    # Here and not where somebody is added: history is brought in with the instant at which the family was first known.
    if kind in AHEAD and (faults := _birth_fault(kind, value, "$.value", said["at"])):
        raise FactRefused(faults)
    before = _number_of(_person_id(person), said["at"]) if kind == "nhs_number" else None
    fact = _state(_person_id(person), kind, value, **said)
    # Whose it is was asked when it was first said. That it was checked is no news.
    alike = _ask_whose(fact.person_id, said["at"]) if kind == "nhs_number" and fact.value not in (None, before) else []
    refresh.project(alike, at=said["at"], people=[fact.person_id, *(id for entry in alike for id in entry.about)])
    return fact


def _number_of(person: str, at: datetime) -> str | None:
    return known_people([person], after_waiting(at))[person].nhs_number


def _ask_whose(person: str, at: datetime) -> list[Entry]:
    """The questions, on both records, where somebody else has this person's NHS number."""
    pairs = alike_on_record(known_people([person], after_waiting(at)), at, numbers_alone=True)
    return write(questions_for(pairs, at))


def _state(person: str, kind: str, value: Any, **said: Unpack[Statement]) -> PersonFact:
    earlier = _earlier(PersonFact, said)
    is_same = earlier is not None and (earlier.person_id, earlier.kind) == (person, kind)
    faults = _period_faults(said)
    if kind not in PersonFact.Kind.values:
        faults.append(
            Fault("$.kind", f"{kind!r} is not something said of a person.", f"Use {', '.join(PersonFact.Kind.values)}.")
        )
    is_date = kind in ("born", "expected")
    if is_date:
        faults += _date_fault("$.value", value)
    faults += value_faults(kind, value, "$.value")
    faults += _replacement_faults(said, earlier, is_same=is_same)
    if value is None and not said.get("replaces"):
        faults.append(Fault("$.value", "There is nothing to state.", "Give the value, or name the fact it takes back."))
    if faults:
        raise FactRefused(faults)
    return PersonFact.objects.create(
        id=said.get("id") or new_id(),
        person_id=person,
        kind=kind,
        value=_written(value) if is_date else kept_value(kind, value),
        said_by=said.get("said_by"),
        check_by=said.get("check_by"),
        detail=said.get("detail"),
        **_columns(said, earlier),
    )


@transaction.atomic
def relate(
    *,
    from_person: Person | str,
    to_person: Person | str,
    kind: str,
    parental_responsibility: bool | None = None,
    **said: Unpack[Statement],
) -> Relationship:
    """Say that ``from_person`` is the ``kind`` of ``to_person``. An empty ``kind`` takes back the row it replaces. Raises
    :class:`FactRefused`."""
    one, other = _person_id(from_person), _person_id(to_person)
    earlier = _earlier(Relationship, said)
    is_same = earlier is not None and (earlier.from_person_id, earlier.to_person_id) == (one, other)
    faults = _period_faults(said)
    if one == other:
        faults.append(Fault("$.to", "Nobody is related to themselves.", "Name the other person."))
    faults += _replacement_faults(said, earlier, is_same=is_same)
    if not kind and not said.get("replaces"):
        faults.append(Fault("$.kind", "It is not said how they are related.", "Name it, such as mother or half_sibling."))
    faults += _tie_faults(one, kind, other, earlier)
    if faults:
        raise FactRefused(faults)
    relationship = Relationship.objects.create(
        id=new_id(),
        from_person_id=one,
        to_person_id=other,
        kind=kind,
        parental_responsibility=parental_responsibility,
        **_columns(said, earlier),
    )
    # Both sides: a family is who is related to whom, so each of the two may have gained or lost half of theirs.
    refresh.project([], at=said["at"], people=[one, other])
    return relationship


def _birth_fault(kind: str, value: Written | None, path: str, at: datetime) -> list[Fault]:
    """A birth that is said to have been and is still to come."""
    last = london_day(at) + (LONGEST_PREGNANCY if kind == "expected" else timedelta())
    ahead = value is not None and not _date_fault(path, value) and When.parse(value).first > last
    return [Fault(path, *AHEAD[kind])] if ahead else []


def _tie_faults(one: str, kind: str, other: str, earlier: Relationship | None) -> list[Fault]:
    """What keeps a tie out: a kind that there is not, and that somebody would be their own ancestor."""
    try:
        line = descent(one, read_kind(kind) if kind else kind, other)
    except ValueError as error:
        return [said_of("$.kind", error)]
    if line is None or one == other:
        return []
    without = () if earlier is None else (earlier.pk,)
    return [
        Fault("$.kind", f"By this somebody would be their own ancestor, in {len(circle)} steps.", PUT_RIGHT)
        for circle in circles_with([line], without=without).values()
    ]


def _earlier(model: type[Row], said: Statement) -> Row | None:
    """The row that is replaced, where the record has it."""
    replaces = said.get("replaces")
    if not replaces:
        return None
    return model._default_manager.filter(pk=replaces if isinstance(replaces, UUID) else replaces.pk).first()


def _columns(said: Statement, earlier: PersonFact | Relationship | None) -> dict[str, Any]:
    """The columns that a fact and a relationship have alike."""
    return {
        "start": _written(said.get("start")),
        "end": _written(said.get("end")),
        "source": said.get("source"),
        "recorded_at": said["at"],
        "recorded_by": said["by"],
        "replaces": earlier,
        "reason": said.get("reason"),
        # What is put right stays where it stood: a second name must not become the first because its spelling was wrong.
        "position": earlier.position if earlier else said.get("position", 0),
    }


def _period_faults(said: Statement) -> list[Fault]:
    faults = [*_date_fault("$.start", said.get("start")), *_date_fault("$.end", said.get("end"))]
    start, end = said.get("start"), said.get("end")
    if not faults and start is not None and end is not None and When.parse(end).last < When.parse(start).first:
        faults.append(Fault("$.end", "It ends before it starts.", "Look at both dates, and put the wrong one right."))
    return faults


def _replacement_faults(said: Statement, earlier: PersonFact | Relationship | None, *, is_same: bool) -> list[Fault]:
    """``is_same``: the row replaced says the same kind of thing of the same people."""
    replaces, reason, faults = said.get("replaces"), said.get("reason"), list[Fault]()
    if replaces and not is_same:
        faults.append(
            Fault("$.replaces", "It does not replace what it says it replaces.", "Name the earlier row about the same thing.")
        )
    # The database refuses a second one too; here it is said in words. Two replacements of one row would be two truths.
    if earlier is not None and type(earlier)._default_manager.filter(replaces=earlier.pk).exists():
        faults.append(Fault("$.replaces", "That has already been replaced.", "Replace the latest row instead."))
    if replaces and not (reason or "").strip():
        faults.append(Fault("$.reason", "A replacement has no reason.", "Say in a few words why."))
    return faults


def _person_id(person: Person | str) -> str:
    return person if isinstance(person, str) else person.pk


def _written(value: Any) -> Any:
    return None if value is None else When.parse(value).to_json()


def _date_fault(path: str, value: Any) -> list[Fault]:
    try:
        if value is not None and not isinstance(value, When):
            read_when(value)
    except ValueError as error:
        return [said_of(path, error)]
    return []
