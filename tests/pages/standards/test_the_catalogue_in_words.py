"""Anybody can read what should happen, by when, who says so and how sure we are."""

import pytest
from django.test import Client

from holdfast.access.models import User
from holdfast.pages.entries.links import standard_url
from holdfast.pages.standards.presenters import rule_labels
from holdfast.pages.standards.presenters.limit_sentence import limit_in_words
from holdfast.pages.standards.presenters.rule_page import unchecked
from holdfast.record.models import Organisation, Worker
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from tests.pages.entries.family import signed_in
from tests.pages.entries.html import Page, faults

pytestmark = pytest.mark.django_db


@pytest.fixture
def gp() -> Client:
    """A GP, who may read the standards like everybody else."""
    place = Organisation.objects.create(id="surgery", kind="gp_practice", name="Northmere Surgery")
    worker = Worker.objects.create(id="asha", name="Asha Rao", organisation=place, role="gp")
    return signed_in(User.objects.create(username="asha.rao", worker=worker))


def read(client: Client, url: str) -> Page:
    answer = client.get(url)
    assert answer.status_code == 200
    page = Page(answer.content.decode())
    assert faults(page) == []
    return page


def test_every_standard_and_signal_is_on_the_list_and_has_a_page(gp: Client) -> None:
    listed = read(gp, "/standards/")
    for id, rule in {**STANDARDS, **SIGNALS}.items():
        assert standard_url(id) in listed.links
        page = read(gp, standard_url(id))
        assert rule.title in page.text
        assert "_" not in page.text.replace(id, ""), f"{id} shows a code where words belong"


def test_a_standard_says_what_by_when_who_and_how_sure(gp: Client) -> None:
    page = " ".join(read(gp, standard_url("CP-20")).text.split())
    assert "First core group within 10 working days. It is counted from: plan made." in page
    assert "Statutory guidance" in page and "Lead social worker" in page
    assert "3 working days before it is due Lead social worker" in page
    assert "When it is late Team manager and conference chair" in page
    assert "2 working days afterwards, if nobody has answered Service manager" in page
    assert "We read the words themselves" in page
    assert "From 15 Dec 2023 until 1 Mar 2026" in page


def test_what_was_not_checked_against_the_edition_in_force_says_so(gp: Client) -> None:
    for id, rule in STANDARDS.items():
        said = "Check against the current edition" in read(gp, standard_url(id)).text
        assert said == unchecked(rule), id
    assert any(map(unchecked, STANDARDS.values())) and not all(map(unchecked, STANDARDS.values()))


def test_a_local_value_shows_what_others_chose(gp: Client) -> None:
    page = read(gp, standard_url("CP-21")).text
    assert "Local standard" in page and "Liverpool: minimum of one per month" in page


def test_a_signal_says_what_an_answer_must_hold_and_what_keeps_it_from_crying_wolf(gp: Client) -> None:
    page = read(gp, standard_url("SIG-CG-SW-ABSENT")).text
    assert SIGNALS["SIG-CG-SW-ABSENT"].asks in page and SIGNALS["SIG-CG-SW-ABSENT"].guard in page


@pytest.mark.parametrize("rule", STANDARDS.values(), ids=lambda rule: rule.id)
def test_every_code_of_a_standard_has_words(rule) -> None:  # type: ignore[no-untyped-def]
    assert rule.binding in rule_labels.BINDING and rule.stage in rule_labels.STAGES and rule.scope in rule_labels.SCOPE
    assert rule.confidence in rule_labels.CONFIDENCE
    assert limit_in_words(rule).endswith(".")
    assert {source.verification for source in rule.sources} <= set(rule_labels.HOW_SURE)


@pytest.mark.parametrize("signal", SIGNALS.values(), ids=lambda signal: signal.id)
def test_every_code_of_a_signal_has_words(signal) -> None:  # type: ignore[no-untyped-def]
    assert signal.theme in rule_labels.THEMES and signal.severity in rule_labels.SEVERITY
    assert set(signal.evidence) <= set(rule_labels.EVIDENCE) and set(signal.numbers) <= set(rule_labels.NUMBERS)


def test_the_search_finds_without_a_script(gp: Client) -> None:
    page = Page(gp.get("/standards/", {"q": "core group first"}).content.decode())
    assert standard_url("CP-20") in page.links and standard_url("SIG-VISIT-UNRECORDED") not in page.links


def test_a_standard_that_is_not_there_is_not_there(gp: Client) -> None:
    assert gp.get("/standards/CP-99999/").status_code == 404
