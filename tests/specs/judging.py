"""Whether a rule, as it is or bent, gives what an example says."""

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

import holdfast.engine.compiled.compiled_rules  # noqa: F401  (which registers what everything means)
import tests.specs
from holdfast.engine.clock import Clock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.first_shown import lines
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.readable_results import line_of
from holdfast.engine.compiled.signal import compile_signal
from holdfast.engine.compiled.standard import compile_standard
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.reference.evaluate import of_signal, of_standard
from holdfast.engine.reference.first_shown import ReferenceEvaluator, RuleInState
from holdfast.engine.replay import ReplayLine
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.standards import STANDARDS
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownPerson, World
from tests.specs.bending import signals_bent, standards_bent
from tests.specs.kit import Example, Expect, Spec

TICK = timedelta(microseconds=1)
SOMEBODY_ELSE = "somebody-else"
Read = Callable[["Case"], list[HistoryLine]]
"""How a rule is read in an example."""


def specs() -> Iterator[Spec]:
    """Every table in this folder."""
    for module in sorted(pkgutil.iter_modules(tests.specs.__path__), key=lambda each: each.name):
        found = importlib.import_module(f"tests.specs.{module.name}") if not module.name.startswith("test_") else None
        yield from (each for each in vars(found).values() if isinstance(each, Spec)) if found else ()


class Tables(dict[str, tuple[Example, ...]]):
    """Examples by the rule they are of."""

    def __missing__(self, id: str) -> tuple[Example, ...]:
        raise AssertionError(
            f"{id} has no examples: give it a Spec in a file of tests/specs, with the day before its limit, the limit, "
            "the day after, what does not count and what excuses it."
        )


@cache
def tables() -> Tables:
    """Every rule's examples, by its id."""
    found: dict[str, list[Example]] = defaultdict(list)
    for spec in specs():
        found[spec.rule] += spec.examples
    return Tables({id: tuple(examples) for id, examples in found.items()})


def ready(rule: Standard | Signal) -> RuleInState:
    """A rule that need not be in the catalogue, ready to read."""
    return of_standard(rule) if isinstance(rule, Standard) else of_signal(rule)


def lines_of(rule: RuleInState, world: World, child: str, moment: Moment) -> list[HistoryLine]:
    """What the rule gives by the meaning of record, in the order it starts."""
    return ReferenceEvaluator(world, moment).read(child, rule)


@dataclass(frozen=True)
class Case:
    """An example with its world and its moment, made once however many rules are read in it."""

    example: Example
    world: World
    moment: Moment

    @classmethod
    def of(cls, example: Example) -> "Case":
        return cls(example, example.world(), example.moment())


def by_meaning(rule: Standard | Signal) -> Read:
    """How the rule is read by the meaning of record."""
    made = ready(rule)
    return lambda case: lines_of(made, case.world, case.example.child, case.moment)


def by_compiling(rule: Standard | Signal) -> Read:
    """How a rule that need not be in the catalogue is read when it is compiled."""
    compiler = Compiler()
    made = compile_standard(compiler, rule) if isinstance(rule, Standard) else compile_signal(compiler, rule)

    def read(case: Case) -> list[HistoryLine]:
        record = FamilyRecord.of(case.world, case.moment)
        person = PersonRecord.of(record.hourly if made.hourly else record, case.example.child)
        return [line_of(person, line) for line in lines(made, person)]

    return read


def valued(rule: Standard | Signal, example: Example) -> Standard | Signal:
    """The rule with what the example's partnership has set."""
    return example.values.standard(rule) if isinstance(rule, Standard) else rule


def reading(rule: Standard | Signal, way: Callable[[Standard | Signal], Read]) -> Read:
    """How the rule is read in any example: made ready once, and once more for whatever else a partnership has set."""
    made: dict[int, Read] = {}

    def read(case: Case) -> list[HistoryLine]:
        values = id(case.example.values)
        if values not in made:
            made[values] = way(valued(rule, case.example))
        return made[values](case)

    return read


def agrees(read: Read, case: Case) -> bool:
    """Whether a rule, read so, gives what the example says."""
    found, expect = read(case), case.example.expect
    if len(found) != len(expect):
        return False
    shown = [each.to_json() | {"key": each.line.what.key} for each in (ReplayLine(line, (), case.moment) for line in found)]
    shown.sort(key=lambda each: (each["starts"] or "", each["key"]))
    return all(map(as_wanted, shown, expect))


def as_wanted(line: dict[str, Any], wanted: Expect) -> bool:
    """Whether a line of a replay is what is expected."""
    asked = {("why" if name == "says" else name): value for name, value in vars(wanted).items() if value is not ...}
    return all(line.get(name) == (list(value) if isinstance(value, tuple) else value) for name, value in asked.items())


