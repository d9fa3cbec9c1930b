"""Rows of the ledger read as entries. A body that this process has read is not read again: it never changes."""

import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, LiteralString

import psycopg
from django.db import connection
from psycopg import sql

from holdfast.kernel.when import When
from holdfast.record import models
from holdfast.vocabulary.base import EntryData
from holdfast.vocabulary.entry import Entry, parse_data

ENTRIES = sql.SQL("""
SELECT e.id::text, e.type, e.happened::text, e.recorded_at, e.recorded_by_id, e.source, e.corrects_id::text,
  e.withdraws_id::text, e.reason, e.sequence, e.body_digest,
  (SELECT array_agg(a.person_id ORDER BY a.position) FROM record_entryabout a WHERE a.envelope_id = e.id)
FROM record_entryenvelope e WHERE {where} ORDER BY e.sequence
""")
BODIES = "SELECT envelope_id::text, data::text FROM record_entrybody WHERE envelope_id = ANY(%(ids)s::uuid[])"

# Bodies alone may be kept: what a body says never changes, so that nobody has to be told when another process writes. By type as
# well, because the same words read as another type are another value.
_READ: OrderedDict[tuple[str, str], EntryData] = OrderedDict()
_READ_AT_MOST = 20_000
"""Bodies this process has read, by type and digest. What has one digest says one thing."""


def ask(statement: str, parameters: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """The rows a statement gives. It is planned once for each connection, which for a small question is most of its cost."""
    # Django's own cursor puts the parameters into the statement itself, and a statement that differs each time cannot be planned
    # once. Asked beside it, the connection may not be open yet, or have been closed since.
    connection.ensure_connection()
    with psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(statement, parameters, prepare=True)
        return [] if cursor.description is None else cursor.fetchall()


def entries(where: LiteralString, **parameters: Any) -> list[Entry]:
    """The entries that ``where`` finds (``e`` is the envelope), in the order of arrival."""
    rows = ask(_where(where), parameters)
    # Bodies are asked for apart: most of what a page reads has been read before, and bodies are most of its bytes.
    unread = [row[0] for row in rows if (row[1], row[10]) not in _READ]
    bodies = {id: json.loads(text) for id, text in ask(BODIES, {"ids": unread})} if unread else {}
    return [_entry(row, bodies) for row in rows]


# The few conditions that there are, each composed once: entries are read for every page.
@cache
def _where(condition: LiteralString) -> str:
    return ENTRIES.format(where=sql.SQL(condition)).as_string()


def _data(row: Sequence[Any], bodies: Mapping[str, Any]) -> EntryData:
    key = (row[1], row[10])
    data = _READ.get(key)
    if data is None:
        # Not among the bodies: another thread let it go again since we looked.
        body = bodies[row[0]] if row[0] in bodies else models.EntryBody.objects.values_list("data", flat=True).get(pk=row[0])
        data = _READ[key] = parse_data(row[1], body)
        if len(_READ) > _READ_AT_MOST:
            _READ.popitem(last=False)
    return data


def _entry(row: Sequence[Any], bodies: Mapping[str, Any]) -> Entry:
    id, type, happened, recorded_at, by, source, corrects, withdraws, reason, sequence, _, about = row
    when = When.parse(json.loads(happened))
    data = _data(row, bodies)
    recorded: datetime = recorded_at
    return Entry(id, type, when, recorded, by, tuple(about or ()), data, source, corrects, withdraws, reason, sequence)
