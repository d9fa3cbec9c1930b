"""What the shapes mean that say the record itself cannot be so."""

from collections.abc import Iterator
from datetime import datetime

from holdfast.engine.reference.entry_fields import listed, row_value, value
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.shapes.matches import MEANINGS, Match, began, ended_by
from holdfast.engine.reference.trigger import own, starts
from holdfast.engine.rulebook import InUse
from holdfast.kernel.when import When
from holdfast.rules.shapes import OutOfLife, OutOfOrder, Pair, ToldAfterDeath
from holdfast.vocabulary.entry import Entry

BEFORE = "Somebody is said to have been there {when}, before they were born: {who}."
PAST = "It is said {when} that something lasts until, or is planned for, a day that was past before it began."
AFTER = "Somebody is said to have been there {when}, after they had died: {who}."


def _out_of_life(person: PersonView, shape: OutOfLife, rules: InUse) -> Iterator[Match]:
    for type, field in shape.there:
        for entry in person.entries(type):
            for id in dict.fromkeys(_there(person, entry, field)):
                # Whose record it is filed in is asked of them; of anybody else, whoever's record it is.
                if id != person.id and id in entry.about:
                    continue
                if (found := _outside(PersonView.of(person.known, id), entry)) is not None:
                    why, extra = found
                    yield Match(_told(entry, *extra), (*extra, entry), who=(id,), why=why)


def _there(person: PersonView, entry: Entry, field: str) -> Iterator[str]:
    if not field:
        yield person.id
    for each in listed(entry, field) if field else ():
        named = each if isinstance(each, str) else row_value(each, "person")
        if named is not None and named in person.world.people:
            yield named


def _outside(who: PersonView, entry: Entry) -> tuple[str, tuple[Entry, ...]] | None:
    when = entry.happened
    if who.born is not None and when.last < who.born.first:
        born = next((each for each in who.known.of("birth_recorded") if value(each, "child") == who.id), None)
        return BEFORE, () if born is None else (born,)
    if who.died is None or who.dead_from is None:
        return None
    # On one day only two times can say which was first.
    timed = when.instant is not None and who.died.happened.instant is not None
    certain = when.start > who.died.happened.start if timed else when.first > who.dead_from
    return (AFTER, (who.died,)) if certain else None


def _told_after_death(person: PersonView, shape: ToldAfterDeath, rules: InUse) -> Iterator[Match]:
    for start in starts(person, shape.trigger):
        found = _outside(person, start.entry)
        if found is not None and found[0] == AFTER:
            yield Match(began(start), (*found[1], start.entry), ended_by(person, shape.ended_by, start))


def _out_of_order(person: PersonView, shape: OutOfOrder, rules: InUse) -> Iterator[Match]:
    found = [*_followed(person, shape), *_outlasted(person, shape)]
    found += [match for pair in shape.pairs for match in _reversed(person, pair)]
    return (match for match in found if own(person, match.entries[-1]))


def _followed(person: PersonView, shape: OutOfOrder) -> Iterator[Match]:
    for type, field in shape.follows:
        for entry in person.entries(type):
            for id in listed(entry, field):
                named = person.known.current(str(id))
                if named is not None and entry.happened.end < named.happened.start:
                    yield Match(_told(entry, named), (named, entry))


def _outlasted(person: PersonView, shape: OutOfOrder) -> Iterator[Match]:
    for type, begins, ends in shape.lasts:
        for entry in person.entries(type):
            first, last = _day(entry, begins) if begins else entry.happened, _day(entry, ends)
            if first is not None and last is not None and last.end < first.start:
                yield Match(entry.recorded_at, (entry,), part=ends, why=PAST)


def _reversed(person: PersonView, pair: Pair) -> Iterator[Match]:
    begun, ended = person.entries(pair.begun), person.entries(pair.ended)
    also = person.entries(*pair.also)
    for entry in ended:
        if any(each.happened.start <= entry.happened.end for each in (*(b for b in begun if _same(pair, b, entry)), *also)):
            continue
        # The next that began; what it began is over where something ended it afterwards.
        later = next((each for each in begun if _same(pair, each, entry)), None)
        if later is None or any(_same(pair, each, later) and each.happened.end >= later.happened.start for each in ended):
            continue
        yield Match(_told(entry, later), (later, entry))


def _same(pair: Pair, one: Entry, other: Entry) -> bool:
    return all(value(one, field) == value(other, field) for field in pair.same)


def _day(entry: Entry, field: str) -> When | None:
    return next((each for each in listed(entry, field) if isinstance(each, When)), None)


def _told(*entries: Entry) -> datetime:
    """The instant by which all of them were on the record."""
    return max(each.recorded_at for each in entries)


MEANINGS.update({OutOfLife: _out_of_life, ToldAfterDeath: _told_after_death, OutOfOrder: _out_of_order})
