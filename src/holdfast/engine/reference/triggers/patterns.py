"""The starts of clocks that several entries make together. Each function is the meaning of one ``Pattern``."""

from collections.abc import Callable, Iterator
from datetime import date

from holdfast.engine.reference import family_complexity as complexity
from holdfast.engine.reference.affiliation import role_of
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.state import spans
from holdfast.kernel.unknown_name import UnknownName
from holdfast.rules.trigger import Pattern
from holdfast.standards import professions
from holdfast.standards.states import CHILD_PROTECTION_PLAN
from holdfast.vocabulary.entry import Entry


def section47_begins(person: PersonView) -> Iterator[Start]:
    """The first discussion that decided on section 47 since the last enquiry ended, for a child not already on a plan. A
    first conference for which no such discussion was recorded: when it was due cannot be told."""
    return (discussions[0] for discussions in _deciding_discussions(person))


def section47_decided_last(person: PersonView) -> Iterator[Start]:
    """The same, counted from the latest discussion that decided on section 47 in the enquiry."""
    return (discussions[-1] for discussions in _deciding_discussions(person))


def _deciding_discussions(person: PersonView) -> Iterator[list[Start]]:
    """The discussions of each enquiry that decided on section 47."""
    on_plan = spans(person, CHILD_PROTECTION_PLAN)
    found: list[Start] = []
    for entry in person.entries("strategy_discussion_held", "section47_completed", "conference_held"):
        day = entry.happened.last
        # On the day the plan began the conference was still the first: being on a plan counts from the day after.
        planned = any(span.start < day and span.holds_on(day) for span in on_plan)
        # An enquiry ends with its outcome or a conference, so that what comes after begins another.
        if entry.type != "strategy_discussion_held":
            if found:
                yield found
            found = []
            if not planned and _first_conference(person, entry) and not _enquiries(person, entry):
                # Silence would say that the conference was in time.
                yield [Start.of(entry, missing="the strategy discussion that started the enquiry")]
        elif not planned and value(entry, "decision") == "section47":
            found.append(Start.of(entry))
    if found:
        yield found


def _first_conference(person: PersonView, entry: Entry) -> bool:
    return value(entry, "kind") in ("initial", "pre_birth") and person.names_child(entry, "decisions")


def _enquiries(person: PersonView, conference: Entry) -> list[Entry]:
    """Discussions that decided on section 47 and may have led to this conference: since the one before it."""
    held = [each for each in person.entries("conference_held") if each.id != conference.id and _first_conference(person, each)]
    # A discussion before the last conference led to that one.
    since = max((each.happened.last for each in held if each.happened.last < conference.happened.last), default=date.min)
    return [
        each
        for each in person.entries("strategy_discussion_held")
        if value(each, "decision") == "section47"
        and since <= each.happened.last
        and each.happened.first <= conference.happened.last
    ]


def lead_episodes(person: PersonView) -> list[tuple[Entry, str]]:
    """Each time somebody became this child's lead worker: the entry and the worker. The same worker again is no change."""
    found: list[tuple[Entry, str]] = []
    for entry in person.entries("worker_allocated"):
        worker = str(value(entry, "worker"))
        # As whom they were given the child goes before what they otherwise are.
        role = professions.normal(value(entry, "role")) or role_of(person.known, worker)
        if role in professions.LEAD_ROLES and (not found or found[-1][1] != worker):
            found.append((entry, worker))
    return found


def absence_of_lead_worker(person: PersonView) -> Iterator[Start]:
    """The child's worker is away: from the absence, or from being given the child while already away."""
    episodes = lead_episodes(person)
    ended = person.known.of("worker_ended")
    for number, (allocated, worker) in enumerate(episodes):
        until = episodes[number + 1][0].happened.last if number + 1 < len(episodes) else None
        for entry in ended:
            about_child = not entry.about or person.id in entry.about
            if value(entry, "worker") == worker and about_child and entry.happened.last >= allocated.happened.last:
                # Whichever was first: the child given to somebody else, or the worker gone.
                until = min(until, entry.happened.last) if until else entry.happened.last
        # Leave that was put in ahead of its day is known, and cover should be named before it begins.
        for absence in person.known.planned("absence_started"):
            day = absence.happened.last
            if value(absence, "worker") == worker and (until is None or day < until):
                given = allocated.happened
                # Away after they were given the child; otherwise they were away when they were, which is worse, and counts
                # from then.
                if day >= given.first:
                    yield Start.of(absence, extra=(allocated,), already=_cover_in_place(person, worker, day))
                elif not _back_by(person, worker, day, given.last):
                    covered = _cover_in_place(person, worker, given.last)
                    yield Start(absence, given.last, exact=given.exact, extra=(allocated,), already=covered)


def _back_by(person: PersonView, worker: str, away_from: date, day: date) -> bool:
    return any(
        value(entry, "worker") == worker and away_from <= entry.happened.last <= day for entry in person.known.of("absence_ended")
    )


def _cover_in_place(person: PersonView, worker: str, day: date) -> Entry | None:
    """Cover that had been named for the worker before ``day``, since they were last back from being away."""
    back = [entry.happened.last for entry in person.known.of("absence_ended") if value(entry, "worker") == worker]
    # Cover from an earlier absence is over with it.
    since = max((each for each in back if each <= day), default=date.min)
    named = [
        entry
        for entry in person.known.of("cover_named")
        if value(entry, "for") == worker and (not entry.about or person.id in entry.about) and since <= entry.happened.last < day
    ]
    return named[-1] if named else None


NO_PATTERN = "Give it in triggers/patterns.py of both engines."
PATTERNS: dict[str, Callable[[PersonView], Iterator[Start]]] = {
    "section47_begins": section47_begins,
    "section47_decided_last": section47_decided_last,
    "absence_of_lead_worker": absence_of_lead_worker,
    "complexity": complexity.complexity,
}


def pattern_of(trigger: Pattern) -> Callable[[PersonView], Iterator[Start]]:
    """The function of a pattern. Refuses one that has none."""
    if trigger.name not in PATTERNS:
        raise UnknownName("pattern", trigger.name, PATTERNS, NO_PATTERN)
    return PATTERNS[trigger.name]
