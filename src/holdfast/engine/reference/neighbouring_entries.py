"""Other entries near the one a condition is asked of, in the order they are read."""

from collections.abc import Iterator
from datetime import date

from holdfast.engine.reference.due_day import add
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.met_by import open_to
from holdfast.rules.event import Event
from holdfast.rules.limit import Amount
from holdfast.vocabulary.entry import Entry


def others(event: Event, asked: EntryContext) -> Iterator[Entry]:
    """Every other entry that certainly is ``event``, this one standing as the starting entry."""
    for entry in open_to(asked.person, (event,)):
        if entry.id != asked.entry.id and certainly(
            event, EntryContext(asked.person, entry, start=asked.entry, subject=asked.subject)
        ):
            yield entry


def within(event: Event, asked: EntryContext, amount: Amount) -> list[Entry]:
    """Those in a window shorter than ``amount`` that ends on the day of the entry, this one among them if it is one."""
    day = asked.entry.happened.last
    opens = add(day, Amount(-amount.n, amount.unit))
    # Where no calendar reaches, everything counts: a worry too many is read by a person, one too few by nobody.
    since = opens if isinstance(opens, date) else date.min
    found = [each for each in others(event, asked) if since < each.happened.last and each.happened.first <= day]
    itself = certainly(event, EntryContext(asked.person, asked.entry, start=asked.entry, subject=asked.subject))
    # The entry itself is asked apart, since the search sets aside the one that it starts from.
    return [*found, asked.entry] if itself else found


def days_before(day: date, amount: Amount | None) -> date:
    """The day so long before ``day``; the first of all days where it is not said how long."""
    found = date.min if amount is None else add(day, Amount(-amount.n, amount.unit))
    return found if isinstance(found, date) else date.min
