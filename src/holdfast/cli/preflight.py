"""What every command that needs the record does first, and how a command says that it cannot go on."""

import os
from datetime import datetime
from typing import Any, NoReturn

import typer

from holdfast.kernel.lacking_tool import Missing

SETTINGS = "holdfast.config.settings"


def read_settings() -> Any:
    """The settings. Stops, saying which and what to type, where one is missing or cannot be used."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured

    try:
        # A DATABASE_URL that is no address is found while they are read, like a setting that is not there.
        _ = settings.DATABASE_SERVER  # whichever is asked for first, all are read
    except (ImproperlyConfigured, Missing) as error:
        stop_with(str(error))
    return settings


def begin() -> None:
    """Find the database, starting the private one where there is no other, and make the models ready."""
    settings = read_settings()
    import django
    from django.apps import apps
    from django.core.exceptions import ImproperlyConfigured

    try:
        settings.DATABASE_SERVER.ensure()
        # A test, or a command called by another, has them ready.
        if not apps.ready:
            django.setup()
    except (ImproperlyConfigured, Missing) as error:
        stop_with(str(error))


def need_tables() -> None:
    """Stop, naming the command, where the tables are not there yet or are behind."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.db.utils import OperationalError

    try:
        # Before anything is read: a program whose tables are behind fails in the middle, with a column's name.
        executor = MigrationExecutor(connection)
        behind = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except OperationalError as error:
        stop_with(f"The database does not answer: {error}".strip() + "\nTo see what is missing:\n  holdfast doctor")
    if behind:
        stop_with("The database's tables are behind this version of Holdfast.\nTo put that right:\n  holdfast migrate")


def now() -> datetime:
    """This instant."""
    try:
        instant: datetime = read_settings().CLOCK()
    except ValueError as error:
        stop_with(f"HOLDFAST_FIXED_NOW holds the clock still, but {error}, or unset it.")
    return instant


def say(words: str = "") -> None:
    """Progress and findings go to standard error, so that standard output stays what was asked for."""
    # So that a case file can be written to standard output while somebody sees how it goes.
    typer.echo(words, err=True)


def stop_with(words: str, code: int = 1) -> NoReturn:
    """Say why and end."""
    say(words)
    raise typer.Exit(code)
