"""What is stored of some people, and making it say what is derived for them: one statement, of what differs alone.

Nothing else writes spans, clocks, alerts, who was looked at when and who waits; a test holds that.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.db import connection, models
from django.db.models import F
from django.db.models.functions import Coalesce

from holdfast.engine.compiled.instants import moment
from holdfast.record.ledger import entry_rows
from holdfast.record.models import Alert, Rechecked, StoredClock, StoredSpan
from holdfast.record.projection.derivation import NO_LONGER_SHOWN, AlertRow, Derived, SpanRow, StoredClockRow, alert_id

BEGINNING = datetime(1900, 1, 1, tzinfo=UTC)
"""Whoever was last looked at then is worked out from the beginning: what had shown does not count."""

# Instants are asked for as whole microseconds and days in their written form: the compiled rules count so, and every row that
# is read here is compared with one that they gave.
MICROSECONDS = "(extract(epoch FROM {}) * 1000000)::bigint"
CLOCKS = f"""
SELECT child_id, key, standard, about::text, trigger, starts #>> '{{}}', due #>> '{{}}', {MICROSECONDS.format("overdue_from")},
  warn_from #>> '{{}}', met_by, met_on #>> '{{}}', excused_by, excused_on #>> '{{}}', excused_why, missing, approximate, open
FROM record_storedclock WHERE child_id = ANY(%(people)s::varchar[])
"""  # noqa: S608  (made of nothing but what is written here)
ALERTS = f"""
SELECT child_id, key, rule_id, about::text, trigger, evidence::text, due #>> '{{}}', why, {MICROSECONDS.format("raised_at")},
  {MICROSECONDS.format("ended_at")}, ended_why, withdrawn, answered_by
