"""The code says what the facts say.

``facts.csv`` holds, for each standard, the facts that were established by reading the sources: the limit, how binding it
is, whom it falls to, since when, which paragraphs of the published review show why it matters, and how sure we are. It was
compiled apart from the code, and neither is changed without the other.
"""

from pathlib import Path

import pytest

from holdfast.rules.limit import Change, Deadline, FirstThenEvery, FromAge, Interval
from holdfast.rules.standard import Standard
from holdfast.standards import STANDARDS
from holdfast.standards.ladders import LADDERS
from holdfast.standards.roles import ROLES
from holdfast.standards.sources import SOURCES
from tests.facts import Facts

TABLE = Path(__file__).with_name("facts.csv")
FACTS = Facts(TABLE)


def facts(rule: Standard) -> dict[str, str]:
    """The same facts as the code has them."""
    warn = rule.warn_before
    return {
        "id": rule.id,
        "title": rule.title,
        "stage": rule.stage,
        "binding": rule.binding,
        "scope": rule.scope,
        "kind": rule.limit.kind,
        "n": "" if rule.limit.n is None else str(rule.limit.n),
        "unit": rule.limit.unit,
        "count_from": rule.limit.count_from,
        "responsible": rule.responsible,
        "ladder": rule.ladder,
        "warn_n": "" if warn is None else str(warn.n),
        "warn_unit": "" if warn is None else warn.unit,
        "effective_from": "" if rule.effective_from is None else rule.effective_from.isoformat(),
        "editions": " ".join(version.since.isoformat() for version in rule.versions),
        "check_before_release": "yes" if rule.check_before_release else "",
        "review_paragraphs": " ".join(rule.review_paragraphs),
        "editions_read": "; ".join(f"{version.edition} ({version.verification})" for version in rule.versions),
        "sources": " ".join(f"{source.document}:{source.verification}" for source in rule.sources),
        "changes": "; ".join(map(takes_over, changes(rule))),
        "local_variants": "; ".join(f"{variant.where}: {variant.says}" for variant in rule.local_variants),
        "note": "yes" if rule.note else "",
        "confidence": rule.confidence,
    }


def changes(rule: Standard) -> tuple[Change, ...]:
    """The lengths that take over from the first one."""
    match rule.limit:
        case Interval():
            return rule.limit.changes
        case FirstThenEvery():
            return (rule.limit.then,)
        case Deadline() if rule.limit.extended is not None:
            return (rule.limit.extended,)
    return ()


def takes_over(change: Change) -> str:
    """A length that takes over, and after what or from what age: "4 weeks after looked_after_review_held"."""
    since = f"from {change.years}" if isinstance(change, FromAge) else f"after {' '.join(change.after.types)}"
    return f"{change.n} {change.unit} {since}"


def test_every_standard_has_its_facts_and_no_facts_are_left_without_a_standard() -> None:
    without, nobodys = sorted(STANDARDS.keys() - FACTS.keys()), sorted(FACTS.keys() - STANDARDS.keys())
    assert not without, FACTS.missing(without)
    assert not nobodys, FACTS.without(nobodys)


@pytest.mark.parametrize("id", STANDARDS)
def test_the_standard_says_what_the_facts_say(id: str) -> None:
    assert facts(STANDARDS[id]) == FACTS[id]


@pytest.mark.parametrize("id", STANDARDS)
def test_what_a_standard_refers_to_is_there(id: str) -> None:
    rule = STANDARDS[id]
    assert rule.responsible in ROLES, (
        f"{id} falls to {rule.responsible!r}, a role that standards/roles.py does not list: list it there"
    )
    assert rule.ladder in LADDERS, f"{id} climbs {rule.ladder!r}, a ladder that standards/ladders.py does not list: list it there"
    assert rule.sources, f"{id} has no sources: somebody says so, and where they do has to be said"
    unlisted = [source.document for source in rule.sources if source.document not in SOURCES]
    assert not unlisted, f"{id} cites {', '.join(unlisted)}, which has to be listed in standards/sources.py"
    assert all(source.locator.strip() for source in rule.sources), f"{id} does not say where in its sources: give each a locator"


def test_what_areas_do_differently_says_where() -> None:
    seen = [variant for rule in STANDARDS.values() for variant in rule.local_variants]
    assert len(seen) == 32
    assert all(variant.where.strip() and variant.says.strip() for variant in seen)


def test_only_what_an_act_says_is_called_statute() -> None:
    statutory = [rule for rule in STANDARDS.values() if rule.binding == "statute"]
    assert statutory
    for rule in statutory:
        kinds = [SOURCES[source.document].kind.lower() for source in rule.sources]
        read = any(word in kind for kind in kinds for word in ("act", "regulation", "statutory instrument", "rule"))
        assert read or "the Act itself was not read" in rule.note, rule.id
    # The duty to notify is in the Act; its five working days are in guidance, and the note says so.
    assert "guidance" in STANDARDS["REV-01"].note


def test_a_number_of_our_own_is_not_passed_off_as_somebody_elses() -> None:
    ours = {
        rule.id
        for rule in STANDARDS.values()
        if {"CA1989"} != {source.document for source in rule.sources} <= {"SYSTEM", "REVIEW", "CA1989"}
        and "our own" not in rule.note
    }
    assert {STANDARDS[id].binding for id in ours} <= {"system_default", "local_standard", "national_practice_guidance"}


def test_what_nobody_has_read_yet_is_checked_before_a_release() -> None:
    checked = [rule for rule in STANDARDS.values() if rule.check_before_release]
    assert [rule.id for rule in checked if not rule.versions and not rule.note] == [], "the note says what is to be checked"
    assert all(any(version.verification != "read" for version in rule.versions) for rule in checked if rule.versions)
