"""Facts that belong to one person alone and are recorded for two: a question on the record of each, for a person to decide."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from holdfast.kernel.when import When
from holdfast.record import read
from holdfast.record.ledger.entry_rows import ask
from holdfast.record.locks import after_waiting, lock_in_order
from holdfast.record.models.person_facts import new_id
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson

NHS_NUMBER, NAME_AND_BIRTH = "NHS number", "name and date of birth"
HELD = """
SELECT f.person_id FROM record_personfact f
WHERE f.kind = %(kind)s AND f.value = ANY(%(values)s::jsonb[]) AND f.recorded_at <= %(known)s
  AND NOT EXISTS (SELECT FROM record_personfact l WHERE l.replaces_id = f.id AND l.recorded_at <= %(known)s)
"""


@dataclass(frozen=True)
class AlikePair:
    """Two people of the record who may be one, and what they have alike."""

    one: KnownPerson
    other: KnownPerson
    alike_in: str


def alike_on_record(newcomers: Mapping[str, KnownPerson], at: datetime, *, numbers_alone: bool = False) -> list[AlikePair]:
    """Those of ``newcomers`` of whom somebody else on the record has the NHS number; and, unless ``numbers_alone``, the same full
    name and exact day of birth. Whoever says the same of somebody else at this moment is waited for."""
    # Two who are given one number at one moment would otherwise both find nobody, and nobody would ever be asked. All at once: a
    # file has many people, and two files may have them in two orders.
    kinds = ("nhs_number",) if numbers_alone else ("nhs_number", "born")
    lock_in_order(f"{kind} {_value(person, kind)}" for kind in kinds for person in newcomers.values() if _value(person, kind))
    found = list(_pairs(newcomers, "nhs_number", at, NHS_NUMBER))
    if not numbers_alone:
        told = {frozenset((pair.one.id, pair.other.id)) for pair in found}
        born = {id: person for id, person in newcomers.items() if person.born is not None and person.born.exact}
        found += [
            pair
            for pair in _pairs(born, "born", at, NAME_AND_BIRTH)
            if frozenset((pair.one.id, pair.other.id)) not in told and _named_alike(pair)
        ]
    return found


def _pairs(newcomers: Mapping[str, KnownPerson], kind: str, at: datetime, alike_in: str) -> Iterable[AlikePair]:
    values = {id: value for id, person in newcomers.items() if (value := _value(person, kind)) is not None}
    if not values:
        return
    written = [json.dumps(value) for value in dict.fromkeys(values.values())]
    held = [id for (id,) in ask(HELD, {"kind": kind, "values": written, "known": after_waiting(at).known_at})]
    others = read.people((id for id in held if id not in newcomers), after_waiting(at))
    for id, value in values.items():
        for other in others.values():
            # A person may have had two numbers; each is asked about by the one that is in use.
            if _value(other, kind) == value:
                yield AlikePair(newcomers[id], other, alike_in)


def _value(person: KnownPerson, kind: str) -> str | None:
    if kind == "nhs_number":
        return person.nhs_number
    return str(person.born.to_json()) if person.born is not None and person.born.exact else None


def _named_alike(pair: AlikePair) -> bool:
    one, other = ({" ".join(str(name).casefold().split()) for name in person.names} - {""} for person in (pair.one, pair.other))
    return bool(one & other)


def questions_for(pairs: Iterable[AlikePair], at: datetime) -> list[Entry]:
    """The entries that ask about each pair, one on the record of each: two families, and nobody of one reads the other's."""
    return [
        Entry.build(
            id=str(new_id()),
            type="identity_question_raised",
            happened=When.at(at).to_json(),
            recorded_at=at.isoformat(),
            about=(one.id,),
            data={"alike_in": pair.alike_in, "other": in_words(other)},
        )
        for pair in pairs
        for one, other in ((pair.one, pair.other), (pair.other, pair.one))
    ]


def in_words(person: KnownPerson) -> str:
    """Whom a record is about, for whoever has to find out: the name and the birth, as far as they are known."""
    name = person.name if person.name != person.id else "somebody whose name is not known"
    return f"{name}, born {person.born.in_words()}" if person.born is not None else f"{name}, date of birth not known"
