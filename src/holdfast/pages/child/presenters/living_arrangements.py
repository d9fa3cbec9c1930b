"""Where the child sleeps and who is in the home: only what the record says, how anyone knows and when it was confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.engine.reference.entry_fields import listed, value
from holdfast.genogram.model import Home
from holdfast.kernel.when import london_day
from holdfast.pages.child.presenters.case_phrases import agency_of
from holdfast.pages.child.queries.case import Case, CaseFamily
from holdfast.pages.date_phrases import short_day
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.sentence_parts import listed as said_in_a_row
from holdfast.vocabulary.sentence_parts import party
from holdfast.vocabulary.stated_facts import StatedFact

STALE_DAYS = 60
# What people write into the box for who confirmed it when nobody did. Taken for a name it would make the address look certain.
NOT_CONFIRMED = ("not stated", "not confirmed", "unknown", "not known", "nobody", "not recorded")


@dataclass(frozen=True)
class Address:
    """Where somebody lives. ``confirmed`` says how anyone knows and when; ``doubt`` why it may not be so."""

    text: str
    confirmed: str
    doubt: str = ""
    entry: str | None = None


@dataclass(frozen=True)
class HouseholdMember:
    """Somebody in the home, and what says so."""

    person: str
    name: str
    because: str
    child: bool = False


@dataclass(frozen=True)
class SleepingPlace:
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


def sleeping_place(case: Case) -> SleepingPlace:
    """Where the child sleeps tonight, as far as the record says."""
    missing = case.latest("missing_started", "missing_ended")
    # Before any stay: wherever they should be tonight, they are not known to be there.
    if missing is not None and missing.type == "missing_started":
        return SleepingPlace(f"{case.name} is missing since {missing.happened.in_words()}.", "", missing.id, (), True)
    stay = current_stay(case)
    if stay is None:
        ended = case.latest("stay_ended")
        if ended is not None:
            said = f"At home, since a stay elsewhere ended {_when(ended)}."
            return SleepingPlace(said, "" if ended.happened.exact else "The day is not known exactly.", ended.id, (), False)
        return SleepingPlace("At home, as far as the record says: no stay anywhere else is recorded.", "", None, (), False)
    carers = tuple(str(each) for each in listed(stay, "with"))
    names = said_in_a_row(case.names.person(each) for each in carers)
    footing = value(stay, "arrangement").label
    # Whether the child was asked is said each time, also that nobody wrote it down: that is what the next worker asks.
    asked = {True: f"{case.name} was asked.", False: f"{case.name} was not asked."}
    said = f"With {names}, since {stay.happened.in_words()}. {footing}. " + asked.get(
        value(stay, "child_asked"), f"Whether {case.name} was asked is not recorded."
    )
    # A stay with the other parent is recorded as one; it is a home of the child's and not a placement.
    away = str(value(stay, "arrangement")) != "parents"
    return SleepingPlace(said, "" if stay.happened.exact else "The day it began is not known exactly.", stay.id, carers, away)


def _when(entry: Entry) -> str:
    return (
        f"on {entry.happened.in_words()}"
        if entry.happened.exact
        else f"some time in {entry.happened.in_words()}".replace("in between", "between")
    )


def address_of(case: Case, person: str) -> Address | None:
    """Where somebody lives: their own home as everybody reads it, or where a parent moved with them since."""
    moves = [entry for entry in case.known.of("address_changed") if _moved(case, entry, person) and not _left(case, entry)]
    details = case.family.details.get(person)
    if details is None:
        return _address(case, moves[-1], person) if moves else None
    home = details.home
    with_parent = [entry for entry in moves if value(entry, "person") != person]
    if with_parent and (home is None or _moved_since(with_parent[-1], home)):
        return _address(case, with_parent[-1], person)
    if home is None:
        return None
    # Said by an entry alone, it is shown with what that entry says of who confirmed it.
    entry = case.known.current(home.entry) if home.entry and not home.id else None
    return _stated(case, home) if entry is None else _address(case, entry, person)


def _moved_since(move: Entry, home: StatedFact) -> bool:
    """Whether a move is the later word: later than the address that was stated or moved to."""
    stated = home.since.last if home.since else first_known(home)
    return move.happened.last > stated


def _left(case: Case, move: Entry) -> bool:
    until = value(move, "until")
    return until is not None and until.end < case.moment.as_at


def first_known(home: StatedFact) -> date:
    """The day the record first had an address."""
    assert home.recorded_at is not None  # whatever is read from the record has its instant
    return london_day(home.recorded_at)


def _stated(case: Case, home: StatedFact) -> Address:
    who = f"Said by {party(case.names, home.said_by)}" if home.said_by else "Who said so is not recorded"
    known = f"{who}, recorded {short_day(first_known(home))}."
    checked = f" Checked {short_day(london_day(home.checked_at))}." if home.checked_at else ""
    doubt = f"To be checked since {short_day(home.check_by)}." if home.check_by and home.overdue(case.day) else ""
    if not home.said_by and not home.checked_at:
        # An address that came with a file or a form carries no word of who was there and when, and the page has to say so.
        doubt = "Nobody has recorded confirming this address."
    return Address(home.value, known + checked, doubt, home.entry)


def _moved(case: Case, entry: Entry, person: str) -> bool:
    """Whether it says that this person moved: by name, or as a child whom a parent's move is also about."""
    mover = value(entry, "person")
    # Parents move and children with them, but a parent's move is not every child's: only those whom the entry is about.
    return mover == person or (person in entry.about and mover in case.family.child(person).view.parents)


