"""Finding a child: what was typed is in no address and no log, and not knowing who a child is stops nobody."""

import logging

import pytest
from django.test import Client

from holdfast.access.models import User
from holdfast.record import people
from holdfast.vocabulary.world import PersonName
from tests.pages.household import BEFORE, Wrens


def as_(username: str) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend")
    return client


def search(typed: str, who: str = "amina.khan", path: str = "/children/find/") -> str:
    answer = as_(who).post(path, {"who": typed})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_child_is_found_with_what_tells_them_from_another(wrens: Wrens) -> None:
    shown = search("noa brook")
    assert f'href="/children/{wrens.noah}/"' in shown
    for words in ("Born 10 Jun 2018, aged 8", "4 Quay Row (Carrie Wren’s)", "Larkfield Primary School", "Mother: Carrie Wren"):
        assert words in shown, words


def test_a_duty_worker_at_night_is_taken_to_tonight(wrens: Wrens) -> None:
    assert f'href="/tonight/{wrens.noah}/"' in search("noah", "joe.ellis", "/tonight/")


def test_children_of_similar_name_are_warned_of(wrens: Wrens) -> None:
    people.add_person(at=BEFORE, by=None, names=[PersonName("usual", "Noa", "Brooke")], born="2011-01-01")
    shown = search("noah brook")
    assert "Some of these names are alike. Check the date of birth before you open one." in shown
    assert shown.count("Similar name to another child") == 2


def test_nobody_found_is_no_dead_end(wrens: Wrens) -> None:
    shown = search("zzyzx")
    assert "No child found" in shown
    assert "Report a concern about a child who is not known" in shown


@pytest.mark.parametrize("typed", ["", " ", "a"])
def test_too_little_is_asked_about_again(wrens: Wrens, typed: str) -> None:
    shown = search(typed)
    assert "Type at least two letters of a name, a street, or a date of birth like 14/6/2019." in shown
    assert "<title>Error: Find a child" in shown


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "'; DROP TABLE record_person; --", "\x00\x01", "%%%", "Ж" * 3000])
def test_whatever_is_typed_is_only_words(wrens: Wrens, typed: str) -> None:
    assert "<script>alert" not in search(typed)


def test_what_was_typed_stands_in_no_log_and_an_address_searches_nothing(wrens: Wrens, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="holdfast"):
        search("Carrie Wren")
    assert "Carrie" not in caplog.text
    assert "Noah Brook" not in as_("amina.khan").get("/children/find/?who=noah").content.decode()


def test_somebody_whose_work_it_is_not_may_not_search(wrens: Wrens) -> None:
    assert as_("maya.osei").post("/children/find/", {"who": "noah"}).status_code == 403
