"""``holdfast doctor``: what this machine has, what it lacks, and the command that brings each missing thing."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import typer

from holdfast.cli.preflight import SETTINGS
from holdfast.kernel.lacking_tool import Missing

SETTINGS_OF_PRODUCTION = {
    "SECRET_KEY": "a long random text that signs sessions",
    "ALLOWED_HOSTS": "the names this service answers to, with commas",
    "HOLDFAST_ORIGIN": "its address as browsers see it, such as https://holdfast.example.gov.uk",
    "DATABASE_URL": "the database as the web app's role",
    "HOLDFAST_ON_CALL": "the mailbox that is told when nobody else can be",
}


@dataclass(frozen=True)
class MachineCheck:
    """One thing that was looked at."""

    name: str
    well: bool
    said: str
    command: str = ""


def doctor() -> None:
    """Look at everything Holdfast needs. Ends with 1 where something is missing."""
    # Everything is looked at before anything is said: somebody who sets a machine up wants the whole list once.
    findings = [finding for look in (_python, _settings, _database, _browser) for finding in look()]
    for finding in findings:
        typer.echo(f"{'✓' if finding.well else '✗'} {finding.name}: {finding.said}")
        if not finding.well and finding.command:
            typer.echo(f"    {finding.command}")
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


def _python() -> Iterator[MachineCheck]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield MachineCheck("Python", sys.version_info >= (3, 11), version, "pyenv install 3.11")


def _settings() -> Iterator[MachineCheck]:
    environment = os.environ.get("HOLDFAST_ENV", "demo")
    if environment not in ("demo", "test", "production"):
        said = f"HOLDFAST_ENV is {environment!r}: it can be demo, test or production"
        yield MachineCheck("Settings", False, said, "unset HOLDFAST_ENV")
        return
    if environment != "production":
        yield MachineCheck("Settings", True, f"{environment}: nothing has to be set")
        return
    for name, meaning in SETTINGS_OF_PRODUCTION.items():
        there = bool(os.environ.get(name))
        yield MachineCheck(name, there, "set" if there else f"not set: {meaning}", f"export {name}=…")
    owner = bool(os.environ.get("DATABASE_OWNER_URL"))
    told = "set" if owner else "not set: migrations need the role that owns the tables"
    yield MachineCheck("DATABASE_OWNER_URL", owner, told, "export DATABASE_OWNER_URL=postgresql://holdfast_owner:…@host/holdfast")


def _database() -> Iterator[MachineCheck]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        server = settings.DATABASE_SERVER
        server.ensure()
        dsn = server.address().dsn()
    except Missing as lacking:
        yield MachineCheck("PostgreSQL", False, lacking.what, lacking.command)
        return
    except ImproperlyConfigured:
        # Said above, setting by setting.
        return
    yield from _database_itself(dsn)


def _database_itself(dsn: str) -> Iterator[MachineCheck]:
    import psycopg

    try:
        with psycopg.connect(dsn, connect_timeout=5) as connection:
            version = connection.info.server_version // 10000
            yield MachineCheck("PostgreSQL", version >= 15, f"version {version}", "apt-get install -y postgresql")
            # That the record cannot be rewritten rests on this role. A superuser passes every trigger by.
            powers = connection.execute(
                "SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
            owns = connection.execute(
                "SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user"
            ).fetchone()
            humble = powers == (False,) and owns == (0,)
            said = "owns nothing" if humble else "could rewrite the record: it must own nothing and have no special powers"
            yield MachineCheck("The web app's role", humble, said, "CREATE ROLE holdfast_app LOGIN;  and put it in DATABASE_URL")
            made = connection.execute("SELECT to_regclass('record_entryenvelope') IS NOT NULL").fetchone() == (True,)
            yield MachineCheck("Tables", made, "there" if made else "not made yet", "holdfast migrate")
    except psycopg.OperationalError as error:
        yield MachineCheck(
            "PostgreSQL", False, f"does not answer: {str(error).strip()}", "check DATABASE_URL, and that the server runs"
        )


def _browser() -> Iterator[MachineCheck]:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    found = os.environ.get("HOLDFAST_CHROMIUM") or found
    yield MachineCheck(
        "Chromium (for tests alone)", bool(found), found or "missing", "apt-get install -y chromium fonts-liberation"
    )
