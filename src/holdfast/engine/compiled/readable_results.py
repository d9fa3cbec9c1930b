"""What was worked out, as people read it: clocks, findings and lines with their sentences. Made only of what is asked for."""

from datetime import date, datetime

from holdfast.engine.clock import Clock
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.entries import CompactEntry, happened
from holdfast.engine.compiled.findings import CompactFinding
from holdfast.engine.compiled.first_shown import CompactLine
from holdfast.engine.compiled.instants import LAST, NEVER, day_of, moment
from holdfast.engine.compiled.neglect_aspects import unseen_aspects
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.safety_requests import plea
from holdfast.engine.sentences import in_words, late_death
from holdfast.kernel.when import LONDON, When, day_in_words
from holdfast.rules.limit import Deadline, LastsAtMost, Milestone, Repeated
from holdfast.vocabulary.sentence_parts import listed as listing
from holdfast.vocabulary.sentence_parts import party
from holdfast.vocabulary.type_registry import ENTRY_TYPES

AFTER_A_START = (Deadline, Repeated, LastsAtMost, Milestone)
"""Kinds of limit whose clock, where only what came after its start is known, is told by what that was."""
GONE = "the record no longer shows it"


def line_of(person: PersonRecord, found: CompactLine) -> HistoryLine:
    """A line with its sentences."""
    what = found.what
    # Some sentences look around them: what no longer stands is told by what was known while it did.
    # The sentence is made after everything was worked out, when the view stands in whatever state was looked at last.
    person.view.at, person.view.until = LAST if found.withdrawn_at is None else found.withdrawn_at - 1, NEVER
    said = clock_of(what) if isinstance(what, CompactClock) else raised_of(person, what)
    raised = None if found.raised_at is None else at(found.raised_at)
    if found.withdrawn_at is None:
        return HistoryLine(said, raised)
    by, gone = found.withdrawn_by, at(found.withdrawn_at)
    ceased = None if found.ceased_at is None else at(found.ceased_at)
    if by is None:
        person.view.at, person.view.until = found.withdrawn_at, NEVER
        died = person.identity().died
        late = died is not None and died.recorded == found.withdrawn_at
        why = late_death(happened(died), gone) if died is not None and late else GONE
    else:
        verb = "withdrawn" if by.withdraws is not None else "corrected"
        why = f"{verb} on {day_in_words(date.fromordinal(day_of(found.withdrawn_at)))}: {by.reason}"
    # A clock that is gone is shown as no longer required, and not as it stood with what met it.
    if isinstance(what, CompactClock):
        said = clock_of(what, put_right=(by, day_of(found.withdrawn_at), why))
    return HistoryLine(said, raised, gone, why, ceased)


def clock_of(clock: CompactClock, *, put_right: tuple[CompactEntry | None, int, str] | None = None) -> Clock:
    """A clock with its sentences; ``put_right`` by what, on which day and why, where the record no longer bears it out."""
    rule, start = clock.terms.rule, clock.start
    met, met_on, late, missing = clock.met, clock.met_on, clock.late, clock.missing
    excused_by, excused_on, why = clock.excused_by, clock.excused_on, excused_why(clock)
    if put_right is not None:
        met, met_on, late, missing = None, None, False, None
        excused_by, excused_on, why = put_right
    # Its own words speak of what started it, which is the very thing that is not known.
    by_title = start.missing is not None and isinstance(rule.limit, AFTER_A_START)
    return Clock(
        standard=rule.id,
        child=clock.person,
        about=clock.about,
        trigger=start.entry.id,
        key=clock.key,
        starts=at(clock.starts) if clock.timed else date.fromordinal(clock.starts),
        due=None if clock.due is None else at(clock.due) if clock.due_timed else date.fromordinal(clock.due),
        warn_from=None if clock.warn_from is None else at(clock.warn_from),
        met_by=None if met is None else met.id,
        met_on=_day(met_on),
        met_late=late,
        excused_by=None if excused_by is None else excused_by.id,
        excused_on=_day(excused_on),
        excused_why=why,
        missing=missing,
        approximate=clock.approximate,
        gate=clock.gate,
        known_from=None if clock.known_from is None else at(clock.known_from),
        broken_on=_day(clock.broken_on),
        started_words=ENTRY_TYPES[start.entry.type].title if by_title else start.began or rule.started,
        started_when=_started_when(clock),
        wanted_words=rule.wanted,
        limit_words=clock.limit.limit.in_words(),
        evidence=tuple(entry.id for entry in clock.evidence),
    )


def at(instant: int) -> datetime:
    """An instant as it is shown, in England."""
    return moment(instant).astimezone(LONDON)


def _day(day: int | None) -> date | None:
    return None if day is None else date.fromordinal(day)


def _started_when(clock: CompactClock) -> str:
    start = clock.start
    if start.began is not None and start.instant is not None:
        return When.at(at(start.instant)).placed()
    # As precisely as it was written, where it counts from the entry; otherwise by the day it counts from.
    own = start.day == start.entry.last
    return (happened(start.entry) if own else When.day(date.fromordinal(start.day))).placed()


def excused_why(clock: CompactClock) -> str | None:
    """Why it was not required, in words: the code's own, or what the entry that excused it says."""
    by = clock.excused_by
    if clock.excused_why is not None or by is None:
        return clock.excused_why
    words = ENTRY_TYPES[by.type].title
    outcome = by.data.get("outcome") or by.data.get("reason")
    return f"{words}: {outcome}" if outcome else words


def raised_of(person: PersonRecord, found: CompactFinding) -> Finding:
    """A finding with its sentence."""
    return Finding(
        signal=found.signal.id,
        child=found.person,
        about=found.about,
        evidence=tuple(entry.id for entry in found.evidence),
        key=found.key,
        raised_at=at(found.at),
        why=_why(person, found),
        ended_at=None if found.ended is None else at(found.ended),
        ended_by=None if found.ended_by is None else found.ended_by.id,
        approximate=found.approximate,
    )


def _why(person: PersonRecord, found: CompactFinding) -> str:
    match, signal = found.match, found.signal
    if match.sentence is not None:
        return match.sentence
    said = match.why or signal.why
    who = listing(party(person.record.people.names, each) for each in match.who) or "anybody"
    due: date | datetime | None = None
    if match.due is not None:
        due = at(match.due) if match.due_timed else date.fromordinal(match.due)
    due_words = in_words(due) if due is not None else "the day it was due"
    if not match.entries:
        return said.format(**signal.numbers, who=who, due=due_words)
    last = match.entries[-1]
    # Only what the sentence asks for: looking around for it takes as long as finding the match.
    further = {}
    if "{asks}" in said:
        further["asks"] = plea(str(last.data.get("words"))) or "may ask for safety"
    if "{overlooked}" in said:
        further["overlooked"] = unseen_aspects(person, last, int(signal.numbers["months"]))
    if "{alike}" in said:
        own = party(person.record.people.names, person.id)
        further |= {"own": own, "other": str(last.data["other"]), "alike": str(last.data["alike_in"])}
    return said.format(
        **signal.numbers,
        **further,
        who=who,
        when=happened(last).placed(),
        first=happened(match.entries[0]).placed(),
        entries=len(match.entries),
        due=due_words,
    )
