"""Green means checked within twelve weeks, agreed by the carer, reachable and not excluded. Each missing one says its word."""

from datetime import UTC, date, datetime, timedelta

import pytest

from holdfast.pages.tonight.presenters.carer_options import PossibleCarer
from holdfast.record import people
from holdfast.vocabulary.world import PersonName
from tests.pages.household import BEFORE, NIGHT, Wrens
from tests.pages.tonight.conftest import home, night_of, take_back, telephone


def carer(wrens: Wrens, person: str, child: str | None = None, at: datetime = NIGHT) -> PossibleCarer | None:
    found = [each for each in night_of(child or wrens.noah, at).take.people if each.person == person]
    return found[0] if found else None


def joy(wrens: Wrens, at: datetime = NIGHT) -> PossibleCarer:
    found = carer(wrens, wrens.joy, at=at)
    assert found is not None
    return found


def test_an_aunt_who_is_checked_agreed_and_can_be_rung_is_a_yes_with_her_number_and_address(wrens: Wrens) -> None:
    found = joy(wrens)
    assert (found.standing, found.pill) == ("yes", "Yes: checked, agreed, can be reached")
    assert [(number.said, number.dial) for number in found.numbers] == [("01632 960 141", "01632960141")]
    assert found.address == "9 Mill Lane, Northmere"
    assert found.whom == "All three"


def test_what_was_checked_and_what_she_said_stand_under_it_with_who_and_when(wrens: Wrens) -> None:
    facts = joy(wrens).facts
    assert facts[0] == "Suitable: assessed 20 October by Sam Poole. It covered police, health, home visit."
    assert facts[1] == "Agreed Tuesday, 4 days ago (Priya Nair). She has a key and a cot for Isla."


@pytest.mark.parametrize(("weeks", "days", "standing"), [(12, -1, "yes"), (12, 0, "yes"), (12, 1, "some")])
def test_a_check_counts_for_twelve_weeks_and_not_a_day_longer(wrens: Wrens, weeks: int, days: int, standing: str) -> None:
    checked = datetime(2026, 10, 20, 2, tzinfo=UTC)
    found = joy(wrens, at=checked + timedelta(weeks=weeks, days=days))
    assert found.standing == standing
    assert ("weeks old" in found.pill) == (standing == "some")


def test_a_check_of_which_only_the_month_is_known_counts_while_it_certainly_holds(wrens: Wrens) -> None:
    wrens.tell("viability_assessed", "2026-11", carer=wrens.joy, outcome="suitable", at=datetime(2026, 11, 20, tzinfo=UTC))
    certain, doubtful = datetime(2027, 1, 24, 2, tzinfo=UTC), datetime(2027, 1, 25, 2, tzinfo=UTC)
    assert joy(wrens, at=certain).standing == "yes"
    assert "the day of the check is not known" in joy(wrens, at=doubtful).pill


@pytest.mark.parametrize(
    ("check_by", "standing"),
    [(date(2026, 11, 20), "some"), (date(2026, 11, 21), "yes"), (date(2026, 11, 22), "yes"), (None, "some")],
)
def test_a_number_is_relied_on_until_the_day_by_which_to_check_it_and_not_a_day_longer(
    wrens: Wrens, check_by: date | None, standing: str
) -> None:
    # What came from a file without a day has one by when it was first known.
    ready(wrens, wrens.pat)
    telephone(wrens.pat, "01632 960 143", check_by=check_by)
    found = carer(wrens, wrens.pat)
    assert found is not None
    assert found.standing == standing
    if standing == "some":
        by = check_by or date(2026, 1, 9)
        assert found.pill == f"In part: checked and agreed, but the number was to be checked by {by.day} {by:%B %Y}"
        assert found.numbers[0].note == f"Was to be checked by {by:%a} {by.day} {by:%b %Y}"


def test_one_number_that_was_checked_is_enough_and_stands_first(wrens: Wrens) -> None:
    ready(wrens, wrens.pat)
    telephone(wrens.pat, "01632 960 143", check_by=date(2026, 1, 9))
    telephone(wrens.pat, "01632 960 144", detail={"whose": "her neighbour"})
    found = carer(wrens, wrens.pat)
    assert found is not None
    assert found.standing == "yes"
    assert [(each.said, each.note) for each in found.numbers] == [
        ("01632 960 144", "Her neighbour"),
        ("01632 960 143", "Was to be checked by Fri 9 Jan 2026"),
    ]


