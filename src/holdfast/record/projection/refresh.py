"""Keeping what is derived true to the entries: in the transaction of every write, and as time passes. A write works out again
the rules that read its types for the people it touches, from the rows of their family.

One entry, an import, the minute's sweep, the demonstration and a rebuild all come to :func:`bring_up_to_date`, which is the
one way to what is stored.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from procrastinate.contrib.django import app

from holdfast.engine.compiled.compiled_rules import compiled
from holdfast.engine.compiled.instants import instant, midnight
from holdfast.engine.reference.person_view import BRINGS_UP
from holdfast.engine.rulebook import in_use
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day, start_of_day
from holdfast.record import read
from holdfast.record.ledger import entry_rows
from holdfast.record.partnership_values import load_values
from holdfast.record.projection.affected_people import EVER, IS_WORKED_OUT, families_of, families_of_workers, types_of, wait_for
from holdfast.record.projection.family_evaluation import FamilyEvaluation
from holdfast.record.projection.store import BEGINNING, Changes, note_waiting
from holdfast.standards.local_values import Values
from holdfast.vocabulary.entry import Entry

# Nothing is held from one write to the next (docs/adr/0012). When a process held the families it knew, each took some 7 MB, an
# entry about any other family took eight times as long, and whatever another process wrote had to be found out first.
NOTHING: frozenset[str] = frozenset()
OF_A_LIFE = frozenset({"birth_recorded", "death_recorded"})
"""What says when somebody was born or died says it of all that was known before: their age, and whose child they were."""
JOB = "holdfast.waiting"

# Each is followed by who is worked out at all.
LOOKED_AT = """
SELECT p.id, r.at, r.at IS NOT NULL AND EXISTS (
  SELECT FROM record_storedclock c WHERE c.child_id = p.id AND c.open AND c.overdue_from > r.at
    AND c.overdue_from <= greatest(r.at, %(at)s)
) FROM unnest(%(people)s::varchar[]) AS p(id) LEFT JOIN record_rechecked r ON r.person_id = p.id
WHERE """
EVERYBODY = "SELECT id FROM record_person p WHERE "
BY_ID = " ORDER BY p.id"
WAITING = "SELECT id, person_id, at, types FROM record_waiting WHERE person_id = ANY(%(people)s::varchar[])"
# Only clocks that run and that nobody looked at since their breach: the index over open clocks answers it.
DUE = """
SELECT DISTINCT c.child_id FROM record_storedclock c JOIN record_rechecked r ON r.person_id = c.child_id
WHERE c.open AND c.overdue_from <= %(at)s AND r.at < c.overdue_from LIMIT %(limit)s
"""
NOT_TODAY = "SELECT person_id FROM record_rechecked WHERE at < %(today)s ORDER BY at LIMIT %(limit)s"
WAIT = "SELECT DISTINCT person_id FROM record_waiting ORDER BY person_id LIMIT %(limit)s"


class Recheck(NamedTuple):
    """How somebody is looked at: at which instant; ``since`` when, with what had shown by then as it is stored (``None``: from
    the beginning); and which entry types have come (``None``: everything is asked)."""

    at: datetime
    since: int | None
    changed: frozenset[str] | None


def project(entries: Sequence[Entry], *, at: datetime, people: Collection[str] = (), families: set[str] | None = None) -> None:
    """Bring up to date everybody whom these entries, or new facts about these people, can touch (``families``, where those are
    known). Those whom a worker's entries touch, such as leave, are noted, and a job does them family by family."""
    # An import brings history: what was recorded in the past may have shown, and been met, between then and now, so that no
    # reading on from what is stored would date it rightly. And who somebody is (a birth date, a parent) is read by every rule.
    changed = None
    if not people and all(entry.recorded_at >= at for entry in entries):
        changed = types_of(entries)
    if families is None:
        families = families_of([entry for entry in entries if entry.about], people)
    if families:
        bring_up_to_date(families, at=at, changed=changed)
    about_nobody = [entry for entry in entries if not entry.about]
    others = (families_of_workers(about_nobody) | families_of(about_nobody)) - families if about_nobody else None
    if others:
        # A manager's leave touches every family of their team. Whoever types it in must not wait for hundreds of families, nor
        # hold all their locks; and what is noted here is part of this transaction, so that it is done if the entry is there.
        note_waiting(others, types_of(about_nobody), min(entry.recorded_at for entry in about_nobody))
        app.configure_task(JOB, queue="waiting").defer()


