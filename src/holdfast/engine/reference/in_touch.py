"""Whether somebody whom a child trusts is there for the child at an instant, and when that may change."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import TypeVar

from holdfast.engine.reference.departure import edges
from holdfast.engine.reference.entry_fields import listed, value
from holdfast.engine.reference.in_post import PostHolders, concerned
from holdfast.engine.reference.person_view import PersonView
from holdfast.kernel.when import When, start_of_day
from holdfast.rules.conditions.workforce import GIVEN_BACK, PARTS
from holdfast.vocabulary.entry import Entry

DAY = timedelta(days=1)
Change = tuple[datetime, Entry | None]
"""An instant at which it may change whether somebody is in touch, and by which entry: none where a tie ended."""


T = TypeVar("T")
C = TypeVar("C")


def times_lost(
    changes: Iterable[tuple[T, C]], there: Callable[[T], bool], since: T, until: T | None
) -> list[tuple[tuple[T, C], tuple[T, C] | None]]:
    """Each time that what was so is so no longer, by which of the changes (in their order), and by which it is so again: between
    two instants, of whatever kind an engine has."""
    found: list[tuple[tuple[T, C], tuple[T, C] | None]] = []
    was, lost = there(since), None
    for at, cause in changes:
        if not at > since or (until is not None and not at < until):  # type: ignore[operator]
            continue
        now = there(at)
        if was and not now:
            lost = (at, cause)
        elif now and not was and lost is not None:
            found.append((lost, (at, cause)))
            lost = None
        was = now
    return [*found, (lost, None)] if lost is not None else found


def in_touch(person: PersonView, who: str, at: datetime) -> bool:
    """Whether somebody whom the child trusts is there for the child at an instant. Nobody is their own confidant."""
    if who == person.id:
        return False
    if who in person.world.workers:
        return PostHolders.known(person.known, at).represented(who, person.id) and not _gives_up(person, who, at)
    return not (
        _dead(person, who, at) or _kept_away(person, who, at) or _suspected(person, who, at) or _tie_over(person, who, at)
    )


def changes(person: PersonView, who: str) -> Iterator[Change]:
    """Every instant at which it may change, in no order."""
    known = person.known
    if who in person.world.workers:
        yield from edges(concerned(known, who))
        yield from ((each.happened.certain_from, each) for each in _parts(person, who))
        return
    yield from ((each.happened.certain_from, each) for each in known.of("death_recorded") if value(each, "person") == who)
    for each in person.entries(
        "person_excluded", "exclusion_ended", "safety_plan_agreed", "suspicion_recorded", "suspicion_ended"
    ):
        yield each.happened.certain_from, each
        if (until := value(each, "until")) is not None:
            yield start_of_day(until.last + DAY), each
    yield from ((start_of_day(end.last + DAY), None) for end in _ties(person, who) if end is not None)


def _parts(person: PersonView, who: str) -> list[Entry]:
    """What says that the worker is about to go, gives this child up, or has the child again."""
    entries = person.known.planned(*PARTS)
    own = (each for each in entries if not each.about or person.id in each.about)
    return [each for each in own if who in (value(each, "worker"), value(each, "from"), value(each, "to"))]


def _gives_up(person: PersonView, who: str, at: datetime) -> bool:
    so_far = [each for each in _parts(person, who) if each.happened.certain_from <= at]
    return bool(so_far) and so_far[-1].type not in GIVEN_BACK and value(so_far[-1], "to") != who


def _dead(person: PersonView, who: str, at: datetime) -> bool:
    return any(value(each, "person") == who and each.happened.start <= at for each in person.known.of("death_recorded"))


def _kept_away(person: PersonView, who: str, at: datetime) -> bool:
    for each in person.entries("person_excluded"):
        until: When | None = value(each, "until")
        holds = each.happened.certain_from <= at and (until is None or at < start_of_day(until.last + DAY))
        if holds and value(each, "person") == who and not _over(person, each, at, "exclusion_ended", "exclusion"):
            return True
    stated = (each for each in person.entries("safety_plan_agreed") if value(each, "excluded") is not None)
    plans = [each for each in stated if each.happened.certain_from <= at]
    return bool(plans) and who in listed(plans[-1], "excluded")


def _suspected(person: PersonView, who: str, at: datetime) -> bool:
    begun = (each for each in person.entries("suspicion_recorded") if each.happened.certain_from <= at)
    of_them = (each for each in begun if value(each, "person") == who)
    return any(not _over(person, each, at, "suspicion_ended", "suspicion") for each in of_them)


def _over(person: PersonView, begun: Entry, at: datetime, type: str, field: str) -> bool:
    history = person.known.history
    root = history.root(begun.id)
    ended = (each for each in person.entries(type) if each.happened.certain_from <= at)
    return any(history.root(str(value(each, field))) == root for each in ended if value(each, field) in history.by_id)


def _ties(person: PersonView, who: str) -> list[When | None]:
    return [link.end for link in person.relations() if who in (link.from_person, link.to_person)]


def _tie_over(person: PersonView, who: str, at: datetime) -> bool:
    ends = _ties(person, who)
    # Somebody with no tie on record may be anybody: a friend's mother.
    return bool(ends) and all(end is not None and at >= start_of_day(end.last + DAY) for end in ends)
