"""Nothing that was recorded can be changed or removed: not by the program, not by the owner of the tables."""

import psycopg
import pytest
from django.conf import settings
from django.db import DatabaseError, connection, connections, transaction

from holdfast.record.models import EntryBody, EntryEnvelope
from tests.record.family import Family

KEPT = (
    *("record_entryenvelope", "record_entrybody", "record_entryabout", "record_person", "record_personfact"),
    *("record_relationship", "record_importedid", "record_seal", "record_sealedleaf", "access_look"),
)


@pytest.mark.django_db
def test_the_web_app_speaks_as_a_role_that_owns_nothing():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, count(*) FROM pg_class WHERE pg_get_userbyid(relowner) = current_user")
        assert cursor.fetchone() == ("holdfast_app", 0)
        cursor.execute("SELECT rolsuper OR rolcreaterole OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)


@pytest.mark.django_db
@pytest.mark.parametrize("table", KEPT)
def test_the_web_apps_role_has_no_right_to_change_the_record(table: str):
    with connection.cursor() as cursor:
        for right, allowed in (("INSERT", True), ("SELECT", True), ("UPDATE", False), ("DELETE", False), ("TRUNCATE", False)):
            cursor.execute("SELECT has_table_privilege(%s, %s)", [table, right])
            assert cursor.fetchone() == (allowed,), right


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record_entrybody SET data = '{}'",
        "UPDATE record_entryenvelope SET recorded_at = recorded_at - interval '1 day'",
        "DELETE FROM record_entryabout",
        "TRUNCATE record_entrybody",
        "TRUNCATE record_entryenvelope CASCADE",
        "TRUNCATE record_person CASCADE",
        "UPDATE record_personfact SET value = '\"2001\"'",
        "DELETE FROM record_relationship",
    ],
)
def test_even_the_owner_of_the_tables_is_refused_and_told_to_record_a_correction(family_that_stays: Family, statement: str):
    owners = settings.DATABASE_SERVER.address("holdfast_owner").dsn(name=connection.settings_dict["NAME"])
    with psycopg.connect(owners) as owner, pytest.raises(psycopg.errors.InsufficientPrivilege) as refused:
        owner.execute(statement)
    assert "append-only" in str(refused.value)
    assert "Record a correction" in str(refused.value)


def test_the_programs_own_models_cannot_change_an_entry(family: Family):
    visit = family.visit()
    for change in (
        lambda: EntryBody.objects.filter(pk=visit.id).update(data={}),
        lambda: EntryEnvelope.objects.get(pk=visit.id).delete(),
        lambda: EntryEnvelope.objects.filter(pk=visit.id).update(recorded_at="2018-09-01T00:00Z"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()
    assert EntryEnvelope.objects.get(pk=visit.id).recorded_at == visit.recorded_at


@pytest.fixture
def family_that_stays(transactional_db: None) -> Family:
    from tests.record.family import make_family

    made = make_family()
    made.visit()
    return made


@pytest.mark.django_db(databases=["default", "owner"])
def test_migrations_run_as_the_owner_and_never_as_the_web_app():
    for alias, role in (("owner", "holdfast_owner"), ("default", "holdfast_app")):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT current_user")
            assert cursor.fetchone() == (role,)
