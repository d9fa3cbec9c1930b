"""The starts of clocks that several entries make together. Each function is the meaning of one ``Pattern``."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from holdfast.engine import carers, complexity, neglect
from holdfast.engine.counting import Start
from holdfast.engine.fields import listed, value
from holdfast.engine.folding import spans
from holdfast.engine.holding import Asked, certainly
from holdfast.engine.life import Life
from holdfast.engine.who import role_of
from holdfast.standards import professions
from holdfast.standards.events import CategoryIs, on
from holdfast.standards.states import CHILD_PROTECTION_PLAN
from holdfast.vocabulary.entry import Entry


def contact_became_referral(life: Life) -> Iterator[Start]:
    """The contact is day 0, once a decision for this child makes it a referral."""
    decisions = life.entries("contact_decided")
    for contact in life.entries("contact_received"):
        decided = [
            each
            for each in decisions
            if life.known.same(str(value(each, "contact")), contact.id)
            and value(each, "decision") in ("assessment", "strategy_discussion")
        ]
        if decided and not life.is_adult(contact.happened.last):
            yield Start.of(contact, extra=(decided[0],))


def section47_begins(life: Life) -> Iterator[Start]:
    """The first discussion that decided on section 47 since the last enquiry ended, for a child not already on a plan. A
    first conference for which no such discussion was recorded: when it was due cannot be told."""
    return (discussions[0] for discussions in _deciding_discussions(life))


def section47_decided_last(life: Life) -> Iterator[Start]:
    """The same, counted from the latest discussion that decided on section 47 in the enquiry."""
    return (discussions[-1] for discussions in _deciding_discussions(life))


def _deciding_discussions(life: Life) -> Iterator[list[Start]]:
    """The discussions of each enquiry that decided on section 47."""
    on_plan = spans(life, CHILD_PROTECTION_PLAN)
    found: list[Start] = []
    for entry in life.entries("strategy_discussion_held", "section47_completed", "conference_held"):
        day = entry.happened.last
        planned = any(span.start < day and span.holds_on(day) for span in on_plan)
        if entry.type != "strategy_discussion_held":
            if found:
                yield found
            found = []
            if not planned and _first_conference(life, entry) and not _enquiries(life, entry):
                yield [Start.of(entry, missing="the strategy discussion that started the enquiry")]
        elif not planned and value(entry, "decision") == "section47":
            found.append(Start.of(entry))
    if found:
        yield found


def _first_conference(life: Life, entry: Entry) -> bool:
    return value(entry, "kind") in ("initial", "pre_birth") and life.names_child(entry, "decisions")


def _enquiries(life: Life, conference: Entry) -> list[Entry]:
    """Discussions that decided on section 47 and may have led to this conference: since the one before it."""
    held = [each for each in life.entries("conference_held") if each.id != conference.id and _first_conference(life, each)]
    since = max((each.happened.last for each in held if each.happened.last < conference.happened.last), default=date.min)
    return [
        each
        for each in life.entries("strategy_discussion_held")
        if value(each, "decision") == "section47"
        and since <= each.happened.last
        and each.happened.first <= conference.happened.last
    ]


def lead_episodes(life: Life) -> list[tuple[Entry, str]]:
    """Each time somebody became this child's lead worker: the entry and the worker. The same worker again is no change."""
    found: list[tuple[Entry, str]] = []
    for entry in life.entries("worker_allocated"):
        worker = str(value(entry, "worker"))
        role = professions.normal(value(entry, "role")) or role_of(life.known, worker)
        if role in professions.LEAD_ROLES and (not found or found[-1][1] != worker):
            found.append((entry, worker))
    return found


def lead_worker_changed(life: Life) -> Iterator[Start]:
    """Every lead worker after the first."""
    for (previous, _), (entry, worker) in pairwise(lead_episodes(life)):
        yield Start.of(entry, already=_handed_over_before(life, previous, entry, worker))


def _handed_over_before(life: Life, previous: Entry, entry: Entry, worker: str) -> Entry | None:
    """A handover to the new worker that was done before they began, while the one before them still led."""
    done = [
        each
        for each in life.known.of("handover_completed")
        if value(each, "to") == worker
        and value(each, "family_told") is True
        and (not each.about or life.id in each.about)
        and previous.happened.last <= each.happened.last < entry.happened.last
    ]
    return done[-1] if done else None


def absence_of_lead_worker(life: Life) -> Iterator[Start]:
    """The child's worker is away: from the absence, or from being given the child while already away."""
    episodes = lead_episodes(life)
    ended = life.known.of("worker_ended")
    for number, (allocated, worker) in enumerate(episodes):
        until = episodes[number + 1][0].happened.last if number + 1 < len(episodes) else None
        for entry in ended:
            about_child = not entry.about or life.id in entry.about
            if value(entry, "worker") == worker and about_child and entry.happened.last >= allocated.happened.last:
                until = min(until, entry.happened.last) if until else entry.happened.last
        for absence in life.known.planned("absence_started"):
            day = absence.happened.last
            if value(absence, "worker") == worker and (until is None or day < until):
                given = allocated.happened
                if day >= given.first:
                    yield Start.of(absence, extra=(allocated,), already=_cover_in_place(life, worker, day))
                elif not _back_by(life, worker, day, given.last):
                    covered = _cover_in_place(life, worker, given.last)
                    yield Start(absence, given.last, exact=given.exact, extra=(allocated,), already=covered)


