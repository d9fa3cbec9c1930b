"""What PostgreSQL is asked of clocks, alerts and spans that are stored: each statement whole, or composed of this record's own
models."""

from collections.abc import Iterator
from functools import cache

from django.db import models
from psycopg import sql

from holdfast.record.models import Alert, Rechecked, StoredClock, StoredSpan
from holdfast.record.projection.affected_people import IS_WORKED_OUT

# Instants are asked for as whole microseconds and days in their written form: the compiled rules count so, and every row that
# is read here is compared with one that they gave.
CLOCKS = """
SELECT child_id, key, standard, about::text, trigger, starts #>> '{}', due #>> '{}',
  (extract(epoch FROM overdue_from) * 1000000)::bigint, warn_from #>> '{}', met_by, met_on #>> '{}', excused_by,
  excused_on #>> '{}', excused_why, missing, approximate, open
FROM record_storedclock
WHERE child_id = ANY(%(people)s::varchar[]) AND (%(rules)s::varchar[] IS NULL OR standard = ANY(%(rules)s::varchar[]))
"""
ALERTS = """
SELECT child_id, key, rule_id, about::text, trigger, evidence::text, due #>> '{}', why,
  (extract(epoch FROM raised_at) * 1000000)::bigint, (extract(epoch FROM ended_at) * 1000000)::bigint, ended_why, withdrawn,
  answered_by
FROM record_alert
WHERE child_id = ANY(%(people)s::varchar[]) AND (%(rules)s::varchar[] IS NULL OR rule_id = ANY(%(rules)s::varchar[]))
"""
SPANS = """
SELECT child_id, kind, start::text, "end"::text, entry FROM record_storedspan WHERE child_id = ANY(%(people)s::varchar[])
"""
# Anybody else has nothing to bring up to date, and would wait for ever.
NOTE_WAITING = (
    """
INSERT INTO record_waiting (person_id, at, types)
SELECT p.id, %(at)s, %(types)s::varchar[] FROM unnest(%(people)s::varchar[]) AS p(id)
WHERE """
    + IS_WORKED_OUT
)
CLOCKS_GONE = sql.SQL("""
DELETE FROM record_storedclock stored
USING jsonb_to_recordset(%(clocks_gone)s::jsonb) AS gone(child_id text, key text)
WHERE stored.child_id = gone.child_id AND stored.key = gone.key
""")
# A span that still runs has no end, and to = two ends that are not there are not the same.
SPANS_GONE = sql.SQL("""
DELETE FROM record_storedspan stored
USING jsonb_to_recordset(%(spans_gone)s::jsonb) AS gone(child_id text, kind text, start date, "end" date, entry text)
WHERE stored.child_id = gone.child_id AND stored.kind = gone.kind AND stored.start = gone.start
  AND stored."end" IS NOT DISTINCT FROM gone."end" AND stored.entry = gone.entry
""")
NO_LONGER_WAITING = sql.SQL("DELETE FROM record_waiting WHERE id = ANY(%(no_longer_waiting)s::bigint[])")
INSERT = sql.SQL("""
INSERT INTO {table} ({columns}) SELECT {columns} FROM jsonb_populate_recordset(NULL::{table}, {rows}::jsonb)
""")
UPSERT = sql.SQL("{insert} ON CONFLICT ({unique}) DO UPDATE SET {changes}")
CHANGE = sql.SQL("{column} = EXCLUDED.{column}")
STEP = sql.SQL("{name} AS ({step})")
TOGETHER = sql.SQL("WITH {steps} {last}")


@cache
def store_statement(steps: tuple[str, ...]) -> str:
    """These steps in one statement, each by the name of the parameter with its rows; it ends by noting who was ``looked_at``."""
    # One statement, so that a crash leaves all of it or none, and so that a write, which somebody at a keyboard waits for, goes
    # to the database once and not seven times. Steps of one WITH do not see each other's rows: none may touch a row that
    # another touches.
    last = _upsert(Rechecked, "looked_at", "person_id")
    told = {
        "clocks_gone": CLOCKS_GONE,
        "spans_gone": SPANS_GONE,
        "clocks": _upsert(StoredClock, "clocks", "child_id", "key"),
        "alerts": _upsert(Alert, "alerts", "child_id", "key"),
        "spans": _insert(StoredSpan, "spans"),
        "no_longer_waiting": NO_LONGER_WAITING,
    }
    named = [STEP.format(name=sql.Identifier(step), step=told[step]) for step in steps]
    composed = TOGETHER.format(steps=sql.SQL(", ").join(named), last=last) if named else last
    # As text and kept: there are a few, a write asks one of them every time, and composing it quotes some hundred names.
    return composed.as_string()


def _insert(model: type[models.Model], rows: str) -> sql.Composed:
    """New rows of a model, from a list of objects."""
    return INSERT.format(
        table=sql.Identifier(model._meta.db_table),
        columns=sql.SQL(", ").join(map(sql.Identifier, _columns(model))),
        rows=sql.Placeholder(rows),
    )


def _upsert(model: type[models.Model], rows: str, *unique: str) -> sql.Composed:
    """Make the rows of a model say what a list of objects says: those that are there, by what is unique, and new ones."""
    changed = (sql.Identifier(column) for column in _columns(model) if column not in unique)
    return UPSERT.format(
        insert=_insert(model, rows),
        unique=sql.SQL(", ").join(map(sql.Identifier, unique)),
        changes=sql.SQL(", ").join(CHANGE.format(column=column) for column in changed),
    )


def _columns(model: type[models.Model]) -> Iterator[str]:
    # All but a number that the database draws itself: given as nothing it would be refused.
    return (column.attname for column in model._meta.concrete_fields if column.get_internal_type() != "BigAutoField")
