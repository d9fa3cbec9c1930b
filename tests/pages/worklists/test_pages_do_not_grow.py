"""The pages that everybody opens first read what they need and not the whole record: no clock is asked, only what is read is
counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import uuid4

from django.conf import settings
from django.db import connection, transaction

from holdfast.actions.raise_disagreement import raise_disagreement
from holdfast.config import postgres
from holdfast.kernel.when import When
from holdfast.record.ledger.append import append
from tests.pages.contacts.reported import send
from tests.pages.partnership import FRIDAY, Place, cover
from tests.pages.worklists.other_teams import other_teams
from tests.pages.worklists.test_today import on_a_plan

READ = """
SELECT relname, (seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint FROM pg_stat_xact_user_tables
WHERE seq_tup_read + coalesce(idx_tup_fetch, 0) > 0
"""


@dataclass
class RowsRead:
    """How many queries a page asks, and how many rows of each table are looked at for it."""

    queries: int = 0
    rows: dict[str, int] = field(default_factory=dict)


@contextmanager
def counted() -> Iterator[RowsRead]:
    """What is read in the block, by the database's own counters."""
    found, before = RowsRead(), _so_far()

    def count(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        found.queries += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield found
    after = _so_far()
    found.rows = {table: rows - before.get(table, 0) for table, rows in after.items() if rows > before.get(table, 0)}


def _so_far() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute(READ)
        return dict(cursor.fetchall())


PAGES = {
    "a manager's day": ("ruth.adeyemi", "/today/"),
    "the list behind a number of the team": ("ruth.adeyemi", "/today/lists/overdue/"),
    "a worker of the team": ("ruth.adeyemi", "/today/team/sam.poole/"),
    "a social worker's day": ("dana.whitlock", "/today/"),
    "the front door": ("amina.khan", "/today/"),
    "the duty rota": ("ruth.adeyemi", "/rota/"),
    "what a school is told": ("maya.osei", "/for-you/"),
    "what a health visitor is told": ("priya.nair", "/for-you/"),
    "the children of a school": ("maya.osei", "/for-you/children/"),
    "the children of a chair": ("david.lowe", "/for-you/children/"),
    "the night": ("joe.ellis", "/tonight/"),
    "the page of a person": ("ruth.adeyemi", "/person/{ava}/"),
}


def look(place: Place, who: str, address: str) -> RowsRead:
    client, address = place.client(who), address.format(ava=place.children["Ava"].pk)
    assert client.get(address).status_code == 200  # what a process reads once is read
    with transaction.atomic(), connection.cursor() as cursor:
        # A short table the database reads whole, however good its index is.
        cursor.execute("SET LOCAL enable_seqscan = off")
        with counted() as found:
            assert client.get(address).status_code == 200
    return found


def looked_at(place: Place) -> dict[str, RowsRead]:
    # As the database does by itself in the night: it chooses its way by how much there is.
    with postgres.superuser(settings.DATABASES["default"]["NAME"]) as owner:
        owner.execute("ANALYZE")
    return {page: look(place, *where) for page, where in PAGES.items()}


def _something_of_everything(place: Place) -> None:
    """So that nothing a page reads is read of nobody: a concern with a disagreement, and a child who is missing."""
    concern, _ = send(place.client("maya.osei"), place.children["Noor"].pk)
    raised = {"by": place.users["maya.osei"], "contact": concern, "id": str(uuid4()), "text": "She is hungry."}
    raise_disagreement(at=FRIDAY, immediate_risk=False, **raised)
    by, lucas = place.worker("ruth.adeyemi"), place.children["Lucas"].pk
    append(at=FRIDAY, by=by, type="missing_started", happened=When.at(FRIDAY), about=(lucas,), data={})


def test_a_page_reads_no_more_when_other_peoples_record_is_ten_times_as_long(live_place: Place) -> None:
    cover(live_place)
    on_a_plan(live_place)
    _something_of_everything(live_place)
    other_teams(100)
    few = looked_at(live_place)
    other_teams(900, named="more")
    many = looked_at(live_place)
    assert {page: found.queries for page, found in many.items()} == {page: found.queries for page, found in few.items()}
    grown = {
        (page, table): (few[page].rows.get(table, 0), rows)
        for page in PAGES
        for table, rows in many[page].rows.items()
        # A few rows of its own more or less, by the way that the database takes to them.
        if rows > 1.1 * few[page].rows.get(table, 0) + 10
    }
    assert not grown, grown
