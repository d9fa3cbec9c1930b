"""Which families there are, and what help each of them has had."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from random import Random

from bench.ordinary import growing, home, school, workers
from holdfast.demo.days import years_before
from holdfast.demo.family_shapes import expecting, make
from holdfast.demo.lives.in_care import looked_after
from holdfast.demo.lives.in_court import before_court
from holdfast.demo.lives.in_need import in_need
from holdfast.demo.lives.ordinary import early_help, universal
from holdfast.demo.lives.protected import protection
from holdfast.demo.residents import Registry, Resident
from holdfast.demo.seeds import chance
from holdfast.demo.staff import TEAMS, Staff, staff
from holdfast.demo.story import Story
from holdfast.demo.texts import Pen
from holdfast.vocabulary.world import World

AT = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)  # Monday
END = date(2026, 11, 23)  # Monday
START = date(2024, 11, 25)  # Monday
YEARS = (END - START).days / 365.25
SEED = "ordinary families"
CATEGORIES = ("NEG", "EMO", "PHY")

Life = Callable[[Story, Random], object]
SHARES: tuple[tuple[str, int, tuple[float, float], Life], ...] = (
    ("universal", 40, (0, 0), lambda story, rng: None),
    ("expecting", 4, (0, 0), lambda story, rng: None),
    ("early help", 12, (2, 20), lambda story, rng: early_help(story, _ago(story), over=rng.random() < 0.5)),
    ("young carer", 3, (3, 18), lambda story, rng: school.young_carer(story, _ago(story))),
    ("disabled child", 6, (4, 22), lambda story, rng: growing.disabled(story, _ago(story))),
    ("in need", 15, (3, 20), lambda story, rng: in_need(story, _ago(story), rng.choice(CATEGORIES), over=rng.random() < 0.5)),
    ("protected", 10, (2, 18), lambda story, rng: protection(story, _ago(story), rng.choice(CATEGORIES))),
    ("protected, and over", 4, (15, 20), lambda story, rng: protection(story, _ago(story), "NEG", ends=True)),
    ("before court", 2, (8, 13), lambda story, rng: before_court(story, _ago(story), rng.randrange(6, 15), "EMO")),
    ("looked after", 3, (4, 22), lambda story, rng: looked_after(story, _ago(story))),
    ("with relatives", 2, (4, 22), lambda story, rng: looked_after(story, _ago(story), with_relative=True)),
)
"""What help, how many families of a hundred, how many months ago it began, and how that life is told."""


@dataclass(frozen=True)
class Household:
    """One family, its story, and the kind of help it was dealt."""

    kind: str
    story: Story

    @property
    def children(self) -> list[Resident]:
        """The children of the family."""
        return self.story.family.children

    def years(self, child: Resident) -> float:
        """How long this child was there to be worried about, in these two years: from twenty weeks before birth."""
        begins = child.born or years_before(child.expected or END, 0.4)
        return max((END - max(begins, START)).days, 0) / 365.25

    @property
    def world(self) -> World:
        """The family as a case of its own."""
        story = self.story
        people = {one.id: one.person() for one in story.family.everybody}
        entries = tuple(sorted(story.entries, key=lambda entry: (entry.recorded_at, entry.id)))
        links = tuple(story.family.relationships)
        return World(story.staff.organisations, story.staff.workers, people, links, entries)


_MONTHS: dict[str, float] = {}


def _ago(story: Story) -> float:
    return _MONTHS[story.family.key]


def households(years: float) -> Iterator[Household]:
    """Families until there are so many child-years; the same every time. Every hundred families have every kind."""
    registry, people, told, number = Registry(END), staff(), 0.0, 0
    leads = [worker for team in TEAMS.values() for worker in team]
    order = _order()
    while told < years:
        kind, months, life = order[number % len(order)]
        found = _household(registry, people, f"ordinary-{number}", kind, months, life, leads[number % len(leads)])
        told += sum(found.years(child) for child in found.children)
        number += 1
        yield found


def _order() -> list[tuple[str, tuple[float, float], Life]]:
    """A hundred families, the kinds well mixed, so that any stretch of them is like the whole."""
    rows = [((place + 0.5) / count, kind, months, life) for kind, count, months, life in SHARES for place in range(count)]
    return [(kind, months, life) for _, kind, months, life in sorted(rows, key=lambda row: (row[0], row[1]))]


def _household(
    registry: Registry, people: Staff, key: str, kind: str, between: tuple[float, float], life: Life, lead: str
) -> Household:
    rng = chance(SEED, key)
    months = rng.uniform(*between)
    if kind == "expecting":
        family = expecting(registry, key, rng.uniform(1, 6), rng.randrange(1, 3))
    else:
        family = make(registry, key, rng, at_least=(months + 3) / 12 if between[1] else 0)
    known = between[1] > 0 and kind not in ("early help", "young carer")
    story = Story(family, AT, people, Pen(), lead=lead if known else None)
    _MONTHS[key] = months
    if known:
        story.lead = lead
    if kind not in ("looked after", "with relatives"):
        universal(story)
    life(story, rng)
    away = kind in ("looked after", "with relatives")
    for child in family.children:
        growing.up(story, child, rng, START)
        school.days(story, child, rng, START)
    if not away:
        home.life(story, rng, START, watched=known)
    if known:
        workers.come_and_go(story, rng, months)
    return Household(kind, story)
