"""Writing about a family that is held: only what the entry, or the time that has passed, can have changed is worked out and
stored again. Everything else goes the long way, through :mod:`holdfast.record.recheck`, which gives the same."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models

from holdfast.engine.reference.history import Part, Reader
from holdfast.engine.rulebook import rules_with
from holdfast.kernel.when import london_day
from holdfast.record import held, rows
from holdfast.record.derive import (
    FOLDED_FROM,
    alerts_of,
    answers_of,
    clocks_of,
    fields,
    span_fields,
    spans_of,
)
from holdfast.record.models import Alert, Rechecked, StoredClock, StoredSpan
from holdfast.vocabulary.entry import Entry

Kept = list[held.Held]


@dataclass
class Changes:
    """What has to be stored otherwise."""

    at: datetime
    clocks: list[held.Fields] = field(default_factory=list)
    alerts: list[held.Fields] = field(default_factory=list)
    gone: list[dict[str, str]] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    spans: dict[str, list[StoredSpan]] = field(default_factory=dict)


class LongWay(Exception):
    """This cannot be told from what is held."""


def follow(entry: Entry, touched: Collection[str], *, at: datetime) -> bool:
    """Bring everybody in ``touched`` up to date with an entry that has just been written about some of them. ``False`` where
    that has to go the long way: nothing has been stored then, and what could not be used is no longer held."""
    taken = _taken(entry, touched)
    if taken is None or not all(_usable(each, entry, at) for each in taken):
        return False
    changes = Changes(at)
    try:
        for each in taken:
            _read_on(each, entry, changes)
    except LongWay:
        return False
    now = _store(changes)
    for each in taken:
        each.seen.rechecked.update((person, version) for person, version in now.items() if person in each.people)
    held.put(taken)
    return True


def _taken(entry: Entry, touched: Collection[str]) -> Kept | None:
    """The families of everybody for whom something is derived, or will be."""
    about = held.take(entry.about)
    if about is None:
        return None
    derived = {person for each in about for person in each.seen.rechecked} & set(touched)
    others = derived - {person for each in about for person in each.members}
    more = held.take(others)
    if more is None:
        return None
    found = [*about, *more]
    return found if {*entry.about, *derived} <= {person for each in found for person in each.members} else None


def _usable(each: held.Held, entry: Entry, at: datetime) -> bool:
    now = held.glance(each.people)
    return (
        each.stands(now)
        and at >= each.ongoing.at
        and all(at >= member.at for member in each.members.values())
        and all(person in each.people for person in entry.about)
        and rules_with(each.values, london_day(at)) is each.ongoing.rules
    )


def _read_on(each: held.Held, entry: Entry, changes: Changes) -> None:
    came = each.came_since()
    parts = each.ongoing.pass_to(changes.at, each.members)
    parts |= each.ongoing.arrive([*came, entry], each.members)
    each.seen = replace(each.seen, about_nobody=max((one.arrived for one in came), default=each.seen.about_nobody))
    types = {one.type for one in (*came, entry)}
    for person, member in each.members.items():
        reader = each.ongoing.reader(since=member.at)
        answers = cache(lambda reader=reader, person=person: answers_of(reader, person))
        for part in {part for part in parts if part.person == person} | member.due(changes.at):
            _part(member, reader, part, answers, changes)
        if "alert_answered" in types:
            _answered(member, answers(), changes)
        if not types.isdisjoint(FOLDED_FROM):
            _spans(member, reader, person, changes)
        member.at = changes.at
        changes.people.append(person)


def _part(member: held.Member, reader: Reader, part: Part, answers: Any, changes: Changes) -> None:
    before = member.keys.get(part, frozenset())
    lines = reader.lines(part, {key: member.alerts[key]["raised_at"] for key in before if key in member.alerts})
    keys = frozenset(line.what.key for line in lines)
    if any(key in member.alerts and not member.alerts[key]["withdrawn"] for key in before - keys):
        raise LongWay  # something that showed has gone: only the whole history says since when and why
    clocks = {row.key: fields(row) for row in clocks_of(reader, part.person, lines)}
    shown = any(line.raised_at is not None for line in lines)
    alerts = {row.key: fields(row) for row in alerts_of(reader, part.person, lines, answers())} if shown else {}
    for key in before - clocks.keys():
        if member.clocks.pop(key, None) is not None:
            changes.gone.append({"child_id": part.person, "key": key})
    _differing(clocks, member.clocks, changes.clocks)
    _differing(alerts, member.alerts, changes.alerts)
    member.keys[part] = keys
    following = held.next_change(reader.shows(part, changes.at).value, changes.at)
    if following is None:
        member.soon.pop(part, None)
    else:
        member.soon[part] = following


def _differing(now: Mapping[str, held.Fields], there: dict[str, held.Fields], changed: list[held.Fields]) -> None:
    for key, row in now.items():
        if there.get(key) != row:
            there[key] = row
            changed.append(row)


def _answered(member: held.Member, answers: Mapping[str, str], changes: Changes) -> None:
    for key, row in member.alerts.items():
        answer = answers.get(str(row["id"])) or answers.get(key)
        if answer != row["answered_by"]:
            row["answered_by"] = answer
            changes.alerts.append(row)


def _spans(member: held.Member, reader: Reader, person: str, changes: Changes) -> None:
    spans = list(spans_of(reader, person))
    now = {span_fields(row) for row in spans}
    if now != member.spans:
        member.spans = now
        changes.spans[person] = spans


def _store(changes: Changes) -> dict[str, str]:
    """Store it, and return the new versions of what was worked out for these people."""
    for person, spans in changes.spans.items():
        StoredSpan.objects.filter(child=person).delete()
        StoredSpan.objects.bulk_create(spans)
    rechecked = [{"person_id": person, "at": changes.at} for person in changes.people]
    parameters: dict[str, Any] = {"rechecked": rechecked}
    steps: list[str] = []
    if changes.gone:
        steps.append(
            "gone AS (DELETE FROM record_storedclock s USING jsonb_to_recordset(%(gone)s::jsonb) AS g(child_id text, key text)"
            " WHERE s.child_id = g.child_id AND s.key = g.key)"
        )
        parameters["gone"] = changes.gone
    for name, model, changed in (("clocks", StoredClock, changes.clocks), ("alerts", Alert, changes.alerts)):
        if changed:
            steps.append(f"{name} AS ({_upsert(model, name, ('child_id', 'key'))})")
            parameters[name] = changed
    with_ = f"WITH {', '.join(steps)} " if steps else ""
    returning = " RETURNING person_id, xmin::text || ' ' || ctid::text"
    statement = f"{with_}{_upsert(Rechecked, 'rechecked', ('person_id',))}{returning}"
    return dict(rows.ask(statement, {name: json.dumps(value, default=_written) for name, value in parameters.items()}))


@cache
def _upsert(model: type[models.Model], name: str, unique: tuple[str, ...]) -> str:
    """Make the rows of a model say what a list of objects says: those that are there, by what is unique, and new ones."""
    columns = {
        column.attname: column.db_type(connection)
        for column in model._meta.concrete_fields
        if column.get_internal_type() != "BigAutoField"
    }
    listed = ", ".join(f'"{column}"' for column in columns)
    typed = ", ".join(f'"{column}" {type}' for column, type in columns.items())
    changed = ", ".join(f'"{column}" = EXCLUDED."{column}"' for column in columns if column not in unique)
    return (  # made of the names of our own columns
        f"INSERT INTO {model._meta.db_table} ({listed}) SELECT {listed} FROM jsonb_to_recordset(%({name})s::jsonb) AS n({typed})"  # noqa: S608
        f" ON CONFLICT ({', '.join(unique)}) DO UPDATE SET {changed}"
    )


def _written(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(f"a {type(value).__name__} is not stored in a derived row")
