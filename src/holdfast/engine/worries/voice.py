"""Signals about the child's voice: not asked, not answered, and asking to be safe."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from holdfast.engine.fields import value
from holdfast.engine.folding import spans
from holdfast.engine.holding import Asked, certainly
from holdfast.engine.life import Life
from holdfast.engine.pleas import plea
from holdfast.engine.raised import Raised
from holdfast.engine.worries.shape import after_working_days, is_child, raise_, root, seen_at, when_words
from holdfast.kernel.when import later, start_of_day
from holdfast.signals.model import Signal
from holdfast.standards.events import ChildUnder, ChildViewHeard, on
from holdfast.standards.states import ANY_PLAN
from holdfast.vocabulary.entry import Entry

MOMENT_AFTER = timedelta(microseconds=1)
SPOKEN = on("voice_recorded", names="child")
HEARD_AT_CONFERENCE = on("conference_held", where=(ChildViewHeard(),))


def views(life: Life, young: int) -> list[Entry]:
    """Every time this child was asked and heard, or, while too young to say, watched."""
    watched = on("day_in_the_life_recorded", "observation_recorded", where=(ChildUnder(young),))
    found = life.entries("voice_recorded", "conference_held", "day_in_the_life_recorded", "observation_recorded")
    return [
        entry for entry in found if any(certainly(event, Asked(life, entry)) for event in (SPOKEN, HEARD_AT_CONFERENCE, watched))
    ]


def views_stale(life: Life, signal: Signal) -> Iterator[Raised]:
    """Each stretch of a plan in which nobody asked for too long."""
    asked = views(life, int(signal.numbers["observation_under_years"]))
    for span in spans(life, ANY_PLAN):
        start = _from_birth(life, span.start)
        if start is None:
            continue
        marks = [(start, span.started_by)] + [
            (entry.happened.last, entry)
            for entry in asked
            if start <= entry.happened.last and (span.end is None or entry.happened.first < span.end)
        ]
        for number, (day, entry) in enumerate(marks):
            following = marks[number + 1] if number + 1 < len(marks) else None
            at = after_working_days(day, int(signal.numbers["working_days"]))
            if at is None or life.is_adult(day) or (span.end is not None and start_of_day(span.end) <= at):
                continue
            if following is not None and following[1].happened.start < at:
                continue
            last = "since the plan began" if number == 0 else f"since the last time, {when_words(entry)}"
            why = f"Nobody has recorded asking this child, or watching how they are, {last}."
            ended = (seen_at(following[1].happened), following[1]) if following else _end(span.end)
            yield raise_(life, signal, at, (entry,), why, key=f"{root(life, entry)}/{day}", ended=ended)


def _end(day: date | None) -> tuple[datetime, None] | None:
    return None if day is None else (start_of_day(day), None)


def _from_birth(life: Life, day: date) -> date | None:
    if life.born is None:
        return None if life.expected else day
    return max(day, life.born.last)


def voice_without_action(life: Life, signal: Signal) -> Iterator[Raised]:
    """Each thing the child said that went unanswered past its time."""
    for entry in _spoken(life):
        unsafe = plea(str(value(entry, "words"))) is not None
        if unsafe:
            at = later(entry.happened.end, timedelta(hours=signal.numbers["unsafe_hours"])) + MOMENT_AFTER
        else:
            due = after_working_days(entry.happened.last, int(signal.numbers["working_days"]))
            if due is None:
                continue
            at = due
        answer = _answer(life, entry)
        if answer is not None and answer.happened.start < at:
            continue
        limit = f"{signal.numbers['unsafe_hours']} hours" if unsafe else f"{signal.numbers['working_days']} working days"
        why = f"What this child said {when_words(entry)} had no answer recorded within {limit}."
        ended = (seen_at(answer.happened), answer) if answer is not None else None
        yield raise_(life, signal, at, (entry,), why, ended=ended)


def child_asks_for_safety(life: Life, signal: Signal) -> Iterator[Raised]:
    """Each time the child's words ask for safety."""
    for entry in _spoken(life):
        meaning = plea(str(value(entry, "words")))
        if meaning is None:
            continue
        answer = _answer(life, entry)
        why = f"This child, {when_words(entry)}, {meaning}: read the words."
        ended = (seen_at(answer.happened), answer) if answer is not None else None
        about = (life.id, *(child for child in life.siblings if not Life.of(life.known, child).is_adult(entry.happened.last)))
        yield raise_(life, signal, seen_at(entry.happened), (entry,), why, about=about, ended=ended)


def _spoken(life: Life) -> list[Entry]:
    return [e for e in life.entries("voice_recorded") if life.names_child(e, "child") and is_child(life, e.happened.last)]


def _answer(life: Life, voice: Entry) -> Entry | None:
    answers = (entry for entry in life.known.of("voice_answered") if life.known.same(str(value(entry, "voice")), voice.id))
    return next(answers, None)
