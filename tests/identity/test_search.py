"""Two in the morning, a police officer at a door, a name half heard. The right child is found, and no two are taken for one."""

from datetime import UTC, datetime

import pytest

from holdfast.identity.person_cards import cards
from holdfast.identity.same_name import SameNames
from holdfast.identity.search import find
from holdfast.kernel.moment import Moment
from holdfast.record import people, read
from holdfast.record.ledger.append import append
from holdfast.vocabulary.world import PersonName

pytestmark = pytest.mark.django_db

EARLIER = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)  # a Monday
AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)  # a Friday
NOW = Moment.live(AT)


def add(
    given: str | None,
    family: str | None,
    born: str | None = None,
    *,
    use: str = "usual",
    also: tuple[str, ...] = (),
    **more: object,
) -> str:
    names = [PersonName(use, given, family), *(PersonName("alias", *alias.split(" ", 1)) for alias in also)]
    return people.add_person(at=EARLIER, by=None, names=names, born=born, **more).pk  # type: ignore[arg-type]


def related(one: str, kind: str, other: str) -> None:
    people.relate(at=EARLIER, by=None, from_person=one, to_person=other, kind=kind)


def found(text: str) -> tuple[str, ...]:
    return find(text, NOW, reader=None).children


@pytest.mark.parametrize(
    "typed",
    [
        "O'Neill",
        "O’Neill",
        "ONeill",
        "O Neill",
        "oneil",
        "Aoife",
        "Aofie O'Niell",
        "neill",
        "Eva Neill",
        "Lukasik",
        "Aoife Łukasik",
        "14/06/2019",
        "aoife 14/06/2019",
    ],
)
def test_a_child_is_found_however_the_name_is_typed_and_by_another_name_or_the_date_of_birth(typed: str) -> None:
    aoife = add("Aoife", "O’Neill-Łukasik", "2019-06-14", also=("Eva Neill",))
    add("Ben", "Carter", "2015-01-01")
    assert found(typed)[:1] == (aoife,)


@pytest.mark.parametrize("typed", ["Zo\u00eb", "Zoe\u0308", "zoe", "ZOË"])
def test_composed_and_decomposed_accents_are_one_name(typed: str) -> None:
    one, two = add("Zo\u00eb", "Reed", "2015-01-01"), add("Zoe\u0308", "Reed", "2016-01-01")
    assert set(found(typed)) == {one, two}


def test_a_turkish_name_is_found_in_plain_letters() -> None:
    child = add("İpek", "Işık", "2015-01-01")
    assert found("ipek isik") == (child,)
    assert found("IPEK ISIK") == (child,)


def test_a_child_is_found_by_the_mothers_name_by_the_street_and_by_both() -> None:
    child = add("Tyler", "Shaw", "2018-03-01")
    mother = add("Kelly", "Nowak", "1988-01-01", address="12 Elm Road, Northmere")
    related(mother, "mother", child)
    for typed in ("Kelly Nowak", "Elm Road", "12 elm rd nowak", "tyler elm"):
        assert child in found(typed), typed


def test_a_child_is_found_by_an_address_that_was_recorded_later_as_an_entry() -> None:
    child = add("Tyler", "Shaw", "2018-03-01")
    append(
        at=EARLIER,
        by=None,
        type="address_changed",
        happened="2026-11-01",
        about=[child],
        data={"person": child, "address": "3 Harbour Street", "confirmed_by": "school"},
    )
    assert found("harbour street") == (child,)
    (card,) = cards([child], find("harbour", NOW, reader=None).world, NOW, reader=None)
    assert card.street == "3 Harbour Street"


def test_the_face_of_the_card_tells_two_children_of_similar_name_apart_and_warns() -> None:
    one, two = add("Chloe", "Shaw", "2018-05-01"), add("Chloë", "Shore", "2012-05-01")
    result = find("chloe shaw", NOW, reader=None)
    assert result.children == (one, two)
    first, second = cards(result.children, result.world, NOW, reader=None)
    assert (first.born, first.age) == ("1 May 2018", "aged 8")
    assert first.school == "not recorded"
    assert "Similar name" in first.beware[0]
    assert "Similar name" in second.beware[0]


def test_two_placeholders_are_never_called_similar() -> None:
    one, two = add("Baby Boy", "Smith", "2026-10-01"), add("Baby Boy", "Smith", "2026-10-02")
    result = find("smith", NOW, reader=None)
    assert set(result.children) == {one, two}
    assert all(not card.beware for card in cards(result.children, result.world, NOW, reader=None))


def test_a_child_with_one_name_and_a_child_with_no_name_do_not_break_the_search() -> None:
    child = add("Suharto", None, "2015-01-01")
    people.add_person(at=EARLIER, by=None)
    assert found("suharto") == (child,)


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "'", "\\", "%", "a'b\"c:*&|!()<->", "\u202e", "O'; DROP TABLE record_person; --", "A" * 5000, "99/99/9999", "🦄"],
)
def test_whatever_is_typed_nothing_breaks(typed: str) -> None:
    add("Ava", "Reed", "2015-01-01")
    assert find(typed, NOW, reader=None).children == ()


