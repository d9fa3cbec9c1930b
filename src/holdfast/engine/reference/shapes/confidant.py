"""What the shape means of somebody whom a child trusts and who is there for the child no more."""

from collections.abc import Iterator
from datetime import datetime

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.in_touch import Change, changes, in_touch, times_lost
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.shapes.matches import MEANINGS, Match
from holdfast.engine.rulebook import InUse
from holdfast.rules.shapes import OutOfTouch
from holdfast.vocabulary.entry import Entry

GONE = "The person whom this child trusts is not there for them any more, by what was recorded {when}."
TIE_OVER = "By the record the tie to the person whom this child trusts, named {when}, has ended."


def _out_of_touch(person: PersonView, shape: OutOfTouch, rules: InUse) -> Iterator[Match]:
    named = [each for each in person.entries(*shape.named.types) if certainly(shape.named, EntryContext(person, each))]
    for place, entry in enumerate(named):
        later = named[place + 1 :]
        yield from _lost(person, entry, later)


def _lost(person: PersonView, entry: Entry, later: list[Entry]) -> Iterator[Match]:
    who = str(value(entry, "person"))
    every = sorted(changes(person, who), key=lambda change: (change[0], order(change[1] or entry)))
    # The latest name alone: a child who has found somebody else loses nobody when the first one goes.
    until = later[0].happened.certain_from if later else None
    for gone, back in times_lost(every, lambda at: in_touch(person, who, at), entry.happened.certain_from, until):
        if back is not None:
            yield _match(entry, gone, (back[0], back[1] or entry))
            continue
        found = next((each for each in later if in_touch(person, str(value(each, "person")), each.happened.certain_from)), None)
        yield _match(entry, gone, None if found is None else (found.happened.certain_from, found))


def _match(entry: Entry, lost: Change, ended: tuple[datetime, Entry] | None) -> Match:
    at, cause = lost
    # Told by what ended it; nothing was recorded on the day on which a tie ended.
    return Match(at, (cause,), ended, why=GONE) if cause is not None else Match(at, (entry,), ended, why=TIE_OVER)


MEANINGS.update({OutOfTouch: _out_of_touch})
