"""Every yes-or-no question that a rule asks of an entry is answered by the compiled engine as the meaning of record answers it:
yes, no, or what would have to be recorded to say."""

import importlib
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NamedTuple

import pytest

import holdfast.engine.reference.conditions  # noqa: F401  (what they mean is registered)
from holdfast.engine.compiled import conditions as meanings
from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.event import Test
from holdfast.engine.compiled.expression import LooksAt
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.instants import ALWAYS, LAST, NEVER
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.person_identity import Identity
from holdfast.engine.compiled.version_timeline import Timeline
from holdfast.engine.reference.event import EntryContext, holds
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.unknown import Unknown
from holdfast.rules import conditions
from holdfast.rules.event import Condition, Event
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.vocabulary.entry import Entry
from tests.engine.test_meanings import files
from tests.specs.judging import tables
from tests.specs.kit import CHILD, FATHER, MOTHER, Example

Types = tuple[str, ...]
WHOLE, PART = 40, 6
"""In how many examples a question is asked, and in how many where that is slower."""
STARTS = 5
SUBJECTS = (None, MOTHER, FATHER, "school", CHILD)
KINDS = sorted(conditions.__all__)
PLAIN = Compiler()
AFRESH = Compiler(caching=False)


class Question(NamedTuple):
    """A condition, the types of the entries it is asked of, and the rules that ask it."""

    node: Condition
    types: Types
    rules: tuple[str, ...]


class Page(NamedTuple):
    """One example as both engines read it."""

    view: PersonView
    person: PersonRecord
    entries: tuple[Entry, ...]
    compact: dict[str, CompactEntry]

    @classmethod
    def of(cls, example: Example, who: str) -> "Page":
        world, moment = example.world(), example.moment()
        known, record = RecordView(world, moment), FamilyRecord.of(world, moment)
        compact = {each.id: each for type in {entry.type for entry in world.entries} for each in record.read(None, (type,))}
        return cls(PersonView.of(known, who), PersonRecord.of(record, who), known.entries, compact)


class Answered(NamedTuple):
    """A question with the answer that is wanted and the answer that is given."""

    question: Question
    entry: Entry
    start: Entry | None
    subject: str | None
    wanted: bool | str
    given: bool | str


# Which questions the rules ask.


def asked(value: Any, types: Types = ()) -> Iterator[tuple[Condition, Types]]:
    """Every condition in a rule, however deep, with the types of the entries it is asked of."""
    if isinstance(value, list | tuple):
        for each in value:
            yield from asked(each, types)
    elif is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, Condition):
            yield value, types
        within = value.types if isinstance(value, Event) else _of_trigger(value) or types
        for each in fields(value):
            yield from asked(getattr(value, each.name), within)


def _of_trigger(value: Any) -> Types:
    """The types of what a trigger, a shape or a condition speaks of before it says how that is narrowed."""
    heads = [getattr(value, name) for name in ("trigger", "state", "event", "events", "after", "starts") if hasattr(value, name)]
    return tuple(dict.fromkeys(type for event in _events(heads) for type in event.types))


def _events(value: Any) -> Iterator[Event]:
    if isinstance(value, list | tuple):
        for each in value:
            yield from _events(each)
    elif isinstance(value, Event):
        yield value
    elif is_dataclass(value) and not isinstance(value, Condition):
        for each in fields(value):
            yield from _events(getattr(value, each.name))


@cache
def questions() -> dict[str, list[Question]]:
    """Every different question, by the kind of condition it is."""
    rules: dict[tuple[Condition, Types], set[str]] = defaultdict(set)
    said = {**STANDARDS, **{id: signal.shape for id, signal in SIGNALS.items()}}
    for id, rule in said.items():
        for node, types in asked(rule):
            rules[node, types].add(id)
    found: dict[str, list[Question]] = defaultdict(list)
    for (node, types), ids in rules.items():
        found[type(node).__name__].append(Question(node, types, tuple(sorted(ids))))
    return found


# Where they are asked.


@cache
def page(rule: str, number: int, who: str | None = None) -> Page:
    """An example of a rule, seen from its child or from somebody else."""
    example = tables()[rule][number]
    return Page.of(example, who or example.child)


@cache
def examples_with(type: str) -> tuple[tuple[str, int], ...]:
    """The examples in which there are entries of a type."""
    return tuple(
        (rule, number)
        for rule, examples in tables().items()
        for number, example in enumerate(examples)
        if any(each.type == type for each in example.entries)
    )


