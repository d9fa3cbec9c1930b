"""The databases that tests run on: one for each process, copied from a template that is made once per set of migrations."""

import hashlib
import lzma
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql

from holdfast.config import postgres

LEFT_OVER = re.compile(r"test_holdfast_(\d+)(?:_before)?")
ROWS = re.compile(r"^(COPY .* FROM stdin);\n((?:.*\n)*?)\\\.\n", re.MULTILINE)
"""The rows of a table in a dump."""


def migrations_as_they_stand() -> str:
    """Changes when any migration, ours or a library's, or what follows one, changes."""
    digest = hashlib.sha256()
    for app in settings.INSTALLED_APPS:
        spec = find_spec(app.split(".apps.")[0])
        for root in (spec.submodule_search_locations or ()) if spec else ():
            for path in sorted(Path(root).glob("migrations/*.py")):
                digest.update(str(path).encode() + path.read_bytes())
    record = Path(settings.PROJECT) / "src/holdfast/record"
    for name in ("database_grants.py", "ledger/append_only.py", "table_upgrade.py"):
        digest.update((record / name).read_bytes())
    return digest.hexdigest()[:12]


@dataclass
class OneDatabase:
    """The database of this process."""

    name: str

    @classmethod
    def make(cls) -> "OneDatabase":
        """Make it, and point Django's connections at it."""
        postgres.ensure()
        if postgres.given_address():
            postgres.make_roles()
        made = cls(f"test_holdfast_{os.getpid()}")
        template = f"template_holdfast_{migrations_as_they_stand()}"
        with postgres.superuser() as connection:
            connection.execute("SELECT pg_advisory_lock(7305)")
            _drop_left_over(connection)
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template]).fetchone() is None:
                _make_template(connection, template)
            _copy(connection, template, made.name)
        _point_at(made.name)
        return made

    def drop(self) -> None:
        """Remove it."""
        connections.close_all()
        with postgres.superuser() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(self.name)))

    @staticmethod
    def empty() -> None:
        """Remove every row but what migrations put there, past the refusals."""
        with postgres.superuser(settings.DATABASES["default"]["NAME"]) as connection:
            connection.execute("SET session_replication_role = replica")
            kept = ("django_migrations", "django_content_type", "auth_permission")
            tables = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL(%s)", [list(kept)]
            ).fetchall()
            full = [
                name
                for (name,) in tables
                if connection.execute(sql.SQL("SELECT EXISTS (SELECT FROM {})").format(sql.Identifier(str(name)))).fetchone()
                == (True,)
            ]
            for name in full:
                connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(str(name))))


@contextmanager
def empty_database() -> Iterator[str]:
    """A database with nothing in it, in the place of this process's own."""
    own = settings.DATABASES["default"]["NAME"]
    name = f"{own}_before"
    with postgres.superuser() as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(name), sql.Identifier(postgres.OWNER)))
    _change_to(name)
    try:
        yield name
    finally:
        _change_to(own)
        with postgres.superuser() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@contextmanager
def restored(dump: Path) -> Iterator[None]:
    """A database as it was when it was dumped, in the place of this process's own."""
    with empty_database() as name:
        with postgres.superuser(name) as connection, connection.cursor() as cursor:
            cursor.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(postgres.OWNER)))
            statements, *rest = ROWS.split(lzma.decompress(dump.read_bytes()).decode())
            cursor.execute(statements.encode())
            for table, rows, statements in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
                with cursor.copy(table.encode()) as copy:
                    copy.write(rows)
                cursor.execute(statements.encode())
        yield


def _change_to(name: str) -> None:
    """Point at another database, and forget what was read of the one before."""
    from django.contrib.contenttypes.models import ContentType

    from holdfast.record import partnership_values

    _point_at(name)
    ContentType.objects.clear_cache()
    partnership_values.forget_values()


def _make_template(connection: "psycopg.Connection[tuple[object, ...]]", template: str) -> None:
    from holdfast.record.table_upgrade import upgrade_tables

    for (old,) in connection.execute("SELECT datname FROM pg_database WHERE datname LIKE 'making_holdfast_%'").fetchall():
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(str(old))))
    making = template.replace("template", "making")
    connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(making), sql.Identifier(postgres.OWNER)))
    _point_at(making)
    upgrade_tables(verbosity=0)
    connections.close_all()
    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(making), sql.Identifier(template)))


def _copy(connection: "psycopg.Connection[tuple[object, ...]]", template: str, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
    connection.execute(
        sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}").format(
            sql.Identifier(name), sql.Identifier(template), sql.Identifier(postgres.OWNER)
        )
    )


def _drop_left_over(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Databases of test runs that were killed."""
    for (name,) in connection.execute("SELECT datname FROM pg_database").fetchall():
        found = LEFT_OVER.fullmatch(str(name))
        if found and not _alive(int(found.group(1))):
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(str(name))))


def _point_at(name: str) -> None:
    for alias in connections:
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name
        settings.DATABASES[alias]["NAME"] = name
        if postgres.given_address():
            # The superuser we were given steps down to the role that a connection is meant to have.
            role = postgres.OWNER if alias == "owner" else postgres.APP
            connections[alias].settings_dict["OPTIONS"] = {"options": f"-c role={role}"}


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
