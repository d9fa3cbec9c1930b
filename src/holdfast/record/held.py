"""The families this process has worked with of late, each with what was derived for it. Nothing is taken from here before the
database has said that nothing in it has changed."""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.db import connection

from holdfast.engine.clock import Clock
from holdfast.engine.reference.history import Part, Rule, Shown
from holdfast.engine.reference.ongoing import Ongoing
from holdfast.engine.rulebook import counted
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import start_of_day
from holdfast.record import outside, read, rows
from holdfast.standards.local_values import Values
from holdfast.vocabulary.entry import Entry

MOST_FAMILIES = 500
MOST_ENTRIES = 100_000
Fields = dict[str, Any]

GLANCE = f"""
SELECT
  (SELECT array_agg(person_id || ' ' || xmin::text || ' ' || ctid::text) FROM record_rechecked
    WHERE person_id = ANY(%(people)s::varchar[])),
  (SELECT count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) FROM record_personfact
    WHERE person_id = ANY(%(people)s::varchar[])),
  (SELECT count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) FROM record_relationship
    WHERE from_person_id = ANY(%(people)s::varchar[]) OR to_person_id = ANY(%(people)s::varchar[])),
  (SELECT coalesce(max(id), 0) FROM record_localsetting),
  {outside.VERSION}
"""  # noqa: S608  (made of nothing but what is written here)
VERSIONS = "SELECT person_id, xmin::text || ' ' || ctid::text FROM record_rechecked WHERE person_id = ANY(%(people)s::varchar[])"


@dataclass(frozen=True)
class Seen:
    """How some people's rows stood. ``rechecked`` has the version of the row that every writing about one of them writes
    anew: as long as it is the same, nothing has been recorded about them."""

    rechecked: dict[str, str]
    facts: str
    relationships: str
    settings: int
    parties: str
    about_nobody: int


def glance(people: Collection[str]) -> Seen:
    """How these people's rows stand now."""
    return seen(rows.ask(GLANCE, {"people": list(people), **outside.known()})[0])


def seen(row: tuple[Any, ...]) -> Seen:
    """The answer to ``GLANCE``. Brings what stands in every world up to date with it."""
    rechecked, facts, relationships, settings, *version = row
    now = outside.as_of(*version)
    split = (each.split(" ", 1) for each in rechecked or ())
    return Seen(dict(split), facts, relationships, settings, now.parties, now.last)


def versions(people: Collection[str]) -> dict[str, str]:
    """The versions of what was last worked out for these people."""
    return dict(rows.ask(VERSIONS, {"people": list(people)}))


@dataclass
class Member:
    """One person's derived rows as they are stored, which part each comes from, and when time alone may change one."""

    at: datetime
    clocks: dict[str, Fields]
    alerts: dict[str, Fields]
    spans: set[tuple[Any, ...]]
    keys: dict[Part, frozenset[str]] = field(default_factory=dict)
    soon: dict[Part, datetime] = field(default_factory=dict)

    def due(self, at: datetime) -> set[Part]:
        """The parts that time may have changed by ``at``."""
        return {part for part, instant in self.soon.items() if instant <= at}


@dataclass
class Held:
    """One family's world with its members."""

    family: tuple[str, ...]
    networks: dict[str, tuple[str, ...]]
    seen: Seen
    values: Values
    ongoing: Ongoing
    members: dict[str, Member] = field(default_factory=dict)

    @property
    def people(self) -> Collection[str]:
        """Everybody in its world."""
        return self.ongoing.world.people.keys()

    def stands(self, now: Seen) -> bool:
        """Whether nothing has changed but that there may be new entries about nobody."""
        return replace(now, about_nobody=self.seen.about_nobody) == self.seen and now.about_nobody >= self.seen.about_nobody

    def came_since(self) -> tuple[Entry, ...]:
        """The entries about nobody that it does not have yet, of those that have been read."""
        return outside.kept().since(self.seen.about_nobody)


def load(family: tuple[str, ...], at: datetime, rules: Mapping[str, Rule], values: Values) -> Held:
    """A family as it stands at ``at``. Whoever asks has waited for one of its members: nobody else writes about any of them
    meanwhile."""
    moment = Moment.live(at)
    entries = read.entries_of_family(family, moment)
    named = {*family, *(person for entry in entries for person in entry.about)}
    now = glance(named)  # before what it is the version of is read: what changes in between is then seen as a change
    world = counted(read.world_of(family, entries, moment), values)
    last = max((entry.arrived for entry in entries if not entry.about), default=0)
    networks = read.networks(family, moment)
    return Held(family, networks, replace(now, about_nobody=last), values, Ongoing(world, at, rules))


class _Families:
    """The families of one database, the one used last at the end."""

    def __init__(self) -> None:
        self.by_family: OrderedDict[tuple[str, ...], Held | None] = OrderedDict()
        self.of_person: dict[str, tuple[str, ...]] = {}
        self.entries = 0

    def put(self, family: tuple[str, ...], held: Held | None) -> None:
        self.drop(family)
        self.by_family[family] = held
        if held is not None:
            if len(self.of_person) > MOST_ENTRIES:
                self.of_person.clear()
            self.of_person.update(held.networks)
            self.entries += len(held.ongoing.world.entries)
        while len(self.by_family) > MOST_FAMILIES or (self.entries > MOST_ENTRIES and len(self.by_family) > 1):
            self.drop(next(iter(self.by_family)))

    def drop(self, family: tuple[str, ...]) -> Held | None:
        held = self.by_family.pop(family, None)
        if held is not None:
            self.entries -= len(held.ongoing.world.entries)
        return held


_families: dict[str, _Families] = {}


def _here() -> _Families:
    return _families.setdefault(str(connection.settings_dict["NAME"]), _Families())


def take(people: Iterable[str]) -> list[Held] | None:
    """The families in whose worlds these people's own lives are, taken out so that nobody else changes them meanwhile.
    ``None`` where one of them is not held."""
    here = _here()
    wanted = {here.of_person.get(person) for person in people}
    found = [here.by_family.get(family) if family is not None else None for family in wanted]
    if any(held is None for held in found):
        return None
    return [held for family in wanted if family is not None and (held := here.drop(family)) is not None]


def networks_of(people: Iterable[str]) -> set[str] | None:
    """Everybody in the families around these people, where this process knows them."""
    here = _here()
    found = [here.of_person.get(person) for person in people]
    return None if None in found else {person for family in found for person in family or ()}


def put(held: Iterable[Held]) -> None:
    """Keep these families."""
    for each in held:
        _here().put(each.family, each)


def been_here(family: tuple[str, ...]) -> bool:
    """Whether this process has worked with the family before. From now on it has."""
    here = _here()
    if family in here.by_family:
        return True
    here.put(family, None)
    return False


def forget() -> None:
    """Hold nothing any more."""
    _families.clear()


def next_change(shows: Iterable[Shown], at: datetime) -> datetime | None:
    """When time alone first changes what is said of any of these after ``at``."""
    return min((instant for what in shows for instant in _instants(what) if instant > at), default=None)


def _instants(what: Shown) -> Iterable[datetime]:
    if not isinstance(what, Clock):
        return [what.raised_at] if what.ended_at is None else [what.raised_at, what.ended_at]
    found = [what.started_at]
    if what.warn_from is not None:
        found.append(what.warn_from)
    if what.breached_at is not None:
        found.append(what.breached_at)
    found += [start_of_day(day) for day in (what.met_on, what.excused_on, what.broken_on) if day is not None]
    if what.known_from is not None:
        found.append(what.known_from)
    return found
