"""Who must not be there: by orders, bail, safety plans and what is recorded; who is not known; and who only has the same name."""

from datetime import UTC, datetime, timedelta

import pytest

from holdfast.pages.tonight.presenters.exclusions import Exclusion
from holdfast.pages.tonight.presenters.people_not_known import PersonNotKnown
from holdfast.record import people
from holdfast.record.ledger.append import append
from tests.pages.household import BEFORE, NIGHT, Wrens
from tests.pages.tonight.conftest import night_of, rang

EVENING = NIGHT - timedelta(hours=6)


def barred(wrens: Wrens, at: datetime = NIGHT, child: str | None = None) -> list[Exclusion]:
    return [each for each, _ in night_of(child or wrens.noah, at).must_not]


def of(wrens: Wrens, person: str | None, at: datetime = NIGHT) -> list[Exclusion]:
    return [each for each in barred(wrens, at) if each.person == person]


def not_known(wrens: Wrens) -> list[PersonNotKnown]:
    return list(night_of(wrens.noah).not_known)


def test_an_order_points_to_the_one_person_whose_full_name_it_holds_and_asks_to_check(wrens: Wrens) -> None:
    (stone,) = of(wrens, wrens.lee_stone)
    assert stone.words == "Non-molestation order: Lee Stone may not come to the address"
    assert stone.check == "Only the name matches: check that it is the same person."
    assert night_of(wrens.noah).danger.must_not == "Lee Stone (court order) must not be there."


def test_an_order_with_a_first_name_alone_points_to_nobody(wrens: Wrens) -> None:
    wrens.tell("court_order_made", "2026-11-01", kind="prohibited steps: Lee must not take the children")
    (order,) = [each for each in barred(wrens) if "prohibited" in each.words.lower()]
    assert (order.person, order.name) == (None, "Read the order’s words")


def test_an_order_that_has_ended_keeps_nobody_away(wrens: Wrens) -> None:
    order = "non-molestation order: Lee Stone may not come to the address"
    wrens.tell("court_order_ended", "2026-11-01", kind="another order")
    assert of(wrens, wrens.lee_stone)
    wrens.tell("court_order_ended", "2026-11-02", kind=order)
    assert not of(wrens, wrens.lee_stone)


def test_bail_keeps_somebody_away_until_its_day_and_is_then_a_question(wrens: Wrens) -> None:
    wrens.tell("person_excluded", "2026-11-19", person=wrens.lee_brook, kept_away_by="bail", until="2026-11-22")
    last, after = datetime(2026, 11, 22, 23, 59, tzinfo=UTC), datetime(2026, 11, 23, 0, 0, 1, tzinfo=UTC)
    (now,) = of(wrens, wrens.lee_brook, last)
    assert (now.pill, now.certain) == ("Must not be there", True)
    (then,) = of(wrens, wrens.lee_brook, after)
    assert (then.pill, then.certain) == ("Ask if it still holds", False)
    assert then.words == "Bail conditions ran until 22 Nov 2026. Nobody has recorded what holds now."


def test_bail_that_was_lifted_is_over(wrens: Wrens) -> None:
    bail = wrens.tell("person_excluded", "2026-11-19", person=wrens.lee_brook, kept_away_by="bail")
    assert of(wrens, wrens.lee_brook)[0].words == "Bail conditions, until when is not recorded."
    wrens.tell("exclusion_ended", "2026-11-20", exclusion=bail.id, reason="Released without charge")
    assert not of(wrens, wrens.lee_brook)


def test_the_latest_safety_plan_says_who_stays_away_and_one_that_names_nobody_ends_it(wrens: Wrens) -> None:
    wrens.tell("safety_plan_agreed", "2026-11-18", text="He stays away.", excluded=[wrens.lee_brook])
    assert {each.words for each in of(wrens, wrens.lee_brook)} >= {"Safety plan for Noah Brook."}
    wrens.tell("safety_plan_agreed", "2026-11-19", text="All may come.", excluded=[])
    assert not of(wrens, wrens.lee_brook)


def test_somebody_kept_away_who_is_only_described_is_named_as_described(wrens: Wrens) -> None:
    wrens.tell("person_excluded", "2026-11-19", person="Mum’s cousin Gaz", kept_away_by="safety_plan")
    (gaz,) = [each for each in barred(wrens) if each.name == "Mum’s cousin Gaz"]
    assert gaz.person is None


def test_a_dead_man_is_kept_away_by_nothing(wrens: Wrens) -> None:
    wrens.tell("death_recorded", "2026-11-20", [wrens.lee_stone], person=wrens.lee_stone)
    assert not of(wrens, wrens.lee_stone)


def test_somebody_suspected_of_harm_must_not_have_them_until_that_is_over(wrens: Wrens) -> None:
    said = wrens.tell("suspicion_recorded", "2026-11-19", person=wrens.pat, text="Hit Tia, says the school")
    assert of(wrens, wrens.pat)[0].pill == "Must not have them"
    wrens.tell("suspicion_ended", "2026-11-20", suspicion=said.id, outcome="It was somebody else.")
    assert not of(wrens, wrens.pat)


