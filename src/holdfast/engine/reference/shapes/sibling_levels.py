"""The signal about brothers and sisters at different levels: it follows every decision about the household and remembers which
reason still holds, which no shape can say."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.findings import make_finding, seen_at, when_words
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.state import spans
from holdfast.kernel.when import start_of_day
from holdfast.rules.signal import Signal
from holdfast.standards.states import LEVEL_WORDS, PLANS_BY_LEVEL
from holdfast.vocabulary.entry import Entry

Ended = tuple[datetime, Entry] | None


def siblings_at_different_levels(person: PersonView, signal: Signal) -> Iterator[Finding]:
    """Each decision that leaves this child at a lower level than a brother or sister, with no reason of their own."""
    family = _household(person)
    standing: tuple[Entry, int] | None = None
    explained: int | None = None
    for entry in _decisions(person, family):
        day = entry.happened.last
        here = {
            child: _level(person, child, day)
            for child in (person.id, *family, *entry.about)
            if PersonView.of(person.known, child).is_child_on(day)
        }
        # A decision about somebody else says nothing of this child unless they are of one household.
        if person.id not in here or (person.id not in entry.about and not family):
            continue
        highest = max(here.values())
        # A reason given for this child's level holds until the level changes.
        explained = here[person.id] if _own_reason(entry, person) or explained == here[person.id] else None
        unexplained = here[person.id] < highest and explained is None
        # It is over when it is explained or the level changes: then it is another difference, if it is one.
        if standing is not None and (not unexplained or standing[1] != here[person.id]):
            yield from _different(person, signal, *standing, ended=(seen_at(entry.happened), entry))
            standing = None
        if unexplained and standing is None:
            standing = (entry, here[person.id])
    if standing is not None:
        yield from _different(person, signal, *standing, ended=None)


def _different(person: PersonView, signal: Signal, entry: Entry, level: int, ended: Ended) -> Iterator[Finding]:
    """The worry, once the days of grace are over, unless it ended before that."""
    at = seen_at(entry.happened)
    if grace := int(signal.numbers["grace_days"]):
        at = start_of_day(entry.happened.last + timedelta(days=grace))
    if ended is not None and ended[0] <= at and grace:
        return
    why = (
        f"This child, {when_words(entry)}, was left with {LEVEL_WORDS[level]} and a brother or sister with more; "
        "no reason of this child's own is recorded."
    )
    yield make_finding(person, signal, at, (entry,), why, ended=ended)


def _household(person: PersonView) -> tuple[str, ...]:
    """Brothers and sisters by the same mother, or by any parent where no mother is known."""
    # Taken for the household: the record says who is related to whom, and not always who lives where.
    by_mother = [child for child in person.siblings if PersonView.of(person.known, child).mothers & person.mothers]
    return tuple(by_mother) if person.mothers else person.siblings


def _decisions(person: PersonView, family: tuple[str, ...]) -> list[Entry]:
    """Conferences about this child or their household, and plans started on a day without one, in order."""
    children = {person.id, *family}
    # Of anybody: a conference about a brother alone decides about his sister by leaving her out.
    conferences = [e for e in person.known.of("conference_held") if children & set(e.about) and value(e, "decisions") is not None]
    days = {entry.happened.last for entry in conferences}
    starts = [
        entry
        for entry in person.known.of("plan_started")
        # On the day of a conference the conference decided it; the plan's own entry would be a second decision.
        if children & set(entry.about) and value(entry, "plan") == "child_protection" and entry.happened.last not in days
    ]
    return sorted(conferences + starts, key=lambda entry: (entry.happened.last, entry.recorded_at))


def _level(person: PersonView, child: str, day: date) -> int:
    other = PersonView.of(person.known, child)
    for level, state in PLANS_BY_LEVEL:
        if any(span.holds_on(day) for span in spans(other, state)):
            return level
    return 0


def _own_reason(entry: Entry, person: PersonView) -> bool:
    """Whether the decision gives this child a reason that is not the same words as another child's."""
    rows = listed(entry, "decisions")
    reasons = {getattr(row, "child", None): str(getattr(row, "reasons", None) or "").strip() for row in rows}
    own = reasons.get(person.id, "")
    # The same words for every child are nobody's own reason.
    return bool(own) and not any(said == own for child, said in reasons.items() if child != person.id)
