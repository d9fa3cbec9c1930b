"""Many things at once: which rules were overdue or open, and from which causes."""

from collections.abc import Iterable, Iterator
from typing import cast

from holdfast.engine.compiled.compact_clock import CompactClock, breach
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.findings import CompactMatch
from holdfast.engine.compiled.in_post import missing, staff
from holdfast.engine.compiled.instants import NEVER
from holdfast.engine.compiled.knowledge_states import Tile, each_over_time
from holdfast.engine.compiled.lead_worker import lead_episodes
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shape import MEANINGS, CompiledShape, compile_shape
from holdfast.engine.compiled.shapes.concurrent_troubles import times_concurrent
from holdfast.engine.compiled.shapes.standing_trouble import CompactTrouble, Within
from holdfast.engine.compiled.shapes.together_over_time import at_once_over_time
from holdfast.engine.compiled.standard import compile_standard
from holdfast.engine.compiled.state import spans
from holdfast.engine.reference.shapes.together import BY_THE_WORKER
from holdfast.rules.shapes import Together
from holdfast.signals import SIGNALS


class Troubles:
    """Every rule that such a worry counts: of each, what was overdue or open, from when until when, and its cause."""

    def __init__(self, compiler: Compiler, shape: Together, within: Within) -> None:
        self._during = compiler.state(shape.during)
        self._within = within
        self._standards = [compile_standard(compiler, compiler.standard(id)) for id in sorted(shape.standards)]
        self._signals = [(SIGNALS[id], compile_shape(compiler, SIGNALS[id].shape)) for id in sorted(shape.signals)]

    def now(self, person: PersonRecord) -> Iterator[CompactTrouble]:
        """Those of the state of knowledge being looked at."""
        for standard in self._standards:
            for clock in standard.now(person):
                # Met in time there was no trouble, and that is most of them.
                if clock.met_on is None or clock.late:
                    yield from self._of_clock(person, clock)
        for signal, shape in self._signals:
            for match in shape.now(person):
                yield self._of_match(signal.id, signal.title, match)

    def over_time(self, person: PersonRecord) -> Iterator[Tile[CompactTrouble]]:
        """Those of every state of knowledge."""
        for standard in self._standards:
            # In the order in which the reference finds them, because of two that begin at once the first makes it.
            tiles = sorted(standard.over_time(person), key=lambda tile: tile[0].start.entry.order)
            yield from each_over_time(person, tiles, self._of_clock)
        for signal, shape in self._signals:
            for match, since, until in shape.over_time(person):
                yield self._of_match(signal.id, signal.title, match), since, until

    def _of_clock(self, person: PersonRecord, clock: CompactClock) -> Iterable[CompactTrouble]:
        found = breach(clock)
        if found is None:
            return ()
        rule, entry = clock.terms.rule, clock.start.entry
        gone = self._worker_away(person, found[0]) if rule.responsible in BY_THE_WORKER else None
        cause = entry.root if gone is None else gone.root
        # A plan is no cause of what goes undone under it: only what came up since is.
        if gone is None and cause in self._plans(person):
            cause = f"{cause}/{rule.id}"
        return (self._within.trouble(rule.id, rule.title, begins=found[0], until=found[1], cause=cause, entry=entry),)

    def _of_match(self, id: str, title: str, match: CompactMatch) -> CompactTrouble:
        entry = match.entries[-1]
        until = NEVER if match.ended is None else match.ended[0]
        return self._within.trouble(id, title, begins=match.at, until=until, cause=entry.root, entry=entry)

    def _worker_away(self, person: PersonRecord, at: int) -> CompactEntry | None:
        """The absence that the worker who leads at an instant was in until then."""
        lead = next((worker for given, worker in reversed(lead_episodes(person)) if given.start <= at), None)
        # Until then, and not from then on: leave that begins with the breach did not cause it.
        return missing(staff(person), lead, at - 1) if lead else None

    def _plans(self, person: PersonRecord) -> frozenset[str]:
        def begun_by(person: PersonRecord) -> frozenset[str]:
            return frozenset(stretch.started_by.root for stretch in spans(person, self._during))

        return cast("frozenset[str]", person.keep((self, "plans"), begun_by))


def _together(compiler: Compiler, shape: Together) -> CompiledShape:
    within = Within(shape.within)
    troubles = Troubles(compiler, shape, within)
    during = compiler.state(shape.during)
    looked_at = during.every_type()

    def now(person: PersonRecord) -> Iterable[CompactMatch]:
        inside = spans(person, during)
        return times_concurrent(person, shape.n, inside, sorted(troubles.now(person), key=CompactTrouble.place)) if inside else ()

    def over_time(person: PersonRecord) -> Iterable[Tile[CompactMatch]]:
        # Never in the state by any version: none of the rules it counts need be worked out.
        if not person.record.timeline(person.id, looked_at).versions:
            return ()
        return at_once_over_time(person, shape.n, during, sorted(troubles.over_time(person), key=lambda tile: tile[0].place()))

    return CompiledShape(now, over_time)


MEANINGS.update({Together: _together})
