"""How a worker goes, and comes back: as :mod:`holdfast.engine.reference.departure` says it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from holdfast.engine.compiled.entries import CompactEntry, certainly_by, planned
from holdfast.engine.compiled.instants import instant, midnight
from holdfast.engine.reference.departure import DEPARTURES, MOVING_ON, RETURNS
from holdfast.kernel.when import When
from holdfast.standards.post_titles import title_in, words_of

HOLDING = frozenset((*DEPARTURES, *RETURNS))


def follows(entry: CompactEntry, earlier: CompactEntry) -> bool:
    """Whether ``entry`` came after ``earlier``. Where the dates cannot say which came first, what was written later did."""
    if entry.start > earlier.end:
        return True
    if entry.end < earlier.start:
        return False
    return (entry.recorded, entry.order) >= (earlier.recorded, earlier.order)


def left(entries: Iterable[CompactEntry], at: int) -> CompactEntry | None:
    """The entry by which a worker left, by what had been said of them by an instant, where they have not come back."""
    # Their part for one child is not their post.
    own = [each for each in entries if each.type in HOLDING and (each.type != "worker_ended" or not each.about)]
    best: tuple[int, CompactEntry] | None = None
    for entry, since in (*_ended(own, at), *_last_day_passed(own, at), *_post_left(own, at)):
        if best is None or since > best[0]:
            best = (since, entry)
    return None if best is None else best[1]


def _came_after(own: Iterable[CompactEntry], gone: CompactEntry, at: int) -> bool:
    return any(each.type in RETURNS and follows(each, gone) and certainly_by(each) <= at for each in own)


def _ended(own: Sequence[CompactEntry], at: int) -> Iterator[tuple[CompactEntry, int]]:
    for entry in own:
        if entry.type == "worker_ended" and not _came_after(own, entry, at):
            yield entry, entry.start


def _last_day_passed(own: Sequence[CompactEntry], at: int) -> Iterator[tuple[CompactEntry, int]]:
    for entry in [each for each in own if each.type == "worker_leaving"][-1:]:
        last = last_day(entry)
        ends = last.last.toordinal()
        came = any(each.type in RETURNS and each.first > ends and certainly_by(each) <= at for each in own)
        if at >= midnight(last.first.toordinal() + 1) and not came:
            yield entry, instant(last.start)


def _post_left(own: Sequence[CompactEntry], at: int) -> Iterator[tuple[CompactEntry, int]]:
    for entry in own:
        if entry.type == "post_left" and not _came_after(own, entry, at) and not _holds_another_post(own, entry, at):
            yield entry, entry.start


def _holds_another_post(own: Sequence[CompactEntry], gone: CompactEntry, at: int) -> bool:
    taken = [each for each in own if each.type == "post_taken_up" and certainly_by(each) <= at and not follows(each, gone)]
    if not taken or not _is_another(gone, taken):
        return False
    others = (each for each in own if each.type == "post_left" and each is not gone and follows(each, taken[-1]))
    return all(_is_another(each, taken) for each in others)


def _is_another(gone: CompactEntry, taken: Sequence[CompactEntry]) -> bool:
    *before, last = taken
    for named in (_name, _title):
        name = named(gone)
        if name == named(last):
            return False
        if any(name == named(each) for each in before):
            return True
    return last.last >= gone.first - MOVING_ON.days


def _name(entry: CompactEntry) -> tuple[str, ...]:
    return words_of(str(entry.data.get("post")))


def _title(entry: CompactEntry) -> tuple[str, ...]:
    return title_in(str(entry.data.get("post")))


def last_day(entry: CompactEntry) -> When:
    """The last day that an entry sets for a worker who is leaving."""
    found = planned(entry, "last_day")
    assert found is not None, "a last day is required"
    return found


def is_exact(entry: CompactEntry) -> bool:
    """Whether it says on what day: of a worker who is leaving, also which day is the last."""
    return entry.exact and (entry.type != "worker_leaving" or last_day(entry).exact)


def may_be_from(entry: CompactEntry) -> int:
    """The instant from which what an entry says of a worker may be so."""
    if entry.type == "worker_leaving":
        return max(midnight(last_day(entry).first.toordinal() + 1), entry.start)
    return entry.start


def edges(entries: Iterable[CompactEntry]) -> list[tuple[int, CompactEntry]]:
    """Each instant at which one of the entries may change who is in post, in turn."""
    found = [(at, at < may_be_from(entry), entry.order, entry) for entry in entries for at in takes_effect(entry)]
    return [(at, entry) for at, _, _, entry in sorted(found, key=lambda edge: edge[:3])]


def takes_effect(entry: CompactEntry) -> tuple[int, ...]:
    """The instants from which an entry about a worker may change who is in post."""
    if entry.type == "worker_leaving":
        going = may_be_from(entry)
        return (going,) if going == entry.start else (entry.start, going)
    surely = certainly_by(entry)
    return (entry.start,) if entry.start == surely else (entry.start, surely)


class Effect(NamedTuple):
    """The day from which an entry about a worker certainly counts, the instant, and its time where that is known."""

    day: int
    surely: int
    instant: int | None


def effect(entry: CompactEntry) -> Effect:
    """From when it counts: of one that sets the last day, the day after it."""
    if entry.type == "worker_leaving":
        day = last_day(entry).last.toordinal() + 1
        return Effect(day, midnight(day), None)
    return Effect(entry.last, certainly_by(entry), entry.instant)


def known_from(entry: CompactEntry) -> int | None:
    """The very instant from which it counts, where anybody said it."""
    went = effect(entry)
    return went.surely if entry.type == "worker_leaving" and last_day(entry).exact else went.instant
