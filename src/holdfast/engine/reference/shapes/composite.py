"""What the shapes mean that are made of shapes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from holdfast.engine.reference.due_day import add
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.shapes.matches import MEANINGS, Match, matches
from holdfast.engine.reference.state import spans
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.engine.rulebook import InUse
from holdfast.kernel.when import london_day
from holdfast.rules.event import State
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import AnyShape, Said, Showing
from holdfast.vocabulary.entry import Entry


def _said(person: PersonView, shape: Said, rules: InUse) -> Iterator[Match]:
    return (replace(match, why=shape.why) for match in matches(person, shape.shape, rules))


def _any_shape(person: PersonView, shape: AnyShape, rules: InUse) -> list[Match]:
    found = [match for each in shape.shapes for match in matches(person, each, rules)]
    # Of what one entry raises by several shapes the first is said: that has to be the one that was so first.
    return sorted(found, key=lambda match: match.at)


def _showing(person: PersonView, shape: Showing, rules: InUse) -> Iterator[Match]:
    shown = fitting(person, shape.events)
    for match in matches(person, shape.shape, rules):
        day = london_day(match.at)
        back = add(day, Amount(-shape.within.n, shape.within.unit)) if shape.within is not None else date.min
        since = back if isinstance(back, date) else date.min
        last = match.entries[-1]
        kept = [
            each
            for each in shown
            if each.happened.last <= day
            # Inclusive is what looks back over a period; otherwise the day exactly so long before is out, as in every window.
            and (since <= each.happened.last if shape.inclusive else since < each.happened.last and order(each) <= order(last))
        ]
        kept = [*_begun(person, shape.since, last, day), *kept]
        own = {each.id for each in match.entries}
        yield replace(match, entries=tuple(dict.fromkeys((*(each for each in kept if each.id not in own), *match.entries))))


def _begun(person: PersonView, state: State | None, entry: Entry, day: date) -> list[Entry]:
    """What began the stretch of a state that holds on a day, or that an entry ended."""
    found = spans(person, state) if state is not None else ()
    # What an entry ended is shown by what had begun it, though it holds no longer on that day.
    return [span.started_by for span in found if span.holds_on(day) or span.ended_by == entry][-1:]


MEANINGS.update({Said: _said, AnyShape: _any_shape, Showing: _showing})
