"""The invented partnership: the same every time, of every shape, nobody real, nothing twice."""

import os
import re
import subprocess
import sys
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import nhs_number
import pytest

from holdfast.demo.invented_partnership import Northmere
from holdfast.demo.northmere import build, counted
from holdfast.demo.staff import staff
from holdfast.demo.texts import Pen
from holdfast.engine.reference.safety_requests import plea
from holdfast.kernel.when import london_day
from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.case_writer import write_case
from holdfast.vocabulary.field_types import references
from tests.demo.conftest import AT

TODAY = date(2026, 11, 23)  # Monday
A_DIGEST = """
from datetime import UTC, datetime
from holdfast.demo.northmere import build
print(build(datetime(2026, 11, 23, 10, 30, tzinfo=UTC)).digest())
"""


def test_the_same_moment_gives_the_same_partnership_to_the_last_word(northmere: Northmere) -> None:
    assert build(AT).digest() == northmere.digest()


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_the_partnership_does_not_depend_on_the_order_in_which_python_keeps_sets(northmere: Northmere, hash_seed: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", A_DIGEST], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == northmere.digest()


def test_tomorrow_is_another_day_with_the_same_people_in_it(northmere: Northmere) -> None:
    tomorrow = build(AT + timedelta(days=1), part=0.05)
    there = {one.id: (one.given, one.family) for family in northmere.families for one in family.everybody}
    assert all(there[one.id] == (one.given, one.family) for family in tomorrow.families for one in family.everybody)


def test_there_are_about_four_hundred_children_in_about_two_hundred_families(northmere: Northmere) -> None:
    much = counted(northmere, TODAY)
    assert 180 <= much["families"] <= 240
    assert 380 <= much["children"] <= 480
    assert 12_000 <= much["entries"] <= 20_000


def test_every_shape_of_family_is_there(northmere: Northmere) -> None:
    shapes = Counter(family.shape for family in northmere.families)
    wanted = {
        *("plain", "mother_alone", "father_alone", "half_siblings", "twins", "two_mothers", "with_grandparents"),
        *("three_fathers", "expecting"),
    }
    assert wanted <= set(shapes)
    assert max(len(family.children) for family in northmere.families) >= 6
    assert any(child.born is None and child.expected for family in northmere.families for child in family.children)


def test_one_family_has_three_fathers_of_one_first_name(northmere: Northmere) -> None:
    family = next(family for family in northmere.families if family.shape == "three_fathers")
    fathers = {link.from_person for link in family.relationships if link.kind == "father"}
    named = {one.given for one in family.everybody if one.id in fathers}
    assert len(fathers) == 3
    assert named == {"Lee"}


def test_no_other_family_has_two_adults_whose_names_look_alike_by_accident(northmere: Northmere) -> None:
    for family in northmere.families:
        if family.shape != "three_fathers":
            adults = [one.given for one in (*family.adults, *family.relatives)]
            assert len(adults) == len(set(adults)), family.key


def test_every_level_of_help_is_there_today(northmere: Northmere) -> None:
    said = Counter(entry.type for entry in northmere.entries)
    for type in (
        *("plan_started", "conference_held", "preproceedings_started", "court_order_made", "stay_started", "birth_recorded"),
        *("absence_started", "cover_named", "entry_withdrawn", "disagreement_raised", "missing_started", "visit_booked"),
    ):
        assert said[type], type
    plans = {str(entry.data.plan) for entry in northmere.entries if entry.type == "plan_started"}  # type: ignore[attr-defined]
    assert plans == {"child_in_need", "early_help"}


def test_an_injury_was_put_on_the_wrong_twin_and_moved_to_the_other(northmere: Northmere) -> None:
    by_id = {entry.id: entry for entry in northmere.entries}
    moved = [
        entry for entry in northmere.entries if entry.corrects and entry.about != by_id[entry.corrects].about and entry.reason
    ]
    assert [entry.type for entry in moved] == ["observation_recorded"]


def test_everything_points_at_somebody_who_is_there(northmere: Northmere) -> None:
    world = northmere.world
    people, workers, entries = set(world.people), set(world.workers), {entry.id for entry in world.entries}
    there = {"person": people, "worker": workers, "organisation": set(world.organisations), "entry": entries}
    for entry in world.entries:
        assert set(entry.about) <= people
        assert entry.by is None or entry.by in workers
        for each in references(entry.data):
            assert each.kind == "party" or each.value in there[each.kind], (entry.type, each)
    for link in world.relationships:
        assert {link.from_person, link.to_person} <= people


def test_northmere_is_a_case_file_that_reads_back_whole(northmere: Northmere) -> None:
    assert write_case(read_case(write_case(northmere.world))) == write_case(northmere.world)


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 11, 21, 2, 0, tzinfo=UTC),  # Saturday, at night
        datetime(2026, 12, 28, 9, 5, tzinfo=UTC),  # Monday, a bank holiday
        datetime(2027, 3, 28, 0, 59, tzinfo=UTC),  # Sunday, a minute before the clocks go forward
        datetime(2026, 2, 28, 23, 59, tzinfo=UTC),  # Saturday
    ],
)
def test_nothing_has_happened_or_been_recorded_that_has_not_come_yet(at: datetime) -> None:
    for entry in build(at, part=0.1).entries:
        assert entry.happened.start <= at, entry.type
        assert entry.recorded_at <= at, entry.type
        assert entry.happened.first <= london_day(entry.recorded_at), entry.type


