"""What is stated of a person as the record writes it: the row, and the entry that goes with what is kept back. The entry of a
home is in ``stated_address``."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from holdfast.engine.reference.person_view import PARENTS, PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, london_day
from holdfast.record.ledger.append import append
from holdfast.record.locks import after_waiting, lock_in_order
from holdfast.record.models import PersonFact, Worker
from holdfast.record.people import FactRefused, name_value, state_fact
from holdfast.record.person_details import stated_of
from holdfast.record.read import network, world_of
from holdfast.vocabulary.faults import Fault
from holdfast.vocabulary.kept_from import KeptFrom
from holdfast.vocabulary.stated_facts import FactKind, StatedFact, kind_of
from holdfast.vocabulary.world import PersonName


@dataclass(frozen=True)
class MustNotKnow:
    """Who must not know a safe address, why (the code of a ``KeptBackReason``), and when somebody looks at it again."""

    kept_from: KeptFrom
    why: str
    until: date | None = None


def write_fact(
    person: str,
    said: StatedFact,
    *,
    at: datetime,
    by: Worker,
    id: UUID | str | None = None,
    entry: str | None = None,
    replaces: PersonFact | None = None,
    reason: str | None = None,
) -> PersonFact:
    """The row. ``entry`` says the same as it, or that it is kept back."""
    detail = {"whose": said.whose, "sort": said.sort, "interpreter": said.interpreter, "entry": entry}
    return state_fact(
        person=person,
        kind=said.kind.value,
        value=name_value(PersonName(*said.name)) if said.name else said.value,
        at=at,
        by=by,
        start=said.since,
        end=said.until,
        source=said.source,
        said_by=said.said_by,
        check_by=said.check_by,
        detail={name: value for name, value in detail.items() if value is not None} or None,
        replaces=replaces,
        reason=reason,
        id=UUID(str(id)) if id else None,
    )


CHECKED = "Checked: it is still so."


def check_fact(fact: PersonFact, *, at: datetime, by: Worker, check_by: date) -> PersonFact:
    """Somebody found that a fact is still so: it is kept as it is said now, and relied on until ``check_by``. Pressed again, the
    first check is the answer. Raises :class:`FactRefused` where it was put right since."""
    said = stated_of([fact.person_id], [kind_of(fact.kind)], after_waiting(at)).get(fact.person_id, [])
    now = next((each for each in said if each.id == str(fact.pk)), None)
    if now is not None:
        entry = (fact.detail or {}).get("entry")
        now = replace(now, check_by=check_by)
        return write_fact(fact.person_id, now, at=at, by=by, entry=entry, replaces=fact, reason=CHECKED)
    later = PersonFact.objects.filter(replaces=fact, reason=CHECKED).first()
    if later is None:
        do = "Open the page again and read what stands there now."
        raise FactRefused([Fault("$.value", "That was put right or taken back since.", do)])
    return later


def lock_facts(person: str) -> None:
    """Wait for anybody else who states something of this person, or puts it right."""
    lock_in_order([f"facts of {person}"])


def keep_back(about: Sequence[str], said: StatedFact, who: MustNotKnow | None, *, at: datetime, by: Worker) -> str | None:
    """What says who must not know a safe address, about everybody whom it would find: the person, and those of their children in
    whose records the writer may write."""
    if said.kind is not FactKind.SAFE_ADDRESS:
        return None
    if who is None or not who.kept_from.parties:
        raise FactRefused(
            [Fault("$.kept_from", "It is not said who must not know this address.", "Name them, or describe them in words.")]
        )
    data: dict[str, Any] = {
        # Never the address itself: whoever reads that something is kept back does not learn it by that.
        "what": "Where they live now.",
        **who.kept_from.written(),
        "why": who.why,
        "said_by": said.said_by or by.pk,
    }
    until = {"until": who.until.isoformat()} if who.until else {}
    return append(at=at, by=by, type="kept_back", happened=When.at(at), about=tuple(about), data=data | until).id


def children_of(person: str, at: datetime) -> Sequence[str]:
    """The children under age whose mother, father or parent somebody is."""
    moment = Moment.live(at)
    family = network(person, moment, hops=1)
    world, day = world_of(family, (), moment), london_day(at)
    known = RecordView(world, moment)
    children = [each.to_person for each in world.relationships if each.from_person == person and each.kind in PARENTS]
    return [id for id in dict.fromkeys(children) if not PersonView(known, id).is_adult(day)]
