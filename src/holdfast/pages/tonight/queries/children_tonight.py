"""The first page of the night: which children tonight may be about, found by index, and those on a plan."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import connection

from holdfast.access.entry_readers import Reader, may_read
from holdfast.access.moments import PastMoment
from holdfast.engine.reference.person_view import PersonView
from holdfast.identity.person_cards import Card, cards
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.pages.child.queries.case import CaseFamily
from holdfast.record.models import EntryEnvelope, Person, StoredSpan, Worker
from holdfast.record.read import entries_about_of, world_of
from holdfast.standards.states import CHILD_PROTECTION_PLAN, MISSING, POLICE_PROTECTION
from holdfast.vocabulary.entry import Entry

# The list is for a glance before the telephone rings; an area with more children on plans finds them by name.
MOST_SHOWN = 200
BEGUN = ("missing_started", "police_protection_started")
READ = (
    *BEGUN,
    *("missing_ended", "police_protection_ended", "message_received", "message_answered", "person_excluded", "exclusion_ended"),
    *("contingency_agreed", "death_recorded", "birth_recorded", "entry_withdrawn"),
)
BEGAN_BY = """
SELECT DISTINCT a.person_id FROM record_entryenvelope e JOIN record_entryabout a ON a.envelope_id = e.id
WHERE e.type = ANY(%(begun)s) AND e.recorded_at <= %(known)s AND e.happened_start <= %(at)s
"""
# The day has an index of its own: a day of this week is found without reading who was ever kept away.
ENDS_SOON = """
SELECT DISTINCT a.person_id
FROM record_entrybody b JOIN record_entryenvelope e ON e.id = b.envelope_id JOIN record_entryabout a ON a.envelope_id = e.id
WHERE left(b.data ->> 'until', 10) = ANY(%(days)s) AND e.type = 'person_excluded' AND e.recorded_at <= %(known)s
"""


@dataclass(frozen=True)
class PlannedChildren:
    """Children on a child protection plan now, by name. ``total`` says how many there are, where not all are shown."""

    cards: tuple[Card, ...]
    total: int


def families_tonight(
    moment: Moment, *, tonight: timedelta, recent: timedelta, reader: Reader | None = None
) -> tuple[CaseFamily, list[str]]:
    """Everybody whom tonight may be about, with what the record says of it to this reader. ``tonight`` is how far back the night
    reaches, ``recent`` how long ago a plan for emergencies was agreed that somebody may expect to need."""
    ids = sorted(_going_on(moment) | _lately(moment, tonight, recent) | _ending_soon(moment))
    entries = [entry for entry in entries_about_of(ids, READ, moment) if reader is None or may_read(entry, reader)]
    # Whoever an entry names beside the child is read too: the page says who must stay away, and not an id.
    family = CaseFamily(world_of([*ids, *_named(entries)], entries, moment), moment)
    # An open case of somebody who has grown up, or died, is not a child of tonight.
    people = family.world.people
    return family, [id for id in ids if id in people and PersonView(family.known, id).is_child_on(family.day)]


def _going_on(moment: Moment) -> set[str]:
    """Who is missing or in police protection, or may have been on a page of the past."""
    if not isinstance(moment, PastMoment):
        open_now = StoredSpan.objects.filter(kind__in=(MISSING.id, POLICE_PROTECTION.id), end__isnull=True)
        return set(open_now.values_list("child_id", flat=True))
    # What is stored is of now. Whoever asks about a day in the past reads everybody of whom it had begun by then.
    with connection.cursor() as cursor:
        cursor.execute(BEGAN_BY, {"begun": list(BEGUN), "known": moment.known_at, "at": moment.as_at})
        return {person for (person,) in cursor.fetchall()}


def _lately(moment: Moment, tonight: timedelta, recent: timedelta) -> set[str]:
    """By when it was recorded, which has an index: what was written tonight, whatever day it speaks of."""
    # Also who went missing tonight, at an hour that was still to come when it was written down.
    since = {"contingency_agreed": recent, "message_received": tonight, **dict.fromkeys(BEGUN, tonight)}
    rows = EntryEnvelope.objects.filter(recorded_at__lte=moment.known_at)
    found = [rows.filter(type=type, recorded_at__gt=moment.as_at - ago) for type, ago in since.items()]
    return {person for each in found for person in each.values_list("abouts__person_id", flat=True) if person is not None}


def _ending_soon(moment: Moment) -> set[str]:
    today = london_day(moment.as_at)
    with connection.cursor() as cursor:
        days = [(today + timedelta(days=ahead)).isoformat() for ahead in range(3)]
        cursor.execute(ENDS_SOON, {"known": moment.known_at, "days": days})
        return {person for (person,) in cursor.fetchall()}


def _named(entries: list[Entry]) -> list[str]:
    said = {str(each) for entry in entries for name in ("person", "carers") for each in _listed(entry, name)}
    return sorted(Person.objects.filter(pk__in=said).values_list("pk", flat=True))


def _listed(entry: Entry, name: str) -> tuple[object, ...]:
    found = getattr(entry.data, name, None)
    return tuple(found) if isinstance(found, tuple) else (found,) if found else ()


def on_plan(moment: Moment, *, reader: Worker | None) -> PlannedChildren:
    """Children with an open child protection plan, by family name and name."""
    # From what is stored and not worked out: the landing page must open at once, whatever the worker is doing.
    rows = StoredSpan.objects.filter(kind=CHILD_PROTECTION_PLAN.id, end__isnull=True).values_list("child_id", flat=True)
    ids = sorted(set(rows))
    deaths = entries_about_of(ids, ("death_recorded", "birth_recorded", "entry_withdrawn"), moment)
    family = CaseFamily(world_of(ids, deaths, moment), moment)
    # A plan that nobody closed, of somebody who has died or grown up since, is for the morning.
    living = [id for id in ids if PersonView(family.known, id).is_child_on(family.day)]
    # By family name, so that brothers and sisters stand together, as whoever calls speaks of "the Stone children".
    people = family.world.people
    ordered = sorted(living, key=lambda id: (_surname(people[id].names), people[id].name))[:MOST_SHOWN]
    return PlannedChildren(tuple(cards(ordered, family.world, moment, reader=reader)), len(living))


def _surname(names: tuple[object, ...]) -> str:
    return str(getattr(names[0], "family", "") or "").lower() if names else ""
