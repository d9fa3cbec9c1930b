"""What the shape means of a baby who was to be born by now."""

from collections.abc import Iterator
from datetime import date, timedelta

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
    told = _first_told(person, shape.reads)
    if told is None:
        return
    expected = person.known_person.expected
    # A baby of no date is awaited only where something says that there is, or was, a pregnancy.
    if expected is None and not person.before_birth:
        return
    last = add(told.happened.last, shape.unsaid) if expected is None else add(expected.last, shape.after)
    if not isinstance(last, date):
        return
    # The day after, and never before anybody had told us of the baby.
    at = max(start_of_day(last + timedelta(days=1)), seen_at(told.happened))
    yield Match(at, (told,), None if born is None else (seen_at(born.happened), born))


def _first_told(person: PersonView, types: tuple[str, ...]) -> Entry | None:
    """What was recorded first about the child: whatever is learned later, that stays the first."""
    history = person.known.history
    there = [each for each in person.entries(*types) if each.type != "birth_recorded"]
    return min(there, key=lambda each: (history.by_id[history.root(each.id)].recorded_at, history.root(each.id)), default=None)


MEANINGS.update({AwaitedBirth: _awaited_birth})
