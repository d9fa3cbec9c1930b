"""What is stated of people, as it was known at a moment: how to reach them, where they live, what to beware of. What was recorded
as a change of address is an answer to the same question, and is read here with the rest."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When, london_day
from holdfast.record.address_entries import address_view, as_entries_say, moves_of, plain
from holdfast.record.latest_stated import is_over, latest, newest_first
from holdfast.record.ledger import entry_rows
from holdfast.vocabulary.stated_facts import CHECKED_EVERY, SEVERAL, AddressSort, FactKind, StatedFact, is_safe, kind_of

# Replaced rows too: how long a thing has been known is the age of the first row that said it, and not of the last check.
ROWS = """
SELECT f.id::text, f.person_id, f.kind, f.value::text, f.detail::text, f.start::text, f."end"::text, f.source, f.said_by,
  f.check_by, f.recorded_at, f.recorded_by_id, f.replaces_id::text
FROM record_personfact f
WHERE f.person_id = ANY(%(people)s::varchar[]) AND f.kind = ANY(%(kinds)s::varchar[]) AND f.recorded_at <= %(known)s
ORDER BY f.position, f.recorded_at, f.id
"""
OPEN_KINDS = tuple(kind for kind in FactKind if kind is not FactKind.SAFE_ADDRESS)


@dataclass(frozen=True)
class PersonDetails:
    """What is stated of one person on ``day``: ``facts`` that hold, the newest of a kind first, and those that have ``ended``.
    Safe addresses are never among them, and stand apart for a reader who may know them."""

    person: str
    day: date
    facts: tuple[StatedFact, ...] = ()
    ended: tuple[StatedFact, ...] = ()
    # Filled by ``access`` alone, for one reader.
    safe_addresses: tuple[StatedFact, ...] = ()

    def of(self, kind: FactKind) -> tuple[StatedFact, ...]:
        """Those of one kind that hold."""
        return tuple(each for each in self.facts if each.kind is kind)

    def latest(self, kind: FactKind) -> StatedFact | None:
        """The newest of one kind that holds."""
        return next(iter(self.of(kind)), None)

    @property
    def telephones(self) -> tuple[StatedFact, ...]:
        """Every number that holds, their own before somebody else's."""
        return tuple(sorted(self.of(FactKind.TELEPHONE), key=lambda each: each.whose is not None))

    @property
    def home(self) -> StatedFact | None:
        """Where they live: the address stated or moved to last, a stay for now and another address apart."""
        elsewhere = (AddressSort.TEMPORARY, AddressSort.OTHER)
        return next((each for each in self.of(FactKind.ADDRESS) if each.sort not in elsewhere), None)

    @property
    def dangers(self) -> tuple[StatedFact, ...]:
        """What is dangerous for whoever goes there, and from whom."""
        return self.of(FactKind.DANGER_TO_STAFF)

    @property
    def reachable(self) -> bool:
        """Whether the record holds both where they live and a telephone."""
        return self.home is not None and bool(self.telephones)

    @property
    def overdue(self) -> tuple[StatedFact, ...]:
        """What should have been checked before this day."""
        return tuple(each for each in self.facts if each.overdue(self.day))


Hides = Callable[[Iterable[str]], Collection[str]]
"""Which of some entries are not to be shown."""
Told = Mapping[str, Sequence[StatedFact]]
"""What is said of each person."""


def details_of(people: Iterable[str], moment: Moment, *, hides: Hides | None = None) -> dict[str, PersonDetails]:
    """What is stated of each of these people, as known at the moment, without what comes with an entry that ``hides`` names.
    Pages ask ``access`` for it, which says what is hidden from their reader."""
    ids = list(dict.fromkeys(people))
    rows = _rows_of(ids, OPEN_KINDS, moment)
    known = address_view(ids, _linked(rows), moment)
    stated: Told = {id: as_entries_say(rows.get(id, []), id, known) for id in ids}
    moves: Told = {id: moves_of(id, known) for id in ids}
    if hides is not None:
        stated, moves = _without_hidden(stated, moves, hides)
    return {id: _details(id, stated[id], moves[id], moment) for id in ids}


def safe_addresses_of(people: Iterable[str], moment: Moment) -> dict[str, tuple[StatedFact, ...]]:
    """The safe addresses that hold, for whoever may read them: ask ``access`` and never show what is found here unasked."""
    stated = _rows_of(list(people), (FactKind.SAFE_ADDRESS,), moment)
    return {id: tuple(_relied_on(each) for each in facts if _holds(each, moment)) for id, facts in stated.items()}


def _details(id: str, stated: Sequence[StatedFact], moves: Sequence[StatedFact], moment: Moment) -> PersonDetails:
    # A fact that was recorded with an entry is said by both, and is one.
    linked = {each.entry for each in stated if each.entry}
    every = [*map(_relied_on, stated), *(each for each in moves if each.entry not in linked)]
    begun = [each for each in every if each.since is None or each.since.start <= moment.as_at]
    standing = _latest_of_one(begun, moment)
    # Somebody who moved to a refuge lives at no address before it; where that is goes on no card and in no list.
    begun = [each for each in newest_first(begun) if each.kind is not FactKind.ADDRESS or not is_safe(each.value)]
    told = _once([*(each for each in begun if each in standing), *begun])
    held = [each for each in told if not is_over(each, moment.as_at)]
    facts = tuple(each for each in newest_first(held) if each.kind in SEVERAL or each in standing)
    over = [each for each in begun if is_over(each, moment.as_at)]
    return PersonDetails(
        id, london_day(moment.as_at), facts, (*(each for each in newest_first(held) if each not in facts), *over)
    )


