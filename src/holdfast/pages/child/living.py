"""Where the child sleeps and who is in the home: only what the record says, how anyone knows and when it was confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import listed, value
from holdfast.identity.same_name import listed as said_in_a_row
from holdfast.pages.child.case import Case, Family
from holdfast.pages.child.telling import agency_of
from holdfast.pages.genogram.family import Home
from holdfast.vocabulary.entry import Entry

STALE_DAYS = 60
NOT_CONFIRMED = ("not stated", "not confirmed", "unknown", "not known", "nobody", "not recorded")


@dataclass(frozen=True)
class Address:
    """Where somebody lives. ``confirmed`` says how anyone knows and when; ``doubt`` why it may not be so."""

    text: str
    confirmed: str
    doubt: str = ""
    entry: str | None = None


@dataclass(frozen=True)
class InHome:
    """Somebody in the home, and what says so."""

    person: str
    name: str
    because: str
    child: bool = False


@dataclass(frozen=True)
class Tonight:
    """Where the child sleeps tonight. ``said`` is the sentence; ``carers`` those they stay with, when away from home."""

    said: str
    doubt: str
    entry: str | None
    carers: tuple[str, ...]
    away: bool


def current_stay(case: Case) -> Entry | None:
    """The stay the child is in, where one has begun and neither ended nor been followed by another."""
    found = case.entries("stay_started", "stay_ended")
    return found[-1] if found and found[-1].type == "stay_started" else None


def tonight(case: Case) -> Tonight:
    """Where the child sleeps tonight, as far as the record says."""
    missing = case.latest("missing_started", "missing_ended")
    if missing is not None and missing.type == "missing_started":
        return Tonight(f"{case.name} is missing since {missing.happened.in_words()}.", "", missing.id, (), True)
    stay = current_stay(case)
    if stay is None:
        ended = case.latest("stay_ended")
        if ended is not None:
            said = f"At home, since a stay elsewhere ended {_when(ended)}."
            return Tonight(said, "" if ended.happened.exact else "The day is not known exactly.", ended.id, (), False)
        return Tonight("At home, as far as the record says: no stay anywhere else is recorded.", "", None, (), False)
    carers = tuple(str(each) for each in listed(stay, "with"))
    names = said_in_a_row(case.names.person(each) for each in carers)
    footing = value(stay, "arrangement").label
    asked = {True: f"{case.name} was asked.", False: f"{case.name} was not asked."}
    said = f"With {names}, since {stay.happened.in_words()}. {footing}. " + asked.get(
        value(stay, "child_asked"), f"Whether {case.name} was asked is not recorded."
    )
    away = str(value(stay, "arrangement")) != "parents"
    return Tonight(said, "" if stay.happened.exact else "The day it began is not known exactly.", stay.id, carers, away)


def _when(entry: Entry) -> str:
    return (
        f"on {entry.happened.in_words()}"
        if entry.happened.exact
        else f"some time in {entry.happened.in_words()}".replace("in between", "between")
    )


def address_of(case: Case, person: str) -> Address | None:
    """The latest address recorded for somebody."""
    moves = [entry for entry in case.known.of("address_changed") if _moved(case, entry, person)]
    if moves:
        return _address(case, moves[-1], person)
    facts = case.family.addresses.get(person, ())
    if facts:
        return Address(facts[0], "", "Nobody has recorded confirming this address.")
    return None


def _moved(case: Case, entry: Entry, person: str) -> bool:
    """Whether it says that this person moved: by name, or as a child whom a parent's move is also about."""
    mover = value(entry, "person")
    return mover == person or (person in entry.about and mover in case.family.child(person).life.parents)


def _address(case: Case, entry: Entry, person: str) -> Address:
    mover = str(value(entry, "person"))
    whose = "" if mover == person else f"Recorded for {case.names.person(mover)}, about this child too. "
    by = str(value(entry, "confirmed_by"))
    who = next((name for lookup in (case.names.worker, case.names.organisation) if (name := lookup(by)) != by), None)
    who = who or (case.names.person(by) if by in case.world.people else by)
    if by.strip().lower().startswith(NOT_CONFIRMED):
        text, recorded = str(value(entry, "address")), f"{whose}Recorded {entry.happened.in_words()}."
        return Address(text, recorded, f"Not confirmed: {by}.", entry.id)
    age = (case.day - entry.happened.last).days
    doubt = f"That is {age} days ago: confirm it before relying on it." if age > STALE_DAYS else ""
    confirmed = f"{whose}Confirmed by {who}, {entry.happened.in_words()} (recorded by {agency_of(case, entry)})."
    return Address(str(value(entry, "address")), confirmed, doubt, entry.id)


def home_address(case: Case) -> Address | None:
    """The child's own address; else that of a parent with whom they are recorded to live."""
    own = address_of(case, case.id)
    if own is not None:
        return own
    for parent in case.life.parents:
        found = address_of(case, parent)
        if found is not None and parent in {each.person for each in in_the_home(case)} | set(case.life.parents[:1]):
            return Address(
                found.text, f"This is the address of {case.names.person(parent)}. {found.confirmed}", found.doubt, found.entry
            )
    return None


def in_the_home(case: Case) -> list[InHome]:
    """Everyone the record puts in the child's home: who joined and has not left, and who has the same address."""
    found: dict[str, str] = {}
    for entry in case.entries("household_changed"):
        for person in listed(entry, "joined"):
            found[str(person)] = f"joined the household {entry.happened.in_words()}"
        for person in listed(entry, "left"):
            found.pop(str(person), None)
    own = _same(address_of(case, case.id))
    if own:
        for person in case.world.people:
            if person != case.id and person not in found and _same(address_of(case, person)) == own:
                found[person] = "recorded at the same address"
    left = who_left(case)
    found = {person: why for person, why in found.items() if person not in left}
    return [InHome(id, case.names.person(id), why, _is_child(case.family, id)) for id, why in found.items() if id != case.id]


def who_left(case: Case) -> dict[str, Entry]:
    """People recorded as having left the household and not come back, with the entry that says so."""
    gone: dict[str, Entry] = {}
    for entry in case.entries("household_changed"):
        gone.update({str(person): entry for person in listed(entry, "left")})
        for person in listed(entry, "joined"):
            gone.pop(str(person), None)
    return gone


def _same(address: Address | None) -> str:
    return "".join(letter for letter in address.text.lower() if letter.isalnum()) if address else ""


def _is_child(family: Family, id: str) -> bool:
    return id in family.world.people and not family.child(id).life.is_adult(family.day)


def homes_of(family: Family, children: Iterable[str]) -> tuple[Home, ...]:
    """Homes for the family picture: who lives with whom among these children and their family, each person in one home."""
    homes: list[set[str]] = []
    for child in children:
        case = family.child(child)
        now = tonight(case)
        with_whom = set(now.carers) if now.away and now.carers else {each.person for each in in_the_home(case)}
        together = {child, *with_whom} & set(family.world.people)
        joined = [home for home in homes if home & together]
        homes = [home for home in homes if not home & together] + [together.union(*joined)]
    shown = [home for home in homes if len(home) > 1]
    names = ["Home"] if len(shown) == 1 else [f"Home {number + 1}" for number in range(len(shown))]
    order = list(family.world.people)
    return tuple(Home(name, name, tuple(sorted(home, key=order.index))) for name, home in zip(names, shown, strict=True))
