"""Whoever could not be found by all that is said of them is found out, and put right; and the tables go back and forth."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import connection, connections

from holdfast.duty.nightly_comparison import mend_keys_nightly
from holdfast.identity.search import find
from holdfast.identity.stored_keys import mend_keys, wrong_keys
from holdfast.kernel.moment import Moment
from holdfast.record import people
from holdfast.record.ledger.append import append
from holdfast.record.table_upgrade import upgrade_tables
from holdfast.vocabulary.world import PersonName
from tests.databases import empty_database

EARLIER = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)  # a Monday
NOW = Moment.live(datetime(2026, 11, 20, 2, 0, tzinfo=UTC))  # a Friday


def add(given: str, family: str, **more: str) -> str:
    return people.add_person(at=EARLIER, by=None, names=[PersonName("usual", given, family)], **more).pk  # type: ignore[arg-type]


def run(statement: str, *said: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, said)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def family(db: None) -> tuple[str, str]:
    child, mother = add("Zeb", "Quill", born="2019-05-05"), add("Brunhilde", "Xanthou")
    people.relate(at=EARLIER, by=None, from_person=mother, to_person=child, kind="mother")
    run("SET CONSTRAINTS ALL IMMEDIATE")
    return child, mother


@pytest.mark.django_db
@pytest.mark.parametrize(
    "spoilt",
    [
        "DELETE FROM identity_searchkey WHERE person_id = %s",
        "UPDATE identity_searchkey SET keys = ts_delete(keys, 'pxanthou') WHERE person_id = %s",
        "UPDATE identity_searchkey SET keys = keys || array_to_tsvector(ARRAY['nsomebody']) WHERE person_id = %s",
        "UPDATE identity_searchkey SET born = NULL WHERE person_id = %s",
    ],
    ids=["no row", "less", "more", "the year"],
)
def test_a_row_that_differs_from_what_is_said_is_found_and_put_right_and_no_other_is_touched(
    family: tuple[str, str], spoilt: str
) -> None:
    child, _ = family
    right = run("SELECT person_id, keys::text, born FROM identity_searchkey ORDER BY 1")
    assert list(wrong_keys()) == []
    run(spoilt, child)
    assert list(wrong_keys()) == [child]
    assert mend_keys_nightly() == 1
    assert run("SELECT person_id, keys::text, born FROM identity_searchkey ORDER BY 1") == right
    assert mend_keys() == 0


@pytest.fixture
def other_database(django_db_setup: None, django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    with django_db_blocker.unblock(), empty_database():  # type: ignore[attr-defined]
        upgrade_tables(verbosity=0)
        yield
        connections.close_all()


@pytest.mark.parametrize("back_to", ["0002", "0001", "zero"])
def test_the_tables_of_a_record_with_people_in_it_can_be_taken_back_and_brought_forward_again(
    other_database: None, back_to: str
) -> None:
    child, mother = add("Zeb", "Quill", born="2019-05-05"), add("Brunhilde", "Xanthou")
    people.relate(at=EARLIER, by=None, from_person=mother, to_person=child, kind="mother")
    people.state_fact(at=EARLIER, by=None, person=mother, kind="telephone", value="+44 (0)1632 960 777")
    made = _objects()
    call_command("migrate", "identity", back_to, database="owner", verbosity=0)
    # Somebody may still be added, and a move recorded: by whatever keeps keys there, or by nothing.
    late = add("Otto", "Penn", address="7 Quarry Lane")
    data = {"person": child, "address": "3 Harbour Street", "confirmed_by": "school"}
    append(at=EARLIER, by=None, type="address_changed", happened="2026-11-01", about=[child], data=data)
    upgrade_tables(verbosity=0)
    assert _objects() == made
    for typed, whom in (("brunhilde quill", child), ("harbour street", child), ("01632 960777", child), ("otto", late)):
        found = find(typed, NOW, reader=None)
        assert whom in (*found.children, *found.adults), typed
    assert list(wrong_keys()) == []


def _objects() -> list[tuple[object, ...]]:
    """Every function of ours, trigger and index, as the database writes it."""
    return run(
        """SELECT proname::text, pg_get_functiondef(oid) FROM pg_proc WHERE proname LIKE 'identity%%'
           UNION ALL SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
           UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2"""
    )


@pytest.mark.django_db
def test_no_two_indexes_are_of_the_same_rows_in_the_same_order() -> None:
    defined = run("SELECT tablename, regexp_replace(indexdef, '^.* USING ', '') AS what, indexname FROM pg_indexes ORDER BY 3")
    seen: dict[tuple[object, object], object] = {}
    for table, what, name in defined:
        assert (table, what) not in seen, (name, seen.get((table, what)))
        seen[table, what] = name


# As record/person_details.py and identity_search_keys() ask it.
MOVED = "SELECT envelope_id FROM record_entrybody b WHERE b.data ? 'address' AND b.data ->> 'person' = ANY(ARRAY['a']::varchar[])"
NEAR = "SELECT b.data FROM record_person p JOIN record_entrybody b ON b.data ->> 'person' = p.id WHERE b.data ? 'address'"


@pytest.mark.django_db
@pytest.mark.parametrize("asked", [MOVED, f"{NEAR} AND p.id = 'a'"], ids=["of a person", "of a person's grown-ups"])
def test_where_somebody_moved_is_asked_of_the_index_of_who_is_named(asked: str) -> None:
    run("SET LOCAL enable_seqscan = off")
    plan = run(f"EXPLAIN {asked}")
    assert any("entry_body_person" in str(line) for line in plan), plan
