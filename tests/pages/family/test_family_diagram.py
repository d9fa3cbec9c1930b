"""The family picture read from the record: nothing is guessed, and what nobody recorded has a place of its own."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from holdfast.genogram.model import GenogramFamily
from holdfast.genogram.svg import genogram
from holdfast.genogram.text_alternative import in_words
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.family.presenters.family_diagram import family_of
from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.world import KnownPerson, KnownRelationship, PersonName, World
from tests.genogram.test_layout import assert_nothing_hides_anything, assert_says_everything, lay_out

DAY = date(2019, 11, 29)  # a Friday
NOW = Moment.at_end_of(DAY)
CHILDREN = ("ava", "lucas", "harper", "chloe")


def person(id: str, given: str, born: str | None = None, sex: str | None = None, expected: str | None = None) -> KnownPerson:
    return KnownPerson(
        id,
        (PersonName("usual", given, None),),
        When.parse(born) if born else None,
        sex,
        None,
        When.parse(expected) if expected else None,
    )


def world(people: list[KnownPerson], *links: KnownRelationship) -> World:
    return World({}, {}, {each.id: each for each in people}, links, ())


@pytest.fixture(scope="module")
def review() -> World:
    return read_case((Path(settings.PROJECT) / "cases" / "review.json").read_bytes())


def test_the_reviews_family_is_drawn_whole(review: World) -> None:
    family = family_of(review, CHILDREN, NOW)
    assert_nothing_hides_anything(lay_out(family))
    assert_says_everything(family)
    assert {m.key for m in family.members if m.subject} == set(CHILDREN)


def test_nobody_guesses_whose_father_the_other_two_fathers_are(review: World) -> None:
    family = family_of(review, CHILDREN, NOW)
    unknown = [m for m in family.members if m.stands_for_unknown]
    assert ("Father of Ava and Lucas", "Not recorded whether one father or several") in [m.says for m in unknown]
    assert not [p for p in family.parenthoods if p.parent in ("father-2", "father-3")]
    assert "How these people are related has not been recorded" in genogram(family)


def test_the_father_of_two_is_the_stepfather_of_the_others_by_the_line_to_their_mother(review: World) -> None:
    family = family_of(review, CHILDREN, NOW)
    (father,) = [m for m in family.members if m.key == "father"]
    assert father.says == ("Father of Harper and Chloe", "Stepfather of Ava and Lucas")
    assert "Father is the stepfather of Ava, parental responsibility not recorded." in _said(family)


def test_ages_are_ranges_where_births_are(review: World) -> None:
    inside = {m.key: m.inside for m in family_of(review, CHILDREN, NOW).members}
    assert (inside["ava"], inside["mother"], inside["aunt"]) == ("15–16", "33–34", "?")


def test_a_child_is_not_in_the_picture_before_they_were_born(review: World) -> None:
    before = family_of(review, ("ava", "lucas"), Moment.at_end_of(date(2016, 6, 1)))  # a Wednesday
    assert "chloe" not in {m.key for m in before.members}


def test_an_unborn_child_is_a_triangle_with_the_day_expected() -> None:
    family = family_of(
        world([person("m", "Mum", sex="F"), person("u", "Baby", expected="2020-02-20")], link("m", "mother", "u")), ("u",), NOW
    )
    (unborn,) = [m for m in family.members if m.key == "u"]
    assert (unborn.unborn, unborn.due, unborn.inside) == (True, "due 20 Feb 2020", "")


def test_a_marriage_that_ended_says_when_and_a_later_end_is_not_told_before_its_time() -> None:
    ended = KnownRelationship("h", "w", "married", None, When.parse("2010"), When.parse("2016"))
    people = [person("h", "Hal", "1980", "M"), person("w", "Win", "1981", "F")]
    (couple,) = family_of(world(people, ended), ("h",), NOW).couples
    assert (couple.ended, couple.note) == ("ended", "m. 2010, ended 2016")
    (couple,) = family_of(world(people, ended), ("h",), Moment.at_end_of(date(2012, 1, 2))).couples  # a Monday
    assert (couple.ended, couple.note) == (None, "m. 2010")


def test_parental_responsibility_is_said_or_said_to_be_unknown() -> None:
    links = (link("m", "mother", "k", True), link("f", "father", "k", False), link("s", "stepfather", "k"))
    people = [person("m", "Mum"), person("f", "Dad"), person("s", "Stan"), person("k", "Kit", "2015")]
    said = _said(family_of(world(people, *links), ("k",), NOW))
    assert "Mum is the mother of Kit, with parental responsibility." in said
    assert "Dad is the father of Kit, without parental responsibility." in said
    assert "Stan is the stepfather of Kit, parental responsibility not recorded." in said


def test_an_order_to_stay_away_is_not_drawn_as_a_family_tie() -> None:
    people = [person("m", "Mum"), person("x", "Rex"), person("k", "Kit", "2015")]
    family = family_of(world(people, link("m", "mother", "k"), link("x", "no_contact", "k")), ("k",), NOW)
    assert not any("contact" in each.words for each in family.links)


def test_a_name_two_people_have_is_never_said_alone() -> None:
    people = [person("p1", "Paul"), person("p2", "Paul"), person("a", "Ava", "2010"), person("c", "Chloe", "2018")]
    said = _said(family_of(world(people, link("p1", "father", "a"), link("p2", "father", "c")), ("a", "c"), NOW))
    assert "Paul (father of Ava) is the father of Ava, parental responsibility not recorded." in said
    assert not any(sentence.startswith("Paul is") for sentence in said)


def link(one: str, kind: str, other: str, responsible: bool | None = None) -> KnownRelationship:
    return KnownRelationship(one, other, kind, responsible)


def _said(family: GenogramFamily) -> set[str]:
    return {sentence for each in in_words(family).people for sentence in each.relationships}