def _address(case: Case, entry: Entry, person: str) -> Address:
    mover = str(value(entry, "person"))
    whose = "" if mover == person else f"Recorded for {case.names.person(mover)}, about this child too. "
    by = str(value(entry, "confirmed_by"))
    # A worker, an agency, a person of the case or plain words: the field takes whatever people know.
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
    for parent in case.view.parents:
        found = address_of(case, parent)
        if found is not None and parent in {each.person for each in household_members(case)} | set(case.view.parents[:1]):
            return Address(
                found.text, f"This is the address of {case.names.person(parent)}. {found.confirmed}", found.doubt, found.entry
            )
    return None


def household_members(case: Case) -> list[HouseholdMember]:
    """Everyone the record puts in the child's home: who joined and has not left, and who has the same address."""
    found: dict[str, str] = {}
    for entry in case.entries("household_changed"):
        for person in listed(entry, "joined"):
            found[str(person)] = f"joined the household {entry.happened.in_words()}"
        for person in listed(entry, "left"):
            # Somebody who left is out, also where an address still matches: who left is asked once more below for that reason.
            found.pop(str(person), None)
    own = _same(address_of(case, case.id))
    if own:
        for person in case.world.people:
            if person != case.id and person not in found and _same(address_of(case, person)) == own:
                found[person] = "recorded at the same address"
    # An address stays the same on the record long after somebody has gone; that they left is the later word.
    left = who_left(case)
    found = {person: why for person, why in found.items() if person not in left}
    return [
        HouseholdMember(id, case.names.person(id), why, _is_child(case.family, id)) for id, why in found.items() if id != case.id
    ]


def who_left(case: Case) -> dict[str, Entry]:
    """People recorded as having left the household and not come back, with the entry that says so."""
    gone: dict[str, Entry] = {}
    for entry in case.entries("household_changed"):
        gone.update({str(person): entry for person in listed(entry, "left")})
        for person in listed(entry, "joined"):
            gone.pop(str(person), None)
    return gone


def _same(address: Address | None) -> str:
    # Commas and capitals differ from agency to agency. Nothing cleverer: two flats of one house must not become one home.
    return "".join(letter for letter in address.text.lower() if letter.isalnum()) if address else ""


def _is_child(family: CaseFamily, id: str) -> bool:
    return id in family.world.people and not family.child(id).view.is_adult(family.day)


def homes_of(family: CaseFamily, children: Iterable[str]) -> tuple[Home, ...]:
    """Homes for the family picture: who lives with whom among these children and their family, each person in one home."""
    homes: list[set[str]] = []
    for child in children:
        case = family.child(child)
        now = sleeping_place(case)
        with_whom = set(now.carers) if now.away and now.carers else {each.person for each in household_members(case)}
        together = {child, *with_whom} & set(family.world.people)
        joined = [home for home in homes if home & together]
        # One person is drawn in one home, so homes that share somebody become one: where two children say otherwise it shows in
        # words.
        homes = [home for home in homes if not home & together] + [together.union(*joined)]
    shown = [home for home in homes if len(home) > 1]
    # Numbered and never called by an address or a person: the picture is shown to family members too.
    names = ["Home"] if len(shown) == 1 else [f"Home {number + 1}" for number in range(len(shown))]
    order = list(family.world.people)
    return tuple(Home(name, name, tuple(sorted(home, key=order.index))) for name, home in zip(names, shown, strict=True))
