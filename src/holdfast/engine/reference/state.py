"""States that last, folded from one person's entries."""

from dataclasses import dataclass, replace
from datetime import date

from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.rules.event import State
from holdfast.vocabulary.entry import Entry


@dataclass(frozen=True)
class StateSpan:
    """One stretch of a state. A range counts from its last day, so ``start`` and ``end`` are the days by which it had
    certainly begun and certainly ended; it does not hold on ``end``."""

    state: State
    started_by: Entry
    start: date
    ended_by: Entry | None = None
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the state certainly held at some time on ``day``."""
        return self.start <= day and (self.end is None or day < self.end)


def spans(person: PersonView, state: State) -> tuple[StateSpan, ...]:
    """Every stretch of ``state`` of this person, oldest first. Starting again what already runs changes nothing, and
    what ends nothing is ignored."""
    # A state's id is its own in the whole catalogue, and most rules ask for the same few of them.
    return person.keep(("spans", state.id), lambda person: _joined(person, state) if state.any_of else _fold(person, state))


def _fold(person: PersonView, state: State) -> tuple[StateSpan, ...]:
    types = {each for event in state.starts + state.ends for each in event.types}
    found: list[StateSpan] = []
    open_by: Entry | None = None
    for entry in sorted(person.entries(*types), key=_conference_first):
        # What starts again what already runs changes nothing, what ends nothing is passed over: entries are repeated, states
        # are not.
        if open_by is None:
            if any(certainly(event, EntryContext(person, entry)) for event in state.starts):
                open_by = entry
        # Seen from what began it, so that an ending may say of what it is the end.
        elif any(certainly(event, EntryContext(person, entry, start=open_by)) for event in state.ends) and _is_after(
            entry, open_by
        ):
            found.append(_span(state, open_by, entry))
            # A move ends one placement and begins the next. For other states the same entry cannot do both.
            again = state.restarts and any(certainly(event, EntryContext(person, entry)) for event in state.starts)
            open_by = entry if again else None
    if open_by is not None:
        found.append(_span(state, open_by, None))
    return _until_death(person, found)


def _until_death(person: PersonView, found: list[StateSpan]) -> tuple[StateSpan, ...]:
    """The same, none begun after the person had died and each over with the death."""
    last = person.dead_from
    if last is None:
        return tuple(found)
    return tuple(
        each if each.end is not None and each.end <= last else replace(each, end=last, ended_by=person.died)
        for each in found
        if each.start <= last
    )


def _conference_first(entry: Entry) -> tuple[object, ...]:
    # On one day the conference decides before the plan's own entry says so.
    return (entry.happened.last, entry.happened.instant is None and entry.type != "conference_held", *order(entry))


def _is_after(ending: Entry, starting: Entry) -> bool:
    # Where a range overlaps the beginning, it can have come after: doubt ends a state rather than leave it running for ever.
    return ending.happened.end >= starting.happened.start and ending.id != starting.id


def _span(state: State, start: Entry, end: Entry | None) -> StateSpan:
    begun = start.happened.last
    # It cannot have ended before it began, though a range may say that it can.
    return StateSpan(state, start, begun, end, None if end is None else max(end.happened.last, begun))


def _joined(person: PersonView, state: State) -> tuple[StateSpan, ...]:
    parts = sorted((span for each in state.any_of for span in spans(person, each)), key=lambda span: span.start)
    found: list[StateSpan] = []
    for part in parts:
        last = found[-1] if found else None
        # Touching is going on: from one plan to the next without a day between is one time on a plan.
        if last is not None and (last.end is None or part.start <= last.end):
            if last.end is not None and (part.end is None or part.end > last.end):
                found[-1] = StateSpan(state, last.started_by, last.start, part.ended_by, part.end)
        else:
            found.append(StateSpan(state, part.started_by, part.start, part.ended_by, part.end))
    return tuple(found)
