"""What is stated of a person as the record writes it: the row, and the entry that goes with an address or with what is kept back.

Rules read entries. An address that stood among the facts alone would leave them saying that nobody knows where a child is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from holdfast.engine.reference.person_view import PARENTS, PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, london_day
from holdfast.record.ledger.append import append
from holdfast.record.models import PersonFact, Worker
from holdfast.record.people import FactRefused, name_value, state_fact
from holdfast.record.person_details import details_of
from holdfast.record.read import entry_by_id, network, world_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.faults import Fault
from holdfast.vocabulary.kept_from import KeptFrom
from holdfast.vocabulary.stated_facts import AddressSort, FactKind, StatedFact
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


def tell_address(person: str, said: StatedFact, *, at: datetime, by: Worker) -> str | None:
    """The entry that says where somebody lives now: that they moved, or what this agency has down. Its id, where there is one."""
    if said.kind is not FactKind.ADDRESS or said.sort not in (None, AddressSort.HOME) or not _is_now(said, at):
        return None
    home = details_of([person], Moment.live(at))[person].home
    if home is not None and _plain(home.value) == _plain(said.value):
        return None
    if home is not None:
        data: dict[str, Any] = {"person": person, "address": said.value, "confirmed_by": said.said_by or by.pk}
        happened = said.since or When.at(at)
        return append(at=at, by=by, type="address_changed", happened=happened, about=(person,), data=data).id
    if by.organisation_id is None:
        return None
    # The first address that is known of somebody is no move.
    data = {"person": person, "organisation": by.organisation_id, "address": said.value, "kept_back": False}
    return append(at=at, by=by, type="address_held", happened=When.at(at), about=(person,), data=data).id


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


def put_address_right(fact: PersonFact, said: StatedFact, reason: str, *, at: datetime, by: Worker) -> None:
    """The entry that said the same says what is right."""
    entry = _address_entry(fact)
    if entry is not None and entry.data.written()["address"] != said.value:
        data = {**entry.data.written(), "address": said.value}
        append(
            at=at,
            by=by,
            type=entry.type,
            happened=entry.happened,
            about=entry.about,
            data=data,
            source=entry.source,
            corrects=entry.id,
            reason=reason,
        )


def take_address_back(fact: PersonFact, reason: str, *, at: datetime, by: Worker) -> None:
    """The entry that said the same counts for nothing either."""
    entry = _address_entry(fact)
    if entry is not None:
        append(
            at=at,
            by=by,
            type="entry_withdrawn",
            happened=When.at(at),
            about=entry.about,
            data={},
            withdraws=entry.id,
            reason=reason,
        )


def _address_entry(fact: PersonFact) -> Entry | None:
    """The entry of an address; what is kept back goes on being kept back when a safe address was written wrongly."""
    id = (fact.detail or {}).get("entry")
    return entry_by_id(id) if id and fact.kind == FactKind.ADDRESS else None


def _is_now(said: StatedFact, at: datetime) -> bool:
    return said.until is None and (said.since is None or said.since.start <= at)


def _plain(address: str) -> str:
    return "".join(letter for letter in address.lower() if letter.isalnum())


def children_of(person: str, at: datetime) -> Sequence[str]:
    """The children under age whose mother, father or parent somebody is."""
    moment = Moment.live(at)
    family = network(person, moment, hops=1)
    world, day = world_of(family, (), moment), london_day(at)
    known = RecordView(world, moment)
    children = [each.to_person for each in world.relationships if each.from_person == person and each.kind in PARENTS]
    return [id for id in dict.fromkeys(children) if not PersonView(known, id).is_adult(day)]
