"""What a page prints of a person, typed or pasted into the search, finds that person. The pages' own functions print it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from holdfast.identity.ages import age, died_in_words
from holdfast.identity.person_cards import cards
from holdfast.identity.same_name import SameNames, ties
from holdfast.identity.search import find
from holdfast.identity.search_terms import readings, search_terms
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages import date_phrases
from holdfast.record import people
from holdfast.vocabulary.contact_reference import reference, reference_in
from holdfast.vocabulary.stated_facts import dialled
from holdfast.vocabulary.world import PersonName
from tests.sizes import drawn

TODAY = date(2026, 11, 20)  # a Friday
AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
EARLIER = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)  # a Monday
NOW = Moment.live(AT)

DAYS = st.dates(date(1905, 1, 1), TODAY)
BIRTHS = st.one_of(
    DAYS.map(When.day),
    DAYS.map(lambda day: When.parse(f"{day:%Y-%m}")),
    DAYS.map(lambda day: When.parse(f"{day:%Y}")),
    st.tuples(DAYS, DAYS).map(lambda pair: When.between(min(pair), max(pair))),
    st.tuples(DAYS, st.integers(0, 23), st.integers(0, 59)).map(
        lambda said: When.at(datetime(said[0].year, said[0].month, said[0].day, said[1], said[2], tzinfo=UTC))
    ),
)
TODAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))

PRINTED: dict[str, Callable[[When], str]] = {
    "as a fact": lambda born: born.in_words(),
    "in a sentence": lambda born: born.placed(),
    "after “born”": lambda born: f"born {born.in_words()}",
    "about": lambda born: f"born about {born.in_words()}",
    "the day": lambda born: date_phrases.day(born.first),
    "the short day": lambda born: date_phrases.short_day(born.first),
    "the instant": lambda born: date_phrases.instant(born.start),
    "on the child’s page": lambda born: f"born {born.in_words()}; the exact date is not recorded",
    "expected": lambda born: f"not born yet, expected {born.in_words()}",
    "due": lambda born: f"due {born.in_words()}",
}


@pytest.mark.parametrize("how", sorted(PRINTED))
@drawn("dates and ages printed")
@given(born=BIRTHS, with_name=st.sampled_from(["{}", "Ida Marlow, {}", "{} Marlow, Ida"]))
def test_every_form_of_a_date_that_a_page_prints_is_read_as_that_date(how: str, born: When, with_name: str) -> None:
    asked = search_terms(with_name.format(PRINTED[how](born)), TODAY)
    assert asked.faults == ()
    assert sorted(asked.words) == ([] if with_name == "{}" else ["ida", "marlow"])
    assert [day for day in asked.born if day.first <= born.last and born.first <= day.last] == list(asked.born) != []


def _card(born: When, today: date) -> str:
    return f"Born {born.in_words()}, {age(born, today).words}"


def _drawing(born: When, today: date) -> str:
    return f"Ida Marlow, {age(born, today).short}"


AGES: dict[str, Callable[[When, date], str]] = {
    "in words": lambda born, today: age(born, today).words,
    "in short, after a name": _drawing,
    "on a card": _card,
    "in short, in brackets": lambda born, today: f"Ida Marlow ({age(born, today).short})",
}


@pytest.mark.parametrize("how", sorted(AGES))
@drawn("dates and ages printed")
@given(born=BIRTHS, today=TODAYS)
@example(born=When.day(date(2024, 2, 29)), today=date(2025, 2, 28))
@example(born=When.day(date(2023, 2, 28)), today=date(2024, 2, 29))
@example(born=When.day(date(2025, 12, 31)), today=date(2026, 2, 28))
def test_every_form_of_an_age_that_a_page_prints_is_read_as_the_days_on_which_somebody_of_that_age_was_born(
    how: str, born: When, today: date
) -> None:
    if not age(born, today).known:
        return
    asked = search_terms(AGES[how](born, today), today)
    assert asked.faults == ()
    assert set(asked.words) <= {"ida", "marlow"}
    assert [day for day in asked.born if day.first <= born.last and born.first <= day.last] == list(asked.born) != []


@drawn("dates and ages printed")
@given(born=DAYS, lived=st.integers(0, 40_000))
def test_somebody_who_died_is_found_by_how_old_they_were_then_and_not_by_the_day_of_it(born: date, lived: int) -> None:
    died = min(born + timedelta(days=lived), TODAY)
    printed = died_in_words(When.day(died), age(When.day(born), TODAY, When.day(died)))
    asked = search_terms(f"Ida Marlow, {printed}", TODAY)
    assert asked.words == ("ida", "marlow")
    assert any(day.first <= born <= day.last for day in asked.born)
    assert all(day.last <= died for day in asked.born)


@pytest.mark.parametrize(
    ("typed", "words", "born"),
    [
        ("Fri 19 May 2017", (), When.parse("2017-05-19")),
        ("Sun 10 Jun 2018", (), When.parse("2018-06-10")),
        ("Isla Marlow, 20 Jan 2026, 10 months old", ("isla", "marlow"), When.parse("2026-01-20")),
        ("born 20 Jan 2026, 9 months old", (), When.parse("2026-01-20")),
        ("10 months old", (), When.between(date(2025, 12, 21), date(2026, 1, 20))),
        ("Lee Brook, 34–35", ("lee", "brook"), When.between(date(1990, 11, 21), date(1992, 11, 20))),
        ("Lee Brook, 34-35", ("lee", "brook"), When.between(date(1990, 11, 21), date(1992, 11, 20))),
        ("Isla Brook, 7m", ("isla", "brook"), When.between(date(2026, 3, 21), date(2026, 4, 20))),
        ("Noah Brook, 8", ("noah", "brook"), When.between(date(2017, 11, 21), date(2018, 11, 20))),
        ("8 or 9 years old", (), When.between(date(2016, 11, 21), date(2018, 11, 20))),
        ("2017, aged 9", (), When.between(date(2017, 1, 1), date(2017, 11, 20))),
        ("born about 2018", (), When.parse("2018")),
        ("about 2016", (), When.parse("2016")),
        ("between 1 Sep and 31 Oct 2019", (), When.between(date(2019, 9, 1), date(2019, 10, 31))),
    ],
)
def test_what_the_pages_print_of_somebody_is_read_back_as_it_was_meant(typed: str, words: tuple[str, ...], born: When) -> None:
    asked = search_terms(typed, TODAY)
    assert (asked.words, [(day.first, day.last) for day in asked.born]) == (words, [(born.first, born.last)])
    assert asked.faults == ()


@pytest.mark.parametrize(
    "typed", ["34-35 High Street", "4 Quay Row", "Flat 3, 12 Elm Road", "12 Elm Road, NM4 2QT", "Recorded Fri 17 Oct 2025"]
)
def test_a_house_and_the_day_of_something_else_are_no_birth(typed: str) -> None:
    assert search_terms(typed, TODAY).born == ()


CODE = reference("01a22d36-b962-717b-a025-5df1bd1c6d4c")


@pytest.mark.parametrize(
    "printed",
    [
        "{}",
        "ref {}",
        "Ref. {}",
        "Reference {}",
        "reference: {}",
        "Concern {}",
        "Your reference {}.",
        "Tia Stone, ref {}",
        "say {}",
    ],
)
@pytest.mark.parametrize("spelt", [str, str.lower, lambda code: code.replace("-", " "), lambda code: code.replace("-", "")])
def test_a_reference_is_read_whatever_a_page_prints_before_it(printed: str, spelt: Callable[[str], str]) -> None:
    typed = printed.format(spelt(CODE))
    assert reference_in(typed) == CODE
    assert [fault for fault in search_terms(typed, TODAY).faults if f"has the reference {CODE}." in fault]
    assert search_terms(typed, TODAY).words == (("tia", "stone") if "Tia" in typed else ("say",) if "say" in typed else ())


@pytest.mark.parametrize("typed", ["hf", "HF-7K3M", "Hfern Abcdefgh", "Mary-Jane"])
def test_a_name_is_no_reference(typed: str) -> None:
    assert reference_in(typed) is None


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("01632 960 777", "01632960777"),
        ("+44 1632 960777", "01632960777"),
        ("+44 (0)1632 960777", "01632960777"),
        ("(+44) 1632-960-777", "01632960777"),
        ("0044 1632 960777", "01632960777"),
        ("44 1632 960777", "01632960777"),
        ("01632 960 777 ext. 12", "01632960777"),
        ("+353 1 234 5678", "+35312345678"),
        ("00353 1 234 5678", "+35312345678"),
        ("943 476 5919", "9434765919"),
        ("449 476 5919", "4494765919"),
    ],
)
def test_a_number_has_one_form_however_it_is_written(said: str, form: str) -> None:
    assert dialled(said) == form
    assert search_terms(f"Ida Marlow {said.partition(' ext')[0]}", TODAY).numbers == (form,)


@pytest.mark.parametrize("label", ["tel {}", "Telephone: {}", "mobile {}", "NHS number 9434765919", "NHS no. 943 476 5919"])
def test_what_stands_before_a_number_is_no_name(label: str) -> None:
    assert search_terms(label.format("01632 960 777"), TODAY).words == ()


@pytest.fixture
def family(db: None) -> dict[str, str]:
    """The Brooks, another child of the name, and a grandmother."""
    born = {"noah": "2018-06-10", "tia": "2015-03-02", "other": "2012-01-01", "carrie": "1990", "lee": "1991-12"}
    names = {"noah": "Noah Brook", "tia": "Tia Stone", "other": "Noah Penn", "carrie": "Carrie Wren", "lee": "Lee Brook"}
    names |= {"joy": "Joy Wren", "sam": "Sam Poole"}
    ids = {key: people.add_person(at=EARLIER, by=None, names=[_name(name)], born=born.get(key)).pk for key, name in names.items()}
    kin = [("carrie", "mother", "noah"), ("carrie", "mother", "tia"), ("lee", "father", "noah"), ("joy", "mother", "carrie")]
    kin += [("joy", "maternal_grandmother", "noah")]
    for one, kind, other in kin:
        people.relate(at=EARLIER, by=None, from_person=ids[one], to_person=ids[other], kind=kind)
    people.relate(at=EARLIER, by=None, from_person=ids["sam"], to_person=ids["tia"], kind="stepfather", end="2018")
    people.state_fact(at=EARLIER, by=None, person=ids["carrie"], kind="address", value="4 Quay Row, Northmere")
    return ids


def _name(name: str) -> PersonName:
    given, _, last = name.partition(" ")
    return PersonName("usual", given, last)


def found(typed: str) -> tuple[str, ...]:
    result = find(typed, NOW, reader=None)
    return (*result.children, *result.adults)


def test_everything_that_a_card_prints_finds_the_child_it_is_of(family: dict[str, str]) -> None:
    for child in (family["noah"], family["tia"]):
        world = (
            find("brook stone wren", NOW, reader=None).world
            if child not in find("brook", NOW, reader=None).world.people
            else find("brook", NOW, reader=None).world
        )
        (card,) = cards([child], find(world.people[child].name, NOW, reader=None).world, NOW, reader=None)
        born = f"Born {card.born}, {card.age}"
        for printed in (card.name, born, f"{card.name}, {born}", card.street, *card.parents, *card.also):
            assert child in found(printed), printed
            assert child in found(f"{card.name} {printed}"), printed


def test_somebody_as_they_are_told_from_another_of_their_name_leads_to_the_child(family: dict[str, str]) -> None:
    people.add_person(at=EARLIER, by=None, names=[_name("Carrie Hart")], born="1980-01-01")
    world = find("wren", NOW, reader=None).world
    names = SameNames(world)
    for typed in (*ties(world.relationships, family["carrie"], world.people), "Carrie Wren (mother of Noah Brook and Tia Stone)"):
        assert family["noah"] in found(f"Carrie Wren ({typed})"), typed
    assert family["tia"] in found("Carrie Wren, born 1990: parent or carer of Tia Stone")
    assert names.called(family["noah"])
    assert family["tia"] in found("Stepfather until 2018: Sam Poole")


@pytest.mark.parametrize(
    ("typed", "whose", "who"),
    [
        ("Noah's mum", "noah", "carrie"),
        ("Noah’s mum", "noah", "carrie"),
        ("mum of Noah", "noah", "carrie"),
        ("the mother of Noah Brook", "noah", "carrie"),
        ("what is the number of the mother of Noah", "noah", "carrie"),
        ("Tia's father", "tia", "sam"),
        ("Who is Noah Brook's dad?", "noah", "lee"),
        ("Tia's stepfather", "tia", "sam"),
        ("Noah's gran", "noah", "joy"),
        ("Noah's maternal grandmother", "noah", "joy"),
        ("Noah's parents", "noah", "lee"),
        ("Noah's mum 10 Jun 2018", "noah", "carrie"),
    ],
)
def test_somebody_asked_for_by_whose_they_are_is_shown_with_that_child(
    family: dict[str, str], typed: str, whose: str, who: str
) -> None:
    result = find(typed, NOW, reader=None)
    assert family[whose] in result.children
    assert family[who] in result.adults
    assert " of “" in result.asked.in_words()


def test_a_mother_is_no_grandmother_and_the_mother_of_another_is_not_shown(family: dict[str, str]) -> None:
    assert find("Noah Brook's mum", NOW, reader=None).adults == (family["carrie"],)
    assert find("Noah's gran", NOW, reader=None).adults == (family["joy"],)
    # Whose mother's name is Wren is not called Wren: the mothers of those who are.
    assert find("Wren's mum", NOW, reader=None).adults[0] == family["joy"]


@pytest.mark.parametrize("typed", ["Noah Penn's father", "Tia's brother", "Noah's mum's boyfriend", "friend of Tia"])
def test_kin_whom_nobody_has_recorded_is_said_and_the_child_is_shown(family: dict[str, str], typed: str) -> None:
    result = find(typed, NOW, reader=None)
    assert result.children
    assert "Open the child’s page to see the family." in result.asked.faults[-1]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("a man called Lee", "noah"),
        ("Mrs Wren", "noah"),
        ("boy called Noah Brook", "noah"),
        ("child at 4 Quay Row", "noah"),
        ("Carrie Wren's children", "tia"),
        ("noahs mum", "noah"),
    ],
)
def test_the_small_words_of_a_question_keep_nobody_from_being_found(family: dict[str, str], typed: str, who: str) -> None:
    assert family[who] in found(typed)


@pytest.mark.parametrize(
    "typed", ["where is my dog", "Who is on duty?", "how do I ring the school", "61 days ago", "boy with red hair"]
)
def test_a_question_that_is_not_understood_is_said_with_what_to_type(family: dict[str, str], typed: str) -> None:
    result = find(typed, NOW, reader=None)
    assert (result.children, result.adults) == ((), ())
    (fault,) = result.asked.faults
    assert "Type a name, a street, a date of birth, or a telephone or NHS number" in fault
    assert result.asked.words == ()


@pytest.mark.parametrize(
    "typed", ["age not known", "not yet born", "Name not known", "not recorded", "a child whose name is not known"]
)
def test_what_a_page_prints_where_nothing_is_known_is_nobodys_name(family: dict[str, str], typed: str) -> None:
    (fault,) = find(typed, NOW, reader=None).asked.faults
    assert "is what a page says where nothing is known" in fault


@pytest.mark.parametrize("name", ["An Nguyen", "My Phan", "Will Friend", "Nan Child", "May June", "Mum Baby"])
@pytest.mark.django_db
def test_somebody_who_is_called_by_a_small_word_is_found_by_it(name: str) -> None:
    child = people.add_person(at=EARLIER, by=None, names=[_name(name)], born="2018-01-01").pk
    assert found(name)[:1] == (child,)
    assert len(readings(name, TODAY)[0].words) == 2
