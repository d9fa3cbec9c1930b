"""Many things at once in every state of knowledge. What becomes known late, or is put right, changes what was found from some
instant on; up to there, and for what had not happened before the next such change, nothing is gone through twice."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from holdfast.engine.compiled.findings import CompactMatch
from holdfast.engine.compiled.instants import ALWAYS, LAST, NEVER
from holdfast.engine.compiled.knowledge_states import Tile
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.person_identity import Identity
from holdfast.engine.compiled.shapes.concurrent_troubles import ConcurrentTroubles
from holdfast.engine.compiled.shapes.standing_trouble import CompactTrouble, StandingTrouble
from holdfast.engine.compiled.state import CompactSpan, CompiledState, spans

Looked = tuple[Identity, tuple[tuple[int, int], ...]]
"""Who the child is, and when the state held."""


class TroubleChange(NamedTuple):
    """A trouble that is there from an instant of knowledge on, or no longer."""

    standing: StandingTrouble
    trouble: CompactTrouble
    comes: bool


def at_once_over_time(
    person: PersonRecord, n: int, during: CompiledState, tiles: Sequence[Tile[CompactTrouble]]
) -> Iterator[Tile[CompactMatch]]:
    """Every time there were enough, with from when until when that was what was known. Of a state of knowledge that ended, only
    what had happened by then is found: the rest could never be seen in it."""
    # Not enough in all states together, so in none of them.
    if len({trouble.rule for trouble, _, _ in tiles}) < n:
        return
    found = ConcurrentTroubles(n)
    changes = _changes(found, tiles)
    instants = sorted(changes)
    view, at, since, place = person.view, ALWAYS, ALWAYS, 0
    looked: Looked | None = None
    worried: dict[StandingTrouble, None] = {}
    while at <= LAST:
        view.at, view.until = at, NEVER
        inside = spans(person, during)
        following = (person.identity(), tuple((each.start, each.end) for each in inside))
        until = min(view.until, instants[place] if place < len(instants) else NEVER)
        # Who the child is, or when the state held, is otherwise now: then everything is gone through again.
        if following != looked:
            looked, since = following, ALWAYS
        yield from _found(found, person, inside, (since, at, until), worried)
        since = at = until
        while place < len(instants) and instants[place] == at:
            since = min(since, _apply(found, changes[at]))
            place += 1
    for standing in worried:
        if standing.shown is not None:
            yield standing.shown, standing.since, NEVER


def _changes(found: ConcurrentTroubles, tiles: Iterable[Tile[CompactTrouble]]) -> dict[int, list[TroubleChange]]:
    """What changes when. What was known before it began is there from the beginning: nothing shows of it sooner."""
    changes: dict[int, list[TroubleChange]] = {}
    standings: dict[tuple[object, ...], StandingTrouble] = {}
    for trouble, since, until in tiles:
        # In the state in which it was known it had not happened yet.
        if trouble.begins >= until:
            continue
        key = (trouble.begins, trouble.rule, trouble.cause, trouble.entry)
        standing = standings.get(key)
        if standing is None:
            standing = standings[key] = StandingTrouble(trouble, len(standings))
        # Known before it began: it is there from the beginning, since nothing of it shows sooner.
        if since <= trouble.begins:
            found.add(standing, trouble)
        else:
            changes.setdefault(since, []).append(TroubleChange(standing, trouble, True))
        if until != NEVER:
            changes.setdefault(until, []).append(TroubleChange(standing, trouble, False))
    return changes


def _apply(found: ConcurrentTroubles, changes: list[TroubleChange]) -> int:
    """Make these changes. Returns the first instant from which anything may be found otherwise."""
    # How each stood before any of the changes, because one may come by one clock and go by another, and stand as it did.
    before = {each.standing: (each.standing.leaves if each.standing.leaving else None) for each in changes}
    since = NEVER
    for standing, trouble, comes in changes:
        (found.add if comes else found.remove)(standing, trouble)
    for standing, left in before.items():
        leaves = standing.leaves if standing.leaving else None
        if left is None or leaves is None:
            if left is not leaves:
                since = min(since, standing.trouble.begins)
        elif left != leaves:
            since = min(since, left, leaves, *(each.trouble.gone for each in changes if each.standing is standing))
    return since


def _found(
    found: ConcurrentTroubles,
    person: PersonRecord,
    inside: Sequence[CompactSpan],
    times: tuple[int, int, int],
    worried: dict[StandingTrouble, None],
) -> Iterator[Tile[CompactMatch]]:
    """Go through what may be found otherwise in a state of knowledge, and give what showed before and does so no longer."""
    since, at, until = times
    kept = found.looked_at_before(since)
    # Those that had begun before and were not over by then: they end where too few are left, which may be in what is gone
    # through now.
    waiting = [each for each in worried if each.raises and each.trouble.begins <= kept < each.over]
    for each in waiting:
        each.over = NEVER
    again = [*waiting, *found.go_through(person, inside, since, until, list(waiting))]
    again += [each for each in worried if not each.leaving]
    for each in dict.fromkeys(again):
        match = each.match(until) if each.leaving else None
        shown = each.shown
        if match is None and shown is None:
            continue
        # It goes on as it was: said once, for all the states it goes through.
        if match is not None and shown is not None and _same(match, shown, at):
            each.shown = match
            continue
        if shown is not None:
            yield shown, each.since, at
        each.shown, each.since = match, at
        if match is None:
            worried.pop(each, None)
        else:
            worried[each] = None


def _same(match: CompactMatch, shown: CompactMatch, at: int) -> bool:
    """Whether it is what showed before: what is over only after the state of knowledge before can be over otherwise."""
    one, other = (NEVER if each.ended is None or each.ended[0] >= at else each.ended[0] for each in (match, shown))
    return one == other and match.entries == shown.entries and match.why == shown.why
