"""Nothing that somebody began to write disappears without a word: they are told, and of a concern so is whoever leads there."""

from datetime import timedelta
from uuid import uuid4

import pytest

from holdfast.config import system_clock
from holdfast.duty.models import Notice
from holdfast.pages import drafts
from holdfast.pages.models import Draft
from holdfast.pages.unsent import tell_and_remove
from holdfast.record.ledger.append import append
from holdfast.record.models import Organisation, Worker
from tests.pages.contacts.conftest import friday, place
from tests.pages.contacts.reported import text_of
from tests.pages.partnership import FRIDAY, Place

__all__ = ["friday", "place"]
pytestmark = pytest.mark.django_db
DAY, TICK = timedelta(days=1), timedelta(microseconds=1)
MAYAS_WORDS = "Ava said that she does not want to go home"


def began(place: Place, who: str, *, ago: timedelta, key: str | None = None) -> Draft:
    draft = drafts.save(
        place.users[who],
        key or f"/report-a-concern/new/{uuid4()}/",
        {"text": [MAYAS_WORDS]},
        at=FRIDAY - ago,
        title="A concern",
    )
    assert draft is not None
    return draft


def another_lead(place: Place) -> Worker:
    school = Organisation.objects.get(pk="larkfield-primary")
    lead = Worker.objects.create(
        id="second.lead", name="Kit Rowan", role="dsl", organisation=school, email="kit@larkfield.example"
    )
    from holdfast.access.models import User

    place.users["second.lead"] = User.objects.create(username="second.lead", worker=lead)
    Worker.objects.filter(pk="maya.osei").update(email="maya@larkfield.example")
    return lead


@pytest.mark.parametrize(
    ("ago", "told"),
    [(23 * DAY - TICK, False), (23 * DAY, True), (23 * DAY + TICK, True)],
    ids=["before", "then", "after"],
)
def test_a_week_before_it_goes_the_writer_and_the_safeguarding_lead_are_told_once_and_no_name_leaves(
    place: Place, ago: timedelta, told: bool
) -> None:
    another_lead(place)
    began(place, "maya.osei", ago=ago)
    for minutes in (0, 1):
        tell_and_remove(at=FRIDAY + minutes * TICK if told else FRIDAY)
    notices = Notice.objects.all()
    assert sorted(each.to for each in notices) == (["kit@larkfield.example", "maya@larkfield.example"] if told else [])
    for each in notices:
        assert "27 Nov 2026" in each.body
        assert not any(word in each.body + each.subject for word in ("Ava", "Maya", "Kit", "Osei", "home"))
    for who, says in (("maya.osei", "You began a concern on"), ("second.lead", "Maya Osei began a concern on")):
        page = text_of(place.client(who).get("/for-you/"))
        assert (says in page) is told
        assert ("It is removed on Friday 27 November 2026" in page or "removed on Friday 27 November 2026" in page) is told
        assert MAYAS_WORDS not in page


@pytest.mark.parametrize(
    ("later", "there"),
    [(7 * DAY - TICK, True), (7 * DAY, True), (7 * DAY + TICK, False)],
    ids=["before", "then", "after"],
)
def test_it_is_removed_after_thirty_days_and_not_before(place: Place, later: timedelta, there: bool) -> None:
    began(place, "maya.osei", ago=23 * DAY)
    tell_and_remove(at=FRIDAY)
    tell_and_remove(at=FRIDAY + later)
    assert Draft.objects.exists() is there


def test_what_nobody_was_told_of_is_not_removed_however_old_and_then_has_its_week(place: Place) -> None:
    began(place, "maya.osei", ago=200 * DAY)
    tell_and_remove(at=FRIDAY)
    assert Draft.objects.exists()
    with system_clock.fixed_at(FRIDAY):
        assert "It is removed on Friday 27 November 2026" in text_of(place.client("maya.osei").get("/for-you/"))
    tell_and_remove(at=FRIDAY + 7 * DAY - TICK)
    assert Draft.objects.exists()
    tell_and_remove(at=FRIDAY + 7 * DAY + TICK)
    assert not Draft.objects.exists()


def test_whoever_carries_on_keeps_it_and_is_told_again_only_when_it_is_old_again(place: Place) -> None:
    draft = began(place, "maya.osei", ago=25 * DAY)
    tell_and_remove(at=FRIDAY)
    drafts.save(draft.user, draft.key, {"text": ["And more"]}, at=FRIDAY + DAY)
    tell_and_remove(at=FRIDAY + 20 * DAY)
    kept = Draft.objects.get()
    assert kept.told_at is None
    assert kept.data == {"text": ["And more"]}


def test_of_a_form_that_is_no_concern_its_writer_alone_is_told(place: Place) -> None:
    another_lead(place)
    began(place, "maya.osei", ago=25 * DAY, key="/record/visit/")
    tell_and_remove(at=FRIDAY)
    assert [each.to for each in Notice.objects.all()] == ["maya@larkfield.example"]
    assert "began a" not in text_of(place.client("second.lead").get("/for-you/"))


def test_a_concern_and_its_pages_are_one_thing_that_was_begun(place: Place) -> None:
    key = f"/report-a-concern/new/{uuid4()}/"
    for step in ("", "children/", "safety/"):
        began(place, "maya.osei", ago=25 * DAY, key=key + step)
    tell_and_remove(at=FRIDAY)
    assert text_of(place.client("maya.osei").get("/for-you/")).count("You began a concern") == 1
    tell_and_remove(at=FRIDAY + 8 * DAY)
    assert not Draft.objects.exists()


def test_where_the_lead_is_away_or_there_is_none_a_manager_of_the_writer_hears_of_it(place: Place) -> None:
    Worker.objects.filter(pk="ruth.adeyemi").update(email="ruth@northmere.example")
    began(place, "dana.whitlock", ago=25 * DAY)
    tell_and_remove(at=FRIDAY)
    assert "ruth@northmere.example" in {each.to for each in Notice.objects.all()}
    assert "Dana Whitlock began a concern" in text_of(place.client("ruth.adeyemi").get("/today/"))
    assert "Dana Whitlock began a concern" not in text_of(place.client("amina.khan").get("/today/"))


def test_a_lead_who_is_away_is_not_written_to(place: Place) -> None:
    lead = another_lead(place)
    append(at=FRIDAY - DAY, by=None, type="absence_started", happened="2026-11-19", about=(), data={"worker": lead.pk})
    began(place, "maya.osei", ago=25 * DAY)
    tell_and_remove(at=FRIDAY)
    assert [each.to for each in Notice.objects.all()] == ["maya@larkfield.example"]


def test_the_worker_does_this_every_morning() -> None:
    from procrastinate.contrib.django import app

    assert "holdfast.drafts" in app.tasks
    assert any(task.task.name == "holdfast.drafts" for task in app.periodic_registry.periodic_tasks.values())
