"""Two ids that are one person are read as one."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from holdfast.engine.compiled.compiled_rules import compiled
from holdfast.engine.compiled.entries import CompactEntry, copy, of_entry
from holdfast.engine.compiled.evaluate import lines_for
from holdfast.engine.compiled.family_record import FamilyPeople, FamilyRecord
from holdfast.engine.compiled.first_shown import CompactLine
from holdfast.engine.compiled.instants import LAST, instant
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.readable_results import line_of
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.rulebook import published
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.world import World
from tests.bulk.generating import cases
from tests.specs.kit import CHILD

RULES = {**STANDARDS, **SIGNALS}
OTHER = "the-same-child"


def read(entries: list[CompactEntry], people: FamilyPeople, at: int) -> list[HistoryLine]:
    """Every line of the child, for these entries."""
    record = FamilyRecord(entries, people, at, at)
    lines: list[CompactLine] = lines_for(record, CHILD, compiled(published()), published().ids)
    return [line_of(PersonRecord.of(record, CHILD), line) for line in lines]


def under_either(entries: list[CompactEntry], draw: Random) -> list[CompactEntry]:
    """The same entries, about half of which know the child by another id."""
    found = []
    for entry in entries:
        other = copy(entry)
        if draw.random() < 0.5:
            other.about = tuple(OTHER if each == CHILD else each for each in entry.about)
            other.data = renamed(entry.data)
        found.append(other)
    return found


def renamed(value: Any) -> Any:
    """A child's id for another, wherever somebody is named by it."""
    if isinstance(value, Mapping):
        return {name: renamed(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [renamed(each) for each in value]
    return OTHER if value == CHILD else value


def people(world: World, identities: Mapping[str, str]) -> FamilyPeople:
    """The people of a world, where half of the child's relationships are known under the other id."""
    links = [
        replace(link, from_person=OTHER if link.from_person == CHILD else link.from_person) if place % 2 else link
        for place, link in enumerate(world.relationships)
    ]
    return FamilyPeople(
        world.people, links if identities else world.relationships, world.workers, world.organisations, identities=identities
    )


@pytest.mark.parametrize("id", list(RULES)[::4])
def test_what_is_recorded_of_a_child_under_two_ids_that_were_joined_is_read_as_of_one_child(id: str) -> None:
    for number, world in enumerate(cases(RULES[id], 2)):
        if world.entries:
            at = instant(max(entry.recorded_at for entry in world.entries))
            entries = [of_entry(entry) for entry in world.entries]
            told = read([copy(entry) for entry in entries], people(world, {}), at)
            joined = read(under_either(entries, Random(f"{id} {number}")), people(world, {OTHER: CHILD}), at)
            assert joined == told


def test_a_person_is_the_same_by_whichever_of_the_ids_that_were_joined() -> None:
    world = next(each for each in cases(STANDARDS["CP-20"], 9) if each.entries)
    record = FamilyRecord([of_entry(entry) for entry in world.entries], people(world, {OTHER: CHILD}), LAST, LAST)
    assert PersonRecord.of(record, OTHER) is PersonRecord.of(record, CHILD)


def test_an_id_that_was_not_joined_stays_somebody_else() -> None:
    for world in cases(STANDARDS["CP-20"], 9):
        if world.entries:
            entries = under_either([of_entry(entry) for entry in world.entries], Random(1))
            said = {person for entry in entries for person in entry.about}
            record = FamilyRecord(entries, people(world, {}), LAST, LAST)
            assert {person for entry in record.by_id.values() for person in entry.about} == said
            assert PersonRecord.of(record, OTHER) is not PersonRecord.of(record, CHILD)


def test_a_copy_of_an_entry_says_everything_that_the_entry_says() -> None:
    world = next(each for each in cases(STANDARDS["CP-20"], 9) if each.entries)
    entry = of_entry(world.entries[0])
    other = copy(entry)
    assert other is not entry
    assert [getattr(other, name) for name in CompactEntry.__slots__] == [getattr(entry, name) for name in CompactEntry.__slots__]