def _without_hidden(stated: Told, moves: Told, hides: Hides) -> tuple[Told, Told]:
    every = [each for facts in (*stated.values(), *moves.values()) for each in facts]
    hidden = set(hides({each.entry for each in every if each.entry}))
    # The same words without the entry tell the same: an address that somebody moved to is often stated as well.
    told = {(each.kind, plain(each.value)) for each in every if each.entry in hidden}

    def left(found: Told) -> Told:
        return {id: [each for each in facts if (each.kind, plain(each.value)) not in told] for id, facts in found.items()}

    return (left(stated), left(moves)) if told else (stated, moves)


def _latest_of_one(facts: Iterable[StatedFact], moment: Moment) -> list[StatedFact]:
    """The one that holds of each kind of which there is one at a time: a school, a home."""
    found: dict[tuple[str, str], list[StatedFact]] = {}
    for each in facts:
        if each.kind not in SEVERAL:
            found.setdefault((each.kind, each.sort or AddressSort.HOME), []).append(each)
    return [each for each in (latest(facts, moment.as_at) for facts in found.values()) if each is not None]


def _once(facts: Iterable[StatedFact]) -> tuple[StatedFact, ...]:
    """Without a second telling of the same: the same words of one kind, however they are spaced."""
    found: dict[tuple[FactKind, str, str | None], StatedFact] = {}
    for each in facts:
        # Whoever stays for now where they live lives there all the same.
        sort = (each.sort or AddressSort.HOME) if each.kind is FactKind.ADDRESS else None
        found.setdefault((each.kind, plain(each.value), sort), each)
    return tuple(found.values())


def _holds(fact: StatedFact, moment: Moment) -> bool:
    return (fact.since is None or fact.since.start <= moment.as_at) and not is_over(fact, moment.as_at)


def stated_of(ids: Sequence[str], kinds: Sequence[FactKind], moment: Moment) -> dict[str, list[StatedFact]]:
    """What is stated of these kinds and stands at the moment, over or not, in the order given."""
    rows = _rows_of(ids, kinds, moment)
    known = address_view((), _linked(rows), moment)
    return {id: as_entries_say(facts, id, known) for id, facts in rows.items()}


def _linked(rows: Mapping[str, Sequence[StatedFact]]) -> set[str]:
    return {each.entry for facts in rows.values() for each in facts if each.kind is FactKind.ADDRESS and each.entry}


def _rows_of(ids: Sequence[str], kinds: Sequence[FactKind], moment: Moment) -> dict[str, list[StatedFact]]:
    """The rows of these kinds that stand at the moment, over or not, in the order given, each as it was said."""
    rows = entry_rows.ask(ROWS, {"people": list(ids), "kinds": [str(kind) for kind in kinds], "known": moment.known_at})
    by_id = {row[0]: row for row in rows}
    replaced = {row[12] for row in rows if row[12] is not None}
    found: dict[str, list[StatedFact]] = {}
    for row in rows:
        said = json.loads(row[3]) if row[3] is not None else None
        # A row without a value takes an earlier one back, and is no fact itself.
        if row[0] not in replaced and said is not None:
            found.setdefault(row[1], []).append(_fact(row, said, first=_first(row, by_id), root=_root(row, by_id)))
    return found


def _first(row: Sequence[Any], by_id: Mapping[str, Sequence[Any]]) -> Sequence[Any]:
    """The row that first said the same: a check says it again and makes it no newer."""
    while (before := by_id.get(row[12] or "")) is not None and _says(before) == _says(row):
        row = before
    return row


def _root(row: Sequence[Any], by_id: Mapping[str, Sequence[Any]]) -> Sequence[Any]:
    """The row that this one puts right, or that what it puts right does."""
    while (before := by_id.get(row[12] or "")) is not None:
        row = before
    return row


def _says(row: Sequence[Any]) -> tuple[Any, ...]:
    return tuple(row[2:7])


def _fact(row: Sequence[Any], said: Any, *, first: Sequence[Any], root: Sequence[Any]) -> StatedFact:
    detail = json.loads(row[4]) if row[4] else {}
    text = said if isinstance(said, str) else " ".join(part for part in (said.get("given"), said.get("family")) if part)
    since, until = (When.parse(json.loads(each)) if each else None for each in row[5:7])
    return StatedFact(
        kind_of(row[2]),
        text,
        whose=detail.get("whose"),
        sort=detail.get("sort"),
        interpreter=detail.get("interpreter"),
        since=since,
        until=until,
        source=row[7],
        said_by=row[8],
        check_by=row[9],
        recorded_at=first[10],
        checked_at=row[10] if row[0] != first[0] else None,
        recorded_by=row[11],
        id=row[0],
        name=None if isinstance(said, str) else (said.get("use"), said.get("given"), said.get("family")),
        entry=detail.get("entry"),
        told_at=root[10],
    )


def _relied_on(fact: StatedFact) -> StatedFact:
    """With the day by which to check what came with none, as from a file. Names and numbers are not out of date by themselves."""
    if fact.check_by is not None or fact.recorded_at is None or fact.kind in (FactKind.NAME, FactKind.NHS_NUMBER):
        return fact
    known = max(london_day(fact.recorded_at), fact.since.last if fact.since else date.min)
    return replace(fact, check_by=known + CHECKED_EVERY[fact.kind])
