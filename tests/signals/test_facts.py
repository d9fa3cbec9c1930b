"""The code says what the facts say of every signal.

``facts.csv`` holds what was established by reading reviews: how serious a signal is, who is told, its numbers, the paragraphs
and the research that show why it matters, and whether it needs a guard against false alarms. It was compiled apart from the
code, and neither is changed without the other.
"""

from collections import Counter
from pathlib import Path

import pytest

from holdfast.rules.signal import Signal
from holdfast.signals import SIGNALS
from tests.facts import Facts

TABLE = Path(__file__).with_name("facts.csv")
FACTS = Facts(TABLE)
SAID_OTHERWISE = {"duty": "duty_social_worker", "author": "recording_worker"}
"""Roles that the facts call by another name than the list of roles does."""


def test_every_signal_has_its_facts_and_no_facts_are_left_without_a_signal() -> None:
    without, nobodys = sorted(SIGNALS.keys() - FACTS.keys()), sorted(FACTS.keys() - SIGNALS.keys())
    assert not without, FACTS.missing(without)
    assert not nobodys, FACTS.without(nobodys)


@pytest.mark.parametrize("id", SIGNALS)
def test_the_signal_says_what_the_facts_say(id: str) -> None:
    signal, row = SIGNALS[id], FACTS[id]
    assert (signal.theme, signal.severity) == (row["theme"], row["severity"])
    assert signal.review_paragraphs == tuple(row["review_paragraphs"].split())
    assert signal.evidence == tuple(row["evidence"].split())
    assert bool(signal.guard) or not row["guard"]


@pytest.mark.parametrize("id", SIGNALS)
def test_everybody_the_facts_name_is_told(id: str) -> None:
    wanted = {SAID_OTHERWISE.get(role, role) for role in FACTS[id]["tell"].split()}
    assert wanted <= set(SIGNALS[id].tell)


@pytest.mark.parametrize("id", SIGNALS)
def test_no_number_has_drifted_from_the_facts(id: str) -> None:
    assert not _numbers(FACTS[id]) - Counter(float(number) for number in SIGNALS[id].numbers.values())


def _numbers(row: dict[str, str]) -> Counter[float]:
    return Counter(float(each.partition("=")[2]) for each in row["numbers"].split())


def test_a_number_that_drifts_would_be_noticed() -> None:
    row = {"numbers": "n=3 days=90"}
    assert _numbers(row) - Counter([3.0, 91.0]) == Counter([90.0])


def test_a_signal_never_scores() -> None:
    assert not [signal.id for signal in SIGNALS.values() if _scores(signal)]


def _scores(signal: Signal) -> bool:
    return any(word in f"{signal.title} {signal.says} {signal.why}".lower() for word in ("score of", "risk score", "likelihood"))
