"""When each thing first showed, by what was known then, and what the record no longer bears out."""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from operator import itemgetter
from typing import NamedTuple, Protocol

from holdfast.engine.compiled.compact_clock import CompactClock, begins, shown_from
from holdfast.engine.compiled.entries import CompactEntry
from holdfast.engine.compiled.family_record import FamilyRecord
from holdfast.engine.compiled.findings import finding_shown_from
from holdfast.engine.compiled.instants import ALWAYS, LAST, NEVER, day_of
from holdfast.engine.compiled.knowledge_states import Tile
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.shown_stretch import CompactShown, CompactStretch, add_tile
from holdfast.engine.compiled.terms import Terms
from holdfast.engine.history_line import shown_again
from holdfast.rules.limit import ShareOfInterval

Known = Mapping[str, tuple[int, int | None]]
"""When lines first showed and when they were withdrawn, by their keys, where that was kept."""
NOTHING_KNOWN: Known = {}


class CompiledRule(Protocol):
    """A standard or a signal as functions."""

    id: str
    hourly: bool

    @property
    def settles(self) -> tuple[Terms, ...]:
        """Those of a standard, or of a signal that says nothing but that some are overdue."""

    def now(self, person: PersonRecord) -> Iterable[CompactShown]:
        """What it shows in the state of knowledge being looked at."""

    def over_time(self, person: PersonRecord) -> Iterable[Tile[CompactShown]]:
        """What it shows in every state of knowledge."""


class CompactLine(NamedTuple):
    """A clock or a worry with its history: when it first showed a breach or a worry, and when (and by which correction or
    withdrawal) the record stopped bearing it out. ``ceased_at`` is when one that was withdrawn had stopped showing."""

    what: CompactShown
    raised_at: int | None
    withdrawn_at: int | None = None
    withdrawn_by: CompactEntry | None = None
    ceased_at: int | None = None


class _Kept:
    """What is gathered of one key: in which stretches it showed, and how it stands."""

    __slots__ = ("is_clock", "stands", "tiles")

    def __init__(self, *, is_clock: bool) -> None:
        self.is_clock = is_clock
        self.stands: CompactShown | None = None
        self.tiles: list[tuple[int, int, CompactShown]] = []


def lines(rule: CompiledRule, person: PersonRecord, known: Known = NOTHING_KNOWN) -> list[CompactLine]:
    """Every line of a rule for a person. What had shown by the record's ``since`` is in ``known``: any other shows from then on,
    and one that was withdrawn as it is kept is not said again."""
    record = person.record
    # Of most children nothing was learned late: what stands has stood since it began, and there is one state to look at.
    if record.steady:
        return _in_the_one_state(rule, person, known)
    # Nothing recorded after the moment makes a state of knowledge, and nothing shows after it.
    last = min(record.as_at, record.known_at)
    kept: dict[str, _Kept] = {}
    for what, since, until in rule.over_time(person):
        found = kept.get(what.key)
        if found is None:
            # By the key, which is that of the entry's first version: in another state it may be another clock, and is the
            # same line.
            found = kept[what.key] = _Kept(is_clock=what.__class__ is CompactClock)
        if since <= last:
            found.tiles.append((since, until, what))
        # Known to the last: this is how it stands.
        if until == NEVER:
            found.stands = what
    return [line for key, found in kept.items() for line in _lines_of(rule, person, key, found, known)]


def _lines_of(rule: CompiledRule, person: PersonRecord, key: str, found: _Kept, known: Known) -> Iterator[CompactLine]:
    """The lines of one key: what stands, and every stretch that is over."""
    stretches = _stretches(rule, person.record, key, found, known)
    for turn, stretch in enumerate(stretches if found.stands is None else stretches[:-1], start=1):
        yield from _gone(rule, person, key, stretch, turn=turn, is_clock=found.is_clock, known=known)
    what, as_at = found.stands, person.record.as_at
    if what is None:
        return
    raised = stretches[-1].raised if stretches else NEVER
    what = _called(what, shown_again(key, max(len(stretches), 1)))
    at = None if raised == NEVER else raised
    if isinstance(what, CompactClock):
        if begins(what) <= as_at:
            yield CompactLine(what, at)
    elif what.at <= as_at and (at is not None or what.ended is None):
        yield CompactLine(what, at)


