"""Bringing the tables up to date: as their owner, and then what the web app may do with them."""

from typing import TextIO

from django.core.management import call_command
from django.db import connections

from holdfast.record.database_grants import grant


def upgrade_tables(*, verbosity: int = 1, out: TextIO | None = None) -> None:
    """Run every migration as the owner and give the web app's role its rights. Safe to run again."""
    call_command("migrate", database="owner", verbosity=verbosity, interactive=False, stdout=out)
    # After the tables, not before: one that this migration made is the owner's alone until its rights are given. A database that
    # was given with one user for both has none to give.
    app, owner = (_role(alias) for alias in ("default", "owner"))
    if app != owner:
        grant(app)


def _role(alias: str) -> str:
    """Who a connection is, once it has put on the role it is meant to have."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str(cursor.fetchone()[0])
