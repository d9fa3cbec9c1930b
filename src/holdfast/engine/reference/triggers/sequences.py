"""What starts where one entry follows another: runs, things that add up since the last time, states that have lasted."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from holdfast.engine.reference.due_day import Start, add
from holdfast.engine.reference.entry_fields import listed, plain
from holdfast.engine.reference.event import EntryContext, certainly, holds
from holdfast.engine.reference.met_by import open_to
from holdfast.engine.reference.person_view import DEATH, PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.state import spans
from holdfast.engine.reference.trigger import MEANINGS, all_starts
from holdfast.engine.reference.triggers import missing_agencies
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.kernel.when import When
from holdfast.rules import trigger as t
from holdfast.rules.event import Event
from holdfast.rules.planned_day import Planned
from holdfast.vocabulary.entry import Entry


def _only(person: PersonView, trigger: t.Only) -> Iterator[Start]:
    for start in all_starts(person, trigger.trigger):
        asked = EntryContext(person, start.entry, start=start.entry)
        if all(holds(condition, asked) is True for condition in trigger.where):
            yield start


def _planned(person: PersonView, trigger: Planned) -> Iterator[Start]:
    for entry in fitting(person, (trigger.event,)):
        day = next((each for each in listed(entry, trigger.planned_in) if isinstance(each, When)), None)
        # Done within the range but before its last day: the clock would start only when it was over.
        if day is None or any(day.first <= each.happened.last < day.last for each in fitting(person, trigger.unless)):
            continue
        yield replace(Start.of(entry), day=day.last, instant=day.instant, exact=day.exact and entry.happened.exact)


def _until_planned(person: PersonView, trigger: t.UntilPlanned) -> Iterator[Start]:
    for start in all_starts(person, trigger.trigger):
        day = next((each for each in listed(start.entry, trigger.field) if isinstance(each, When)), None)
        if day is not None:
            # Never before what the day was planned for had begun for this child.
            last = max(day.last, start.day)
            yield replace(start, day=last, instant=None, exact=day.exact and start.exact, already=None)


def speaking(person: PersonView, event: Event) -> list[Entry]:
    """Entries that certainly are ``event``, about the person or about a worker alone, in the order they are read."""
    return sorted((each for each in open_to(person, (event,)) if certainly(event, EntryContext(person, each))), key=order)


def _state_lasts(person: PersonView, trigger: t.StateLasts) -> Iterator[Start]:
    for span in spans(person, trigger.state):
        day = add(span.start, trigger.lasting)
        # A state that ended on the very day had not lasted so long.
        if not isinstance(day, date) or (span.end is not None and span.end <= day):
            continue
        if not any(span.start <= entry.happened.last and entry.happened.first < day for entry in fitting(person, trigger.unless)):
            yield replace(Start.of(span.started_by), day=day, instant=None)


def _again(person: PersonView, trigger: t.Again) -> Iterator[Start]:
    family = (
        [person, *(PersonView.of(person.known, child) for child in person.siblings)] if trigger.across == "family" else [person]
    )
    over = [(span.end, span.ended_by) for each in family for span in spans(each, trigger.state)]
    for span in spans(person, trigger.state):
        before = {
            ended_by.id: ended_by
            for end, ended_by in over
            if end is not None
            and ended_by is not None
            # A brother's plan that his death ended is no earlier plan that came to nothing.
            and ended_by.type != DEATH
            and end <= span.start
            and isinstance(limit := add(end, trigger.within), date)
            and span.start < limit
        }
        if before:
            yield Start.of(span.started_by, extra=tuple(sorted(before.values(), key=order)))


def _in_a_row(person: PersonView, trigger: t.InARow) -> Iterator[Start]:
    run: list[Entry] = []
    for entry in fitting(person, (trigger.event,)):
        asked = EntryContext(person, entry)
        if not all(holds(condition, asked) is True for condition in trigger.where):
            run = []
            continue
        run.append(entry)
        if len(run) == trigger.n:
            yield Start.of(entry, extra=tuple(run[:-1]))


def _since_last(person: PersonView, trigger: t.SinceLast) -> Iterator[Start]:
    # By what speaks for the person, also what is filed under a worker alone.
    resets = [entry.happened.last for event in trigger.since for entry in speaking(person, event)]
    running: dict[object, list[Entry]] = {}
    for entry in fitting(person, trigger.events):
        last = max((day for day in resets if day <= entry.happened.last), default=date.min)
        for said in _said(person, entry, trigger.alike):
            before = [each for each in running.get(said, []) if each.happened.last > last]
            # The same thing said twice on one day was said once.
            same_day = trigger.alike and before and before[-1].happened.last == entry.happened.last
            running[said] = before if same_day or entry.happened.last <= last else [*before, entry]
            if len(running[said]) == trigger.n and running[said][-1] is entry:
                yield Start.of(entry, extra=tuple(running[said][:-1]))


def _said(person: PersonView, entry: Entry, fields: tuple[str, ...]) -> set[object]:
    """What the entry says in these fields, as it is compared: words plainly, an entry by the id it keeps."""
    if not fields:
        return {None}
    history = person.known.history
    said = [str(each) for field in fields for each in listed(entry, field)]
    # An entry is the same whatever version of it is pointed at; words are the same but for case and punctuation.
    found: set[object] = {("entry", history.root(each)) for each in said if each in history.by_id}
    return found | {plain(each) for each in said if each not in history.by_id and plain(each)}


def _agency_missing(person: PersonView, trigger: t.AgencyMissing) -> Iterator[Start]:
    for agency, run in missing_agencies.runs(person, trigger):
        yield Start.of(run[-1], about=(agency,), extra=tuple(run[:-1]))


_SEQUENCES: dict[type[Any], Callable[[PersonView, Any], Iterator[Start]]] = {
    t.Only: _only,
    Planned: _planned,
    t.UntilPlanned: _until_planned,
    t.StateLasts: _state_lasts,
    t.Again: _again,
    t.InARow: _in_a_row,
    t.SinceLast: _since_last,
    t.AgencyMissing: _agency_missing,
}
MEANINGS.update(_SEQUENCES)
