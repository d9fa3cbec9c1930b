"""What starts a clock, or raises a worry, for one person: the meaning of every trigger."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from holdfast.engine.meanings import Meanings
from holdfast.engine.reference.due_day import Start, add
from holdfast.engine.reference.event import EntryContext, certainly, fits
from holdfast.engine.reference.met_by import open_to
from holdfast.engine.reference.person_view import DEATH, PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.state import spans
from holdfast.engine.reference.triggers.accumulation import fitting, gatherings
from holdfast.engine.reference.triggers.disagreement import disagreements
from holdfast.engine.reference.triggers.occasions import falls_below
from holdfast.engine.reference.triggers.participants import concerned
from holdfast.engine.reference.triggers.patterns import pattern_of
from holdfast.engine.reference.triggers.stays import repetitions
from holdfast.engine.reference.triggers.vacancy import vacated
from holdfast.kernel.unknown import Unknown
from holdfast.rules.conditions import About
from holdfast.rules.limit import Amount
from holdfast.rules.trigger import (
    Disagree,
    Each,
    Either,
    EndsWithFew,
    Explained,
    ForEach,
    Gathers,
    Pattern,
    Prepared,
    StateEnds,
    StateStarts,
    StaysRepeat,
    Trigger,
)
from holdfast.rules.vacancy import Vacated
from holdfast.vocabulary.entry import Entry


def starts(person: PersonView, trigger: Trigger) -> Iterator[Start]:
    """What starts this person's own clocks."""
    # Asked of what explains it too: a window over a family holds entries that are nobody's start but the children's.
    return (each for each in all_starts(person, trigger) if all(own(person, entry) for entry in (each.entry, *each.extra)))


def all_starts(person: PersonView, trigger: Trigger) -> Iterator[Start]:
    """Every start the trigger finds, also those that are rather somebody else's."""
    return MEANINGS[type(trigger)](person, trigger)


def own(person: PersonView, entry: Entry) -> bool:
    """An entry about children and adults starts the children's clocks only; an adult has one where it is about adults
    alone."""
    day = entry.happened.last
    # A contact about a family names the parents, who were children of the record once: it must not start a clock for each of
    # them.
    return not person.is_adult(day) or all(PersonView.of(person.known, each).is_adult(day) for each in entry.about)


def _each(person: PersonView, trigger: Each) -> Iterator[Start]:
    anyones = About("anyone") in trigger.event.where
    for entry in person.known.of(*trigger.event.types) if anyones else person.entries(*trigger.event.types):
        answer = fits(trigger.event, EntryContext(person, entry))
        if answer is True:
            yield Start.of(entry) if trigger.counted_from is None else _counted_from(person, trigger, entry)
        # Whether the child is young enough may hang on a date of birth that nobody wrote down: the clock then says what is
        # missing, where silence would be taken for no.
        elif trigger.doubtful and isinstance(answer, Unknown):
            yield Start.of(entry, missing=answer.missing)


def _counted_from(person: PersonView, trigger: Each, entry: Entry) -> Start:
    assert trigger.counted_from is not None and trigger.counted_within is not None
    since = add(entry.happened.last, Amount(-trigger.counted_within.n, trigger.counted_within.unit))
    before = [
        each
        for each in person.entries(*trigger.counted_from.types)
        # Before it in reading order, so that an order and a police protection of one hour are counted the right way round.
        if order(each) < order(entry)
        and each.id != entry.id
        and isinstance(since, date)
        and each.happened.last >= since
        and certainly(trigger.counted_from, EntryContext(person, each, start=entry))
    ]
    if not before:
        return Start.of(entry)
    first = before[-1].happened
    return Start(entry, first.last, first.instant, exact=entry.happened.exact and first.exact, extra=(before[-1],))


def _state_starts(person: PersonView, trigger: StateStarts) -> Iterator[Start]:
    return (Start.of(span.started_by) for span in spans(person, trigger.state))


