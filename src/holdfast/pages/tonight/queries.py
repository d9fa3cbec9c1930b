"""The landing page at night: the box that finds a child, and the children on a child protection plan."""

from dataclasses import dataclass

from holdfast.identity.person_cards import Card, cards
from holdfast.kernel.moment import Moment
from holdfast.record.models import StoredSpan
from holdfast.record.read import world_of
from holdfast.standards.states import CHILD_PROTECTION_PLAN

# The list is for a glance before the telephone rings; an area with more children on plans finds them by name.
MOST_SHOWN = 200


@dataclass(frozen=True)
class PlannedChildren:
    """Children on a child protection plan now, by name. ``more`` says that not all are shown."""

    cards: tuple[Card, ...]
    total: int


def on_plan(moment: Moment) -> PlannedChildren:
    """Children with an open child protection plan, by family name and name."""
    # From what is stored and not worked out: the landing page must open at once, whatever the worker is doing.
    rows = StoredSpan.objects.filter(kind=CHILD_PROTECTION_PLAN.id, end__isnull=True).values_list("child_id", flat=True)
    ids = sorted(set(rows))
    world = world_of(ids, (), moment)
    # By family name, so that brothers and sisters stand together, as whoever calls speaks of "the Stone children".
    ordered = sorted(ids, key=lambda id: (_surname(world.people[id].names), world.people[id].name))[:MOST_SHOWN]
    return PlannedChildren(tuple(cards(ordered, world, moment)), len(ids))


def _surname(names: tuple[object, ...]) -> str:
    return str(getattr(names[0], "family", "") or "").lower() if names else ""
