"""A standard and a signal, ready for a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.engine.rulebook import published
from holdfast.kernel.citation import Citation
from holdfast.kernel.when import day_in_words
from holdfast.pages.entries.links import standard_url
from holdfast.pages.standards.presenters import rule_labels
from holdfast.pages.standards.presenters.limit_sentence import limit_in_words, upper
from holdfast.rules.node import WHO_IT_IS
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.standards.ladders import LADDERS, Ladder, To
from holdfast.standards.roles import ROLES
from holdfast.standards.signal_ladders import signal_ladder
from holdfast.standards.sources import SOURCES
from holdfast.vocabulary.sentence_parts import listed
from holdfast.vocabulary.type_catalogue import describe
from holdfast.vocabulary.type_registry import ENTRY_TYPES

ONLY_WHEN = {
    "agency_staff": "where the worker is supplied by an agency",
    "police_matter": "where the police are involved",
    "still_unresolved": "if the step before did not settle it",
    "repeated": "if it has shown more than once",
    "out_of_hours": "outside office hours",
}


@dataclass(frozen=True)
class LadderStep:
    """One step of a ladder: when, and who is told."""

    when: str
    who: str


@dataclass(frozen=True)
class RuleSource:
    """Where a rule comes from, and whether anybody has read it."""

    title: str
    kind: str
    where: str
    how_sure: str
    url: str


@dataclass(frozen=True)
class EditionShown:
    """What one edition of the guidance says, and from when until when it holds."""

    title: str
    holds: str
    says: str
    where: str
    how_sure: str
    unchecked: bool


@dataclass(frozen=True)
class ListedRule:
    """A rule in a list."""

    id: str
    title: str
    says: str
    binding: str
    check: bool
    url: str
    words: str
    off: bool = False


def standard_in_list(rule: Standard) -> ListedRule:
    """A standard, in a line."""
    limit, binding = limit_in_words(rule), rule_labels.BINDING[rule.binding][0]
    return ListedRule(
        rule.id,
        rule.title,
        limit,
        binding,
        unchecked(rule),
        standard_url(rule.id),
        f"{rule.id} {rule.title} {limit}".casefold(),
        off=rule.switch is not None,
    )


def signal_in_list(signal: Signal) -> ListedRule:
    """A signal, in a line."""
    said = f"{signal.id} {signal.title} {signal.says}".casefold()
    return ListedRule(
        signal.id, signal.title, signal.says, rule_labels.SEVERITY[signal.severity], False, standard_url(signal.id), said
    )


def unchecked(rule: Standard) -> bool:
    """Whether it has to be checked against the edition now in force before anybody relies on it."""
    # One edition nobody checked is enough: somebody judged by it today would be judged by what nobody read.
    return rule.check_before_release or any(version.verification == "not_verified" for version in rule.versions)


def responsible(rule: Standard) -> tuple[str, str]:
    """The role that sees to it, and what that role is."""
    role = ROLES[rule.responsible]
    return upper(role.words), role.says


def ladder_of(rule: Standard) -> list[LadderStep]:
    """Who is told, step by step."""
    warning = f"{upper(rule.warn_before.in_words())} before it is due" if rule.warn_before else "Before it is due"
    return _steps(LADDERS[rule.ladder], warning)


def ladder_of_signal(signal: Signal) -> list[LadderStep]:
    """Whom a signal is put to, and whom it climbs to while nobody answers."""
    return _steps(signal_ladder(signal.tell, signal.severity), "")


def _steps(ladder: Ladder, warning: str) -> list[LadderStep]:
    steps = [LadderStep(warning, _people(ladder.warning))] if ladder.warning and warning else []
    # A signal has no day it is due, so its ladder has no warning and begins with the raising.
    at_once = "When it is raised" if not warning else "When it is late"
    for rung in ladder.rungs:
        after = rung.after.in_words()
        when = (
            at_once
            if after == "at the breach"
            else f"{upper(after)}{'wards, if nobody has answered' if rung.after.stage is None else ''}"
        )
        steps.append(LadderStep(when, _people(rung.tells)))
    return steps


def _people(tells: Iterable[To]) -> str:
    return upper(listed(_person(each) for each in tells))


def _person(to: To) -> str:
    who = " or ".join(ROLES[role].words for role in to.roles)
    only = f" ({ONLY_WHEN[to.only_when]})" if to.only_when else ""
    return f"{who}{only}{f', asked to {to.asked_to}' if to.asked_to else ''}"


def sources_of(citations: Iterable[Citation]) -> list[RuleSource]:
    """Each source, with how sure we are that it says so."""
    found = []
    for each in citations:
        source = SOURCES.get(each.document)
        title, kind, url = (source.title, source.kind, source.url) if source else (each.document, "", "")
        found.append(
            RuleSource(title, kind, each.locator, rule_labels.HOW_SURE[each.verification], url if url.startswith("http") else "")
        )
    return found


def editions_of(rule: Standard) -> list[EditionShown]:
    """What each edition says, newest first."""
    return [
        EditionShown(
            rule_labels.EDITIONS.get(
                version.edition, SOURCES[version.edition].title if version.edition in SOURCES else version.edition
            ),
            _holds(version.since, version.until),
            # Not shown in the words of another edition: nobody has seen whether this one says them.
            "Taken to be unchanged" if version.verification == "not_verified" else upper(version.says),
            "" if version.verification == "not_verified" else version.locator,
            rule_labels.HOW_SURE.get(version.verification, version.verification),
            version.verification == "not_verified",
        )
        # The newest first, because that is what holds; the older ones say what somebody was judged by who acted then.
        for version in reversed(rule.versions)
    ]


def _holds(since: date, until: date | None) -> str:
    return f"From {day_in_words(since)}" + (f" until {day_in_words(until)}" if until else ", in force now")


def entries_read(rule: Signal) -> list[str]:
    """The kinds of entry a signal looks at, by their titles."""
    # Without what only says who a person is: every rule reads that, and it would hide what this one looks for.
    return sorted(describe(name).title for name in rule.looks_at(published()).difference(WHO_IT_IS) if name in ENTRY_TYPES)


def met_by(rule: Standard) -> list[str]:
    """The kinds of entry that can meet a standard, by their titles."""
    # Two events can be met by one type; named once, in the order in which the rule gives them.
    return list(dict.fromkeys(describe(name).title for event in rule.met_by for name in event.types if name in ENTRY_TYPES))


def numbers_of(signal: Signal) -> list[tuple[str, str]]:
    """The numbers that a partnership can set, named in words."""
    return [(rule_labels.known(rule_labels.NUMBERS, name), f"{number:g}") for name, number in signal.numbers.items()]
