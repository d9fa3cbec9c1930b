"""Families that cannot be do not get in by a file: somebody their own ancestor, a tie of no kind, two people with one NHS number,
a name that is no name. Each is told by its place, with what to do."""

import itertools
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.engine.reference.person_view import GROWN_UP, PARENTS, SIBLINGS
from holdfast.engine.reference.triggers.participants import RELATED
from holdfast.genogram import relationship_kinds as drawn_kinds
from holdfast.identity.same_name import NEVER_SHOWN, PARENTAL
from holdfast.vocabulary import kinship
from holdfast.vocabulary.case_file import read_case
from tests.vocabulary.samples import at, paths, refused, sample


def family(*links: tuple[str, str, str]) -> dict[str, Any]:
    """A case of nothing but people and how they are related."""
    people = sorted({id for one, _, other in links for id in (one, other)})
    return {
        "format": "holdfast-case/1",
        "people": [{"id": id} for id in people],
        "relationships": [{"from": one, "to": other, "kind": kind} for one, kind, other in links],
        "entries": [],
    }


def above(kind: str, upper: str, lower: str) -> tuple[str, str, str]:
    """The tie of a kind that says that ``upper`` is above ``lower``."""
    return (upper, kind, lower) if kind in kinship.ABOVE else (lower, kind, upper)


DESCENT = sorted(kinship.ABOVE | kinship.BELOW)


def test_a_grandson_recorded_as_his_grandmothers_father_is_refused_with_the_way_round() -> None:
    faults = refused(family(("ann", "mother", "ben"), ("ben", "father", "cy"), ("cy", "father", "ann")))
    assert list(faults) == ["$.relationships[2]"]
    assert "'ann', who is above 'ben', who is above 'cy', who is above 'ann'" in faults["$.relationships[2]"]


@given(st.lists(st.sampled_from(DESCENT), min_size=2, max_size=30), st.randoms())
def test_nobody_is_their_own_ancestor_at_any_length_by_whatever_kinds_and_in_whatever_order(kinds: list[str], order: Any) -> None:
    circle = [above(kind, f"p{n}", f"p{(n + 1) % len(kinds)}") for n, kind in enumerate(kinds)]
    order.shuffle(circle)
    # The last of them closes it, wherever the others stand; all but one is a family like any other.
    assert paths(family(*circle)) == [f"$.relationships[{len(kinds) - 1}]"]
    read_case(json.dumps(family(*circle[:-1])))


@given(st.data())
def test_a_family_in_which_everybody_is_above_those_after_them_is_never_refused(data: Any) -> None:
    pairs = data.draw(st.lists(st.sampled_from(list(itertools.combinations("abcdefgh", 2))), max_size=20, unique=True))
    links = [above(data.draw(st.sampled_from(DESCENT)), upper, lower) for upper, lower in pairs]
    read_case(json.dumps(family(*data.draw(st.permutations(links)))))


@pytest.mark.parametrize(
    "links",
    [
        # Somebody may marry the parent of whoever married their own parent, and look after the grandmother who adopted them.
        (("ann", "stepmother", "ben"), ("ben", "stepfather", "ann")),
        (("ann", "adoptive_mother", "ben"), ("ann", "maternal_grandmother", "ben"), ("ben", "carer", "ann")),
        (("ann", "aunt", "ben"), ("ben", "uncle", "ann")),
        (("ann", "twin", "ben"), ("ben", "twin", "ann")),
        (("ann", "mother", "ben"), ("ben", "son", "ann")),
    ],
)
def test_what_is_strange_and_can_be_is_not_refused(links: tuple[tuple[str, str, str], ...]) -> None:
    read_case(json.dumps(family(*links)))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("mothr", "mother"),
        ("Mother", "mother"),
        ("mum", "mother"),
        ("Step-dad", "step_father"),
        ("half sibling", "half_sibling"),
        ("foster carer", "foster_carer"),
        ("fathre", "father"),
        ("ex partner", "ex_partner"),
        ("maternal nan", "maternal_grandmother"),
        ("stepmum", "step_mother"),
        ("stepdad", "step_father"),
        ("stepdaddy", "step_father"),
        ("Stepmummy", "step_mother"),
        ("fostermum", "foster_mother"),
        ("fosterdad", "foster_father"),
        ("birthmum", "birth_mother"),
        ("halfbro", "half_brother"),
        ("stepsis", "step_sister"),
        ("ex", "ex_partner"),
    ],
)
def test_a_kind_that_there_is_not_is_refused_with_what_may_be_meant(written: str, meant: str) -> None:
    case = at(sample(), ["relationships", 0, "kind"], written)
    fault = refused(case)["$.relationships[0].kind"]
    assert repr(written) in fault
    assert kinship.kinds_like(written)[0] == meant


def test_a_kind_like_no_other_is_refused_with_where_to_look() -> None:
    assert kinship.kinds_like("zzqx") == ()
    assert paths(at(sample(), ["relationships", 0, "kind"], "zzqx")) == ["$.relationships[0].kind"]


LONGER = sorted(each for each in kinship.KINDS if len(each) > 7)