def test_an_adult_is_not_shown_as_a_child_but_leads_to_their_children() -> None:
    child, father = add("Mia", "Reed", "2020-01-01"), add("Carl", "Hart", "1990-01-01")
    related(father, "father", child)
    result = find("carl hart", NOW, reader=None)
    assert result.children == (child,)
    assert result.adults == ()


def test_somebody_whose_age_is_not_known_is_taken_to_be_a_child() -> None:
    child = add("Jay", "Ode")
    assert found("jay ode") == (child,)


def test_what_was_recorded_later_is_not_found_at_an_earlier_moment() -> None:
    child = add("Ava", "Reed", "2015-01-01")
    before = Moment.live(datetime(2026, 10, 1, tzinfo=UTC))  # a Thursday
    assert find("ava reed", before, reader=None).children == ()
    assert found("ava reed") == (child,)


def test_a_name_that_was_put_right_is_no_longer_the_one_that_was_wrong() -> None:
    from holdfast.record.models import PersonFact

    child = add("Eva", "Ried", "2015-01-01")
    wrong = PersonFact.objects.get(person=child, kind="name")
    people.state_fact(
        at=AT,
        by=None,
        person=child,
        kind="name",
        value={"use": "usual", "given": "Marek", "family": "Cole"},
        replaces=wrong,
        reason="Typed into the wrong record.",
    )
    assert found("ried") == ()
    assert found("cole") == (child,)


def test_three_fathers_of_one_first_name_are_each_called_by_what_tells_them_apart() -> None:
    chloe, ava = add("Chloe", "Shaw", "2018-05-01"), add("Ava", "Shaw", "2003-05-01")
    one, two, three = (add("Paul", family, "1980-01-01") for family in ("Reed", "Hart", "Cole"))
    related(one, "father", chloe)
    related(two, "father", ava)
    names = SameNames(read.world_of([chloe, ava, one, two, three], (), NOW))
    assert names.called(one) == "Paul Reed (father of Chloe Shaw)"
    assert names.called(two) == "Paul Hart (father of Ava Shaw)"
    assert names.called(three) == "Paul Cole (born 1 Jan 1980)"
    assert names.called(chloe) == "Chloe Shaw"
    (group,) = names.groups()
    assert group.warning.startswith("3 people here have the same or a very similar name: Paul Reed (father of Chloe Shaw)")


@pytest.mark.parametrize(
    "typed",
    [
        "19 May 2017",
        "19th May 2017",
        "19th of May, 2017",
        "May 19, 2017",
        "19/05/2017",
        "19/5/17",
        "19.5.2017",
        "19-5-2017",
        "19052017",
        "19 5 17",
        "2017-05-19",
        "Friday 19 May 2017",
        "Fri 19 May 2017",
        "about 2017",
        "born 19 May 2017",
        "DOB: 19/5/2017",
        "May 2017",
        "born in May 2017",
        "2017-05",
        "5/2017",
        "2017",
        "between 1 May 2017 and 30 Jun 2017",
        "1 May 2017 to 20 May 2017",
        "aged 9",
        "9 years old",
    ],
)
@pytest.mark.parametrize("with_name", ["{}", "marlow {}", "{} Ida", "ida marlow, {}"])
def test_a_birth_is_found_in_every_form_that_a_page_prints_or_a_caller_says_with_a_name_on_either_side(
    typed: str, with_name: str
) -> None:
    ida = add("Ida", "Marlow", "2017-05-19")
    other = add("Una", "Penrose", "2011-05-19")
    result = find(with_name.format(typed), NOW, reader=None)
    assert result.children[:1] == (ida,)
    assert other not in result.children
    assert ida in result.exact
    assert not result.asked.faults


@pytest.mark.parametrize("born", ["2017-05", "2017", {"from": "2017-04-20", "to": "2017-06-02"}, "2017-05-18T23:30:00Z"])
def test_a_birth_that_is_known_only_roughly_is_found_by_a_day_it_may_have_been(born: str) -> None:
    child = add("Ida", "Marlow", born)
    assert found("19 May 2017") == (child,)
    assert found("19 May 2011") == ()


@pytest.mark.parametrize(("typed", "is_found"), [("18/5/2017", False), ("19/5/2017", True), ("20/5/2017", False)])
def test_a_day_is_that_day_and_not_the_one_beside_it(typed: str, is_found: bool) -> None:
    child = add("Ida", "Marlow", "2017-05-19")
    assert found(typed) == ((child,) if is_found else ())


@pytest.mark.parametrize(
    ("born", "is_found"), [("2026-01-21", False), ("2026-01-20", True), ("2025-12-21", True), ("2025-12-20", False)]
)
def test_a_baby_is_found_by_an_age_in_months_as_the_cards_say_it(born: str, is_found: bool) -> None:
    baby = add("Isla", "Marlow", born)
    assert found("marlow 10 months old") == (baby,)
    assert (baby in find("marlow 10 months old", NOW, reader=None).exact) is is_found


