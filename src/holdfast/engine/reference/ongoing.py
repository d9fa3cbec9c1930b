"""One family's world read again and again: as entries arrive and as time passes, only what they can have changed is worked
out again."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from heapq import heapify, heappop, heappush
from typing import Any

from holdfast.engine.clock import Clock
from holdfast.engine.reference.chains import Chains, changes
from holdfast.engine.reference.history import Part, Reader, Rule
from holdfast.engine.reference.known import Known
from holdfast.engine.reference.life import Life
from holdfast.engine.reference.remembering import TIME, Found, Memory
from holdfast.engine.reference.tracks import Change
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

LAST_STATES = 3
_EVER = (date.min, date.max)


class Ongoing:
    """``world`` as it stands at ``at``, with what has been worked out from it by these ``rules``. Whatever a part looked at
    was noted when it was worked out, so what an arriving entry touches is known without looking at any rule."""

    def __init__(self, world: World, at: datetime, rules: Mapping[str, Rule]) -> None:
        self.world = world
        self.at = at
        self.rules = rules
        self.chains = Chains(world.entries)
        self.memory = Memory(self.chains, most=LAST_STATES)
        self._begun_by: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules.values():
            for type in rule.begins.types if rule.begins is not None else ():
                self._begun_by[type].append(rule)
        self._to_come = [(entry.happened.start, entry.id) for entry in world.entries if entry.happened.start > at]
        heapify(self._to_come)

    def reader(self, since: datetime | None = None) -> Reader:
        """Reads it as it stands. ``since`` as for any :class:`~holdfast.engine.reference.history.Reader`."""
        return Reader(self.world, Moment.live(self.at), since=since, chains=self.chains, memory=self.memory)

    def pass_to(self, at: datetime, people: Collection[str]) -> set[Part]:
        """Let time pass until ``at``. Returns what may show otherwise because of what was to come and now has."""
        found = set[Part]()
        while self._to_come and self._to_come[0][0] <= at:
            _, id = heappop(self._to_come)
            entry = self.chains.by_id[id]
            found |= _parts(self.memory.forget([*changes(entry), ((self.chains.root(id),), *_EVER)]))
            found.update(self._may_begin(entry, people))
        if london_day(at) != london_day(self.at):
            found |= _parts(self.memory.forget([(TIME, *_EVER)]))
        self.at = at
        return found

    def arrive(self, entries: Iterable[Entry], people: Collection[str]) -> set[Part]:
        """Add entries that have come. Returns what may show otherwise for these people."""
        found = set[Part]()
        new = tuple(entry for entry in entries if entry.id not in self.chains.by_id)
        for entry in new:
            found |= _parts(self._changed(self.chains.add(entry), entry.recorded_at))
            found.update(self._may_begin(entry, people))
            if entry.happened.start > self.at:
                heappush(self._to_come, (entry.happened.start, entry.id))
        self.world = replace(self.world, entries=(*self.world.entries, *new))
        return found

    def _changed(self, changes: Iterable[Change], instant: datetime) -> set[Hashable]:
        """What looked at any of this, or at a step of which something else now comes."""
        direct = self.memory.touched(changes)
        reached = self.memory.reached_from(direct)
        cut = self.memory.cut(reached, instant)
        known = Known(self.world, Moment.live(self.at), chains=self.chains, memory=self.memory)
        changed: dict[Hashable, bool] = {}

        def comes_otherwise(what: Hashable) -> bool:
            if what not in reached:
                return False
            if what not in changed:
                below = [comes_otherwise(step) for found, _ in cut[what] for step in found.steps if step in reached]
                if what in direct or any(below):
                    changed[what] = what not in self.memory.steps or not self._comes_the_same(known, what, cut[what])
                else:
                    changed[what] = False
                    for found, until in cut[what]:
                        found.until = until
            return changed[what]

        return {what for what in reached if comes_otherwise(what)}

    def _comes_the_same(self, known: Known, step: Any, before: list[tuple[Found, datetime | None]]) -> bool:
        person, what = step
        now = Life.of(known, person).settle(what, self.memory.steps[step])
        return bool(before) and _same(before[-1][0].value, now)

    def _may_begin(self, entry: Entry, people: Collection[str]) -> Iterable[Part]:
        root = self.chains.root(entry.id)
        for rule in self._begun_by.get(entry.type, ()):
            assert rule.begins is not None
            if rule.begins.each:
                yield from (Part(person, rule, root) for person in entry.about if person in people)
            else:
                whom = entry.about if rule.begins.own else people
                yield from (Part(person, rule) for person in whom if person in people)


def _same(one: Any, other: Any) -> bool:
    """Whether nobody could tell them apart. Two clocks that explain themselves by other entries are the same clock, and yet
    not the same to whoever tells of it."""
    if one is other:
        return True
    if type(one) is tuple and type(other) is tuple:
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other) and (not isinstance(one, Clock) or one.evidence == other.evidence)


def _parts(touched: Iterable[object]) -> set[Part]:
    return {each for each in touched if isinstance(each, Part)}
