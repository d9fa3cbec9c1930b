"""What life is like for the child: a day in it, what people have seen, school, health."""

from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import listed, value
from holdfast.pages.child.presenters.case_phrases import on_with_ago, who_recorded
from holdfast.pages.child.queries.case import Case
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.sentence_parts import party

MOST_SEEN = 5


@dataclass(frozen=True)
class Observation:
    """One thing somebody saw or recorded: the words, who and when, and what it points to."""

    entry: str
    words: str
    source: str
    points_to: str = ""


@dataclass(frozen=True)
class LivedExperience:
    """The parts of what life is like. An empty part has a sentence instead: what it means that there is nothing."""

    day: Observation | None
    seen: tuple[Observation, ...]
    more_seen: int
    school: tuple[Observation, ...]
    health: tuple[Observation, ...]
    care: tuple[Observation, ...]


def lived_experience(case: Case) -> LivedExperience:
    """What life is like, from the latest of each."""
    day = case.latest("day_in_the_life_recorded")
    seen = list(reversed(case.entries("observation_recorded")))
    # The record's own words and no summary of ours: a grade says nothing of what a day of this child's is like.
    return LivedExperience(
        day=_told(case, day, str(value(day, "text"))) if day else None,
        seen=tuple(_observed(case, entry) for entry in seen[:MOST_SEEN]),
        more_seen=max(len(seen) - MOST_SEEN, 0),
        school=tuple(_attendance(case)),
        health=tuple(_health(case)),
        care=tuple(_care(case)),
    )


def _told(case: Case, entry: Entry, words: str, points_to: str = "") -> Observation:
    return Observation(entry.id, words, f"{on_with_ago(entry.happened, case)}; {who_recorded(case, entry)}", points_to)


def _observed(case: Case, entry: Entry) -> Observation:
    aspects = [aspect.label.lower() for aspect in listed(entry, "neglect")] + [str(each) for each in listed(entry, "other")]
    told = _told(case, entry, str(value(entry, "text")), ", ".join(aspects))
    return Observation(
        told.entry, told.words, f"Seen at {party(case.names, str(value(entry, 'setting')))}, {told.source}", told.points_to
    )


def _attendance(case: Case) -> list[Observation]:
    # By setting: a child who changed school has two attendances, and the mean of them is nobody's.
    latest = {str(value(entry, "setting")): entry for entry in case.entries("attendance_recorded")}
    found = []
    for setting, entry in latest.items():
        earlier = [
            each for each in case.entries("attendance_recorded") if value(each, "setting") == setting and each is not entry
        ]
        before = f" Before that {value(earlier[-1], 'percent'):g}%." if earlier else ""
        period = f"{value(entry, 'from').in_words()} to {value(entry, 'to').in_words()}"
        place = party(case.names, setting)
        found.append(_told(case, entry, f"{place}: {value(entry, 'percent'):g}% attendance, {period}.{before}"))
    return found


def _health(case: Case) -> list[Observation]:
    found = [_told(case, entry, entry.data.sentence(case.names)) for entry in reversed(case.entries("diagnosis_recorded"))]
    # Not brought is not the same as did not come: a child of four misses nothing by themselves.
    missed = [entry for entry in case.entries("contact_missed") if str(value(entry, "kind")) == "not_brought"]
    if missed:
        times = "once" if len(missed) == 1 else f"{len(missed)} times"
        found.append(_told(case, missed[-1], f"Not brought to appointments {times}; the last: {value(missed[-1], 'service')}."))
    return found


def _care(case: Case) -> list[Observation]:
    found = []
    for type in ("neglect_tool_completed", "young_carer_assessed", "safer_sleep_assessed", "trusted_person_named"):
        entry = case.latest(type)
        if entry is not None:
            found.append(_told(case, entry, entry.data.sentence(case.names)))
    return found
