"""What a death ends, and that nothing begins after it but what the death itself asks. As :mod:`holdfast.engine.reference.death`
says it."""

from collections.abc import Iterator, Sequence

from holdfast.engine.compiled.clock_start import CompactStart, Excuse
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.instants import FAR_OFF, midnight
from holdfast.engine.compiled.person import DIED, PersonRecord
from holdfast.engine.compiled.terms import Terms
from holdfast.engine.reference.death import CARERS, RECORDED


def clock_until_death(person: PersonRecord, terms: Terms, clock: CompactClock) -> tuple[CompactClock, ...]:
    """A clock of this person if it starts while they live, or is one that a death asks for."""
    who = person.identity()
    if who.died is None or terms.rule.after_death:
        return (clock,)
    if clock.starts > (midnight(who.dead_from + 1) if clock.timed else who.dead_from):
        return ()
    if clock.missing is None or clock.excused_on is not None or terms.outlives:
        return (clock,)
    # Another clock and not this one: in another state of knowledge they live.
    over = CompactClock()
    over.__dict__.update(clock.__dict__)
    over.excused_on, over.excused_by, over.excused_why = who.dead_from, who.died, RECORDED
    return (over,)


def death(person: PersonRecord) -> tuple[int, CompactEntry] | None:
    """The instant from which they were dead, and the entry that says so."""
    who = person.identity()
    if who.died is None:
        return None
    return midnight(who.dead_from) if who.died.instant is None else who.died.instant, who.died


def ending_of_all(person: PersonRecord, who: Sequence[str]) -> tuple[int, CompactEntry] | None:
    """The death of the last of those a worry is about, once all of them have died."""
    if not who or not person.anybodys(DIED):
        return None
    found = [each for each in (death(person.other(id)) for id in who) if each is not None]
    return max(found, key=lambda each: each[0]) if len(found) == len(who) else None


def deaths_ending(person: PersonRecord, terms: Terms, start: CompactStart) -> Iterator[Excuse]:
    """The deaths that end the need for what began: the person's own, and that of whoever it was to be done for or with."""
    # Nobody of the family has died, as in nearly every one: nothing more is asked.
    if not person.anybodys(DIED):
        return
    if not terms.outlives:
        yield from _ending(person, start, (person.id,))
    yield from _ending(person, start, start.about)
    if terms.rule.scope == "per_carer":
        yield from _ending(person, start, tuple(dict.fromkeys(each for name in CARERS for each in listed(start.entry, name))))


def _ending(person: PersonRecord, start: CompactStart, who: tuple[str, ...]) -> Iterator[Excuse]:
    found = [each for each in (person.other(id).identity() for id in who) if each.dead_from != FAR_OFF]
    if not found or len(found) < len(who):
        return
    last = max(found, key=lambda each: (each.dead_from, each.died.id if each.died else ""))
    if last.dead_from >= start.day or who != (person.id,):
        yield max(last.dead_from, start.day), last.died, RECORDED
