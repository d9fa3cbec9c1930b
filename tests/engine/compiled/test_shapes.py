"""What every signal raises is what the meaning of record raises: over its own examples, and over cases made from what it says."""

import importlib
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest

import holdfast.engine.reference.conditions  # noqa: F401  (what they mean is registered)
from holdfast.engine.compiled import conditions, limit, triggers  # noqa: F401  (as are their functions)
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.findings import CompactFinding
from holdfast.engine.compiled.instants import LAST, NEVER, instant, moment
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import MEANINGS
from holdfast.engine.compiled.signal import CompiledSignal, compile_signal
from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.engine.reference.signal import finder
from holdfast.engine.rulebook import published
from holdfast.kernel.moment import Moment
from holdfast.rules import shapes
from holdfast.signals import SIGNALS
from holdfast.vocabulary.world import World
from tests.bulk.generating import cases
from tests.bulk.merging import FAR
from tests.engine.test_meanings import files
from tests.specs.judging import tables
from tests.specs.kit import CHILD

PEOPLE = (CHILD, "birch")
STATES = 5
"""At how many instants the record is looked at as it was known then."""
COMPILER = Compiler()


@cache
def compiled(id: str) -> CompiledSignal:
    """A published signal as functions."""
    return compile_signal(COMPILER, SIGNALS[id])


def by_the_reference(id: str, world: World, at: Moment, person: str) -> list[dict[str, Any]]:
    """What the meaning of record raises."""
    found = finder(SIGNALS[id], published())(PersonView.of(RecordView(world, at), person))
    return [as_said(each) for each in found]


def as_said(raised: Finding) -> dict[str, Any]:
    return {
        "key": raised.key,
        "about": raised.about,
        "evidence": raised.evidence,
        "raised": raised.raised_at,
        "ended": raised.ended_at,
        "by": raised.ended_by,
        "approximate": raised.approximate,
    }


def by_the_compiled(id: str, world: World, at: Moment, person: str) -> list[dict[str, Any]]:
    """What the compiled signal finds, in the one state of a record that has no other."""
    record = FamilyRecord.of(world, at, now=True)
    return [as_found(each) for each in compiled(id).now(PersonRecord.of(record, person))]


def as_found(found: CompactFinding) -> dict[str, Any]:
    return {
        "key": found.key,
        "about": found.about,
        "evidence": tuple(each.id for each in found.evidence),
        "raised": moment(found.at),
        "ended": None if found.ended is None else moment(found.ended),
        "by": None if found.ended_by is None else found.ended_by.id,
        "approximate": found.approximate,
    }


def people(id: str) -> tuple[str, ...]:
    """Whom it is asked of: two children, and whomever its examples are about."""
    return tuple(dict.fromkeys((*PEOPLE, *(example.child for example in tables()[id]))))


def worlds(id: str) -> Iterator[tuple[World, Moment]]:
    """The examples of a signal, and cases made from it."""
    for example in tables()[id]:
        yield example.world(), example.moment()
    for world in cases(SIGNALS[id], 3):
        yield world, FAR


@pytest.mark.parametrize("id", SIGNALS)
def test_each_signal_raises_what_the_meaning_of_record_raises(id: str) -> None:
    raised = 0
    for world, at in worlds(id):
        for person in people(id):
            wanted = by_the_reference(id, world, at, person)
            assert by_the_compiled(id, world, at, person) == wanted, (at, person, world.entries)
            raised += len(wanted)
    assert raised, "it is never raised"


@pytest.mark.parametrize("id", SIGNALS)
def test_in_the_last_state_of_knowledge_each_signal_raises_the_same_over_time(id: str) -> None:
    for world, at in worlds(id):
        person = PersonRecord.of(FamilyRecord.of(world, at), CHILD)
        tiles = list(compiled(id).over_time(person))
        person.view.at, person.view.until = LAST, NEVER
        stands = {what.key: as_found(what) for what, _, until in tiles if until == NEVER}
        assert stands == {what.key: as_found(what) for what in compiled(id).now(person)}, (at, world.entries)
        assert len(stands) == sum(until == NEVER for _, _, until in tiles)


def instants(world: World, at: Moment) -> list[int]:
    """A few of those at which something was recorded, the last among them."""
    last = min(instant(at.as_at), LAST)
    found = sorted({recorded for each in world.entries if (recorded := instant(each.recorded_at)) <= last})
    return [*found[:: max(1, len(found) // STATES)], *found[-1:]]


def seen_by(then: int, raised: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What was there to be seen by an instant: what ends later has not ended."""
    on = moment(then)
    found = [each for each in raised if each["raised"] <= on]
    return [each if each["ended"] is None or each["ended"] <= on else {**each, "ended": None, "by": None} for each in found]


@pytest.mark.parametrize("id", SIGNALS)
def test_each_signal_raised_what_the_meaning_of_record_did_by_what_was_known_at_any_time(id: str) -> None:
    signal, find = compiled(id), finder(SIGNALS[id], published())
    for world, at in worlds(id):
        record = FamilyRecord.of(world, at)
        record = record.hourly if signal.hourly else record
        for person in people(id):
            tiles = list(signal.over_time(PersonRecord.of(record, person)))
            for then in instants(world, at):
                view = PersonView.of(RecordView(world, at, at=moment(then), timed=signal.hourly), person)
                wanted = seen_by(then, [as_said(each) for each in find(view)])
                found = seen_by(then, [as_found(what) for what, since, until in tiles if since <= then < until])
                assert sorted(found, key=repr) == sorted(wanted, key=repr), (then, person, world.entries)


# Where their meaning is found.


@pytest.mark.parametrize("name", [name for name in files(shapes) if name not in ("named_standards", "numbers")])
def test_each_shape_is_given_its_functions_in_the_file_of_the_same_name(name: str) -> None:
    said = importlib.import_module(f"{shapes.__name__}.{name}")
    own = {each for each in vars(said).values() if isinstance(each, type) and each.__module__ == said.__name__} - {shapes.Named}
    meant = {each for each, meaning in MEANINGS.items() if meaning.__module__.endswith(f"compiled.shapes.{name}")}
    assert meant == own.intersection(get_args(shapes.Shape)) - {shapes.Together}


def test_a_shape_without_functions_is_refused_as_they_are_imported() -> None:
    unmeant = (
        "import holdfast.rules.shapes as shapes\n"
        "class Unheard: pass\n"
        "shapes.Shape = shapes.Shape | Unheard\n"
        "import holdfast.engine.compiled.shapes\n"
    )
    done = subprocess.run([sys.executable, "-c", unmeant], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ImportError: no meaning is given to the shape Unheard" in done.stderr
