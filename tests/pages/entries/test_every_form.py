"""A form for everything that can happen, each made from its one definition: asked, read, kept exactly."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given
from hypothesis import strategies as st

from holdfast.access.entry_permissions import ABOUT_NOBODY
from holdfast.access.entry_writers import OF_ITS_OWN
from holdfast.access.kept_back_matters import is_withheld, kept_back
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.entries.forms.entry_form import EntryForm
from holdfast.pages.entries.forms.question import Question
from holdfast.pages.entries.forms.row_questions import RowQuestion
from holdfast.pages.entries.links import record_url
from holdfast.pages.entries.queries.reference_choices import ReferenceChoices
from holdfast.record.models import Worker
from holdfast.record.models.person_facts import new_id
from holdfast.record.read import entry_by_id
from holdfast.vocabulary.type_catalogue import describe
from holdfast.vocabulary.type_registry import ENTRY_TYPES
from tests.pages.entries.family import NOW, Family
from tests.pages.entries.generated_answers import HOSTILE, data_of, written_dates
from tests.pages.entries.html import Page, faults
from tests.sizes import drawn

# What has a page of its own is done there, where what is decided, answered or withdrawn can be read.
TYPES = [name for name in ENTRY_TYPES if name not in OF_ITS_OWN]
LATELY = date(2018, 10, 10)
"""After all that an entry can refer to or end: what could not be in this order is asked about at the door."""
QUICK = [Phase.explicit, Phase.reuse, Phase.generate]


REFERRED_TO: dict[str, Callable[[Family], tuple[str, str, dict[str, Any]]]] = {
    "identity_question_answered": lambda family: (
        "identity_question_raised",
        "2018-10-04",
        {"alike_in": "NHS number", "other": "Chloe Ward, born in May 2013"},
    ),
    "kept_back_ended": lambda family: (
        "kept_back",
        "2018-10-04",
        {"what": "Where she goes to school.", "from": ["A man called Dev"], "why": "danger", "said_by": "school"},
    ),
}
"""What these two are about: it stands on no other record of the family."""


def form_of(type: str, family: Family) -> EntryForm:
    child = None if type in ABOUT_NOBODY else family.chloe.pk
    return EntryForm(describe(type), ReferenceChoices.around(child, family.sam, Moment.live(NOW)), at=NOW)


def url_of(type: str, family: Family) -> str:
    return record_url(type, None if type in ABOUT_NOBODY else family.chloe.pk)


def boxes_of(form: EntryForm, family: Family, happened: Any, data: dict[str, Any]) -> dict[str, list[str]]:
    """The boxes in which somebody says this about both sisters."""
    boxes = form.happened.boxes(happened)
    for question in form.data:
        boxes |= question.boxes(data.get(str(question.path[-1])))
    if form.about is not None:
        boxes |= {"about": [family.chloe.pk, family.harper.pk]}
    return {**boxes, "send_id": [str(new_id())]}


def sent_by_a_browser(answer: Any, press: str) -> dict[str, Any]:
    return {**Page(answer.content.decode()).would_send(), "press": press}


@pytest.mark.parametrize("type", TYPES)
def test_everybody_can_fill_in_the_form_of_each_type(type: str, family: Family, sam: Client) -> None:
    answer = sam.get(url_of(type, family))
    assert answer.status_code == 200
    page = Page(answer.content.decode())
    assert faults(page) == []
    for question in form_of(type, family).data:
        if getattr(question, "choices", True):  # with nothing to choose from, the page says what to record first
            assert any(_belongs(control.name, question.name) for control in page.controls), f"{question.label} is not asked"
    assert describe(type).title in page.text


@pytest.mark.parametrize("type", TYPES)
@given(choose=st.data())
@drawn("forms filled in", phases=QUICK, suppress_health_check=list(HealthCheck))
def test_what_somebody_says_in_a_form_is_recorded_exactly(type: str, choose: st.DataObject, family: Family, sam: Client) -> None:
    with transaction.atomic():
        _says_and_finds(type, choose, family, sam)
        transaction.set_rollback(True)


def _says_and_finds(type: str, choose: st.DataObject, family: Family, sam: Client) -> None:
    if type in REFERRED_TO:
        family.say(*REFERRED_TO[type](family), at=NOW)
    form = form_of(type, family)
    data = choose.draw(data_of(form.described, form.references))
    happened = choose.draw(written_dates(with_time=True, since=LATELY))
    url, boxes = url_of(type, family), boxes_of(form, family, happened, data)
    # Drawn by the page and sent by the browser: what a box cannot hold does not arrive.
    filled = sam.post(url, {**boxes, "press": "change"})
    checked = sam.post(url, sent_by_a_browser(filled, "check"))
    assert checked.status_code == 200, Page(checked.content.decode()).text
    saved = sam.post(url, sent_by_a_browser(checked, "save"))
    assert saved.status_code == 302, Page(saved.content.decode()).text
    entry = entry_by_id(boxes["send_id"][0])
    assert entry.data.written() == form.described.model.model_validate(data).written()
    assert entry.happened == When.parse(happened)
    assert entry.about == (() if type in ABOUT_NOBODY else (family.chloe.pk, family.harper.pk))
    assert (entry.by, entry.recorded_at) == ("sam", NOW)
    assert entry.data.sentence(form.references.names) in Page(checked.content.decode()).text


def needed(questions: tuple[Question, ...]) -> list[Question]:
    """Every question that must be answered, in single rows too."""
    found = []
    for question in questions:
        if question.required:
            found.append(question)
        if isinstance(question, RowQuestion) and question.required and question.or_party is None:
            found += needed(question.fields)
    return found


@pytest.mark.parametrize("type", TYPES)
@given(choose=st.data())
@drawn("forms with an answer missing", phases=QUICK, suppress_health_check=list(HealthCheck))
def test_an_answer_that_is_missing_is_asked_for_where_it_belongs_and_nothing_is_lost(
    type: str, choose: st.DataObject, family: Family, sam: Client
) -> None:
    if type in REFERRED_TO:
        family.say(*REFERRED_TO[type](family), at=NOW)
    form = form_of(type, family)
    data = choose.draw(data_of(form.described, form.references))
    url, boxes = url_of(type, family), boxes_of(form, family, "2018-11-02", data)
    filled = sent_by_a_browser(sam.post(url, {**boxes, "press": "change"}), "check")
    for question in [form.happened, *needed(form.data), *([form.about] if form.about else [])]:
        if isinstance(question, RowQuestion) and question.or_party is None:
            continue  # asked for in its own fields
        kept = {name: values for name, values in filled.items() if not _belongs(name, question.name)}
        answer = sam.post(url, kept)
        page = Page(answer.content.decode())
        assert answer.status_code == 422, f"{question.label} can be left out"
        assert "Error:" in page.text
        led = [link[1:] for link in page.links if link.startswith(f"#id_{question.name}")]
        assert led, f"the summary does not lead to {question.label}"
        assert faults(page) == []
        after = page.would_send()
        lost = {name for name, values in kept.items() if name != "press" and after.get(name) != values and name != "draft_owner"}
        assert not lost, f"lost: {lost}"


def _belongs(name: str, question: str) -> bool:
    return name == question or name.startswith((f"{question}_", f"{question}-"))


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_kept_exactly_and_shown_as_words(words: str, family: Family, sam: Client) -> None:
    form, url = form_of("voice_recorded", family), url_of("voice_recorded", family)
    boxes = boxes_of(form, family, "2018-11-02", {"child": family.chloe.pk, "how": "words", "words": words})
    checked = sam.post(url, sent_by_a_browser(sam.post(url, {**boxes, "press": "change"}), "check"))
    saved = sam.post(url, sent_by_a_browser(checked, "save"), follow=True)
    assert entry_by_id(boxes["send_id"][0]).data.written()["words"] == words
    for answer in (checked, saved):
        html = answer.content.decode()
        assert "<script>alert" not in html and "<img src=x" not in html
        assert words in Page(html).text


def test_a_character_that_is_no_text_is_refused_at_its_box(family: Family, sam: Client) -> None:
    form, url = form_of("day_in_the_life_recorded", family), url_of("day_in_the_life_recorded", family)
    boxes = boxes_of(form, family, "2018-11-02", {"text": "half\x00a day"})
    page = Page(sam.post(url, {**boxes, "press": "check"}).content.decode())
    assert "This holds a character that is not text" in page.text
    assert "#id_data-text" in page.links


def test_a_name_that_hides_characters_is_refused_by_the_record_and_shown_at_the_name(family: Family, sam: Client) -> None:
    form, url = form_of("contact_received", family), url_of("contact_received", family)
    data = {"from": {"name": "Ann\u202e", "role": "aunt"}, "channel": "phone", "text": "Worried."}
    page = Page(sam.post(url, {**boxes_of(form, family, "2018-11-02", data), "press": "check"}).content.decode())
    assert "which can make it look like another name" in page.text
    assert "#id_data-from-name" in page.links


PHONED = {
    "from": {"name": "Mrs Hill", "role": "neighbour"},
    "channel": "phone",
    "text": "She was hit.",
    "kept_from": ["Dr Hakim"],
}


def kept_from_of(send_id: str) -> tuple[str, ...]:
    [matter] = [each for each in kept_back(entry_by_id(send_id).about, Moment.live(NOW)) if each.kept == send_id]
    return matter.kept_from


@pytest.mark.parametrize("unsure", [True, False])
def test_a_phoned_concern_asks_who_must_not_know_and_whom_they_mean(unsure: bool, family: Family, sam: Client) -> None:
    hakim = Worker.objects.create(id="dr.hakim", name="Dr Yusuf Hakim", role="gp")
    form, url = form_of("contact_received", family), url_of("contact_received", family)
    boxes = boxes_of(form, family, "2018-11-02", PHONED)
    asked = sam.post(url, {**boxes, "press": "check"})
    page = Page(asked.content.decode())
    assert (asked.status_code, "did you mean Dr Yusuf Hakim, GP?" in asked.content.decode()) == (422, True)
    assert any("kept_from" in link for link in page.links), "said at its box"
    # Sent again as it is: not sure. Or, once asked, by the whole name.
    again = sent_by_a_browser(asked, "check")
    if not unsure:
        again = {name: ["Yusuf Hakim, the GP"] if values == ["Dr Hakim"] else values for name, values in again.items()}
    checked = sam.post(url, again)
    assert checked.status_code == 200, Page(checked.content.decode()).text
    assert sam.post(url, sent_by_a_browser(checked, "save")).status_code == 302
    assert kept_from_of(boxes["send_id"][0]) == (("Dr Hakim",) if unsure else ("dr.hakim",))
    assert is_withheld(entry_by_id(boxes["send_id"][0]), hakim, Moment.live(NOW))
