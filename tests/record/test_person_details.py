"""What is stated of a person is dated, has a source, and is relied on until the day it is to be checked and no longer."""

from datetime import date, timedelta
from typing import Any

import pytest

from holdfast.kernel.moment import Moment
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.record.models import EntryEnvelope, PersonFact
from holdfast.record.people import FactRefused
from holdfast.record.person_details import PersonDetails, details_of, safe_addresses_of
from holdfast.record.stated_rows import check_fact
from holdfast.vocabulary.stated_facts import FactKind
from tests.record.family import MONDAY, Family

DAY = timedelta(days=1)
NUMBER = "01632 960 141"


def details(family: Family, days: float = 0) -> PersonDetails:
    return details_of([family.mother.pk], Moment.live(MONDAY + days * DAY))[family.mother.pk]


def state(family: Family, kind: str, value: str, *, days: float = 0, **said: Any) -> PersonFact:
    return people.state_fact(at=MONDAY + days * DAY, by=family.sam, person=family.mother, kind=kind, value=value, **said)


def moved(family: Family, address: str, day: str, **parts: Any) -> Any:
    data = {"person": family.mother.pk, "address": address, "confirmed_by": "w1"}
    return append(
        at=parts.pop("at", MONDAY),
        by=family.sam,
        type="address_changed",
        happened=day,
        about=[family.chloe.pk],
        data=data,
        **parts,
    )


def test_a_telephone_is_known_from_when_it_was_recorded_with_who_said_it(family: Family):
    state(
        family, "telephone", NUMBER, said_by="school", source="rang the office", detail={"sort": "mobile", "whose": "a neighbour"}
    )
    assert details(family, -1).telephones == ()
    [found] = details(family).telephones
    assert (found.value, found.whose, found.sort) == (NUMBER, "a neighbour", "mobile")
    assert (found.said_by, found.source, found.recorded_by, found.recorded_at) == ("school", "rang the office", "w1", MONDAY)


@pytest.mark.parametrize(("days", "overdue"), [(-1, False), (0, False), (1, True)])
def test_a_fact_is_overdue_the_day_after_its_check_by_day(family: Family, days: int, overdue: bool):
    state(family, "telephone", NUMBER, check_by=(MONDAY + 30 * DAY).date())
    assert bool(details(family, 30 + days).overdue) is overdue


def test_a_check_keeps_the_fact_and_how_long_it_has_been_known(family: Family):
    fact = state(family, "telephone", NUMBER, check_by=(MONDAY + 30 * DAY).date(), source="her mother")
    check_fact(fact, at=MONDAY + 40 * DAY, by=family.manager, check_by=date(2019, 2, 1))
    [found] = details(family, 41).telephones
    assert (found.recorded_at, found.checked_at) == (MONDAY, MONDAY + 40 * DAY)
    assert (found.check_by, found.source) == (date(2019, 2, 1), "her mother")
    assert details(family, 35).overdue, "on a page of the day before the check it was still to be checked"
    assert not details(family, 41).overdue


def test_a_number_put_right_was_never_known_on_the_days_before(family: Family):
    fact = state(family, "telephone", NUMBER)
    state(family, "telephone", "01632 960 142", days=2, replaces=fact, reason="Two digits were the wrong way round.")
    assert [each.value for each in details(family, 1).telephones] == [NUMBER]
    assert [each.value for each in details(family, 2).telephones] == ["01632 960 142"]
    assert details(family, 2).telephones[0].recorded_at == MONDAY + 2 * DAY


def test_a_telephone_that_has_ended_is_shown_as_ended(family: Family):
    state(family, "telephone", NUMBER, end="2018-10-10")
    assert details(family, 5).telephones
    assert not details(family, 12).telephones
    assert [each.value for each in details(family, 12).ended] == [NUMBER]


def test_what_begins_later_does_not_hold_yet(family: Family):
    state(family, "address", "9 Mill Lane, Northmere", start="2018-10-10")
    assert details(family, 5).home is None
    assert details(family, 12).home is not None


def test_a_new_school_takes_the_place_of_the_old_and_a_second_telephone_does_not(family: Family):
    for days, school in ((0, "Hill Lane Primary"), (3, "Quay Street Primary")):
        state(family, "school", school, days=days)
    for number in (NUMBER, "01632 960 142"):
        state(family, "telephone", number)
    found = details(family, 4)
    assert [each.value for each in found.of(FactKind.SCHOOL)] == ["Quay Street Primary"]
    assert [each.value for each in found.ended] == ["Hill Lane Primary"]
    assert len(found.telephones) == 2


def test_a_move_that_was_recorded_and_an_address_that_was_stated_are_one_answer(family: Family):
    state(family, "address", "4 Quay Row, Northmere", start="2018-03")
    moved(family, "9 Mill Lane, Northmere", "2018-09-20")
    home = details(family).home
    assert home is not None and home.value == "9 Mill Lane, Northmere"
    assert [each.value for each in details(family).ended] == ["4 Quay Row, Northmere"]
    state(family, "address", "9 mill lane northmere", days=1, start="2018-09-20")
    assert len(details(family, 1).of(FactKind.ADDRESS)) == 1, "the same address said twice is one"