def test_an_unborn_child_is_found_by_the_day_they_are_expected() -> None:
    baby, mother = add("Baby", "Marlow", expected="2027-03-02"), add("Ruth", "Marlow", "1990-01-01")
    related(mother, "mother", baby)
    assert found("expected 2 Mar 2027") == (baby,)
    assert found("2/3/27") == (baby,)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 Feb 2017", "“31 Feb 2017” is no date"),
        ("99/99/9999", "“99/99/9999” is no date"),
        ("05/19/2017", "Did you mean 19/5/2017?"),
        ("19 May", "“19 May” has no year"),
        ("943 476 5918", "is no NHS number"),
        ("!!!", "There is no name, date or number"),
    ],
)
def test_a_question_that_cannot_be_read_is_said_and_not_answered_as_nobody(typed: str, said: str) -> None:
    add("Ida", "Marlow", "2017-05-19")
    (fault,) = find(typed, NOW, reader=None).asked.faults
    assert said in fault
    # What else was typed is still looked for.
    with_name = find(f"ida {typed}", NOW, reader=None)
    assert len(with_name.children) == 1


@pytest.mark.parametrize("typed", ["9434765919", "943 476 5919", "943-476-5919", "marlow 943 476 5919", "943 476 5919 ida"])
def test_a_child_is_found_by_their_nhs_number_however_it_is_spaced(typed: str) -> None:
    child = add("Ida", "Marlow", "2017-05-19", nhs_number="9434765919")
    assert found(typed)[:1] == (child,)


def test_nobody_is_found_by_a_number_that_was_put_right() -> None:
    from holdfast.record.models import PersonFact

    child = add("Ida", "Marlow", "2017-05-19", nhs_number="9434765919")
    wrong = PersonFact.objects.get(person=child, kind="nhs_number")
    people.state_fact(
        at=AT, by=None, person=child, kind="nhs_number", value="9434765870", replaces=wrong, reason="Two figures were changed."
    )
    assert found("943 476 5919") == ()
    assert found("943 476 5870") == (child,)


@pytest.mark.parametrize("typed", ["zzyzx", "qqqq", "zzzz", "asdf jkl", "x1x1x1", "0000000000", "1234"])
def test_nonsense_finds_nobody(typed: str) -> None:
    for given, family in (("Zoe", "Shaw"), ("Ida", "Marlow"), ("Zee", "Azizi"), ("Jack", "Quick")):
        add(given, family, "2017-05-19")
    result = find(typed, NOW, reader=None)
    assert (result.children, result.adults) == ((), ())


@pytest.mark.parametrize("typed", ["Chole Shaw", "Clhoe Shaw", "Chloee Shaw", "Chlo Shaw", "Khloe Shaw", "shaw chlo"])
def test_one_slip_of_a_finger_finds_the_child_all_the_same(typed: str) -> None:
    child = add("Chloe", "Shaw", "2018-05-01")
    assert found(typed) == (child,)


def test_whom_the_record_calls_just_so_stands_before_who_is_only_called_like_it() -> None:
    alike = add("Dawne", "Smythe", "2015-01-01")
    exact = add("Dawn", "Smyth", "2012-01-01")
    grown_up = add("Dawn", "Smyth", "1980-01-01")
    result = find("dawn smyth", NOW, reader=None)
    assert result.children == (exact, alike)
    assert result.adults == (grown_up,)
    assert result.exact == {exact, grown_up}


def test_a_mother_asked_for_by_name_and_birth_is_shown_though_her_child_fits_less() -> None:
    child, mother = add("Mia", "Reed", "2020-01-01"), add("Kelly", "Nowak", "1988-03-04")
    related(mother, "mother", child)
    result = find("kelly nowak 4 March 1988", NOW, reader=None)
    assert mother in result.exact
    assert result.adults == (mother,)
    assert find("4/3/1988", NOW, reader=None).adults == (mother,)
    assert find("kelly nowak", NOW, reader=None).adults == ()


def test_a_child_is_found_by_a_grown_up_who_was_recorded_after_the_child_and_by_a_name_stated_later() -> None:
    child = add("Tyler", "Shaw", "2018-03-01")
    aunt = add("Marta", "Nowak", "1988-01-01")
    assert child not in found("tyler nowak")
    related(aunt, "aunt", child)
    assert found("nowak tyler") == (child,)
    people.state_fact(at=AT, by=None, person=aunt, kind="address", value="7 Quarry Lane, NM4 2QT", start="2026-11-01")
    for typed in ("quarry ln", "tyler quarry", "nm42qt", "NM4 2QT", "7 quarry lane tyler"):
        assert child in found(typed), typed


def test_a_common_name_with_a_date_is_found_among_thousands_of_that_name() -> None:
    for n in range(120):
        add("Lee", "Smith", f"19{50 + n % 40}-01-{1 + n % 28:02}")
    child = add("Lee", "Smith", "2017-05-19")
    assert found("lee smith 19 May 2017")[0] == child
    assert found("lee smith")[0] == child  # the youngest first