def spread(several: Sequence[Any], n: int) -> list[Any]:
    """So many of several, from the first to the last."""
    return [several[place * len(several) // n] for place in range(n)] if len(several) > n else list(several)


def examples(question: Question, n: int, *, late: bool = False) -> list[tuple[str, int]]:
    """Examples that have something to ask about, half of them of the rules that ask it. ``late``: those alone in which
    something was learned late."""
    there = sorted({each for type in question.types for each in examples_with(type)})
    if late:
        there = [(rule, number) for rule, number in there if is_late(tables()[rule][number])]
    own = spread([each for each in there if each[0] in question.rules], n // 2)
    return [*own, *spread([each for each in there if each[0] not in question.rules], n - len(own))]


def pages(question: Question, n: int) -> Iterator[Page]:
    """So many examples, some also as a grown-up's record."""
    there = examples(question, n)
    yield from (page(*each) for each in there)
    yield from (page(*each, MOTHER) for each in spread(there, n // 5))


def askings(here: Page, types: Types) -> Iterator[tuple[Entry, Entry | None, str | None]]:
    """What is asked about: each entry by itself, and beside each of a few others as the one that started a clock."""
    for number, entry in enumerate(each for each in here.entries if each.type in types):
        yield entry, None, None
        for place, start in enumerate(spread(here.entries, STARTS)):
            yield entry, start, SUBJECTS[(number + place) % len(SUBJECTS)]


# What the answers are.


def by_the_reference(node: Condition, view: PersonView, entry: Entry, start: Entry | None, subject: str | None) -> bool | str:
    """What the meaning of record answers."""
    answer = holds(node, EntryContext(view, entry, start=start, subject=subject))
    return answer.missing if isinstance(answer, Unknown) else answer


def compiled(compiler: Compiler, question: Question) -> Test:
    """The question as a function."""
    return compiler.answer(question.node, question.types, type(question.node).__name__)


def answers(compiler: Compiler, kind: str, n: int) -> Iterator[Answered]:
    """Every question of a kind with both answers, in so many examples each."""
    for question in questions()[kind]:
        test = compiled(compiler, question)
        for here in pages(question, n):
            for entry, start, subject in askings(here, question.types):
                wanted = by_the_reference(question.node, here.view, entry, start, subject)
                began = None if start is None else here.compact[start.id]
                given = test(here.person, here.compact[entry.id], began, subject)
                yield Answered(question, entry, start, subject, wanted, given)


def test_every_example_is_read_alike() -> None:
    for rule in sorted(tables()):
        for number in range(min(2, len(tables()[rule]))):
            here = page(rule, number)
            read = here.person.record.read(None, tuple({each.type for each in here.entries}))
            assert [each.id for each in read] == [each.id for each in here.entries], (rule, number)


@pytest.mark.parametrize("kind", KINDS)
def test_each_question_has_the_answer_of_the_meaning_of_record(kind: str) -> None:
    wrong, seen = [], set()
    for each in answers(PLAIN, kind, WHOLE):
        seen.add(each.given)
        if type(each.given) is not type(each.wanted) or each.given != each.wanted:
            wrong.append(each)
    assert wrong == []
    assert seen >= {True, False}, "it is never asked where it would be otherwise"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_is_kept_makes_an_answer_different(kind: str) -> None:
    assert [each for each in answers(AFRESH, kind, PART) if each.given != each.wanted] == []


# Answers as the record comes to be known.


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_stands_for_as_long_as_it_says(kind: str) -> None:
    for question in questions()[kind]:
        test, afresh = compiled(PLAIN, question), compiled(AFRESH, question)
        for each in examples(question, PART, late=True):
            assert list(changing(test, afresh, question.types, history(*each))) == [], question


def is_late(example: Example) -> bool:
    """Whether something of it was learned late, or put right."""
    return any(each.recorded or each.corrects or each.withdraws for each in example.entries)


class History(NamedTuple):
    """An example as it came to be known: one record to look at in every state, and one for each state that is looked at in no
    other."""

    whole: PersonRecord
    apart: dict[int, PersonRecord]


@cache
def history(rule: str, number: int) -> History:
    """How an example came to be known."""
    example = tables()[rule][number]
    whole = person_of(example)
    versions = whole.record.timeline(None, tuple({each.type for each in example.entries})).versions
    instants = sorted({ALWAYS, *(at for each in versions for at in (each.since, each.until) if at <= LAST)})
    apart = {at: person_of(example) for at in instants}
    for at, person in apart.items():
        person.view.at = at
    return History(whole, apart)


def person_of(example: Example) -> PersonRecord:
    """The child of an example, in a record that nobody has looked at."""
    return PersonRecord.of(FamilyRecord.of(example.world(), example.moment()), example.child)


def changing(test: Test, afresh: Test, types: Types, history: History) -> Iterator[tuple[object, ...]]:
    """Where an answer was said to stand and another state of knowledge gives another."""
    view, instants = history.whole.view, list(history.apart)
    for number, at in enumerate(instants):
        view.at = at
        read = history.whole.anybodys(tuple(history.whole.record.there()))
        for entry in (each for each in read if each.type in types):
            for start in (None, *spread(read, 2)):
                view.until = NEVER
                answer, until = test(history.whole, entry, start, MOTHER), view.until
                for later in (each for each in instants[number:] if each < until):
                    then = history.apart[later]
                    there = {each.id: each for each in then.anybodys(tuple(then.record.there()))}
                    if entry.id in there and (start is None or start.id in there):
                        found = afresh(then, there[entry.id], None if start is None else there[start.id], MOTHER)
                        if found != answer:
                            yield at, until, later, entry, start, answer, found


# What a question looks at.


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_says_all_that_it_looks_at(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = watch(monkeypatch)
    for question in questions()[kind]:
        said = PLAIN.condition(question.node, question.types).looks_at
        looked.clear()
        for rule, number in examples(question, WHOLE // 2):
            if tables()[rule][number].child == CHILD:
                ask_of(question, tables()[rule][number], looked)
        # Whoever looks at other entries is asked anew each time, whatever else is looked at.
        assert looked <= said or "others" in said, question


def ask_of(question: Question, example: Example, looked: set[LooksAt]) -> None:
    """Ask it of every entry, by itself and beside others, and note where it makes a difference beside what."""
    test, before, person = compiled(PLAIN, question), set(looked), person_of(example)
    read = person.record.view.read(person.record.timeline(None, tuple(person.record.there())))
    looked.clear()
    looked.update(before)
    for entry in (each for each in read if each.type in question.types):
        alone = test(person, entry, None, None)
        beside = [test(person, entry, start, subject) for start in (None, *spread(read, STARTS)) for subject in SUBJECTS]
        if any(each != alone for each in beside):
            looked.add("start")


def watch(monkeypatch: pytest.MonkeyPatch) -> set[LooksAt]:
    """What anybody looks at from now on."""
    looked = set[LooksAt]()
    timeline, current, identity = FamilyRecord.timeline, FamilyRecord.current, PersonRecord.identity

    def watched_timeline(self: FamilyRecord, person: str | None, types: Types) -> Timeline:
        looked.add("others")
        return timeline(self, person, types)

    def watched_current(self: FamilyRecord, id: str) -> CompactEntry | None:
        looked.add("references")
        return current(self, id)

    def watched_identity(self: PersonRecord) -> Identity:
        before = set(looked)
        found = identity(self)
        looked.clear()
        looked.update(before | {"identity" if self.id == CHILD else "others"})
        return found

    monkeypatch.setattr(FamilyRecord, "timeline", watched_timeline)
    monkeypatch.setattr(FamilyRecord, "current", watched_current)
    monkeypatch.setattr(PersonRecord, "identity", watched_identity)
    return looked


# Where their meaning is found.


@pytest.mark.parametrize("name", files(conditions))
def test_each_condition_is_given_its_meaning_in_the_file_of_the_same_name(name: str) -> None:
    said = importlib.import_module(f"{conditions.__name__}.{name}")
    meant = {each for each, meaning in MEANINGS.items() if meaning.__module__ == f"{meanings.__name__}.{name}"}
    assert meant == {each for each in Condition.__subclasses__() if each.__module__ == said.__name__}


def test_a_condition_without_a_compiled_meaning_is_refused_as_the_meanings_are_imported() -> None:
    unmeant = (
        "import holdfast.engine.reference.conditions\n"
        "from holdfast.rules.event import Condition\n"
        "class Unheard(Condition): pass\n"
        "import holdfast.engine.compiled.conditions\n"
    )
    done = subprocess.run([sys.executable, "-c", unmeant], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ImportError: no meaning is given to the condition Unheard: " in done.stderr
