"""What waits for people in Northmere stays of a human length: the stories record what the standards and signals ask."""

from collections import Counter
from dataclasses import dataclass, field

import pytest

from holdfast.demo.invented_partnership import Northmere
from holdfast.demo.northmere import build
from holdfast.demo.story import Story
from holdfast.engine.clock import Clock
from holdfast.engine.compiled.evaluate import CaseEvaluator
from holdfast.engine.history_line import HistoryLine
from holdfast.kernel.moment import Moment
from holdfast.vocabulary.world import World
from tests.demo.conftest import AT

PART = 0.08
AWAY = "sam.poole"
"""Who is off, with the family that everybody in the demonstration knows."""


@dataclass
class Open:
    """What is overdue or worrying today, by rule and by the worker who leads; ``told`` are the families of each rule."""

    rules: Counter[str] = field(default_factory=Counter)
    leads: Counter[str | None] = field(default_factory=Counter)
    told: dict[str, set[str]] = field(default_factory=dict)

    def add(self, story: Story, line: HistoryLine) -> None:
        """One more line."""
        self.rules[line.rule] += 1
        self.leads[story.lead] += 1
        self.told.setdefault(line.rule, set()).add(story.family.key)


def open_today(made: Northmere) -> Open:
    """Every overdue clock and open signal of every child."""
    found = Open()
    for story in made.stories:
        family = story.family
        people = {one.id: one.person() for one in family.everybody}
        entries = tuple(sorted([*story.entries, *made.shared], key=lambda entry: (entry.recorded_at, entry.id)))
        world = World(made.staff.organisations, made.staff.workers, people, tuple(family.relationships), entries)
        reader = CaseEvaluator(world, Moment.live(AT))
        for child in family.children:
            for line in reader.read(child.id).lines:
                if _is_open(line):
                    found.add(story, line)
    return found


def _is_open(line: HistoryLine) -> bool:
    if isinstance(line.what, Clock):
        return line.what.state(AT) == "overdue"
    ended = line.what.ended_at
    return line.withdrawn_at is None and line.what.raised_at <= AT and (ended is None or ended > AT)


@pytest.fixture(scope="module")
def today() -> Open:
    """A small Northmere with a family of every kind and all that are told one by one."""
    return open_today(build(AT, part=PART))


def test_no_social_worker_has_more_open_than_a_person_can_read(today: Open) -> None:
    others = Counter({lead: n for lead, n in today.leads.items() if lead != AWAY})
    assert max(others.values()) <= 22, others.most_common(3)
    assert today.leads[AWAY] <= 80


def test_no_rule_sounds_for_every_family_because_the_stories_do_not_record_what_it_asks(today: Open) -> None:
    assert {rule: len(families) for rule, families in today.told.items() if len(families) > 8} == {}


def test_the_families_that_are_meant_to_worry_somebody_still_do(today: Open) -> None:
    wanted = {
        "WK-01",
        "CP-30",
        "CP-22",
        "CP-34",
        "CP-35",
        "PLO-05",
        "AS-01",
        "SIG-NEGLECT-CUMULATIVE",
        "SIG-CHILD-ASKS-FOR-SAFETY",
    }
    assert wanted <= set(today.rules)


if __name__ == "__main__":  # the whole of Northmere, printed
    found = open_today(build(AT))
    for rule, n in found.rules.most_common():
        print(f"{n:5} in {len(found.told[rule]):3} families  {rule}")  # noqa: T201
    for lead, n in found.leads.most_common():
        print(f"{n:5} with {lead}")  # noqa: T201
