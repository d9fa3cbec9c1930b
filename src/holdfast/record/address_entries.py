"""What entries say of where people live, as they stand at a moment. An address that was stated together with an entry says what
that entry says: put right or withdrawn on either page, both are."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.record.entry_versions import with_versions
from holdfast.record.ledger import entry_rows
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.stated_facts import CHECKED_EVERY, AddressSort, FactKind, StatedFact
from holdfast.vocabulary.world import World

MOVED, HELD = "address_changed", "address_held"
# Into a list, because of "or" the database goes through every address there is.
OF_PEOPLE = """e.recorded_at <= %(known)s AND (e.type = 'address_changed' OR e.id = ANY(%(linked)s::uuid[])) AND e.id = ANY(ARRAY(
    SELECT unnest(%(linked)s::uuid[]) UNION ALL
    SELECT envelope_id FROM record_entryabout WHERE person_id = ANY(%(people)s::varchar[]) UNION ALL
    SELECT envelope_id FROM record_movedentry WHERE person_id = ANY(%(people)s::varchar[]) UNION ALL
    SELECT b.envelope_id FROM record_entrybody b WHERE b.data ? 'address' AND b.data ->> 'person' = ANY(%(people)s::varchar[])
))"""


def address_view(people: Collection[str], linked: Collection[str], moment: Moment) -> RecordView:
    """The moves of these people, and the entries of these ids that an address was stated with, in every version."""
    there = people or linked
    asked = {"people": list(people), "linked": list(linked), "known": moment.known_at}
    found = with_versions(entry_rows.entries(OF_PEOPLE, **asked), moment) if there else []
    return RecordView(World({}, {}, {}, (), tuple(found)), moment)


def as_entries_say(facts: Iterable[StatedFact], person: str, known: RecordView) -> list[StatedFact]:
    """What is stated of a person, without the addresses whose entry was withdrawn or is about somebody else since."""
    said = (_as_its_entry_says(fact, person, known) for fact in facts)
    return [fact for fact in said if fact is not None]


def _as_its_entry_says(fact: StatedFact, person: str, known: RecordView) -> StatedFact | None:
    if fact.kind is not FactKind.ADDRESS or fact.entry is None:
        return fact
    root = known.history.by_id.get(known.history.root(fact.entry))
    entry = known.current(fact.entry)
    # A form may also have made it one that is kept back: then nothing is left to show.
    if root is None or entry is None or str(value(entry, "person")) != person or not value(entry, "address"):
        return None
    fact = replace(fact, entry=entry.id)
    written = fact.checked_at or fact.recorded_at
    assert written is not None  # whatever is read from the record has its instant
    # The later word. A row that was put right before entries followed it, and the entry did not, is the later of the two.
    if max(each.recorded_at for each in known.history.concerning(root)) < written:
        return fact
    since = fact.since if entry.type == HELD else day_of(entry, root)
    said = replace(fact, value=str(value(entry, "address")), since=since, until=value(entry, "until"))
    return (
        said
        if entry.recorded_at <= written
        else replace(said, recorded_at=entry.recorded_at, recorded_by=entry.by, checked_at=None)
    )


def day_of(entry: Entry, root: Entry) -> When | None:
    """From when an entry says that somebody lives there. One that happened as it was told says only that it is so now."""
    return None if entry.happened == When.at(root.recorded_at) else entry.happened


def moves_of(person: str, known: RecordView) -> list[StatedFact]:
    """The addresses that entries say this person moved to."""
    return [_moved(entry, known) for entry in known.of(MOVED) if str(value(entry, "person")) == person]


def _moved(entry: Entry, known: RecordView) -> StatedFact:
    root = known.history.by_id[known.history.root(entry.id)]
    return StatedFact(
        FactKind.ADDRESS,
        str(value(entry, "address")),
        sort=AddressSort.HOME.value,
        since=entry.happened,
        until=value(entry, "until"),
        said_by=str(value(entry, "confirmed_by")),
        source=entry.source,
        recorded_at=entry.recorded_at,
        recorded_by=entry.by,
        check_by=entry.happened.last + CHECKED_EVERY[FactKind.ADDRESS],
        entry=entry.id,
        told_at=root.recorded_at,
    )


def same_place(one: str, other: str) -> bool:
    """Whether two addresses are the same words, however they are spaced."""
    return plain(one) == plain(other)


def plain(said: str) -> str:
    """The letters and digits of what was said."""
    # Nothing cleverer: two flats of one house must not become one home.
    return "".join(letter for letter in said.lower() if letter.isalnum() or letter == "+")