def _state_ends(person: PersonView, trigger: StateEnds) -> Iterator[Start]:
    # What ends with a death is over by itself: nobody ended it, and nobody has to show that it was ended rightly.
    ends = (span.ended_by for span in spans(person, trigger.state))
    return (Start.of(entry) for entry in ends if entry is not None and entry.type != DEATH)


def _gathers(person: PersonView, trigger: Gathers) -> Iterator[Start]:
    for found in gatherings(person, trigger):
        # One range among them is enough for doubt about when there were enough.
        exact = all(each.happened.exact for each in found)
        start = replace(Start.of(found[-1], extra=tuple(found[:-1])), exact=exact)
        link = falls_below(person, found, trigger.n, start.day) if trigger.counting == "occasions" else None
        yield start if link is None else replace(start, excused=(link.happened.last, link.id, "said to be one event"))


def _either(person: PersonView, trigger: Either) -> Iterator[Start]:
    # Backwards, so that the first of several that the same entry fits is the one that stays.
    found = {start.entry.id: start for each in reversed(trigger.triggers) for start in all_starts(person, each)}
    return iter(sorted(found.values(), key=lambda start: order(start.entry)))


def _for_each(person: PersonView, trigger: ForEach) -> Iterator[Start]:
    for start in all_starts(person, trigger.trigger):
        found = concerned(person, trigger.who, start.entry)
        # Where nobody is known who could be spoken to, somebody still has to be found: the clock is for whoever that is.
        if not found and trigger.who == "responsible_adults":
            yield start
        for each in found:
            yield replace(start, about=(each,))


def _prepared(person: PersonView, trigger: Prepared) -> Iterator[Start]:
    for start in all_starts(person, trigger.trigger):
        before = [
            each for each in fitting(person, (trigger.since,)) if order(each) < order(start.entry) and each.id != start.entry.id
        ]
        since = before[-1].happened.last if before else date.min
        done = [
            each
            for each in open_to(person, (trigger.by,))
            # Before the day and not on it: what was made ready the same morning is the meeting, and not its preparation.
            if since <= each.happened.last < start.day and certainly(trigger.by, EntryContext(person, each, start=start.entry))
        ]
        yield replace(start, already=max(done, key=order)) if done else start


def _explained(person: PersonView, trigger: Explained) -> Iterator[Start]:
    for start in all_starts(person, trigger.trigger):
        found = [
            each
            for each in sorted(open_to(person, (trigger.by,)), key=order)
            if each.id != start.entry.id and certainly(trigger.by, EntryContext(person, each, start=start.entry))
        ]
        by_then = [each for each in found if order(each) < order(start.entry)]
        # What was known then explains it best; what came after is better than nothing.
        told = (by_then[-1:] or found[:1]) if found else []
        yield replace(start, extra=(*start.extra, *told))


def _ends_with_few(person: PersonView, trigger: EndsWithFew) -> Iterator[Start]:
    for span in spans(person, trigger.state):
        # Growing up and death end it without anybody's decision.
        if span.ended_by is None or span.end is None or not person.is_child_on(span.end):
            continue
        held = [each for each in fitting(person, (trigger.event,)) if span.start <= each.happened.last <= span.end]
        if len(held) <= trigger.most:
            yield Start.of(span.ended_by)


MEANINGS: Meanings[Callable[[PersonView, Any], Iterator[Start]]] = Meanings(
    "trigger", "holdfast.engine.reference.trigger or triggers"
)
MEANINGS.update(
    {
        Each: _each,
        StateStarts: _state_starts,
        StateEnds: _state_ends,
        Gathers: _gathers,
        Either: _either,
        ForEach: _for_each,
        Prepared: _prepared,
        Explained: _explained,
        Vacated: vacated,
        EndsWithFew: _ends_with_few,
        StaysRepeat: repetitions,
        Disagree: disagreements,
        Pattern: lambda person, trigger: pattern_of(trigger)(person),
    }
)
