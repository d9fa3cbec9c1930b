"""States that last, folded from one person's entries, once for each state of knowledge that can tell them apart."""

from typing import Any, cast

from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.instants import FAR_OFF
from holdfast.engine.compiled.person import PersonRecord


class CompactSpan:
    """One stretch of a state: it holds from ``start`` and no longer on ``end`` (:data:`FAR_OFF` while it lasts)."""

    __slots__ = ("end", "ended_by", "start", "started_by")

    def __init__(self, start: int, started_by: CompactEntry, end: int, ended_by: CompactEntry | None) -> None:
        self.start = start
        self.started_by = started_by
        self.end = end
        self.ended_by = ended_by


Spans = tuple[CompactSpan, ...]


class CompiledState:
    """What starts and what ends a state, as functions."""

    __slots__ = ("any_of", "end_types", "ends", "id", "restarts", "starts", "title", "types")

    def __init__(
        self,
        id: str,
        title: str,
        *,
        starts: CompiledEvent | None,
        ends: CompiledEvent | None,
        any_of: "tuple[CompiledState, ...]",
        restarts: bool,
    ) -> None:
        self.id = id
        self.title = title
        self.starts = starts
        self.ends = ends
        self.any_of = any_of
        self.restarts = restarts
        self.types = tuple(dict.fromkeys((*(starts.types if starts else ()), *(ends.types if ends else ()))))
        self.end_types = frozenset(ends.types if ends else ())

    def every_type(self) -> tuple[str, ...]:
        """The types that start or end it, or a state it is made of."""
        return tuple(dict.fromkeys((*self.types, *(type for each in self.any_of for type in each.every_type()))))


def spans(person: PersonRecord, state: CompiledState) -> Spans:
    """Every stretch of a state, oldest first."""
    # Looked up before it is called for: states are asked for by nearly every rule.
    if person.steady and (found := person.kept.get(state)) is not None:
        return cast("Spans", found)
    return cast("Spans", person.keep(state, lambda person: _joined(person, state) if state.any_of else _folded(person, state)))


def holds_on(person: PersonRecord, state: CompiledState, day: int) -> bool:
    """Whether the state certainly held at some time on a day."""
    return any(span.start <= day < span.end for span in spans(person, state))


def span_on(person: PersonRecord, state: CompiledState, day: int) -> CompactSpan | None:
    """The stretch of the state that holds on a day."""
    for span in spans(person, state):
        if span.start <= day < span.end:
            return span
    return None


def _conference_first(entry: CompactEntry) -> tuple[Any, ...]:
    # On one day the conference decides before the plan's own entry says so.
    # On one day the conference decides, and the plan's own entry says so afterwards.
    return entry.last, entry.instant is None and entry.type != "conference_held", entry.order


def _folded(person: PersonRecord, state: CompiledState) -> Spans:
    entries = person.read(state.types)
    if not entries or state.starts is None:
        return ()
    starts, begin_types = state.starts.fits, state.starts.type_set
    ends = state.ends.fits if state.ends is not None else None
    found: list[CompactSpan] = []
    open_by: CompactEntry | None = None
    # In an order of its own, so that a plan does not begin before the conference that made it.
    for entry in sorted(entries, key=_conference_first):
        if open_by is None:
            if entry.type in begin_types and starts(person, entry, None, None):
                open_by = entry
        elif (
            ends is not None
            and entry.type in state.end_types
            # It may have come after: doubt ends a state rather than leave it running for ever.
            and entry.end >= open_by.start
            and entry.id != open_by.id
            and ends(person, entry, open_by, None)
        ):
            found.append(CompactSpan(open_by.last, open_by, max(entry.last, open_by.last), entry))
            again = state.restarts and entry.type in begin_types and starts(person, entry, None, None)
            # A move ends one placement and begins the next, where the state says so.
            open_by = entry if again else None
    if open_by is not None:
        found.append(CompactSpan(open_by.last, open_by, FAR_OFF, None))
    who = person.identity()
    if who.died is None:
        return tuple(found)
    # None began after the person had died, and each was over with the death.
    last = who.dead_from
    return tuple(
        each if each.end <= last else CompactSpan(each.start, each.started_by, last, who.died)
        for each in found
        if each.start <= last
    )


def _joined(person: PersonRecord, state: CompiledState) -> Spans:
    found: list[CompactSpan] = []
    for part in sorted((span for each in state.any_of for span in spans(person, each)), key=lambda span: span.start):
        last = found[-1] if found else None
        # Touching is going on: from one plan to the next without a day between is one time on a plan.
        if last is None or part.start > last.end:
            found.append(part)
        elif part.end > last.end:
            found[-1] = CompactSpan(last.start, last.started_by, part.end, part.ended_by)
    return tuple(found)