FROM record_alert WHERE child_id = ANY(%(people)s::varchar[])
"""  # noqa: S608
SPANS = """
SELECT child_id, kind, start::text, "end"::text, entry FROM record_storedspan WHERE child_id = ANY(%(people)s::varchar[])
"""
OF_RULES = {"clocks": " AND standard = ANY(%(rules)s::varchar[])", "alerts": " AND rule_id = ANY(%(rules)s::varchar[])"}

Json = dict[str, Any]


def read_stored(
    people: Collection[str], rules: Collection[str] | None = None, *, spans: bool = True, every_alert: bool = False
) -> dict[str, Derived]:
    """What is stored of these people: all of it, or of these rules (``every_alert``: alerts of all the same)."""
    found = {person: Derived() for person in people}
    asked = {"people": list(people), "rules": None if rules is None else list(rules)}
    of_clocks, of_alerts = ("", "") if rules is None else (OF_RULES["clocks"], "" if every_alert else OF_RULES["alerts"])
    for person, key, *columns in entry_rows.ask(CLOCKS + of_clocks, asked):
        found[person].clocks[key] = StoredClockRow._make(columns)
    for person, key, *columns in entry_rows.ask(ALERTS + of_alerts, asked):
        found[person].alerts[key] = AlertRow._make(columns)
    if spans:
        stretches: dict[str, set[SpanRow]] = defaultdict(set)
        for person, *columns in entry_rows.ask(SPANS, asked):
            stretches[person].add(SpanRow._make(columns))
        for person in people:
            found[person].spans = frozenset(stretches[person])
    return found


class Changes:
    """What has to be stored otherwise of some people, and when each was looked at."""

    # Most writes change a few rows of hundreds. Every row that PostgreSQL updates is a dead one for it to clear away, even where
    # it says what it said before, so what says the same already is left alone.

    def __init__(self) -> None:
        self.looked_at: dict[str, datetime] = {}
        self.no_longer_waiting: list[int] = []
        self._clocks: list[Json] = []
        self._alerts: list[Json] = []
        self._spans: list[Json] = []
        self._gone: dict[str, list[Json]] = {"storedclock": [], "storedspan": []}

    def add(self, person: str, stored: Derived, derived: Derived) -> None:
        """Whatever of ``derived`` is not as it is stored, and what is stored and is not derived; an alert is never removed."""
        for key, clock in derived.clocks.items():
            if stored.clocks.get(key) != clock:
                self._clocks.append(_clock(person, key, clock))
        for key, alert in derived.alerts.items():
            if stored.alerts.get(key) != alert:
                self._alerts.append(_alert(person, key, alert))
        self._gone["storedclock"] += ({"child_id": person, "key": key} for key in stored.clocks if key not in derived.clocks)
        if derived.spans is not None and stored.spans is not None:
            for span in derived.spans - stored.spans:
                self._spans.append({"child_id": person, "detail": "", **span._asdict()})
            for span in stored.spans - derived.spans:
                self._gone["storedspan"].append({"child_id": person, **span._asdict()})

    def store(self) -> None:
        """Store it."""
        # One statement, so that a crash leaves all of it or none, and so that a write, which somebody at a keyboard waits for,
        # goes to the database once and not seven times. Steps of one WITH do not see each other's rows: none may touch a row
        # that another touches.
        steps: list[str] = []
        asked: Json = {"rechecked": [{"person_id": person, "at": at.isoformat()} for person, at in self.looked_at.items()]}
        for table, gone in self._gone.items():
            if gone:
                steps.append(GONE[table])
                asked[f"gone_{table}"] = gone
        for model, changed in ((StoredClock, self._clocks), (Alert, self._alerts)):
            if changed:
                steps.append(_upsert(model, ("child_id", "key")))
                asked[_name(model)] = changed
        if self._spans:
            steps.append(_insert(StoredSpan))
            asked[_name(StoredSpan)] = self._spans
        parameters = {name: json.dumps(value) for name, value in asked.items()}
        if self.no_longer_waiting:
            steps.append("DELETE FROM record_waiting WHERE id = ANY(%(waiting)s::bigint[])")
            parameters["waiting"] = self.no_longer_waiting  # type: ignore[assignment]
        with_ = ", ".join(f"step_{number} AS ({step})" for number, step in enumerate(steps))
        entry_rows.ask(f"{f'WITH {with_} ' if with_ else ''}{_upsert(Rechecked, ('person_id',))}", parameters)


GONE = {
    "storedclock": "DELETE FROM record_storedclock s USING jsonb_to_recordset(%(gone_storedclock)s::jsonb)"
    " AS g(child_id text, key text) WHERE s.child_id = g.child_id AND s.key = g.key",
    "storedspan": "DELETE FROM record_storedspan s USING jsonb_to_recordset(%(gone_storedspan)s::jsonb)"
    ' AS g(child_id text, kind text, start date, "end" date, entry text)'
    ' WHERE s.child_id = g.child_id AND s.kind = g.kind AND s.start = g.start AND s."end" IS NOT DISTINCT FROM g."end"'
    " AND s.entry = g.entry",
}


def _clock(person: str, key: str, clock: StoredClockRow) -> Json:
    row = {"child_id": person, "key": key, **clock._asdict(), "about": json.loads(clock.about)}
    row["overdue_from"] = _instant(clock.overdue_from)
    return row


def _alert(person: str, key: str, alert: AlertRow) -> Json:
    row = {"child_id": person, "key": key, **alert._asdict(), "id": str(alert_id(person, key))}
    row |= {"about": json.loads(alert.about), "evidence": json.loads(alert.evidence)}
    row |= {"raised_at": _instant(alert.raised_at), "ended_at": _instant(alert.ended_at)}
    return row


def _instant(at: int | None) -> str | None:
    return None if at is None else moment(at).isoformat()


def _name(model: type[models.Model]) -> str:
    return str(model._meta.model_name)


def _columns(model: type[models.Model]) -> dict[str, str]:
    columns = (column for column in model._meta.concrete_fields if column.get_internal_type() != "BigAutoField")
    return {column.attname: str(column.db_type(connection)) for column in columns}


@cache
def _insert(model: type[models.Model]) -> str:
    """New rows of a model, from a list of objects."""
    columns = _columns(model)
    listed = ", ".join(f'"{column}"' for column in columns)
    typed = ", ".join(f'"{column}" {type}' for column, type in columns.items())
    return (  # made of the names of our own columns
        f"INSERT INTO {model._meta.db_table} ({listed}) SELECT {listed}"  # noqa: S608
        f" FROM jsonb_to_recordset(%({_name(model)})s::jsonb) AS n({typed})"
    )


@cache
def _upsert(model: type[models.Model], unique: tuple[str, ...]) -> str:
    """Make the rows of a model say what a list of objects says: those that are there, by what is unique, and new ones."""
    changed = ", ".join(f'"{column}" = EXCLUDED."{column}"' for column in _columns(model) if column not in unique)
    return f"{_insert(model)} ON CONFLICT ({', '.join(unique)}) DO UPDATE SET {changed}"


def delete_orphans(people: Collection[str], at: datetime) -> None:
    """Take away what is stored for anybody but these people, who are everybody that an entry is about."""
    for model in (StoredSpan, StoredClock):
        model._default_manager.exclude(child__in=people).delete()
    # An alert may have been put to somebody, and what somebody was told is never unsaid: it is withdrawn and stays.
    unborne = Alert.objects.exclude(child__in=people).exclude(withdrawn=True)
    unborne.update(withdrawn=True, ended_at=Coalesce(F("ended_at"), at), ended_why=NO_LONGER_SHOWN)


def mark_for_recompute(people: Collection[str]) -> None:
    """Mark these people to be worked out from the beginning when the minute's sweep next comes by."""
    Rechecked.objects.filter(person__in=people).update(at=BEGINNING)


def note_waiting(people: Iterable[str], types: Collection[str], at: datetime) -> None:
    """Note that these people are to be brought up to date with entries of these types, recorded at ``at``."""
    entry_rows.ask(NOTE, {"people": sorted(people), "types": sorted(types), "at": at})


# Somebody nothing is about yet has nothing to bring up to date, and would wait for ever.
NOTE = """
INSERT INTO record_waiting (person_id, at, types)
SELECT person, %(at)s, %(types)s::varchar[] FROM unnest(%(people)s::varchar[]) AS person
WHERE EXISTS (SELECT FROM record_entryabout WHERE person_id = person)
"""
