"""The entry of a home address, which follows whatever is said of the address. Rules read entries: a home that stood among the
facts alone would leave them saying that nobody knows where a child is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.address_entries import HELD, MOVED, address_view, day_of, same_place
from holdfast.record.entry_versions import first_version
from holdfast.record.latest_stated import is_over
from holdfast.record.ledger.append import append
from holdfast.record.locks import after_waiting
from holdfast.record.models import PersonFact, Worker
from holdfast.record.people import FactRefused
from holdfast.record.person_details import PersonDetails, details_of, stated_of
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.faults import Fault
from holdfast.vocabulary.stated_facts import AddressSort, FactKind, StatedFact


@dataclass(frozen=True)
class AddressEntry:
    """The entry of an address: as it was ``first`` recorded, and as it stands ``now``."""

    first: Entry
    now: Entry


def first_id(entry: str) -> str:
    """The id of the first version of an entry: what a row is linked to, whatever puts the entry right later."""
    return first_version(entry_by_id(entry)).id


def tell_address(person: str, said: StatedFact, *, at: datetime, by: Worker) -> str | None:
    """The entry that says where somebody lives now: that they moved, or what this agency has down. The id of its first version,
    where there is one."""
    if not _is_home(said) or is_over(said, at):
        return None
    _refuse_ahead(said, at)
    details = details_of([person], after_waiting(at))[person]
    home = details.home
    if home is None or (same_place(home.value, said.value) and home.entry is None):
        # The first address that is known of somebody is no move.
        return _hold(person, said, at=at, by=by)
    if same_place(home.value, said.value) and not _moved_since(details, said):
        again = _say_again(person, str(home.entry), said, at=at, by=by)
        if again is not None:
            return again
    data = {"person": person, "address": said.value, "confirmed_by": said.said_by or by.pk}
    happened = said.since or When.at(at)
    return append(at=at, by=by, type=MOVED, happened=happened, about=(person,), data=data | _until(said)).id


def _moved_since(details: PersonDetails, said: StatedFact) -> bool:
    """Whether they lived elsewhere from a later day: then it is of an earlier stay at the same place that somebody tells."""
    homes = [each for each in (*details.facts, *details.ended) if _is_home(each) and not same_place(each.value, said.value)]
    return said.since is not None and any(each.since is not None and each.since.last > said.since.last for each in homes)


def _say_again(person: str, entry: str, said: StatedFact, *, at: datetime, by: Worker) -> str | None:
    """The entry of a home that is told again, which has the day where that was not known before; nothing where the entry is about
    a brother too, of whom nobody has told."""
    known = address_view((), (entry,), after_waiting(at))
    now, first = known.current(entry), known.history.by_id[known.history.root(entry)]
    if now is not None and now.type == MOVED and said.since not in (None, day_of(now, first)):
        if now.about != (person,):
            return None
        _put_right(now, said.since or now.happened, now.data.written(), TOLD_AGAIN, at=at, by=by)
    return first.id


TOLD_AGAIN = "The same address was told again, with the day."


def _hold(person: str, said: StatedFact, *, at: datetime, by: Worker) -> str | None:
    if by.organisation_id is None:
        return None
    data = {"person": person, "organisation": by.organisation_id, "address": said.value, "kept_back": False}
    return append(at=at, by=by, type=HELD, happened=When.at(at), about=(person,), data=data | _until(said)).id


def put_address_right(fact: PersonFact, said: StatedFact, reason: str, *, at: datetime, by: Worker) -> str | None:
    """Before the row is written: the entry that said the same says what is right. Its id, where an entry goes with the row."""
    # What a row is refused for, the row says.
    if fact.kind != FactKind.ADDRESS or not reason.strip() or PersonFact.objects.filter(replaces=fact).exists():
        return _linked(fact)
    if _is_home(said):
        _refuse_ahead(said, at)
    entry = entry_of(fact, at)
    if entry is None:
        return _tell_now(fact, said, at=at, by=by)
    if not _is_home(said):
        # It was no home: nobody moved there.
        _withdraw(entry.first.id, reason, at=at, by=by)
        return None
    happened, data = _as_said(entry, said, at)
    if (happened, data) != (entry.now.happened, entry.now.data.written()):
        _put_right(entry.now, happened, data, reason, at=at, by=by)
    return entry.first.id


def _put_right(now: Entry, happened: When, data: Mapping[str, Any], reason: str, *, at: datetime, by: Worker) -> None:
    append(
        at=at,
        by=by,
        type=now.type,
        happened=happened,
        about=now.about,
        data=data,
        source=now.source,
        corrects=now.id,
        reason=reason,
    )


def _tell_now(fact: PersonFact, said: StatedFact, *, at: datetime, by: Worker) -> str | None:
    """An address without an entry of its own gets one where it is a home, which is no move if it was the home before."""
    home = details_of([fact.person_id], after_waiting(at))[fact.person_id].home
    if home is not None and home.id == str(fact.pk) and _is_home(said) and not is_over(said, at):
        return _hold(fact.person_id, said, at=at, by=by)
    return tell_address(fact.person_id, said, at=at, by=by)


def _as_said(entry: AddressEntry, said: StatedFact, at: datetime) -> tuple[When, Mapping[str, Any]]:
    """When and what the entry says after ``said``."""
    written = {name: value for name, value in entry.now.data.written().items() if name != "until"}
    data = written | {"address": said.value} | _until(said)
    if entry.now.type == HELD:
        # What an agency has down it has down since it was told, from whatever day somebody lives there.
        return entry.now.happened, data
    if said.said_by:
        data["confirmed_by"] = said.said_by
    if said.since == day_of(entry.now, entry.first):
        return entry.now.happened, data
    return said.since or When.at(entry.first.recorded_at), data


def take_address_back(fact: PersonFact, reason: str, *, at: datetime, by: Worker) -> None:
    """The entry that said the same counts for nothing either."""
    # What is kept back goes on being kept back when a safe address was written wrongly.
    entry = entry_of(fact, at) if fact.kind == FactKind.ADDRESS else None
    if entry is not None:
        _withdraw(entry.first.id, reason, at=at, by=by)


def _withdraw(first: str, reason: str, *, at: datetime, by: Worker) -> None:
    # From the last version back to the first: with its correction alone taken back, an entry says again what it said before.
    known = address_view((), (first,), after_waiting(at))
    while (entry := known.current(first)) is not None:
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
        known = address_view((), (first,), after_waiting(at))


def entry_of(fact: PersonFact, at: datetime) -> AddressEntry | None:
    """The entry that goes with an address: the one it was stated with, or one of its own that says the same, as where both came
    with a file. Raises :class:`FactRefused` where it was withdrawn since."""
    moment, linked = after_waiting(at), _linked(fact)
    if linked is None:
        # A home alone has an entry: a place where somebody stays for now may be another's home, and is none of theirs.
        said = next(
            (
                each
                for each in stated_of([fact.person_id], (FactKind.ADDRESS,), moment).get(fact.person_id, ())
                if each.id == str(fact.pk)
            ),
            None,
        )
        return _alike(fact.person_id, said, moment) if said is not None and _is_home(said) else None
    known = address_view((), (linked,), moment)
    now = known.current(linked)
    if now is None:
        do = "Open the page again, and state the address anew if it is right after all."
        raise FactRefused([Fault("$.value", "The entry that says this was withdrawn since.", do)])
    return AddressEntry(known.history.by_id[known.history.root(linked)], now)


def row_of(person: str, said: StatedFact, at: datetime) -> tuple[str | None, PersonFact | None]:
    """The entry that alone says something, by its first version; and the row that was written beside it since, if one was."""
    if said.entry is None:
        return None, None
    entry = first_id(said.entry)
    stated = stated_of([person], (said.kind,), after_waiting(at)).get(person, [])
    rows = PersonFact.objects.filter(pk__in=[each.id for each in stated], detail__entry=entry)
    return entry, rows.first()


def people_of(fact: PersonFact, at: datetime) -> tuple[str, ...]:
    """Everybody in whose record it stands: the person, and whoever its entry is about too."""
    entry = entry_of(fact, at) if fact.kind == FactKind.ADDRESS else None
    return (fact.person_id,) if entry is None else tuple(dict.fromkeys((fact.person_id, *entry.now.about)))


def _alike(person: str, said: StatedFact, moment: Moment) -> AddressEntry | None:
    known = address_view((person,), (), moment)
    # An entry about a brother too stands in his record, and is put right on its own page.
    moves = [each for each in known.of(MOVED) if each.data.written()["person"] == person and each.about == (person,)]
    now = next((each for each in reversed(moves) if same_place(each.data.written()["address"], said.value)), None)
    return None if now is None else AddressEntry(known.history.by_id[known.history.root(now.id)], now)


def _linked(fact: PersonFact) -> str | None:
    return (fact.detail or {}).get("entry")


def _is_home(said: StatedFact) -> bool:
    return said.kind is FactKind.ADDRESS and said.sort in (None, AddressSort.HOME)


def _refuse_ahead(said: StatedFact, at: datetime) -> None:
    """Nobody lives yet where they are to move to: rules would read today's home until then, and nothing would tell them after."""
    if said.since is not None and said.since.start > at:
        what = f"They are to move on {said.since.in_words()}, which is still to come."
        do = "State it as a home when they have moved. Until then state it as another address, from that day."
        raise FactRefused([Fault("$.since", what, do)])


def _until(said: StatedFact) -> dict[str, Any]:
    return {} if said.until is None else {"until": said.until.to_json()}
