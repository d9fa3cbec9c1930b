"""The signal about brothers and sisters at different levels: it follows every decision about the household and remembers which
reason still holds, which no shape can say."""

from collections.abc import Iterator

from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry, happened, listed
from holdfast.engine.compiled.findings import CompactMatch, Ended, seen_at
from holdfast.engine.compiled.instants import midnight
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import CompiledShape
from holdfast.engine.compiled.state import CompiledState, holds_on
from holdfast.rules.signal import Signal
from holdfast.standards.states import LEVEL_WORDS, PLANS_BY_LEVEL

Levels = list[tuple[int, CompiledState]]


def siblings_at_different_levels(compiler: Compiler, signal: Signal) -> CompiledShape:
    """Each decision that leaves this child at a lower level than a brother or sister, with no reason of their own."""
    levels = [(level, compiler.state(state)) for level, state in PLANS_BY_LEVEL]
    grace = int(signal.numbers["grace_days"])

    def now(person: PersonRecord) -> Iterator[CompactMatch]:
        family = _household(person)
        standing: tuple[CompactEntry, int] | None = None
        explained: int | None = None
        for entry in _decisions(person, family):
            here = _here(person, levels, (person.id, *family, *entry.about), entry.last)
            if person.id not in here or (person.id not in entry.about and not family):
                continue
            level, highest = here[person.id], max(here.values())
            # A reason given for this child's level holds until the level changes.
            explained = level if _own_reason(entry, person) or explained == level else None
            unexplained = level < highest and explained is None
            if standing is not None and (not unexplained or standing[1] != level):
                yield from _different(*standing, grace, (seen_at(entry), entry))
                standing = None
            if unexplained and standing is None:
                standing = (entry, level)
        if standing is not None:
            yield from _different(*standing, grace, None)

    return CompiledShape(now)


def known_by(match: CompactMatch) -> str:
    """It is known by the decision."""
    return match.entries[0].root


def _different(entry: CompactEntry, level: int, grace: int, ended: Ended | None) -> Iterator[CompactMatch]:
    """The worry, once the days of grace are over, unless it ended before that."""
    at = midnight(entry.last + grace) if grace else seen_at(entry)
    if ended is not None and ended[0] <= at and grace:
        return
    sentence = (
        f"This child, {happened(entry).placed()}, was left with {LEVEL_WORDS[level]} and a brother or sister with more; "
        "no reason of this child's own is recorded."
    )
    yield CompactMatch(at, (entry,), ended, sentence=sentence)


def _household(person: PersonRecord) -> tuple[str, ...]:
    """Brothers and sisters by the same mother, or by any parent where no mother is known."""
    if not person.mothers:
        return person.siblings
    return tuple(child for child in person.siblings if person.other(child).mothers & person.mothers)


def _decisions(person: PersonRecord, family: tuple[str, ...]) -> list[CompactEntry]:
    """Conferences about this child or their household, and plans started on a day without one, in order."""
    children = {person.id, *family}
    conferences = [
        entry
        for entry in person.anybodys(("conference_held",))
        if not children.isdisjoint(entry.about) and entry.data.get("decisions") is not None
    ]
    days = {entry.last for entry in conferences}
    starts = [
        entry
        for entry in person.anybodys(("plan_started",))
        if not children.isdisjoint(entry.about) and entry.data.get("plan") == "child_protection" and entry.last not in days
    ]
    return sorted(conferences + starts, key=lambda entry: (entry.last, entry.recorded))


def _here(person: PersonRecord, levels: Levels, children: tuple[str, ...], day: int) -> dict[str, int]:
    """The level of each of them who was a living child on a day."""
    there = (person.other(child) for child in dict.fromkeys(children))
    return {child.id: _level(child, levels, day) for child in there if child.is_child_on(day)}


def _level(child: PersonRecord, levels: Levels, day: int) -> int:
    return next((level for level, state in levels if holds_on(child, state, day)), 0)


def _own_reason(entry: CompactEntry, person: PersonRecord) -> bool:
    """Whether the decision gives this child a reason that is not the same words as another child's."""
    rows = (row for row in listed(entry, "decisions") if isinstance(row, dict))
    reasons = {row.get("child"): str(row.get("reasons") or "").strip() for row in rows}
    own = reasons.get(person.id, "")
    return bool(own) and not any(said == own for child, said in reasons.items() if child != person.id)