def test_an_address_that_nobody_checked_in_time_says_so_beside_it(wrens: Wrens) -> None:
    ready(wrens, wrens.pat)
    found = carer(wrens, wrens.pat)
    assert found is not None
    assert found.address.startswith("9 Mill Bank, NM3 2BB (was to be checked by ")


GREEN = ("checked", "agreed", "number", "address", "kept away")


@pytest.mark.parametrize("without", [None, *GREEN])
def test_green_is_all_of_it_and_without_any_one_it_is_not_green_and_says_which(wrens: Wrens, without: str | None) -> None:
    words = {"checked": "not checked", "agreed": "nobody has recorded that she agreed", "number": "we cannot reach her"}
    words |= {"address": "no address is recorded", "kept away": "ask if bail conditions still keeps her away"}
    if without != "checked":
        wrens.tell("viability_assessed", "2026-11-10", carer=wrens.pat, outcome="suitable")
    if without != "agreed":
        wrens.tell("carer_answered", "2026-11-10", carer=wrens.pat, answer="yes")
    if without != "number":
        telephone(wrens.pat, "01632 960 143")
    if without != "address":
        home(wrens.pat, "9 Mill Bank, NM3 2BB")
    if without == "kept away":
        wrens.tell("person_excluded", "2026-11-10", person=wrens.pat, kept_away_by="bail", until="2026-11-19")
    found = carer(wrens, wrens.pat)
    assert found is not None
    if without is None:
        assert found.standing == "yes"
        return
    assert found.standing != "yes"
    expected = "only in part checked" if without == "checked" else words[without]
    assert expected in found.pill


def ready(wrens: Wrens, person: str) -> None:
    """Checked and agreed, with an address, and no number yet."""
    wrens.tell("viability_assessed", "2026-11-10", carer=person, outcome="suitable")
    wrens.tell("carer_answered", "2026-11-10", carer=person, answer="yes")
    home(person, "9 Mill Bank, NM3 2BB")


def test_agreed_but_without_a_telephone_is_in_part_and_says_so(wrens: Wrens) -> None:
    wrens.tell("viability_assessed", "2026-11-10", carer=wrens.pat, outcome="suitable")
    wrens.tell("carer_answered", "2026-11-10", carer=wrens.pat, answer="yes")
    found = carer(wrens, wrens.pat)
    assert found is not None
    assert found.pill == "In part: checked and agreed, but we cannot reach her"
    assert found.cannot_reach == "No telephone and no address are recorded."
    telephone(wrens.pat, "01632 960 143")
    with_number = carer(wrens, wrens.pat)
    assert with_number is not None
    assert with_number.pill == "In part: checked and agreed, but no address is recorded"
    home(wrens.pat, "9 Mill Bank, NM3 2BB")
    whole = carer(wrens, wrens.pat)
    assert whole is not None
    assert whole.standing == "yes"


def test_a_plan_that_names_somebody_is_not_their_word(wrens: Wrens) -> None:
    wrens.tell("viability_assessed", "2026-11-10", carer=wrens.pat, outcome="suitable")
    wrens.tell("contingency_agreed", "2026-11-11", carers=[wrens.joy, wrens.pat], child_asked=True)
    telephone(wrens.pat, "01632 960 143")
    home(wrens.pat, "9 Mill Bank, NM3 2BB")
    before = carer(wrens, wrens.pat)
    assert before is not None
    assert before.pill == "In part: checked and can be reached, but nobody has recorded that she agreed"
    wrens.tell("contingency_agreed", "2026-11-12", carers=[wrens.joy, wrens.pat], agreed_with=[wrens.pat])
    after = carer(wrens, wrens.pat)
    assert after is not None
    assert after.standing == "yes"
    # A newer plan without her takes her word back with the plan it was given for.
    wrens.tell("contingency_agreed", "2026-11-13", carers=[wrens.joy])
    without = carer(wrens, wrens.pat)
    assert without is not None
    assert without.standing == "some"


def test_agreement_that_was_taken_back_is_no_agreement(wrens: Wrens) -> None:
    wrens.tell("carer_answered", "2026-11-20", carer=wrens.joy, answer="no", text="She starts nights on Friday.")
    found = joy(wrens)
    assert found.pill == "In part: checked and can be reached, but she said no when somebody asked her"
    assert any("She starts nights on Friday." in fact for fact in found.facts)