def test_a_move_that_was_taken_back_is_no_address(family: Family):
    entry = moved(family, "9 Mill Lane, Northmere", "2018-09-20")
    append(
        at=MONDAY + DAY,
        by=family.sam,
        type="entry_withdrawn",
        happened="2018-10-02",
        about=entry.about,
        data={},
        withdraws=entry.id,
        reason="It was her sister who moved.",
    )
    assert details(family).home is not None
    assert details(family, 2).home is None


def test_a_move_put_right_to_be_somebody_elses_is_no_longer_hers(family: Family):
    entry = moved(family, "9 Mill Lane, Northmere", "2018-09-20")
    data = {"person": family.harper.pk, "address": "9 Mill Lane, Northmere", "confirmed_by": "w1"}
    append(
        at=MONDAY + DAY,
        by=family.sam,
        type="address_changed",
        happened="2018-09-20",
        about=[family.chloe.pk],
        data=data,
        corrects=entry.id,
        reason="Harper moved, not her mother.",
    )
    found = details_of([family.mother.pk, family.harper.pk], Moment.live(MONDAY + 2 * DAY))
    assert found[family.mother.pk].home is None
    assert found[family.harper.pk].home is not None
    assert details_of([family.harper.pk], Moment.live(MONDAY + 2 * DAY))[family.harper.pk].home is not None


def test_a_stay_for_now_is_not_where_somebody_lives(family: Family):
    state(family, "address", "4 Quay Row", detail={"sort": "home"})
    state(family, "address", "9 Mill Lane", days=1, detail={"sort": "temporary"})
    home = details(family, 2).home
    assert home is not None and home.value == "4 Quay Row"
    assert [each.value for each in details(family, 2).of(FactKind.ADDRESS)] == ["9 Mill Lane", "4 Quay Row"]


def test_a_safe_address_is_in_no_list_of_what_is_known_of_somebody(family: Family):
    state(family, "safe_address", "1 Hidden Street, Northmere")
    found = details(family, 1)
    assert "Hidden" not in repr(found)
    assert [each.value for each in safe_addresses_of([family.mother.pk], Moment.live(MONDAY))[family.mother.pk]]


def test_a_refuge_typed_into_a_change_of_address_goes_on_no_card(family: Family):
    moved(family, "Women's refuge, Northmere", "2018-09-20")
    assert details(family).home is None
    with pytest.raises(FactRefused, match="must not be told"):
        state(family, "address", "Address withheld")


def test_somebody_is_reachable_only_with_an_address_and_a_telephone(family: Family):
    assert not details(family).reachable
    state(family, "telephone", NUMBER)
    assert not details(family).reachable
    state(family, "address", "4 Quay Row")
    assert details(family).reachable


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("telephone", "0000 000 0000"),
        ("telephone", "01632 9601"),
        ("telephone", "01632 960 141 222"),
        ("telephone", "ring her mum"),
        ("telephone", "960141"),
        ("nhs_number", "0000000000"),
        ("nhs_number", "999 999 9999"),
        ("nhs_number", "9990000078"),
        ("language", "unknown"),
        ("danger_to_staff", " - "),
        ("school", ""),
    ],
)
def test_what_says_nothing_or_cannot_be_is_refused_at_its_field(family: Family, kind: str, value: str):
    with pytest.raises(FactRefused) as refused:
        state(family, kind, value)
    assert [fault.path for fault in refused.value.faults] == ["$.value"]
    assert all(fault.do for fault in refused.value.faults)


@pytest.mark.parametrize(
    "number", ["07700 900 123", "+44 7700 900123", "0044 7700 900123", "01632 960 141 ext 12", "+48 22 123 45 67"]
)
def test_a_number_is_kept_as_it_was_said(family: Family, number: str):
    state(family, "telephone", number)
    assert details(family).telephones[0].value == number
    assert details(family).telephones[0].digits.lstrip("+").isdigit()


def test_whose_a_number_is_is_asked_when_it_is_first_said_and_not_when_it_is_checked(family: Family):
    def asked() -> int:
        return EntryEnvelope.objects.filter(type="identity_question_raised").count()

    people.add_person(at=MONDAY - DAY, by=family.sam, nhs_number="9434765919")
    fact = state(family, "nhs_number", "943 476 5919")
    assert asked() == 2, "on the record of each"
    checked = check_fact(fact, at=MONDAY + DAY, by=family.sam, check_by=date(2019, 10, 1))
    state(family, "nhs_number", "9434765919", days=2)
    assert asked() == 2
    other = state(family, "nhs_number", "9434765870", days=3, replaces=checked, reason="Two digits were wrong.")
    state(family, "nhs_number", "9434765919", days=4, replaces=other, reason="They were right.")
    assert asked() == 4, "put back to a number that is another's, it is asked again"
