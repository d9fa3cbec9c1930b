"""Who may read one entry: legal advice, an adult’s health and who reported a concern are not for all who may see the child."""

from typing import Any

import pytest

from holdfast.access.entry_readers import CAME_IN, LEGAL_ADVICE, OF_AN_ADULT, OF_SOMEBODY, Reader, may_read
from holdfast.access.models import User
from holdfast.kernel.moment import Moment
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.record.models import Organisation, Worker
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.type_registry import ENTRY_TYPES
from holdfast.vocabulary.world import PersonName
from tests.access.cast import BEFORE, FRIDAY, Cast

NOW = Moment.live(FRIDAY)
SOCIAL_CARE = {"lead", "cover", "duty", "manager", "service_manager", "director", "chair", "emergency", "brothers_lead"}
AROUND_AVA = {"health_visitor", "gp", "police"}


def written(cast: Cast, type: str, data: dict[str, Any], *, by: str = "lead", about: str | None = None) -> Entry:
    return append(
        at=FRIDAY, by=Worker.objects.get(pk=by), type=type, happened="2019-11-20", about=(about or cast.ava.pk,), data=data
    )


def readers_of(cast: Cast, entry: Entry) -> set[str]:
    """Whoever may read it, of those who may see Ava."""
    asked = SOCIAL_CARE | AROUND_AVA
    return {name for name in asked if may_read(entry, Reader(cast.users[name], NOW, admitted=[cast.ava.pk]))}


def grown_up(given: str) -> str:
    return str(people.add_person(at=BEFORE, by=None, names=[PersonName(given=given)], born="1990").pk)


def drug_worker() -> str:
    place = Organisation.objects.create(id="drugs", kind="health", name="Northmere Recovery")
    return str(Worker.objects.create(id="drug_worker", name="Ann Fell", role="substance_misuse_worker", organisation=place).pk)


def test_every_type_that_is_kept_is_a_type_of_the_record() -> None:
    assert set(LEGAL_ADVICE + OF_AN_ADULT + OF_SOMEBODY) | set(CAME_IN) <= set(ENTRY_TYPES)


def test_what_was_seen_of_a_child_is_read_by_everybody_around_the_child(cast: Cast) -> None:
    entry = written(cast, "observation_recorded", {"setting": "home", "text": "No food in the kitchen."})
    assert readers_of(cast, entry) == SOCIAL_CARE | AROUND_AVA


def test_legal_advice_is_read_by_social_care_and_its_lawyers_alone(cast: Cast) -> None:
    entry = written(cast, "legal_advice_recorded", {"advice": "The threshold is met."})
    assert readers_of(cast, entry) == SOCIAL_CARE


def test_what_a_mother_told_a_drug_service_is_read_by_that_service_and_social_care(cast: Cast) -> None:
    mother, service = grown_up("Kim"), drug_worker()
    told = {"adult": mother, "kind": "drinking every night"}
    entry = written(cast, "adult_disclosure_recorded", told, by=service)
    assert readers_of(cast, entry) == SOCIAL_CARE
    user = User.objects.create(username="ann", worker=Worker.objects.get(pk=service))
    assert may_read(entry, Reader(user, NOW))


def test_a_childs_diagnosis_is_for_those_around_the_child_and_a_parents_is_not(cast: Cast) -> None:
    diagnosed = {"code": "F32", "text": "Depression"}
    assert readers_of(cast, written(cast, "diagnosis_recorded", diagnosed)) == SOCIAL_CARE | AROUND_AVA
    assert readers_of(cast, written(cast, "diagnosis_recorded", diagnosed, about=grown_up("Kim"))) == SOCIAL_CARE


def test_who_reported_a_concern_is_not_for_others_around_the_child(cast: Cast) -> None:
    assert readers_of(cast, cast.concern) == SOCIAL_CARE
    for own in ("school_that_reported", "same_school"):
        assert may_read(cast.concern, Reader(cast.users[own], NOW, admitted=[cast.ava.pk])), own


def test_a_half_brothers_record_is_not_read_through_ava(cast: Cast) -> None:
    entry = written(cast, "observation_recorded", {"setting": "home", "text": "He has a bruise."}, about=cast.lucas.pk)
    # Social care that is let in about Ava reads what of her brother bears on her.
    assert readers_of(cast, entry) == SOCIAL_CARE
    assert not may_read(entry, Reader(cast.users["social_worker_elsewhere"], NOW))


@pytest.mark.parametrize("name", ["other_school", "health_visitor_elsewhere", "police_elsewhere", "chair_elsewhere", "no_worker"])
def test_somebody_with_no_tie_reads_nothing(cast: Cast, name: str) -> None:
    entry = written(cast, "observation_recorded", {"setting": "home", "text": "No food in the kitchen."})
    assert not may_read(entry, Reader(cast.users[name], NOW))
