"""The database is found on any machine, or what is missing is named with the command that brings it."""

import os
import pwd
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from holdfast.config import directories, postgres
from holdfast.kernel.lacking_tool import Missing


def test_a_database_that_was_given_comes_first(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://app:p%40ss@db.example:6432/record")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    where = postgres.address()
    assert (where.host, where.port, where.name, where.user, where.password) == ("db.example", "6432", "record", "app", "p@ss")


def test_migrations_go_to_the_owners_address_where_there_is_one(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@db/record")
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://owner@db/record")
    assert postgres.address(postgres.OWNER).user == "owner"
    assert postgres.address(postgres.APP).user == "app"


@pytest.mark.parametrize("url", ["mysql://db/record", "postgresql://db", "record"])
def test_an_address_that_is_no_database_is_refused_with_an_example(monkeypatch: pytest.MonkeyPatch, url: str):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(Missing) as missing:
        postgres.given_address()
    assert missing.value.command.startswith("export DATABASE_URL=postgresql://")


def test_a_machine_without_postgresql_is_told_what_to_type(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(postgres, "_system", lambda: iter(()))
    monkeypatch.setattr(postgres, "_wheel", lambda: iter(()))
    with pytest.raises(Missing) as missing:
        postgres.binaries()
    assert "apt-get install -y postgresql" in missing.value.command
    assert "requirements-embedded.lock" in missing.value.command


def test_a_server_that_is_too_old_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    for name in ("initdb", "pg_ctl"):
        (tmp_path / name).write_text("#!/bin/sh\necho 'pg_ctl (PostgreSQL) 14.9'\n")
        (tmp_path / name).chmod(0o755)

    def system() -> Iterator[Path]:
        yield tmp_path

    monkeypatch.setattr(postgres, "_system", system)
    monkeypatch.setattr(postgres, "_wheel", lambda: iter(()))
    with pytest.raises(Missing):
        postgres.binaries()


@pytest.mark.django_db
@pytest.mark.skipif(bool(os.environ.get("DATABASE_URL")), reason="a database was given")
def test_the_private_database_never_runs_as_root_and_only_its_user_can_enter_it():
    data, sockets = directories.cluster(), directories.sockets()
    owner = pwd.getpwuid(data.stat().st_uid).pw_name
    assert owner != "root"
    assert data.stat().st_mode & 0o077 == 0
    assert sockets.stat().st_mode & 0o077 == 0
    assert not str(sockets).startswith(str(data))


def test_the_path_of_the_socket_is_short_enough_wherever_the_checkout_is(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOLDFAST_HOME", "/" + "/".join(["a-long-directory-name"] * 12))
    assert len(str(directories.sockets() / ".s.PGSQL.5432")) < 108


def test_two_checkouts_have_two_databases(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HOLDFAST_HOME", "/srv/one")
    one = directories.sockets()
    monkeypatch.setenv("HOLDFAST_HOME", "/srv/two")
    assert directories.sockets() != one


def test_a_directory_that_belongs_to_somebody_else_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    somebody = tmp_path / "pg"
    somebody.symlink_to(tmp_path)
    with pytest.raises(Missing, match="belongs to somebody else"):
        postgres._claim(somebody)


@pytest.mark.django_db
@pytest.mark.skipif(bool(os.environ.get("DATABASE_URL")), reason="a database was given")
def test_starting_twice_is_harmless():
    assert postgres.ensure() == postgres.ensure()
    with psycopg.connect(postgres.ensure()) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("holdfast_app",)
