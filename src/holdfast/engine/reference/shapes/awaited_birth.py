"""What the shape means of a baby who was to be born by now."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from holdfast.engine.reference.due_day import add
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.findings import seen_at
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.shapes.matches import MEANINGS, Match
from holdfast.engine.rulebook import InUse
from holdfast.kernel.when import start_of_day
from holdfast.rules.shapes import AwaitedBirth
from holdfast.vocabulary.entry import Entry


def _awaited_birth(person: PersonView, shape: AwaitedBirth, rules: InUse) -> Iterator[Match]:
    born = next((each for each in person.known.of("birth_recorded") if value(each, "child") == person.id), None)
    # By the register alone, there is no day on which the answer came: the birth is known and nothing is asked.
    if born is None and person.born is not None:
        return
    ended = None if born is None else (seen_at(born.happened), born)
    told, expected = _first_told(person, shape.reads), person.known_person.expected
    if expected is not None:
        last = add(expected.last, shape.after)
    # A baby of no date is awaited only where something says that there is, or was, a pregnancy.
    elif told is not None and person.before_birth:
        last = add(told.happened.last, shape.unsaid)
    else:
        return
    if not isinstance(last, date):
        return
    at = start_of_day(last + timedelta(days=1))
    # The register knew of the baby all the while: what is recorded of them only afterwards is not what the question rests on.
    if told is None or (expected is not None and _recorded(person, told) >= at):
        due = None if expected is None else expected.last
        yield Match(at, (), ended, due=due, who=(person.id,), why=shape.by_register)
    else:
        # Never before anybody had told us of the baby.
        yield Match(max(at, seen_at(told.happened)), (told,), ended)


def _first_told(person: PersonView, types: tuple[str, ...]) -> Entry | None:
    """What was recorded first about the child: whatever is learned later, that stays the first."""
    there = [each for each in person.entries(*types) if each.type != "birth_recorded"]
    return min(there, key=lambda each: (_recorded(person, each), person.known.history.root(each.id)), default=None)


def _recorded(person: PersonView, entry: Entry) -> datetime:
    """When the first version of an entry was recorded."""
    history = person.known.history
    return history.by_id[history.root(entry.id)].recorded_at


MEANINGS.update({AwaitedBirth: _awaited_birth})
