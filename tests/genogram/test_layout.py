"""A genogram is read at night by somebody who has never met the family. Nothing may hide behind anything else."""

from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given

from holdfast.genogram.layout import Picture, lay_out
from holdfast.genogram.model import GenogramFamily, GenogramMember, Home
from holdfast.genogram.svg import draw, genogram
from holdfast.genogram.text_alternative import in_words
from tests.genogram.families import couple, families, large, member, parent, three_fathers
from tests.sizes import drawn

SVG = "{http://www.w3.org/2000/svg}"


def boxes(picture: Picture) -> list[tuple[str, object]]:
    found = [(f"symbol of {p.member.key}", p.symbol) for p in picture.people]
    found += [(f"label of {p.member.key}", p.words) for p in picture.people if p.label.width]
    found += [(f"tag {o.tag.text}", o.tag.box) for o in picture.outlines if o.tag.text]
    found += [(f"words {n.text}", n.box) for n in picture.notes if n.kind in ("caption", "words")]
    return found


def assert_nothing_hides_anything(picture: Picture) -> None:
    for (one, a), (other, b) in combinations(boxes(picture), 2):
        assert not a.overlaps(b), f"{one} lies over {other}"
    for name, box in boxes(picture):
        assert box.left >= 0 and box.top >= 0, f"{name} falls off the picture"
        assert box.right <= picture.width and box.bottom <= picture.height, f"{name} falls off the picture"
    people = [box for name, box in boxes(picture) if name.startswith(("symbol", "label"))]
    for note in picture.notes:
        assert not any(note.box.overlaps(box) for box in people), f"“{note.text}” lies over a person"


def shown_in(svg: str) -> tuple[set[str], set[str]]:
    root = ElementTree.fromstring(svg)
    people = {element.get("data-person") for element in root.iter() if element.get("data-person")}
    links = {key for element in root.iter() for key in (element.get("data-shows") or "").split()}
    return people, links


def assert_says_everything(family: GenogramFamily) -> None:
    people, links = shown_in(genogram(family))
    assert people == {m.key for m in family.members}
    assert links == {link.key for link in family.links}
    words = in_words(family)
    assert {p.key for p in words.people} == {m.key for m in family.members if not m.stands_for_unknown}
    said = {sentence for person in words.people for sentence in person.relationships}
    assert said == {link.words for link in family.links}


@drawn("families drawn", suppress_health_check=[HealthCheck.too_slow])
@given(families())
def test_in_any_family_no_symbol_or_name_lies_over_another(family: GenogramFamily) -> None:
    assert_nothing_hides_anything(lay_out(family))


@drawn("families drawn", suppress_health_check=[HealthCheck.too_slow])
@given(families())
def test_in_any_family_every_person_and_every_relationship_is_in_the_picture_and_in_the_words(family: GenogramFamily) -> None:
    assert_says_everything(family)


@drawn("families drawn")
@given(families(most=8))
def test_the_same_family_is_always_drawn_the_same_way(family: GenogramFamily) -> None:
    assert genogram(family) == genogram(family)


def test_three_fathers_of_one_first_name_stand_apart_each_with_what_tells_him_from_the_others() -> None:
    family = three_fathers()
    assert_nothing_hides_anything(lay_out(family))
    assert_says_everything(family)
    fathers = [p for p in lay_out(family).people if p.member.name == "Father"]
    assert len(fathers) == 3
    assert all(p.label.says for p in fathers)
    assert genogram(family).count(">Father of Harper and") == 1


def test_forty_people_are_drawn_and_nobody_hides_anybody() -> None:
    family = large(12)
    assert len(family.members) == 38
    picture = lay_out(family)
    assert_nothing_hides_anything(picture)
    assert_says_everything(family)


def test_brothers_and_sisters_stand_eldest_first() -> None:
    family = large(12, generations=2)
    row = sorted((p for p in lay_out(family).people if p.member.key.startswith("c")), key=lambda p: p.x)
    assert [p.member.key for p in row] == [f"c{n}" for n in range(12)]


