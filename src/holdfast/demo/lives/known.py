"""What makes a child known and not only visited: who else sees them each week, whom they trust, and what a day is like."""

from datetime import date

from holdfast.demo.days import working
from holdfast.demo.residents import Resident
from holdfast.demo.staff import FAMILY_SUPPORT
from holdfast.demo.story import Story

# A child who was seen at school in August would be noticed by any teacher who looks.
HOLIDAYS = (
    ((1, 1), (1, 4)),
    ((2, 14), (2, 21)),
    ((4, 1), (4, 14)),
    ((5, 24), (5, 31)),
    ((7, 22), (9, 2)),
    ((10, 24), (10, 31)),
    ((12, 20), (12, 31)),
)
"""When the schools of Northmere are shut, as (month, day), near enough."""

CENTRE = "ruby.lane"
"""Who runs the group for babies at the children's centre."""

UNKEPT = 0.06
"""How often a school or a group forgets to say that a child was there."""


def in_term(day: date) -> bool:
    """Whether schools are open."""
    return not any(first <= (day.month, day.day) <= last for first, last in HOLIDAYS)


def seen_by_others(story: Story, start: date, end: date, about: list[Resident]) -> None:
    """While a social worker is involved school, nursery or the children's centre say every week or two that each child was
    there; in the holidays a family support worker looks in."""
    last = min(end, story.today)
    together: dict[tuple[str | None, date], list[Resident]] = {}
    for child in about:
        if child.born is not None:
            place = story.school_lead(child, start) if child.age(start) >= 2 else None
            together.setdefault((place, max(start, child.born)), []).append(child)
    # Brothers and sisters at one school are seen in one entry, as a school would write it.
    for (place, begins), children in together.items():
        for day in story.every(begins, last, *((7, 1) if place else (3, 0))):
            if story.rng.random() >= UNKEPT:
                _seen(story, children, day, at_school=place is not None)


def _seen(story: Story, children: list[Resident], day: date, *, at_school: bool) -> None:
    support = FAMILY_SUPPORT.get(story.manager or "", CENTRE)
    if not at_school:
        by, how = (story.health_visitor, "health") if day.day % 2 else (CENTRE, "other")
    elif in_term(day):
        by, how = story.school_lead(children[0], day) or CENTRE, "school_or_nursery"
    else:
        by, how = support, "other"
    story.tell("child_sighted", day, children, by=by, seen=[child.id for child in children], by_=by, how=how)


def lived(story: Story, start: date, end: date, about: list[Resident], *, every: int = 48) -> None:
    """Whom the child trusts is asked in the first weeks, and what a day is like every two months or so."""
    last = min(end, story.today)
    for child in about:
        if child.born is None:
            continue
        begins = max(start, child.born)
        if (asked := working(begins, story.rng.randrange(6, 16))) < last:
            trusted = _trusted(story, child, asked)
            story.tell("trusted_person_named", asked, [child], by=story.lead, child=child.id, person=trusted)
        first = working(begins, story.rng.randrange(8, 30))
        for day in [first, *story.every(first, last, every, 6)]:
            if day < last:
                by = story.lead if story.rng.random() < 0.6 else story.school_lead(child, day) or story.health_visitor
                text = story.note("day", "text", child=child)
                story.tell("day_in_the_life_recorded", day, [child], by=by, text=text)


def _trusted(story: Story, child: Resident, day: date) -> str:
    """A relative, a teacher, or whoever comes most: the child says."""
    carer, lead = story.family.carer, story.school_lead(child, day)
    choices = [story.health_visitor if child.age(day) < 5 else lead, carer.id if carer else lead, lead]
    return story.rng.choice([each for each in choices if each]) if any(choices) else story.health_visitor