def test_histories_reach_back_but_not_before_these_children_were_known(northmere: Northmere) -> None:
    first = min(entry.happened.first for entry in northmere.entries)
    assert TODAY - timedelta(days=760) < first < TODAY - timedelta(days=500)


def test_no_child_says_what_another_child_has_said(northmere: Northmere) -> None:
    words = [entry.data.words for entry in northmere.entries if entry.type == "voice_recorded"]  # type: ignore[attr-defined]
    assert len(words) > 1_000
    assert len(set(words)) == len(words)


def test_children_speak_at_their_age_and_of_the_home_they_have(northmere: Northmere) -> None:
    alone = {child.id for family in northmere.families if family.shape == "father_alone" for child in family.children}
    spoken = [entry for entry in northmere.entries if entry.type == "voice_recorded" and entry.data.child in alone]  # type: ignore[attr-defined]
    assert spoken
    assert not [entry for entry in spoken if re.search(r"\bmum", entry.data.words, re.IGNORECASE)]  # type: ignore[attr-defined]


def test_only_children_who_are_meant_to_ask_to_be_safe(northmere: Northmere) -> None:
    pleas = [entry for entry in northmere.entries if entry.type == "voice_recorded" and plea(entry.data.words)]  # type: ignore[attr-defined]
    keira = next(one.id for family in northmere.families for one in family.children if one.given == "Keira")
    assert [entry.data.child for entry in pleas] == [keira]  # type: ignore[attr-defined]


def test_no_text_is_left_half_written(northmere: Northmere) -> None:
    for entry in northmere.entries:
        for text in _texts(entry.data.written()):
            assert not re.search(r"[{}]|lorem|\bTODO\b|\bXXX\b|\bNone\b", text), (entry.type, text)
            assert text == text.strip(), (entry.type, text)


def test_every_text_in_the_stock_begins_and_ends_as_a_sentence_does() -> None:
    for band in ("little", "middle", "teen", "drawings", "behaviour", "answers"):
        for text in Pen().voices[band]:
            assert text[-1] in ".!?", text


def test_professionals_write_in_many_words(northmere: Northmere) -> None:
    for type, field, most in (
        ("contact_received", "text", 0.1),
        ("voice_answered", "answer", 0.01),
        ("safety_plan_agreed", "text", 0.1),
    ):
        texts = Counter(getattr(entry.data, field) for entry in northmere.entries if entry.type == type)
        assert texts.most_common(1)[0][1] <= max(2, most * sum(texts.values())), type


def test_names_come_from_many_communities_with_their_marks(northmere: Northmere) -> None:
    people = [one for family in northmere.families for one in family.everybody]
    family_names = {one.family for one in people if one.family}
    assert any("'" in name for name in family_names)
    assert any(" " in name for name in family_names)
    assert any("-" in name for name in family_names)
    assert sum(not name.isascii() for name in family_names) > 20
    assert sum(one.given is not None and one.family is None for one in people) > 10
    assert len(family_names) > 120


def test_nobody_bears_the_name_of_somebody_whose_review_was_published(northmere: Northmere) -> None:
    told_of = {
        *(
            "climbié",
            "climbie",
            "connelly",
            "pelka",
            "ishaq",
            "labinjo",
            "hobson",
            "sharif",
            "fergus",
            "okoro",
            "carter",
            "mullen",
        ),
        *("shuttleworth", "cummings", "jeary", "finch", "ava", "lucas", "harper"),
    }
    for family in northmere.families:
        for one in family.everybody:
            for part in re.split(r"[ \-']", f"{one.given or ''} {one.family or ''}".casefold()):
                assert part not in told_of, (family.key, one.given, one.family)


def test_identifiers_cannot_be_anybodys(northmere: Northmere) -> None:
    for family in northmere.families:
        for child in family.children:
            if child.nhs_number:
                assert child.nhs_number.startswith("999")  # the range kept for tests
                assert nhs_number.is_valid(child.nhs_number)
        assert re.search(r"Northmere NM\d \dXX$", family.address)  # no such postcode area
    numbers = staff().phones.values()
    assert all(re.fullmatch(r"01632 960 \d{3}", number) for number in numbers)  # kept for drama: they ring nowhere
    assert len(set(numbers)) == len(numbers)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    return [text for each in value for text in _texts(each)] if isinstance(value, list) else []