def test_a_man_found_unsuitable_for_one_child_is_not_offered_for_the_next_until_a_later_assessment(wrens: Wrens) -> None:
    assert of(wrens, wrens.dean)[0].words == "Found not suitable to care for Tia Stone."
    wrens.tell("viability_assessed", "2026-11-20", [wrens.tia], carer=wrens.dean, outcome="more_needed")
    assert not of(wrens, wrens.dean)


def test_somebody_recorded_as_to_stay_away_is_named(wrens: Wrens) -> None:
    people.relate(at=BEFORE, by=None, from_person=wrens.lee_brook, to_person=wrens.noah, kind="no_contact")
    assert of(wrens, wrens.lee_brook)[0].words == "No contact with Noah Brook."


def test_what_is_so_for_one_child_only_says_for_whom(wrens: Wrens) -> None:
    wrens.tell("person_excluded", "2026-11-19", [wrens.tia], person=wrens.lee_brook, kept_away_by="order")
    assert of(wrens, wrens.lee_brook)[0].whom == "Tia Stone"


def test_whoever_only_has_the_same_first_name_is_told_apart_by_a_date_of_birth(wrens: Wrens) -> None:
    (brook,) = night_of(wrens.noah).alike
    assert (brook.name, brook.who) == ("Lee Brook", "Noah and Isla’s father, 34–35, born 1991")


def test_a_man_whom_a_school_describes_and_nobody_knows_is_drawn_as_not_known(wrens: Wrens) -> None:
    rang(wrens, "Noah was quiet.", tonight="At home with mum and a man called Dev who sleeps there", at=EVENING)
    (dev,) = not_known(wrens)
    assert dev.said == "Dev"
    assert dev.words == "At home with mum and a man called Dev who sleeps there"
    assert dev.source == "Larkfield Primary School, Friday 8pm, 6 hours ago"
    assert dev.may_be == "Nobody in the record is known to be this person."


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("Mum’s new boyfriend was there again.", "Mum’s new boyfriend"),
        ("There is a man in the back room.", "A man"),
        ("Her boyfriend shouted.", "Her boyfriend"),
        ("Someone called Kev drives them.", "Kev"),
        ("An unknown male answered the door.", "An unknown male"),
        ("Mum's partner hit her.", "Mum's partner"),
    ],
)
def test_people_are_described_in_many_ways(wrens: Wrens, said: str, called: str) -> None:
    rang(wrens, said, at=EVENING)
    assert [each.said for each in not_known(wrens)] == [called]


@pytest.mark.parametrize(
    "said",
    [
        "The manager was told.",
        "Partner agencies were told.",
        "Carrie Wren came with Noah.",
        "Mum managed well.",
        "He is a kind boy.",
    ],
)
def test_nobody_is_made_up(wrens: Wrens, said: str) -> None:
    rang(wrens, said, at=EVENING)
    assert not_known(wrens) == []


def test_mums_partner_may_be_the_one_who_is_recorded_or_somebody_else(wrens: Wrens) -> None:
    rang(wrens, "Mum’s new boyfriend was there again.", at=EVENING)
    assert not_known(wrens)[0].may_be == "It may be Lee Brook, or somebody else."


def test_a_first_name_that_two_men_have_is_a_question_which(wrens: Wrens) -> None:
    rang(wrens, "Lee came round again. Tia put a chair on the door.", at=EVENING)
    (lee,) = not_known(wrens)
    assert (lee.said, lee.words) == ("Lee", "Lee came round again.")
    assert "Lee Stone" in lee.may_be
    assert "Lee Brook" in lee.may_be
    rang(wrens, "Lee Brook came round again.", at=EVENING + timedelta(hours=1))
    assert [each.source for each in not_known(wrens)] == [lee.source]


def test_somebody_an_entry_names_in_words_stays_until_who_it_is_is_put_right(wrens: Wrens) -> None:
    came = wrens.tell("household_changed", "2026-09-20", joined=["Big Dave"])
    assert [each.said for each in not_known(wrens)] == ["Big Dave"]
    append(
        at=NIGHT,
        by=wrens.sam,
        type="household_changed",
        happened="2026-09-20",
        about=came.about,
        data={"joined": [wrens.dean]},
        corrects=came.id,
        reason="It is Dean Stone",
    )
    assert not_known(wrens) == []


def test_somebody_who_has_left_again_or_is_an_agency_is_nobody_not_known(wrens: Wrens) -> None:
    wrens.tell("household_changed", "2026-09-20", joined=["Big Dave"])
    wrens.tell("household_changed", "2026-09-21", left=["Big Dave"])
    wrens.tell("incident_recorded", "2026-11-19", kind="other", involved=["Northmere Police"], children_present="no")
    assert not_known(wrens) == []
