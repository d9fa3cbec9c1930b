"""A standard as functions: its clocks for one person, now and over time."""

from collections.abc import Callable, Iterable, Sequence

from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.death import clock_until_death
from holdfast.engine.compiled.instants import LONG_AGO
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time
from holdfast.engine.compiled.outcome import is_in_force
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.terms import Terms
from holdfast.engine.meanings import Meanings
from holdfast.rules.limit import wants_all
from holdfast.rules.standard import Standard

Now = Callable[[PersonRecord], Sequence[CompactClock]]
OverTime = Callable[[PersonRecord], Iterable[Tile[CompactClock]]]
Kind = Callable[[Compiler, Standard, Terms], tuple[Now, OverTime]]
"""How one kind of limit becomes clocks."""
KINDS: Meanings[Kind] = Meanings("limit", "holdfast.engine.compiled.limit")
"""By the kind of limit, registered by :mod:`holdfast.engine.compiled.limit`."""


class CompiledStandard:
    """The clocks now are worked out once for each state of knowledge they are asked in, those over time once for a reading,
    whoever looks at them."""

    def __init__(self, terms: Terms, now: Now, over_time: OverTime, *, hourly: bool) -> None:
        self.id = terms.rule.id
        self.terms = terms
        self.settles = (terms,)
        self.hourly = hourly
        self._now = now
        self._over_time = over_time

    def now(self, person: PersonRecord) -> Sequence[CompactClock]:
        """The clocks in the state of knowledge being looked at."""
        found: Sequence[CompactClock] | None
        # Some starts are left out for whoever asks now: that must not be kept for others.
        if person.over_of(self.terms):
            return self._clocks(person)
        if person.steady:
            found = person.kept.get(self)
            if found is None:
                found = person.kept[self] = self._clocks(person)
            return found
        found = person.keep((self, "now"), self._clocks)
        return found

    def _clocks(self, person: PersonRecord) -> Sequence[CompactClock]:
        terms, found = self.terms, self._now(person)
        if found and person.identity().died is not None:
            found = [each for clock in found for each in clock_until_death(person, terms, clock)]
        # Nearly every standard: then nothing has to be asked of its clocks.
        if terms.in_force_from == LONG_AGO:
            return found
        return [clock for clock in found if is_in_force(terms, clock)]

    def over_time(self, person: PersonRecord) -> Sequence[Tile[CompactClock]]:
        """The clocks in every state of knowledge."""
        if person.over_of(self.terms):
            return self._tiles(person)
        found: Sequence[Tile[CompactClock]] | None = person.kept.get((self, "over time"))
        if found is None:
            found = person.kept[self, "over time"] = self._tiles(person)
        return found

    def _tiles(self, person: PersonRecord) -> Sequence[Tile[CompactClock]]:
        found = [tile for tile in self._over_time(person) if is_in_force(self.terms, tile[0])]
        # Whether they live may differ from one state to another, so that it is asked in each, and only where anybody died.
        if not found or not person.may_have_died:
            return found
        return list(each_over_time(person, found, self._while_living))

    def _while_living(self, person: PersonRecord, clock: CompactClock) -> Sequence[CompactClock]:
        return clock_until_death(person, self.terms, clock)


def compile_standard(compiler: Compiler, rule: Standard) -> CompiledStandard:
    """A standard as functions, the same for whoever asks."""
    made: dict[Standard, CompiledStandard] = compiler.kept.setdefault("standards", {})
    if rule not in made:
        made[rule] = _compiled(compiler, rule)
    return made[rule]


def _compiled(compiler: Compiler, rule: Standard) -> CompiledStandard:
    terms = Terms(
        rule,
        met_by=compiler.maybe(*rule.met_by),
        each_met=[compiler.event(event) for event in rule.met_by] if wants_all(rule.limit) else [],
        excused_by=compiler.maybe(*rule.excused_by),
        during=compiler.states(rule.during),
    )
    now, over_time = KINDS[type(rule.limit)](compiler, rule, terms)
    # What is due at once is a matter of the time of day, whatever unit it is written in.
    return CompiledStandard(terms, now, over_time, hourly=rule.limit.unit in ("hours", "minutes") or rule.limit.n == 0)
