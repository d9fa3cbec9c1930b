"""Northmere on one day: every family, every worker, everything that has happened. Pure: nothing is stored here."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from holdfast.demo import brannigans
from holdfast.demo import scripted_families as specials
from holdfast.demo.away import absences
from holdfast.demo.family_shapes import make
from holdfast.demo.invented_partnership import Northmere, Progress
from holdfast.demo.lives.in_care import looked_after
from holdfast.demo.lives.in_court import before_court, enquiry_under_way
from holdfast.demo.lives.in_need import in_need
from holdfast.demo.lives.ordinary import early_help, universal
from holdfast.demo.lives.protected import protection
from holdfast.demo.residents import Registry
from holdfast.demo.seeds import chance
from holdfast.demo.staff import TEAMS, staff
from holdfast.demo.story import Story
from holdfast.demo.texts import Pen
from holdfast.kernel.when import london_day

Life = Callable[[Story, float], object]

CATEGORIES = ("NEG", "NEG", "EMO", "PHY")


def _dealt() -> list[tuple[str, int, tuple[float, float], Life]]:
    """What kinds of lives there are, how many families lead each, how many months ago it began, and how it is told."""
    # Drawn in this order alone. A kind of life that is added goes to the end, or every family after it is another.
    draw = chance("deal")

    def one(life: Callable[..., object], *also: Callable[[], object], **more: object) -> Life:
        return lambda story, months: life(story, months, *(each() for each in also), **more)

    category = partial(draw.choice, CATEGORIES)
    return [
        ("universal", 78, (0, 0), lambda story, months: universal(story)),
        ("early-help", 26, (1, 9), one(early_help)),
        ("early-help-over", 6, (7, 14), one(early_help, over=True)),
        ("in-need", 34, (1.2, 11), one(in_need, category)),
        ("in-need-over", 8, (8, 20), one(in_need, category, over=True)),
        ("protected", 18, (0.6, 14), one(protection, category)),
        ("protected-apart", 2, (3, 9), one(protection, category, apart=True)),
        ("protected-over", 5, (14, 21), one(protection, category, ends=True)),
        ("before-court", 3, (6, 11), one(before_court, partial(draw.randrange, 5, 13))),
        ("looked-after", 11, (1, 22), one(looked_after)),
        ("with-relatives", 3, (2, 12), one(looked_after, with_relative=True)),
        ("enquiry", 3, (0, 0), lambda story, months: enquiry_under_way(story, draw.randrange(2, 5))),
    ]


def build(at: datetime, progress: Progress | None = None, *, part: float = 1) -> Northmere:
    """Northmere as it stands at ``at``. The same instant gives the same partnership. ``part`` makes fewer of the families
    that are dealt, of every kind at least one: a small Northmere for tests."""
    made = Northmere(at, staff())
    pen, registry, today = Pen(), Registry(london_day(at)), london_day(at)
    # In turn and not by chance, so that teams are of a size and no worker has forty children.
    leads = _leads()
    brannigans.tell(made, pen, registry)
    specials.tell(made, pen, registry)
    # One of every kind at least: a small Northmere in a test still has everything that can go wrong.
    dealt = [(kind, max(1, round(count * part)), months, life) for kind, count, months, life in _dealt()]
    total, done = sum(row[1] for row in dealt), 0
    for kind, count, (low, high), life in dealt:
        for number in range(count):
            key = f"{kind}-{number}"
            rng = chance("shape", key)
            months = rng.uniform(low, high)
            # Children of a plan were all born before it: a baby who comes later has a story of its own.
            family = make(registry, key, rng, at_least=(months + 3) / 12 if months else 0)
            story = Story(family, at, made.staff, pen, lead=leads[done % len(leads)])
            life(story, months)
            made.stories.append(story)
            done += 1
            if progress and done % 20 == 0:
                progress("families", done, total)
    # Last: cover is named for children whom somebody leads for, and all stories have to be there to say who they are.
    absences(made, today)
    return made


def _leads() -> list[str]:
    """Social workers in turn, one from each team, so that no team has everything. Sam Poole's share is small: he is away."""
    everybody = [list(workers) for workers in TEAMS.values()]
    # The third team is Ruth Adeyemi's, which is his.
    everybody[2].append("sam.poole")
    longest = max(map(len, everybody))
    return [workers[place % len(workers)] for place in range(longest * 2) for workers in everybody]


def counted(made: Northmere, today: date) -> dict[str, int]:
    """How much there is of everything."""
    children = [child for family in made.families for child in family.children]
    return {
        "families": len(made.families),
        "children": len(children),
        "unborn": sum(child.born is None for child in children),
        "people": sum(len(family.everybody) for family in made.families),
        "entries": len(made.entries),
        "children under five": sum(child.age(today) < 5 for child in children),
    }