def objects(rule: Standard | Signal, cases: list[Case], way: Callable[[Standard | Signal], Read]) -> bool:
    """Whether the rule's own table, or the day it came in force, says that this is not the rule. The example that does is put
    first, because it often notices the next way to bend it too."""
    try:
        read = reading(rule, way)
        for number, case in enumerate(cases):
            if not agrees(read, case):
                cases.insert(0, cases.pop(number))
                return True
    except Exception:  # a bent rule that cannot even be read has been noticed
        return True
    return isinstance(rule, Standard) and not (dated_right(rule) and scoped_right(rule))


def survivors(rule: Standard | Signal) -> tuple[int, list[str]]:
    """How many ways there are to bend the rule, and those that nothing notices: by the meaning of record, or as compiled."""
    ways = list(standards_bent(rule) if isinstance(rule, Standard) else signals_bent(rule))
    cases = [Case.of(example) for example in tables()[rule.id]]
    unnoticed = [words for words, changed in ways if not objects(changed, cases, by_meaning)]
    return len(ways), unnoticed + [f"{words} (compiled)" for words, changed in ways if not objects(changed, cases, by_compiling)]


def dated_right(rule: Standard) -> bool:
    """Whether it starts to apply, and each edition takes over, on the days the facts say: an example of it moved to that
    day gives its clock, and moved to the day before gives none, or gives the edition before."""
    from tests.standards.test_facts import FACTS

    facts = FACTS[rule.id]
    editions = [date.fromisoformat(each) for each in facts["editions"].split()]
    if [version.since for version in rule.versions] != editions:
        return False
    begins = min([each for each in (facts["effective_from"], *facts["editions"].split()) if each], default="")
    if not begins or rule.switch is not None:
        return True
    first = date.fromisoformat(begins)
    return starts_on(rule, first) and not starts_on(rule, first - timedelta(days=1))


def scoped_right(rule: Standard) -> bool:
    """Whether its clock is about the child alone, or about everyone the entry that started it is about, as the facts say: read
    where everything is recorded about one more person."""
    from tests.standards.test_facts import FACTS

    scope = FACTS[rule.id]["scope"]
    if rule.switch is not None or scope not in ("per_child", "per_family"):
        return True
    example, _ = _shortest(rule.id)
    world = example.world()
    entries = tuple(replace(each, about=(*each.about, SOMEBODY_ELSE)) if each.about else each for each in world.entries)
    shared = replace(world, entries=entries, people={**world.people, SOMEBODY_ELSE: KnownPerson(SOMEBODY_ELSE)})
    found = lines_of(ready(rule), shared, example.child, example.moment())
    alone = [line.what.about == (example.child,) for line in found if isinstance(line.what, Clock)]
    return not alone or any(alone) == (scope == "per_child")


def starts_on(rule: Standard, day: date) -> bool:
    """Whether the rule's first example that gives a clock still does when moved so that its clock starts on ``day``."""
    example, begun = _shortest(rule.id)
    moment = Moment(example.moment().as_at + (day - begun), example.moment().known_at)
    found = lines_of(ready(rule), shifted(example.world(), day - begun), example.child, moment)
    return any(_started(line) == day for line in found)


@cache
def _shortest(id: str) -> tuple[Example, date]:

    for example in sorted(tables()[id], key=lambda each: len(each.entries)):
        if example.known_at is None:
            for line in lines_of(ready(STANDARDS[id]), example.world(), example.child, example.moment()):
                return example, _started(line)
    raise AssertionError(f"{id} has no example that gives a clock")


def _started(line: HistoryLine) -> date:
    starts = line.what.starts  # type: ignore[union-attr]
    return starts if type(starts) is date else (starts - TICK).date()


def shifted(world: World, days: timedelta) -> World:
    """The world with every date in it moved, births included."""
    return replace(
        world,
        people={id: _born_later(person, days) for id, person in world.people.items()},
        entries=tuple(_later(entry, days) for entry in world.entries),
    )


def _born_later(person: KnownPerson, days: timedelta) -> KnownPerson:
    return replace(person, born=_move(person.born, days), expected=_move(person.expected, days))


def _later(entry: Entry, days: timedelta) -> Entry:
    data = entry.data.model_copy(update={name: _move(value, days) for name, value in entry.data if isinstance(value, When)})
    happened = _move(entry.happened, days)
    assert happened is not None
    return replace(entry, happened=happened, recorded_at=entry.recorded_at + days, data=data)


def _move(when: When | None, days: timedelta) -> When | None:
    if when is None:
        return None
    return replace(when, first=when.first + days, last=when.last + days, instant=when.instant + days if when.instant else None)
