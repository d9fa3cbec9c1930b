"""An entry is recorded, corrected and withdrawn by whoever may, about everybody it is about."""

import pytest

from holdfast.access.decide import NotAllowed
from holdfast.actions.correct_entry import correct_entry
from holdfast.actions.record_entry import EntryAnswers, record_entry
from holdfast.actions.withdraw_entry import withdraw_entry
from holdfast.kernel.when import When
from holdfast.record.models import EntryEnvelope
from holdfast.record.models.person_facts import new_id
from holdfast.vocabulary.entry import parse_data
from tests.pages.partnership import FRIDAY, Place, make_place

pytestmark = pytest.mark.django_db


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
