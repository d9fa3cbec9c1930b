"""What is recorded of one adult as somebody who could have the children: checked, agreed, reachable, and what is missing."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from holdfast.engine.reference.entry_fields import listed, plain, value
from holdfast.engine.reference.record_view import order
from holdfast.pages.tonight.night_phrases import he_or_she
from holdfast.pages.tonight.presenters.exclusions import Exclusion
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.stated_facts import StatedFact

CHECK_LASTS = timedelta(weeks=12)
"""A check says how a home was on its day. After twelve weeks somebody may have moved in whom nobody asked about."""
CHECKS = (("police", "police"), ("health", "health"), ("sleeping_place", "sleeping place seen:"))


@dataclass(frozen=True)
class CarerEvidence:
    """``good`` and ``missing`` are the words of the pill, ``facts`` the sentences under it, ``children`` those whom the check was
    about. Nothing at all recorded is ``unasked``."""

    good: tuple[str, ...]
    missing: tuple[str, ...]
    facts: tuple[str, ...]
    children: tuple[str, ...]
    unasked: bool


@dataclass(frozen=True)
class _Part:
    """One of the things that green stands for: what is missing of it, if anything, and the sentences that say so."""

    missing: tuple[str, ...]
    facts: tuple[str, ...] = ()
    children: tuple[str, ...] = ()


def carer_evidence(night: NightFamily, person: str, barred: list[Exclusion]) -> CarerEvidence:
    """What stands for and against them tonight."""
    checked, agreed, reached = _checked(night, person), _agreed(night, person), _reached(night, person)
    used = _used(night, person)
    parts = (("checked", checked), ("agreed", agreed), ("can be reached", reached))
    others = _near_somebody_barred(night, person, barred)
    facts = (*checked.facts, *agreed.facts, *used)
    return CarerEvidence(
        tuple(word for word, part in parts if not part.missing),
        tuple(lack for _, part in parts for lack in part.missing) + others,
        facts,
        checked.children,
        # An address alone says nothing of whether anybody thought of them.
        unasked=not facts,
    )


def _pronoun(night: NightFamily, person: str, *, as_object: bool = False) -> str:
    found = night.case.world.people.get(person)
    return he_or_she(found.sex if found else None, as_object=as_object)


def _of(night: NightFamily, person: str, *types: str, named: str = "carer") -> list[Entry]:
    return [entry for entry in night.case.known.of(*types) if person in [str(each) for each in listed(entry, named)]]


def _checked(night: NightFamily, person: str) -> _Part:
    entries = _of(night, person, "viability_assessed", "safety_check_completed")
    facts = [_in_words(night, each) for each in _last_of_each(entries)]
    started = _of(night, person, "viability_started")
    if started and not any(order(each) > order(started[-1]) for each in entries if each.type == "viability_assessed"):
        facts.append(f"Assessment started {night.when(started[-1])} and not finished.")
    assessed = [each for each in entries if each.type == "viability_assessed"]
    # What an assessment left open a check of the police does not answer.
    if assessed and str(value(assessed[-1], "outcome")) != "suitable":
        return _Part(("more has to be found out",), tuple(facts))
    whole = [each for each in entries if _is_whole(each)]
    if not whole:
        return _Part(("only in part checked" if entries else "not checked",), tuple(facts))
    missing = _too_old(night, whole[-1]) or _news_since(night, person, whole[-1])
    # Suitable for a boy of twelve says little of a baby.
    if night.case.id not in whole[-1].about:
        missing = (*missing, f"checked for {night.whom(whole[-1].about) or 'another child'} only")
    return _Part(missing, tuple(facts), whole[-1].about)


def _is_whole(entry: Entry) -> bool:
    if entry.type == "viability_assessed":
        return str(value(entry, "outcome")) == "suitable"
    return all(value(entry, name) is True for name, _ in CHECKS)


def _too_old(night: NightFamily, entry: Entry) -> tuple[str, ...]:
    day, happened = night.case.day, entry.happened
    if day - happened.first <= CHECK_LASTS:
        return ()
    if day - happened.last <= CHECK_LASTS:
        return ("the day of the check is not known",)
    return (f"the check is {(day - happened.last).days // 7} weeks old",)


def _news_since(night: NightFamily, person: str, entry: Entry) -> tuple[str, ...]:
    news = _of(night, person, "incident_recorded", named="involved")
    return ("something has happened since the check",) if any(order(each) > order(entry) for each in news) else ()


def _last_of_each(entries: list[Entry]) -> list[Entry]:
    return list({entry.type: entry for entry in entries}.values())


def _in_words(night: NightFamily, entry: Entry) -> str:
    if entry.type == "viability_assessed":
        checks = listed(entry, "checks")
        covered = f"It covered {', '.join(str(check) for check in checks)}." if checks else "What it covered is not recorded."
        return f"{value(entry, 'outcome').label}: assessed {night.when(entry)} by {night.writer(entry)}. {covered}"
    said = {True: "done", False: "not done", None: "not recorded"}
    parts = ", ".join(f"{words} {said[value(entry, name)]}" for name, words in CHECKS)
    return f"Checked {night.when(entry)} by {night.writer(entry)}: {parts}. {value(entry, 'outcome')}"


def _agreed(night: NightFamily, person: str) -> _Part:
    """Their own latest word: a plan that names them is not it, unless it says that they agreed."""
    said = [(entry, _answer(night, entry, person)) for entry in night.case.known.of(*ASKED)]
    answers = [(entry, answer) for entry, answer in said if answer]
    they, them = _pronoun(night, person), _pronoun(night, person, as_object=True)
    if not answers:
        return _Part((f"nobody has recorded that {they} agreed",))
    entry, answer = max(answers, key=lambda each: order(each[0]))
    when, who = night.when(entry), night.writer(entry)
    more = f" {value(entry, 'text')}" if entry.type == "carer_answered" and value(entry, "text") else ""
    word = {"yes": f"Agreed {when}", "by_day": f"Asked {when}: by day only", "no": f"Asked {when}: said no"}[answer]
    missing = {"yes": (), "by_day": ("by day only",), "no": (f"{they} said no when somebody asked {them}",)}[answer]
    return _Part(missing, (f"{word} ({who}).{more}",))


ASKED = ("carer_answered", "contingency_agreed", "stay_started")


def _answer(night: NightFamily, entry: Entry, person: str) -> str:
    if entry.type == "carer_answered":
        return str(value(entry, "answer")) if value(entry, "carer") == person else ""
    if entry.type == "stay_started":
        return "yes" if person in listed(entry, "with") and person in listed(entry, "agreed_by") else ""
    if person not in listed(entry, "carers") or person not in listed(entry, "agreed_with"):
        return ""
    # A later plan takes the place of the one before, and whoever it no longer names has agreed to nothing that holds.
    plans = [each for id in entry.about for each in night.family.child(id).entries("contingency_agreed")]
    return "yes" if all(order(each) <= order(entry) for each in plans) else ""


def _reached(night: NightFamily, person: str) -> _Part:
    details: Any = night.details.get(person)
    where, numbers = where_they_live(night, person), details.telephones if details else ()
    them = _pronoun(night, person, as_object=True)
    if not numbers:
        return _Part((f"we cannot reach {them}",))
    lacks = () if where else ("no address is recorded",)
    # A number that nobody has rung for months may be a stranger's by now. One that was checked is enough.
    relied_on = [each.check_by for each in numbers if not each.overdue(night.case.day)]
    stale = max((each.check_by for each in numbers if each.check_by is not None), default=None)
    if not relied_on and stale is not None:
        lacks = (f"the number was to be checked by {stale.day} {stale:%B %Y}", *lacks)
    return _Part(lacks)


def lives_at(night: NightFamily, person: str) -> StatedFact | None:
    """The address where they live, as far as this reader may know it."""
    details = night.details.get(person)
    return None if details is None else details.home or next(iter(details.safe_addresses), None)


def where_they_live(night: NightFamily, person: str) -> str:
    """The same in words; nothing where none is recorded."""
    found = lives_at(night, person)
    return found.value if found else ""


def _near_somebody_barred(night: NightFamily, person: str, barred: list[Exclusion]) -> tuple[str, ...]:
    """A home where somebody lives who must not be with the children is no place for them, whoever else was checked there."""
    here = plain(where_they_live(night, person))
    found = [
        f"{each.name} is recorded at the same address"
        for each in barred
        if each.person and each.person != person and here and plain(where_they_live(night, each.person)) == here
    ]
    asked = [
        f"ask if {each.short} still keeps {_pronoun(night, person, as_object=True)} away"
        for each in barred
        if each.person == person
    ]
    return tuple(dict.fromkeys([*found, *asked]))


def _used(night: NightFamily, person: str) -> tuple[str, ...]:
    """Plans that name them, and times the children were there."""
    facts = []
    case = night.case
    planned = [entry for entry in night.entries("contingency_agreed") if person in listed(entry, "carers")]
    if planned:
        asked = {True: f"{case.name} was asked.", False: f"{case.name} was not asked."}
        after = asked.get(value(planned[-1], "child_asked"), "Whether the child was asked is not recorded.")
        facts.append(f"Named in the plan for emergencies, {night.when(planned[-1])}. {after}")
    stays = [entry for entry in case.entries("stay_started") if person in [str(each) for each in listed(entry, "with")]]
    if stays:
        times = "once" if len(stays) == 1 else f"{len(stays)} times"
        facts.append(f"{case.name} has stayed there {times}, last {stays[-1].happened.in_words()}.")
    return tuple(facts)
