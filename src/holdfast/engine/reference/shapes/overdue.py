"""What the shapes mean that say something of standards that are overdue."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from math import floor
from typing import Any

from holdfast.engine.reference import standard
from holdfast.engine.reference.due_day import add
from holdfast.engine.reference.findings import root, seen_at
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.shapes.matches import MEANINGS, Match
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.engine.rulebook import InUse
from holdfast.kernel.when import LONDON, london_day, start_of_day
from holdfast.rules.limit import Interval, Limit
from holdfast.rules.shapes import Breached, LongerThan, Meanwhile
from holdfast.rules.standard import Standard


def _breached(person: PersonView, shape: Breached, rules: InUse) -> Iterator[Match]:
    for id in shape.standards:
        yield from overdue(person, rules.standards[id], shape.after)


def overdue(person: PersonView, rule: Standard, after: Any = None) -> Iterator[Match]:
    """A worry for each clock of the rule that was overdue, from when it was (or had been for ``after``)."""
    for clock in standard.clocks(person, rule):
        breach = clock.breach()
        entry = person.known.current(clock.trigger)
        # The entry may have been withdrawn since: then there is nothing to show the worry with.
        if breach is None or entry is None:
            continue
        begins, until = breach
        if after is not None:
            still = _later_by(begins, after)
            # Over before it had been so for long enough.
            if still is None or (until is not None and until <= still):
                continue
            begins = still
        over = person.known.current(clock.met_by or clock.excused_by or "")
        # What was done at a known time ends it then, not at the start of that day.
        done_at = over.happened.instant if over is not None and until is not None and clock.met_by else None
        ended = None if until is None else (max(until, done_at or until), over)
        before = tuple(person.known.history.by_id[each] for each in clock.evidence if each not in (entry.id, clock.met_by))
        # One entry may start a clock for each of several people; only then has each its own worry.
        narrowed = clock.key == "/".join((rule.id, person.id, root(person, entry), *clock.about))
        day = clock.started_at.astimezone(LONDON).date() if clock.due is not None else None
        own_day = entry.happened.last if entry.happened.instant is None else london_day(entry.happened.instant)
        # A clock that counts from another day than its entry's, such as a birthday, would else be known by the same key as
        # the first.
        moved = None if rule.limit.unit in ("hours", "minutes") or day == own_day else day
        yield Match(begins, (*before, entry), ended, clock.due, clock.about if narrowed else (), counted_from=moved)


def _later_by(begins: datetime, after: Any) -> datetime | None:
    # The instant before is the last of the due day, so that an amount counts from that day.
    day = (begins - timedelta(microseconds=1)).date()
    found = add(day, after)
    return start_of_day(found + timedelta(days=1)) if isinstance(found, date) else None


def _meanwhile(person: PersonView, shape: Meanwhile, rules: InUse) -> Iterator[Match]:
    contacts = fitting(person, shape.events)
    for id in shape.standards:
        for clock in standard.kept(person, rules.standards[id]):
            breach = clock.breach()
            begun = person.known.current(clock.trigger)
            if breach is None or begun is None:
                continue
            begins, until = breach
            instead = [
                entry
                for entry in contacts
                if order(entry) > order(begun)
                and entry.id not in (clock.met_by, clock.trigger)
                and (until is None or entry.happened.start < until)
            ]
            # Overdue, and something was done that does not count: the worry is there once both are so.
            if instead:
                at = max(begins, seen_at(instead[0].happened))
                shown = [entry for entry in instead if seen_at(entry.happened) <= at]
                over = None if until is None else (max(until, at), person.known.current(clock.met_by or clock.excused_by or ""))
                yield Match(at, (*shown, begun), over, clock.due)


def _longer_than(person: PersonView, shape: LongerThan, rules: InUse) -> Iterator[Match]:
    for id in shape.standards:
        yield from overdue(person, stretched(rules.standards[id], shape))


def stretched(rule: Standard, shape: LongerThan) -> Standard:
    """The standard, so many times as long and met in a wider sense. More than a part of a day is the whole day."""
    limit = _stretched(rule.limit, shape.times)
    # A partnership's own number is stretched too, or a generous one would be late before it was due.
    local = tuple(replace(each, n=floor(each.n * shape.times)) for each in rule.local)
    versions = tuple(
        each if each.limit is None else replace(each, limit=_stretched(each.limit, shape.times)) for each in rule.versions
    )
    return replace(rule, limit=limit, local=local, versions=versions, met_by=shape.done_by, excused_by=(), warn_before=None)


def _stretched(limit: Limit, times: float) -> Interval:
    assert isinstance(limit, Interval), "only what is asked for again and again can be longer in coming"
    changes = tuple(replace(each, n=floor(each.n * times)) for each in limit.changes)
    return replace(limit, n=floor(limit.n * times), changes=changes)


MEANINGS.update({Breached: _breached, Meanwhile: _meanwhile, LongerThan: _longer_than})
