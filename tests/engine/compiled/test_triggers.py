"""Everything that starts a clock or raises a worry starts the same in the compiled engine as in the meaning of record: now, and
in every state of knowledge that the record passed through."""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple, get_args

import pytest

import holdfast.engine.reference.conditions
import holdfast.engine.reference.triggers.sequences  # noqa: F401
from holdfast.engine.compiled import conditions, triggers  # noqa: F401
from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.instants import ALWAYS, LAST, NEVER, instant, midnight, moment
from holdfast.engine.compiled.knowledge_states import Tile
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.trigger import MEANINGS, CompiledTrigger, compile_trigger
from holdfast.engine.reference import trigger as starting
from holdfast.engine.reference.due_day import Start
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.rules.trigger import Gathers, SinceLast, Trigger
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.world import World
from tests.bulk.generating import cases
from tests.sizes import taken
from tests.specs.judging import tables
from tests.specs.kit import CHILD, SIBLING

KINDS = tuple(sorted(each.__name__ for each in get_args(Trigger)))
WHO = (CHILD, SIBLING)
GENERATED = taken("lives invented from each rule, read by both engines")
STATES = 5
"""At how many instants the record is looked at as it was known then."""
CROWD = 12
"""How many made worlds are read as one."""
LATE = Moment(datetime(2023, 6, 30, 12, tzinfo=UTC), FOREVER)
COMPILER = Compiler()
AFRESH = Compiler(caching=False)

Said = tuple[Any, ...]


class Case(NamedTuple):
    """A world that is read at a moment."""

    world: World
    moment: Moment


# Which triggers the rules have, and where they are asked for.


def within(value: Any) -> Iterator[Trigger]:
    """Every trigger in a rule, however deep."""
    if isinstance(value, list | tuple):
        for each in value:
            yield from within(each)
    elif is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, get_args(Trigger)):
            yield value
        for each in fields(value):
            yield from within(getattr(value, each.name))


@cache
def said() -> dict[str, dict[Trigger, list[str]]]:
    """Every different trigger with the rules that have it, by the kind it is."""
    found: dict[str, dict[Trigger, list[str]]] = defaultdict(lambda: defaultdict(list))
    for id, rule in {**STANDARDS, **{id: signal.shape for id, signal in SIGNALS.items()}}.items():
        for trigger in within(rule):
            if id not in found[type(trigger).__name__][trigger]:
                found[type(trigger).__name__][trigger].append(id)
    return found


@cache
def worlds(rule: str) -> tuple[Case, ...]:
    """A rule's own examples, and others made from its definition."""
    examples = [Case(each.world(), each.moment()) for each in tables()[rule]]
    made = [Case(each, LATE) for each in cases(STANDARDS.get(rule) or SIGNALS[rule], GENERATED)]
    return (*examples, *made)


def asked(kind: str) -> Iterator[tuple[Trigger, Case, str]]:
    """Every trigger of a kind, in each world of the rules that have it, for each child."""
    for trigger, rules in said()[kind].items():
        for rule in rules:
            for case in worlds(rule):
                for who in WHO:
                    yield trigger, case, who


# What starts.


def in_numbers(start: Start) -> Said:
    """A start of the meaning of record, as it is compared."""
    excused = start.excused
    return (
        start.entry.id,
        start.day.toordinal(),
        None if start.instant is None else instant(start.instant),
        start.exact,
        start.about,
        None if excused is None else (excused[0].toordinal(), *excused[1:]),
        tuple(each.id for each in start.extra),
        None if start.already is None else start.already.id,
        start.missing,
        start.shown_from,
        start.follows,
    )


def as_said(start: CompactStart) -> Said:
    """A compiled start in the same way."""
    excused = start.excused
    return (
        start.entry.id,
        start.day,
        start.instant,
        start.exact,
        start.about,
        None if excused is None else (excused[0], None if excused[1] is None else excused[1].id, excused[2]),
        tuple(each.id for each in start.extra),
        None if start.already is None else start.already.id,
        start.missing,
        start.shown_from,
        start.follows,
    )


def in_turn(trigger: Trigger, found: Iterable[Said]) -> list[Said]:
    """In the order in which they start, where one and the same entry cannot start several in any order."""
    alike = any(isinstance(each, SinceLast) and each.alike for each in within(trigger))
    return sorted(found, key=repr) if alike else list(found)


def compiled(trigger: Trigger, compiler: Compiler = COMPILER) -> CompiledTrigger:
    """The trigger as functions, made once."""
    made: dict[Trigger, CompiledTrigger] = compiler.kept.setdefault("tested", {})
    if trigger not in made:
        made[trigger] = compile_trigger(compiler, trigger)
    return made[trigger]