def _stretches(rule: CompiledRule, record: FamilyRecord, key: str, found: _Kept, known: Known) -> list[CompactStretch]:
    end, floor = record.as_at + 1, _floor(record)
    # When it first showed was stored with it. What is read here begins later, and would say later.
    stretches = [CompactStretch(known[key][0], record.since)] if key in known else []
    found.tiles.sort(key=itemgetter(0))
    for since, until, what in found.tiles:
        over = until if until < end else end
        begun = since if since > floor else floor
        shown = shown_from(what, begun) if what.__class__ is CompactClock else finding_shown_from(what, begun)  # type: ignore[arg-type]
        # It shows in this state only if it does so before the state ends.
        shows = shown if shown < over else NEVER
        stretch = add_tile(stretches, what, since=since, end=over, shown=shows, hourly=rule.hourly)
        if until != NEVER:
            stretch.ends.append((over, what))
    return stretches


def _called(what: CompactShown, key: str) -> CompactShown:
    """The same by another key."""
    if what.key == key:
        return what
    other = copy(what)
    other.key = key
    return other


def _floor(record: FamilyRecord) -> int:
    """The instant from which it is asked what shows."""
    return ALWAYS if record.now else record.since


def _in_the_one_state(rule: CompiledRule, person: PersonRecord, known: Known) -> list[CompactLine]:
    """The lines where nothing was learned late or put right: what stands has stood since it began."""
    as_at, view, floor = person.record.as_at, person.view, _floor(person.record)
    # The last state: whoever looked before may have left the view in another.
    view.at, view.until = LAST, NEVER
    # Of two that are known by one key, the last says how it stands.
    stands: dict[str, CompactShown] = {}
    raised: dict[str, int] = {}
    for what in rule.now(person):
        stands[what.key] = what
        shown = shown_from(what, floor) if what.__class__ is CompactClock else finding_shown_from(what, floor)  # type: ignore[arg-type]
        if shown <= as_at and shown < raised.get(what.key, NEVER):
            raised[what.key] = shown
    found = []
    for key, what in stands.items():
        at = known[key][0] if key in known else raised.get(key)
        if what.__class__ is CompactClock:
            if begins(what) <= as_at:
                found.append(CompactLine(what, at))
        # A worry that was over before anybody could see it is not told.
        elif what.at <= as_at and (at is not None or what.ended is None):  # type: ignore[union-attr]
            found.append(CompactLine(what, at))
    return found


def _gone(
    rule: CompiledRule, person: PersonRecord, key: str, stretch: CompactStretch, *, turn: int, is_clock: bool, known: Known
) -> Iterator[CompactLine]:
    """A stretch that is over, as it stood just before the record stopped bearing it out."""
    put_right = person.record.put_right
    raised = None if stretch.raised == NEVER else stretch.raised
    # Neither shown nor put right: working out how it stood would be for nothing.
    if raised is None and not (is_clock and any(at in put_right for at, _ in stretch.ends)):
        return  # nothing could be said of it, however it stood
    # The last state in which it stood. If it stood by something that had not happened yet, the one before.
    for at, seen in sorted(stretch.ends, key=lambda each: -each[0]):
        # Told as gone already, when it went.
        if key in known and known[key][1] == at:
            return
        was = _as_it_stood(rule, person, key, seen, at)
        if was is None:
            continue
        by = put_right.get(at, [None])[0]
        if raised is not None or (by is not None and isinstance(was, CompactClock)):
            ceased = None if raised is None else min(stretch.until, at)
            yield CompactLine(_called(was, shown_again(key, turn)), raised, at, by, ceased)
        return


def _told_later_that_day(record: FamilyRecord, at: int) -> bool:
    """Whether anything of an instant's day was recorded from then on: it counts as known all that day."""
    day = day_of(at)
    # What counts as known all that day may have been written down after the instant at which it is asked how things stood.
    return any(entry.first == day and entry.recorded >= at for entry in record.by_id.values())


def _as_it_stood(rule: CompiledRule, person: PersonRecord, key: str, seen: CompactShown, at: int) -> CompactShown | None:
    """A line as it stood just before the record stopped bearing it out: nothing recorded since had happened."""
    if isinstance(seen, CompactClock):
        # What it is counted to may have been booked since.
        learned_since = isinstance(seen.terms.rule.limit, ShareOfInterval)  # what it is counted to may have been booked since
    else:
        learned_since = seen.ended is not None and seen.ended >= at
    learned_since = learned_since or any(entry.recorded >= at for entry in seen.entries())
    # Who the person is may have been learned since, too, even as it happened; and so may a state that began on that very day.
    if person.settled and not learned_since and not _told_later_that_day(person.record, at):
        return seen
    # A record of its own, made of what was recorded before: slow, and needed only for lines that are gone and rest on what
    # came after.
    record = person.record.before(at)
    then = PersonRecord.of(record, person.id)
    then.view.at, then.view.until = LAST, NEVER
    return next((each for each in rule.now(then) if each.key == key), None)
