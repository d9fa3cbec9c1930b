"""What is stated of people, into the record from a file and out again."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from holdfast.exchange.case_ids import internal_id
from holdfast.kernel.moment import Moment
from holdfast.record.models import PersonFact
from holdfast.record.person_details import stated_of
from holdfast.vocabulary.stated_facts import FactKind, StatedFact
from holdfast.vocabulary.world import KnownPerson

CARRIED = tuple(kind for kind in FactKind if kind not in (FactKind.NAME, FactKind.NHS_NUMBER))
"""Names and numbers have fields of their own in a case file."""


def fact_rows(person: str, fact: StatedFact, place: int) -> Iterator[PersonFact]:
    """The row that says it, and the row of the last check where there was one."""
    said: dict[str, Any] = {
        "person_id": person,
        "kind": fact.kind.value,
        "value": fact.value,
        "detail": _detail(fact),
        "start": fact.since and fact.since.to_json(),
        "end": fact.until and fact.until.to_json(),
        "source": fact.source,
        "said_by": fact.said_by,
        "check_by": fact.check_by,
        "position": place,
    }
    # By what it says and not by its place: a file that names one more in the middle must not change the others.
    first = UUID(internal_id(person, "stated", f"{fact.kind} {fact.value} {place}"))
    yield PersonFact(id=first, recorded_at=fact.recorded_at, **said)
    if fact.checked_at is not None:
        checked = UUID(internal_id(person, "checked", str(first)))
        yield PersonFact(id=checked, recorded_at=fact.checked_at, replaces_id=first, reason="Checked before it came.", **said)


def _detail(fact: StatedFact) -> dict[str, Any] | None:
    said = {"whose": fact.whose, "sort": fact.sort, "interpreter": fact.interpreter}
    return {name: value for name, value in said.items() if value is not None} or None


def with_facts(people: Mapping[str, KnownPerson], moment: Moment) -> dict[str, KnownPerson]:
    """People with everything that is stated of them. A file that carries a case carries their safe addresses too: it goes from
    one record to another, and never to anybody a case is about."""
    # An address that only an entry says goes out as that entry, and names and numbers in fields of their own.
    stated = stated_of(list(people), CARRIED, moment)
    return {id: replace(person, facts=tuple(stated.get(id, ()))) for id, person in people.items()}
