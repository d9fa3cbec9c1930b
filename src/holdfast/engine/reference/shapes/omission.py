"""What the shapes mean that say something was lacking, came together, or cannot yet have been, asked of one life."""

from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from holdfast.engine.reference import standard
from holdfast.engine.reference.due_day import Start, add, is_after
from holdfast.engine.reference.event import EntryContext, certainly
from holdfast.engine.reference.met_by import open_to
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.shapes.findings import root, seen_at
from holdfast.engine.reference.shapes.occurrence import MEANINGS, OF_STANDARDS, Match, began, found_by
from holdfast.engine.reference.state import spans
from holdfast.engine.reference.trigger import own, starts
from holdfast.engine.reference.triggers.patterns import lead_episodes
from holdfast.engine.reference.worker_absence import away
from holdfast.kernel.when import london_day, start_of_day
from holdfast.rules.conditions import IsTrigger
from holdfast.rules.event import Event
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import FutureDated, Lacks, Together
from holdfast.rules.standard import Standard
from holdfast.vocabulary.entry import Entry

DAY = timedelta(days=1)
BY_THE_WORKER = frozenset({"lead_social_worker", "lead_practitioner", "visiting_worker", "recording_worker", "case_owner"})
"""Whose absence is the cause of what they should have done meanwhile."""


def _lacks(life: PersonView, shape: Lacks) -> Iterator[Match]:
    for start in starts(life, shape.trigger):
        at = _ready(start, shape.grace)
        if at is None or not (life.is_child_on(start.day) or life.is_adult(start.day)):
            continue
        opening = _opening(life, shape, start)
        done = [_first(life, need, opening, start) for need in shape.needs]
        ends = [each for each in (_all(done), _first(life, shape.excused_by, opening, start)) if each is not None]
        over = min(ends, key=_counts_from, default=None)
        if over is None or _counts_from(over) > at:
            known = [
                each
                for each in (None if opening is None else opening.entry, *done)
                if each is not None and _counts_from(each) <= at
            ]
            shown = sorted({each for each in (*known, *start.extra) if each.id != start.entry.id}, key=order)
            yield Match(at, (*shown, start.entry), None if over is None else (_counts_from(over), over), who=start.about)


def _subject(start: Start) -> str | None:
    return start.about[0] if start.about else None


def _ready(start: Start, grace: Amount | None) -> datetime | None:
    """From when it worries; none where the calendar cannot tell."""
    if grace is None:
        return began(start)
    last = add(start.day, grace)
    return start_of_day(last + DAY) if isinstance(last, date) else None


def _counts_from(entry: Entry) -> datetime:
    return seen_at(entry.happened)


def _opening(life: PersonView, shape: Lacks, start: Start) -> Start | None:
    """From what on something done counts. None: whenever it was."""
    entry: Entry | None = None
    for event in shape.opened_by:
        before = start.entry if entry is None else entry
        found = [
            each
            for each in open_to(life, (event,))
            if order(each) < order(before)
            and certainly(event, EntryContext(life, each, start=start.entry, subject=_subject(start)))
        ]
        entry = max(found, key=order, default=entry)
    back = None if shape.within is None else add(start.day, Amount(-shape.within.n, shape.within.unit))
    if entry is not None and (not isinstance(back, date) or entry.happened.last >= back):
        return Start.of(entry)
    return Start(start.entry, back) if isinstance(back, date) else None


def _first(life: PersonView, events: tuple[Event, ...], opening: Start | None, start: Start) -> Entry | None:
    """The earliest entry of ``events`` since the opening. The starting entry counts only for an event that says so."""
    found = [
        entry
        for entry in (open_to(life, events) if events else ())
        if (opening is None or is_after(entry.happened, opening))
        and any(
            (entry.id != start.entry.id or IsTrigger() in event.where)
            and certainly(event, EntryContext(life, entry, start=start.entry, subject=_subject(start)))
            for event in events
        )
    ]
    return min(found, key=lambda entry: (_counts_from(entry), order(entry)), default=None)


def _all(done: list[Entry | None]) -> Entry | None:
    """The last of what was needed, once all of it was done."""
    found = [each for each in done if each is not None]
    return max(found, key=_counts_from) if len(found) == len(done) and found else None


def _future_dated(life: PersonView, shape: FutureDated) -> Iterator[Match]:
    # What is dated ahead is asked for as it was written, whether or not its day has come.
    return (Match(each.recorded_at, (each,)) for each in life.known.dated_ahead(life.id, *shape.reads) if own(life, each))


@dataclass(frozen=True)
class Trouble:
    """One rule that was overdue or open: its words, from when to when, and what caused it."""

    rule: str
    title: str
    begins: datetime
    until: datetime | None
    cause: str
    entry: Entry


