"""The compiled rules say what the meaning of record says: every line of every standard and signal, to the microsecond and the
word, on the rules' own examples, on invented lives made from each rule, and on the review's own case."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from holdfast.engine.compiled.compiled_rules import CompiledRules
from holdfast.engine.compiled.evaluate import CaseEvaluator, lines_for
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.evaluation import people_read
from holdfast.engine.history_line import HistoryLine
from holdfast.engine.reference.evaluate import read
from holdfast.engine.reference.first_shown import ReferenceEvaluator
from holdfast.engine.rulebook import counted, published
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import NO_VALUES, Values
from holdfast.vocabulary.case_file import read_case
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World
from tests.bulk.generating import cases
from tests.sizes import one_in, taken
from tests.specs.judging import tables
from tests.specs.kit import CHILD, ORGANISATIONS, PEOPLE, RELATIONSHIPS, SIBLING, WORKERS

RULES = {**STANDARDS, **SIGNALS}
REVIEW = Path(__file__).parents[3] / "cases" / "review.json"
AS_IT_WAS_KNOWN = Moment(datetime(2022, 1, 31, 23, tzinfo=UTC), datetime(2022, 1, 31, 23, tzinfo=UTC))
WITH_HINDSIGHT = Moment(datetime(2023, 6, 30, 12, tzinfo=UTC), FOREVER)


def plain(lines: Sequence[HistoryLine]) -> list[tuple[str, ...]]:
    """Lines as they can be compared: every field with its name, instants in universal time."""
    return sorted(tuple(_fields(line)) for line in lines)


def _fields(line: HistoryLine) -> Iterator[str]:
    said = {**vars(line.what), "raised": line.raised_at, "withdrawn": line.withdrawn_at, "why withdrawn": line.withdrawn_why}
    said["ceased"] = line.ceased_at
    for name, value in said.items():
        yield f"{name}: {value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value}"


def differences(world: World, moment: Moment, people: Sequence[str], ids: Sequence[str], values: Values = NO_VALUES) -> list[str]:
    """What the two say otherwise of these people."""
    reference, compiled = ReferenceEvaluator(counted(world, values), moment), CaseEvaluator(world, moment, values)
    found = []
    for person in people:
        for id in ids:
            one, other = plain(read(reference, person, [id], values).lines), plain(compiled.read(person, [id]).lines)
            if one != other:
                found.append(f"{id} for {person}: {set(one) ^ set(other)}")
    return found


@pytest.mark.parametrize("id", RULES)
def test_the_compiled_rule_says_of_its_own_examples_what_the_meaning_of_record_says(id: str) -> None:
    for example in tables()[id]:
        assert differences(example.world(), example.moment(), [example.child], [id], example.values) == [], example.says


@pytest.mark.parametrize("id", RULES)
def test_the_compiled_rule_says_the_same_of_lives_invented_from_it(id: str) -> None:
    for world in cases(RULES[id], taken("lives invented from each rule, read by both engines")):
        if world.entries:
            last = Moment.live(max(entry.recorded_at for entry in world.entries))
            for moment in (last, AS_IT_WAS_KNOWN, WITH_HINDSIGHT):
                assert differences(world, moment, [CHILD, SIBLING], [id]) == []


@pytest.mark.parametrize("id", list(RULES)[:: one_in("lives invented from each rule, read by every other")])
def test_every_compiled_rule_says_the_same_of_a_life_invented_from_another(id: str) -> None:
    world = next(cases(RULES[id], 1))
    if world.entries:
        last = Moment.live(max(entry.recorded_at for entry in world.entries))
        assert differences(world, last, [CHILD], published().ids) == []


@pytest.mark.parametrize("share", [0.5, 1.0], ids=["half-way", "at its end"])
def test_the_compiled_rules_say_the_same_of_the_review(share: float) -> None:
    world = read_case(REVIEW.read_text(encoding="utf-8"))
    known = sorted(entry.recorded_at for entry in world.entries)
    moment = Moment.live(known[int((len(known) - 1) * share)])
    assert differences(world, moment, people_read(world), published().ids) == []


@pytest.mark.parametrize("id", list(RULES)[:: one_in("rules read with nothing kept")])
def test_nothing_is_kept_that_may_read_otherwise(id: str) -> None:
    """With every condition asked anew each time, the answers are the same: none looks at more than it says."""
    careful = CompiledRules(published(), caching=False)
    quick = CompiledRules(published())
    for world in cases(RULES[id], 2):
        moment = Moment.live(max((entry.recorded_at for entry in world.entries), default=AS_IT_WAS_KNOWN.as_at))
        one, other = (lines_for(FamilyRecord.of(world, moment), CHILD, rules, [id]) for rules in (careful, quick))
        assert [(line.what.key, line.raised_at, line.withdrawn_at) for line in one] == [
            (line.what.key, line.raised_at, line.withdrawn_at) for line in other
        ]


def test_where_two_stretches_of_a_state_come_to_one_thing_done_the_later_one_says_how_sure_its_day_is() -> None:
    world = case(
        ("letter", "preproceedings_letter_sent", "2021-09-13", "2021-09-13", {"to": ["father"]}),
        ("roughly", "preproceedings_started", {"from": "2021-09-03", "to": "2021-09-21"}, "2021-09-17", {}),
        ("court", "court_application_made", "2021-09-21T04:00:00+01:00", "2021-10-21", {"kind": "care order"}),
        ("again", "preproceedings_started", "2021-09-24", "2021-09-24", {}),
        ("letter-2", "preproceedings_letter_sent", "2021-09-24", "2022-04-12", {"to": ["father"]}),
        ("panel", "preproceedings_panel_held", "2022-03-15", "2022-10-01", {}),
    )
    assert differences(world, WITH_HINDSIGHT, [CHILD], ["PLO-08"]) == []
    surely = {line.what.key: line.what.approximate for line in CaseEvaluator(world, WITH_HINDSIGHT).read(CHILD, ["PLO-08"]).lines}  # type: ignore[union-attr]
    assert surely[f"PLO-08/{CHILD}/panel"]


def test_a_deadline_of_a_conference_that_was_taken_back_is_shown_as_it_was_counted_before_the_next_one_was_booked() -> None:
    decided = {"kind": "transfer_in", "decisions": [{"child": CHILD, "decision": "plan_continued", "reasons": "Still at risk."}]}
    made = {"kind": "review", "decisions": [{"child": CHILD, "decision": "plan_made", "category": "NEG", "reasons": "Neglect."}]}
    world = case(
        ("moved", "conference_held", "2021-05-10", "2021-05-10", decided),
        ("review", "conference_held", "2021-05-15", "2021-05-15", made),
        ("booked", "conference_booked", "2021-10-19", "2021-10-19", {"kind": "review", "for": "2021-10-19"}),
        withdrawn=("moved", "2021-06-27"),
    )
    assert differences(world, AS_IT_WAS_KNOWN, [CHILD], ["CP-43"]) == []
    clocks = CaseEvaluator(world, AS_IT_WAS_KNOWN).read(CHILD, ["CP-43"]).clocks
    assert {line.what.key: line.what.due for line in clocks}[f"CP-43/{CHILD}/moved"] == date(2021, 6, 25)


def case(*said: tuple[str, str, object, str, dict[str, object]], withdrawn: tuple[str, str] | None = None) -> World:
    """A child's record of a few entries: id, type, when it happened, the day it was recorded, and what it says; and which of
    them was taken back on what day."""
    entries = [
        Entry.build(id=id, type=type, happened=happened, recorded_at=f"{recorded}T20:00:00Z", about=(CHILD,), data=data)
        for id, type, happened, recorded, data in said
    ]
    if withdrawn is not None:
        which, day = withdrawn
        at = f"{day}T20:00:00Z"
        entries.append(
            Entry.build(
                id="taken-back",
                type="entry_withdrawn",
                happened=at,
                recorded_at=at,
                about=(CHILD,),
                data={},
                withdraws=which,
                reason="Recorded by mistake.",
            )
        )
    return World(ORGANISATIONS, WORKERS, PEOPLE, RELATIONSHIPS, tuple(entries))