def _back_by(life: Life, worker: str, away_from: date, day: date) -> bool:
    return any(
        value(entry, "worker") == worker and away_from <= entry.happened.last <= day for entry in life.known.of("absence_ended")
    )


def _cover_in_place(life: Life, worker: str, day: date) -> Entry | None:
    """Cover that had been named for the worker before ``day``, since they were last back from being away."""
    back = [entry.happened.last for entry in life.known.of("absence_ended") if value(entry, "worker") == worker]
    since = max((each for each in back if each <= day), default=date.min)
    named = [
        entry
        for entry in life.known.of("cover_named")
        if value(entry, "for") == worker and (not entry.about or life.id in entry.about) and since <= entry.happened.last < day
    ]
    return named[-1] if named else None


def plan_ends_by_first_review(life: Life) -> Iterator[Start]:
    """A plan that somebody ended with at most one review conference held in it. Growing up and death end one by themselves."""
    for span in spans(life, CHILD_PROTECTION_PLAN):
        if span.ended_by is None or span.end is None or not life.is_child_on(span.end):
            continue
        reviews = [
            entry
            for entry in life.entries("conference_held")
            if value(entry, "kind") == "review" and span.start <= entry.happened.last <= span.end
        ]
        if len(reviews) <= 1:
            yield Start.of(span.ended_by)


def result_awaited(life: Life) -> Iterator[Start]:
    """Each test taken, and each time its result was chased, until the result is received and shared."""
    for test in life.entries("test_taken"):
        yield Start.of(test)
        received = [
            entry.happened.last
            for entry in life.known.of("result_received")
            if life.known.same(str(value(entry, "test")), test.id) and listed(entry, "shared_with")
        ]
        for chase in life.known.of("result_chased"):
            if life.known.same(str(value(chase, "test")), test.id) and all(chase.happened.last < day for day in received):
                yield Start.of(chase)


def each_parent_after_legal_planning(life: Life) -> Iterator[Start]:
    """One start for each parent when a legal planning meeting decides to enter pre-proceedings."""
    for entry in life.entries("legal_planning_held"):
        words = "".join(letter for letter in str(value(entry, "decision")).lower() if letter.isalnum())
        if "preproceedings" in words and not words.startswith(("no", "not")):
            yield from _for_each_adult(life, entry)


def each_parent_after_first_meeting(life: Life) -> Iterator[Start]:
    """One start for each parent at the first meeting of each stretch of pre-proceedings."""
    met = False
    for entry in life.entries("preproceedings_meeting_held", "preproceedings_ended", "court_application_made"):
        if entry.type != "preproceedings_meeting_held":
            met = False
        elif not met:
            met = True
            yield from _for_each_adult(life, entry)


def _for_each_adult(life: Life, entry: Entry) -> Iterator[Start]:
    adults = life.responsible_adults
    if not adults:
        yield Start.of(entry)
    for adult in adults:
        yield Start.of(entry, about=(adult,))


def neglect_plan_or_indicators(life: Life) -> Iterator[Start]:
    """A plan made for neglect, or the day indicators of neglect reach the number that needs a tool."""
    named: list[tuple[date, date | None]] = []
    for span in spans(life, CHILD_PROTECTION_PLAN):
        if certainly_neglect(life, span.started_by):
            named.append((span.start, span.end))
            yield Start.of(span.started_by)
    for gathered in neglect.gatherings(life):
        if not any(start <= gathered.day and (end is None or gathered.day < end) for start, end in named):
            named.append((gathered.day, gathered.day + timedelta(days=90)))
            yield Start.of(gathered.entry, extra=gathered.evidence)


def certainly_neglect(life: Life, entry: Entry) -> bool:
    """Whether a plan was started in the category of neglect."""
    return certainly(on(entry.type, where=(CategoryIs("NEG"),)), Asked(life, entry))


PATTERNS: dict[str, Callable[[Life], Iterator[Start]]] = {
    "contact_became_referral": contact_became_referral,
    "section47_begins": section47_begins,
    "section47_decided_last": section47_decided_last,
    "lead_worker_changed": lead_worker_changed,
    "absence_of_lead_worker": absence_of_lead_worker,
    "plan_ends_by_first_review": plan_ends_by_first_review,
    "result_awaited": result_awaited,
    "each_parent_after_legal_planning": each_parent_after_legal_planning,
    "each_parent_after_first_meeting": each_parent_after_first_meeting,
    "neglect_plan_or_indicators": neglect_plan_or_indicators,
    "unassessed_overnight_stay": carers.unassessed_overnight_stay,
    "repeated_overnight_stays": carers.repeated_overnight_stays,
    "complexity": complexity.complexity,
}