def _together(life: PersonView, shape: Together, standards: Mapping[str, Standard]) -> Iterator[Match]:
    inside = spans(life, shape.during)
    if not inside:
        return
    found = sorted(_troubles(life, shape, standards), key=lambda each: (each.begins, each.rule))
    at_once = _at_once(found, [each.begins for each in found], shape)
    few = [gone for gone, number in _at_once(found, _gone(found, shape), shape).items() if number < shape.n]
    above = False
    for trouble in found:
        day = london_day(trouble.begins)
        span = next((each for each in inside if each.holds_on(day)), None)
        enough = span is not None and at_once[trouble.begins] >= shape.n and life.is_child_on(day)
        if enough and not above and span is not None:
            there = _there(found, trouble.begins, shape)
            over = few[at] if (at := bisect_right(few, trouble.begins)) < len(few) else None
            ends = [each for each in (over, start_of_day(span.end) if span.end else None) if each is not None]
            named = "; ".join(dict.fromkeys(each.title for each in there)).replace("{", "(").replace("}", ")")
            entries = tuple(dict.fromkeys(each.entry for each in there if each.entry is not trouble.entry))
            yield Match(
                trouble.begins,
                (*sorted(entries, key=order), trouble.entry),
                (min(ends), None) if ends else None,
                why=f"At once for this child: {named}.",
                part=trouble.rule,
            )
        above = enough


def _there(found: list[Trouble], at: datetime, shape: Together) -> list[Trouble]:
    """What was overdue or open at some time in the window that ends at ``at``."""
    opens = add(london_day(at), Amount(-shape.within.n, shape.within.unit))
    if not isinstance(opens, date):
        return []
    return [each for each in found if each.begins <= at and (each.until is None or london_day(each.until) > opens)]


def _gone(found: list[Trouble], shape: Together) -> list[datetime]:
    """The instants at which something that is over leaves the window."""
    left = (add(london_day(each.until), shape.within) for each in found if each.until is not None)
    return [start_of_day(each) for each in left if isinstance(each, date)]


def _at_once(found: list[Trouble], instants: list[datetime], shape: Together) -> dict[datetime, int]:
    """How many there were in the window that ends at each of these instants, in their order: as many as there are rules
    and causes among them."""
    coming = deque(found)
    going = deque(sorted((london_day(each.until), number) for number, each in enumerate(found) if each.until is not None))
    there: set[int] = set()
    rules, causes = Counter[str](), Counter[str]()
    numbers: dict[datetime, int] = {}
    begun = 0
    for at in sorted(set(instants)):
        opens = add(london_day(at), Amount(-shape.within.n, shape.within.unit))
        if not isinstance(opens, date):
            numbers[at] = 0
            continue
        while coming and coming[0].begins <= at:
            each = coming.popleft()
            if each.until is None or london_day(each.until) > opens:
                there.add(begun)
                rules[each.rule] += 1
                causes[each.cause] += 1
            begun += 1
        while going and going[0][0] <= opens:
            _, number = going.popleft()
            if number in there:
                there.discard(number)
                for counted, key in ((rules, found[number].rule), (causes, found[number].cause)):
                    counted[key] -= 1
                    if not counted[key]:
                        del counted[key]
        numbers[at] = min(len(rules), len(causes))
    return numbers


def _troubles(life: PersonView, shape: Together, standards: Mapping[str, Standard]) -> Iterator[Trouble]:
    for id_ in sorted(shape.standards):
        yield from life.keep(("troubles", id(shape), id(standards[id_])), partial(_of_rule, shape=shape, rule=standards[id_]))
    for id_ in sorted(shape.signals):
        yield from life.keep(("troubles", id_, id(standards)), partial(_of_signal, id=id_, standards=standards))


def _of_rule(life: PersonView, *, shape: Together, rule: Standard) -> tuple[Trouble, ...]:
    # A plan is no cause of what goes undone under it: only what came up since is.
    plans = {root(life, span.started_by) for span in spans(life, shape.during)}
    leads = lead_episodes(life)
    absences = life.known.planned("absence_started", "absence_ended")
    found = []
    for clock in standard.kept(life, rule):
        breach, entry = clock.breach(), life.known.current(clock.trigger)
        if breach is None or entry is None:
            continue
        cause = root(life, entry)
        lead = next((worker for given, worker in reversed(leads) if given.happened.start <= breach[0]), None)
        gone = away(lead, absences, breach[0] - timedelta(microseconds=1)) if lead else None
        if gone is not None and rule.responsible in BY_THE_WORKER:
            cause = life.known.chains.root(gone.entry)
        elif cause in plans:
            cause = f"{cause}/{rule.id}"
        found.append(Trouble(rule.id, rule.title, *breach, cause, entry))
    return tuple(found)


def _of_signal(life: PersonView, *, id: str, standards: Mapping[str, Standard]) -> tuple[Trouble, ...]:
    from holdfast.signals import SIGNALS

    signal = SIGNALS[id]
    return tuple(
        Trouble(
            id,
            signal.title,
            found.at,
            None if found.ended is None else found.ended[0],
            root(life, found.entries[-1]),
            found.entries[-1],
        )
        for found in found_by(life, signal, standards)
    )


MEANINGS.update({Lacks: _lacks, FutureDated: _future_dated})
OF_STANDARDS.update({Together: _together})
