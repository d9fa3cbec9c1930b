"""An entry is recorded, corrected and withdrawn by whoever may, about everybody it is about."""

from datetime import timedelta

import pytest

from holdfast.access.decide import NotAllowed
from holdfast.actions.correct_entry import correct_entry
from holdfast.actions.record_absence import record_absence
from holdfast.actions.record_entry import EntryAnswers, record_entry
from holdfast.actions.withdraw_entry import withdraw_entry
from holdfast.duty.refusals import DutyRefused
from holdfast.kernel.when import When
from holdfast.record.models import EntryEnvelope
from holdfast.record.models.person_facts import new_id
from holdfast.vocabulary.entry import parse_data
from tests.pages.partnership import FRIDAY, WEEK_BEFORE, Place, cover, make_place

pytestmark = pytest.mark.django_db
NOW = When.at(FRIDAY)


@pytest.fixture
def place() -> Place:
    return make_place()


def seen(place: Place, *children: str) -> EntryAnswers:
    about = tuple(place.children[name].pk for name in children)
    data = parse_data("observation_recorded", {"setting": "school", "text": "She came in without a coat."})
    return EntryAnswers("observation_recorded", When.at(FRIDAY), about, data, reason="It was another day.")


def test_a_tie_to_one_child_records_nothing_about_another(place: Place) -> None:
    manager = place.users["ruth.adeyemi"]
    with pytest.raises(NotAllowed):
        record_entry(at=FRIDAY, by=manager, id=str(new_id()), answers=seen(place, "Ava", "Noor"))
    assert not EntryEnvelope.objects.filter(type="observation_recorded").exists()
    entry = record_entry(at=FRIDAY, by=manager, id=str(new_id()), answers=seen(place, "Ava"))
    with pytest.raises(NotAllowed):
        correct_entry(at=FRIDAY, by=manager, id=str(new_id()), entry=entry, answers=seen(place, "Noor"))


def test_a_withdrawal_pressed_twice_is_one_and_says_the_first_time(place: Place) -> None:
    manager = place.users["ruth.adeyemi"]
    entry = record_entry(at=FRIDAY, by=manager, id=str(new_id()), answers=seen(place, "Ava"))
    id = str(new_id())
    first = withdraw_entry(at=FRIDAY, by=manager, id=id, entry=entry, reason="It was her sister.")
    again = withdraw_entry(at=FRIDAY.replace(minute=59), by=manager, id=id, entry=entry, reason="It was her sister.")
    assert (again.id, again.happened) == (first.id, first.happened)


def names(place: Place, type: str, happened: When = NOW, **data: object) -> EntryAnswers:
    """An entry about Ava that gives something to somebody."""
    return EntryAnswers(type, happened, (place.children["Ava"].pk,), parse_data(type, data), reason="It was somebody else.")


@pytest.mark.parametrize(
    ("type", "data", "field"),
    [
        ("worker_allocated", {"worker": "sam.poole", "role": "lead social worker"}, "worker"),
        ("cover_named", {"for": "dana.whitlock", "cover": "sam.poole"}, "cover"),
        ("handover_completed", {"from": "dana.whitlock", "to": "sam.poole", "family_told": True}, "to"),
    ],
)
def test_nothing_is_given_to_somebody_who_is_away_with_nobody_for_them(
    place: Place, type: str, data: dict[str, object], field: str
) -> None:
    ruth = place.users["ruth.adeyemi"]
    with pytest.raises(DutyRefused) as refused:
        record_entry(at=FRIDAY, by=ruth, id=str(new_id()), answers=names(place, type, **data))
    fault = refused.value.faults[0]
    assert fault.path == f"$.data.{field}"
    assert fault.what == "Sam Poole is away since 13 Nov 2026 at 09:00, and nobody who is at work covers for them."
    assert fault.do.startswith("Choose somebody who is at work")
    assert EntryEnvelope.objects.filter(type=type).count() == (type == "worker_allocated") * 1
    # The day before the leave began it was theirs to take, and is written down as it was.
    before = When.day(WEEK_BEFORE.date() - timedelta(days=1))
    assert record_entry(at=FRIDAY, by=ruth, id=str(new_id()), answers=names(place, type, before, **data)).type == type


def test_a_child_may_be_given_to_somebody_whom_a_colleague_covers_for(place: Place) -> None:
    cover(place)
    answers = names(place, "worker_allocated", worker="sam.poole", role="lead social worker")
    assert record_entry(at=FRIDAY, by=place.users["ruth.adeyemi"], id=str(new_id()), answers=answers).type == "worker_allocated"


def test_nobody_is_recorded_as_their_own_cover(place: Place) -> None:
    ruth = place.users["ruth.adeyemi"]
    himself = names(place, "cover_named", **{"for": "sam.poole", "cover": "sam.poole"})
    with pytest.raises(DutyRefused) as refused:
        record_entry(at=FRIDAY, by=ruth, id=str(new_id()), answers=himself)
    assert [fault.path for fault in refused.value.faults] == ["$.data.cover"]
    named = record_entry(
        at=FRIDAY,
        by=ruth,
        id=str(new_id()),
        answers=names(place, "cover_named", **{"for": "sam.poole", "cover": "dana.whitlock"}),
    )
    with pytest.raises(DutyRefused):
        correct_entry(at=FRIDAY, by=ruth, id=str(new_id()), entry=named, answers=himself)


def test_sent_again_after_the_cover_went_away_it_is_still_the_entry_that_was_recorded(place: Place) -> None:
    ruth, id = place.users["ruth.adeyemi"], str(new_id())
    answers = names(place, "cover_named", When.day(FRIDAY.date()), **{"for": "sam.poole", "cover": "dana.whitlock"})
    first = record_entry(at=FRIDAY, by=ruth, id=id, answers=answers)
    record_absence(at=FRIDAY, by=ruth, worker=place.team["dana"])
    assert record_entry(at=FRIDAY, by=ruth, id=id, answers=answers).id == first.id


@pytest.mark.parametrize(("last_day", "refused"), [("2026-11-19", True), ("2026-11-20", False)])
def test_nothing_is_given_to_somebody_after_their_last_day(place: Place, last_day: str, refused: bool) -> None:
    ruth = place.users["ruth.adeyemi"]
    leaving = names(place, "worker_leaving", When.at(WEEK_BEFORE), worker="dana.whitlock", last_day=last_day)
    record_entry(at=FRIDAY, by=ruth, id=str(new_id()), answers=leaving)
    given = names(place, "worker_allocated", worker="dana.whitlock", role="lead social worker")
    if refused:
        with pytest.raises(DutyRefused) as said:
            record_entry(at=FRIDAY, by=ruth, id=str(new_id()), answers=given)
        assert "gone; the last day was 19 Nov 2026" in said.value.faults[0].what
    else:
        assert record_entry(at=FRIDAY, by=ruth, id=str(new_id()), answers=given).type == "worker_allocated"