@given(st.sampled_from(LONGER), st.integers(0, 40), st.sampled_from("qxz"))
def test_a_slip_of_the_pen_in_any_longer_kind_is_asked_about_as_that_kind(kind: str, place: int, letter: str) -> None:
    at_ = place % len(kind)
    slip = kind[:at_] + letter + kind[at_ + 1 :]
    if kind[at_] != "_" and slip not in kinship.KINDS:
        assert kind in kinship.kinds_like(slip)


def test_every_kind_that_a_rule_a_page_or_the_picture_knows_is_one_that_there_is() -> None:
    known = (PARENTS, GROWN_UP, SIBLINGS, RELATED, NEVER_SHOWN, PARENTAL, drawn_kinds.PARENTS, drawn_kinds.CHILDREN)
    known += (drawn_kinds.COUPLES, drawn_kinds.SIBLINGS, drawn_kinds.DOWN, drawn_kinds.THROUGH)
    assert not {kind for each in known for kind in each} - kinship.KINDS
    assert set(drawn_kinds.COUPLES) == kinship.TOGETHER | kinship.APART


@pytest.mark.parametrize("other", ["9990000077", "999 000 0077", "NHS 999-000-0077"])
def test_two_people_with_one_nhs_number_are_refused_however_it_is_written(other: str) -> None:
    faults = refused(at(sample(), ["people", 2, "nhs_number"], other))
    assert list(faults) == ["$.people[2].nhs_number"]
    assert "harper" in faults["$.people[2].nhs_number"] and "9990000077" not in faults["$.people[2].nhs_number"]


def test_each_further_person_with_the_number_is_told() -> None:
    case = sample()
    for person in case["people"]:
        person["nhs_number"] = "9990000077"
    assert paths(case) == ["$.people[1].nhs_number", "$.people[2].nhs_number"]


@pytest.mark.parametrize("number", ["0000000000", "999 999 9999", "1234567890", "123 456 7890", "9876543210", "4444444444"])
def test_a_number_typed_to_fill_the_box_is_refused_and_not_taken_for_two_people_with_one(number: str) -> None:
    case = sample()
    for person in case["people"]:
        person["nhs_number"] = number
    assert paths(case) == [f"$.people[{place}].nhs_number" for place in range(3)]
    assert "nobody knew" in refused(case)["$.people[0].nhs_number"]


@pytest.mark.parametrize("part", ["given", "family"])
@pytest.mark.parametrize("name", [" ", "   ", "-", "...", "?", "—", "\u00a0", "'"])
def test_a_name_of_blanks_or_marks_is_no_name(name: str, part: str) -> None:
    other = {"given": "family", "family": "given"}[part]
    case = at(sample(), ["people", 0, "names"], [{"use": "usual", part: name, other: "Rowe"}])
    assert paths(case) == [f"$.people[0].names[0].{part}"]


@pytest.mark.parametrize("name", ["unknown", "Unknown", "NOT KNOWN", " not known. ", "n/k", "No name", "(unknown)"])
@pytest.mark.parametrize("part", ["given", "family"])
def test_that_nobody_knows_the_name_is_not_a_name(name: str, part: str) -> None:
    case = at(sample(), ["people", 0, "names"], [{"use": "usual", part: name}])
    assert paths(case) == ["$.people[0].names[0]"]


@pytest.mark.parametrize("given_name", ["Unknown", "Baby", "Unborn", "Twin 1"])
def test_a_baby_who_is_still_to_be_named_has_the_family_to_tell_them_by(given_name: str) -> None:
    read_case(json.dumps(at(sample(), ["people", 0, "names"], [{"given": given_name, "family": "Smith"}])))


def test_somebody_of_whom_no_name_is_known_has_none() -> None:
    assert read_case(json.dumps(at(sample(), ["people", 0, "names"], []))).people["chloe"].names == ()


@pytest.mark.parametrize(
    ("given_name", "family_name", "path"),
    [
        ("", "", "$.people[0].names[0]"),
        (None, None, "$.people[0].names[0]"),
        ("", None, "$.people[0].names[0]"),
        ("1", "2", "$.people[0].names[0].given"),
        ("Kit", "2", "$.people[0].names[0].family"),
        ("½", None, "$.people[0].names[0].given"),
        ("-", None, "$.people[0].names[0].given"),
        ("  ", None, "$.people[0].names[0].given"),
    ],
)
def test_a_name_has_a_letter_in_it(given_name: str | None, family_name: str | None, path: str) -> None:
    case = at(sample(), ["people", 0, "names"], [{"use": "usual", "given": given_name, "family": family_name}])
    assert path in paths(case)


@pytest.mark.parametrize(("given_name", "family_name"), [("X", None), ("", "Ng"), ("王", "芳"), ("Élodie 2", None), ("أمل", "")])
def test_a_name_of_one_letter_of_any_script_is_a_name(given_name: str, family_name: str | None) -> None:
    case = at(sample(), ["people", 0, "names"], [{"use": "usual", "given": given_name, "family": family_name}])
    read_case(json.dumps(case))
