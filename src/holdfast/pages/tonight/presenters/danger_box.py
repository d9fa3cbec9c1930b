"""What the danger is tonight: one line to take in, who must not be there, and the words in which it was said, whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from holdfast.engine.reference.entry_fields import value
from holdfast.identity.ages import MONTHS_UNTIL, age, months
from holdfast.identity.same_name import name_of
from holdfast.pages.child.presenters.case_phrases import plan_in_words
from holdfast.pages.child.queries.case import Case
from holdfast.pages.tonight.night_phrases import capital, near
from holdfast.pages.tonight.presenters.exclusions import MUST_NOT, Exclusion
from holdfast.pages.tonight.presenters.night_notices import NightNotice
from holdfast.pages.tonight.presenters.night_quotes import NightQuote, Plea, night_quotes, unanswered_pleas
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.vocabulary.sentence_parts import listed as in_a_row

# Further back an incident is history; its day still says how long it has been quiet.
INCIDENTS_REACH_BACK = timedelta(days=365)
MOST_INCIDENTS = 2
MOST_QUOTES = 4


@dataclass(frozen=True)
class DangerBox:
    """``title`` is the danger in one line, ``must_not`` who must not be there, ``quotes`` the words, ``lines`` the rest."""

    title: str
    must_not: str
    quotes: tuple[NightQuote, ...]
    earlier: tuple[NightQuote, ...]
    lines: tuple[str, ...]


def danger_box(night: NightFamily, barred: list[Exclusion], notices: list[NightNotice]) -> DangerBox:
    """Made of the newest contact that nobody has decided, and of what was said, seen or threatened in the last 72 hours."""
    pleas = unanswered_pleas(night)
    quotes = list(night_quotes(night, pleas))
    # The law stands below; here only where nothing else says what the danger is.
    plans = () if quotes else _plans(night)
    lines = (*_incidents(night), *plans, *_told_a_service(night), *_babies(night))
    return DangerBox(
        _title(night, notices, pleas, quotes),
        _must_not(barred),
        tuple(quotes[:MOST_QUOTES]),
        tuple(quotes[MOST_QUOTES:]),
        lines,
    )


def _title(night: NightFamily, notices: list[NightNotice], pleas: list[Plea], quotes: list[NightQuote]) -> str:
    first = next((each for each in notices if each.kind in ("Missing", "Police protection")), None)
    if first is not None:
        who = first.words.split(" since ")[0]
        return who if first.kind == "Missing" else f"{who} is in police protection"
    waiting = [f"{each.speaker} told us, and nobody has decided" for each in quotes if each.speaker]
    lately = [each.words for each in pleas if each.lately]
    # A child who asked to be safe this weekend goes before what an adult told us; one of last month that nobody has answered goes
    # after it.
    for words in (*lately, *waiting, *(each.words for each in pleas)):
        return words
    if quotes:
        return "Said or seen in the last three days"
    if night.case.plan is not None:
        return capital(plan_in_words(night.case.plan, night.case))
    # An empty record is no answer to "is this child in danger", and must not be read as one.
    return f"The record says nothing of a danger to {night.case.name}. That is not proof that there is none."


def _must_not(barred: list[Exclusion]) -> str:
    named = {each.name: f"{each.name} ({each.short})" for each in barred if each.pill == MUST_NOT and each.person}
    return f"{in_a_row(named.values())} must not be there." if named else ""


def _incidents(night: NightFamily) -> Iterator[str]:
    since = night.case.moment.as_at - INCIDENTS_REACH_BACK
    recent = [entry for entry in night.entries("incident_recorded") if entry.happened.end >= since]
    if not recent:
        return
    # Two in words and the rest as a number: the sentence has to be taken in at one reading.
    latest = recent[-MOST_INCIDENTS:][::-1]
    at = night.case.moment.as_at
    said = []
    for entry in latest:
        who = in_a_row(night.called(each) for each in night.parties(entry, "involved"))
        said.append(f"{value(entry, 'kind').label.lower()}, {near(entry.happened, at)}{f' ({who})' if who else ''}")
    more = f"; {len(recent)} in a year" if len(recent) > len(latest) else ""
    yield f"{capital('; '.join(said))}{more}."


def _plans(night: NightFamily) -> Iterator[str]:
    found: dict[str, list[Case]] = {}
    for case in night.children:
        if case.plan is not None:
            words = plan_in_words(case.plan, case) + (", before court" if case.pre_proceedings else "")
            found.setdefault(words, []).append(case)
    for words, cases in found.items():
        whom = night.whom([each.id for each in cases])
        yield f"{f'{whom}: ' if whom else ''}{words[:1].lower() + words[1:] if whom else words}."


def _told_a_service(night: NightFamily) -> Iterator[str]:
    told = night.entries("adult_disclosure_recorded")
    for entry in told[-1:]:
        adult, when = night.called(str(value(entry, "adult"))), near(entry.happened, night.case.moment.as_at)
        kind = str(value(entry, "kind")).replace("_", " ").rstrip(".")
        yield f"{adult} told a service: {kind} ({when})."


def _babies(night: NightFamily) -> Iterator[str]:
    for case in night.children:
        born = case.view.born
        if born is None or not case.age.known or months(born.first, case.day) >= MONTHS_UNTIL:
            continue
        last = case.latest("safer_sleep_assessed")
        who = f"{name_of(case.person)}, {age(born, case.day).words.removeprefix('aged ')}"
        if last is not None:
            yield f"{who}: sleeps {value(last, 'place')} (seen {near(last.happened, case.moment.as_at)})."
        else:
            yield f"{who}: nobody has recorded how and where the baby sleeps."