def test_a_withdrawn_no_leaves_the_earlier_yes(wrens: Wrens) -> None:
    said = wrens.tell("carer_answered", "2026-11-20", carer=wrens.joy, answer="no")
    take_back(wrens, said)
    assert joy(wrens).standing == "yes"


def test_by_day_only_is_said(wrens: Wrens) -> None:
    wrens.tell("carer_answered", "2026-11-20", carer=wrens.joy, answer="by_day")
    assert joy(wrens).pill == "In part: checked and can be reached, but by day only"


def test_police_alone_is_a_check_in_part(wrens: Wrens) -> None:
    found = carer(wrens, wrens.pat)
    assert found is not None
    assert found.pill.startswith("In part: only in part checked")
    assert "police done, health not recorded, sleeping place seen: not recorded" in found.facts[0]


def test_something_that_happened_since_the_check_opens_it_again(wrens: Wrens) -> None:
    wrens.tell("incident_recorded", "2026-11-19", kind="arrest", involved=[wrens.joy], children_present="no")
    assert "something has happened since the check" in joy(wrens).pill


def test_a_check_for_one_child_is_not_taken_for_the_next(wrens: Wrens) -> None:
    wrens.tell("viability_assessed", "2026-11-18", [wrens.tia], carer=wrens.joy, outcome="suitable")
    found = joy(wrens)
    assert "checked for Tia Stone only" in found.pill
    hers = carer(wrens, wrens.joy, child=wrens.tia)
    assert hers is not None
    assert hers.standing == "yes"


def test_an_assessment_that_wants_more_is_not_outdone_by_a_police_check(wrens: Wrens) -> None:
    wrens.tell("viability_assessed", "2026-11-18", carer=wrens.joy, outcome="more_needed")
    wrens.tell(
        "safety_check_completed", "2026-11-19", carer=wrens.joy, police=True, health=True, sleeping_place=True, outcome="Fine."
    )
    assert "more has to be found out" in joy(wrens).pill


def test_whoever_died_takes_nobody(wrens: Wrens) -> None:
    wrens.tell("death_recorded", "2026-11-20", [wrens.joy], person=wrens.joy)
    assert carer(wrens, wrens.joy) is None


def test_whoever_bail_keeps_away_is_left_out_though_checked_and_agreed(wrens: Wrens) -> None:
    wrens.tell("person_excluded", "2026-11-19", person=wrens.joy, kept_away_by="bail")
    page = night_of(wrens.noah)
    assert carer(wrens, wrens.joy) is None
    assert "Joy Wren" in page.take.never


def test_bail_that_has_run_out_without_a_word_leaves_a_question_and_no_green(wrens: Wrens) -> None:
    wrens.tell("person_excluded", "2026-11-10", person=wrens.joy, kept_away_by="bail", until="2026-11-19")
    assert "ask if bail conditions still keeps her away" in joy(wrens).pill


def test_a_home_where_somebody_lives_who_must_stay_away_is_no_yes(wrens: Wrens) -> None:
    home(wrens.lee_stone, "9 Mill Lane, Northmere")
    assert "Lee Stone is recorded at the same address" in joy(wrens).pill


def test_a_neighbour_whom_the_plan_names_in_words_is_shown_as_not_checked(wrens: Wrens) -> None:
    wrens.tell("contingency_agreed", "2026-11-11", carers=[wrens.joy, "Mrs Hall next door"])
    (found,) = [each for each in night_of(wrens.noah).take.people if each.name == "Mrs Hall next door"]
    assert found.standing == "some"
    assert "we cannot reach them" in found.pill


def test_whoever_lives_there_and_whoever_must_not_have_them_are_left_out_by_name(wrens: Wrens) -> None:
    take = night_of(wrens.noah).take
    assert take.at_home == "Carrie Wren and Lee Brook"
    assert take.never == "Lee Stone and Dean Stone"


def test_a_relative_nobody_asked_is_shown_as_not_asked(wrens: Wrens) -> None:
    otto = people.add_person(at=BEFORE, by=None, names=[PersonName("usual", "Otto", "Wren")], born="1970-01-01", sex="M").pk
    people.relate(at=BEFORE, by=None, from_person=otto, to_person=wrens.noah, kind="uncle")
    found = carer(wrens, otto)
    assert found is not None
    assert (found.standing, found.pill, found.who) == ("ask", "Not asked", "Noah’s uncle, 56")
