"""Whether somebody whom a child trusts is there for the child: as :mod:`holdfast.engine.reference.in_touch` says it."""

from collections.abc import Iterator

from holdfast.engine.compiled.departure import edges
from holdfast.engine.compiled.entries import CompactEntry, certainly_by, listed, planned
from holdfast.engine.compiled.in_post import is_represented, staff
from holdfast.engine.compiled.instants import midnight
from holdfast.engine.compiled.person import PersonRecord
from holdfast.rules.conditions.workforce import GIVEN_BACK, KEPT_APART, PARTS

Change = tuple[int, CompactEntry | None]
DIED, EXCLUDED, LET_BACK, PLANS = ("death_recorded",), ("person_excluded",), ("exclusion_ended",), ("safety_plan_agreed",)
SUSPECTED, CLEARED = ("suspicion_recorded",), ("suspicion_ended",)


def in_touch(person: PersonRecord, who: str, at: int) -> bool:
    """Whether somebody whom the child trusts is there for the child at an instant."""
    if who == person.id:
        return False
    if who in person.record.people.workers:
        return is_represented(staff(person), who, person.id, at) and not _gives_up(person, who, at)
    return not (
        _dead(person, who, at) or _kept_away(person, who, at) or _suspected(person, who, at) or _tie_over(person, who, at)
    )


def changes(person: PersonRecord, who: str) -> Iterator[Change]:
    """Every instant at which it may change, in no order."""
    if who in person.record.people.workers:
        yield from edges(staff(person).concerned(who))
        yield from ((certainly_by(each), each) for each in _parts(person, who))
        return
    yield from ((certainly_by(each), each) for each in person.anybodys(DIED) if each.data.get("person") == who)
    for each in person.read(KEPT_APART):
        yield certainly_by(each), each
        if (until := planned(each, "until")) is not None:
            yield midnight(until.last.toordinal() + 1), each
    yield from ((end, None) for end in _ties(person, who) if end is not None)


def _parts(person: PersonRecord, who: str) -> list[CompactEntry]:
    own = (each for each in person.record.read_ahead(PARTS) if not each.about or person.id in each.about)
    return [each for each in own if who in (each.data.get("worker"), each.data.get("from"), each.data.get("to"))]


def _gives_up(person: PersonRecord, who: str, at: int) -> bool:
    so_far = [each for each in _parts(person, who) if certainly_by(each) <= at]
    return bool(so_far) and so_far[-1].type not in GIVEN_BACK and so_far[-1].data.get("to") != who


def _dead(person: PersonRecord, who: str, at: int) -> bool:
    return any(each.data.get("person") == who and each.start <= at for each in person.anybodys(DIED))


def _kept_away(person: PersonRecord, who: str, at: int) -> bool:
    for each in person.read(EXCLUDED):
        if each.data.get("person") != who or certainly_by(each) > at:
            continue
        until = planned(each, "until")
        holds = until is None or at < midnight(until.last.toordinal() + 1)
        if holds and not _over(person, each, at, LET_BACK, "exclusion"):
            return True
    plans = [each for each in person.read(PLANS) if each.data.get("excluded") is not None and certainly_by(each) <= at]
    return bool(plans) and who in listed(plans[-1], "excluded")


def _suspected(person: PersonRecord, who: str, at: int) -> bool:
    return any(
        each.data.get("person") == who and certainly_by(each) <= at and not _over(person, each, at, CLEARED, "suspicion")
        for each in person.read(SUSPECTED)
    )


def _over(person: PersonRecord, begun: CompactEntry, at: int, types: tuple[str, ...], field: str) -> bool:
    ended = (each for each in person.read(types) if certainly_by(each) <= at)
    return any(person.record.root(str(each.data.get(field))) == begun.root for each in ended)


def _ties(person: PersonRecord, who: str) -> list[int | None]:
    links = (link for link in person.links if who in (link.from_person, link.to_person))
    return [None if link.end is None else midnight(link.end.last.toordinal() + 1) for link in links]


def _tie_over(person: PersonRecord, who: str, at: int) -> bool:
    ends = _ties(person, who)
    return bool(ends) and all(end is not None and at >= end for end in ends)
