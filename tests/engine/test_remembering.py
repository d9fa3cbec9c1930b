"""What is kept, skipped or worked out in parts gives exactly what working everything out afresh gives."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.engine.reference.chains import Chains
from holdfast.engine.reference.evaluate import rules
from holdfast.engine.reference.history import Line, Part, Reader
from holdfast.engine.reference.ongoing import Ongoing
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World
from tests.engine.lives import ON_A_PLAN, lives
from tests.engine.test_known_then import moments
from tests.specs.kit import CHILD, MOTHER, SIBLING
from tests.vocabulary.generated import cases

PEOPLE = (CHILD, SIBLING, MOTHER)
MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def said(lines: list[Line]) -> list[tuple[object, ...]]:
    """Lines so that they can be compared, also in what two clocks need not agree in to be the same clock."""
    return sorted(
        (line.what.key, repr(line.what), repr([getattr(each, "id", each) for each in line.what.evidence]), line.raised_at,
         line.withdrawn_at, line.withdrawn_why)
        for line in lines
    )  # type: ignore[type-var]  # fmt: skip


def afresh(world: World, moment: Moment, person: str, since: datetime | None = None) -> list[tuple[object, ...]]:
    """Every rule by itself, from nothing, whole, seeing only the entry types that it says it reads."""
    found: list[Line] = []
    for rule in rules().values():
        reader = Reader(world, moment, since=since, chains=Chains(world.entries, rule.reads))
        found += reader.read(person, replace(rule, begins=None))
    return said(found)


def together(reader: Reader, person: str) -> list[tuple[object, ...]]:
    """Every rule by one reader, which keeps, skips and works out in parts."""
    return said([line for rule in rules().values() for line in reader.read(person, rule)])


@MANY
@given(lives() | lives(kinds=ON_A_PLAN, plan=True), moments)
def test_one_reader_for_all_says_what_each_rule_says_by_itself(world: World, instant: datetime) -> None:
    moment = Moment.live(instant)
    reader = Reader(world, moment)
    for person in PEOPLE:
        assert together(reader, person) == afresh(world, moment, person)


@MANY
@given(cases())
def test_a_rule_looks_at_nothing_but_what_it_says_it_reads_whatever_the_case(case: dict[str, object]) -> None:
    world = read_case(json.dumps(case))
    moment = Moment.with_hindsight(datetime(2030, 1, 1, tzinfo=UTC))
    reader = Reader(world, moment)
    for person in world.people:
        assert together(reader, person) == afresh(world, moment, person)


def recorded(world: World) -> list[Entry]:
    """The entries in the order in which they were recorded."""
    return sorted(world.entries, key=lambda entry: (entry.recorded_at, entry.id))


@MANY
@given(lives() | lives(kinds=ON_A_PLAN, plan=True), st.integers(0, 3), st.integers(0, 40))
def test_reading_on_as_entries_arrive_says_what_reading_afresh_says(world: World, begun: int, days: int) -> None:
    order = recorded(world)
    first, rest = order[:begun], order[begun:]
    at = first[-1].recorded_at if first else order[0].recorded_at - timedelta(days=1)
    ongoing = Ongoing(replace(world, entries=tuple(first)), at, rules())
    kept = {person: parts(ongoing, person) for person in PEOPLE}
    for entry in rest:
        follow(ongoing, entry, kept)
    touched = ongoing.pass_to(ongoing.at + timedelta(days=days), PEOPLE)
    work_out(ongoing, touched, kept)
    for person in PEOPLE:
        now = shown(Ongoing(replace(world, entries=tuple(order)), ongoing.at, rules()), person)
        assert {part: shows for part, shows in kept[person].items() if shows} == now


Kept = dict[tuple[object, ...], tuple[object, ...]]


def parts(ongoing: Ongoing, person: str) -> Kept:
    """What every part shows, by what it is a part of."""
    reader = ongoing.reader()
    found: Kept = {}
    for rule in rules().values():
        for part in reader.parts(person, rule):
            found[part] = reader.shows(part, ongoing.at).value
    return found


def shown(ongoing: Ongoing, person: str) -> Kept:
    """The parts that show something."""
    return {part: shows for part, shows in parts(ongoing, person).items() if shows}


def follow(ongoing: Ongoing, entry: Entry, kept: dict[str, Kept]) -> None:
    """Let an entry arrive and work out again only what it touches."""
    touched = ongoing.pass_to(max(ongoing.at, entry.recorded_at), PEOPLE)
    touched |= ongoing.arrive([entry], PEOPLE)
    work_out(ongoing, touched, kept)


def work_out(ongoing: Ongoing, touched: set[Part], kept: dict[str, Kept]) -> None:
    reader = ongoing.reader()
    for part in touched:
        if part.person in kept:
            kept[part.person][part] = reader.shows(part, ongoing.at).value
