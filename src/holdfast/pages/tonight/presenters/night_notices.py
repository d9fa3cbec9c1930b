"""What stands above everything else tonight: a child missing or in police protection, what was handed over, what is expected."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.record_view import order
from holdfast.kernel.when import LONDON, When, later
from holdfast.pages.child.presenters.case_phrases import who_recorded
from holdfast.pages.date_phrases import clock
from holdfast.pages.tonight.night_phrases import day_near, near
from holdfast.pages.tonight.presenters.night_words import is_from_the_night, is_recent
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.standards.professions import normal
from holdfast.standards.roles import EMERGENCY_DUTY_TITLES
from holdfast.vocabulary.entry import Entry

# From the afternoon before to the next day's opening: what the day team left at five is read at four in the morning.
TONIGHT = timedelta(hours=16)
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
        if entry.recorded_at < at - TONIGHT:
            continue
        to_the_night = _is_emergency(night, str(value(entry, "for")))
        if to_the_night or is_from_the_night(entry):
            kind = "Handed over tonight" if to_the_night else "Done tonight"
            source = f"{who_recorded(night.case, entry)}, {near(entry.happened, at)}"
            yield NightNotice(kind, night.whom(entry.about), str(value(entry, "text")), source, entry.id)


def _is_emergency(night: NightFamily, worker: str) -> bool:
    found = night.case.world.workers.get(worker)
    return found is not None and normal(found.role) in EMERGENCY_DUTY_TITLES


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
