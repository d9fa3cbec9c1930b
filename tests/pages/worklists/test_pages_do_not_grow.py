"""Today, duty and team pages read what they need and not the whole record: no clock is asked, only what is read is counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.conf import settings
from django.db import connection, transaction

from holdfast.config import postgres
from tests.pages.contacts.reported import send
from tests.pages.partnership import Place, cover
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
}


def look(place: Place, who: str, address: str) -> RowsRead:
    client = place.client(who)
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


def test_a_page_reads_no_more_when_other_peoples_record_is_ten_times_as_long(live_place: Place) -> None:
    cover(live_place)
    on_a_plan(live_place)
    send(live_place.client("maya.osei"), live_place.children["Noor"].pk)
    other_teams(100)
    few = looked_at(live_place)
    other_teams(900, named="more")
    many = looked_at(live_place)
    for page in PAGES:
        assert many[page].queries == few[page].queries, page
        before = few[page].rows
        grown = {
            table: (before.get(table, 0), rows) for table, rows in many[page].rows.items() if rows > 1.1 * before.get(table, 0)
        }
        assert not grown, (page, grown)
