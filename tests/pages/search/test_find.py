"""Finding a child: what was typed is in no address and no log, and not knowing who a child is stops nobody."""

import logging

import pytest
from django.test import Client

from holdfast.access.models import User
from holdfast.record import people, person_details
from holdfast.record.ledger import entry_rows
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


def test_a_question_that_could_not_be_read_is_said_and_is_not_no_child_found(wrens: Wrens) -> None:
    shown = search("31/2/2018")
    assert "We could not read all of that" in shown
    assert "“31/2/2018” is no date. Write it like 14/6/2019 or 14 June 2019." in shown
    assert "No child found" not in shown


def test_how_the_question_was_read_is_said(wrens: Wrens) -> None:
    shown = search("brook 10 June 2018")
    assert "We looked for the name or address “brook” with a birth on 10 Jun 2018." in shown
    assert "Just as you typed it" in shown
    assert f'href="/children/{wrens.noah}/"' in shown


def test_who_is_called_just_so_and_who_is_called_like_it_stand_under_headings_of_their_own(wrens: Wrens) -> None:
    people.add_person(at=BEFORE, by=None, names=[PersonName("usual", "Noa", "Brooke")], born="2011-01-01")
    shown = search("noah brook")
    exact, alike = shown.index("Just as you typed it"), shown.index("Spelt or sounding like it")
    assert exact < shown.index("Noah Brook") < alike < shown.index("Noa Brooke")


def test_an_adult_who_is_found_leads_to_the_children_who_are_theirs(wrens: Wrens) -> None:
    mother = people.add_person(at=BEFORE, by=None, names=[PersonName("usual", "Petra", "Voss")], born="1988-03-04").pk
    people.relate(at=BEFORE, by=None, from_person=mother, to_person=wrens.noah, kind="mother")
    shown = search("4 March 1988")
    assert "Petra Voss, born 4 Mar 1988: parent or carer of" in shown
    assert f'href="/children/{wrens.noah}/"' in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("where is my dog", "Nobody was found by “where is my dog”, nor by “dog” alone. Type a name, a street, a date of birth"),
        ("Who is on duty?", "Nobody was found by “who is on duty”, nor by “duty” alone. Type a name"),
        ("HF-0000-0000", "Nothing that you may open has the reference HF-0000-0000."),
        ("ref HF-0000-0000", "Nothing that you may open has the reference HF-0000-0000."),
        ("age not known", "is what a page says where nothing is known. Type a name"),
    ],
)
def test_a_question_that_is_not_understood_is_said_with_what_to_type_and_is_not_no_child_found(
    wrens: Wrens, typed: str, said: str
) -> None:
    shown = search(typed)
    assert said in shown
    assert "No child found" not in shown


def test_somebodys_mother_is_shown_with_the_child(wrens: Wrens) -> None:
    shown = search("Noah's mum")
    assert "We looked for the mother of “noah”." in shown
    assert "1 child found, and 1 adult" in shown
    assert "Carrie Wren, born 2 Feb 1992: parent or carer of" in shown
    assert f'href="/children/{wrens.noah}/"' in shown


def test_a_sister_is_no_grown_up_and_the_child_leads_to_her(wrens: Wrens) -> None:
    shown = search("Noah Brook's sister")
    assert "We cannot look for a sister by whose they are. Open the child’s page to see the family." in shown
    assert f'href="/children/{wrens.noah}/"' in shown


def test_what_is_stated_of_those_who_are_found_is_read_once(wrens: Wrens, monkeypatch: pytest.MonkeyPatch) -> None:
    real, asked = entry_rows.ask, list[str]()
    monkeypatch.setattr(entry_rows, "ask", lambda query, values: (asked.append(query), real(query, values))[1])
    assert "4 Quay Row" in search("brook")
    assert asked.count(person_details.ROWS) == 1
