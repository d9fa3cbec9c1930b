"""What stands above everything else tonight: a child missing or in police protection, what was handed over, what is expected."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from holdfast.duty.message_writer import answer_to
from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.engine.reference.record_view import order
from holdfast.kernel.when import LONDON, When, later
from holdfast.pages.child.presenters.case_phrases import who_recorded
from holdfast.pages.date_phrases import clock
from holdfast.pages.for_you.presenters.told_lines import TONIGHT
from holdfast.pages.tonight.night_phrases import day_near, near
from holdfast.pages.tonight.presenters.night_words import is_from_the_night, is_recent
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.standards.professions import SOCIAL_CARE_MANAGERS, SOCIAL_WORKERS, SUPPORT_WORKERS, normal
from holdfast.standards.roles import (
    DUTY_TITLES,
    EMERGENCY_DUTY_TITLES,
    FRONT_DOOR_MANAGER_TITLES,
    ON_CALL_TITLES,
    TEAM_MANAGER_TITLES,
)
from holdfast.vocabulary.contact_reference import is_of_concern
from holdfast.vocabulary.entry import Entry

EXPECTED_WITHIN = timedelta(hours=36)
# Children Act 1989 section 46(6).
PROTECTION_LASTS = timedelta(hours=72)


@dataclass(frozen=True)
class NightNotice:
    """One thing to know first. ``kind`` is its word; ``quoted`` are words as somebody wrote them, with their ``source``."""

    kind: str
    words: str
    quoted: str = ""
    source: str = ""
    entry: str = ""


def night_notices(night: NightFamily) -> list[NightNotice]:
    """By what happens if nobody acts: missing, police protection, handed over tonight, expected trouble."""
    return [*_missing(night), *_protected(night), *_handed_over(night), *_expected(night)]


def _missing(night: NightFamily) -> Iterator[NightNotice]:
    for case in night.children:
        last = case.latest("missing_started", "missing_ended")
        if last is not None and last.type == "missing_started":
            since = near(last.happened, case.moment.as_at)
            yield NightNotice("Missing", f"{case.name} is missing since {since}.", entry=last.id)


def _protected(night: NightFamily) -> Iterator[NightNotice]:
    for case in night.children:
        last = case.latest("police_protection_started", "police_protection_ended")
        if last is None or last.type != "police_protection_started":
            continue
        at, ends = case.moment.as_at, later(last.happened.end, PROTECTION_LASTS)
        until = f"{clock(ends)} {day_near(ends.astimezone(LONDON).date(), case.day)}"
        rest = (
            f"It ends by {until} at the latest."
            if ends > at
            else f"It could last until {until}. Nobody has recorded what followed."
        )
        yield NightNotice("Police protection", f"{case.name} since {near(last.happened, at)}. {rest}", entry=last.id)


def _handed_over(night: NightFamily) -> Iterator[NightNotice]:
    at = night.case.moment.as_at
    for entry in sorted(night.entries("message_received"), key=order, reverse=True):
        kind = _of_handover(night, entry)
        if entry.recorded_at >= at - TONIGHT and kind is not None:
            source = f"{who_recorded(night.case, entry)}, {near(entry.happened, at)}"
            yield NightNotice(kind, night.whom(entry.about), str(value(entry, "text")), source, entry.id)


def _of_handover(night: NightFamily, entry: Entry) -> str | None:
    """Whether children's services left a message for the night, or the night for the day. A disagreement, a reply or a task that
    is for somebody on duty is none of these: it waits on their list."""
    if is_of_concern(entry.source) or _is_reply(night, entry):
        return None
    writer = row_value(value(entry, "from"), "worker") if not isinstance(value(entry, "from"), str) else value(entry, "from")
    meant_for = str(value(entry, "for"))
    if is_from_the_night(entry) and (writer == meant_for or not _is_emergency(night, meant_for)):
        return "Done tonight"
    return "Handed over tonight" if _is_emergency(night, meant_for) and _is_social_care(night, entry) else None


def _is_reply(night: NightFamily, entry: Entry) -> bool:
    """Whether it answers another message: the two are written in one step, and the answer's id is made of the reply's."""
    answered = night.case.known.current(answer_to(entry.id))
    return answered is not None and value(answered, "message") != entry.id


def _is_emergency(night: NightFamily, worker: str) -> bool:
    found = night.case.world.workers.get(worker)
    return found is not None and normal(found.role) in EMERGENCY_DUTY_TITLES


def _is_social_care(night: NightFamily, entry: Entry) -> bool:
    """Whether whoever it is from works for children's services: a doctor who rings leaves a message, and hands nobody over."""
    sent, world = value(entry, "from"), night.case.world
    worker = world.workers.get(str(sent if isinstance(sent, str) else row_value(sent, "worker")))
    role = worker.role if worker is not None else sent if isinstance(sent, str) else row_value(sent, "role")
    return normal(role) in SOCIAL_WORKERS | SOCIAL_CARE_MANAGERS | SUPPORT_WORKERS | DUTY_AND_EMERGENCY


DUTY_AND_EMERGENCY = {*DUTY_TITLES, *EMERGENCY_DUTY_TITLES, *TEAM_MANAGER_TITLES, *FRONT_DOOR_MANAGER_TITLES, *ON_CALL_TITLES}


def _expected(night: NightFamily) -> Iterator[NightNotice]:
    """What ends, is due or was agreed so lately that somebody expects trouble."""
    at, day = night.case.moment.as_at, night.case.day
    for entry in night.entries("person_excluded"):
        until: When | None = value(entry, "until")
        if _is_near(until, at) and until is not None and night.is_settled(entry, "exclusion_ended", "exclusion") is None:
            who, by = night.called(str(value(entry, "person"))), value(entry, "kept_away_by").label.lower()
            yield NightNotice("Expected", f"What keeps {who} away ({by}) ends {day_near(until.last, day)}.", entry=entry.id)
    for entry in night.entries("visit_booked"):
        planned: When | None = value(entry, "for")
        if _is_near(planned, at) and planned is not None and not _visited(night, entry):
            who = night.case.names.worker(str(value(entry, "worker")))
            yield NightNotice("Expected", f"{who} is to visit {day_near(planned.first, day)}.", entry=entry.id)
    for entry in night.entries("contingency_agreed"):
        if is_recent(entry, at):
            carers = ", ".join(night.called(each) for each in night.parties(entry, "carers")) or "nobody yet"
            words = f"A plan for emergencies was agreed {near(entry.happened, at)}. It names {carers}."
            yield NightNotice("Expected", words, entry=entry.id)


def _is_near(when: When | None, at: datetime) -> bool:
    return when is not None and when.end >= at and when.start <= at + EXPECTED_WITHIN


def _visited(night: NightFamily, booked: Entry) -> bool:
    return any(order(each) > order(booked) for each in night.entries("visit_made", "contact_missed"))