def test_a_family_with_no_relationships_recorded_says_so() -> None:
    family = GenogramFamily((member("a", "Ava", subject=True), member("b", "Ben"), member("c", "Cy")))
    assert_nothing_hides_anything(lay_out(family))
    assert "How these people are related has not been recorded" in genogram(family)


def test_two_people_recorded_as_each_others_parent_are_still_drawn_and_the_contradiction_is_told() -> None:
    family = GenogramFamily((member("a", "Ava"), member("b", "Ben")), (parent("a", "b"), parent("b", "a")))
    svg = genogram(family)
    assert "Also recorded" in svg
    assert_says_everything(family)


def test_somebody_recorded_as_their_own_parent_does_not_break_the_picture() -> None:
    family = GenogramFamily((member("a", "Ava"), member("b", "Ben")), (parent("a", "a"), parent("b", "a")), (couple("b", "b"),))
    assert_says_everything(family)


def test_two_mothers_and_their_child_are_drawn_like_any_parents() -> None:
    family = GenogramFamily(
        (member("m", "Mum", "female"), member("n", "Mama", "female"), member("k", "Kit", subject=True)),
        (parent("m", "k"), parent("n", "k")),
        (couple("m", "n", "married"),),
    )
    assert 'hf-geno__line--married" d=' in genogram(family)
    assert_says_everything(family)


def test_twins_hang_from_one_point() -> None:
    from datetime import date

    day = date(2020, 2, 29)  # a Saturday
    twins = (member("a", "Ava", birthday=day, born=day), member("b", "Ben", birthday=day, born=day))
    family = GenogramFamily((member("m", "Mum", "female"), *twins), (parent("m", "a"), parent("m", "b")))
    (children,) = [s for s in lay_out(family).strokes if s.kind == "birth"]
    slanted = [path for path in children.paths if path[0][0] != path[-1][0] and path[0][1] != path[-1][1]]
    assert len(slanted) == 2
    assert slanted[0][0] == slanted[1][0]


def test_unborn_deceased_unknown_and_subject_each_have_their_own_sign() -> None:
    people = (
        member("m", "Mum", "female", "30"),
        member("f", "Dad", "male", "31", died="died 2019"),
        member("u", "Unborn baby", due="due 5 Oct 2026", inside=""),
        GenogramMember("x", "Not known", stands_for_unknown=True),
        member("s", "Sam", subject=True),
    )
    family = GenogramFamily(people, (parent("m", "u"), parent("f", "u"), parent("m", "s"), parent("x", "s")))
    svg = genogram(family)
    assert svg.count("hf-geno__cross") == 1
    assert "hf-geno__symbol--not-known" in svg
    assert "due 5 Oct 2026" in svg
    assert "31" not in ElementTree.fromstring(svg).findtext(f".//{SVG}text[@class='hf-geno__age']", "")


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "Smith\u202eEVITCA", "a\x00b", "{{7*7}}", "“&”"])
def test_a_hostile_name_is_only_a_name(name: str) -> None:
    svg = genogram(GenogramFamily((member("a", name, href='/x/"onload="1'),)))
    ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert "\u202e" not in svg
    assert "\x00" not in svg


def test_without_links_it_is_one_image_and_with_links_a_group_a_keyboard_can_walk() -> None:
    assert 'role="img"' in genogram(GenogramFamily((member("a", "Ava"),)))
    linked = genogram(GenogramFamily((member("a", "Ava", href="/children/a/"),)))
    assert 'role="group"' in linked
    assert '<a class="hf-geno__person" data-person="a" href="/children/a/" aria-label="Ava, age not known">' in linked


def test_a_picture_carries_no_inline_style_because_the_pages_refuse_it() -> None:
    assert "style=" not in draw(lay_out(three_fathers()))
    assert "<style" not in draw(lay_out(three_fathers()))


def test_two_homes_have_two_outlines_and_people_between_are_left_outside() -> None:
    family = large(5)
    homes = (Home("one", "Home 1", ("c0", "x0", "k0")), Home("two", "Home 2", ("c1", "k1", "c4")))
    picture = lay_out(GenogramFamily(family.members, family.parenthoods, family.couples, (), homes))
    assert [o.tag.text for o in picture.outlines] == ["Home 1", "Home 2"]
    assert_nothing_hides_anything(picture)