def wrong_now(kind: str, compiler: Compiler, *, now: bool) -> list[tuple[Any, ...]]:
    """Where something else starts."""
    wrong = []
    for trigger, case, who in asked(kind):
        wanted = in_turn(trigger, map(in_numbers, starting.all_starts(PersonView.of(RecordView(*case), who), trigger)))
        person = PersonRecord.of(FamilyRecord.of(case.world, case.moment, now=now), who)
        given = in_turn(trigger, map(as_said, compiled(trigger, compiler).every(person)))
        if given != wanted:
            wrong.append((trigger, case.world.entries, who, wanted, given))
    return wrong


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_starts_as_in_the_meaning_of_record(kind: str) -> None:
    assert wrong_now(kind, COMPILER, now=True) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_starts_in_the_last_state_of_knowledge_of_many_whatever_is_kept(kind: str) -> None:
    assert wrong_now(kind, AFRESH, now=False) == []


@pytest.mark.parametrize("kind", KINDS)
def test_something_of_each_kind_does_start_and_is_of_a_type_that_may(kind: str) -> None:
    found = False
    for trigger, case, who in asked(kind):
        starts = compiled(trigger)
        for start in starts.every(PersonRecord.of(FamilyRecord.of(case.world, case.moment, now=True), who)):
            found = True
            assert start.entry.type in starts.types
    assert found


# As the record came to be known.


def instants(case: Case) -> list[int]:
    """A few of the instants at which something was recorded, and the one before all of them."""
    last = min(instant(case.moment.as_at), LAST)
    found = sorted({at for each in case.world.entries if (at := instant(each.recorded_at)) <= last})
    return [ALWAYS, *(found[place * len(found) // STATES] for place in range(STATES) if len(found) > STATES), *found[-1:]]


def begun_by(starts: Iterable[CompactStart], at: int) -> set[Said]:
    """Those whose own entry may have happened by then."""
    return {as_said(start) for start in starts if midnight(start.entry.first) <= at}


def wrong_then(trigger: Trigger, case: Case, who: str) -> Iterator[tuple[Any, ...]]:
    """The instants at which something else starts, by what was known then."""
    starts, record = compiled(trigger), FamilyRecord.of(case.world, case.moment)
    person = PersonRecord.of(record, who)
    tiles: list[Tile[CompactStart]] = list(starts.over_time(person))
    future = any(isinstance(each, Gathers) for each in within(trigger))  # is left out where a state ends before it
    for at in instants(case):
        then = RecordView(*case, at=moment(at) if at != ALWAYS else datetime(1, 1, 3, tzinfo=UTC))
        wanted = set(map(in_numbers, starting.starts(PersonView.of(then, who), trigger)))
        person.view.at, person.view.until = at, NEVER
        looked = list(starts.starts(person))
        standing = [start for start, since, until in tiles if since <= at < until]
        if set(map(as_said, looked)) != wanted:
            yield "looked at", at, trigger, case.world.entries, who, wanted, looked
        if not set(map(as_said, standing)) <= wanted:
            yield "too much", at, trigger, case.world.entries, who, wanted, standing
        if begun_by(standing, at if future else LAST) != begun_by(looked, at if future else LAST):
            yield "too little", at, trigger, case.world.entries, who, wanted, standing


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_starts_by_what_was_known_at_any_time(kind: str) -> None:
    assert [found for each in asked(kind) for found in wrong_then(*each)] == []


@cache
def crowded(rule: str, number: int) -> Case:
    """Several of the worlds that are made from a rule as one, so that much is in every window and much of it known late."""
    made = list(cases(STANDARDS.get(rule) or SIGNALS[rule], CROWD * (number + 1)))[CROWD * number :]
    entries = [
        replace(
            entry,
            id=f"{place}{entry.id}",
            corrects=entry.corrects and f"{place}{entry.corrects}",
            withdraws=entry.withdraws and f"{place}{entry.withdraws}",
        )
        for place, world in enumerate(made)
        for entry in world.entries
    ]
    return Case(replace(made[0], entries=tuple(entries)), LATE)


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("kind", ["AgencyMissing", "Disagree", "Gathers", "InARow", "SinceLast", "StaysRepeat"])
def test_what_comes_of_many_entries_is_the_same_by_what_was_known_at_any_time(kind: str, number: int) -> None:
    wrong: list[tuple[Any, ...]] = []
    for trigger, rules in said()[kind].items():
        for who in WHO:
            wrong += wrong_then(trigger, crowded(rules[0], number), who)
    assert wrong == []


# Where their meaning is found.


def test_every_trigger_has_a_compiled_meaning() -> None:
    assert set(MEANINGS) == set(get_args(Trigger))


def test_a_trigger_without_a_compiled_meaning_is_refused_as_the_meanings_are_imported() -> None:
    unmeant = (
        "from dataclasses import dataclass\n"
        "from holdfast.rules import trigger\n"
        "class Unheard: pass\n"
        "trigger.Trigger = trigger.Trigger | Unheard\n"
        "import holdfast.engine.compiled.triggers\n"
    )
    done = subprocess.run([sys.executable, "-c", unmeant], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ImportError: no meaning is given to the trigger Unheard: " in done.stderr