# Without a savepoint: where this fails inside a write, the entry must go too. What is stored is never behind the entries.
@transaction.atomic(savepoint=False)
def bring_up_to_date(people: Collection[str], *, at: datetime, changed: frozenset[str] | None = None) -> None:
    """Work out what is derived for these people as it stands at ``at``, and store what differs. ``changed`` are the types of
    the entries that were added at ``at``, where nothing else has changed but the time; without it, all is worked out afresh
    from the beginning."""
    wait_for(people)
    # Everything below is read after the lock: what another process stored while we waited for it is what we start from.
    # Read before the entries: whoever comes to wait meanwhile goes on waiting.
    waiting = entry_rows.ask(WAITING, {"people": list(people)})
    own = load_values()
    looks = _looks(people, at, changed, waiting, own)
    if not looks:
        return
    changes = Changes()
    for family, look, members in _together(looks):
        evaluation = FamilyEvaluation(family, look.at, own, compiled(in_use(own, london_day(look.at))))
        for person, stored, derived in evaluation.of(members, look.since, look.changed):
            changes.add(person, stored, derived)
    changes.no_longer_waiting = [id for id, person, *_ in waiting if person in looks]
    changes.looked_at = {person: look.at for person, look in looks.items()}
    changes.store()


def _looks(
    people: Collection[str],
    at: datetime,
    changed: frozenset[str] | None,
    waiting: Iterable[tuple[int, str, datetime, list[str]]],
    own: Values,
) -> dict[str, Recheck]:
    came: dict[str, set[str]] = defaultdict(set)
    first: dict[str, datetime] = {}
    for _, person, recorded, types in waiting:
        came[person].update(types)
        first[person] = min(recorded, first.get(person, recorded))
    day, found = london_day(at), {}
    asked = {"people": list(people), "at": at, "brings_up": list(BRINGS_UP)}
    for person, last, due in entry_rows.ask(LOOKED_AT + IS_WORKED_OUT + BY_ID, asked):
        before = day if last is None else london_day(last)
        of_a_life = changed is not None and not OF_A_LIFE.isdisjoint(changed | came[person])
        if (
            changed is None
            or of_a_life
            or last is None
            or not BEGINNING < last <= at
            or in_use(own, before) is not in_use(own, day)
        ):
            # Never back: a write dated before the last look must not unsay what was already shown.
            found[person] = Recheck(at if last is None else max(at, last), None, None)
            continue
        # What was recorded before the last look is part of what had shown by then. What is recorded now is news; and what
        # shows within a day, or from its first instant, may be taken back by what is recorded later on it.
        since = min(instant(last), midnight(day.toordinal()) - 1, instant(at) - 1)
        if person in first:
            since = min(since, instant(first[person]) - 1)
        # Where a day has passed, or something has come due, rules may say otherwise of which no entry type has come.
        by_time = due or before != day
        found[person] = Recheck(at, since, None if by_time else changed | came[person])
    return found


def _together(looks: dict[str, Recheck]) -> Iterator[tuple[tuple[str, ...], Recheck, list[str]]]:
    """Those who share a reading: the members of one family who are looked at from the same instant. What is asked of one of
    them is asked of all."""
    # Reading a family costs more than asking it once more for a brother or sister, so that those who can share it do.
    found: dict[tuple[tuple[str, ...], datetime, int | None], list[str]] = defaultdict(list)
    for at in {look.at for look in looks.values()}:
        now = [person for person, look in looks.items() if look.at == at]
        for person, family in read.networks(now, Moment.live(at)).items():
            found[family, at, looks[person].since].append(person)
    for (family, at, since), members in found.items():
        changed = [looks[person].changed for person in members]
        came = None if None in changed else NOTHING.union(*(each or NOTHING for each in changed))
        yield family, Recheck(at, since, came), members


def sweep(*, at: datetime, limit: int = 200) -> int:
    """What time alone brings: raise what has come due by ``at``, and look at everybody again once a day, for signals that
    only the passing of time makes; and whoever still waits. Works on at most ``limit`` people and returns how many; call it
    every minute."""
    # First whoever waits: their alerts were true before anything that only time brings. The job does them too, but a job that
    # was lost with its worker is taken up here.
    done = sweep_waiting(at=at, limit=limit)
    people = [person for (person,) in entry_rows.ask(DUE, {"at": at, "limit": limit - done})]
    asked = {"today": start_of_day(london_day(at)), "limit": limit}
    others = [person for (person,) in entry_rows.ask(NOT_TODAY, asked) if person not in people]
    people += others[: limit - done - len(people)]
    for person in people:  # each in its own transaction: one that fails loses nothing for the others, and holds few locks
        bring_up_to_date([person], at=at, changed=NOTHING)
    return done + len(people)


def sweep_waiting(*, at: datetime, limit: int = 1_000) -> int:
    """Bring up to date those whom somebody else's entry touched, each family in its own transaction. Returns how many."""
    people = [person for (person,) in entry_rows.ask(WAIT, {"limit": limit})]
    families: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for person, family in read.networks(people, EVER).items() if people else ():
        families[family].append(person)
    for members in families.values():
        bring_up_to_date(members, at=at, changed=NOTHING)
    return len(people)


def everybody() -> list[str]:
    """Everyone that something is derived for, or would be."""
    return [person for (person,) in entry_rows.ask(EVERYBODY + IS_WORKED_OUT + BY_ID, {"brings_up": list(BRINGS_UP)})]
